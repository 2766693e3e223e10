import {
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  defineValueRule,
  type Fields,
  fields,
  gap,
  longText,
  TODAY,
  text,
} from '@luoshi/kernel'
import { projectsShown as basis, countyOffice, publisher, validity } from './bases.ts'

/** The eight kinds of information that are published of a major project, in their order. */
export const informationKinds = {
  services: '批准服务信息',
  approvals: '批准结果信息',
  tenders: '招标投标信息',
  land: '征收土地信息',
  changes: '重大设计变更信息',
  construction: '施工有关信息',
  supervision: '质量安全监督信息',
  completion: '竣工有关信息',
} as const

type Kind = keyof typeof informationKinds

const kinds = Object.keys(informationKinds) as Kind[]

/** The day on which each kind was published. */
const shownOn = Object.fromEntries(
  kinds.map((kind) => [kind, date(`${informationKinds[kind]}公开日期`).optional()]),
) as Readonly<Record<Kind, ReturnType<ReturnType<typeof date>['optional']>>>

const missing = longText('尚未公开的信息')

/** 重大（重点）建设项目目录 */
export const majorProjects = defineRegister({
  id: 'major-projects',
  title: '重大建设项目信息公开台账',
  basis,
  fields: fields({
    number: text('项目编号'),
    name: text('项目名称'),
    publisher: text('公开责任主体'),
    ...shownOn,
    missing: missing.optional(),
  }),
  key: ['number'],
  calledBy: ['name'],
  access: { read: [countyOffice, publisher], write: [countyOffice] },
})

/** Which of the eight are not published yet. */
export function missingKinds(data: Readonly<Record<string, unknown>>): readonly string[] {
  return kinds.filter((kind) => data[kind] === undefined).map((kind) => informationKinds[kind])
}

export const missingKindsRule = defineValueRule({
  id: 'missing-kinds',
  title: '尚未公开的信息',
  basis,
  gives: missing,
  inputs: shownOn as Fields['def']['shape'],
  parameters: {},
  decide: (input) => {
    const lacking = missingKinds(input)
    return {
      value: lacking.length === 0 ? '8类信息都已公开' : lacking.join('、'),
      because: `8类信息中${8 - lacking.length}类已填写公开日期`,
    }
  },
})

/** Nothing is published on a day that has not come. */
export const shownByToday = defineRule({
  id: 'shown-by-today',
  title: '公开日期',
  basis,
  inputs: { ...(shownOn as Fields['def']['shape']), [TODAY]: date('今天') },
  parameters: {},
  decide: (input) => {
    const { [TODAY]: today, ...given } = input as Readonly<Record<string, string | undefined>>
    const later = kinds.filter((kind) => (given[kind] ?? '') > (today ?? ''))
    return {
      isMet: later.length === 0,
      wanted: `公开日期不晚于今天（${today}）`,
      found: later.map((kind) => `${informationKinds[kind]}${given[kind]}`).join('、') || '都不晚于今天',
    }
  },
})

/** A project of the year's list is on show with what is published of it and what is not yet. */
export const showing = defineProcedure({
  id: 'showing',
  title: '重大建设项目信息公开',
  basis,
  ...validity,
  validFrom: '2022-08-23',
  register: majorProjects.id,
  subject: majorProjects.fields,
  access: { read: majorProjects.access.read },
  lookups: {},
  opening: {
    title: '列入重大建设项目目录',
    by: [countyOffice],
    basis,
    gates: ['shown-by-today'],
    computes: { missing: 'missing-kinds' },
  },
  initial: 'shown',
  states: {
    shown: {
      title: '公开中',
      rests: true,
      disclosure: {
        title: '重大建设项目信息公开',
        basis,
        duration: gap('公开多久没有写明，移出目录以前一直公开', basis),
        places: ['县政府网站'],
        shows: ['name', 'publisher', ...kinds, 'missing'],
        clear: [],
        after: [],
      },
      on: {
        publish: {
          title: '登记已公开的信息',
          to: 'shown',
          by: [publisher, countyOffice],
          basis,
          input: fields(shownOn),
          gates: ['shown-by-today'],
          computes: { missing: 'missing-kinds' },
        },
        remove: { title: '移出目录', to: 'removed', by: [countyOffice], basis, needsReason: true },
      },
    },
    removed: { title: '已移出目录', final: 'completed', on: {} },
  },
  limits: {},
})

/** Each project with what is published of it. */
export const eightKindsShown = defineStocktake({
  id: 'eight-kinds-shown',
  title: '重大建设项目8类信息公开情况',
  basis,
  register: majorProjects.id,
  count(records) {
    const shown = records.filter(({ state }) => state === 'shown')
    const lacking = shown
      .map(({ data }) => ({ data, missing: missingKinds(data) }))
      .filter((one) => one.missing.length > 0)
    return {
      says: `重大建设项目${shown.length}个，8类信息都已公开的${shown.length - lacking.length}个。`,
      isMet: shown.length === 0 ? null : lacking.length === 0,
      findings: lacking.map(({ data, missing: names }) => ({
        name: String(data['name']),
        message: `已公开${8 - names.length}类，尚未公开：${names.join('、')}。`,
      })),
    }
  },
})
