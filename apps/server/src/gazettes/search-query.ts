import { counties } from '@luoshi/counties'
import { foldText, type SearchTerm } from '@luoshi/store'

/** Words that a query may hold; more would tell nothing more. */
const MOST_WORDS = 8

const opening = '〔［\\[【（(〈《<'
const closing = '〕］\\]】）)〉》>'
const numberWithBrackets = new RegExp(
  `(\\p{Script=Han}{2,12})\\s*[${opening}]\\s*(\\d{4})\\s*[${closing}]\\s*第?\\s*(\\d{1,5})\\s*号?`,
  'gu',
)

/**
 * What a visitor types, as words with all their spellings. Words are parted by spaces; what stands in quotes is one, as
 * it is written. A document number may have any brackets and spaces; a unit goes by all its names.
 */
export function searchTermsOf(query: string): SearchTerm[] {
  const terms: SearchTerm[] = []
  const numbered = query.normalize('NFKC').replace(numberWithBrackets, '$1〔$2〕$3号')
  for (const [whole, quoted, curled] of numbered.matchAll(/"([^"]*)"|“([^”]*)”|[^\s"“”]+/g)) {
    const exact = quoted ?? curled
    if (exact !== undefined) {
      if (foldText(exact) !== '') terms.push([exact])
    } else if (foldText(whole) !== '') terms.push(spellingsOf(whole))
  }
  return terms.slice(0, MOST_WORDS)
}

/** All ways in which a word may be written, its own first. */
export function spellingsOf(word: string): string[] {
  const number = /^(\D{2,14}?)(\d{4})\D?(\d{1,5})号$/.exec(foldText(word))
  const numbers = number === null ? [] : bracketed(number)
  return [...new Set([word, ...numbers, ...otherFigures(word), ...(unitNames().get(foldText(word)) ?? [])])]
}

/** 五政办发〔2021〕42号 is also printed with round brackets. */
function bracketed([, series = '', year = '', serial = '']: RegExpExecArray): string[] {
  const name = series.replace(/[[(<]$/, '')
  return [`${name}〔${year}〕${serial}号`, `${name}（${year}）${serial}号`]
}

const digits = '〇一二三四五六七八九'

/** 1,286元 and 1286元, 2022年 and 二〇二二年; a year in brackets is only written as it is. */
function otherFigures(word: string): string[] {
  const bare = word.replace(/(\d),(?=\d{3})/g, '$1')
  const grouped = bare.replace(/(?<![〔[（(\d])\d{4,}(?!年)/g, (run) =>
    run.replace(/\B(?=(?:\d{3})+$)/g, ','),
  )
  const written = word.replace(/\d{4}(?=年)/g, (year) =>
    [...year].map((digit) => digits[Number(digit)]).join(''),
  )
  const counted = word.replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, (year) =>
    [...year].map((digit) => String(Math.max(0, digits.indexOf(digit)))).join(''),
  )
  return [bare, grouped, written, counted]
}

let names: ReadonlyMap<string, readonly string[]> | undefined

/** All names of a unit by each of them. */
function unitNames(): ReadonlyMap<string, readonly string[]> {
  names ??= namesOfUnits()
  return names
}

function namesOfUnits(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { units } of counties) {
    for (const { name, aliases } of units) {
      const all = [name, ...aliases]
      for (const written of all) {
        const key = foldText(written)
        found.set(key, [...(found.get(key) ?? []), ...all])
      }
    }
  }
  return found
}

/** The name by which a county calls a unit, from any of its names; as it is given where none is known. */
export function canonicalUnit(written: string): string {
  const key = foldText(written)
  for (const { units } of counties) {
    for (const { name, aliases } of units) {
      if ([name, ...aliases].some((alias) => foldText(alias) === key)) return name
    }
  }
  return written
}
