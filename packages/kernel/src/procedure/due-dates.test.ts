import { describe, expect, it } from 'vitest'
import { accept, after, at, grant, openedWell, people, permit, publicise } from '../fixtures/well-permit.ts'
import { defineParameter, withValue } from '../rule/parameter.ts'
import type { Parameters } from '../rule/rule.ts'
import { correctedCalendar } from '../time/calendar.ts'
import { officialCalendar } from '../time/official-calendar.ts'
import { duration, type FirstDay, firstDayLabels, type TimeUnit } from '../time/time-limit.ts'
import { type Case, caseAfter } from './case.ts'
import { dueDatesOf, isMissed, movedDueDates } from './due-dates.ts'
import { alarmsOfCase } from './effects.ts'
import type { Procedure } from './procedure.ts'
import { transition } from './transition.ts'

const calendar = officialCalendar()
const accepted = after(openedWell(), ['2026-03-02', accept])
const limitOf = (current: Case, id: string) => {
  const found = dueDatesOf(permit, current, calendar).find(({ limit }) => limit === id)
  if (found === undefined) throw new Error(id)
  return found
}

describe('the due dates of a case', () => {
  it('give the legal limit and the promise apart, in hours or days', () => {
    expect(limitOf(openedWell(), 'accept').legal).toMatchObject({ due: '2026-03-03T09:00:00+08:00' })
    const decide = limitOf(accepted, 'decide')
    expect(decide.legal).toMatchObject({ due: '2026-03-30' })
    expect(decide.target).toMatchObject({ due: '2026-03-16' })
    expect(decide.legal.explanation).toContain('受理之日起20个工作日内（《行政许可法》第四十二条）')
  })

  it('say that the text does not say from when, instead of a date', () => {
    const { legal } = limitOf(accepted, 'deliver')
    expect(legal).toEqual({
      kind: 'not-said',
      explanation: '原文没有写明从何时起算，不计算到期日：送达从何日起算未写明。',
    })
  })

  it('move by a suspension, and are not known while it lasts', () => {
    const suspended = after(accepted, [
      '2026-03-09',
      { name: 'suspend', by: people.head, reason: '等待勘测' },
    ])
    expect(limitOf(suspended, 'decide').legal.kind).toBe('paused')
    const resumed = after(suspended, ['2026-03-11', { name: 'resume', by: people.head }])
    expect(limitOf(resumed, 'decide').legal).toMatchObject({ due: '2026-04-02' })
  })

  it('move by an extension, once and only while the limit runs', () => {
    const extend = { name: 'extend', by: people.head, reason: '情况复杂' }
    const extended = after(accepted, ['2026-03-09', extend])
    expect(limitOf(extended, 'decide').legal).toMatchObject({ due: '2026-04-14' })
    const again = transition(permit, extended, extend, at('2026-03-10'))
    expect(again.kind === 'refused' && again.issues.map(({ message }) => message)).toEqual([
      '“决定期限”的期限至多延长1次，已经用完。',
    ])
  })

  it('are missed from the moment after their end, or not at all where the case was in time', () => {
    const decide = limitOf(accepted, 'decide')
    expect(isMissed(decide, '2026-03-30T23:59:59+08:00')).toBe(false)
    expect(isMissed(decide, '2026-03-31T00:00:00+08:00')).toBe(true)
    const granted = after(accepted, ['2026-03-03', publicise], ['2026-03-11', grant])
    expect(isMissed(limitOf(granted, 'decide'), '2026-12-01T00:00:00+08:00')).toBe(false)
  })
})

