import mammoth from 'mammoth'
import { z } from 'zod'
import { type FormatText, InputRefusal } from './input-text.ts'
import { listLabel } from './list-label.ts'

/** What mammoth gives for a part of a Word document, as far as it is used here. */
interface WordPart {
  readonly type: string
  readonly value?: string | undefined
  readonly checked?: boolean | undefined
  readonly colSpan?: number | undefined
  readonly rowSpan?: number | undefined
  readonly numbering?: { readonly isOrdered: boolean; readonly level: string | number } | null | undefined
  readonly children?: readonly WordPart[] | undefined
}

const wordPart: z.ZodType<WordPart> = z.lazy(() =>
  z.object({
    type: z.string(),
    value: z.string().optional(),
    checked: z.boolean().optional(),
    colSpan: z.number().optional(),
    rowSpan: z.number().optional(),
    numbering: z.object({ isOrdered: z.boolean(), level: z.union([z.string(), z.number()]) }).nullish(),
    children: z.array(wordPart).optional(),
  }),
)

/** What is gathered on the way through a document. */
interface Writing {
  readonly lines: string[]
  /** How far each level of automatic numbering has counted. */
  readonly counts: number[]
  hasLists: boolean
  hasImages: boolean
}

/** Text of a Word document: a paragraph a line, tables as HTML with their merged cells. */
export async function readDocx(bytes: Uint8Array): Promise<FormatText> {
  const writing: Writing = { lines: [], counts: [], hasLists: false, hasImages: false }
  for (const part of (await documentOf(bytes)).children ?? []) writePart(part, writing)
  const text = `${writing.lines.join('\n').trim()}\n`
  if (text.trim() === '') {
    throw new InputRefusal(
      writing.hasImages ? '这份 Word 文件里只有图片，没有文字' : '这份 Word 文件里没有文字',
    )
  }
  const warnings: string[] = []
  if (writing.hasLists) warnings.push('Word 的自动编号不带样式，已按公文层次（一、（一）1.（1））补写')
  if (writing.hasImages) warnings.push('Word 文件中的图片没有读')
  return { text, warnings }
}

async function documentOf(bytes: Uint8Array): Promise<WordPart> {
  let document: unknown = null
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        transformDocument: (read) => {
          document = read
          return { ...read, children: [] }
        },
      },
    )
  } catch {
    throw new InputRefusal('不是完整的 Word（.docx）文件，可能已损坏或没有传完')
  }
  return wordPart.parse(document)
}

function writePart(part: WordPart, writing: Writing): void {
  if (part.type === 'table') writeTable(part, writing)
  else if (part.type === 'paragraph') writeParagraph(part, writing)
  else for (const child of part.children ?? []) writePart(child, writing)
}

function writeParagraph(part: WordPart, writing: Writing): void {
  const text = textOf(part, writing)
  if (text.trim() === '') return
  writing.lines.push(`${labelOf(part, writing)}${text.trimEnd()}`, '')
}

/** The number that Word would print before a paragraph of a list. */
function labelOf(part: WordPart, writing: Writing): string {
  if (part.numbering?.isOrdered !== true) return ''
  const level = Math.min(Math.max(Number(part.numbering.level) || 0, 0), 8)
  writing.hasLists = true
  writing.counts.length = Math.min(writing.counts.length, level + 1)
  const count = (writing.counts[level] ?? 0) + 1
  writing.counts[level] = count
  return listLabel(level, count)
}

/** One line a row, since that is how printed tables in HTML come. */
function writeTable(table: WordPart, writing: Writing): void {
  writing.lines.push('<table>')
  for (const row of table.children ?? []) {
    if (row.type !== 'tableRow') continue
    const cells = (row.children ?? []).filter((cell) => cell.type === 'tableCell')
    writing.lines.push(`<tr>${cells.map((cell) => cellTag(cell, writing)).join('')}</tr>`)
  }
  writing.lines.push('</table>', '')
}

function cellTag(cell: WordPart, writing: Writing): string {
  const text = (cell.children ?? []).map((child) => textOf(child, writing).trim()).filter(Boolean)
  const columns = (cell.colSpan ?? 1) > 1 ? ` colspan="${cell.colSpan}"` : ''
  const rows = (cell.rowSpan ?? 1) > 1 ? ` rowspan="${cell.rowSpan}"` : ''
  return `<td${columns}${rows}>${text.join(' ').replace(/\s*\n\s*/g, ' ')}</td>`
}

function textOf(part: WordPart, writing: Writing): string {
  switch (part.type) {
    case 'text':
      return part.value ?? ''
    case 'tab':
      return '\t'
    case 'break':
      return '\n'
    case 'checkbox':
      return part.checked ? '☑' : '☐'
    case 'image':
      writing.hasImages = true
      return ''
    default:
      return (part.children ?? []).map((child) => textOf(child, writing)).join('')
  }
}
