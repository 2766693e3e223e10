import {
  officialCalendar,
  reportSummary,
  reportsDue,
  sumOf,
  tallyOf,
  unitTree,
  withValue,
} from '@luoshi/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actingIn, caseOf, refusalsOf } from '../acting.test-support.ts'
import { ruralRoadSafety } from './index.ts'
import { codeRule, villageGroupCode } from './marking.ts'
import { offences, violations, violationsByQuarter } from './offences.ts'
import { roadKinds } from './roads.ts'
import { allowances, allowancesByMonth, dailyAllowance } from './stations.ts'
import { actionsOfYear, survey } from './surveys.ts'
import { changesSince, drivers, kinds, treatmentRule, vehicles } from './vehicles.ts'

const { open, act, count } = actingIn(ruralRoadSafety)
const noUnits = unitTree([])
const tallied = (data: Readonly<Record<string, unknown>>, state = 'current') => ({
  unit: 'town',
  state,
  data,
})

const fit = {
  isPlated: false,
  meetsStandard: true,
  isAnnounced: false,
  isOversize: false,
  isAssembled: false,
  isWornOut: false,
}
const vehicle = {
  number: '农-1',
  kind: 'three-wheeler',
  township: '东镇',
  village: '上河村',
  villageCode: '140922100201',
  group: 3,
  owner: '苗得雨',
  driver: '驾-1',
  ...fit,
  hasWarning: false,
  hasCode: false,
  hasPositioning: false,
}
const facts = { groupsKnown: [{ code: '14092210020103' }] }
const filed = (change: Readonly<Record<string, unknown>> = {}) =>
  open('keeping', 'township', '2023-07-03', { ...vehicle, ...change }, { facts })

describe('[wutai-2023-zbf21.1] a farm vehicle', () => {
  it('is one of six kinds with its driver; a word that is none is refused, an unclear one is flagged', () => {
    expect(Object.keys(kinds).filter((kind) => kind !== 'unclear')).toHaveLength(6)
    expect(refusalsOf(filed({ kind: 'bicycle' }))[0]).toContain('应填三轮汽车、低速载货汽车、拖拉机')
    const { driver: _driver, ...without } = vehicle
    expect(refusalsOf(open('keeping', 'township', '2023-07-03', without, { facts }))[0]).toContain('驾驶人')
    const driver = {
      number: '驾-1',
      name: '苗得雨',
      township: '东镇',
      village: '上河村',
      hasLicence: true,
      isKey: false,
    }
    expect(drivers.fields.safeParse(driver).success).toBe(true)
    const flagged = caseOf(filed({ kind: 'unclear' }))
    expect(count('unclear', '2023-07-03', [flagged, caseOf(filed())])).toMatchObject({
      isMet: false,
      findings: [{ name: '农-1', message: '东镇上河村，不在通知列明的六类之内，待认定。' }],
    })
  })

  it('of no clear kind is not treated until the kind is told', () => {
    const flagged = caseOf(filed({ kind: 'unclear' }))
    const plated = { plate: '晋H00001', registeredOn: '2023-07-10' }
    expect(refusalsOf(act(flagged, 'traffic-police', '2023-07-10', 'register', plated))[0]).toContain(
      '六类农用车之一',
    )
    const told = caseOf(act(flagged, 'township', '2023-07-05', 'identify', { kind: 'tractor', ...fit }))
    expect(caseOf(act(told, 'traffic-police', '2023-07-10', 'register', plated)).state).toBe('managed')
  })
})

describe('[wutai-2023-zbf21.2] the treatment', () => {
  const proposed = (change: Partial<typeof fit>) =>
    treatmentRule.compute({ ...fit, ...change }, '2023-07-03').value

  it('is a plate for what meets the standard or is as announced, scrap for what breaks the law, else management', () => {
    expect(proposed({})).toBe('register')
    expect(proposed({ meetsStandard: false, isAnnounced: true })).toBe('register')
    expect(proposed({ meetsStandard: false })).toBe('scrap')
    for (const fault of ['isOversize', 'isAssembled', 'isWornOut']) {
      expect(proposed({ [fault]: true })).toBe('scrap')
      expect(proposed({ [fault]: true, isPlated: true })).toBe('scrap')
    }
    expect(proposed({ isPlated: true })).toBe('manage')
    expect(proposed({ isPlated: true, meetsStandard: false })).toBe('manage')
  })

  it('is held to: what is to be scrapped gets no plate', () => {
    const worn = caseOf(filed({ isWornOut: true }))
    const plated = { plate: '晋H00001', registeredOn: '2023-07-10' }
    expect(refusalsOf(act(worn, 'traffic-police', '2023-07-10', 'register', plated))).toEqual([
      '不符合规定：要求治理建议为“上户”的车辆，实际报废（五政办发〔2023〕21号第826行）。',
    ])
    const scrapped = act(worn, 'township', '2023-07-10', 'scrap', {
      scrappedOn: '2023-07-10',
      subsidy: '500',
    })
    expect(caseOf(scrapped).state).toBe('scrapped')
  })
})

