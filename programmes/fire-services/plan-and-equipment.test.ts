import { tallyOf, unitTree } from '@luoshi/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actingIn, caseOf, refusalsOf } from '../acting.test-support.ts'
import { requiredOf } from './equipment.ts'
import { equipmentByCode, equipmentRows, planYears } from './equipment-plan.ts'
import { fireServices } from './index.ts'
import { plannedIn, plannedItems, purchases, purchasesByItem, purchasesByKind } from './purchases.ts'
import { indicators } from './targets.ts'
import { deliverables, timetable } from './timetable.ts'

const { open, act, count } = actingIn(fireServices)
const noUnits = unitTree([])
const linesOf = (bases: readonly { kind: string }[]) =>
  bases.map((basis) => ('lines' in basis ? (basis.lines as readonly number[])[0] : null))
const conflicts = fireServices.open.flatMap((question) => (question.kind === 'conflict' ? [question] : []))

describe('[wuzhai-2022-zf12.2] what the plan says twice and differently', () => {
  it('is told with the plan: ten contradictions, each with all its lines', () => {
    const within = conflicts
      .filter(({ bases }) => bases.every((basis) => 'docNumber' in basis && basis.docNumber.includes('12号')))
      .map(({ bases }) => linesOf(bases))
    expect(within).toEqual([
      [644, 657, 782],
      [553, 559, 580],
      [799, 804, 889, 655],
      [790, 795, 827, 654],
      [734, 844],
      [569, 581, 658],
      [638, 590, 734],
      [573, 553],
      [571, 585, 655],
      [782, 782],
    ])
  })
})

it('[wuzhai-2022-zf13.11] plan and scheme are held against each other: five contradictions with the lines of both', () => {
  const across = conflicts.filter(
    ({ bases }) => new Set(bases.map((basis) => 'docNumber' in basis && basis.docNumber)).size === 2,
  )
  expect(across.map(({ bases }) => linesOf(bases))).toEqual([
    [642, 795, 1342],
    [778, 1384, 1388],
    [651, 1169],
    [638, 1170],
    [716, 1260],
  ])
})

describe('[wuzhai-2022-zf12.3] what is planned and what is bought', () => {
  const kinds = ['station', 'water', 'vehicle', 'protective', 'rescue', 'extinguishing'] as const

  it('has 53, 127 and 15 pieces of equipment, 6 vehicles, 50 hydrants, 7 cranes and a station, by year as printed', () => {
    const of = (kind: string) => plannedItems.filter((one) => one.kind === kind)
    expect(kinds.map((kind) => of(kind).length)).toEqual([1, 2, 4, 53, 127, 15])
    expect(kinds.map((kind) => planYears.map((year) => plannedIn(year, kind)))).toEqual([
      [0, 0, 1, 0],
      [0, 23, 22, 12],
      [0, 3, 2, 1],
      [0, 588, 534, 573],
      [0, 51, 45, 18],
      [0, 58, 50, 43],
    ])
    const group = (name: string) =>
      planYears.map((year) =>
        equipmentRows.filter((row) => row.group === name).reduce((sum, row) => sum + row.planned[year], 0),
      )
    expect([group('basic'), group('special')]).toEqual([
      [0, 455, 428, 260],
      [0, 133, 106, 313],
    ])
  })

  const planned = (item: string, year: string) =>
    caseOf(open('purchasing', 'brigade', '2023-01-10', { item, year }))
  const bought = (item: string, year: string, quantity: number) =>
    caseOf(
      act(planned(item, year), 'brigade', '2023-06-01', 'buy', { bought: quantity, boughtOn: '2023-06-01' }),
    )

  it('takes the plan from the tables, tells what falls short, and is accepted by another', () => {
    expect(planned('水-1', '2023').data).toMatchObject({ planned: 20, kind: 'water' })
    expect(planned('防护-基本-1', '2023').data).toMatchObject({ planned: 30, kind: 'protective' })
    expect(planned('车-1', '2022').data).toMatchObject({ planned: 0 })
    expect(bought('水-1', '2023', 20).data['standing']).toBe('done')
    expect(bought('水-1', '2023', 19).data['standing']).toBe('short')
    const accept = (item: string, as: string, acceptedBy?: string) =>
      act(
        bought(item, '2023', 20),
        'brigade',
        '2023-06-02',
        'accept',
        { acceptance: '通水正常', ...(acceptedBy === undefined ? {} : { acceptedBy }) },
        { as },
      )
    expect(refusalsOf(accept('水-1', 'brigade'))[0]).toContain('应由另一人办理')
    expect(caseOf(accept('水-1', 'keeper')).state).toBe('accepted')
    expect(refusalsOf(accept('车-1', 'keeper'))[0]).toContain('写明第三方验收检测机构')
    expect(caseOf(accept('车-1', 'keeper', '清源检测公司')).state).toBe('accepted')
  })

  it('is counted by year and annex, and item by item, also what nobody has taken up', () => {
    const records = [bought('水-1', '2023', 19), bought('水-2', '2023', 3), bought('车-1', '2023', 2)]
    const around = { fields: purchases.fields, units: noUnits, on: '2023-12-31' }
    const tallied = records.map(({ state, data }) => ({ unit: 'town', state, data }))
    const rowsOf = (tally: typeof purchasesByKind) =>
      tallyOf(tally, tallied, around).rows.map(({ key, values }) => [
        ...key,
        values['planned'],
        values['bought'],
      ])
    expect(rowsOf(purchasesByKind)).toEqual([
      ['2023', 'water', '23', '22'],
      ['2023', 'vehicle', '2', '2'],
    ])
    expect(rowsOf(purchasesByItem)).toContainEqual(['水-1', '2023', '20', '19'])
    const all = plannedItems.reduce(
      (sum, one) => sum + planYears.filter((year) => one.planned[year] > 0).length,
      0,
    )
    const accepted = { state: 'accepted', data: { item: '水-1', year: '2023', bought: 20 } }
    const board = (today: string) => count('plan-against-bought', today, [accepted])
    expect(board('2023-12-31').says).toBe(`规划${all}项次，完成1项次，年度已过仍少于规划0项次。`)
    expect(board('2023-12-31').isMet).toBeNull()
    expect(board('2024-01-01').isMet).toBe(false)
    expect(board('2024-01-01').findings).toContainEqual({
      name: '2023年 消防水鹤',
      message: '规划3，已购建入账0，差3。',
    })
  })
})

