import { dueDatesOf, findProcedure, officialCalendar, reportsDue, tallyOf, unitTree } from '@luoshi/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actingIn, caseOf, refusalsOf } from '../acting.test-support.ts'
import { sanctions } from './credit.ts'
import { requiredOf } from './equipment.ts'
import { equipmentByCode, equipmentRows, planYears } from './equipment-plan.ts'
import { hazardsByClass } from './hazards.ts'
import { fireServices } from './index.ts'
import { usageByModule, usages } from './investigation.ts'
import { plannedIn, plannedItems, purchases, purchasesByItem, purchasesByKind } from './purchases.ts'
import { reports } from './reports.ts'
import { printedRecruits } from './staffing.ts'
import { needsBrigade } from './stations.ts'
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

const object = {
  name: '清源商厦',
  objectClass: 'key',
  kind: 'mall',
  township: '东镇',
  isHighRisk: true,
  isToList: false,
}
const supervised = (more: object = {}) =>
  caseOf(open('supervising', 'brigade', '2023-01-05', { ...object, ...more }))

describe('[wuzhai-2022-zf12.5] supervised units', () => {
  const draw = {
    number: '抽-1',
    objectClass: 'service',
    percent: '50',
    algorithm: 'xoroshiro128plus-fisher-yates',
    seedRule: '次日彩票号码',
    announcedOn: '2023-03-01',
  }
  const announced = caseOf(open('drawing', 'brigade', '2023-03-01', draw))
  const candidates = ['甲', '乙', '丙', '丁'].map((name) => ({ name }))
  const available = ['一', '二', '三'].map((number) => ({ number }))
  const drawn = (day: string, seedPublishedOn: string, people = available) =>
    act(
      announced,
      'brigade',
      day,
      'draw',
      { seed: 7, seedPublishedOn },
      { facts: { candidates, available: people } },
    )

  it('are drawn from one of three classes with two officers each, by a seed that nobody knew', () => {
    const { data } = caseOf(drawn('2023-03-02', '2023-03-02'))
    const result = data['result'] as { object: string; inspectors: string[] }[]
    expect(result).toHaveLength(2)
    for (const one of result) expect(new Set(one.inspectors).size).toBe(2)
    expect(caseOf(drawn('2023-03-02', '2023-03-02')).data['result']).toEqual(result)
    expect(refusalsOf(drawn('2023-03-02', '2023-03-01'))[0]).toContain('种子在公告的2023-03-01以后公布')
    expect(refusalsOf(drawn('2023-03-02', '2023-03-02', available.slice(1, 2)))[0]).toContain(
      '至少两名检查人员',
    )
    expect(open('drawing', 'brigade', '2023-03-01', { ...draw, objectClass: 'other' }).kind).toBe('refused')
  })

  it('owe, where they are large malls, a check each quarter and a drill each half-year', () => {
    const due = (id: string) => {
      const report = reports.find((one) => one.id === id)
      if (report === undefined) throw new Error(id)
      return reportsDue(report, '2023-01-01', '2023-12-31', officialCalendar()).map(
        ({ due: one }) => one.kind === 'due' && one.due,
      )
    }
    expect(due('mall-checks')).toEqual(['2023-03-31', '2023-06-30', '2023-09-30', '2023-12-31'])
    expect(due('mall-drills')).toEqual(['2023-06-30', '2023-12-31'])
  })

  it('have their electrics tested every year, where they are key, risky or should be listed', () => {
    const tested = (more: object) => ({ state: 'supervised', data: { ...object, ...more } })
    const ordinary = tested({ objectClass: 'ordinary', isHighRisk: false })
    expect(count('electric-tests', '2023-05-01', [ordinary]).isMet).toBeNull()
    expect(
      count('electric-tests', '2023-05-01', [
        tested({ testedOn: '2022-12-31' }),
        tested({ name: '乙', testedOn: '2023-01-01' }),
      ]),
    ).toMatchObject({
      says: '2023年应检测2个，已检测1个。',
      findings: [{ message: '上次检测在2022-12-31。' }],
    })
  })
})

