import { readFileSync } from 'node:fs'
import { counties, demoGazettePath } from '@luoshi/counties'
import { read } from '@luoshi/gazette'
import { expect, it, vi } from 'vitest'
import { readDocx } from '../inputs/docx-text.ts'
import { readPdf } from '../inputs/pdf-text.ts'
import { noticeText } from '../test-support/notice-text.ts'
import { issueDocx, issuePdf } from './issue-papers.ts'

vi.setConfig({ testTimeout: 120_000 })

const made = new Date('2026-05-18T00:00:00Z')
const rows = Array.from({ length: 120 }, (_, index) => `${index + 1}\t第${index + 1}号桥\t${1000 + index}`)
const text = noticeText.replace(
  '二、及时报告',
  `桥梁名录如下。\n\n序号\t桥梁名称\t长度（米）\n${rows.join('\n')}\n\n二、及时报告`,
)
const issue = read(text, { file: 'notice.txt', counties })
const bare = (text: string) => text.replace(/\s/g, '')

it('prints a table as a table whose headings stand on every page, with the signature where it was', async () => {
  expect(issue.instruments[0]?.tables[0]?.rows).toHaveLength(120)
  const pdf = (await readPdf(await issuePdf(issue, made))).text
  expect(pdf.match(/桥梁名称/g)?.length).toBeGreaterThanOrEqual(4)
  expect(bare(pdf)).toContain('120第120号桥1119')
  expect(bare(pdf).indexOf('二、及时报告')).toBeGreaterThan(bare(pdf).indexOf('第120号桥'))
  expect(bare(pdf).lastIndexOf('2026年5月18日')).toBeGreaterThan(bare(pdf).indexOf('二、及时报告'))
})

it('writes it as a table of Word too', async () => {
  const docx = (await readDocx(await issueDocx(issue, made))).text
  const [head = ''] = docx.slice(docx.indexOf('<tr>')).split('</tr>')
  expect(head).toContain('桥梁名称')
  expect(docx.match(/<tr>/g)).toHaveLength(121)
})

it('has a cover, and contents that name the page on which each paper begins', async () => {
  const demo = read(readFileSync(demoGazettePath, 'utf8'), { file: 'gazette.txt', counties })
  const pdf = bare((await readPdf(await issuePdf(demo, made))).text)
  expect(pdf).toMatch(/^清源县人民政府公报2026年第2期（上）[^…]+目录/)
  const rest = pdf.slice(pdf.indexOf('目录'))
  const [contents = ''] = /^.*…\d+/.exec(rest) ?? []
  const pages = rest.slice(contents.length).split(/(?<=—\d+—)/)
  for (const { title, docNumber } of demo.instruments) {
    const entry = `${title}${docNumber === null ? '' : `（${docNumber}）`}`
    const after = contents.slice(contents.indexOf(bare(entry)) + bare(entry).length)
    const page = /^…+(\d+)/.exec(after)?.[1]
    expect(
      pages.find((text) => text.endsWith(`—${page}—`)),
      title,
    ).toContain(bare(title))
  }
})

it('names the papers in the contents of a Word document too, and begins an annex on a new page', async () => {
  const demo = read(readFileSync(demoGazettePath, 'utf8'), { file: 'gazette.txt', counties })
  const docx = (await readDocx(await issueDocx(demo, made))).text
  for (const { title } of demo.instruments) expect(docx.split(title).length, title).toBeGreaterThan(2)
  expect(docx).toContain('第四条　')
})