describe('[wuzhai-2022-zf12.4] what a station is to have', () => {
  const of = (code: string, kind: Parameters<typeof requiredOf>[1], staff: number, squads = 0) => {
    const row = equipmentByCode.get(code)
    if (row === undefined) throw new Error(`no ${code}`)
    return requiredOf(row, kind, { staff, squads })
  }

  it('follows from its kind, its people and its squads, with the reserve', () => {
    expect(of('防护-基本-1', 'first', 30)).toEqual({ quantity: '75', because: '2顶/人×30人，备份比4:1，15' })
    expect(of('防护-基本-3', 'first', 15)?.quantity).toBe('60')
    expect(of('防护-基本-21', 'first', 30)?.quantity).toBe('15')
    expect(of('防护-特种-1', 'first', 30, 3)?.quantity).toBe('15')
    expect(of('防护-特种-1', 'special', 30, 3)?.quantity).toBe('18')
    expect(of('防护-特种-28', 'second', 30)?.quantity).toBe('200')
    expect(of('救援-28', 'small', 10)?.quantity).toBe('2')
    expect(of('救援-5', 'first', 30)?.quantity).toBe('0')
    expect(of('救援-5', 'special', 30)?.quantity).toBe('1')
  })

  it('goes up where a share is not whole, and has no figure where none is printed', () => {
    expect(of('防护-基本-21', 'first', 29)?.quantity).toBe('15')
    expect(of('防护-基本-4', 'first', 4)?.quantity).toBe('5')
    expect(of('防护-基本-4', 'first', 5)?.quantity).toBe('7')
    expect(of('防护-基本-9', 'first', 30)).toBeNull()
  })

  it('is by four kinds of station in annex 7, for several rows together where the cell spans them', () => {
    expect(
      ['first', 'second', 'small', 'special'].map((kind) => of('灭火-14', kind as 'first', 0)?.quantity),
    ).toEqual(['100', '60', '60', '140'])
    expect(of('灭火-6', 'special', 0)?.because).toContain(
      '移动式消防炮（移动）、移动式消防炮（自摆）、移动式消防炮（遥控）合计',
    )
  })

  it('never falls when people come', () => {
    fc.assert(
      fc.property(fc.constantFrom(...equipmentRows), fc.nat(200), fc.nat(20), (row, staff, squads) => {
        const [fewer, more] = [staff, staff + 1].map((n) => requiredOf(row, 'first', { staff: n, squads }))
        expect(Number(more?.quantity ?? 0)).toBeGreaterThanOrEqual(Number(fewer?.quantity ?? 0))
      }),
    )
  })

  const station = { name: '城关站', kind: 'first', staff: 30, squads: 3 }
  const holding = (item: string, held: string, facts: readonly object[] = [station]) =>
    open(
      'holding',
      'brigade',
      '2023-03-01',
      { station: '城关站', item, held },
      { facts: { stationFacts: facts } },
    )

  it('is held against what the station has', () => {
    expect(caseOf(holding('防护-基本-1', '75')).data).toMatchObject({ required: '75', standing: 'met' })
    expect(caseOf(holding('防护-基本-1', '74')).data).toMatchObject({ required: '75', standing: 'short' })
    expect(refusalsOf(holding('防护-基本-9', '1')).join('')).toContain('没有写明，由大队定')
    expect(
      refusalsOf(holding('防护-特种-1', '1', [{ name: '城关站', kind: 'first', staff: 30 }])).join(''),
    ).toContain('这个站的班数')
    expect(refusalsOf(holding('防护-基本-1', '1', [])).join('')).toContain('城市消防站')
    const short = caseOf(holding('防护-基本-1', '74'))
    expect(count('equipment-rate', '2025-12-31', [short])).toMatchObject({ isMet: null })
    expect(count('equipment-rate', '2026-01-01', [short])).toMatchObject({
      isMet: false,
      findings: [{ name: '城关站：消防头盔（基本防护）', message: '应配75，现有74。' }],
    })
  })
})

