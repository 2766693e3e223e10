import { readFileSync } from 'node:fs'
import { counties, demoGazettePath } from '@luoshi/counties'
import { type Issue, read } from '@luoshi/gazette'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { noticeText } from '../test-support/notice-text.ts'
import { exportFormats, exportIssue } from './writers.ts'

vi.setConfig({ testTimeout: 60_000 })

const demo = read(readFileSync(demoGazettePath, 'utf8'), { file: 'gazette.txt', counties })
const notice = read(noticeText, { file: 'notice.txt', counties })

async function isWellFormed(xml: string): Promise<boolean> {
  return (await validateXML({ xml: { fileName: 'issue.xml', contents: xml }, normalization: 'format' })).valid
}

describe('exports', () => {
  it('gives JSON that holds the whole issue', async () => {
    expect(JSON.parse(await exportIssue(demo, 'json'))).toEqual({ issues: [demo] })
  })

  it('gives Markdown with each notice, its clauses and its tables', async () => {
    const text = await exportIssue(notice, 'markdown')
    expect(text).toContain('## 清源县人民政府办公室关于做好桥梁巡查工作的通知')
    expect(text).toContain('清政办发〔2026〕90号 · 清源县人民政府办公室 · 2026年5月18日')
    expect(text).toContain('一、**全面巡查** 6月20日前查完全部农村公路桥梁。')
    expect(await exportIssue(demo, 'markdown')).toContain('| 麦田乡 | 8000 | 2000 | 300000 |')
  })

  it('gives well-formed Akoma Ntoso with unique ids and parts in their order', async () => {
    const xml = await exportIssue(demo, 'akn')
    expect(await isWellFormed(xml)).toBe(true)
    const ids = [...xml.matchAll(/ eId="([^"]*)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
    expect(xml.match(/<doc name="instrument">/g)).toHaveLength(demo.instruments.length)
    expect(xml).toMatch(
      /<officialGazette name="gazette">\s*<meta>[\s\S]*?<\/meta>\s*<preface>[\s\S]*?<\/preface>\s*<collectionBody>/,
    )
    expect(xml).toMatch(
      /<doc name="instrument">\s*<meta>[\s\S]*?<\/meta>\s*<preface>[\s\S]*?<\/preface>\s*<mainBody>[\s\S]*?<\/mainBody>\s*<conclusions>/,
    )
    expect(xml).toContain('<docNumber>清政办发〔2026〕8号</docNumber>')
    expect(xml).toMatch(/<article eId="[^"]*" luoshi:clause="[^"]*">\s*<num>第一条<\/num>/)
  })

  it('writes any characters as well-formed XML', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        const instrument = notice.instruments[0]
        if (instrument === undefined) throw new Error('the notice has no instrument')
        const [clause] = instrument.clauses
        if (clause === undefined) throw new Error('the notice has no clause')
        const issue: Issue = {
          ...notice,
          instruments: [{ ...instrument, title: text, clauses: [{ ...clause, text }] }],
        }
        expect(await isWellFormed(await exportIssue(issue, 'akn'))).toBe(true)
      }),
      { numRuns: 25 },
    )
  })

  it.each(exportFormats)('gives %s of a file without any instrument', async (format) => {
    const empty = read('一行字。\n', { file: 'empty.txt', counties })
    expect(await exportIssue({ ...empty, instruments: [] }, format)).not.toBe('')
  })
})