describe('[wutai-2023-zbf21.3] the half-yearly survey', () => {
  it('is owed by every township; those that are late are named from the day after', () => {
    const owed = reportsDue(survey, '2023-07-01', '2024-12-31', officialCalendar())
    expect(owed.map(({ due }) => due.kind === 'due' && due.due)).toEqual([
      '2023-12-31',
      '2024-06-30',
      '2024-12-31',
    ])
    const [first] = owed
    if (first === undefined) throw new Error('nothing is owed')
    const answers = [
      { unit: 'east', turn: '2023-12-31', at: '2023-12-20T09:00:00+08:00', data: { vehicles: 40 } },
    ]
    const on = (now: string) => reportSummary(survey, first, ['east', 'west'], answers, now)
    expect(on('2023-12-31T23:00:00+08:00')).toMatchObject({ isPast: false, missing: ['west'] })
    expect(on('2024-01-01T08:00:00+08:00')).toMatchObject({ isPast: true, missing: ['west'] })
  })

  it('shows what came and what went since the half-year began, its first day included', () => {
    const one = (township: string, state: string, opened: string, latest: string) => ({
      state,
      data: { township },
      opened: `${opened}T09:00:00+08:00`,
      latest: `${latest}T09:00:00+08:00`,
    })
    const records = [
      one('东镇', 'managed', '2023-06-30', '2023-12-01'),
      one('东镇', 'filed', '2023-07-01', '2023-07-01'),
      one('东镇', 'scrapped', '2023-05-01', '2023-07-01'),
      one('东镇', 'removed', '2023-05-01', '2023-06-30'),
      one('西乡', 'managed', '2023-05-01', '2023-05-01'),
    ]
    expect(changesSince(records, '2023-07-01')).toEqual([
      { township: '东镇', added: 1, removed: 1, kept: 2 },
      { township: '西乡', added: 0, removed: 0, kept: 1 },
    ])
    expect(count('changes', '2023-12-31', records).says).toBe('自2023-07-01起增加1辆，减少1辆，现有3辆。')
  })
})

it('[wutai-2023-zbf21.4] what a vehicle lacks of warning, code and positioning is listed until it has all', () => {
  const managed = caseOf(act(caseOf(filed({ isPlated: true })), 'township', '2023-07-04', 'manage'))
  const marked = (hasPositioning: boolean) =>
    caseOf(
      act(managed, 'township', '2023-07-20', 'mark', {
        hasWarning: true,
        hasCode: true,
        hasPositioning,
        markedOn: '2023-07-20',
      }),
    )
  expect(count('unmarked', '2023-07-20', [managed]).findings[0]?.message).toBe(
    '东镇上河村，缺“严禁违法载人”字样、“村组识别码”、定位。',
  )
  expect(count('unmarked', '2023-07-20', [marked(false)]).findings[0]?.message).toBe('东镇上河村，缺定位。')
  expect(count('unmarked', '2023-07-20', [marked(true)])).toMatchObject({ isMet: true, findings: [] })
})