describe('[wuzhai-2022-zf12.9] the indicators', () => {
  const own = indicators.filter(
    ({ baseline, basis }) =>
      baseline !== undefined || ('docNumber' in basis && basis.docNumber.includes('12号')),
  )

  it('are ten, each with its attribute and what it was before, numbered as printed without 5', () => {
    expect(
      own.map(({ number, isBinding, baseline }) => [
        number,
        isBinding ? '约束性' : '预期性',
        baseline?.figure ?? '-',
      ]),
    ).toEqual([
      ['1', '约束性', '0.44'],
      ['2', '预期性', '16.57'],
      ['3', '预期性', '0.022'],
      ['4', '预期性', '0.10'],
      ['6', '预期性', '50'],
      ['7', '预期性', '1'],
      ['8', '预期性', '4'],
      ['9', '约束性', '-'],
      ['10', '预期性', '0.1'],
      ['11', '约束性', '0'],
    ])
    expect(indicators).toHaveLength(15)
  })

  it('flag the share of firefighters, which does not go with the 45 that are to be there', () => {
    const [flagged] = own.find(({ id }) => id === 'firefighters')?.open ?? []
    expect(flagged?.kind === 'conflict' && linesOf(flagged.bases)).toEqual([652, 734])
  })

  it('are reported year by year by one and checked by another', () => {
    const figure = { indicator: 'vehicles', period: '2025', value: '10', source: '装备台账' }
    const reported = caseOf(open('figures', 'brigade', '2026-01-10', figure))
    expect(caseOf(act(reported, 'committee', '2026-01-12', 'check')).state).toBe('checked')
    expect(open('figures', 'brigade', '2026-01-10', { ...figure, period: '2025-Q1' }).kind).toBe('refused')
  })
})

describe('[wuzhai-2022-zf13.3] what the scheme delivers', () => {
  it('is due by the ends of its years, and late from the first of January', () => {
    const byYear = Map.groupBy(deliverables.entries, ({ until }) => until.slice(0, 4))
    expect([...byYear].map(([year, entries]) => [year, entries.length])).toEqual([
      ['2022', 5],
      ['2023', 8],
      ['2024', 5],
      ['2025', 7],
    ])
    const late = (today: string) =>
      count(timetable.register.id, today, []).findings.filter(({ message }) => message.includes('已逾期'))
    expect(late('2022-12-31')).toEqual([])
    expect(late('2023-01-01').map(({ name }) => name)).toEqual([
      '建成消防水源信息化管理平台',
      '县、重点镇完成消防专项规划编修',
      '所有乡（镇）完成专职消防队和志愿消防队建设',
      '现代农业产业示范区设置消防站',
      '建成并开放1处县级应急消防科普教育基地（专栏8）',
    ])
  })
})