describe('a length that the county sets', () => {
  const days = defineParameter<number>({
    id: 'decision-days',
    title: '决定天数',
    unit: '日',
    values: [{ from: '2026-01-01', value: 3, basis: permit.basis }],
  })
  const counted = defineParameter<TimeUnit>({
    id: 'counted-in',
    title: '天数的算法',
    unit: '',
    values: [{ from: '2026-01-01', value: 'day', basis: permit.basis }],
  })
  const decide = permit.limits['decide']
  const { target: _promised, ...unpromised } = decide ?? {}
  const setBy = { count: days, unit: counted }
  const settable = {
    ...permit,
    limits: { decide: { ...unpromised, legal: { ...duration(3, 'day', permit.basis), setBy } } },
  } as unknown as Procedure
  const legal = (set: Parameters = {}) => dueDatesOf(settable, accepted, calendar, set)[0]?.legal

  it('is the declared one while it has set none', () => {
    expect(legal()).toMatchObject({ due: '2026-03-05' })
  })

  it('is the one in force on the day on which the limit began', () => {
    const from = (day: string) => ({ 'decision-days': withValue(days, { from: day, value: 5, basis: null }) })
    expect(legal(from('2026-03-02'))).toMatchObject({ due: '2026-03-09' })
    expect(legal(from('2026-03-03'))).toMatchObject({ due: '2026-03-05' })
  })

  it('may be counted in working days', () => {
    const value = { from: '2026-01-01', value: 'workday', basis: null } as const
    expect(
      legal({
        'counted-in': withValue(counted, value),
        'decision-days': withValue(days, { ...value, value: 5 }),
      }),
    ).toMatchObject({
      due: '2026-03-09',
    })
  })

  it('may count the day itself as the first', () => {
    const firstDay = defineParameter<FirstDay>({
      id: 'first-day',
      title: '起算日',
      unit: '',
      choices: firstDayLabels,
      values: [{ from: '2026-01-01', value: 'next', basis: permit.basis }],
    })
    const asked = {
      ...settable,
      limits: {
        decide: {
          ...settable.limits['decide'],
          legal: { ...duration(3, 'day', permit.basis), setBy: { firstDay } },
        },
      },
    } as unknown as Procedure
    const due = (set: Parameters) => dueDatesOf(asked, accepted, calendar, set)[0]?.legal
    expect(due({})).toMatchObject({ due: '2026-03-05' })
    const same = { from: '2026-01-01', value: 'same', basis: null } as const
    expect(due({ 'first-day': withValue(firstDay, same) })).toMatchObject({ due: '2026-03-04' })
  })

  it('is not known where nothing was in force', () => {
    const { kind: _kind, ...definition } = days
    expect(legal({ 'decision-days': defineParameter({ ...definition, values: [] }) })).toEqual({
      kind: 'not-said',
      explanation: '“决定天数”在2026-03-02尚无规定，不计算到期日。',
    })
  })
})

describe('a limit that only some cases have', () => {
  const { decide } = permit.limits
  const only = (is: string) =>
    ({
      ...permit,
      limits: { decide: { ...decide, when: { field: 'village', is: [is] } } },
    }) as unknown as Procedure
  const village = String(accepted.data['village'])
  const clocksOf = (procedure: Procedure) =>
    Object.keys(caseAfter(procedure, openedWell(), { ...event, action: 'accept' }).clocks)
  const event = { at: '2026-03-02T09:00:00+08:00', by: 'clerk', input: {}, materials: [], reason: null }

  it('begins where the field has that value, and nowhere else', () => {
    expect(clocksOf(only(village))).toEqual(['decide'])
    expect(clocksOf(only(`${village}外`))).toEqual([])
  })
})

describe('a change of the calendar', () => {
  const corrected = correctedCalendar(
    calendar,
    [{ date: '2026-03-06', kind: 'holiday', name: '庙会' }],
    '清政办函〔2026〕3号',
  )

  it('moves the limits that count that day and says what moved and why', () => {
    expect(movedDueDates(permit, accepted, calendar, corrected)).toEqual([
      {
        limit: 'decide',
        before: '2026-03-30',
        after: '2026-03-31',
        days: [{ date: '2026-03-06', was: '计入', is: '法定节假日（庙会）' }],
        explanation:
          '日历调整（2026-03-06由“计入”改为“法定节假日（庙会）”）：“决定期限”的到期日由2026-03-30改为2026-03-31。',
      },
    ])
  })

  it('sets the alarms of a case anew', () => {
    const publicised = after(accepted, ['2026-03-03', publicise])
    const alarms = alarmsOfCase(permit, publicised, corrected).filter(({ kind }) => kind === 'alarm')
    expect(alarms.map((alarm) => alarm.kind === 'alarm' && [alarm.name, alarm.at])).toEqual([
      ['limit/decide/reminder', '2026-03-29T00:00:00+08:00'],
      ['limit/decide', '2026-04-01T00:00:00+08:00'],
      ['disclosure/publicised', '2026-03-11T00:00:00+08:00'],
    ])
  })

  it('moves nothing that is met already', () => {
    const granted = after(accepted, ['2026-03-03', publicise], ['2026-03-11', grant])
    expect(movedDueDates(permit, granted, calendar, corrected)).toEqual([])
  })
})
