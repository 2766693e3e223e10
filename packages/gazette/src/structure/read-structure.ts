import type { ContentsEntry, Span } from '../issue.ts'
import type { CountyNames, Line, ReadInstrument, ReadOptions } from '../reading.ts'
import { findTableRegions } from '../tables/find-table-regions.ts'
import type { TableRegion } from '../tables/table-region.ts'
import { readBody } from './body-lines.ts'
import { readClauses, type StructuredClause } from './clauses.ts'
import { isContentsHead, readContents } from './contents.ts'
import { readContentsTable } from './contents-table.ts'
import { findCounty } from './county-of.ts'
import { findHeads } from './find-heads.ts'
import type { Head } from './heads.ts'
import { foldTitle } from './line-forms.ts'
import { type SourceText, splitLines } from './lines.ts'
import { readLooseHead } from './loose-head.ts'
import { type Masthead, readMasthead } from './masthead.ts'
import { joinMovedText } from './moved-text.ts'
import { type LineRole, type PrintedLine, printLines } from './printed-lines.ts'
import { readWebMetadata } from './web-metadata.ts'

/** An instrument of the structure, with what its head says beside. */
export interface StructuredInstrument extends ReadInstrument {
  readonly clauses: readonly StructuredClause[]
  readonly addressees: string | null
  readonly page: number | null
  /** Table regions that stand in it. */
  readonly regions: readonly TableRegion[]
}

/** A gazette whose instruments and clauses stand, before tables and mentions are read. */
export interface Structure {
  readonly source: SourceText
  readonly masthead: Masthead
  readonly county: CountyNames | null
  readonly contents: readonly ContentsEntry[]
  readonly instruments: readonly StructuredInstrument[]
  readonly regions: readonly TableRegion[]
  /** What the lines that are no clause's text are. */
  readonly roles: ReadonlyMap<number, LineRole>
}

/** Reads masthead, contents, instruments and their clauses. Never throws. */
export function readStructure(text: string, options: ReadOptions): Structure {
  const source = splitLines(text)
  const regions = findTableRegions(source.lines)
  const roles = new Map<number, LineRole>()
  const printed = printLines(source.lines, regions, roles)
  const front = readFront(printed, source.lines)
  for (const line of printed.slice(0, front.end)) roles.set(line.number, 'masthead')
  for (const line of printed.slice(front.contentsAt, front.end)) {
    for (let number = line.number; number <= lastLineOf(line); number++) roles.set(number, 'contents')
  }
  const context = {
    source: source.lines,
    roles,
    pages: pagesOf(front.contents),
    isOnlyOne: front.heads.length === 1,
  }
  const read = front.heads.map((head, index) =>
    readInstrument(printed, head, front.heads[index + 1]?.first ?? printed.length, context),
  )
  const instruments = withRegions(read, regions)
  return {
    source,
    masthead: front.masthead,
    county: findCounty(options.counties, front.masthead, instruments),
    contents: front.contents,
    instruments,
    regions,
    roles,
  }
}

interface Front {
  readonly masthead: Masthead
  readonly contents: ContentsEntry[]
  readonly contentsAt: number
  /** Index of the first instrument's first line. */
  readonly end: number
  readonly heads: readonly Head[]
}

const mostFrontLines = 400

/** Cover, contents and the heads of all instruments: each helps to tell the others. */
function readFront(printed: readonly PrintedLine[], lines: readonly Line[]): Front {
  const contentsHead = printed.slice(0, mostFrontLines).findIndex(({ text }) => isContentsHead(text))
  const [first] = contentsHead < 0 ? [] : findHeads(printed, contentsHead, { titles: new Set(), most: 1 })
  const contentsEnd = first?.first ?? 0
  const hasContents = first !== undefined && contentsHead < contentsEnd
  const contents = hasContents ? contentsOf(printed.slice(contentsHead + 1, contentsEnd), lines) : []
  const titles = new Set(contents.map(({ title }) => foldTitle(title)))
  const heads = findHeads(printed, contentsEnd, { titles })
  if (heads.length === 0) {
    const loose = readLooseHead(printed)
    if (loose !== null) heads.push(loose)
  }
  const end = heads[0]?.first ?? printed.length
  return {
    masthead: readMasthead(
      printed.slice(0, hasContents ? contentsHead : Math.min(end, 40)),
      printed.slice(hasContents ? contentsHead : end, end),
    ),
    contents,
    contentsAt: hasContents ? contentsHead : end,
    end,
    heads,
  }
}

/** The entries of a table of contents that is printed as text, or as a table. */
function contentsOf(printed: readonly PrintedLine[], lines: readonly Line[]): ContentsEntry[] {
  const inTables = printed.flatMap(({ table }) =>
    table === null ? [] : readContentsTable(lines.slice(table.lines[0] - 1, table.lines[1])),
  )
  return inTables.length > 0 ? inTables : readContents(printed)
}

interface InstrumentContext {
  readonly source: readonly Line[]
  readonly roles: Map<number, LineRole>
  readonly pages: Pages
  readonly isOnlyOne: boolean
}

/** An instrument whose table regions are not yet told. */
type InstrumentRead = Omit<StructuredInstrument, 'regions'>

function readInstrument(
  printed: readonly PrintedLine[],
  head: Head,
  end: number,
  { source, roles, pages, isOnlyOne }: InstrumentContext,
): InstrumentRead {
  for (const line of printed.slice(head.first, head.end)) roles.set(line.number, 'head')
  const body = readBody(printed, head, end, roles)
  const metadata = isOnlyOne
    ? readWebMetadata(source.slice(0, (printed[head.end] ?? printed[head.first])?.number))
    : null
  const lines: Span = [
    (printed[head.first] as PrintedLine).number,
    lastLineOf(printed[end - 1] as PrintedLine),
  ]
  return {
    docNumber: head.docNumber ?? metadata?.docNumber ?? null,
    title: head.title,
    issuer: body.issuer ?? head.issuer,
    addressees: head.addressees,
    issuedOn: body.issuedOn ?? metadata?.issuedOn ?? null,
    page: pages.byNumber.get(head.docNumber ?? '') ?? pages.byTitle.get(foldTitle(head.title)) ?? null,
    lines,
    clauses: joinMovedText(readClauses(body.lines)),
  }
}

function lastLineOf(line: PrintedLine): number {
  return line.table?.lines[1] ?? line.number
}

/** Each instrument with the table regions inside its lines; both stand in the order of the file. */
function withRegions(
  instruments: readonly InstrumentRead[],
  regions: readonly TableRegion[],
): StructuredInstrument[] {
  let next = 0
  return instruments.map((instrument) => {
    const [first, last] = instrument.lines
    while (next < regions.length && (regions[next] as TableRegion).lines[0] < first) next++
    const start = next
    while (next < regions.length && (regions[next] as TableRegion).lines[0] <= last) next++
    return { ...instrument, regions: regions.slice(start, next) }
  })
}

/** Pages of the contents by document number and by folded title. */
interface Pages {
  readonly byNumber: ReadonlyMap<string, number | null>
  readonly byTitle: ReadonlyMap<string, number | null>
}

function pagesOf(contents: readonly ContentsEntry[]): Pages {
  const byNumber = new Map<string, number | null>()
  const byTitle = new Map<string, number | null>()
  for (const { title, docNumber, page } of contents.toReversed()) {
    if (docNumber !== null) byNumber.set(docNumber, page)
    byTitle.set(foldTitle(title), page)
  }
  return { byNumber, byTitle }
}
