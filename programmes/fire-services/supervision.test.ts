import { dueDatesOf, findProcedure, officialCalendar, reportsDue, tallyOf, unitTree } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { actingIn, caseOf, refusalsOf } from '../acting.test-support.ts'
import { sanctions } from './credit.ts'
import { hazardsByClass } from './hazards.ts'
import { fireServices } from './index.ts'
import { usageByModule, usages } from './investigation.ts'
import { reports } from './reports.ts'

const { open, act, count } = actingIn(fireServices)
const noUnits = unitTree([])

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
