import { createHash } from 'node:crypto'
import { type Actor, dateOf, type Procedure, type Programme } from '@luoshi/kernel'
import { type Database, keysTaken, type OpenedOfMany, openAll, type Surroundings } from '@luoshi/store'
import type { CellContext } from './cell-values.ts'
import { type ImportReport, Tally } from './import-report.ts'
import { KeysSeen } from './keys-seen.ts'
import { openRecords, type RowRead } from './read-records.ts'

/** Whether rows that stand against nothing are stored where others do. */
export type ImportMode = 'all-or-nothing' | 'good-rows'

/** Into what, by whom and in whose name records are imported. */
export interface ImportTarget {
  readonly county: string
  readonly programme: Programme
  readonly procedure: Procedure
  readonly actor: Actor
  /** Unit of records that name none. */
  readonly unit: string
  readonly owner: string | null
}

/** A sheet to import. */
export interface ImportSource {
  readonly path: string
  /** Digest of the file: a row of it is stored once, however often it is imported. */
  readonly digest: string
  readonly mode: ImportMode
}

/** How far an import has come. */
export interface ImportProgress {
  readonly phase: 'checking' | 'storing'
  /** Rows that are records; known once all were checked. */
  readonly total: number | null
  /** Rows that this phase has done. */
  readonly done: number
}

/** What an import runs with. */
export interface ImportMeans {
  readonly db: Database
  /** What surrounds an action at the moment. */
  surroundings(): Surroundings
  /** Told now and then; an answer of false ends the import. */
  report(progress: ImportProgress): Promise<boolean>
  /** Batches stored at a time where each row stands for itself. */
  readonly clients?: number
}

/** Rows that are stored in one round trip, and after which progress is told. */
const STRIDE = 200

const CLIENTS = 3

/** Thrown inside the transaction of an import that is to leave nothing behind. */
class Undone extends Error {
  override readonly name = 'Undone'
}

/**
 * Imports a sheet: checks every row first, then stores each as an action of its own. All rows or none are stored, or
 * those that nothing stands against. A row has its own request key from file and line: what was stored before is not
 * stored again, so an import that broke off goes on where it was.
 */
export async function runImport(
  means: ImportMeans,
  target: ImportTarget,
  source: ImportSource,
): Promise<ImportReport> {
  const { units, now } = means.surroundings()
  const context: CellContext = { units, today: dateOf(now) }
  const tally = new Tally()
  const checked = await check(means, target, source, context, tally)
  if (checked === 'cancelled') return tally.report('cancelled')
  if (checked === 'refused') return tally.report('nothing-stored')
  const isAll = source.mode === 'all-or-nothing'
  if (isAll && tally.refused > 0) return tally.report('nothing-stored')
  if (!isAll) {
    const isWhole = await storeRows(means, target, source, context, tally, means.clients ?? CLIENTS)
    return tally.report(isWhole ? 'stored' : 'cancelled')
  }
  return storeTogether(means, target, source, context, tally)
}

async function check(
  means: ImportMeans,
  target: ImportTarget,
  source: ImportSource,
  context: CellContext,
  tally: Tally,
): Promise<'checked' | 'refused' | 'cancelled'> {
  const opened = await openRecords(source.path, target.procedure, context)
  if (opened.kind === 'refused') {
    tally.refuse(opened.problems)
    return 'refused'
  }
  tally.unused = opened.unused
  const keys = new KeysSeen(target.programme, target.procedure)
  let batch: RecordRow[] = []
  const checkBatch = async (): Promise<boolean> => {
    tally.refusedLines = await takenLines(means, target, source, batch, tally)
    batch = []
    return means.report({ phase: 'checking', total: null, done: tally.rows })
  }
  for await (const row of opened.rows) {
    if (row.kind === 'skipped') continue
    tally.rows++
    const problems = row.kind === 'wrong' ? row.problems : keys.problemsOf(row)
    if (problems.length > 0) tally.refuse(problems)
    else if (row.kind === 'record') batch.push(row)
    if (batch.length >= STRIDE && !(await checkBatch())) return 'cancelled'
  }
  if (!(await checkBatch())) return 'cancelled'
  const goesOn = await means.report({ phase: 'checking', total: tally.rows, done: tally.rows })
  return goesOn ? 'checked' : 'cancelled'
}

