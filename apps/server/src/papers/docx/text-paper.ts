import type { TextContent } from '@luoshi/kernel'
import { BorderStyle, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import { annexLines, PAGE, points, RED, SIZE, twips } from '../official-page.ts'
import { bodyParts } from '../pdf/text-paper.ts'
import { type LineSetting, line } from './runs.ts'

const body: LineSetting = { face: 'body', size: SIZE.three }
const blank = () => line('', body)
const keptBlank = () => line('', { ...body, keepNext: true })

/** The blocks of a text, from its head to who gets a copy. */
export function textBlocks(content: TextContent): (Paragraph | Table)[] {
  const { title, addressee, number, annexes, note } = content
  const parts = bodyParts(content.body)
  return [
    ...headBlocks(content),
    line(title, { face: 'title', size: SIZE.two, align: 'center' }),
    ...(content.head === 'plain' && number !== null
      ? [line(`编号：${number}`, { ...body, align: 'right' })]
      : []),
    blank(),
    ...(addressee === null ? [] : [line(`${addressee}：`, body)]),
    // A page with nothing but the signature is not allowed: the last paragraph goes there with it. So does a heading to
    // the page of what it heads.
    ...parts.map(({ text, face }, place) =>
      line(text, {
        face,
        size: SIZE.three,
        first: 2,
        keepNext: face !== 'body' || (place === parts.length - 1 && annexes.length === 0),
      }),
    ),
    ...annexBlocks(annexes),
    keptBlank(),
    keptBlank(),
    ...signatureBlocks(content),
    ...(note === null ? [] : [line(`（${note}）`, { ...body, first: 2 })]),
    ...copyBlocks(content.copies),
  ]
}

/** The issuer's name in red, 35 mm below the text's upper edge; number; red line. */
function headBlocks({ head, issuer, number }: TextContent): Paragraph[] {
  if (head === 'plain') return []
  const width = points(PAGE.width - PAGE.left - PAGE.right)
  const size = Math.min(points(20), (width * 0.96) / [...issuer].length)
  return [
    line(issuer, {
      face: 'title',
      size,
      color: RED,
      align: 'center',
      height: (size * 1.1) / (points(225) / 22),
      before: points(35),
    }),
    blank(),
    line(number ?? '', { ...body, align: 'center' }),
    new Paragraph({
      border: { top: { style: BorderStyle.SINGLE, size: 12, color: RED, space: 1 } },
      spacing: { before: twips(4), after: 0, line: Math.round((points(225) / 22) * 20) },
      children: [],
    }),
    blank(),
  ]
}

function annexBlocks(annexes: readonly string[]): Paragraph[] {
  if (annexes.length === 0) return []
  const lines = annexLines(annexes).map(({ label, text }) =>
    line((label.startsWith('附件') ? label : `　　　${label}`) + text, { ...body, first: 2 }),
  )
  return [blank(), ...lines]
}

/** Issuer centred over the date, which ends four characters before the edge. */
export function signatureBlocks({ issuer, date }: Pick<TextContent, 'issuer' | 'date'>): Paragraph[] {
  const width = (text: string) =>
    [...text].reduce((sum, sign) => sum + (/[\x20-\x7e]/.test(sign) ? 0.5 : 1), 0)
  const right = Math.max(0, 4 + (width(date) - width(issuer)) / 2)
  return [
    line(issuer, { ...body, align: 'right', right, keepNext: true }),
    line(date, { ...body, align: 'right', right: 4 }),
  ]
}

/** Who gets a copy, between two lines. */
function copyBlocks(copies: readonly string[]): (Paragraph | Table)[] {
  if (copies.length === 0) return []
  const rule = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const text = line(`抄送：${copies.join('，')}。`, { face: 'body', size: SIZE.four, left: 1, right: 1 })
  return [
    blank(),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      borders: { top: rule, bottom: rule, left: none, right: none },
      rows: [new TableRow({ children: [new TableCell({ children: [text] })] })],
    }),
  ]
}
