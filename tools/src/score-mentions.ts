import type { Amount, Citation, Deadline, Instrument, Issue, Table } from '@luoshi/gazette'
import {
  type ExpectedDuty,
  foldWidth,
  isDutyRight,
  type MarkedAmount,
  type MarkedCitation,
  type MarkedDeadline,
  type MarkedNotice,
  type MarkedTable,
} from '@luoshi/testing'
import { overlap, type Place, sumTallies, type Tally, tally } from './score-tally.ts'

/** A duty is right where all its units with their roles are, and the date inside the marker. */
export function scoreDuties(expected: readonly ExpectedDuty[], issue: Issue, place: Place): Tally {
  const read = issue.instruments.flatMap(({ duties }) => duties)
  return tally(expected, read, {
    place,
    isRight: isDutyRight,
    markText: ({ units, deadline }) => `${unitText(units)}${deadline === null ? '' : ` ${deadline}`}`,
    readingText: ({ units, deadline }) => `${unitText(units)}${deadline === null ? '' : ` ${deadline}`}`,
  })
}

function unitText(units: readonly { readonly printed: string; readonly as: string }[]): string {
  return units.map(({ printed, as }) => `${as}:${printed}`).join(' ')
}

/** A deadline is right where its date, duration or recurrence is, on its line. */
export function scoreDeadlines(notice: MarkedNotice, instrument: Instrument, place: Place): Tally {
  return tally(notice.deadlines, instrument.deadlines, {
    place,
    isRight: isRightDeadline,
    markText: deadlineText,
    readingText: deadlineText,
  })
}

function isRightDeadline(mark: MarkedDeadline, read: Deadline): boolean {
  const marked = foldWidth(mark.text)
  const printed = foldWidth(read.text)
  return (
    overlap(mark.lines, read.lines) &&
    (printed.includes(marked) || marked.includes(printed)) &&
    mark.date === read.date &&
    mark.recurrence === read.recurrence &&
    mark.duration?.amount === read.duration?.amount &&
    mark.duration?.unit === read.duration?.unit
  )
}

function deadlineText({ text, date, duration, recurrence }: MarkedDeadline | Deadline): string {
  return `${text} = ${date ?? recurrence ?? (duration ? `${duration.amount} ${duration.unit}` : null)}`
}

/** A citation is right where its title and its number are. */
export function scoreCitations(notice: MarkedNotice, instrument: Instrument, place: Place): Tally {
  return tally(notice.citations, instrument.citations, {
    place,
    isRight: isRightCitation,
    markText: ({ title, docNumber }) => `《${title}》${docNumber ?? ''}`,
    readingText: ({ title, docNumber }) => `《${title}》${docNumber ?? ''}`,
  })
}

function isRightCitation(mark: MarkedCitation, read: Citation): boolean {
  const title = foldWidth(read.title)
  const marked = foldWidth(mark.title)
  const isTitle = marked.endsWith('…') ? title.startsWith(marked.slice(0, -1)) : title === marked
  return (
    overlap(mark.lines, read.lines) &&
    isTitle &&
    (mark.docNumber === undefined || mark.docNumber === read.docNumber)
  )
}

/** An amount is right where its value in 元 is, on its line. */
export function scoreAmounts(notice: MarkedNotice, instrument: Instrument, place: Place): Tally {
  const inTables = (amount: Amount) => notice.tables.some(({ lines }) => overlap(lines, amount.lines))
  const inText = instrument.amounts.filter((amount) => !inTables(amount))
  return tally(notice.amounts, inText, {
    place,
    isRight: (mark: MarkedAmount, read) => overlap(mark.lines, read.lines) && mark.yuan === read.yuan,
    markText: ({ text, yuan }) => `${text} = ${yuan}`,
    readingText: ({ text, yuan }) => `${text} = ${yuan}`,
  })
}

interface PlacedCell {
  readonly lines: readonly [number, number]
  readonly column: number
  readonly text: string
}

/** A cell is right where its text stands in its row and column; the names of the columns are cells too. */
export function scoreCells(notice: MarkedNotice, instrument: Instrument, place: Place): Tally {
  return sumTallies(
    notice.tables.map((marked) => {
      const read = instrument.tables.find(({ lines }) => overlap(lines, marked.lines))
      const unjudged = new Set(
        marked.rows.flatMap(({ line, cells }) =>
          cells.flatMap((cell, column) => (cell === null ? [`${line}/${column}`] : [])),
        ),
      )
      const readCells = read === undefined ? [] : placedCells(read, marked.lines)
      return tally(
        placedCells(marked, marked.lines),
        readCells.filter(({ lines, column }) => !unjudged.has(`${lines[0]}/${column}`)),
        {
          place,
          isRight: (mark, cell) =>
            mark.lines[0] === cell.lines[0] &&
            mark.column === cell.column &&
            cellText(mark.text) === cellText(cell.text),
          markText: ({ column, text }) => `column ${column + 1}: ${text}`,
          readingText: ({ column, text }) => `column ${column + 1}: ${text.slice(0, 30)}`,
        },
      )
    }),
  )
}

/** All judged cells of a table; the columns' names stand on the table's first line. */
function placedCells(table: MarkedTable | Table, [first, last]: readonly [number, number]): PlacedCell[] {
  const names = table.columns.map((text, column) => ({ lines: [first, first] as const, column, text }))
  const cells = table.rows
    .filter(({ line }) => line >= first && line <= last)
    .flatMap(({ line, cells }) =>
      cells.flatMap((text, column) =>
        text === null ? [] : [{ lines: [line, line] as const, column, text }],
      ),
    )
  return [...names, ...cells]
}

/** A cell's text without the specks that scanning leaves behind it. */
function cellText(text: string): string {
  return foldWidth(text).replace(/[’':.·¹²³]+$/u, '')
}
