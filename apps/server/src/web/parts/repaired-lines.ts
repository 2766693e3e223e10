import type { Repair, RepairKind, Span } from '@luoshi/gazette'

/** How a part of a line was read. */
export type LinePartKind = 'kept' | 'removed' | 'added' | 'joined' | 'elsewhere'

/** A part of a line; `added` and `joined` stand for no text of the file. */
export interface LinePart {
  readonly kind: LinePartKind
  readonly text: string
}

/** A line of the file with what the reading made of it. */
export interface RepairedLine {
  readonly line: number
  readonly parts: readonly LinePart[]
  /** Kinds of the repairs that begin in the line. */
  readonly kinds: readonly string[]
}

/** A repair as far as it is in one line. */
interface Cut {
  readonly start: number
  readonly end: number
  readonly kind: LinePartKind
  readonly after: string
  readonly isJoin: boolean
}

/** Kinds that every paragraph has: to show them would hide the others. */
const everywhere = new Set<string>(['blank-line', 'line-ending', 'table-row'] satisfies RepairKind[])

/** Kinds that took nothing away: the text was read as something else than a clause. */
const elsewhere = new Set<string>([
  'masthead',
  'contents',
  'head',
  'signature',
  'publication-note',
  'imprint',
  'table-header',
] satisfies RepairKind[])

/** A kind of repair within some lines: how often, and the line where it first stands. */
export interface RepairCount {
  readonly kind: string
  readonly count: number
  readonly line: number
}

/** The repairs that changed what stands on some lines, by kind, the most frequent first. */
export function countRepairs(repairs: readonly Repair[], [first, last]: Span): RepairCount[] {
  const byKind = Map.groupBy(
    repairs.filter(
      ({ kind, line }) => line >= first && line <= last && !everywhere.has(kind) && !elsewhere.has(kind),
    ),
    ({ kind }) => kind,
  )
  return [...byKind]
    .map(([kind, found]) => ({ kind, count: found.length, line: found[0]?.line ?? first }))
    .sort((a, b) => b.count - a.count)
}

/** The lines from `first` to `last` with what the repairs changed in them. */
export function repairedLines(
  lines: readonly string[],
  repairs: readonly Repair[],
  first: number,
  last: number,
): RepairedLine[] {
  const cuts = new Map<number, Cut[]>()
  const kinds = new Map<number, Set<string>>()
  for (const repair of repairs) {
    if (repair.line > last || everywhere.has(repair.kind)) continue
    cutByLine(repair, lines, first, last, cuts, kinds)
  }
  const shown: RepairedLine[] = []
  for (let line = first; line <= Math.min(last, lines.length); line++) {
    const text = lines[line - 1] ?? ''
    shown.push({ line, parts: partsOf(text, cuts.get(line) ?? []), kinds: [...(kinds.get(line) ?? [])] })
  }
  return shown
}

/** Lays a repair over the lines that it covers; its kind is told on the first of them that holds a text of it. */
function cutByLine(
  { kind, line, column, before, after }: Repair,
  lines: readonly string[],
  first: number,
  last: number,
  cuts: Map<number, Cut[]>,
  kinds: Map<number, Set<string>>,
): void {
  const segments = before.split(/\r\n|\r|\n/)
  if (line + segments.length - 1 < first) return
  const isJoin = segments.length > 1 && !after.includes('\n') && !elsewhere.has(kind)
  const told = isJoin
    ? 0
    : Math.max(
        0,
        segments.findIndex((segment) => segment.trim() !== ''),
      )
  segments.forEach((segment, index) => {
    const at = line + index
    if (at < first || at > last) return
    const start = index === 0 ? column : 0
    const end = Math.min(start + segment.length, lines[at - 1]?.length ?? 0)
    const isLast = index === segments.length - 1
    listAt(cuts, at).push({
      start,
      end,
      kind: elsewhere.has(kind) ? 'elsewhere' : 'removed',
      after: isLast && !elsewhere.has(kind) ? after.trim() : '',
      isJoin: isJoin && index === 0,
    })
    if (index !== told) return
    const known = kinds.get(at) ?? new Set()
    kinds.set(at, known.add(kind))
  })
}

function listAt(cuts: Map<number, Cut[]>, line: number): Cut[] {
  const known = cuts.get(line)
  if (known !== undefined) return known
  const list: Cut[] = []
  cuts.set(line, list)
  return list
}

function partsOf(text: string, cuts: readonly Cut[]): LinePart[] {
  const parts: LinePart[] = []
  const push = (kind: LinePartKind, part: string) => {
    if (part !== '') parts.push({ kind, text: part })
  }
  let at = 0
  for (const cut of [...cuts].sort((a, b) => a.start - b.start)) {
    if (cut.start < at) continue
    push('kept', text.slice(at, cut.start))
    push(cut.kind, text.slice(cut.start, cut.end))
    push('added', cut.after)
    if (cut.isJoin) parts.push({ kind: 'joined', text: '' })
    at = Math.max(at, cut.end)
  }
  push('kept', text.slice(at))
  return parts
}
