import type { Table } from '../issue.ts'
import type { ReadInstrument } from '../reading.ts'

/**
 * Which kinds of telling characters a text holds, as bits: one walk over each text tells every pass of the
 * mentions whether it can hold anything for it.
 */
export const MARK = {
  /** 元, 万, ￥ and the like. */
  money: 1,
  /** 《 */
  title: 2,
  /** A digit, or 百 of 百分之七十. */
  digit: 4,
  /** 附 */
  annex: 8,
  /** Characters of which one is in each name of a leading group and in each word for its members. */
  body: 16,
  /** 号 */
  number: 32,
} as const

/** One of `MARK`, or several added up. */
export type Marks = number

const MARKED_CHARACTERS: readonly (readonly [Marks, string])[] = [
  [MARK.money, '元圆万亿角钱￥¥'],
  [MARK.title, '《'],
  [MARK.digit, '0123456789０１２３４５６７８９百'],
  [MARK.annex, '附'],
  [MARK.body, '组挥班召员议协'],
  [MARK.number, '号'],
]

const MARKS_OF_CHARACTER = new Uint8Array(0x10000)
for (const [mark, characters] of MARKED_CHARACTERS) {
  for (const character of characters) {
    const code = character.charCodeAt(0)
    MARKS_OF_CHARACTER[code] = (MARKS_OF_CHARACTER[code] ?? 0) | mark
  }
}

export function marksOf(text: string): Marks {
  let marks = 0
  for (let i = 0; i < text.length; i++) marks |= MARKS_OF_CHARACTER[text.charCodeAt(i)] as number
  return marks
}

const marksOfClauses = new WeakMap<ReadInstrument, Uint8Array>()
const marksOfTables = new WeakMap<Table, Uint8Array>()

/** Marks of each clause of the instrument, in their order; walked once. */
export function clauseMarks(instrument: ReadInstrument): Uint8Array {
  let marks = marksOfClauses.get(instrument)
  if (marks === undefined) {
    const { clauses } = instrument
    marks = new Uint8Array(clauses.length)
    for (let i = 0; i < clauses.length; i++) marks[i] = marksOf(clauses[i]?.whole.text ?? '')
    marksOfClauses.set(instrument, marks)
  }
  return marks
}

/** Marks of each cell of the table, row by row; walked once. */
export function cellMarks(table: Table): Uint8Array {
  let marks = marksOfTables.get(table)
  if (marks === undefined) {
    const all: Marks[] = []
    for (const { cells } of table.rows) for (const text of cells) all.push(marksOf(text))
    marks = Uint8Array.from(all)
    marksOfTables.set(table, marks)
  }
  return marks
}
