import { readFullDate } from '../mentions/dates.ts'
import { findDocumentNumbers } from '../mentions/document-numbers.ts'
import type { PrintedLine } from './printed-lines.ts'

/** What a web page prints about a document above it (索引号, 发文字号, 成文日期…). */
export interface WebMetadata {
  readonly docNumber: string | null
  readonly issuedOn: string | null
}

const numberKey = /(?:发文字号|公文字号|文号|字号)[:：]/
const dateKey = /成文日期[:：]/

/** Reads the metadata of a page whose document is the only one in the file. */
export function readWebMetadata(lines: readonly PrintedLine[]): WebMetadata {
  let docNumber: string | null = null
  let issuedOn: string | null = null
  for (const [index, { text }] of lines.entries()) {
    docNumber ??= firstNumber(valueBehind(text, lines[index + 1], numberKey))
    const date = valueBehind(text, lines[index + 1], dateKey)
    issuedOn ??= date === null ? null : readFullDate(date)
  }
  return { docNumber, issuedOn }
}

const longestValue = 48

/** What stands behind a key, on its own line or, where nothing does, on the next. */
function valueBehind(text: string, next: PrintedLine | undefined, key: RegExp): string | null {
  if (text.length > 400) return null
  const match = key.exec(text)
  if (match === null) return null
  const value = text.slice(match.index + match[0].length, match.index + match[0].length + longestValue)
  return value === '' ? (next?.text.slice(0, longestValue) ?? null) : value
}

function firstNumber(value: string | null): string | null {
  const found = value === null ? undefined : findDocumentNumbers(value)[0]
  return found?.start === 0 ? found.number : null
}
