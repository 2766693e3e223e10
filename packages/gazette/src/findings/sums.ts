import type { Finding } from '../issue.ts'
import type { ReadClause } from '../reading.ts'
import { sign } from '../signs.ts'
import { compareDecimals, sumOf } from '../tables/decimal-of.ts'
import { findingIn, type InstrumentCheck, type InstrumentSources, linesOf } from './finding-sources.ts'

const unit =
  '(辆|个|座|处|套|台|名|人|户|家|所|项|亩|万亩|元|万元|亿元|吨|万吨|公里|平方米|立方米|千瓦|床|支|具|只|头|件)'
const number = '(\\d{1,12}(?:\\.\\d{1,6})?)'

/** 共6辆（2023年3辆，2024年2辆）: a total with all its parts in brackets behind it. */
const totalWithBracket = new RegExp(`共计?(?:为|有)? ?${number} ?${unit}[（(]([^（）()]{4,200})[）)]`, 'g')

/** 共6辆，其中…3辆、…2辆: a total with some of its parts. */
const totalWithParts = new RegExp(`${number} ?${unit}[，,；;（(] ?其中[:：]?([^。；;]{4,200})`, 'g')

const part = new RegExp(`${number} ?${unit}`, 'g')

/** Parts over the total by more than this share are counted in another way: by sex, and by age again. */
const countedTwice = 1.5

/** Parts that a sentence names and that don't make the total that it names. */
export const findSentenceSums: InstrumentCheck = (sources) =>
  sources.read.clauses.flatMap((clause) => {
    const { text } = clause.whole
    if ((clause.signs & sign.digit) === 0 || !(text.includes('共') || text.includes('其中'))) return []
    const whole = text.includes('共') ? [...text.matchAll(totalWithBracket)] : []
    const partly = text.includes('其中') ? [...text.matchAll(totalWithParts)] : []
    return [
      ...whole.flatMap((match) => sumFinding(sources, clause, match, true)),
      ...partly.flatMap((match) => sumFinding(sources, clause, match, false)),
    ]
  })

function sumFinding(
  sources: InstrumentSources,
  clause: ReadClause,
  match: RegExpExecArray,
  isWhole: boolean,
): Finding[] {
  const [printed, total = '', measure = '', inside = ''] = match
  if (/等|左右|约|余|以上|至少|不低于|每|分别/.test(inside)) return []
  const parts = [...inside.matchAll(part)].filter((one) => one[2] === measure).map((one) => one[1] ?? '')
  if (parts.length < 2 || (isWhole && parts.length !== countItems(inside))) return []
  const sum = sumOf(parts)
  if (sum === total || (!isWhole && !isTooMuch(sum, total))) return []
  const lines = linesOf(clause, { start: match.index, end: match.index + printed.length })
  const message = `写明共${total}${measure}，所列${parts.length}项（${parts.join('＋')}）相加为${sum}${measure}，请核对。`
  return [findingIn(sources, 'sum-mismatch', message, [lines], clause.clause.id)]
}

/** Items of a list in brackets: all of them must have a figure, else the list does not tell. */
function countItems(inside: string): number {
  const separator = /[，,；;]/.test(inside) ? /[，,；;]/ : '、'
  return inside.split(separator).filter((item) => item.trim() !== '').length
}

function isTooMuch(sum: string, total: string): boolean {
  return compareDecimals(sum, total) > 0 && Number(sum) < Number(total) * countedTwice
}
