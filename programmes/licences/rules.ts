import { choice, defineRule, fields, findFieldMeta, listOf, text, yesNo } from '@luoshi/kernel'
import type { LicenceNotice } from './licence-notice.ts'
import { guideShape, measureForms, specificationShape } from './registers.ts'

/** Titles of the parts of a guide, as its fields have them. */
const guideTitles = Object.fromEntries(
  Object.entries(guideShape).map(([name, field]) => [name, findFieldMeta(field)?.label ?? name]),
)

/** The fields of a specification that are blank, by their labels. */
export function blankFieldsOf(specification: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(specificationShape).flatMap(([name, field]) => {
    const value = specification[name]
    const isBlank = value === undefined || value === null || String(value).trim() === ''
    return isBlank ? [findFieldMeta(field)?.label ?? name] : []
  })
}

type Guide = Readonly<Record<string, unknown>>

/** What a new guide asks beyond the old one, each as a phrase: 申请材料增加“印章”. Empty where it only eases. */
export function heavierParts(before: Guide, after: Guide): readonly string[] {
  const added = Object.keys(guideShape)
    .filter((name) => name !== 'limitDays')
    .flatMap((name) => {
      const old = new Set(listIn(before, name))
      return listIn(after, name)
        .filter((entry) => !old.has(entry))
        .map((entry) => `${guideTitles[name]}增加“${entry}”`)
    })
  const [old, now] = [Number(before['limitDays'] ?? 0), Number(after['limitDays'] ?? 0)]
  return now > old ? [...added, `办理时限由${old}个工作日延长为${now}个工作日`] : added
}

function listIn(guide: Guide, name: string): readonly string[] {
  const value = guide[name]
  return Array.isArray(value) ? value.map(String) : []
}

/** The rules of the notice. */
export function licenceRules(notice: LicenceNotice) {
  const specificationComplete = defineRule({
    id: 'specification-complete',
    title: '实施规范十三项齐全',
    basis: notice.specification,
    inputs: specificationShape,
    parameters: {},
    decide: (specification) => {
      const blank = blankFieldsOf(specification)
      return {
        isMet: blank.length === 0,
        wanted: '十三项内容逐项明确',
        found: blank.length === 0 ? '十三项齐全' : `缺${blank.join('、')}`,
      }
    },
  })

  const guideNotHeavier = defineRule({
    id: 'guide-not-heavier',
    title: '办事指南不增加申请人负担',
    basis: notice.guide,
    inputs: {
      ...guideShape,
      guidesInForce: listOf('现行办事指南', fields({ number: text('指南编号'), ...guideShape })),
    },
    parameters: {},
    decide: ({ guidesInForce, ...proposed }) => {
      const [current] = guidesInForce
      const heavier = current === undefined ? [] : heavierParts(current, proposed)
      return {
        isMet: heavier.length === 0,
        wanted: '不增加许可条件、申请材料、中介服务、审批环节、收费、数量限制，不延长办理时限',
        found: heavier.length === 0 ? '没有增加' : heavier.join('，'),
      }
    },
  })

  const measureInputs = {
    form: choice('实施形式', measureForms),
    isListed: yesNo('已列入行政许可事项清单'),
    isDirect: yesNo('直接面向公民、法人和其他组织'),
    needsApproval: yesNo('经申请获批后方可从事特定活动'),
  }
  interface Measure {
    readonly form: keyof typeof measureForms
    readonly isListed: boolean
    readonly isDirect: boolean
    readonly needsApproval: boolean
  }
  const findingOf = (measure: Measure) =>
    [
      measure.isListed ? '在清单之内' : '在清单之外',
      measure.isDirect ? '直接面向相对人' : '不直接面向相对人',
      measure.needsApproval ? '须经批准' : '不须批准',
      `形式为${measureForms[measure.form]}`,
    ].join('，')
  const isDisguised = ({ isListed, isDirect, needsApproval }: Measure) =>
    !isListed && isDirect && needsApproval

  const disguisedLicence = defineRule({
    id: 'disguised-licence',
    title: '构成变相许可',
    basis: notice.disguised,
    inputs: measureInputs,
    parameters: {},
    decide: (measure) => ({
      isMet: isDisguised(measure),
      wanted: '在清单之外、直接面向公民法人和其他组织、经申请获批后方可从事特定活动，三项同时具备',
      found: findingOf(measure),
    }),
  })

  const noDisguisedLicence = defineRule({
    id: 'no-disguised-licence',
    title: '不构成变相许可',
    basis: notice.disguised,
    inputs: measureInputs,
    parameters: {},
    decide: (measure) => ({
      isMet: !isDisguised(measure),
      wanted: '在清单之内，或者不直接面向相对人，或者不须批准',
      found: findingOf(measure),
    }),
  })

  const oneVersion = defineRule({
    id: 'one-version',
    title: '清单、规范、指南同一版本',
    basis: notice.oneSource,
    inputs: {
      listVersion: text('清单版本'),
      specificationVersion: text('实施规范版本'),
      guideVersion: text('办事指南版本'),
    },
    parameters: {},
    decide: ({ listVersion, specificationVersion, guideVersion }) => ({
      isMet: listVersion === specificationVersion && listVersion === guideVersion,
      wanted: `清单、实施规范、办事指南都是${listVersion}`,
      found: `清单${listVersion}，实施规范${specificationVersion}，办事指南${guideVersion}`,
    }),
  })

  const bothChannels = defineRule({
    id: 'both-channels',
    title: '两个渠道同步公布',
    basis: notice.oneSource,
    inputs: {
      onPortal: yesNo('已在政府门户网站公布'),
      onPlatform: yesNo('已在一体化政务服务平台公布'),
    },
    parameters: {},
    decide: ({ onPortal, onPlatform }) => ({
      isMet: onPortal && onPlatform,
      wanted: '政府门户网站和一体化政务服务平台同步公布',
      found: `门户网站${onPortal ? '已' : '未'}公布，服务平台${onPlatform ? '已' : '未'}公布`,
    }),
  })

  return [
    specificationComplete,
    guideNotHeavier,
    disguisedLicence,
    noDisguisedLicence,
    oneVersion,
    bothChannels,
  ]
}
