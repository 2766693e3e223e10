import {
  type Answer,
  choice,
  count,
  date,
  defineProcedure,
  defineRegister,
  defineReport,
  defineRule,
  defineStocktake,
  defineValueRule,
  fields,
  gap,
  type IsoDate,
  longText,
  may,
  reportParts,
  text,
} from '@luoshi/kernel'
import { leader, notice, office, police, readers, roads, township, validity } from './notice.ts'

/** What every township finds in its survey, twice a year. */
export const survey = defineReport({
  id: 'survey',
  title: '农用车半年排查',
  basis: notice.lines(834),
  owedBy: 'township',
  owedTo: 'group-office',
  fields: fields({
    vehicles: count('农用车', '辆'),
    drivers: count('驾驶人', '人'),
    added: count('比上次增加', '辆'),
    removed: count('比上次减少', '辆'),
    unplated: count('无牌', '辆'),
    oversize: count('超标', '辆'),
    wornOut: count('达到强制报废标准', '辆'),
    note: longText('排查情况'),
  }),
  due: {
    turn: { kind: 'half-yearly', month: 6, day: 'last' },
    covers: 'this',
    isDayIncluded: true,
    movesToWorkday: false,
    basis: gap('每半年在哪一天前排查完没有写明，按半年末日', notice.lines(834)),
  },
  from: '2023-07-01',
  until: null,
})

export const surveyParts = reportParts(survey, validity, [may('county-leader', 'county')])

export const actionKinds = {
  campaign: '农用车违法载人专项整治',
  sweep: '农村交通安全风险隐患大调研、大排查、大治理',
} as const

const quarters = { q1: '第一季度', q2: '第二季度', q3: '第三季度', q4: '第四季度', none: '不分季度' } as const
type Quarter = keyof typeof quarters

const shape = {
  kind: choice('行动', actionKinds),
  year: count('年度', '年'),
  quarter: choice('季度', quarters),
  plan: longText('部署内容'),
}

const [begins, ends] = [date('开始日期'), date('结束日期')]

/** What is carried out year after year: the campaign from April to November, the sweep of every quarter. */
export const actions = defineRegister({
  id: 'actions',
  title: '农村交通安全专项行动台账',
  basis: notice.lines(842, 844),
  fields: fields({ ...shape, begins: begins.optional(), ends: ends.optional() }),
  key: ['kind', 'year', 'quarter'],
  access: { read: readers, write: [office] },
})

const firstDays: Readonly<Record<Exclude<Quarter, 'none'>, readonly [string, string]>> = {
  q1: ['01-01', '03-31'],
  q2: ['04-01', '06-30'],
  q3: ['07-01', '09-30'],
  q4: ['10-01', '12-31'],
}

/** First and last day of an action; null where kind and quarter do not go together. */
export function daysOf(
  kind: keyof typeof actionKinds,
  year: number,
  quarter: Quarter,
): readonly [IsoDate, IsoDate] | null {
  if (kind === 'campaign') return quarter === 'none' ? [`${year}-04-01`, `${year}-11-30`] : null
  if (quarter === 'none') return null
  const [from, until] = firstDays[quarter]
  return [`${year}-${from}`, `${year}-${until}`]
}

/** Every action of a year. */
export function actionsOfYear(year: number) {
  const all = [
    { kind: 'campaign', quarter: 'none' },
    ...(['q1', 'q2', 'q3', 'q4'] as const).map((quarter) => ({ kind: 'sweep', quarter }) as const),
  ] as const
  return all.flatMap(({ kind, quarter }) => {
    const days = daysOf(kind, year, quarter)
    return days === null ? [] : [{ kind, quarter, begins: days[0], ends: days[1] }]
  })
}

