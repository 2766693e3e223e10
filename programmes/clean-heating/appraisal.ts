import {
  type Answer,
  choice,
  count,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  defineTextPaper,
  defineValueRule,
  fields,
  gap,
  listOf,
  longText,
  quotientOf,
  ranked,
  text,
} from '@luoshi/kernel'
import { done, electricTarget, gasTarget, households } from './households.ts'
import { methods } from './methods.ts'
import { headquarters, leader, notice, office, readers, validity } from './notice.ts'

const kind = choice('项目', { electric: '煤改电', gas: '煤改气' })
const task = count('任务', '户')

/** What each township is to do; together it is what the county is to do. */
export const tasks = defineRegister({
  id: 'township-tasks',
  title: '分乡（镇）任务台账',
  basis: notice.lines(1329, 1339),
  fields: fields({ township: text('乡（镇）'), method: kind, task }),
  key: ['township', 'method'],
  access: { read: readers, write: [office, ...headquarters] },
  open: [gap('任务怎样分到各乡（镇）没有写明', notice.lines(1267))],
})

/** Whether what was given to the townships is what the county is to do. */
export const tasksDivided = defineStocktake({
  id: 'tasks-divided',
  title: '任务分解',
  basis: notice.lines(1265, 1267),
  register: tasks.id,
  count(records, { settingOf }) {
    const current = records.filter(({ state }) => state !== 'struck')
    const rows = (
      [
        ['electric', electricTarget],
        ['gas', gasTarget],
      ] as const
    ).map(([method, parameter]) => ({
      title: methods[method],
      wanted: settingOf(parameter) ?? 0,
      given: current
        .filter(({ data }) => data['method'] === method)
        .reduce((sum, { data }) => sum + Number(data['task'] ?? 0), 0),
    }))
    const uneven = rows.filter(({ wanted, given }) => wanted !== given)
    return {
      says: `${rows.map(({ title, wanted, given }) => `${title}任务${wanted}户，已分解${given}户`).join('；')}。`,
      isMet: current.length === 0 ? null : uneven.length === 0,
      findings: uneven.map(({ title, wanted, given }) => ({
        name: title,
        message: `分解的${given}户与任务${wanted}户相差${Math.abs(wanted - given)}户。`,
      })),
    }
  },
})

/** A township's place. */
export interface TownshipPlace {
  /** From 1, the same for the same share; null for one without a task. */
  readonly place: number | null
  readonly township: string
  readonly accepted: number
  readonly task: number
  /** Per cent, to one place; null without a task. */
  readonly share: string | null
}

interface Counted {
  readonly township: string
  readonly households: number
}

/** Townships by the share of their task that is accepted. */
export function townshipRanking(
  given: readonly { readonly township: string; readonly task: number }[],
  accepted: readonly Counted[],
): readonly TownshipPlace[] {
  const names = [...new Set([...given, ...accepted].map(({ township }) => township))]
  const rows = names.map((township) => {
    const own = given.filter((one) => one.township === township).reduce((sum, one) => sum + one.task, 0)
    const has = accepted
      .filter((one) => one.township === township)
      .reduce((sum, one) => sum + one.households, 0)
    return {
      township,
      accepted: has,
      task: own,
      share: own === 0 ? null : quotientOf(String(has * 100), String(own), 1),
    }
  })
  const { ranked: placed, unranked } = ranked(rows, ({ share }) => share)
  return [
    ...placed.map(({ place, item }) => ({ place, ...item })),
    ...unranked.map((item) => ({ place: null, ...item })),
  ]
}

const ranking = longText('排名')
const heldOn = date('考核日期')

/** The appraisal of all townships for one of the two methods. */
export const appraisals = defineRegister({
  id: 'appraisals',
  title: '乡（镇）考核评比台账',
  basis: notice.lines(1341, 1343),
  fields: fields({ method: kind, heldOn, ranking: ranking.optional() }),
  key: ['method'],
  access: { read: readers, write: headquarters },
})

const FIRST = '2021-10-16'
const LAST = '2021-10-31'

/** The appraisal has its days. */
export const appraisalDays = defineRule({
  id: 'appraisal-days',
  title: '考核总结的日期',
  basis: notice.lines(1341),
  inputs: { heldOn },
  parameters: {},
  decide: (input) => ({
    isMet: FIRST <= input.heldOn && input.heldOn <= LAST,
    wanted: `${FIRST}至${LAST}`,
    found: input.heldOn,
  }),
})

const given = listOf('分乡（镇）任务', fields({ township: text('乡（镇）'), task }))
const accepted = listOf('已验收', fields({ township: text('乡（镇）'), households: count('户数', '户') }))

export const rankingRule = defineValueRule({
  id: 'township-ranking',
  title: '乡（镇）排名',
  basis: notice.lines(1343),
  gives: ranking,
  inputs: { given, accepted },
  parameters: {},
  decide: (input): Answer<string> => {
    const places = townshipRanking(input.given, input.accepted)
    if (places.length === 0) return { missing: '分乡（镇）任务' }
    const rows = places.map((one) =>
      one.place === null
        ? `${one.township}：没有任务，已验收${one.accepted}户，不排名`
        : `第${one.place}名：${one.township}，任务${one.task}户，已验收${one.accepted}户，完成${one.share}%`,
    )
    return { value: `${rows.join('；')}。`, because: '按已验收户数占任务的比例由高到低' }
  },
})

export const appraisalPaper = defineTextPaper({
  id: 'appraisal-paper',
  title: '清洁取暖项目完成情况考核评比结果',
  basis: notice.lines(1343),
  register: appraisals.id,
  head: 'plain',
  issuer: '{@county}“{method}”项目建设指挥部',
  addressee: '各乡（镇）人民政府',
  body: [{ text: '{ranking}' }, { text: '奖励：{award}', when: { field: 'award' } }],
  annexes: [],
  copies: [],
})

export const appraising = defineProcedure({
  id: 'appraising',
  title: '乡（镇）考核评比',
  basis: notice.lines(1341, 1343),
  ...validity,
  register: appraisals.id,
  subject: appraisals.fields,
  access: { read: readers },
  lookups: {
    given: {
      title: '分乡（镇）任务',
      register: tasks.id,
      where: { method: 'method' },
      states: ['current'],
      gives: { kind: 'records', fields: ['township', 'task'] },
    },
    accepted: {
      title: '已验收',
      register: households.id,
      where: { method: 'method' },
      states: done,
      gives: { kind: 'records', fields: ['township', 'households'] },
    },
  },
  opening: {
    title: '考核评比',
    by: headquarters,
    basis: notice.lines(1341, 1343),
    gates: [appraisalDays.id],
    computes: { ranking: rankingRule.id },
  },
  initial: 'ranked',
  states: {
    ranked: {
      title: '待定奖励',
      on: {
        award: {
          title: '通报和奖励',
          to: 'issued',
          by: [leader],
          basis: notice.lines(1343),
          input: fields({ award: longText('奖励').optional() }),
          papers: [appraisalPaper.id],
        },
        return: {
          title: '退回重评',
          to: 'ranked',
          by: [leader],
          basis: notice.lines(1343),
          needsReason: true,
        },
      },
    },
    issued: { title: '已通报', final: 'completed', on: {} },
  },
  limits: {},
  open: [
    gap('按什么排名没有写明，按已验收户数占任务的比例', notice.lines(1343)),
    gap('奖励什么、奖励几个没有写明', notice.lines(1343)),
  ],
})
