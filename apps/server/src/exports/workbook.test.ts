import { demoGazettePath } from '@luoshi/counties'
import readXlsxFile, { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { noticeText } from '../test-support/notice-text.ts'
import { libraryOf } from '../test-support/serve.ts'
import { temporaryFile } from '../test-support/temporary-folder.ts'
import {
  deadlinesWorkbook,
  dutiesWorkbook,
  findingsWorkbook,
  issueWorkbook,
  unitWorkbook,
} from './workbook.ts'

const library = await libraryOf(demoGazettePath)
const issue = library.issues[0]
if (issue === undefined) throw new Error('the demo gazette is missing')
const buffer = Buffer.from(await issueWorkbook(issue))

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
    const bound = issue.issue.instruments.flatMap(({ duties }) => duties.flatMap(({ units }) => units))
    expect(await readSheet(buffer, '任务')).toHaveLength(bound.length + 1)
    expect(await readSheet(buffer, '校核意见')).toHaveLength(issue.issue.findings.length + 1)
  })

  it('has days as days and money as figures', async () => {
    const deadlines = await readSheet(buffer, '期限')
    const days = deadlines.slice(1).map(([day]) => day)
    expect(days.filter((day) => day !== null).every((day) => day instanceof Date)).toBe(true)
    const amounts = await readSheet(buffer, '金额')
    expect(amounts.slice(1).map(([yuan]) => yuan)).toEqual(
      issue.issue.instruments.flatMap(({ amounts }) => amounts.map(({ yuan }) => Number(yuan))),
    )
  })
})

it('gives all duties of a unit, by deadline', async () => {
  const unit = library.units[0]
  if (unit === undefined) throw new Error('the demo gazette binds no unit')
  const rows = await readSheet(Buffer.from(await unitWorkbook(unit)), '任务')
  expect(rows).toHaveLength(unit.duties.length + 1)
  expect(rows.slice(1).every(([, name]) => name === unit.name)).toBe(true)
})

it('gives the same days for a duty in the book of its issue as in that of its unit', async () => {
  const days = (rows: readonly (readonly unknown[])[]) => rows.slice(1).map(([day, unit]) => `${unit} ${day}`)
  const ofIssue = days(await readSheet(buffer, '任务'))
  for (const unit of library.units.slice(0, 5)) {
    const ofUnit = days(await readSheet(Buffer.from(await unitWorkbook(unit)), '任务'))
    expect(ofIssue.filter((row) => row.startsWith(`${unit.name} `)).sort()).toEqual(ofUnit.sort())
  }
})

describe('books over all gazettes', () => {
  it('hold every duty with its county', async () => {
    const rows = await readSheet(Buffer.from(await dutiesWorkbook(library)), '任务')
    expect(rows).toHaveLength(1 + library.units.reduce((sum, { duties }) => sum + duties.length, 0))
    expect(rows.slice(1).every(([county]) => county === '清源县')).toBe(true)
  })

  it('hold every deadline, with what it means and who is bound', async () => {
    const book = Buffer.from(await deadlinesWorkbook(library))
    const { dated, recurring, counted } = library.deadlines
    expect(await readSheet(book, '有日期')).toHaveLength(dated.length + 1)
    expect(await readSheet(book, '按时长')).toHaveLength(counted.length + 1)
    const rows = await readSheet(book, '定期')
    expect(rows).toHaveLength(recurring.length + 1)
    expect(rows[0]?.slice(0, 5)).toEqual(['县', '到期', '原文', '含义', '单位'])
    expect(rows.slice(1).every(([, , , meaning]) => /^每/.test(String(meaning)))).toBe(true)
  })

  it('hold every finding with its issue', async () => {
    const rows = await readSheet(Buffer.from(await findingsWorkbook(library.findings)), '校核意见')
    expect(rows).toHaveLength(library.findings.length + 1)
    expect(rows[1]?.[0]).toBe(issue.title)
  })

  it('hold no cell that is longer than Excel takes', async () => {
    const text = noticeText.replace('全面巡查', `全面巡查${'逐座'.repeat(20_000)}`)
    const long = await libraryOf(temporaryFile('long.txt', text))
    const rows = await readSheet(Buffer.from(await dutiesWorkbook(long)), '任务')
    const longest = Math.max(...rows.flat().map((cell) => String(cell).length))
    expect(longest).toBe(32_767)
  })
})
