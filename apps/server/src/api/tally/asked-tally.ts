import {
  caseFieldsOf,
  defineTally,
  type FieldMeta,
  findFieldMeta,
  isFigure,
  labelOf,
  type Procedure,
  type Programme,
  type Tally,
  type TallyColumn,
  type TallyGroup,
} from '@luoshi/kernel'
import { type ApiIssue, apiIssue } from '../api-issues.ts'

/** Groups within groups that are counted at most. */
const MOST_GROUPS = 3

/** With what the ids of columns of single states begin. */
export const STATE_COLUMN = '@state.'

/** Periods by which days are put together. */
const periods = { year: '按年', quarter: '按季', month: '按月', day: '按日' } as const

type Period = keyof typeof periods

/** Something by which records can be counted, as it stands behind `by=`. */
export interface GroupOffered {
  readonly id: string
  readonly title: string
  readonly group: TallyGroup
}

/** By what the records of a procedure can be counted: unit, fields of few values, days. Never by what is personal. */
export function groupsOf(procedure: Procedure): readonly GroupOffered[] {
  const fields = openFieldsOf(procedure).flatMap(([name, meta]): GroupOffered[] => {
    if (meta.control === 'date' || meta.control === 'date-time') {
      return Object.entries(periods).map(([every, how]) => ({
        id: `${name}.${every}`,
        title: `${meta.label}（${how}）`,
        group: { kind: 'period', field: name, every: every as Period },
      }))
    }
    if (!GROUPED.has(meta.control)) return []
    return [{ id: name, title: meta.label, group: { kind: 'field', field: name } }]
  })
  return [{ id: '@unit', title: '机构', group: { kind: 'unit' } }, ...fields]
}

const GROUPED: ReadonlySet<FieldMeta['control']> = new Set(['choice', 'yes-no', 'unit', 'text', 'reference'])

/** The figures of a procedure that can be added up. */
export function sumsOf(procedure: Procedure): readonly { readonly id: string; readonly title: string }[] {
  const fields = caseFieldsOf(procedure)
  return openFieldsOf(procedure)
    .filter(([name]) => isFigure(fields[name]))
    .map(([name, meta]) => ({ id: name, title: labelOf(meta) }))
}

function openFieldsOf(procedure: Procedure): readonly (readonly [string, FieldMeta])[] {
  return Object.entries(caseFieldsOf(procedure)).flatMap(([name, schema]) => {
    const meta = findFieldMeta(schema)
    return meta === undefined || meta.personal !== undefined ? [] : [[name, meta] as const]
  })
}

/** What of the query says how records are counted. */
export interface TallyQuery {
  /** Id of a tally that the programme declares. */
  readonly tally?: string | undefined
  /** Ids of groups, parted by commas. */
  readonly by?: string | undefined
  /** Fields to be added up, parted by commas. */
  readonly sum?: string | undefined
}

/** The tally that was asked for: one that the programme declares, or one put together by who asks. */
export function askedTally(programme: Programme, procedure: Procedure, query: TallyQuery): Tally | ApiIssue {
  if (query.tally !== undefined) {
    const own = talliesOf(programme, procedure)
    const declared = own.find(({ id }) => id === query.tally)
    const known = own.map(({ id, title }) => `${id}（${title}）`).join('、')
    return declared ?? apiIssue('query-refused', { name: 'tally', wanted: known === '' ? '空：没有' : known })
  }
  const groups = groupsOf(procedure)
  const by = wordsOf(query.by ?? '@unit').map((id) => groups.find((one) => one.id === id)?.group)
  if (by.length === 0 || by.length > MOST_GROUPS || by.includes(undefined)) {
    const known = groups.map(({ id }) => id).join('、')
    return apiIssue('query-refused', { name: 'by', wanted: `至多${MOST_GROUPS}项、用逗号隔开：${known}` })
  }
  const sums = sumsOf(procedure)
  const columns = wordsOf(query.sum ?? '').map((id) => sums.find((one) => one.id === id))
  if (columns.includes(undefined)) {
    return apiIssue('query-refused', { name: 'sum', wanted: sums.map(({ id }) => id).join('、') || '空' })
  }
  return defineTally({
    id: 'asked',
    title: `${procedure.title}统计表`,
    basis: procedure.basis,
    register: procedure.register,
    by: by.filter((group) => group !== undefined),
    columns: [
      { id: '@count', title: '件数' },
      ...byState(procedure),
      ...columns.flatMap((found) => (found === undefined ? [] : [{ ...found, sums: found.id }])),
    ],
  })
}

/** The tallies that a programme declares over the register of a procedure. */
export function talliesOf({ tallies = [] }: Programme, { register }: Procedure): readonly Tally[] {
  return tallies.filter((tally) => tally.register === register)
}

/** One column for each state in which a record can be, where there is more than one. */
function byState({ states }: Procedure): TallyColumn[] {
  const all = Object.entries(states)
  if (all.length < 2) return []
  return all.map(([id, { title }]) => ({ id: `${STATE_COLUMN}${id}`, title, states: [id] }))
}

function wordsOf(text: string): readonly string[] {
  return text.split(',').filter((word) => word !== '')
}
