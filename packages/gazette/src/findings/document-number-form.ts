import { readDocumentNumber } from '../mentions/document-numbers.ts'
import type { Line } from '../reading.ts'
import { findingIn, type InstrumentCheck, linesWithin } from './finding-sources.ts'

/** How far into an instrument its own number stands. */
const linesOfHead = 16

/** A number that has lost a bracket or its 号. */
const brokenNumber = /^\p{Script=Han}{2,12}[〔［[（(]? ?\d{4} ?[〕］\])）]? ?(?:第 ?)?\d{1,4} ?号?$/u

/** An instrument's own number (GB/T 9704-2012, 7.2.5) without the brackets 〔〕 or without 号. */
export const findNumberForm: InstrumentCheck = (sources, lines) => {
  const head = linesWithin(lines, sources.instrument.lines).slice(0, linesOfHead)
  for (const line of head) {
    const text = line.raw.replace(/[#*\s]/g, '')
    if (text.length > 30 || !/\d{4}/.test(text)) continue
    const message = messageFor(line, text)
    if (message !== null)
      return [findingIn(sources, 'document-number-form', message, [[line.number, line.number]])]
    if (readDocumentNumber(text) !== null) return []
  }
  return []
}

function messageFor({ raw }: Line, text: string): string | null {
  const number = readDocumentNumber(text)
  if (number !== null) {
    const isRegular = /〔\d{4}〕/.test(text) || !number.includes('〔')
    return isRegular ? null : `发文字号印作“${raw.trim()}”，年份应使用六角括号，改为${number}。`
  }
  const isBroken =
    brokenNumber.test(text) && /[发字函办令电规]/.test(text.slice(0, 12)) && /[〔［[（(〕］\])）]/.test(text)
  return isBroken ? `发文字号“${raw.trim()}”残缺，应写全机关代字、六角括号内的年份和“号”字。` : null
}
