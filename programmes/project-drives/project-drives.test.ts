import {
  type Case,
  officialCalendar,
  paperTable,
  reportSummary,
  reportsDue,
  tallyOf,
  unitNamed,
  unitTree,
} from '@luoshi/kernel'
import { expect, it } from 'vitest'
import { circular, circularRows } from './circulars.ts'
import { reports } from './drives.ts'
import { byMonth, departmentRanking, months, standingRule } from './months.ts'
import { bigProjects, leadershipRule, projects, threeBatches } from './projects.ts'

const units = unitTree([
  unitNamed('government', '县人民政府', null),
  unitNamed('east', '东冶镇人民政府', 'government'),
  unitNamed('west', '豆村镇人民政府', 'government'),
])
const tallied = (
  unit: string,
  data: Readonly<Record<string, unknown>>,
): Pick<Case, 'unit' | 'state' | 'data'> => ({
  unit,
  state: 'underway',
  data,
})

it('[wutai-2021-zbf44.1] each project has its months, planned and done, and a month that lags says by how much', () => {
  const task = (project: string, month: string, planned: string, actual: string) => {
    const { value, reasons } = standingRule.compute({ planned, actual }, '2021-09-01')
    const data = { project, department: 'water', month, planned, actual, standing: value }
    expect(months.fields.safeParse(data).success).toBe(true)
    return { data, because: reasons[0]?.wanted }
  }
  const tasks = [
    task('项-1', '2021-08', '300', '299.5'),
    task('项-1', '2021-09', '300', '300'),
    task('项-2', '2021-08', '50', '60'),
  ]
  expect(tasks.map(({ data }) => data.standing)).toEqual(['lagging', 'kept', 'kept'])
  expect(tasks[0]?.because).toBe('计划300万元，完成299.5万元，差0.5万元')
  const records = tasks.map(({ data }) => tallied('east', data))
  const table = tallyOf(byMonth, records, { fields: months.fields, units, on: '2021-09-30' })
  expect(
    table.rows.map(({ key, values }) => [...key, values['planned'], values['actual'], values['lagging']]),
  ).toEqual([
    ['2021-08', '项-1', '300', '299.5', '1'],
    ['2021-08', '项-2', '50', '60', '0'],
    ['2021-09', '项-1', '300', '300', '0'],
  ])
})

const project = (number: string, investment: string, leader?: string, batch?: string) => {
  const data = {
    number,
    name: number,
    department: 'none',
    stage: 'landed',
    investment,
    plan: '年内开工',
    ...(leader === undefined ? {} : { leader }),
    ...(batch === undefined ? {} : { batch }),
  }
  const leadership = leadershipRule.compute(data, '2021-08-01').value
  expect(projects.fields.safeParse({ ...data, leadership }).success).toBe(true)
  return { ...data, leadership }
}

it('[wutai-2021-zbf44.2] projects above 5 亿元 are listed, and those without a leader who answers are named', () => {
  const all = [project('项-1', '5'), project('项-2', '5.01'), project('项-3', '12', '副县长')]
  expect(all.map(({ leadership }) => leadership)).toEqual(['not-needed', 'missing', 'named'])
  const records = all.map((data) => tallied('east', data))
  const { total } = tallyOf(bigProjects, records, { fields: projects.fields, units, on: '2021-08-31' })
  expect(total).toEqual({ big: '2', missing: '1' })
})

it('[wutai-2021-zbf44.3] each unit has its count of what was signed, begun and put into production', () => {
  const records = [
    tallied('east', project('项-1', '1', undefined, 'signed')),
    tallied('east', project('项-2', '2.5', undefined, 'begun')),
    tallied('west', project('项-3', '3', undefined, 'producing')),
    tallied('west', project('项-4', '3', undefined, 'signed')),
  ]
  const { rows, total } = tallyOf(threeBatches, records, { fields: projects.fields, units, on: '2021-08-31' })
  const counts = Object.fromEntries(
    rows.map(({ titles, values }) => [titles[0], [values['signed'], values['begun'], values['producing']]]),
  )
  expect(counts).toMatchObject({ 东冶镇人民政府: ['1', '1', '0'], 豆村镇人民政府: ['1', '0', '1'] })
  expect(total).toMatchObject({ projects: '4', signed: '2', begun: '1', producing: '1', investment: '9.5' })
})

it('[wutai-2021-zbf44.4] seven departments are ranked by what they did of their plan, and the circular has them', () => {
  const ranking = departmentRanking([
    { department: 'water', planned: '300', actual: '150' },
    { department: 'water', planned: '100', actual: '150' },
    { department: 'farming', planned: '200', actual: '180' },
    { department: 'culture', planned: '80', actual: '60' },
    { department: 'none', planned: '80', actual: '80' },
  ])
  expect(ranking).toHaveLength(7)
  expect(ranking.slice(0, 4).map(({ place, department, share }) => [place, department, share])).toEqual([
    [1, '县农业农村局', '90.0'],
    [2, '县水利局', '75.0'],
    [2, '县文化和旅游局', '75.0'],
    [null, '县工业和信息化局', null],
  ])
  const rows = [
    {
      circular: '2021年第3期',
      place: 1,
      department: '县农业农村局',
      planned: '200',
      actual: '180',
      share: '90',
    },
    { circular: '2021年第3期', place: 2, department: '县水利局', planned: '400', actual: '300', share: '75' },
  ]
  const printed = paperTable(circular, circularRows.fields, rows, null)
  expect(printed.rows.map((cells) => cells[1])).toEqual(['县农业农村局', '县水利局'])
  expect(printed.total?.slice(2, 4)).toEqual(['600', '480'])
})

it('[wutai-2021-zbf44.5] each drive has one report with three parts, and who has not sent it is named', () => {
  expect(reports.map(({ due }) => (due.turn.kind === 'once' ? due.turn.date : ''))).toEqual([
    '2021-04-30',
    '2021-05-31',
    ...Array.from({ length: 4 }, () => '2021-12-31'),
  ])
  for (const report of reports) {
    expect(Object.keys(report.fields.def.shape)).toEqual(['situation', 'results', 'advice'])
    const [owed] = reportsDue(report, '2021-04-01', '2022-01-31', officialCalendar())
    if (owed === undefined) throw new Error(report.id)
    const data = { situation: '已开展', results: '完成', advice: '继续' }
    const answers = [{ unit: 'east', turn: owed.turn, at: '2021-04-20T09:00:00+08:00', data }]
    const summary = reportSummary(report, owed, ['east', 'west'], answers, '2022-01-10T09:00:00+08:00')
    expect([summary.missing, summary.isPast]).toEqual([['west'], true])
  }
})