const hazard = {
  number: '患-1',
  hazardClass: 'facilities',
  grade: 'major',
  subject: '清源商厦',
  township: 'town',
  description: '喷淋系统停用',
}
const foundHazard = (more: object = {}) =>
  caseOf(open('hazards', 'township', '2023-03-01', { ...hazard, ...more }))
const dispatched = (deadline = '2023-03-20') =>
  caseOf(
    act(
      foundHazard(),
      'headquarters',
      '2023-03-02',
      'list',
      { department: 'county', deadline },
      { reason: '属其行业' },
    ),
  )

describe('[wuzhai-2022-zf12.6] a danger that was found', () => {
  it('is dispatched to a department or township, mended, and struck off by another', () => {
    const given = dispatched()
    expect([given.state, given.unit]).toEqual(['listed', 'county'])
    const procedure = findProcedure(fireServices, 'hazards')
    if (procedure === undefined) throw new Error('no procedure')
    const due = dueDatesOf(procedure, given, officialCalendar())
    expect(due.map(({ legal }) => legal.kind === 'due' && legal.due)).toEqual(['2023-03-20'])
    expect(given.data).toMatchObject({ hazardClass: 'facilities', grade: 'major' })
    const own = { department: 'town', deadline: '2023-03-20' }
    const kept = caseOf(
      act(foundHazard(), 'headquarters', '2023-03-02', 'list', own, { reason: '由属地整改' }),
    )
    const fix = (materials: readonly string[]) =>
      act(kept, 'township', '2023-03-18', 'fix', { repair: '已恢复' }, { materials })
    expect(refusalsOf(fix([]))[0]).toContain('缺少材料“整改佐证”')
    const fixed = caseOf(fix(['proof']))
    expect(caseOf(act(fixed, 'brigade', '2023-03-19', 'strikeOff')).state).toBe('struck')
    expect(caseOf(act(fixed, 'brigade', '2023-03-19', 'reject', {}, { reason: '没有恢复' })).state).toBe(
      'listed',
    )
  })

  it('is overdue from the day after its deadline', () => {
    expect(count('overdue-hazards', '2023-03-20', [dispatched()])).toMatchObject({
      isMet: true,
      findings: [],
    })
    expect(count('overdue-hazards', '2023-03-21', [dispatched()])).toMatchObject({
      isMet: false,
      findings: [{ name: '患-1 清源商厦', message: '整改期限2023-03-20，已逾期1天。' }],
    })
  })
})