describe('[wutai-2023-zbf21.5] the code of a group', () => {
  it('is the same for no two groups of no two villages', () => {
    const group = fc.tuple(
      fc.integer({ min: 100_000_000_000, max: 999_999_999_999 }).map(String),
      fc.integer({ min: 0, max: 99 }),
    )
    fc.assert(
      fc.property(group, group, ([village, one], [otherVillage, other]) => {
        const isSame = village === otherVillage && one === other
        expect(villageGroupCode(village, one) === villageGroupCode(otherVillage, other)).toBe(isSame)
      }),
    )
  })

  it('is computed when the group is entered, once for each, and painted on its vehicles', () => {
    const group = { villageCode: '140922100201', group: 3, township: '东镇', village: '上河村' }
    const entered = (groupsOfCode: readonly unknown[], change: object = {}) =>
      open('coding', 'township', '2023-07-01', { ...group, ...change }, { facts: { groupsOfCode } })
    expect(caseOf(entered([{ village: '上河村', group: 2 }])).data).toMatchObject({ code: '14092210020103' })
    expect(refusalsOf(entered([{ village: '上河村', group: 3 }]))[0]).toContain('已登记上河村3组')
    expect(refusalsOf(entered([{ village: '下河村', group: 1 }]))[0]).toContain('已登记下河村1组')
    expect(codeRule.compute({ ...group, group: 99 }, '2023-07-01').value).toBe('14092210020199')
    expect(codeRule.compute({ ...group, group: 100 }, '2023-07-01').value).toBeNull()
    expect(codeRule.compute({ ...group, villageCode: '140922' }, '2023-07-01').value).toBeNull()
    expect(caseOf(filed()).data).toMatchObject({ code: '14092210020103' })
    expect(
      refusalsOf(open('keeping', 'township', '2023-07-03', vehicle, { facts: { groupsKnown: [] } }))[0],
    ).toContain('3组还没有登记')
    expect(vehicles.key).toEqual(['number'])
  })
})

describe('[wutai-2023-zbf21.6] the actions of a year', () => {
  it('are the campaign from April to November and a sweep in every quarter', () => {
    expect(actionsOfYear(2024).map(({ begins, ends }) => [begins, ends])).toEqual([
      ['2024-04-01', '2024-11-30'],
      ['2024-01-01', '2024-03-31'],
      ['2024-04-01', '2024-06-30'],
      ['2024-07-01', '2024-09-30'],
      ['2024-10-01', '2024-12-31'],
    ])
  })

  it('get their days from the year, end on the last of them, and are told while nobody has called them', () => {
    const called = (kind: string, quarter: string) =>
      open('acting', 'group-office', '2024-03-20', { kind, year: 2024, quarter, plan: '联合整治' })
    expect(caseOf(called('campaign', 'none')).data).toMatchObject({
      begins: '2024-04-01',
      ends: '2024-11-30',
    })
    expect(refusalsOf(called('campaign', 'q1'))[0]).toContain('专项整治不分季度')
    expect(refusalsOf(called('sweep', 'none'))[0]).toContain('大排查按季度')
    const sweep = caseOf(called('sweep', 'q1'))
    const before = count('actions-called', '2024-03-31', [sweep])
    expect(before).toMatchObject({ isMet: true, says: '2024年应有5次行动，已部署1次，到期没有部署0次。' })
    const after = count('actions-called', '2024-04-01', [sweep])
    expect(after).toMatchObject({ isMet: false, says: '2024年应有5次行动，已部署1次，到期没有部署2次。' })
    expect(after.findings.map(({ message }) => message).slice(0, 2)).toEqual([
      '2024-04-01至2024-11-30，应已开始，还没有部署。',
      '2024-01-01至2024-03-31，已过期限，还没有总结。',
    ])
    const closing = (closedOn: string) =>
      act(caseOf(called('campaign', 'none')), 'group-office', closedOn, 'close', {
        findings: '农忙时节多发',
        result: '查处12起',
        closedOn,
      })
    expect(refusalsOf(closing('2024-03-31'))[0]).toContain('不早于开始的2024-04-01')
    expect(caseOf(closing('2024-04-01')).state).toBe('closed')
  })
})

it('[wutai-2023-zbf21.7] a danger of a road has its kind, a day by which it is put right, and a state', () => {
  expect(Object.values(roadKinds)).toEqual([
    '平交路口',
    '临水临崖',
    '路侧险要路段',
    '急弯陡坡',
    '穿村过镇路段',
  ])
  const hazard = {
    number: '路-1',
    kind: 'crossing',
    road: '上河路',
    township: '东镇',
    section: 'K2+300',
    description: '没有减速带',
  }
  const found = caseOf(open('road-hazards', 'road-department', '2023-07-10', hazard))
  const list = { department: 'town', deadline: '2023-08-31' }
  const listed = caseOf(act(found, 'group-office', '2023-07-11', 'list', list, { reason: '由其管养' }))
  expect(count('road-hazards-late', '2023-08-31', [listed])).toMatchObject({ isMet: true })
  expect(count('road-hazards-late', '2023-09-01', [listed])).toMatchObject({
    isMet: false,
    findings: [{ name: '路-1', message: '上河路K2+300，应由东镇人民政府于2023-08-31前治理。' }],
  })
  const fixed = caseOf(act(listed, 'township', '2023-08-20', 'fix', { repair: '已装减速带' }))
  expect(caseOf(act(fixed, 'traffic-police', '2023-08-22', 'strikeOff')).state).toBe('struck')
})

