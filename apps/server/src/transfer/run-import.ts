import { createHash } from 'node:crypto'
import { type Actor, dateOf, type Procedure, type Programme } from '@luoshi/kernel'
import { type Acted, type Database, open, type Surroundings } from '@luoshi/store'
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
  /** Rows stored at a time where each stands for itself. */
  readonly clients?: number
}

/** Rows between two reports of progress. */
const STRIDE = 200

const CLIENTS = 8

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
  for await (const row of opened.rows) {
    if (row.kind === 'skipped') continue
    tally.rows++
    const problems = row.kind === 'wrong' ? row.problems : keys.problemsOf(row)
    if (problems.length > 0) tally.refuse(problems)
    if (tally.rows % STRIDE === 0) {
      if (!(await means.report({ phase: 'checking', total: null, done: tally.rows }))) return 'cancelled'
    }
  }
  const goesOn = await means.report({ phase: 'checking', total: tally.rows, done: tally.rows })
  return goesOn ? 'checked' : 'cancelled'
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
  // Each client takes the next row when it is done with one.
  const client = async () => {
    for (let next = await take(); next !== null && goesOn; next = await take()) {
      await storeRow(means, target, source, next, tally)
      if (++done % STRIDE === 0) {
        goesOn &&= await means.report({ phase: 'storing', total: tally.rows, done })
      }
    }
  }
  let taking: Promise<unknown> = Promise.resolve()
  const take = (): Promise<RecordRow | null> => {
    const taken = taking.then(async () => {
      for (let next = await rows.next(); next.done !== true; next = await rows.next()) {
        if (next.value.kind === 'record' && keys.problemsOf(next.value).length === 0) return next.value
      }
      return null
    })
    taking = taken
    return taken
  }
  await Promise.all(Array.from({ length: clients }, client))
  await rows.return?.()
  if (goesOn) await means.report({ phase: 'storing', total: tally.rows, done: tally.rows })
  return goesOn
}

type RecordRow = Extract<RowRead, { kind: 'record' }>

async function storeRow(
  { db, surroundings }: ImportMeans,
  { county, programme, procedure, actor, unit, owner }: ImportTarget,
  { digest }: ImportSource,
  { line, input, unit: named }: RecordRow,
  tally: Tally,
): Promise<void> {
  const requestKey = `import/${programme.id}/${procedure.id}/${actor.id}/${digest}/${line}`
  const request = { county, case: caseIdFor(procedure, requestKey), requestKey }
  const opening = { procedure: procedure.id, unit: named ?? unit, owner, action: { by: actor, input } }
  const acted = await open(db, programme, request, opening, surroundings())
  if (acted.kind === 'done') {
    if (acted.isRepeated) tally.repeated++
    else tally.stored++
    return
  }
  tally.refuse(messagesOf(acted).map((message) => ({ line, column: '', message })))
}

function messagesOf(acted: Exclude<Acted, { kind: 'done' }>): readonly string[] {
  return acted.kind === 'refused' ? acted.issues.map(({ message }) => message) : [acted.issue.message]
}

/** The id of a row's case: the same for the same row of the same file. */
function caseIdFor({ id }: Procedure, requestKey: string): string {
  return `${id}-${createHash('sha256').update(requestKey).digest('hex').slice(0, 20)}`
}