describe('credit', () => {
  const graded = (tierEntries: readonly object[]) =>
    act(
      supervised(),
      'brigade',
      '2023-02-01',
      'grade',
      { grade: '甲等', gradedOn: '2023-02-01' },
      { facts: { tierEntries } },
    )

  it('[wuzhai-2022-zf12.7] decides by its grade how one is supervised, as the brigade has entered it', () => {
    expect(caseOf(graded([{ tier: '减少抽查频次' }])).data['tier']).toBe('减少抽查频次')
    expect(refusalsOf(graded([]))[0]).toContain('对应表中“甲等”的监管措施')
  })

  const proposal = {
    number: '信-1',
    object: '清源商厦',
    objectClass: 'key',
    reason: 'unmended',
    hazard: '患-1',
    facts: '逾期未改',
  }
  const proposed = (more: object, overdue: readonly object[] = [], day = '2023-04-01') =>
    open('blacklisting', 'brigade', day, { ...proposal, ...more }, { facts: { overdue } })
  const late = { number: '患-1', grade: 'major', deadline: '2023-03-31' }

  it('[wuzhai-2022-zf12.7] is lost for one of four reasons, and held back in up to six fields', () => {
    expect(caseOf(proposed({}, [late])).state).toBe('proposed')
    expect(refusalsOf(proposed({}, [late], '2023-03-31'))[0]).toContain('整改期限2023-03-31')
    expect(refusalsOf(proposed({}, [{ ...late, grade: 'other' }]))[0]).toContain('不是重大火灾隐患')
    expect(refusalsOf(proposed({}, []))[0]).toContain('患-1不在整改中')
    const grave = caseOf(proposed({ reason: 'grave', hazard: undefined }))
    const decide = (measures: readonly string[], isBanned = false, from = grave) =>
      act(from, 'government', '2023-04-10', 'decide', { measures, isBanned, listedOn: '2023-04-10' })
    expect(refusalsOf(decide([]))[0]).toContain('至少选一项')
    expect(caseOf(decide(Object.keys(sanctions))).data['measures']).toHaveLength(6)
    expect(refusalsOf(decide(['market'], true))[0]).toContain('只用于消防技术服务机构')
    const service = caseOf(proposed({ reason: 'grave', hazard: undefined, objectClass: 'service' }))
    expect(caseOf(decide(['market'], true, service)).state).toBe('listed')
  })

  it('[wuzhai-2022-zf13.7] is kept for every unit, with objection, punishment and repair', () => {
    const ledger = [supervised(), caseOf(graded([{ tier: '减少抽查频次' }]))]
    expect(count('credit-coverage', '2023-06-01', ledger)).toMatchObject({
      says: '监管对象2个，有信用记录1个，覆盖率50.0%，应达到100%。',
      isMet: false,
    })
    expect(count('credit-coverage', '2023-06-01', ledger.slice(1)).isMet).toBe(true)
    const objection = { number: '异-1', object: '清源商厦', content: '处罚已撤销', raisedOn: '2023-03-01' }
    const raised = caseOf(open('objecting', 'premises', '2023-03-01', objection))
    expect(caseOf(act(raised, 'brigade', '2023-03-05', 'uphold', { correction: '更正' })).state).toBe(
      'upheld',
    )
    const listed = caseOf(
      act(caseOf(proposed({}, [late])), 'government', '2023-04-10', 'decide', {
        measures: ['tender'],
        isBanned: false,
        listedOn: '2023-04-10',
      }),
    )
    const repairing = caseOf(act(listed, 'brigade', '2023-08-01', 'askRepair', { repair: '已整改' }))
    expect(caseOf(act(repairing, 'government', '2023-08-10', 'remove')).state).toBe('removed')
  })
})