it('[wutai-2023-zbf21.8] no village and no road is without a cadre', () => {
  const contract = { place: '上河村', kind: 'village', township: '东镇' }
  const without = caseOf(open('contracts', 'township', '2023-07-10', contract))
  const withCadre = caseOf(
    act(without, 'township', '2023-07-11', 'change', { cadre: '苗得雨', from: '2023-07-11' }),
  )
  expect(count('every-place-has-cadre', '2023-07-12', [without])).toMatchObject({
    isMet: false,
    findings: [{ name: '上河村', message: '东镇，还没有包保干部。' }],
  })
  expect(count('every-place-has-cadre', '2023-07-12', [withCadre])).toMatchObject({ isMet: true })
})

it('[wutai-2023-zbf21.9] stations and persuaders are on file, and each month’s allowance is days by the county’s rate', () => {
  const station = {
    number: '站-1',
    kind: 'village',
    township: '东镇',
    village: '上河村',
    openedOn: '2023-07-01',
  }
  expect(open('stations', 'township', '2023-07-01', station).kind).toBe('done')
  const persuader = { number: '劝-1', name: '苗得雨', station: '站-1', from: '2023-07-01' }
  expect(open('persuaders', 'township', '2023-07-01', persuader).kind).toBe('done')
  const entered = (parameters = {}) =>
    open('paying', 'township', '2023-08-01', { persuader: '劝-1', month: '2023-07', days: 6 }, { parameters })
  expect(refusalsOf(entered())[0]).toContain('劝导员误工补助标准')
  const rate = {
    [dailyAllowance.id]: withValue(dailyAllowance, { from: '2023-07-01', value: '35.5', basis: null }),
  }
  const paid = caseOf(entered(rate))
  expect(paid.data).toMatchObject({ amount: '213' })
  const approved = caseOf(act(paid, 'group-office', '2023-08-02', 'approve'))
  const records = [
    tallied(caseOf(act(approved, 'township', '2023-08-10', 'pay', { paidOn: '2023-08-10' })).data, 'paid'),
    tallied({ persuader: '劝-2', month: '2023-07', days: 4, amount: '142' }, 'entered'),
  ]
  const { rows } = tallyOf(allowancesByMonth, records, {
    fields: allowances.fields,
    units: noUnits,
    on: '2023-08-31',
  })
  expect(rows[0]?.values).toEqual({ days: '10', amount: sumOf(['213', '142']), paid: '213' })
})

it('[wutai-2023-zbf21.10] offences are of eight kinds and counted quarter by quarter', () => {
  expect(Object.values(offences)).toEqual([
    '未悬挂号牌',
    '无证驾驶',
    '酒后驾驶',
    '逆向行驶',
    '非法营运',
    '违法载人',
    '超员',
    '拼装改装',
  ])
  const offence = (number: string, kind: string, foundOn: string) => ({
    number,
    offence: kind,
    vehicle: 'three-wheeler',
    foundOn,
    township: '东镇',
    place: '上河村口',
    departments: 'joint',
    handling: '罚款',
  })
  const all = [
    offence('1', 'illegal-passengers', '2023-09-30'),
    offence('2', 'illegal-passengers', '2023-10-01'),
    offence('3', 'no-plate', '2023-12-31'),
  ]
  for (const one of all) expect(violations.fields.safeParse(one).success).toBe(true)
  const { rows } = tallyOf(
    violationsByQuarter,
    all.map((one) => tallied(one)),
    { fields: violations.fields, units: noUnits, on: '2023-12-31' },
  )
  expect(rows.map(({ key, values }) => [...key, values['all']])).toEqual([
    ['2023-Q3', 'illegal-passengers', '1'],
    ['2023-Q4', 'no-plate', '1'],
    ['2023-Q4', 'illegal-passengers', '1'],
  ])
})
