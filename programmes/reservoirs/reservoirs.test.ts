import {
  type Actor,
  type Context,
  officialCalendar,
  openCase,
  tallyOf,
  textOf,
  transition,
  unitNamed,
  unitTree,
} from '@luoshi/kernel'
import { expect, it } from 'vitest'
import { careByMonth, inspections, rights, transferring, works } from './care.ts'
import { reservoirCare } from './index.ts'
import { confirming, counted, printed, reservoirs, rolesFilled } from './reservoirs.ts'

const units = unitTree([
  unitNamed('government', '县人民政府', null),
  unitNamed('centre', '县水利发展中心', 'government'),
])
const person = (role: string): Actor => ({
  id: role,
  county: 'wutai',
  posts: [{ role, unit: role === 'water-bureau' ? 'government' : 'centre', from: null, until: null }],
})
const context: Context = {
  now: '2023-01-05T09:00:00+08:00',
  calendar: officialCalendar(),
  units,
  programme: reservoirCare,
  parameters: {},
  facts: {},
}
const entries = printed.versions[0]?.items.map(({ entry }) => entry) ?? []
const opened = { id: 'case', county: 'wutai', unit: 'centre', owner: null }
const tallied = (data: Readonly<Record<string, unknown>>) => ({ unit: 'centre', state: 'current', data })

it('[wutai-2022-zbf62.1] the four reservoirs are there with who answered for them before and who answers after', () => {
  expect(
    entries.map((entry) =>
      ['name', 'safetyBefore', 'managerBefore', 'safetyAfter'].map((field) => textOf(entry, field)),
    ),
  ).toEqual([
    ['圈马沟水库', '五台县人民政府', '县水利发展中心', '五台县人民政府'],
    ['郭家寨水库', '五台县人民政府', '县水利发展中心', '五台县人民政府'],
    ['田家岗水库', '阳白乡人民政府', '田家岗村委会', '五台县人民政府'],
    ['唐家湾水库', '', '县水利发展中心', '五台县人民政府'],
  ])
  expect(
    new Set(entries.map(({ departmentAfter, managerAfter }) => `${departmentAfter} ${managerAfter}`)),
  ).toEqual(new Set(['县水利局 县水利发展中心']))
  for (const entry of entries) expect(reservoirs.fields.safeParse(entry).success).toBe(true)
})

it('[wutai-2022-zbf62.2] the three roles must be filled before and after; what is blank is named', () => {
  const found = entries.map((entry) => rolesFilled.judge({ ...entry }, '2022-12-20'))
  expect(found.map(({ outcome }) => outcome)).toEqual(['yes', 'yes', 'yes', 'no'])
  expect(found[3]?.reasons[0]?.found).toBe('缺改革前安全行政责任主体、改革前主管部门')
  const [first] = entries
  for (const role of Object.keys(rolesFilled.inputs)) {
    expect(rolesFilled.judge({ ...first, [role]: undefined }, '2022-12-20').outcome).toBe('no')
  }
  const entered = openCase(
    confirming,
    opened,
    { by: person('water-bureau'), input: { ...entries[3] } },
    context,
  )
  if (entered.kind === 'refused') throw new Error('refused')
  const action = { name: 'confirm', by: person('water-bureau') }
  expect(transition(confirming, entered.case, action, context).kind).toBe('refused')
})

it('[wutai-2022-zbf62.3] care is recorded by the five works, and counted by reservoir and month', () => {
  expect(Object.values(works)).toEqual(['日常巡查', '维修养护', '安全监测', '调度运用', '防御抢险'])
  const record = (number: string, work: string, doneOn: string, isSafe = true) => {
    const data = { number, reservoir: '圈马沟水库', work, doneOn, found: '正常', isSafe }
    expect(inspections.fields.safeParse(data).success).toBe(true)
    return tallied(data)
  }
  expect(inspections.fields.safeParse({ number: '1', work: 'other' }).success).toBe(false)
  const records = [
    record('1', 'patrol', '2023-06-01'),
    record('2', 'patrol', '2023-06-08'),
    record('3', 'monitoring', '2023-06-08', false),
    record('4', 'upkeep', '2023-07-01'),
  ]
  const table = tallyOf(careByMonth, records, { fields: inspections.fields, units, on: '2023-07-31' })
  expect(table.rows.map(({ key, values }) => [key[1], values])).toEqual([
    ['2023-06', expect.objectContaining({ patrol: '2', monitoring: '1', upkeep: '0', unsafe: '1' })],
    ['2023-07', expect.objectContaining({ patrol: '0', upkeep: '1', unsafe: '0' })],
  ])
})

it('[wutai-2022-zbf62.4] each of the three rights goes from the village to the centre, and its state is known', () => {
  for (const right of Object.keys(rights)) {
    const input = { reservoir: '田家岗水库', right, from: '田家岗村民委员会', to: '县水利发展中心' }
    const planned = openCase(transferring, opened, { by: person('water-bureau'), input }, context)
    if (planned.kind === 'refused') throw new Error('refused')
    const steps = [
      ['hand', 'holder', { handedOn: '2023-02-01', papers: '资料一套' }],
      ['take', 'water-centre', { takenOn: '2023-02-03' }],
      ['confirm', 'water-bureau', {}],
    ] as const
    let current = planned.case
    const states = [current.state]
    for (const [name, role, filled] of steps) {
      const outcome = transition(
        transferring,
        current,
        { name, by: person(role), input: { ...filled } },
        context,
      )
      if (outcome.kind === 'refused') throw new Error(outcome.issues[0]?.message)
      current = outcome.case
      states.push(current.state)
    }
    expect(states).toEqual(['planned', 'handed', 'taken', 'done'])
    expect(current.data).toMatchObject(input)
  }
})

it('[wutai-2022-zbf62.5] three are small, three were the centre’s, and there are four', () => {
  const records = entries.map((entry) => tallied({ ...entry }))
  const { total } = tallyOf(counted, records, { fields: reservoirs.fields, units, on: '2022-12-31' })
  expect(total).toEqual({ all: '4', small: '3', centre: '3' })
})