it('[wuzhai-2022-zf12.8] a listed case names unit, danger, who supervises and which township answers', () => {
  const asked = { number: '督-1', hazard: '患-1', subject: '清源商厦', problem: '久拖不改' }
  const proposed = caseOf(open('listing', 'brigade', '2023-04-01', asked))
  const list = (more: object) => act(proposed, 'government', '2023-04-05', 'list', { ...more })
  const named = { supervisor: 'county', local: 'town', deadline: '2023-06-30', listedOn: '2023-04-05' }
  for (const key of Object.keys(named)) {
    const { [key as 'local']: _left, ...rest } = named
    expect(list(rest).kind, key).toBe('refused')
  }
  const listed = caseOf(list(named))
  expect(listed.data).toMatchObject({ ...asked, ...named })
  const reported = caseOf(
    act(listed, 'township', '2023-06-20', 'report', { repair: '已整改', repairedOn: '2023-06-20' }),
  )
  expect(caseOf(act(reported, 'government', '2023-06-25', 'takeDown')).state).toBe('takenDown')
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

describe('[wuzhai-2022-zf12.10] recruiting', () => {
  const planned = (kind: string, year: string, lostBefore: readonly { lost: number }[] = []) =>
    caseOf(open('recruiting', 'brigade', `${year}-01-10`, { kind, year }, { facts: { lostBefore } }))

  it('is as printed, and who left in a year is recruited in the next', () => {
    expect(planned('firefighter', '2023').data['toRecruit']).toBe(10)
    expect(planned('firefighter', '2023', [{ lost: 3 }]).data['toRecruit']).toBe(13)
    expect(planned('clerk', '2024', [{ lost: 1 }]).data['toRecruit']).toBe(1)
    const sum = Object.values(printedRecruits.firefighter).reduce((all, [one]) => all + one, 0)
    expect(sum).toBe(15)
  })

  it('carries to the year after the one that is closed', () => {
    const closed = caseOf(
      act(planned('firefighter', '2023'), 'brigade', '2023-12-31', 'close', {
        recruited: 9,
        lost: 2,
        closedOn: '2023-12-31',
      }),
    )
    expect(closed.data).toMatchObject({ lost: 2, carriedTo: '2024' })
    expect(count('recruited', '2024-01-01', [closed])).toMatchObject({
      isMet: false,
      findings: [{ message: '应征召10人，实际9人，减少2人。' }],
    })
  })
})

it('[wuzhai-2022-zf12.11] every use of a module for investigating fires is kept, and counted by module and year', () => {
  const usage = (number: string, module: string, usedOn: string, hours: number) => {
    const data = {
      number,
      module,
      usedOn,
      fire: '东街火灾',
      investigator: '苗得雨',
      hours,
      result: '提取痕迹',
    }
    expect(usages.fields.safeParse(data).success).toBe(true)
    return { unit: 'town', state: 'current', data }
  }
  const records = [
    usage('1', '勘查箱', '2023-12-31', 2),
    usage('2', '勘查箱', '2024-01-01', 3),
    usage('3', '热像仪', '2024-02-01', 1),
  ]
  const { rows } = tallyOf(usageByModule, records, {
    fields: usages.fields,
    units: noUnits,
    on: '2024-12-31',
  })
  expect(rows.map(({ key, values }) => [...key, values['times'], values['hours']])).toEqual([
    ['勘查箱', '2023', '1', '2'],
    ['勘查箱', '2024', '1', '3'],
    ['热像仪', '2024', '1', '1'],
  ])
  expect(count('modules-sound', '2024-12-31', []).isMet).toBeNull()
  expect(count('modules-sound', '2025-01-01', []).isMet).toBe(false)
})

describe('[wuzhai-2022-zf12.12] the evaluation', () => {
  const number = (one: string) => ({ number: one })
  const dangers = {
    inTownship: ['1', '2', '3'].map(number),
    struckInTownship: ['1', '2'].map(number),
    inIndustry: [],
    struckInIndustry: [],
  }
  const listed = (stage: string, year: number, kind = 'township') =>
    open('evaluating', 'committee', `${year}-12-01`, { stage, year, body: 'town', kind }, { facts: dangers })

  it('is in 2023 and in 2025, for each township and department, with what the ledger says', () => {
    expect(caseOf(listed('midterm', 2023)).data['ledger']).toBe('火灾隐患3条，已销号2条，销号率66.7%。')
    expect(caseOf(listed('midterm', 2023, 'department')).data['ledger']).toBe('火灾隐患0条，已销号0条。')
    expect(caseOf(listed('final', 2025)).state).toBe('listed')
    expect(refusalsOf(listed('midterm', 2024))[0]).toContain('中期评估在2023年')
    expect(refusalsOf(listed('final', 2023))[0]).toContain('终期考核在2025年')
  })

  it('is scored, approved by the government and goes into the appraisal of performance', () => {
    const card = { score: '91.5', works: '消火栓按期建成', neglect: 'none' }
    const own = caseOf(
      act(caseOf(listed('midterm', 2023)), 'township', '2023-12-02', 'assess', { ownAccount: '完成' }),
    )
    const scored = caseOf(act(own, 'committee', '2023-12-05', 'score', card, { facts: dangers }))
    const outcome = act(scored, 'government', '2023-12-10', 'approve')
    expect(caseOf(outcome).state).toBe('approved')
    expect(outcome.kind === 'done' && outcome.effects.some(({ kind }) => kind === 'paper')).toBe(true)
    expect(
      act(own, 'committee', '2023-12-05', 'score', { ...card, score: '100.1' }, { facts: dangers }).kind,
    ).toBe('refused')
  })
})

describe('[wuzhai-2022-zf13.2] a task of a group', () => {
  const table = [
    { body: 'three-years', member: '县应急局' },
    { body: 'three-years', member: '县商务局' },
    { body: 'committee', member: '县消防救援大队' },
    { body: 'committee', member: '县林业局' },
    { body: 'industries', member: '县民宗局' },
  ]
  const unitsOf = (task: string, members: readonly object[] = table) =>
    open('dividing', 'committee', '2022-12-10', { task }, { facts: { members } })

  it('falls on every unit that the table of the group has', () => {
    expect(caseOf(unitsOf('t10')).data['responsible']).toEqual(['县应急局', '县商务局'])
    expect(caseOf(unitsOf('t3')).data['responsible']).toEqual(['县消防救援大队', '县林业局'])
    expect(refusalsOf(unitsOf('t10', table.slice(2)))[0]).toContain(
      '名册中县消防安全专项整治三年行动领导小组的成员单位',
    )
  })

  it('goes on behind 等 with the units of the group, each once', () => {
    const second = caseOf(unitsOf('t2')).data['responsible'] as readonly string[]
    expect(second).toHaveLength(15)
    expect(second.slice(-2)).toEqual(['县消防救援大队', '县林业局'])
    expect(caseOf(unitsOf('p1')).data['responsible']).toEqual([
      ...['县教科局', '县卫健体局', '县民政局', '县文旅局', '县工信局', '县住建局', '县消防救援大队'],
      '县民宗局',
    ])
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

it('[wuzhai-2022-zf13.5] a year’s assessment has two high buildings, two resettlement sites and every unit of high risk', () => {
  const known = [
    ...['高一', '高二', '高三'].map((name) => ({ name, kind: 'high-rise', isHighRisk: false })),
    ...['安一', '安二'].map((name) => ({ name, kind: 'resettlement', isHighRisk: false })),
    ...['危一', '危二'].map((name) => ({ name, kind: 'other', isHighRisk: true })),
  ]
  const chosen = {
    year: 2023,
    highRises: ['高一', '高二'],
    resettlements: ['安一', '安二'],
    highRisks: ['危一', '危二'],
  }
  const choose = (more: object) =>
    open('assessing', 'brigade', '2023-02-01', { ...chosen, ...more }, { facts: { supervised: known } })
  expect(caseOf(choose({})).state).toBe('chosen')
  expect(refusalsOf(choose({ highRises: ['高一'] }))[0]).toContain('高层建筑只有1个')
  expect(refusalsOf(choose({ highRises: ['高一', '高一'] }))[0]).toContain('高层建筑只有1个')
  expect(refusalsOf(choose({ resettlements: ['安一', '高三'] }))[0]).toContain(
    '高三不是台账中的易地扶贫安置场所',
  )
  expect(refusalsOf(choose({ highRisks: ['危一'] }))[0]).toContain('漏列火灾高危单位危二')
})

describe('[wuzhai-2022-zf13.6] the database of dangers, and what people report', () => {
  it('has each danger under its class and grade', () => {
    const records = [foundHazard(), foundHazard({ grade: 'other' }), dispatched()]
    const hazardsRegister = fireServices.registers.find(({ id }) => id === 'hazards')
    if (hazardsRegister === undefined) throw new Error('no register')
    const { rows } = tallyOf(
      hazardsByClass,
      records.map(({ state, data }) => ({ unit: 'town', state, data })),
      { fields: hazardsRegister.fields, units: noUnits, on: '2023-03-31' },
    )
    expect(rows.map(({ key, values }) => [...key, values['found'], values['open']])).toEqual([
      ['facilities', 'major', '2', '2'],
      ['facilities', 'other', '1', '1'],
    ])
  })

  const tip = {
    number: '举-1',
    receivedOn: '2023-05-01',
    from: 'employee',
    subject: '清源商厦',
    content: '通道锁闭',
  }
  const handled = (isTrue: boolean) => {
    const received = caseOf(open('answering-tips', 'brigade', '2023-05-01', tip))
    const accepted = caseOf(act(received, 'brigade', '2023-05-01', 'accept'))
    return caseOf(act(accepted, 'brigade', '2023-05-02', 'handle', { isTrue, handling: '到场核查' }))
  }
  const told = (isTrue: boolean) =>
    caseOf(
      act(handled(isTrue), 'brigade', '2023-05-03', 'tell', { toldOn: '2023-05-03', told: '已责令改正' }),
    )
  const reward = (from: ReturnType<typeof told>) =>
    act(from, 'committee', '2023-05-10', 'reward', { amount: '200', isWhistleBlower: true })

  it('is taken in, looked into, answered and rewarded, in that order, and only where it was so', () => {
    expect(reward(handled(true)).kind).toBe('refused')
    expect(caseOf(reward(told(true))).state).toBe('rewarded')
    expect(refusalsOf(reward(told(false)))[0]).toContain('举报查证属实的才奖励')
    expect(caseOf(act(told(false), 'committee', '2023-05-10', 'close', {}, { reason: '不属实' })).state).toBe(
      'closed',
    )
  })
})

it('[wuzhai-2022-zf13.8] experts are found by sector and level, those for forests too', () => {
  const register = fireServices.registers.find(({ id }) => id === 'experts')
  const shape = register?.fields.def.shape ?? {}
  const expert = {
    number: '专-1',
    name: '苗得雨',
    contact: '13800000000',
    employer: '林场',
    speciality: '火场勘察',
  }
  expect(register?.fields.safeParse({ ...expert, sector: 'forest', level: 'county' }).success).toBe(true)
  expect(register?.fields.safeParse({ ...expert, sector: 'sea', level: 'county' }).success).toBe(false)
  expect(Object.keys(shape)).toEqual(expect.arrayContaining(['sector', 'level']))
  const tally = fireServices.tallies?.find(({ id }) => id === 'experts-by-sector')
  if (tally === undefined || register === undefined) throw new Error('no tally')
  const records = ['county', 'county', 'township'].map((level) => ({
    unit: 'town',
    state: 'current',
    data: { sector: 'forest', level },
  }))
  const { rows } = tallyOf(tally, records, { fields: register.fields, units: noUnits, on: '2023-01-01' })
  expect(rows.map(({ key, values }) => [...key, values['experts']])).toEqual([
    ['forest', 'county', '2'],
    ['forest', 'township', '1'],
  ])
})

describe('[wuzhai-2022-zf13.9] who opens a place where the public gathers', () => {
  const asked = {
    number: '检-1',
    premises: '清源影院',
    address: '东街1号',
    applicant: '苗得雨',
    contact: '13800000000',
    item: 'opening',
    manner: 'promise',
    ways: ['appointment', 'later', 'mail'],
    appointedAt: '2023-06-01T09:00:00+08:00',
    mailTo: '东街1号',
    lacking: ['场所平面布置图'],
    supplyBy: '2023-06-10',
  }
  const ask = (more: object) => open('opening-checks', 'counter', '2023-06-01', { ...asked, ...more })
  const received = caseOf(ask({}))
  const decided = { certificate: '检字1号', decidedOn: '2023-06-05' }
  const promise = (from: typeof received) =>
    act(from, 'brigade', '2023-06-05', 'grantByPromise', decided, { materials: ['promise'] })

  it('makes an appointment, hands in later what is lacking, and has it mailed', () => {
    expect(refusalsOf(ask({ appointedAt: undefined }))[0]).toContain('没有预约时间')
    expect(refusalsOf(ask({ mailTo: undefined }))[0]).toContain('没有邮寄地址')
    expect(refusalsOf(ask({ supplyBy: undefined }))[0]).toContain('没有补齐期限')
    expect(refusalsOf(ask({ ways: ['mail'] }))[0]).toContain('没有选容缺后补')
    expect(refusalsOf(promise(received))[0]).toContain('还缺场所平面布置图')
    const supplied = caseOf(
      act(received, 'counter', '2023-06-04', 'supply', { isSupplied: true, suppliedOn: '2023-06-04' }),
    )
    const granted = caseOf(promise(supplied))
    const deliver = (more: object) =>
      act(granted, 'counter', '2023-06-06', 'deliver', { deliveredBy: 'mail', ...more })
    expect(refusalsOf(deliver({}))[0]).toContain('邮寄的写明邮件号')
    expect(caseOf(deliver({ parcel: 'EM1' })).state).toBe('delivered')
  })

  it('is looked at first where nothing is promised', () => {
    const plain = caseOf(ask({ manner: 'inspection', lacking: [], ways: ['mail'] }))
    expect(refusalsOf(promise(plain))[0]).toContain('不采用告知承诺')
    const grant = (from: typeof plain) => act(from, 'brigade', '2023-06-05', 'grant', decided)
    expect(refusalsOf(grant(plain))[0]).toContain('还没有检查')
    const inspected = caseOf(
      act(plain, 'brigade', '2023-06-03', 'inspect', { inspectedOn: '2023-06-03', inspection: '符合' }),
    )
    expect(caseOf(grant(inspected)).state).toBe('granted')
  })
})

describe('[wuzhai-2022-zf13.10] nobody takes a post untrained', () => {
  const start = (post: string, trained: readonly object[], startsOn = '2023-06-10') =>
    open(
      'posting',
      'premises',
      startsOn,
      { number: '岗-1', staffNumber: '清源商厦-012', person: '苗得雨', employer: '清源商厦', post, startsOn },
      { facts: { trained } },
    )

  it('trained and passed no later than the day on which one starts', () => {
    expect(refusalsOf(start('control', []))[0]).toContain('没有培训记录')
    expect(refusalsOf(start('control', [{ trainedOn: '2023-06-11', passed: true }]))[0]).toContain(
      '培训在上岗以后',
    )
    expect(refusalsOf(start('control', [{ trainedOn: '2023-06-01', passed: false }]))[0]).toContain(
      '考试不合格',
    )
    expect(caseOf(start('control', [{ trainedOn: '2023-06-10', passed: true }])).state).toBe('serving')
  })

  it('with a certificate where the post asks for one', () => {
    const passed = { trainedOn: '2023-06-01', passed: true }
    for (const post of ['enforcer', 'firefighter', 'trade']) {
      expect(refusalsOf(start(post, [passed]))[0], post).toContain('没有证书编号')
      expect(caseOf(start(post, [{ ...passed, certificate: '证-1' }])).state).toBe('serving')
    }
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

describe('brigades', () => {
  it('of volunteers are for villages of more than a thousand, micro stations for every key unit', () => {
    const village = (residents: number) => needsBrigade({ kind: 'village', residents })
    expect([village(1000), village(1001)]).toEqual([false, true])
    expect(needsBrigade({ kind: 'key-unit' })).toBe(true)
    expect(
      refusalsOf(
        open('brigade-places', 'township', '2023-01-10', {
          name: '上河村',
          kind: 'village',
          township: '东镇',
          hasBrigade: false,
        }),
      )[0],
    ).toContain('填写常住人口')
    const lacking = { data: { name: '上河村', kind: 'village', residents: 1001, hasBrigade: false } }
    expect(count('brigades-missing', '2023-01-10', [lacking])).toMatchObject({ isMet: false })
  })

  it('of townships have ten people, that of the forests a hundred', () => {
    const brigadeOf = (kind: string, staff: number) => ({ data: { name: '队', kind, staff } })
    const isMet = (...records: ReturnType<typeof brigadeOf>[]) =>
      count('brigade-strength', '2023-12-31', records).isMet
    expect([isMet(brigadeOf('township-second', 10)), isMet(brigadeOf('township-second', 9))]).toEqual([
      true,
      false,
    ])
    expect([isMet(brigadeOf('forest', 100)), isMet(brigadeOf('forest', 99))]).toEqual([true, false])
    expect(isMet(brigadeOf('micro', 3))).toBeNull()
  })

  it('teach two thousand people a year by hand', () => {
    const practice = (people: number) => ({ data: { kind: 'practice', heldOn: '2023-05-01', people } })
    const isMet = (people: number) => count('trained-this-year', '2023-06-01', [practice(people)]).isMet
    expect([isMet(1999), isMet(2000)]).toEqual([null, true])
  })
})