const dayRule = (id: string, title: string, gives: typeof begins, place: 0 | 1) =>
  defineValueRule({
    id,
    title,
    basis: notice.lines(842, 844),
    gives,
    inputs: { kind: shape.kind, year: shape.year, quarter: shape.quarter },
    parameters: {},
    decide: ({ kind, year, quarter }): Answer<string> => {
      const days = daysOf(kind, year, quarter)
      if (days === null) return { missing: '与行动相符的季度（专项整治不分季度，大排查按季度）' }
      return {
        value: days[place],
        because: kind === 'campaign' ? '每年4至11月份' : `${year}年${quarters[quarter]}`,
      }
    },
  })

export const beginsRule = dayRule('action-begins', '行动开始日期', begins, 0)
export const endsRule = dayRule('action-ends', '行动结束日期', ends, 1)

const closed = {
  findings: longText('规律特点分析'),
  result: longText('采取的措施和成效'),
  closedOn: date('总结日期'),
}

/** An action is summed up when it has begun, not before. */
export const hasBegun = defineRule({
  id: 'has-begun',
  title: '行动已经开始',
  basis: notice.lines(842, 844),
  inputs: { closedOn: closed.closedOn, begins },
  parameters: {},
  decide: ({ closedOn, begins: from }) => ({
    isMet: closedOn >= from,
    wanted: `总结日期不早于开始的${from}`,
    found: closedOn,
  }),
})

/** Called, carried out together, summed up. */
export const acting = defineProcedure({
  id: 'acting',
  title: '农村交通安全专项行动',
  basis: notice.lines(842, 844),
  ...validity,
  register: actions.id,
  subject: actions.fields,
  access: { read: readers },
  lookups: {},
  opening: {
    title: '部署行动',
    by: [office],
    basis: notice.lines(842, 844),
    computes: { begins: beginsRule.id, ends: endsRule.id },
  },
  initial: 'running',
  states: {
    running: {
      title: '行动中',
      on: {
        tell: {
          title: '填报进展',
          to: 'running',
          by: [office, police, roads, township],
          basis: notice.lines(842, 844),
          input: fields({ progress: longText('进展情况'), who: text('填报单位') }),
        },
        close: {
          title: '总结',
          to: 'closed',
          by: [office],
          basis: notice.lines(842),
          input: fields(closed),
          gates: [hasBegun.id],
        },
      },
    },
    closed: {
      title: '已总结',
      final: 'completed',
      on: {
        reopen: {
          title: '退回补充',
          to: 'running',
          by: [leader],
          basis: notice.lines(842),
          needsReason: true,
        },
      },
    },
  },
  limits: {
    finish: {
      title: '行动期限',
      starts: 'opening',
      ends: ['close'],
      legal: { field: 'ends', basis: notice.lines(842, 844) },
      missed: { kind: 'flag' },
    },
  },
})

/** Which actions of this year have been called, and which should have begun and were not. */
export const actionsCalled = defineStocktake({
  id: 'actions-called',
  title: '本年专项行动部署',
  basis: notice.lines(842, 844),
  register: actions.id,
  count(records, { today }) {
    const year = Number(today.slice(0, 4))
    const stands = actionsOfYear(year).map((one) => ({
      ...one,
      record: records.find(
        ({ data }) => data['kind'] === one.kind && data['year'] === year && data['quarter'] === one.quarter,
      ),
    }))
    const missing = stands.filter(({ record, begins: from }) => record === undefined && from <= today)
    return {
      says: `${year}年应有${stands.length}次行动，已部署${stands.filter(({ record }) => record !== undefined).length}次，到期没有部署${missing.length}次。`,
      isMet: missing.length === 0,
      findings: stands.map(({ kind, quarter, record, begins: from, ends: until }) => ({
        name: kind === 'campaign' ? actionKinds.campaign : `${quarters[quarter]}大排查`,
        message: `${from}至${until}，${standingText(record?.state, from, until, today)}。`,
      })),
    }
  },
})

function standingText(state: string | undefined, from: IsoDate, until: IsoDate, today: IsoDate): string {
  if (state === 'closed') return '已总结'
  if (state !== undefined) return until < today ? '已过期限，还没有总结' : '行动中'
  return from <= today ? '应已开始，还没有部署' : '还没有到开始日期'
}
