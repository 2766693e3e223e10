import {
  type Actor,
  type Context,
  dueDatesOf,
  evaluateIndicator,
  isMissed,
  officialCalendar,
  openCase,
  transition,
  unitNamed,
  unitTree,
} from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { approvalLinkage } from './index.ts'
import {
  blankElementsOf,
  packagesPublished,
  provinceWide,
  push,
  unlikeNames,
  villagesCovered,
} from './linkage.ts'
import { coverageOf, sourceLabels, stockOf } from './stock.ts'

const calendar = officialCalendar()
const units = unitTree([
  unitNamed('government', '县人民政府', null),
  unitNamed('water', '县水利局', 'government'),
])
const person = (role: string, unit: string): Actor => ({
  id: role,
  county: 'wutai',
  posts: [{ role, unit, from: null, until: null }],
})
const at = (now: string): Context => ({
  now,
  calendar,
  units,
  programme: approvalLinkage,
  parameters: {},
  facts: {},
})

describe('a service item', () => {
  it('[wutai-2021-zbf48.1] tells its blank elements, and a code that has another name at another level', () => {
    const full = {
      number: '1',
      code: '000125001000',
      name: '取水许可',
      level: 'county',
      basis: '《水法》',
      kind: '行政许可',
      procedure: '受理、审查、决定',
      materials: '申请书',
      limit: '10个工作日',
      standard: '按规范',
      online: '全程网办',
      isProvinceWide: false,
    }
    expect(blankElementsOf(full)).toEqual([])
    expect(blankElementsOf({ ...full, limit: '', online: undefined })).toEqual(['办理时限', '网办事项'])
    const levels = [full, { ...full, level: 'city' }, { ...full, level: 'province', name: '取水许可审批' }]
    expect(unlikeNames(levels)).toEqual([{ code: '000125001000', names: ['取水许可', '取水许可审批'] }])
    expect(unlikeNames([full, { ...full, level: 'city' }])).toEqual([])
  })
})

it('[wutai-2021-zbf48.2] an opinion comes back within a working day, over the holiday; what is late is escalated', () => {
  const input = {
    number: '1',
    item: '取水许可',
    applicant: '河湾村水站',
    supervisor: '县水利局',
    channel: 'letter',
  }
  const opened = { id: 'one', county: 'wutai', unit: 'water', owner: null }
  const bureau = person('approval-bureau', 'government')
  const pushed = openCase(push, opened, { by: bureau, input }, at('2021-09-28T09:00:00+08:00'))
  if (pushed.kind === 'refused') throw new Error(pushed.issues[0]?.message)
  const decide = { name: 'decide', by: person('department', 'water'), input: { opinion: '建议复核' } }
  const decided = transition(push, pushed.case, decide, at('2021-09-30T16:00:00+08:00'))
  if (decided.kind === 'refused') throw new Error(decided.issues[0]?.message)
  const [limit] = dueDatesOf(push, decided.case, calendar)
  if (limit === undefined) throw new Error('no limit')
  expect(limit.legal).toMatchObject({ due: '2021-10-08' })
  expect(isMissed(limit, '2021-10-08T23:59:59+08:00')).toBe(false)
  expect(isMissed(limit, '2021-10-09T00:00:00+08:00')).toBe(true)
  expect(decided.effects).toContainEqual(
    expect.objectContaining({
      kind: 'alarm',
      at: '2021-10-09T00:00:00+08:00',
      does: { kind: 'escalate', role: 'office' },
    }),
  )
})

it('[wutai-2021-zbf48.3] packages and province-wide items are held against 30', () => {
  for (const indicator of [packagesPublished, provinceWide]) {
    expect(evaluateIndicator(indicator, '2021', '29', '2021-12-31').outcome).toBe('no')
    expect(evaluateIndicator(indicator, '2021', '30', '2021-12-31').outcome).toBe('yes')
  }
})

it('[wutai-2021-zbf48.4] the share of villages with a service point is held against 70%', () => {
  const villages = (covered: number, all: number) =>
    Array.from({ length: all }, (_, place) => ({ isCovered: place < covered }))
  expect(coverageOf([])).toBe(null)
  expect(coverageOf(villages(699, 1000))).toBe('69.9')
  const judged = (covered: number, all: number) =>
    evaluateIndicator(villagesCovered, '2021', coverageOf(villages(covered, all)), '2021-12-31').outcome
  expect(judged(699, 1000)).toBe('no')
  expect(judged(700, 1000)).toBe('yes')
  expect(judged(0, 0)).toBe('unknown')
})

it('[wutai-2021-zbf48.6] blank certificates are counted by kind, each from one of three sources', () => {
  expect(sourceLabels).toHaveLength(3)
  const batch = { certificate: '取水许可证', source: 'printed', receivedOn: '2021-08-01' } as const
  const stock = stockOf([
    { ...batch, number: '1', received: 100, used: 40 },
    { ...batch, number: '2', source: 'fetched', received: 10, used: 12 },
    { ...batch, number: '3', certificate: '林木采伐许可证', received: 5, used: 0 },
  ])
  expect(stock).toEqual([
    {
      certificate: '取水许可证',
      sources: ['县自行印制', '由市行政审批服务管理局统一领取'],
      received: 110,
      used: 52,
      left: 58,
      overdrawn: ['2'],
    },
    {
      certificate: '林木采伐许可证',
      sources: ['县自行印制'],
      received: 5,
      used: 0,
      left: 5,
      overdrawn: [],
    },
  ])
})
