import type { Clause, Instrument } from '@luoshi/gazette'
import type { PassageToStore } from '@luoshi/store'
import { clauseReference } from '../chinese-words.ts'
import { maskedTable } from './personal-columns.ts'
import { maskedClauses } from './personal-prose.ts'

/**
 * What is searched of an instrument, in reading order: its number and title, its clauses, each clause's tables. What tells of
 * a person in a clause or a table is masked: it is neither shown nor found.
 */
export function passagesOf(instrument: Instrument): PassageToStore[] {
  const { docNumber, title, lines, tables } = instrument
  const { clauses } = maskedClauses(instrument)
  const byId = new Map(clauses.map((clause) => [clause.id, clause]))
  const passage = { table: null, rowKind: null, cells: null }
  const head = [docNumber, title].filter(Boolean).join(' ')
  const line: [number, number] = [lines[0], lines[0]]
  const passages: PassageToStore[] = [
    { ...passage, kind: 'title', clause: null, reference: '', text: head, lines: line },
  ]
  for (const clause of clauses) {
    const reference = clauseReference(byId, clause.id)
    passages.push({
      ...passage,
      kind: 'clause',
      clause: clause.id,
      reference,
      text: clauseText(clause),
      lines: clause.lines,
    })
  }
  for (const [index, table] of tables.entries()) {
    const { clause, rows } = maskedTable(table)
    const reference = clause === null ? '' : clauseReference(byId, clause)
    for (const { cells, kind, line } of rows) {
      passages.push({
        kind: 'row',
        clause,
        reference,
        table: index + 1,
        rowKind: kind,
        cells,
        text: rowText(cells),
        lines: [line, line],
      })
    }
  }
  return passages
}

/** A row of a table as one text. */
export function rowText(cells: readonly string[]): string {
  return cells.filter(Boolean).join('　')
}

/** Label, heading and text of a clause as they are read. */
export function clauseText({ label, heading, text }: Clause): string {
  return `${label ?? ''}${heading ?? ''}${heading !== null && text !== '' ? '　' : ''}${text}`
}
