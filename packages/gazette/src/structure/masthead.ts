import { readFullDate } from '../mentions/dates.ts'
import type { PrintedLine } from './printed-lines.ts'

/** What a gazette's cover says of itself. */
export interface Masthead {
  readonly name: string | null
  readonly year: number | null
  readonly number: number | null
  readonly part: string | null
  readonly publisher: string | null
  readonly period: { from: string; to: string } | null
}

const namePattern = /^[\u4e00-\u9fff]{2,20}(?:政府公报|政报|公报)$/
const numberPattern = /(\d{4})年第(\d{1,3})[期号](?:[（(]([上中下])[）)])?/
const publisherPattern = /(?:^|[：:])?([\u4e00-\u9fff]{4,30}?)(?:主办|主编|编印|编辑出版)/
const publisherAfterPattern = /主办(?:单位)?[：:]([\u4e00-\u9fff]{4,30})/
const periodPattern = /(\d{4}年\d{1,2}月\d{1,2}日)[—－–~～至到-]{1,2}(\d{4}年\d{1,2}月\d{1,2}日)/

/** Reads the masthead from the lines above the contents; who publishes may also stand under these. */
export function readMasthead(lines: readonly PrintedLine[], below: readonly PrintedLine[] = []): Masthead {
  const texts = lines.map(({ text }) => text).filter((text) => text.length <= 80)
  const number = firstMatch(texts, numberPattern) ?? firstMatch(yearsBeforeNumbers(texts), numberPattern)
  const name = texts.find((text) => namePattern.test(text)) ?? nameInside(texts)
  return {
    name,
    year: number === null ? null : Number(number[1]),
    number: number === null ? null : Number(number[2]),
    part: number?.[3] ?? null,
    publisher: publisherOf(texts, name !== null) ?? publisherBelow(below, name !== null),
    period: periodOf(texts),
  }
}

/** 2024 or 2024年 on a line, 第2期 on the next. */
function yearsBeforeNumbers(texts: readonly string[]): string[] {
  return texts.flatMap((text, index) =>
    /^(?:19|20)\d{2}年?$/.test(text) ? [`${text.slice(0, 4)}年${texts[index + 1] ?? ''}`] : [],
  )
}

/** XX县人民政府公报2020年第3期 on one line. */
function nameInside(texts: readonly string[]): string | null {
  const match = firstMatch(texts, /^([\u4e00-\u9fff]{2,20}(?:政府公报|政报|公报))[（(]?\d{4}年/)
  return match?.[1] ?? null
}

function publisherOf(texts: readonly string[], isGazette: boolean): string | null {
  if (!isGazette) return null
  const match = firstMatch(texts, publisherAfterPattern) ?? firstMatch(texts, publisherPattern)
  const plain = texts.find((text) => /^[\u4e00-\u9fff]{2,20}(?:办公室|办公厅)$/.test(text))
  return match?.[1] ?? plain ?? null
}

function publisherBelow(lines: readonly PrintedLine[], isGazette: boolean): string | null {
  if (!isGazette) return null
  const texts = lines.map(({ text }) => text).filter((text) => text.length <= 80)
  return firstMatch(texts, publisherAfterPattern)?.[1] ?? null
}

function periodOf(texts: readonly string[]): { from: string; to: string } | null {
  const match = firstMatch(texts, periodPattern)
  const from = readFullDate(match?.[1] ?? '')
  const to = readFullDate(match?.[2] ?? '')
  return from === null || to === null ? null : { from, to }
}

function firstMatch(texts: readonly string[], pattern: RegExp): RegExpExecArray | null {
  for (const text of texts) {
    const match = pattern.exec(text)
    if (match !== null) return match
  }
  return null
}
