import { demoGazettePath } from '@luoshi/counties'
import readXlsxFile, { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { libraryOf } from '../test-support/serve.ts'
import { issueWorkbook, unitWorkbook } from './workbook.ts'

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
