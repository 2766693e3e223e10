import type { ListReadingView, ListReplaces } from '@luoshi/client'
import {
  type Catalogue,
  type CatalogueVersion,
  catalogueDiff,
  catalogueFindings,
  type Edition,
  headingsOf,
  type Item,
  keyOf,
  likelyRenamed,
  type PrintedTable,
  type TableLine,
  versionOfEdition,
  versionOn,
} from '@luoshi/kernel'
import { changeLines } from './change-lines.ts'

/** Sentences that are told of a table that is not the list. */
const MOST_PROBLEMS = 100

/** A table read as a new version, before any clause sees it. */
export type EditionReading = Omit<ListReadingView, 'before'> & { readonly before: CatalogueVersion | null }

/** What would make a version of a list: the table, and from when it is to hold. */
export interface EditionTable extends Pick<Edition, 'headings' | 'rows'> {
  readonly name: string
  readonly from: string
  readonly lines: readonly [number, number] | null
  readonly replaces: ListReplaces
}

/**
 * Reads a table as a new version of a list and tells what it changes in the version that holds on its first day.
 *
 * @param catalogue with all versions that there are
 */
export function readEdition(catalogue: Catalogue, table: EditionTable): EditionReading {
  const { headings, rows, name, from, lines, replaces } = table
  const edition: Edition = {
    name,
    from,
    document: name,
    article: '',
    headings: [...headings],
    rows: [...rows],
    replaces: replaces.map(({ item, before }) => ({ item, before: [...before] })),
  }
  const told = { headings, rows, lines }
  const before = versionOn(catalogue, from) ?? null
  const read = versionOfEdition(catalogue, edition, '')
  if (read.kind === 'refused') {
    const problems = read.issues.map(({ message }) => message)
    const nothing = { remarks: [], changes: [], unchanged: 0, likely: [] }
    return {
      ...told,
      problems: problems.slice(0, MOST_PROBLEMS),
      problemCount: problems.length,
      before,
      ...nothing,
    }
  }
  const earlier = before ?? { from, until: from, basis: read.version.basis, items: [] }
  const known = new Map(earlier.items.map((item) => [keyOf(catalogue, item), item]))
  const unknown = replaces.flatMap(({ before: names }) => names.filter((one) => !known.has(one)))
  const isPlaced = (item: Item) => item.replaces !== undefined || known.has(keyOf(catalogue, item))
  const kept = new Set(read.version.items.flatMap((item) => item.replaces ?? [keyOf(catalogue, item)]))
  const gone = earlier.items.filter((item) => !kept.has(keyOf(catalogue, item)))
  const likely = likelyRenamed(
    catalogue,
    gone,
    read.version.items.filter((item) => !isPlaced(item)),
  )
  const touched = catalogueDiff(catalogue, earlier, read.version).flatMap((change) =>
    change.kind === 'removed' ? [] : [change.after].flat(),
  )
  return {
    ...told,
    problems: [],
    problemCount: 0,
    remarks: [
      ...unknown.map((one) => `前一版里没有“${one}”，写作原事项的名称应与前一版一致。`),
      ...catalogueFindings(catalogue, read.version).map(({ message }) => message),
    ],
    before,
    changes: changeLines(catalogue, earlier, read.version),
    unchanged: read.version.items.length - touched.length,
    likely: [...likely].map(([later, old]) => ({
      item: keyOf(catalogue, later),
      before: keyOf(catalogue, old),
    })),
  }
}

/** A sheet as a printed table: its first row that has headings of the list, and what stands below; null without any. */
export function tableOfSheet(catalogue: Catalogue, lines: readonly TableLine[]): PrintedTable | null {
  const known = headingsOf(catalogue)
  const isHeading = (cell: string) => known[cell.replace(/\s+/g, '')] !== undefined
  const head = lines.findIndex(({ cells }) => cells.filter(isHeading).length >= 2)
  const found = head >= 0 ? head : lines.findIndex(({ cells }) => cells.some(isHeading))
  const columns = lines[found]?.cells
  if (columns === undefined) return null
  return { columns, rows: lines.slice(found + 1).flatMap((line) => rowOf(line)) }
}

/** Where only one cell is filled in, the row is the heading of a group; a sum is no entry. */
function rowOf({ line, cells }: TableLine): PrintedTable['rows'] {
  const filled = cells.filter((cell) => cell.trim() !== '')
  if (filled.length === 0) return []
  const isSum = /^(?:合计|总计|小计)/.test(filled[0]?.replace(/\s+/g, '') ?? '')
  const kind = isSum ? 'total' : filled.length === 1 && cells.length > 1 ? 'section' : 'row'
  return [{ cells, kind, line }]
}
