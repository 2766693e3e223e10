import type { TableRow } from '../issue.ts'
import type { Line } from '../reading.ts'
import { readListEntry } from './find-list-region.ts'
import type { RowSource } from './read-table.ts'

/** A list as a table: its numbers and names, its groups as sections. */
export interface ListTable {
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  readonly sources: readonly RowSource[]
}

interface OpenEntry {
  readonly kind: TableRow['kind']
  readonly number: string
  name: string
  readonly first: Line
  last: Line
}

/** Reads the lines of a list; a group's name that runs on to the next line is joined. */
export function readListTable(lines: readonly Line[]): ListTable {
  const entries: OpenEntry[] = []
  let bare: OpenEntry | null = null
  for (const line of lines) {
    const entry = readListEntry(line.raw)
    if (entry === null) continue
    if (entry.kind === 'text') {
      bare = { kind: 'row', number: '', name: entry.name, first: line, last: line }
      entries.push(bare)
      continue
    }
    const group = entries.at(-2)
    if (entry.kind === 'item' && bare !== null && group !== undefined) {
      group.name += bare.name
      group.last = bare.last
      entries.pop()
    }
    bare = null
    const kind = entry.kind === 'group' ? 'section' : 'row'
    entries.push({ kind, number: entry.number, name: entry.name, first: line, last: line })
  }
  return {
    columns: ['序号', '名称'],
    rows: entries.map(({ kind, number, name, first }) => ({
      cells: [number, name],
      kind,
      line: first.number,
    })),
    sources: entries.map(sourceOf),
  }
}

function sourceOf({ number, name, first, last }: OpenEntry): RowSource {
  return {
    range: {
      from: { line: first.number, column: 0 },
      to: { line: last.number, column: last.raw.length },
    },
    printed: [number, name],
    carried: [],
  }
}
