import { type Case, findProcedure, type Programme } from '@luoshi/kernel'
import type { Database } from './database/tables.ts'
import { caseRow } from './log/append.ts'
import { canonicalJson } from './log/digest.ts'
import { afterEntry, type Entry, expectedDigest } from './log/entry.ts'
import { entryFrom } from './log/read.ts'

/** The whole log of a county recomputed: nothing is amiss, or the first thing that is. */
export type Verified =
  | { readonly kind: 'verified'; readonly cases: number; readonly actions: number; readonly county: string }
  | { readonly kind: 'differs'; readonly case: string; readonly message: string }

/** Cases that are read at a time. */
const PAGE = 200

/** Recomputes every chain and every case of a county from the log, and names the first difference. */
export async function verify(
  db: Database,
  programmes: readonly Programme[],
  county: string,
): Promise<Verified> {
  let [cases, actions] = [0, 0]
  for (let last = ''; ; ) {
    const subjects = await subjectsAfter(db, county, last)
    const end = subjects.at(-1)
    if (end === undefined) return { kind: 'verified', county, cases, actions }
    const rows = await db
      .selectFrom('cases')
      .selectAll()
      .where('county', '=', county)
      .where('id', 'in', subjects)
      .execute()
    const logged = await entriesOfAll(db, county, subjects)
    for (const subject of subjects) {
      const entries = logged.get(subject) ?? []
      const row = rows.find(({ id }) => id === subject)
      const message = findBreak(subject, entries) ?? findDifference(programmes, subject, entries, row)
      if (message !== null) return { kind: 'differs', case: subject, message }
      cases++
      actions += entries.length
    }
    last = end
  }
}

/** Ids that the log or the cases know: one that only one of them has is a difference too. */
async function subjectsAfter(db: Database, county: string, last: string): Promise<string[]> {
  const rows = await db
    .selectFrom('actions')
    .select('subject')
    .distinct()
    .where('county', '=', county)
    .where('subject', '>', last)
    .union(db.selectFrom('cases').select('id as subject').where('county', '=', county).where('id', '>', last))
    .orderBy('subject')
    .limit(PAGE)
    .execute()
  return rows.map(({ subject }) => subject)
}

interface LoggedEntry extends Entry {
  readonly at: Date | string
}

async function entriesOfAll(
  db: Database,
  county: string,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly LoggedEntry[]>> {
  const rows = await db
    .selectFrom('actions')
    .selectAll()
    .where('county', '=', county)
    .where('subject', 'in', [...subjects])
    .orderBy('subject')
    .orderBy('sequence')
    .execute()
  return Map.groupBy(
    rows.map((row) => ({ ...entryFrom(row), at: row.at })),
    ({ subject }) => subject,
  )
}

/** Where the chain of a case is broken. */
function findBreak(subject: string, entries: readonly LoggedEntry[]): string | null {
  let previous: string | null = null
  for (const [index, entry] of entries.entries()) {
    const { at, ...kept } = entry
    const number = index + 1
    if (entry.sequence !== number) return `办件“${subject}”缺第${number}条办理记录。`
    if (entry.previous !== previous) {
      return `办件“${subject}”第${number}条办理记录与前一条衔接不上：所记的前条摘要不是前一条的摘要。`
    }
    if (entry.digest !== expectedDigest(kept)) {
      return `办件“${subject}”第${number}条办理记录的内容与它的摘要不符：记录被改动过。`
    }
    const { event } = entry.payload
    if (Date.parse(event.at) !== new Date(at).getTime() || event.by !== entry.actor) {
      return `办件“${subject}”第${number}条办理记录所记的时间或办理人与其内容不符：记录被改动过。`
    }
    previous = entry.digest
  }
  return null
}

/** Where a case is not what its log makes it. */
function findDifference(
  programmes: readonly Programme[],
  subject: string,
  entries: readonly Entry[],
  row: Readonly<Record<string, unknown>> | undefined,
): string | null {
  const [first] = entries
  const last = entries.at(-1)
  if (first === undefined || last === undefined) return `办件“${subject}”没有一条办理记录。`
  if (row === undefined) return `办件“${subject}”有办理记录，却没有现状。`
  const { opened } = first.payload
  const programme = programmes.find(({ id }) => id === opened?.programme)
  const procedure = programme && findProcedure(programme, opened?.procedure ?? '')
  if (programme === undefined || procedure === undefined || procedure.version !== opened?.version) {
    return `办件“${subject}”所用的流程“${opened?.procedure ?? ''}”第${opened?.version ?? 0}版没有找到，无法核对。`
  }
  const after = entries.reduce<Case | null>((before, entry) => afterEntry(procedure, before, entry), null)
  if (after === null) return `办件“${subject}”的第1条办理记录不是收件。`
  return firstDifference(subject, caseRow(programme, procedure, last, after), row)
}

function firstDifference(
  subject: string,
  expected: Readonly<Record<string, unknown>>,
  row: Readonly<Record<string, unknown>>,
): string | null {
  for (const [column, value] of Object.entries(expected)) {
    const found = row[column]
    const isSame =
      found instanceof Date
        ? found.getTime() === Date.parse(String(value))
        : canonicalJson(found) === canonicalJson(value)
    if (isSame) continue
    const sides =
      column === 'body' ? '' : `：现为${JSON.stringify(found)}，按办理记录应为${JSON.stringify(value)}`
    return `办件“${subject}”的现状与办理记录推算的不一致，项目“${column}”${sides}。`
  }
  return null
}
