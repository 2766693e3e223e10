import { defineTextPaper, fields, instrument, type PaperContent, paperContent, text } from '@luoshi/kernel'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../inputs/docx-text.ts'
import { readPdf } from '../inputs/pdf-text.ts'
import { writeDocx } from './docx/write-docx.ts'
import { PAGE, points } from './official-page.ts'
import { writePdf } from './pdf/write-pdf.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕7号')
const made = new Date('2026-03-02T09:00:00+08:00')
const long = '井'.repeat(28 * 60)
const decision = defineTextPaper({
  id: 'decision',
  title: '准予机井许可通知书',
  basis: notice.lines(20),
  register: 'wells',
  head: 'red',
  issuer: '{@unit}',
  number: { mark: '清水许', basis: notice.lines(20) },
  addressee: '{village}',
  body: [{ level: 1, text: '总体要求' }, { text: '{site}' }, { level: 2, text: '准予打井。' }],
  annexes: ['井位图', '申请书'],
  note: '此件公开发布',
  copies: ['清源县人民政府'],
})

function contentOf(site: string): PaperContent {
  const facts = {
    unit: '清源县水利局',
    county: '清源县',
    case: 'W-1',
    number: '清水许〔2026〕7号',
    date: '2026-03-02',
    reason: null,
  }
  const schema = fields({ village: text('村'), site: text('井位') })
  return paperContent(decision, {
    schema,
    records: [{ village: '上河村', site }],
    facts,
    places: {},
    clear: null,
  })
}

/** Every run of a PDF: its text, where it begins and how high it is, in points from the lower left corner. */
async function runsOf(
  file: Uint8Array,
): Promise<{ page: number; text: string; x: number; y: number; size: number }[]> {
  const document = await getDocument({ data: new Uint8Array(file) }).promise
  const runs = []
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent()
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      runs.push({ page, text: item.str, x: item.transform[4], y: item.transform[5], size: item.transform[0] })
    }
  }
  await document.destroy()
  return runs
}

describe('an official text as PDF', () => {
  it('has head, number, title, addressee, annexes, signature, note and copies, in this order', async () => {
    const { file, missing } = await writePdf(contentOf('村东'), made)
    expect(missing).toEqual([])
    const whole = (await readPdf(file)).text.replaceAll(/[\s　]/g, '')
    const parts = [
      '清源县水利局',
      '清水许〔2026〕7号',
      '准予机井许可通知书',
      '上河村：',
      '一、总体要求',
      '（一）准予打井。',
    ]
    const rest = [
      '附件：1.井位图',
      '2.申请书',
      '清源县水利局',
      '2026年3月2日',
      '（此件公开发布）',
      '抄送：清源县人民政府。',
    ]
    let from = 0
    for (const part of [...parts, ...rest]) {
      const at = whole.indexOf(part, from)
      expect(at, part).toBeGreaterThanOrEqual(0)
      from = at + part.length
    }
  })

  it('has 22 lines of 28 characters within its margins, and page numbers right on odd and left on even pages', async () => {
    const runs = await runsOf((await writePdf(contentOf(long), made)).file)
    const second = runs.filter(({ page, text }) => page === 2 && text.startsWith('井'))
    expect(new Set(second.map(({ y }) => y.toFixed(1))).size).toBe(22)
    expect(second.every(({ text }) => [...text].length === 28)).toBe(true)
    const top = points(PAGE.height - PAGE.top)
    for (const { x, y, size } of second) {
      expect(x).toBeCloseTo(points(PAGE.left), 1)
      expect(y + size).toBeLessThan(top + 1)
      expect(y).toBeGreaterThan(points(PAGE.bottom))
    }
    const [odd, even] = [1, 2].map((page) =>
      runs.filter((run) => run.page === page && /[—\d]/.test(run.text)).at(-1),
    )
    expect(odd?.x).toBeGreaterThan(points(PAGE.width / 2))
    expect(even?.x).toBeLessThan(points(PAGE.width / 2))
  })

  it('has a line for each that was written, and no heading at the foot of a page', async () => {
    const content = contentOf('村东')
    if (content.form !== 'text') throw new Error('no text')
    // However many lines stand before it, the heading is on the page of what it heads.
    for (const lines of [7, 8, 9, 10, 11]) {
      const [first, ...rest] = Array.from({ length: lines }, () => '井位已定。')
      const body = [
        { level: 0 as const, label: '', text: [first, ...rest].join('\n') },
        { level: 1 as const, label: '一、', text: '安排' },
        { level: 0 as const, label: '', text: '照办。' },
      ]
      const runs = await runsOf((await writePdf({ ...content, body, annexes: [] }, made)).file)
      expect(runs.filter(({ text }) => text === '井位已定。')).toHaveLength(lines)
      const pageOf = (wanted: string) => runs.find(({ text }) => text.includes(wanted))?.page
      expect(pageOf('安排')).toBe(pageOf('照办'))
    }
  })

  it('stands in 〓 for a character that no font has, and says which', async () => {
    const { file, missing } = await writePdf(contentOf('村东𪚥'), made)
    expect(missing).toEqual(['𪚥'])
    expect((await readPdf(file)).text).toContain('村东〓')
  })
})

describe('an official text as DOCX', () => {
  it('has the margins of the standard, a different foot on even pages, and its text', async () => {
    const file = await writeDocx(contentOf('村东'), made)
    const parts = unzipSync(file)
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    const margins = { top: 2098, right: 1474, bottom: 1984, left: 1587 }
    for (const [side, twips] of Object.entries(margins)) expect(xml).toContain(`w:${side}="${twips}"`)
    expect(strFromU8(parts['word/settings.xml'] ?? new Uint8Array())).toContain('w:evenAndOddHeaders')
    const { text: read } = await readDocx(file)
    for (const part of ['准予机井许可通知书', '一、总体要求', '附件：1.井位图', '抄送：清源县人民政府。']) {
      expect(read).toContain(part)
    }
  })
})
