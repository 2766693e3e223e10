import type { Issue, Span } from '@luoshi/gazette'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { foldText, storableText } from './fold-text.ts'
import type { GazetteTables } from './gazette-tables.ts'
import { storableJson } from './import-issue.ts'
import type { InstrumentToStore, IssueToStore } from './issue-to-store.ts'
import { keepWords } from './keep-words.ts'
import { addCounts, keptWords, lockWords } from './word-counts.ts'

/** Stores the instruments of a version with their parts: one statement a table. Within a transaction. */
export async function storeInstruments(
  transaction: Database,
  { county, key, issue, instruments, findings }: IssueToStore,
  version: number,
): Promise<void> {
  const ids = instruments.map((_, index) => `${key}/${version}/${index + 1}`)
  const numbers = await newNumbers(transaction, instruments.length)
  await insertAll(
    transaction,
    'gazette_instruments',
    instruments.map((instrument, index) => ({
      county,
      id: ids[index],
      number: numbers[index],
      issue: key,
      version,
      ordinal: index + 1,
      ...instrumentRow(instrument),
      repairs: repairsWithin(issue.repairs, instrument.body.lines),
    })),
  )
  const partsOf = (rowsOf: (instrument: InstrumentToStore) => readonly object[]) =>
    instruments.flatMap((instrument, index) =>
      rowsOf(instrument).map((row, part) => ({ county, instrument: ids[index], ordinal: part + 1, ...row })),
    )
  await insertAll(transaction, 'gazette_passages', partsOf(passageRows))
  const searched = instruments.map(({ passages }, index) => ({
    notice: numbers[index] ?? 0,
    texts: passages.map(({ text }) => foldText(storableText(text))),
  }))
  await insertAll(
    transaction,
    'gazette_searched',
    searched.flatMap(({ notice, texts }) =>
      texts.map((folded, part) => ({ notice, ordinal: part + 1, county, folded })),
    ),
  )
  await lockWords(transaction)
  await addCounts(transaction, county, searched, await keptWords(transaction))
  await keepWords(
    transaction,
    searched.flatMap(({ texts }) => texts),
  )
  await insertAll(transaction, 'gazette_tables', partsOf(tableRows))
  await insertAll(transaction, 'gazette_citations', partsOf(citationRows))
  await insertAll(transaction, 'gazette_effects', partsOf(effectRows))
  await insertAll(transaction, 'gazette_duties', partsOf(dutyRows))
  await insertAll(transaction, 'gazette_deadlines', partsOf(deadlineRows))
  await insertAll(
    transaction,
    'gazette_findings',
    findings.map(({ instrument, finding }, index) => ({
      county,
      issue: key,
      version,
      ordinal: index + 1,
      instrument: instrument === null ? null : (ids[instrument] ?? null),
      kind: finding.kind,
      severity: finding.severity,
      message: finding.message,
      doc_number: finding.docNumber,
      clause: finding.clause,
      lines: finding.lines,
    })),
  )
}

/** Numbers that no instrument has. */
async function newNumbers(transaction: Database, count: number): Promise<readonly number[]> {
  const { rows } = await sql<{ number: number }>`
    select nextval(pg_get_serial_sequence('gazette_instruments', 'number'))::integer as number
    from generate_series(1, ${count}::integer)`.execute(transaction)
  return rows.map(({ number }) => number)
}

function repairsWithin(repairs: Issue['repairs'], [first, last]: Span): Issue['repairs'] {
  return repairs.filter(({ line }) => line >= first && line <= last)
}

/** Rows that one statement takes: more would be one string too long. */
const ROWS_AT_ONCE = 20_000

async function insertAll(
  transaction: Database,
  table: keyof GazetteTables,
  rows: readonly object[],
): Promise<void> {
  for (let first = 0; first < rows.length; first += ROWS_AT_ONCE) {
    const json = storableJson(rows.slice(first, first + ROWS_AT_ONCE))
    await sql`
      insert into ${sql.table(table)}
      select * from jsonb_populate_recordset(null::${sql.table(table)}, ${json}::jsonb)`.execute(transaction)
  }
}

function instrumentRow(instrument: InstrumentToStore) {
  const { place, series, year, serial, kind, matter, body, units, counts } = instrument
  const { docNumber, title, issuer, issuedOn, lines, page } = body
  return {
    is_current: false,
    place,
    address: place,
    doc_number: docNumber,
    series,
    year,
    serial,
    kind,
    matter,
    title,
    issuer,
    issued_on: issuedOn,
    first_line: lines[0],
    last_line: lines[1],
    page,
    units,
    counts,
    body,
    title_folded: foldText(storableText(title)),
    number_folded: foldText(docNumber ?? ''),
  }
}

function passageRows({ passages }: InstrumentToStore) {
  return passages.map(({ kind, clause, reference, table, rowKind, cells, text, lines }) => ({
    kind,
    clause,
    reference,
    table_number: table,
    row_kind: rowKind,
    cells,
    text,
    first_line: lines[0],
    last_line: lines[1],
  }))
}

function tableRows({ tables }: InstrumentToStore) {
  return tables.map(({ clause, title, columns, rows, lines, personal }, index) => ({
    number: index + 1,
    clause,
    title,
    columns,
    rows,
    first_line: lines[0],
    last_line: lines[1],
    personal,
  }))
}

function citationRows({ citations }: InstrumentToStore) {
  return citations.map(({ clause, title, docNumber, isSuperior, lines }) => ({
    clause,
    title,
    doc_number: docNumber,
    is_superior: isSuperior,
    first_line: lines[0],
    last_line: lines[1],
  }))
}

function effectRows({ effects }: InstrumentToStore) {
  return effects.map(({ kind, docNumber, title, onDay, says, clause, line }) => ({
    kind,
    doc_number: docNumber,
    title,
    on_day: onDay,
    says,
    clause,
    first_line: line,
  }))
}

function dutyRows({ duties }: InstrumentToStore) {
  return duties.map(({ duty, clause, unit, role, printed, days, others, lines }) => ({
    duty,
    clause,
    unit,
    role,
    printed,
    due: days[0] ?? null,
    days,
    others,
    first_line: lines[0],
    last_line: lines[1],
  }))
}

function deadlineRows({ deadlines }: InstrumentToStore) {
  return deadlines.map(({ lines, timesAYear, isPublic, ...deadline }) => ({
    ...deadline,
    times_a_year: timesAYear,
    is_public: isPublic,
    first_line: lines[0],
    last_line: lines[1],
  }))
}
