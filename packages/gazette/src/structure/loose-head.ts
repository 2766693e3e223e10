import { isContentsHead } from './contents.ts'
import { endsAsTitle, type Head, isWholeTitle, readAddressees, textAt } from './heads.ts'
import { isIssuerLine, readDateLine, readNumberLine } from './line-forms.ts'
import type { PrintedLine } from './printed-lines.ts'

const mostLinesAbove = 60
const longestTitle = 80

/**
 * The head of a text in which no head could be told for certain: a notice of which only the title or nothing but
 * the body was kept. Its title is the last line above the body that reads like one.
 */
export function readLooseHead(printed: readonly PrintedLine[]): Head | null {
  if (printed.length === 0) return null
  const body = bodyStart(printed)
  const titleAt = findTitle(printed, body)
  const numberAt = findLast(printed, body, (text) => readNumberLine(text) !== null)
  const issuer = titleAt === null ? null : issuerAbove(printed, titleAt)
  const title = titleAt === null ? '' : (issuer ?? '') + textAt(printed, titleAt)
  const addressees = addresseesAbove(printed, body)
  return {
    first: titleAt === null ? 0 : titleAt - (issuer === null ? 0 : 1),
    end: Math.max(addressees?.end ?? 0, titleAt === null ? 0 : Math.max(titleAt, numberAt ?? 0) + 1),
    title,
    docNumber: numberAt === null ? null : readNumberLine(textAt(printed, numberAt)),
    addressees: addressees?.text ?? null,
    issuer,
  }
}

/** 某县人大常委会 / 关于…的决议: the issuer's line is the first of the title. */
function issuerAbove(printed: readonly PrintedLine[], titleAt: number): string | null {
  const above = textAt(printed, titleAt - 1)
  return /^(?:关于|印发|转发|批转)/.test(textAt(printed, titleAt)) && isIssuerLine(above) ? above : null
}

function bodyStart(printed: readonly PrintedLine[]): number {
  const most = Math.min(printed.length, mostLinesAbove)
  for (let index = 0; index < most; index++) {
    const line = printed[index] as PrintedLine
    const { text } = line
    if (isOfBody(line) && !/^.{0,12}[：:]$/.test(text) && readAddressees(printed, index).text === null) {
      return index
    }
  }
  return most
}

function isOfBody({ text, table, label }: PrintedLine): boolean {
  return table !== null || label !== null || /[：:]$/.test(text) || text.includes('。')
}

function findTitle(printed: readonly PrintedLine[], body: number): number | null {
  const isTitle = (text: string) =>
    text.length <= longestTitle && !/[：:。]/.test(text) && !isContentsHead(text)
  return (
    findLast(printed, body, (text) => isTitle(text) && isWholeTitle(text)) ??
    findLast(printed, body, (text) => isTitle(text) && endsAsTitle(text)) ??
    findFirst(printed, body, (text) => isTitle(text) && !isIssuerLine(text) && isHeadLike(text))
  )
}

/** A short line of Chinese that is neither date nor number. */
function isHeadLike(text: string): boolean {
  return /[\u4e00-\u9fff]{4}/.test(text) && readDateLine(text) === null && readNumberLine(text) === null
}

function addresseesAbove(
  printed: readonly PrintedLine[],
  body: number,
): { text: string; end: number } | null {
  for (let index = Math.max(0, body - 4); index < body; index++) {
    const { text, end } = readAddressees(printed, index)
    if (text !== null) return { text, end }
  }
  return null
}

function findFirst(
  printed: readonly PrintedLine[],
  body: number,
  isWanted: (text: string) => boolean,
): number | null {
  const index = printed.slice(0, body).findIndex(({ text, table }) => table === null && isWanted(text))
  return index === -1 ? null : index
}

function findLast(
  printed: readonly PrintedLine[],
  body: number,
  isWanted: (text: string) => boolean,
): number | null {
  const index = printed.slice(0, body).findLastIndex(({ text, table }) => table === null && isWanted(text))
  return index === -1 ? null : index
}
