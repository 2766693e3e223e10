import { readFileSync } from 'node:fs'
import { counties, demoGazettePath } from '@luoshi/counties'
import { read } from '@luoshi/gazette'
import { deadlinesOf, deadlineTotals, dutiesOf, findingsOf, findingTotals, unitHeads } from '@luoshi/store'
import readXlsxFile, { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noticeText } from '../test-support/notice-text.ts'
import { portalOver, startTestServer, type TestPortal, type TestServer } from '../test-support/serve.ts'
import { temporaryFile } from '../test-support/temporary-folder.ts'
import {
  deadlinesWorkbook,
  dutiesWorkbook,
  findingsWorkbook,
  issueWorkbook,
  tableWorkbook,
} from './workbook.ts'

const issue = read(readFileSync(demoGazettePath, 'utf8'), { file: 'gazette.txt', counties })
const ALL = 10_000
let buffer: Buffer
let server: TestServer
let demo: TestPortal

beforeAll(async () => {
  buffer = Buffer.from(await issueWorkbook(issue))
  server = await startTestServer()
  demo = await portalOver(server, demoGazettePath)
}, 60_000)

afterAll(async () => {
  await demo.stop()
  await server.stop()
})

describe('an issue as a workbook', () => {
  it('has a sheet for each kind of thing, headed in Chinese', async () => {
    const sheets = await readXlsxFile(buffer)
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['任务', '期限', '指标', '金额', '引用', '校核意见'])
    expect((await readSheet(buffer, '任务'))[0]).toEqual([
      '期限',
      '单位',
      '角色',
      '任务',
      '原文写法',
      '文号',
      '文件',
      '条款',
      '行号',
    ])
  })

  it('has a row for each unit of each duty, and for each finding', async () => {
    const bound = issue.instruments.flatMap(({ duties }) => duties.flatMap(({ units }) => units))
    expect(await readSheet(buffer, '任务')).toHaveLength(bound.length + 1)
    expect(await readSheet(buffer, '校核意见')).toHaveLength(issue.findings.length + 1)
  })

  it('has days as days and money as figures', async () => {
    const deadlines = await readSheet(buffer, '期限')
    const days = deadlines.slice(1).map(([day]) => day)
    expect(days.filter((day) => day !== null).every((day) => day instanceof Date)).toBe(true)
    const amounts = await readSheet(buffer, '金额')
    expect(amounts.slice(1).map(([yuan]) => yuan)).toEqual(
      issue.instruments.flatMap(({ amounts }) => amounts.map(({ yuan }) => Number(yuan))),
    )
  })
})

it('gives all duties of a unit, by deadline, with the same days as the book of its issue', async () => {
  const [unit] = await unitHeads(demo.db)
  if (unit === undefined) throw new Error('the demo gazette binds no unit')
  const duties = await dutiesOf(demo.db, { county: unit.county, unit: unit.name, limit: ALL })
  const rows = await readSheet(Buffer.from(await dutiesWorkbook(duties)), '任务')
  expect(rows).toHaveLength(unit.duties + 1)
  expect(rows.slice(1).every(([, , name]) => name === unit.name)).toBe(true)
  const days = (of: readonly (readonly unknown[])[], at: number) =>
    of.filter((row) => row[at + 1] === unit.name).map((row) => String(row[at]))
  expect(days(rows, 1).sort()).toEqual(days(await readSheet(buffer, '任务'), 0).sort())
})

describe('books over all gazettes', () => {
  it('hold every duty with its county', async () => {
    const rows = await readSheet(
      Buffer.from(await dutiesWorkbook(await dutiesOf(demo.db, { limit: ALL }))),
      '任务',
    )
    const units = await unitHeads(demo.db)
    expect(rows).toHaveLength(1 + units.reduce((sum, { duties }) => sum + duties, 0))
    expect(rows.slice(1).every(([county]) => county === '清源县')).toBe(true)
  })

  it('hold every deadline, with what it means and who is bound', async () => {
    const { forms } = await deadlineTotals(demo.db)
    const of = (form: keyof typeof forms) => deadlinesOf(demo.db, { form, limit: ALL })
    const book = Buffer.from(
      await deadlinesWorkbook({
        dated: await of('dated'),
        recurring: await of('recurring'),
        counted: await of('counted'),
      }),
    )
    expect(await readSheet(book, '有日期')).toHaveLength(forms.dated + 1)
    expect(await readSheet(book, '按时长')).toHaveLength(forms.counted + 1)
    const rows = await readSheet(book, '定期')
    expect(rows).toHaveLength(forms.recurring + 1)
    expect(rows[0]?.slice(0, 5)).toEqual(['县', '到期', '原文', '含义', '单位'])
    expect(rows.slice(1).every(([, , , meaning]) => /^每/.test(String(meaning)))).toBe(true)
  })

  it('hold every finding with its issue', async () => {
    const findings = await findingsOf(demo.db, { limit: ALL })
    const rows = await readSheet(Buffer.from(await findingsWorkbook(findings)), '校核意见')
    const total = [...(await findingTotals(demo.db)).values()].reduce((sum, count) => sum + count, 0)
    expect(rows).toHaveLength(total + 1)
    expect(rows[1]?.[0]).toBe('清源县人民政府公报 2026年第2期（上）')
  })

  it('hold no cell that is longer than Excel takes', async () => {
    const text = noticeText.replace('全面巡查', `全面巡查${'逐座'.repeat(20_000)}`)
    const long = await portalOver(server, temporaryFile('long.txt', text))
    const duties = await dutiesOf(long.db, { limit: ALL })
    await long.stop()
    const rows = await readSheet(Buffer.from(await dutiesWorkbook(duties)), '任务')
    const longest = Math.max(...rows.flat().map((cell) => String(cell).length))
    expect(longest).toBe(32_767)
  })
})

it('gives a printed table as a book: figures as figures, names that Excel takes', async () => {
  const book = await tableWorkbook(
    '表[1]：各乡/镇',
    ['乡', '亩'],
    [
      ['麦田乡', '8000'],
      ['柳林镇', '约5'],
    ],
  )
  const [sheet] = await readXlsxFile(Buffer.from(book))
  expect(sheet?.sheet).toBe('表1：各乡镇')
  expect(await readSheet(Buffer.from(book), '表1：各乡镇')).toEqual([
    ['乡', '亩'],
    ['麦田乡', 8000],
    ['柳林镇', '约5'],
  ])
})
