import { readFullDate } from '../mentions/dates.ts'
import { findDocumentNumbers } from '../mentions/document-numbers.ts'
import type { Line } from '../reading.ts'

/** What a web page prints about a document above it (索引号, 发文字号, 成文日期…). */
export interface WebMetadata {
  readonly docNumber: string | null
  readonly issuedOn: string | null
}

const numberKey = /(?:发文字号|公文字号|文号|字号)[:：]/
const dateKey = /成文日期[:：]/

const mostLines = 100

/**
 * Reads the metadata of a page whose document is the only one in the file, from the lines above and in its head as
 * they stand there: columns that look like a table are among them.
 */
export function readWebMetadata(lines: readonly Line[]): WebMetadata {
  const texts = lines
    .slice(0, mostLines)
    .map(({ raw }) => raw.slice(0, longestLine).replace(/[\s\u3000|]/g, ''))
    .filter((text) => text !== '')
  let docNumber: string | null = null
  let issuedOn: string | null = null
  for (const [index, text] of texts.entries()) {
    docNumber ??= firstNumber(valueBehind(text, texts[index + 1], numberKey))
    const date = valueBehind(text, texts[index + 1], dateKey)
    issuedOn ??= date === null ? null : readFullDate(date)
  }
  return { docNumber, issuedOn }
}

const longestLine = 400
const longestValue = 48

/** What stands behind a key, on its own line or, where nothing does, on the next. */
function valueBehind(text: string, next: string | undefined, key: RegExp): string | null {
  const match = key.exec(text)
  if (match === null) return null
  const value = text.slice(match.index + match[0].length, match.index + match[0].length + longestValue)
  return value === '' ? (next?.slice(0, longestValue) ?? null) : value
}

function firstNumber(value: string | null): string | null {
  const found = value === null ? undefined : findDocumentNumbers(value)[0]
  return found?.start === 0 ? found.number : null
}
