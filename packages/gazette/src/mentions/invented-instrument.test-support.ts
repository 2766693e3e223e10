import type { Table } from '../issue.ts'
import type { ReadClause, ReadInstrument } from '../reading.ts'
import { signsOf } from '../signs.ts'
import { concatTraced, traceLine } from '../traced-text.ts'

/**
 * An instrument of made-up 清源县 whose clauses are the given paragraphs, one a line from line 1; `\n` inside a
 * paragraph is a break of the print that joining took out. `# 标题` gives a clause with that heading.
 */
export function inventedInstrument(
  paragraphs: readonly string[],
  facts: Partial<Omit<ReadInstrument, 'clauses'>> = {},
): ReadInstrument {
  const clauses: ReadClause[] = []
  let line = 0
  let heading: string | null = null
  let parent: string | null = null
  for (const paragraph of paragraphs) {
    const lines = paragraph.split('\n').map((text) => traceLine(text.replace(/^# /, ''), ++line))
    const whole = concatTraced(lines)
    const isHeading = paragraph.startsWith('# ')
    if (isHeading) {
      heading = whole.text
      parent = null
    }
    const id = String(clauses.length + 1)
    clauses.push({
      clause: {
        id,
        parent,
        label: null,
        level: parent === null ? 1 : 2,
        heading: isHeading ? heading : null,
        text: isHeading ? '' : whole.text,
        lines: [line - lines.length + 1, line],
      },
      whole,
      signs: signsOf(whole.text),
    })
    if (isHeading) parent = id
  }
  return {
    docNumber: '清政办发〔2022〕8号',
    title: '清源县人民政府办公室关于印发清源县某项工作实施方案的通知',
    issuer: '清源县人民政府办公室',
    issuedOn: '2022-05-10',
    lines: [1, line],
    ...facts,
    clauses,
  }
}

/** A table of one column less headers, with its rows from the given line on. */
export function inventedTable(columns: readonly string[], rows: readonly string[][], firstLine = 100): Table {
  return {
    clause: null,
    title: null,
    columns: [...columns],
    rows: rows.map((cells, index) => ({ cells: [...cells], kind: 'row', line: firstLine + 1 + index })),
    lines: [firstLine, firstLine + rows.length],
  }
}