/** Refuses rows whose records the register has already; gives the lines of all that were refused so. */
async function takenLines(
  { db }: ImportMeans,
  target: ImportTarget,
  source: ImportSource,
  rows: readonly RecordRow[],
  tally: Tally,
): Promise<ReadonlySet<number>> {
  const { programme, procedure, county } = target
  const asked = rows.map(({ line, input }) => ({ input, requestKey: keyOf(target, source, line) }))
  const taken = await keysTaken(db, programme, procedure, county, asked)
  const lines = [...taken].map(([place, { message }]) => {
    const line = rows[place]?.line ?? 0
    tally.refuse([{ line, column: '', message }])
    return line
  })
  return lines.length === 0 ? tally.refusedLines : new Set([...tally.refusedLines, ...lines])
}

/** Stores all rows in one transaction, and none of them where one is refused. */
async function storeTogether(
  means: ImportMeans,
  target: ImportTarget,
  source: ImportSource,
  context: CellContext,
  tally: Tally,
): Promise<ImportReport> {
  let isWhole = false
  try {
    await means.db.transaction().execute(async (db) => {
      isWhole = await storeRows({ ...means, db }, target, source, context, tally, 1)
      if (!isWhole || tally.refused > 0) throw new Undone()
    })
    return tally.report('stored')
  } catch (error) {
    if (!(error instanceof Undone)) throw error
    tally.stored = 0
    return tally.report(isWhole ? 'nothing-stored' : 'cancelled')
  }
}

/** Whether all were come to: false where it was ended before. */
async function storeRows(
  means: ImportMeans,
  target: ImportTarget,
  source: ImportSource,
  context: CellContext,
  tally: Tally,
  clients: number,
): Promise<boolean> {
  const opened = await openRecords(source.path, target.procedure, context)
  if (opened.kind === 'refused') return true
  const keys = new KeysSeen(target.programme, target.procedure)
  const rows = opened.rows[Symbol.asyncIterator]()
  let [done, goesOn] = [0, true]
  const takeBatch = async (): Promise<readonly RecordRow[]> => {
    const batch: RecordRow[] = []
    while (batch.length < STRIDE) {
      const next = await rows.next()
      if (next.done === true) break
      const row = next.value
      const isGood = row.kind === 'record' && keys.problemsOf(row).length === 0
      if (isGood && !tally.refusedLines.has(row.line)) batch.push(row)
    }
    return batch
  }
  // Rows are taken by one client after the other, and stored by all of them at once.
  let taking: Promise<readonly RecordRow[]> = Promise.resolve([])
  const take = () => {
    taking = taking.then(takeBatch)
    return taking
  }
  const client = async () => {
    for (let batch = await take(); batch.length > 0 && goesOn; batch = await take()) {
      await storeBatch(means, target, source, batch, tally)
      done += batch.length
      goesOn &&= await means.report({ phase: 'storing', total: tally.rows, done })
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  await rows.return?.()
  if (goesOn) await means.report({ phase: 'storing', total: tally.rows, done: tally.rows })
  return goesOn
}

type RecordRow = Extract<RowRead, { kind: 'record' }>

async function storeBatch(
  { db, surroundings }: ImportMeans,
  target: ImportTarget,
  source: ImportSource,
  batch: readonly RecordRow[],
  tally: Tally,
): Promise<void> {
  const { county, programme, procedure, actor, unit, owner } = target
  const openings = batch.map(({ line, input, unit: named }) => {
    const requestKey = keyOf(target, source, line)
    const opening = { procedure: procedure.id, unit: named ?? unit, owner, action: { by: actor, input } }
    return { case: caseIdFor(procedure, requestKey), requestKey, opening }
  })
  const results = await openAll(db, programme, county, openings, surroundings())
  for (const [place, result] of results.entries()) {
    if (result.kind === 'opened') tally.stored++
    else if (result.kind === 'repeated') tally.repeated++
    else {
      const line = batch[place]?.line ?? 0
      tally.refuse(messagesOf(result).map((message) => ({ line, column: '', message })))
    }
  }
}

/** The request key of a row: the same for the same row of the same file, imported by the same person. */
function keyOf(
  { programme, procedure, actor }: ImportTarget,
  { digest }: ImportSource,
  line: number,
): string {
  return `import/${programme.id}/${procedure.id}/${actor.id}/${digest}/${line}`
}

function messagesOf(acted: Extract<OpenedOfMany, { kind: 'refused' | 'not-stored' }>): readonly string[] {
  return acted.kind === 'refused' ? acted.issues.map(({ message }) => message) : [acted.issue.message]
}

/** The id of a row's case: the same for the same row of the same file. */
function caseIdFor({ id }: Procedure, requestKey: string): string {
  return `${id}-${createHash('sha256').update(requestKey).digest('hex').slice(0, 20)}`
}
