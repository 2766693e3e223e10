import type { Line } from '../reading.ts'
import { damagedCharacters } from './damaged-characters.ts'

/** What a line may have in it, one bit each: a check passes over lines without what it looks for. */
export const sign = { letter: 1, digit: 2, placeholder: 4, annex: 8, place: 16, damage: 32 } as const

/** A line of the file and its signs. */
export interface SignedLine extends Line {
  readonly signs: number
}

const signOf = signTable()

/** Tells of each line what it has in it: one look at each character for all checks. */
export function signLines(lines: readonly Line[]): SignedLine[] {
  return lines.map(({ number, raw }) => ({ number, raw, signs: signsIn(raw) }))
}

function signsIn(raw: string): number {
  let signs = 0
  for (let i = 0; i < raw.length; i++) signs |= signOf[raw.charCodeAt(i)] as number
  return signs
}

function signTable(): Uint8Array {
  const table = new Uint8Array(1 << 16)
  const mark = (characters: string, bit: number) => {
    for (const character of characters) {
      const code = character.charCodeAt(0)
      table[code] = (table[code] as number) | bit
    }
  }
  mark('abcdefghijklmnopqrstuvwxyz', sign.letter)
  mark('0123456789', sign.digit)
  mark('×Xx＊*', sign.placeholder)
  mark('附', sign.annex)
  mark('市省县旗', sign.place)
  mark(damagedCharacters, sign.damage)
  for (let code = 0xe000; code <= 0xf8ff; code++) table[code] = sign.damage
  return table
}
