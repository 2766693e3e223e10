import { SaxesParser } from 'saxes'
import { isDateFormat } from './excel-values.ts'
import { SheetDamaged } from './sheet-row.ts'
import type { XlsxFile } from './xlsx-file.ts'

/** What is to be known of a workbook before its rows are read. */
export interface WorkbookParts {
  /** Part that holds the first sheet that is not hidden. */
  readonly sheet: string
  /** Whether its days are counted from 1904, as old Macintoshes did. */
  readonly is1904: boolean
  /** By style of a cell: whether numbers in it are dates. */
  readonly dateStyles: readonly boolean[]
  /** Texts that cells name by number. */
  readonly strings: readonly string[]
}

/** An element of a part: its name without prefix, and its attributes. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Reads a part of XML piece by piece. */
export function xmlReader(on: {
  open?(element: Element): void
  text?(text: string): void
  close?(name: string): void
}): (piece: string) => void {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw new SheetDamaged(error.message)
  })
  parser.on('opentag', ({ name, attributes }) =>
    on.open?.({ name: bare(name), attributes: attributes as Record<string, string> }),
  )
  parser.on('text', (text) => on.text?.(text))
  parser.on('closetag', ({ name }) => on.close?.(bare(name)))
  return (piece) => parser.write(piece)
}

/** Reads what is to be known before the rows; null for an archive that is no workbook. */
export async function readWorkbookParts(file: XlsxFile): Promise<WorkbookParts | null> {
  if (!file.has('xl/workbook.xml')) return null
  const { relation, is1904 } = await readWorkbook(file)
  const targets = await readRelations(file)
  const target = targets.get(relation) ?? 'worksheets/sheet1.xml'
  const sheet = target.startsWith('/') ? target.slice(1) : `xl/${target}`
  if (!file.has(sheet)) return null
  return { sheet, is1904, dateStyles: await readDateStyles(file), strings: await readStrings(file) }
}

async function readWorkbook(file: XlsxFile): Promise<{ relation: string; is1904: boolean }> {
  let relation = ''
  let is1904 = false
  const read = xmlReader({
    open({ name, attributes }) {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '')
      const isHidden = attributes['state'] !== undefined && attributes['state'] !== 'visible'
      if (name === 'sheet' && relation === '' && !isHidden) relation = attributes['r:id'] ?? ''
    },
  })
  read(await file.whole('xl/workbook.xml'))
  return { relation, is1904 }
}

async function readRelations(file: XlsxFile): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>()
  const read = xmlReader({
    open({ name, attributes }) {
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '')
    },
  })
  read(await file.whole('xl/_rels/workbook.xml.rels'))
  return targets
}

async function readDateStyles(file: XlsxFile): Promise<readonly boolean[]> {
  const codes = new Map<number, string>()
  const styles: boolean[] = []
  let isInCells = false
  const read = xmlReader({
    open({ name, attributes }) {
      const format = Number(attributes['numFmtId'] ?? 0)
      if (name === 'numFmt') codes.set(format, attributes['formatCode'] ?? '')
      if (name === 'cellXfs') isInCells = true
      if (name === 'xf' && isInCells) styles.push(isDateFormat(format, codes.get(format)))
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false
    },
  })
  read(await file.whole('xl/styles.xml'))
  return styles
}

/** Characters that all texts of a workbook may have together: they are kept while its rows are read. */
const MOST_CHARACTERS = 100_000_000

async function readStrings(file: XlsxFile): Promise<readonly string[]> {
  const strings: string[] = []
  let length = 0
  let text = ''
  let depth = { isText: false, isPhonetic: false }
  const read = xmlReader({
    open({ name }) {
      if (name === 'si') text = ''
      if (name === 'rPh') depth = { ...depth, isPhonetic: true }
      if (name === 't') depth = { ...depth, isText: true }
    },
    text(piece) {
      // How a word is read aloud is no part of it.
      if (depth.isText && !depth.isPhonetic) text += piece
    },
    close(name) {
      if (name === 't') depth = { ...depth, isText: false }
      if (name === 'rPh') depth = { ...depth, isPhonetic: false }
      if (name !== 'si') return
      length += text.length
      if (length > MOST_CHARACTERS) throw new SheetDamaged(`文字超过${MOST_CHARACTERS}个`)
      strings.push(text)
    },
  })
  for await (const piece of file.text('xl/sharedStrings.xml')) read(piece)
  return strings
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
