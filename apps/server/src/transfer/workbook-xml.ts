import { columnName } from './sheet/sheet-row.ts'
import type { OutCell, OutSheet } from './workbook-stream.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Styles by their number in `styles.xml`. */
const STYLE = { plain: 0, heading: 1, text: 2, date: 3 } as const

/** Excel keeps fifteen digits; what has more stays text, so that none is lost. */
const MOST_DIGITS = 15

/** Characters that Excel takes in one cell. */
const LONGEST_CELL = 32_767

/** Characters that Excel takes in a list of choices that is written out; longer ones are not offered. */
const LONGEST_LIST = 255

/** Rows for which a column's guide holds. */
const GUIDED_ROWS = 100_000

/** The parts of a workbook as XML: those that are the same whatever its rows, and what writes the rows. */
export function workbookParts(sheets: readonly OutSheet[]) {
  const numbered = sheets.map(({ name }, place) => ({ name, number: place + 1 }))
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}" ContentType="${SHEET_TYPE}.${type}+xml"/>`
  return {
    fixed: {
      '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}${numbered.map(({ number }) => override(`worksheets/sheet${number}.xml`, 'worksheet')).join('')}</Types>`,
      '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${numbered.map(({ name, number }) => `<sheet name="${escaped(sheetName(name))}" sheetId="${number}" r:id="rId${number}"/>`).join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${numbered.map(({ number }) => `<Relationship Id="rId${number}" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet${number}.xml"/>`).join('')}<Relationship Id="rId${numbered.length + 1}" Type="${OFFICE}/relationships/styles" Target="styles.xml"/></Relationships>`,
      'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEAEEF2"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment wrapText="1" vertical="center"/></xf><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    sheetBegin,
    rowXml,
    sheetEnd,
  }
}

function sheetBegin({ columns }: OutSheet): string {
  const cols = columns
    .map(({ width, isText }, place) => {
      const style = isText ? ` style="${STYLE.text}"` : ''
      return `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"${style}/>`
    })
    .join('')
  const headings = columns.map(({ heading }, place) => stringCell(heading, place, 1, STYLE.heading)).join('')
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols}</cols><sheetData><row r="1" ht="30" customHeight="1">${headings}</row>`
}

function rowXml(cells: readonly OutCell[], line: number): string {
  return `<row r="${line}">${cells.map((cell, place) => cellXml(cell, place, line)).join('')}</row>`
}

function cellXml(cell: OutCell, place: number, line: number): string {
  if (cell === null || cell.value === '') return ''
  const { kind, value } = cell
  const reference = `r="${columnName(place)}${line}"`
  if (kind === 'number' && value.replaceAll(/\D/g, '').length <= MOST_DIGITS) {
    return `<c ${reference}><v>${value}</v></c>`
  }
  if (kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(value) && value >= '1900-03-01') {
    const day = Date.parse(`${value}T00:00:00Z`) / 86_400_000 + 25_569
    return `<c ${reference} s="${STYLE.date}"><v>${day}</v></c>`
  }
  return stringCell(value, place, line, STYLE.text)
}

/** A text that stands in its cell as it is: never a formula, whatever it begins with. */
function stringCell(text: string, place: number, line: number, style: number): string {
  const fitting = text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text
  return `<c r="${columnName(place)}${line}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(fitting)}</t></is></c>`
}

function sheetEnd({ columns }: OutSheet, lastLine: number): string {
  const guides = columns.flatMap(({ guide }, place) => {
    if (guide === null) return []
    const list = guide.choices.join(',')
    const isListed =
      guide.choices.length > 0 &&
      list.length <= LONGEST_LIST &&
      !guide.choices.some((choice) => choice.includes(','))
    const range = `${columnName(place)}2:${columnName(place)}${GUIDED_ROWS}`
    const prompt = ` showInputMessage="1" promptTitle="${escaped(guide.title.slice(0, 32))}" prompt="${escaped(guide.note.slice(0, 255))}"`
    const type = isListed ? ' type="list" allowBlank="1" showErrorMessage="1"' : ''
    const formula = isListed ? `<formula1>"${escaped(list.replaceAll('"', '""'))}"</formula1>` : ''
    return [`<dataValidation${type}${prompt} sqref="${range}">${formula}</dataValidation>`]
  })
  const validations =
    guides.length === 0
      ? ''
      : `<dataValidations count="${guides.length}">${guides.join('')}</dataValidations>`
  const filter = `<autoFilter ref="A1:${columnName(Math.max(0, columns.length - 1))}${lastLine}"/>`
  return `</sheetData>${lastLine > 1 ? filter : ''}${validations}</worksheet>`
}

function sheetName(name: string): string {
  return name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31)
}

/** Text for XML, without the characters that XML does not have. */
function escaped(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
  )
}
