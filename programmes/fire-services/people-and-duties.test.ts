import { tallyOf, unitTree } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { actingIn, caseOf, refusalsOf } from '../acting.test-support.ts'
import { fireServices } from './index.ts'
import { printedRecruits } from './staffing.ts'
import { needsBrigade } from './stations.ts'

const { open, act, count } = actingIn(fireServices)
const noUnits = unitTree([])

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
