import { damagedCharacters } from './damaged-characters.ts'
import type { Table } from './issue.ts'
import type { Line } from './reading.ts'

/**
 * Kinds of telling characters, one bit each. One walk over a text tells every pass after it which kinds stand in
 * it: a pass leaves out texts without what it looks for.
 */
export const sign = {
  /** A small Latin letter. */
  letter: 1,
  /** A digit of any width, or 百 of 百分之七十. */
  digit: 2,
  /** × and X, as templates leave them for a name. */
  placeholder: 4,
  /** 附 */
  annex: 8,
  /** Last characters of the names of provinces, cities, counties and districts. */
  place: 16,
  /** Characters that nobody wrote. */
  damage: 32,
  /** 元, 万, ￥ and the like. */
  money: 64,
  /** 《 */
  title: 128,
  /** Characters of which one is in each name of a leading group and in each word for its members. */
  body: 256,
  /** 号 */
  number: 512,
  /** Brackets and quotes that come in pairs. */
  pair: 1024,
  /** 月 or 日 */
  day: 2048,
  /** 年 */
  year: 4096,
  /** A colon of any width. */
  colon: 8192,
  /** 个, 项 and the like, with which lists are counted. */
  measure: 16384,
} as const

/** One of `sign`, or several added up. */
export type Signs = number

/** A line of the file and its signs. */
export interface SignedLine extends Line {
  readonly signs: Signs
}

const signedCharacters: readonly (readonly [Signs, string])[] = [
  [sign.letter, 'abcdefghijklmnopqrstuvwxyz'],
  [sign.digit, '0123456789０１２３４５６７８９百'],
  [sign.placeholder, '×Xx＊*'],
  [sign.annex, '附'],
  [sign.place, '市省县旗区'],
  [sign.damage, damagedCharacters],
  [sign.money, '元圆万亿角钱￥¥'],
  [sign.title, '《'],
  [sign.body, '组挥班召员议协'],
  [sign.number, '号'],
  [sign.pair, '（(《〈“「【［[〔）)》〉”」】］]〕'],
  [sign.day, '月日'],
  [sign.year, '年'],
  [sign.colon, '：:'],
  [sign.measure, '个项类种处'],
]

const signsOfCharacter = new Uint16Array(0x10000)
signsOfCharacter.fill(sign.damage, 0xe000, 0xf900) // the private use area
for (const [bit, characters] of signedCharacters) {
  for (const character of characters) {
    const code = character.charCodeAt(0)
    signsOfCharacter[code] = (signsOfCharacter[code] as Signs) | bit
  }
}

/** The signs that stand in a text, or in a part of it. */
export function signsOf(text: string, start = 0, end = text.length): Signs {
  let signs = 0
  for (let i = start; i < end; i++) signs |= signsOfCharacter[text.charCodeAt(i)] as Signs
  return signs
}

const signsOfTables = new WeakMap<Table, Uint16Array>()

/** Signs of each cell of the table, row by row; walked once. */
export function cellSigns(table: Table): Uint16Array {
  let signs = signsOfTables.get(table)
  if (signs === undefined) {
    const all: Signs[] = []
    for (const { cells } of table.rows) for (const text of cells) all.push(signsOf(text))
    signs = Uint16Array.from(all)
    signsOfTables.set(table, signs)
  }
  return signs
}
