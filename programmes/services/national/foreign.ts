import { caseTables, type ForeignCase } from '../foreign-cases.ts'
import { momentFromNational } from './moments.ts'
import { groupsOf, type NationalRecord, nationalTable } from './records.ts'
import type { NationalTable } from './table.ts'

/** Records of one case, by table; a table that was not sent is not there. */
export type CaseRecords = Readonly<Partial<Record<keyof typeof caseTables, readonly NationalRecord[]>>>

type ForeignItem = ForeignCase['items'][number]

/** The group under which a value stands that the standard does not know. */
const ADDED = 'extensions'

const ids = Object.keys(caseTables) as (keyof typeof caseTables)[]

/** Which case a record belongs to; null where it does not say. */
export function caseNumberOf({ values, rows, extensions }: NationalRecord): string | null {
  const ofRow = Object.values(rows)
    .flat()
    .map((row) => row['caseNumber'] ?? row['materialCaseNumber'])
    .find((number) => number !== undefined)
  const extended = extensions['caseNumber']
  return values['caseNumber'] ?? ofRow ?? (typeof extended === 'string' ? extended : null)
}

/** A case of another platform, with every item that was sent. */
export function foreignFromNational(number: string, caseNumber: string, records: CaseRecords): ForeignCase {
  const first = (table: keyof CaseRecords) => records[table]?.[0]?.values
  const at = (value: string | undefined) => momentFromNational(value ?? '')
  const [appliedAt, closedAt] = [at(first('application')?.['appliedAt']), at(first('closing')?.['closedAt'])]
  return {
    number,
    caseNumber,
    itemName: first('application')?.['itemName'] ?? first('acceptance')?.['itemName'] ?? '没有写事项名称',
    stage: stageOf(records),
    ...(appliedAt === null ? {} : { appliedAt }),
    ...(closedAt === null ? {} : { closedAt }),
    items: ids.flatMap((table) => (records[table] ?? []).flatMap((record) => itemsOf(table, record))),
  }
}

/** The records again, as they were sent. */
export function foreignToNational({ items }: Pick<ForeignCase, 'items'>): CaseRecords {
  const sent = ids.filter((table) => items.some((item) => item.table === table))
  return Object.fromEntries(
    sent.map((table) => [
      table,
      [
        recordFrom(
          nationalTable(table),
          items.filter((item) => item.table === table),
        ),
      ],
    ]),
  )
}

/** What was known, with what was sent since: a table that comes again is taken as it is now. */
export function mergedRecords(before: CaseRecords, sent: CaseRecords): CaseRecords {
  return { ...before, ...sent }
}

function stageOf({ acceptance = [], handling = [], closing = [] }: CaseRecords): ForeignCase['stage'] {
  if (closing.length > 0) return 'closed'
  if (handling.length > 0) return 'handled'
  return acceptance.length > 0 ? 'accepted' : 'applied'
}

function itemsOf(
  table: keyof typeof caseTables,
  { values, rows, extensions }: NationalRecord,
): ForeignItem[] {
  const own = Object.entries(values).map(([item, value]) => ({ table, item, value }))
  const repeated = Object.entries(rows).flatMap(([group, all]) =>
    all.flatMap((one, row) =>
      Object.entries(one).map(([item, value]) => ({ table, group, row, item, value })),
    ),
  )
  const added = Object.entries(extensions).map(([item, value]) => ({
    table,
    group: ADDED,
    item,
    value: JSON.stringify(value),
  }))
  return [...own, ...repeated, ...added].filter(({ value }) => value.trim() !== '')
}

function recordFrom(table: NationalTable, items: readonly ForeignItem[]): NationalRecord {
  const pairs = (all: readonly ForeignItem[]) =>
    Object.fromEntries(all.map(({ item, value }) => [item, value]))
  const groups = groupsOf(table).flatMap((group) => {
    const own = items.filter((item) => item.group === group)
    if (own.length === 0) return []
    const rows = Map.groupBy(own, ({ row = 0 }) => row)
    return [[group, [...rows.keys()].sort((a, b) => a - b).map((row) => pairs(rows.get(row) ?? []))] as const]
  })
  const added = items.filter(({ group }) => group === ADDED)
  return {
    values: pairs(items.filter(({ group }) => group === undefined)),
    rows: Object.fromEntries(groups),
    extensions: Object.fromEntries(added.map(({ item, value }) => [item, JSON.parse(value) as unknown])),
  }
}

/** How the satisfaction codes of a sender run: as the standard has them, or the other way round. */
export type SatisfactionOrder = 'standard' | 'reversed'

/** A rating’s code in the standard’s order; null where the word beside it says something else. */
export function satisfactionFrom(
  { values }: NationalRecord,
  order: SatisfactionOrder,
  labels: Readonly<Record<string, string>>,
): string | null {
  const sent = values['satisfactionCode'] ?? ''
  if (!/^[1-5]$/.test(sent)) return null
  const code = order === 'standard' ? sent : String(6 - Number(sent))
  const word = values['satisfaction']
  return word === undefined || word === labels[code] ? code : null
}
