import {
  type Answer,
  choice,
  count,
  date,
  defineProcedure,
  defineRegister,
  defineStocktake,
  defineValueRule,
  fields,
  gap,
  listOf,
} from '@luoshi/kernel'
import { brigade, committee, plan, readers, validity } from './notices.ts'

const kinds = { firefighter: '专职消防队员', clerk: '消防文员' } as const

type Kind = keyof typeof kinds

const years = ['2021', '2022', '2023', '2024', '2025'] as const

type Year = (typeof years)[number]

/** What 附表2 plans to recruit. */
export const printedRecruits: Readonly<
  Record<Kind, Readonly<Record<Year, readonly [planned: number, line: number]>>>
> = {
  firefighter: { '2021': [0, 834], '2022': [5, 836], '2023': [10, 838], '2024': [0, 840], '2025': [0, 842] },
  clerk: { '2021': [0, 835], '2022': [0, 837], '2023': [0, 839], '2024': [0, 841], '2025': [0, 843] },
}

const lines = plan.lines(831, 847)

const shape = {
  kind: choice('人员类别', kinds),
  year: choice('年度', Object.fromEntries(years.map((one) => [one, `${one}年`])) as Record<Year, string>),
}
const toRecruit = count('本年应征召', '人')
const lost = count('本年减少人数', '人', { help: '年度结账时填写' })
const carriedTo = choice(
  '纳入年度',
  Object.fromEntries([...years.slice(1), '2026'].map((one) => [one, `${one}年`])) as Record<string, string>,
)

/** How many firefighters and clerks are to be recruited in each year, were, and left. */
export const recruitments = defineRegister({
  id: 'recruitments',
  title: '专职消防队员、消防文员征召台账',
  basis: lines,
  fields: fields({
    ...shape,
    toRecruit: toRecruit.optional(),
    lost: lost.optional(),
    carriedTo: carriedTo.optional(),
  }),
  key: ['kind', 'year'],
  access: { read: readers, write: [brigade] },
})

const lostBefore = listOf('上年减少的人员', fields({ lost }))

/** Whoever left in one year is recruited in the next. */
export const recruitRule = defineValueRule({
  id: 'to-recruit',
  title: '本年应征召人数',
  basis: plan.lines(834, 847),
  gives: toRecruit,
  inputs: { ...shape, lostBefore },
  parameters: {},
  decide: ({ kind, year, lostBefore: before }): Answer<number> => {
    const [printed, line] = printedRecruits[kind][year]
    const carried = before.reduce((sum, one) => sum + one.lost, 0)
    const because = `计划${printed}人${carried === 0 ? '' : `，上年减少${carried}人纳入本年`}`
    return { value: printed + carried, because, basis: plan.lines(carried === 0 ? line : 847) }
  },
})

export const carriedRule = defineValueRule({
  id: 'carried-to',
  title: '减少的人员纳入的年度',
  basis: plan.lines(847),
  gives: carriedTo,
  inputs: { year: shape.year },
  parameters: {},
  decide: ({ year }) => ({ value: String(Number(year) + 1), because: '纳入下一年度征召计划' }),
})

/** A year's recruiting: planned with what was lost before, closed with who came and who left. */
export const recruiting = defineProcedure({
  id: 'recruiting',
  title: '专职消防队员、消防文员征召',
  basis: lines,
  ...validity,
  register: recruitments.id,
  subject: recruitments.fields,
  access: { read: readers },
  lookups: {
    lostBefore: {
      title: '上年减少的人员',
      register: recruitments.id,
      where: { kind: 'kind', carriedTo: 'year' },
      states: ['closed'],
      gives: { kind: 'records', fields: ['lost'] },
    },
  },
  opening: {
    title: '编制年度征召计划',
    by: [brigade],
    basis: lines,
    computes: { toRecruit: recruitRule.id },
  },
  initial: 'planned',
  states: {
    planned: {
      title: '征召中',
      on: {
        replan: {
          title: '按上年减少重新计算',
          to: 'planned',
          by: [brigade],
          basis: plan.lines(847),
          computes: { toRecruit: recruitRule.id },
        },
        close: {
          title: '年度结账',
          to: 'closed',
          by: [brigade],
          basis: plan.lines(847),
          input: fields({ recruited: count('实际征召', '人'), lost, closedOn: date('结账日期') }),
          computes: { carriedTo: carriedRule.id },
        },
      },
    },
    closed: {
      title: '已结账',
      final: 'completed',
      on: { reopen: { title: '退回更正', to: 'planned', by: [committee], basis: lines, needsReason: true } },
    },
  },
  limits: {},
  open: [gap('减少的人员未招满时是否再往后一年结转没有写明，只结转当年减少的', plan.lines(847))],
})

/** How recruiting stands over all years. */
export const recruited = defineStocktake({
  id: 'recruited',
  title: '征召计划完成情况',
  basis: lines,
  register: recruitments.id,
  count(records) {
    const known = records.filter(({ data }) => data['toRecruit'] !== undefined)
    if (known.length === 0) return { says: '还没有编制征召计划。', isMet: null, findings: [] }
    const rows = known.map(({ state, data }) => ({
      name: `${data['year']}年${kinds[String(data['kind']) as Kind]}`,
      wanted: Number(data['toRecruit']),
      came: state === 'closed' ? Number(data['recruited'] ?? 0) : null,
      left: Number(data['lost'] ?? 0),
    }))
    const short = rows.filter(({ wanted, came }) => came !== null && came < wanted)
    return {
      says: `编制计划${rows.length}项，已结账${rows.filter(({ came }) => came !== null).length}项，少于应征召${short.length}项。`,
      isMet: short.length === 0 ? null : false,
      findings: rows.map(({ name, wanted, came, left }) => ({
        name,
        message:
          came === null ? `应征召${wanted}人，征召中。` : `应征召${wanted}人，实际${came}人，减少${left}人。`,
      })),
    }
  },
})
