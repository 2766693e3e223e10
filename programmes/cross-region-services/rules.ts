import {
  defineIndicator,
  defineParameter,
  defineRule,
  fields,
  findFieldMeta,
  gap,
  listOf,
  type RecordOf,
  text,
  yesNo,
} from '@luoshi/kernel'
import { type applications, elementsShape, notice, type services, unifiedShape } from './registers.ts'

type Service = RecordOf<typeof services.fields>
type Required = RecordOf<typeof applications.fields>['required']

/** The services of a scope: what is done across provinces is done across this one too. */
export function servicesWithin<Item extends Pick<Service, 'scope'>>(
  all: readonly Item[],
  scope: Service['scope'],
): readonly Item[] {
  const within = scope === 'whole-province' ? ['cross-province', 'whole-province'] : [scope]
  return all.filter((service) => within.includes(service.scope))
}

const labelOfField = (field: Parameters<typeof findFieldMeta>[0], name: string) =>
  findFieldMeta(field)?.label ?? name

/** What a service lacks before it may be published: elements that are blank, points that are not alike. */
export function gapsOf(service: Readonly<Record<string, unknown>>): readonly string[] {
  const blank = Object.entries(elementsShape)
    .filter(([name]) => service[name] === undefined || service[name] === '')
    .map(([name, field]) => labelOfField(field, name))
  const unlike = Object.entries(unifiedShape)
    .filter(([name]) => service[name] !== true)
    .map(([name, field]) => labelOfField(field, name))
  return [...blank, ...unlike]
}

export const readyToPublish = defineRule({
  id: 'ready-to-publish',
  title: '七项要素齐全、五统一',
  basis: notice.lines(739, 757),
  inputs: { ...elementsShape, ...unifiedShape },
  parameters: {},
  decide: (service) => {
    const missing = gapsOf(service)
    return {
      isMet: missing.length === 0,
      wanted: '七项要素齐全，名称、材料、审查要点、流程、时限五统一',
      found: missing.length === 0 ? '都已具备' : `缺${missing.join('、')}`,
    }
  },
})

/** A paper that an applicant need not hand in, and why. */
export interface Waived {
  readonly material: string
  readonly because: string
}

/** 两个免提交: what is still to be handed in, and what is waived with the reason. */
export function materialsToAsk(required: Required): {
  readonly asked: readonly string[]
  readonly waived: readonly Waived[]
} {
  const waived = required.flatMap(({ material, isShared, hasLicence }) => {
    const because = isShared
      ? '政府部门核发的材料，能够共享查询、核验，免于提交'
      : hasLicence
        ? '能够提供电子证照，免于提交实体证照'
        : null
    return because === null ? [] : [{ material, because }]
  })
  const free = new Set(waived.map(({ material }) => material))
  return { asked: required.map(({ material }) => material).filter((material) => !free.has(material)), waived }
}

const requiredList = listOf(
  '所需材料',
  fields({
    material: text('材料名称'),
    isShared: yesNo('政府部门核发，可共享核验'),
    hasLicence: yesNo('有电子证照'),
    isGiven: yesNo('申请人已提交'),
  }),
)

export const materialsThere = defineRule({
  id: 'materials-there',
  title: '应提交的材料已提交',
  basis: notice.lines(747, 749),
  inputs: { required: requiredList },
  parameters: {},
  decide: ({ required }) => {
    const { asked, waived } = materialsToAsk(required)
    const missing = required.filter(({ material, isGiven }) => asked.includes(material) && !isGiven)
    const free = waived.length === 0 ? '' : `（免提交${waived.map(({ material }) => material).join('、')}）`
    return {
      isMet: missing.length === 0,
      wanted: `提交不能共享、没有电子证照的材料${free}`,
      found: missing.length === 0 ? '都已提交' : `缺${missing.map(({ material }) => material).join('、')}`,
    }
  },
})

export const partnerAgreed = defineRule({
  id: 'partner-agreed',
  title: '外地部门意见一致',
  basis: notice.lines(809),
  inputs: { isPartnered: yesNo('与外地合作办理'), consent: text('外地部门同意文件').optional() },
  parameters: {},
  decide: ({ isPartnered, consent }) => ({
    isMet: !isPartnered || consent !== undefined,
    wanted: '与外地部门取得一致意见后调整',
    found: isPartnered
      ? consent === undefined
        ? '没有外地部门的同意文件'
        : `已有${consent}`
      : '不与外地合作办理',
  }),
})

export const testersAtMost = defineParameter({
  id: 'testers-at-most',
  title: '模拟审批体验官人数',
  unit: '名',
  values: [{ from: '2021-09-22', value: 10, basis: notice.lines(819) }],
})

export const placeForTester = defineRule({
  id: 'place-for-tester',
  title: '体验官名额',
  basis: notice.lines(819),
  inputs: { testersNow: listOf('在聘的体验官', fields({ number: text('聘任编号') })) },
  parameters: { testersAtMost },
  decide: ({ testersNow }, values) => ({
    isMet: testersNow.length < values.testersAtMost,
    wanted: `选聘不超过${values.testersAtMost}名`,
    found: `已聘${testersNow.length}名`,
  }),
})

/** What delivery costs: nothing in the province; outside it is offered, and the notice sets no fee. */
export function postageOf(deliverTo: 'inside' | 'outside' | 'none'): {
  readonly fee: string | null
  readonly says: string
} {
  switch (deliverTo) {
    case 'inside':
      return { fee: '0', says: '省内免费邮寄。' }
    case 'outside':
      return { fee: null, says: '支持跨省递送，费用由谁承担没有写明。' }
    case 'none':
      return { fee: '0', says: '自取，没有邮寄费用。' }
  }
}

/** National cross-province services, and what can be done all over the province by the end of 2021. */
export const crossProvinceCount = defineIndicator({
  id: 'cross-province-count',
  title: '落实的国家“跨省通办”事项',
  basis: notice.lines(781),
  unit: '项',
  every: 'year',
  units: ['县行政审批服务管理局'],
  direction: { better: 'more', basis: gap('没有写明越多越好', notice.lines(781)) },
  targets: [
    {
      period: '2021',
      from: '2021-09-22',
      value: { operator: 'at-least', figure: '140' },
      basis: notice.lines(781),
    },
  ],
})

export const wholeProvinceCount = defineIndicator({
  id: 'whole-province-count',
  title: '“全省通办”事项',
  basis: notice.lines(727),
  unit: '项',
  every: 'year',
  units: ['县行政审批服务管理局'],
  direction: { better: 'more', basis: gap('“70余项”没有写明确切数目', notice.lines(727)) },
  targets: [
    {
      period: '2021',
      from: '2021-09-22',
      value: { operator: 'at-least', figure: '70' },
      basis: notice.lines(727),
    },
  ],
})