describe('[wuzhai-2022-zf13.4] water sources', () => {
  const source = {
    number: '栓-1',
    kind: 'hydrant',
    address: '东街口',
    where: { type: 'Point', coordinates: [111.85, 38.91] },
    township: '东镇',
    grid: '东街网格',
    isRemote: false,
  }
  const entered = (more: object = {}) =>
    caseOf(open('keeping-water', 'township', '2023-03-01', { ...source, ...more }))

  it('are of four kinds, with place, grid and whether they report from afar', () => {
    for (const kind of ['hydrant', 'crane', 'pool', 'natural'])
      expect(entered({ kind }).state).toBe('working')
    expect(open('keeping-water', 'township', '2023-03-01', { ...source, kind: 'well' }).kind).toBe('refused')
    expect(open('keeping-water', 'township', '2023-03-01', { ...source, grid: undefined }).kind).toBe(
      'refused',
    )
  })

  it('are broken and mended, and all of them work and report by the days that are set', () => {
    const broken = caseOf(
      act(entered(), 'township', '2023-04-01', 'fault', { faultOn: '2023-04-01', fault: '漏水' }),
    )
    expect(count('water-working', '2025-12-31', [broken, entered()])).toMatchObject({ isMet: null })
    expect(count('water-working', '2026-01-01', [broken, entered()])).toMatchObject({
      says: '水源2处，完好率50.0%，应于2025-12-31前达到100%。',
      isMet: false,
    })
    const mended = caseOf(
      act(broken, 'member', '2023-04-03', 'mend', { mendedOn: '2023-04-03', mending: '换阀' }),
    )
    expect(count('water-working', '2026-01-01', [mended]).isMet).toBe(true)
    expect(count('water-remote', '2024-12-31', [mended]).isMet).toBeNull()
    expect(count('water-remote', '2025-01-01', [mended]).isMet).toBe(false)
    const remote = caseOf(
      act(mended, 'brigade', '2024-05-01', 'connect', { isRemote: true, connectedOn: '2024-05-01' }),
    )
    expect(count('water-remote', '2025-01-01', [remote]).isMet).toBe(true)
  })
})

describe('[wuzhai-2022-zf13.12] supplies', () => {
  const supply = (more: object) => ({
    data: {
      name: '风力灭火机',
      category: 'firefighting',
      focus: 'forest',
      quantity: 10,
      planned: 10,
      ...more,
    },
  })

  it('are kept by category, and what has none or less than planned is told', () => {
    const all = [
      supply({}),
      supply({ category: 'prevention', focus: 'mountain' }),
      supply({ category: 'rescue', focus: 'high-rise' }),
      supply({ category: 'vehicles', focus: 'other' }),
    ]
    expect(count('supplies-short', '2024-12-31', all).isMet).toBe(true)
    expect(count('supplies-short', '2024-12-31', all.slice(0, 3)).findings).toEqual([
      { name: '运输车辆', message: '没有储备。' },
    ])
    expect(count('supplies-short', '2024-12-31', [...all, supply({ quantity: 9 })]).findings).toEqual([
      { name: '风力灭火机', message: '储备计划10件，现存9件。' },
    ])
  })

  it('are in a depot of a thousand square metres at least', () => {
    const depot = (area: string, level = 'county') =>
      open('depots', 'brigade', '2024-06-01', { name: '县库', address: '东街', area, level })
    expect(caseOf(depot('1000')).state).toBe('current')
    expect(refusalsOf(depot('999.9'))[0]).toContain('不少于1000平方米')
    expect(caseOf(depot('200', 'other')).state).toBe('current')
  })

  it('arrive within two hours from the province, one from the city and half of one within the county', () => {
    const standing = (circle: string, arrived: string) => {
      const started = '2024-06-01T08:00:00+08:00'
      const input = { number: '运-1', kind: 'drill', circle, from: '库', to: '现场', startedAt: started }
      const gone = caseOf(open('running', 'brigade', '2024-06-01', input))
      return caseOf(
        act(gone, 'brigade', '2024-06-01', 'arrive', { arrivedAt: `2024-06-01T${arrived}+08:00` }),
      ).data['standing']
    }
    expect([standing('province', '10:00:00'), standing('province', '10:00:01')]).toEqual(['within', 'beyond'])
    expect([standing('city', '09:00:00'), standing('city', '09:01:00')]).toEqual(['within', 'beyond'])
    expect([standing('county', '08:30:00'), standing('county', '08:31:00')]).toEqual(['within', 'beyond'])
  })
})
