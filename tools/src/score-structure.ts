import type { Clause, Instrument, Issue } from '@luoshi/gazette'
import { type ExpectedInstrument, foldWidth, type MarkedClause, type MarkedNotice } from '@luoshi/testing'
import { type Place, type Tally, tally } from './score-tally.ts'

/** An instrument is right where every one of its facts is. */
export function scoreInstruments(expected: readonly ExpectedInstrument[], issue: Issue, place: Place): Tally {
  return tally(expected, issue.instruments, {
    place,
    isRight: isRightInstrument,
    markText: ({ docNumber, title }) => `${docNumber} ${title}`,
    readingText: ({ docNumber, title }) => `${docNumber} ${title}`,
  })
}

function isRightInstrument(expected: ExpectedInstrument, read: Instrument): boolean {
  return (
    read.docNumber === expected.docNumber &&
    foldWidth(read.title) === foldWidth(expected.title) &&
    read.issuer === expected.issuer &&
    foldWidth(read.addressees ?? '') === foldWidth(expected.addressees) &&
    read.issuedOn === expected.issuedOn &&
    read.page === expected.page &&
    read.lines[0] === expected.lines[0] &&
    read.lines[1] === expected.lines[1]
  )
}

/**
 * A clause is right where label, level, lines, parent and heading are. A paragraph that stands right under a
 * heading may be read as that clause's own text.
 */
export function scoreClauses(notice: MarkedNotice, instrument: Instrument, place: Place): Tally {
  const markById = new Map(notice.clauses.map((clause) => [clause.id, clause]))
  const readById = new Map(instrument.clauses.map((clause) => [clause.id, clause]))
  const marks = notice.clauses.filter((mark) => !isAbsorbed(mark, markById, instrument.clauses))
  const starts = new Set(notice.clauses.map(({ lines }) => lines[0]))
  const isOutside = (line: number) => notice.outside.some(([first, last]) => line >= first && line <= last)
  const readings = instrument.clauses.filter(({ lines }) => starts.has(lines[0]) || !isOutside(lines[0]))
  return tally(marks, readings, {
    place,
    isRight: (mark, read) =>
      isRightClause(mark, read, notice) &&
      parentLine(markById.get(parentId(mark))) ===
        parentLine(read.parent === null ? undefined : readById.get(read.parent)),
    markText: ({ id, label, level, lines, heading }) =>
      `${id} ${label ?? '¶'} level ${level}, lines ${lines.join('-')}${heading === undefined ? '' : `, ${heading}`}`,
    readingText: ({ id, label, level, lines, parent, heading }) =>
      `${id} ${label ?? '¶'} level ${level}, lines ${lines.join('-')}, in ${parent}, ${heading?.slice(0, 20)}`,
  })
}

function isRightClause(mark: MarkedClause, read: Clause, notice: MarkedNotice): boolean {
  return (
    read.lines[0] === mark.lines[0] &&
    foldWidth(read.label ?? '') === foldWidth(mark.label ?? '') &&
    read.level === mark.level &&
    possibleEnds(mark, notice).has(read.lines[1]) &&
    (mark.heading === undefined || foldWidth(read.heading ?? '') === foldWidth(mark.heading))
  )
}

/**
 * A clause may be said to end with its own text, with the marker that stands below it in a paragraph of its own,
 * with its first paragraph, or with all that is under it.
 */
function possibleEnds(mark: MarkedClause, { clauses: marks, unjudgedBreaks }: MarkedNotice): Set<number> {
  if (mark.label === null) return new Set([mark.lines[1]])
  const next = Math.min(...marks.map(({ lines }) => lines[0]).filter((line) => line > mark.lines[1]))
  const markers = unjudgedBreaks.filter((line) => line > mark.lines[1] && line < next)
  const under = marks.filter(({ id }) => id.startsWith(`${mark.id}.`))
  const firstParagraph = under[0]?.label === null ? [under[0].lines[1]] : []
  return new Set([
    mark.lines[1],
    ...markers,
    ...firstParagraph,
    Math.max(mark.lines[1], ...under.map(({ lines }) => lines[1])),
  ])
}

function isAbsorbed(
  mark: MarkedClause,
  markById: ReadonlyMap<string, MarkedClause>,
  read: readonly Clause[],
): boolean {
  if (mark.label !== null || !mark.id.endsWith('.p1')) return false
  const heading = markById.get(parentId(mark))
  return (
    heading !== undefined &&
    !read.some(({ lines }) => lines[0] === mark.lines[0]) &&
    read.some(({ lines }) => lines[0] === heading.lines[0] && lines[1] >= mark.lines[1])
  )
}

function parentId(mark: MarkedClause): string {
  return mark.id.slice(0, Math.max(0, mark.id.lastIndexOf('.')))
}

function parentLine(parent: { readonly lines: readonly [number, number] } | undefined): number | null {
  return parent?.lines[0] ?? null
}

/** Every break between two printed lines of the notice is judged, but where a side of it is not the text's. */
export function scoreJoins(notice: MarkedNotice, issue: Issue, text: string, place: Place): Tally {
  const joined = joinedLines(issue)
  const marked = new Set(notice.joins.map(([upper]) => upper))
  const breaks = judgedBreaks(notice, text.split('\n'))
  return tally(
    breaks.filter(({ lines }) => marked.has(lines[0])),
    breaks.filter(({ lines }) => joined.has(lines[0])),
    {
      place,
      isRight: (mark, read) => mark.lines[0] === read.lines[0],
      markText: ({ lines }) => `${lines.join('/')} is to be joined`,
      readingText: ({ lines }) => `${lines.join('/')} is not to be joined`,
    },
  )
}

/** Lines whose end the reader took out, so that they run on into the next printed line. */
export function joinedLines(issue: Issue): Set<number> {
  const lines = issue.repairs
    .filter(({ before, after }) => before.includes('\n') && !after.includes('\n'))
    .map(({ line }) => line)
  return new Set(lines)
}

function judgedBreaks(notice: MarkedNotice, lines: readonly string[]): { lines: [number, number] }[] {
  const isOutside = (line: number) => notice.outside.some(([first, last]) => line >= first && line <= last)
  const printed: number[] = []
  for (let line = notice.lines[0]; line <= notice.lines[1]; line++) {
    if (lines[line - 1]?.trim()) printed.push(line)
  }
  return printed
    .slice(1)
    .map((lower, index) => ({ lines: [printed[index] as number, lower] as [number, number] }))
    .filter(({ lines: [upper, lower] }) => !isOutside(upper) && !isOutside(lower))
    .filter(({ lines: [, lower] }) => !notice.unjudgedBreaks.includes(lower))
}
