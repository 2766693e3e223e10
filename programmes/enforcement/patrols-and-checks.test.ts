import { drawDouble, officialCalendar, reportsDue, SAMPLE_ALGORITHM, tallyOf } from '@luoshi/kernel'
import { expect, it } from 'vitest'
import { checkPlan } from './corrections.ts'
import { patrolsOf } from './patrols.ts'
import { day, must } from './penalty-case.test-support.ts'
import { recorderCount, recorders, recordersArrived, recordersByUnit } from './recorders.ts'
import { people, said, settled, units } from './world.test-support.ts'

const { wu, head, overseer } = people

it('[wuzhai-2022-zf10.9] plans patrols by zone, slot and person, takes their records and lists those missed', () => {
  const county = settled('2023-05-05T09:00:00+08:00')
  const plan = patrolsOf({
    prefix: '巡',
    zones: ['上河网格', '下河网格'],
    slots: ['08:00—10:00', '15:00—17:00'],
    days: ['2023-05-08'],
    people: ['wu', 'he', 'lin'],
  })
  expect(plan.map(({ zone, slot, person }) => [zone, slot, person])).toEqual([
    ['上河网格', '08:00—10:00', 'wu'],
    ['下河网格', '08:00—10:00', 'he'],
    ['上河网格', '15:00—17:00', 'lin'],
    ['下河网格', '15:00—17:00', 'wu'],
  ])
  for (const one of plan) must(county.open('patrol', one.number, head, one))
  day(county, '2023-05-08')
  const record = { patrolledAt: '2023-05-08T09:00:00+08:00', found: 'none', notes: '正常' }
  must(county.act('巡-1', 'record', wu, { input: record }))
  day(county, '2023-05-09', '00:00')
  for (const { number } of plan.slice(1)) must(county.act(number, 'miss', head))
  const missed = [...county.cases.values()].filter(({ state }) => state === 'missed')
  expect(missed.map(({ data }) => data['number'])).toEqual(['巡-2', '巡-3', '巡-4'])
  expect(said(county.act('巡-2', 'record', wu, { input: record }))).toContain('环节')
})

const eight = Array.from({ length: 8 }, (_, index) => `项目-${index + 1}`)
const inspectors = ['wu', 'he', 'qin', 'tang', 'lin']
const announced = (field: string) => ({
  number: `抽-${field}`,
  item: '涉河建设项目检查',
  field,
  objects: eight,
  percent: '20',
  inspectors,
  algorithm: SAMPLE_ALGORITHM,
  seedRule: '公告次日公布的彩票号码',
  announcedOn: '2023-05-08',
})

function listed(field: string) {
  const county = settled('2023-05-08T09:00:00+08:00')
  for (const number of eight) {
    must(county.open('check-objects', number, head, { number, name: number, field }))
  }
  return county
}

it('[wutai-2021-zbf60.4] draws two of eight projects and two officers for each, at random, with the result published', () => {
  const county = listed('涉河建设项目')
  must(county.open('check-draw', 'd', head, announced('涉河建设项目')))
  day(county, '2023-05-10')
  const drawn = must(
    county.act('d', 'draw', head, { input: { seed: 735_291, seedPublishedOn: '2023-05-09' } }),
  )
  const result = drawn.case.data['result'] as { object: string; inspectors: string[] }[]
  expect(result).toHaveLength(2)
  for (const { object, inspectors: two } of result) {
    expect(eight).toContain(object)
    expect(new Set(two).size).toBe(2)
    expect(inspectors).toEqual(expect.arrayContaining(two))
  }
  expect(drawn.case.state).toBe('drawn')
})

it('[wuzhai-2022-zbf31.10] draws from the whole list of objects, recorded so that anyone can draw again, by a plan that is owed by the end of March', () => {
  const county = listed('餐饮')
  expect(
    said(county.open('check-draw', 'd', head, { ...announced('餐饮'), objects: eight.slice(1) })),
  ).toContain('名录库中漏列：项目-1')
  expect(
    said(county.open('check-draw', 'd', head, { ...announced('餐饮'), objects: [...eight, '外来'] })),
  ).toContain('不在名录库：外来')
  must(county.open('check-draw', 'd', head, announced('餐饮')))
  const known = { seed: 7, seedPublishedOn: '2023-05-08' }
  expect(said(county.act('d', 'draw', head, { input: known }))).toContain('种子在公告（2023-05-08）之后公布')
  day(county, '2023-05-09')
  const drawn = must(county.act('d', 'draw', head, { input: { seed: 7, seedPublishedOn: '2023-05-09' } }))
  const again = drawDouble({ objects: [...eight].reverse(), inspectors, percent: '20', seed: 7 })
  expect(drawn.case.data['result']).toEqual(again)
  const due = reportsDue(checkPlan, '2023-01-01', '2023-12-31', officialCalendar())
  expect(due.map((one) => one.due.kind === 'due' && one.due.due)).toEqual(['2023-03-31'])
})

it('[wutai-2021-zbf61.2] follows 115 recorders from arrival through allocation and entry to training, by unit, and says when some lack', () => {
  const county = settled('2022-06-08T09:00:00+08:00')
  for (let one = 1; one <= 115; one++) {
    must(county.open('recorder', `r${one}`, overseer, { number: `4G-${one}` }))
  }
  const allocated = { unit: 'east', officer: 'wu', allocatedOn: '2022-06-08' }
  expect(said(county.act('r1', 'enter', overseer, { input: { enteredOn: '2022-06-08' } }))).toContain(
    '已到货',
  )
  for (const id of ['r1', 'r2', 'r3']) must(county.act(id, 'allocate', overseer, { input: allocated }))
  for (const id of ['r1', 'r2'])
    must(county.act(id, 'enter', overseer, { input: { enteredOn: '2022-06-08' } }))
  must(county.act('r1', 'train', overseer, { input: { trainedOn: '2022-06-08' } }))
  const devices = [...county.cases.values()].filter(({ procedure }) => procedure === 'recorder')
  const [planned] = recordersArrived.values
  expect(recorderCount(devices.length, planned?.value ?? 0)).toEqual({
    wanted: 115,
    found: 115,
    finding: null,
  })
  expect(recorderCount(114, 115).finding).toBe('执法记录仪应有115台，登记114台，缺1台，请核对。')
  const table = tallyOf(recordersByUnit, devices, { fields: recorders.fields, units, on: '2022-06-08' })
  expect(table.total).toEqual({ arrived: '115', allocated: '3', entered: '2', trained: '1' })
  expect(table.rows.find(({ key }) => key[0] === 'east')?.values).toEqual({
    arrived: '3',
    allocated: '3',
    entered: '2',
    trained: '1',
  })
})
