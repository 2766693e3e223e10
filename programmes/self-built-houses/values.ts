import {
  type Cite,
  choice,
  date,
  defineParameter,
  defineValueRule,
  defineValueTable,
  findFieldMeta,
  isAtLeast,
  TODAY,
  text,
  type ValueRule,
} from '@luoshi/kernel'
import {
  acceptance,
  certificate,
  conclusion,
  features,
  grade,
  hazardMark,
  priority,
  restriction,
  routePlace,
  use,
  zone,
  zones,
} from './house-register.ts'
import { notice, validity } from './notice.ts'

/** From how many storeys on business premises come first. */
export const storeysFirst = defineParameter({
  id: 'storeys-first',
  title: '重点排查的层数',
  unit: '层',
  values: [{ from: validity.validFrom, value: '3', basis: notice.lines(1466) }],
})

/** From which span on business premises come first. */
export const spanFirst = defineParameter({
  id: 'span-first',
  title: '重点排查的跨度',
  unit: '米',
  values: [{ from: validity.validFrom, value: '6', basis: notice.lines(1466) }],
})

/** Which houses come first: business premises with one of the six features. */
export const prioritising = defineValueRule({
  id: 'prioritising',
  title: '排查重点',
  basis: notice.lines(1466),
  gives: priority,
  inputs: { use, ...features },
  parameters: { storeysFirst, spanFirst },
  decide: (house, values) => {
    if (house.use !== 'business') return { value: 'ordinary' as const, because: '不是经营性自建房' }
    const met = [
      ...(isAtLeast(String(house.storeys), values.storeysFirst) ? [`${house.storeys}层`] : []),
      ...(isAtLeast(house.span, values.spanFirst) ? [`跨度${house.span}米`] : []),
      ...(house.isComplex ? ['结构形式复杂'] : []),
      ...(house.isExtended ? ['加建改建扩建'] : []),
      ...(house.isConverted ? ['住宅改门店'] : []),
      ...(house.isCrowded ? ['人员密集'] : []),
    ]
    return met.length > 0
      ? { value: 'first' as const, because: met.join('、') }
      : { value: 'ordinary' as const, because: '没有重点排查的情形' }
  },
})

const order = Object.keys(zones)
const FIRST_OF_COUNTRY = order.indexOf('seat')

/** Where a house stands in the order in which its surroundings are looked at: 1 for the first, in town and in the country. */
export const routing = defineValueRule({
  id: 'routing',
  title: '排查顺序',
  basis: notice.lines(1456),
  gives: routePlace,
  inputs: { zone },
  parameters: {},
  decide: (input) => {
    const at = order.indexOf(input.zone)
    return { value: 1 + (at < FIRST_OF_COUNTRY ? at : at - FIRST_OF_COUNTRY), because: zones[input.zone] }
  },
})

/** What is to be done with a house once it has been judged. */
export const measures = {
  seal: '清人、停用、封房，由专业机构鉴定',
  appraise: '直接由专业机构鉴定',
  file: '建立房屋安全档案',
  list: '列入隐患清单',
  evacuate: '停用并疏散，提出进一步鉴定的建议',
} as const

export const measureField = choice('判定后的处置', measures)

/** 初步判定 → what follows, for business premises and for others. */
export const measureTable = defineValueTable({
  id: 'measure',
  title: '初步判定处置表',
  basis: notice.lines(1472, 1474),
  gives: measureField,
  inputs: { use, grade },
  hit: 'unique',
  rows: [
    { when: { use: { is: 'business' }, grade: { is: 'severe' } }, value: 'seal', basis: notice.lines(1472) },
    {
      when: { use: { is: 'business' }, grade: { oneOf: ['safe', 'general'] } },
      value: 'appraise',
      basis: notice.lines(1472),
    },
    { when: { use: { is: 'other' }, grade: { is: 'safe' } }, value: 'file', basis: notice.lines(1474) },
    { when: { use: { is: 'other' }, grade: { is: 'general' } }, value: 'list', basis: notice.lines(1474) },
    { when: { use: { is: 'other' }, grade: { is: 'severe' } }, value: 'evacuate', basis: notice.lines(1474) },
  ],
})

export const acceptorField = text('验收组织单位')

/** Who accepts what was mended. */
export const acceptorTable = defineValueTable({
  id: 'acceptor',
  title: '分级验收表',
  basis: notice.lines(1486),
  gives: acceptorField,
  inputs: { use },
  hit: 'unique',
  rows: [
    { when: { use: { is: 'business' } }, value: '住建部门', basis: notice.lines(1486) },
    { when: { use: { is: 'other' } }, value: '乡（镇）政府或者社区', basis: notice.lines(1486) },
  ],
})

/** The day on which something is done, which stays on file. */
const dayOf = (id: string, title: string, basis: Cite) =>
  defineValueRule({
    id,
    title,
    basis,
    gives: date(title),
    inputs: { [TODAY]: date('办理当日') },
    parameters: {},
    decide: ({ today }) => ({ value: today, because: '办理当日' }),
  })

export const struckOn = dayOf('struck-on', '销号日期', notice.lines(1478, 1486))
export const reopenedOn = dayOf('reopened-on', '重新判定日期', notice.lines(1496))

/** A certificate is held where the appraisal found the house fit. */
export const certifiedByAppraisal = defineValueRule({
  id: 'certified-by-appraisal',
  title: '房屋安全鉴定合格证明',
  basis: notice.lines(1492),
  gives: certificate,
  inputs: { conclusion },
  parameters: {},
  decide: (input) =>
    input.conclusion === 'qualified'
      ? { value: 'held' as const, because: '鉴定合格' }
      : { value: 'none' as const, because: '鉴定没有合格' },
})

/** What an action makes of a mark of the house, whatever it was before. */
const set = (id: string, field: ValueRule['gives'], value: string, because: string, basis: Cite) =>
  defineValueRule({
    id,
    title: findFieldMeta(field)?.label ?? id,
    basis,
    gives: field,
    inputs: {},
    parameters: {},
    decide: () => ({ value, because }),
  })

export const notAppraised = set(
  'not-appraised',
  conclusion,
  'none',
  '还没有鉴定，或者须重新鉴定',
  notice.lines(1476),
)
export const notAccepted = set('not-accepted', acceptance, 'none', '还没有整治验收', notice.lines(1480))
export const notCertified = set('not-certified', certificate, 'none', '还没有出具', notice.lines(1492))
export const certified = set('certified', certificate, 'held', '出具机构已出具', notice.lines(1492))
export const accepted = set('accepted', acceptance, 'passed', '验收单位验收', notice.lines(1486))
export const sealed = set('sealed', restriction, 'sealed', '存在严重安全隐患', notice.lines(1472))
export const stopped = set('stopped', restriction, 'stopped', '存在严重安全隐患', notice.lines(1474))
export const released = set('released', restriction, 'none', '可以使用', notice.lines(1480))
export const hazardFound = set(
  'hazard-found',
  hazardMark,
  'found',
  '初步判定或者鉴定',
  notice.lines(1474, 1476),
)
export const noHazard = set('no-hazard', hazardMark, 'none', '还没有判定', notice.lines(1474))

export const valueRules = [
  prioritising,
  routing,
  measureTable,
  acceptorTable,
  struckOn,
  reopenedOn,
  certifiedByAppraisal,
  notAppraised,
  notAccepted,
  notCertified,
  certified,
  accepted,
  sealed,
  stopped,
  released,
  hazardFound,
  noHazard,
]
