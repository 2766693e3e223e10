import { dueDatesOf, isMissed, officialCalendar } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { measure } from './measures.ts'
import { day, must } from './penalty-case.test-support.ts'
import { dumped, people, said, settled, type World } from './world.test-support.ts'

const { wu, head } = people

const sealed = {
  number: '强-1',
  case: dumped.number,
  kind: 'seal',
  goods: ['运输车辆一辆'],
  reason: '防止转移证据。',
  officer1: 'wu',
  officer2: 'he',
  hasInterest: false,
  isUrgent: false,
  toldRights: true,
}

function asked(change: Readonly<Record<string, unknown>> = {}): World {
  const county = settled('2023-05-08T10:00:00+08:00')
  must(county.open('measure', 'm', wu, { ...sealed, ...change }))
  return county
}

function inForce(change: Readonly<Record<string, unknown>> = {}): World {
  const county = asked(change)
  must(county.act('m', 'approve', head))
  return county
}

function limit(county: World, id: string) {
  const found = dueDatesOf(measure, county.get('m'), officialCalendar()).find((one) => one.limit === id)
  if (found === undefined) throw new Error(`no limit ${id}`)
  return found
}

const dueOf = (county: World, id: string) => {
  const { legal } = limit(county, id)
  return legal.kind === 'due' ? legal.due : legal.explanation
}

describe('sealing and seizing', () => {
  it('lasts thirty days, thirty more once with the head’s reason, and no day longer', () => {
    const county = inForce()
    expect(dueOf(county, 'seizure')).toBe('2023-06-07')
    expect(isMissed(limit(county, 'seizure'), '2023-06-07T23:59:59+08:00')).toBe(false)
    expect(isMissed(limit(county, 'seizure'), '2023-06-08T00:00:00+08:00')).toBe(true)
    day(county, '2023-06-06')
    expect(said(county.act('m', 'extend', head))).toContain('理由')
    must(county.act('m', 'extend', head, { reason: '情况复杂' }))
    expect(dueOf(county, 'seizure')).toBe('2023-07-07')
    expect(said(county.act('m', 'extend', head, { reason: '再延长' }))).toContain('至多')
  })

  it('does not count the days of testing, which are told', () => {
    const county = inForce()
    day(county, '2023-05-10')
    const told = { testedBy: '市检测中心', testingTold: '2023-05-10' }
    expect(said(county.act('m', 'test', wu, { input: { testedBy: '市检测中心' } }))).toContain(
      '告知当事人检测期间的日期',
    )
    must(county.act('m', 'test', wu, { input: told }))
    expect(dueOf(county, 'seizure')).toContain('中止')
    day(county, '2023-05-20')
    must(county.act('m', 'tested', wu, { input: { testResult: '不合格' } }))
    expect(dueOf(county, 'seizure') > '2023-06-07').toBe(true)
  })

  it('ends with its release or with a decision, and what was kept first is dealt with in seven working days', () => {
    const county = inForce()
    must(
      county.act('m', 'release', wu, {
        input: { releasedOn: '2023-05-09', releaseReason: '与违法行为无关' },
      }),
    )
    expect(limit(county, 'seizure').ended).not.toBeNull()
    const kept = asked({ kind: 'keep' })
    expect(said(kept.act('m', 'approve', head))).toContain('查封、扣押')
    must(kept.act('m', 'approveKeeping', head))
    expect(dueOf(kept, 'keeping')).toBe('2023-05-17')
    expect(said(kept.act('m', 'approve', head, { input: { kind: 'keep' }, reason: '需要继续' }))).toContain(
      '查封、扣押',
    )
    must(kept.act('m', 'approve', head, { input: { kind: 'seize' }, reason: '需要继续' }))
    expect(kept.get('m').state).toBe('inForce')
    expect(dueOf(kept, 'seizure')).toBe('2023-06-07')
  })

  it('done at once in an emergency is approved within twenty-four hours', () => {
    const county = asked({ isUrgent: true })
    const now = { carriedOutAt: '2023-05-08T09:40:00+08:00' }
    must(county.act('m', 'carryOut', wu, { input: now }))
    expect(dueOf(county, 'urgent')).toBe('2023-05-09T10:00:00+08:00')
    expect(isMissed(limit(county, 'urgent'), '2023-05-09T09:59:59+08:00')).toBe(false)
    expect(isMissed(limit(county, 'urgent'), '2023-05-09T10:00:00+08:00')).toBe(true)
    const usual = asked()
    expect(said(usual.act('m', 'carryOut', wu, { input: now }))).toContain('没有注明情况紧急')
    expect(dueDatesOf(measure, usual.get('m'), officialCalendar())).toEqual([])
  })

  it('is approved by the head and not by who asks, with rights told and two officers', () => {
    expect(said(asked().act('m', 'approve', wu))).toContain('负责人')
    const county = settled('2023-05-08T10:00:00+08:00')
    expect(said(county.open('measure', 'm', wu, { ...sealed, toldRights: false }))).toContain('没有告知')
    expect(said(county.open('measure', 'm', wu, { ...sealed, officer2: 'wu' }))).toContain('只有一人')
  })
})
