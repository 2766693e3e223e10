import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { law } from '../cite.ts'
import { addDays, correctedCalendar, findDay, isWorkedOn } from './calendar.ts'
import { type DueDate, dueDate, type Pause } from './due-date.ts'
import { officialCalendar } from './official-calendar.ts'
import { type TimeUnit, timeLimit } from './time-limit.ts'

const calendar = officialCalendar()
const article = law('行政许可法', '第四十二条')
const limitOf = (count: number, unit: TimeUnit) => timeLimit(count, unit, '受理', article)

function dueOf(count: number, unit: TimeUnit, start: string, pauses: Pause[] = []): DueDate {
  const due = dueDate(limitOf(count, unit), start, calendar, pauses)
  if (due.kind !== 'due') throw new Error(due.explanation)
  return due
}

describe('a limit in working days', () => {
  it('begins on the day after and leaves out weekends', () => {
    expect(dueOf(3, 'workday', '2026-03-05').due).toBe('2026-03-10')
  })

  it('leaves out the Spring Festival and counts the Saturdays worked for it', () => {
    const { due, days } = dueOf(10, 'workday', '2026-02-11')
    expect(due).toBe('2026-03-03')
    expect(days.find(({ date }) => date === '2026-02-14')).toEqual({
      date: '2026-02-14',
      number: 3,
      reason: '调休上班日（春节）',
    })
    expect(days.find(({ date }) => date === '2026-02-17')?.reason).toBe('法定节假日（春节）')
    expect(days.find(({ date }) => date === '2026-02-28')?.number).toBe(8)
  })

  it('counts the first day where the limit says so', () => {
    const due = dueDate({ ...limitOf(3, 'workday'), isFirstDayCounted: true }, '2026-03-05', calendar)
    expect(due).toMatchObject({ kind: 'due', due: '2026-03-09' })
  })

  it('stops while materials are being corrected, and names the reason on each day', () => {
    const pauses = [{ from: '2026-03-06', to: '2026-03-10', reason: '补正材料' }]
    const { due, days } = dueOf(3, 'workday', '2026-03-05', pauses)
    expect(due).toBe('2026-03-13')
    expect(days.filter(({ reason }) => reason === '中止：补正材料')).toHaveLength(5)
  })

  it('gives no date while it is stopped', () => {
    const due = dueDate(limitOf(3, 'workday'), '2026-03-05', calendar, [
      { from: '2026-03-06', to: null, reason: '补正材料' },
    ])
    expect(due).toMatchObject({ kind: 'paused' })
  })

  it('stays due where it had run out before it was stopped', () => {
    const due = dueDate(limitOf(3, 'workday'), '2026-03-05', calendar, [
      { from: '2026-03-11', to: null, reason: '补正材料' },
    ])
    expect(due).toMatchObject({ kind: 'due', due: '2026-03-10' })
  })

  it('guesses no day of a year whose holidays are not out', () => {
    expect(dueDate(limitOf(10, 'workday'), '2026-12-28', calendar)).toMatchObject({ kind: 'unknown-year' })
  })

  it('follows a correction of the county and names its source', () => {
    const corrected = correctedCalendar(
      calendar,
      [{ date: '2026-03-06', kind: 'holiday', name: '庙会' }],
      '清政办函〔2026〕3号',
    )
    expect(dueDate(limitOf(1, 'workday'), '2026-03-05', corrected)).toMatchObject({ due: '2026-03-09' })
    expect(corrected.years[2026]?.source).toContain('清政办函〔2026〕3号')
  })

  it('explains itself in one sentence', () => {
    expect(dueOf(3, 'workday', '2026-03-05').explanation).toBe(
      '受理：2026-03-05；期限：受理之日起3个工作日内（《行政许可法》第四十二条）；到期：2026-03-10。',
    )
  })
})

describe('a limit in calendar days, months and years', () => {
  it('moves from a day off to the next working day', () => {
    const { due, days } = dueOf(7, 'day', '2026-02-10')
    expect(due).toBe('2026-02-24')
    expect(days.at(-1)?.reason).toBe('前一日是法定节假日（春节），期限顺延')
  })

  it('stays on a day off where it does not move', () => {
    const due = dueDate({ ...limitOf(7, 'day'), movesToWorkday: false }, '2026-02-10', calendar)
    expect(due).toMatchObject({ due: '2026-02-17' })
  })

  it('ends on the last day of a month that has no such day', () => {
    expect(dueOf(1, 'month', '2025-01-31').due).toBe('2025-02-28')
    expect(dueOf(1, 'month', '2024-01-31').due).toBe('2024-02-29')
    expect(dueOf(1, 'year', '2024-02-29').due).toBe('2025-02-28')
  })

  it('runs on after a pause, and no day of two overlapping pauses counts twice', () => {
    const pauses = [
      { from: '2026-03-10', to: '2026-03-12', reason: '鉴定' },
      { from: '2026-03-12', to: '2026-03-13', reason: '听证' },
    ]
    expect(dueOf(1, 'month', '2026-03-03', pauses).due).toBe('2026-04-07')
  })

  it('is not touched by a pause after its end', () => {
    const pauses = [{ from: '2026-05-06', to: '2026-05-08', reason: '鉴定' }]
    expect(dueOf(1, 'month', '2026-03-03', pauses).due).toBe('2026-04-03')
  })
})

describe('a limit in hours', () => {
  it('counts every hour, in the time of Shanghai', () => {
    expect(dueOf(24, 'hour', '2026-02-16T20:30:00+08:00').due).toBe('2026-02-17T20:30:00+08:00')
    expect(dueOf(2, 'hour', '2026-02-16T15:00:00Z').due).toBe('2026-02-17T01:00:00+08:00')
  })

  it('moves by as long as it was stopped, no minute counted twice', () => {
    const pauses = [
      { from: '2026-02-16T22:00:00+08:00', to: '2026-02-17T01:00:00+08:00', reason: '补正材料' },
      { from: '2026-02-17T00:00:00+08:00', to: '2026-02-17T01:30:00+08:00', reason: '鉴定' },
      { from: '2026-02-19T00:00:00+08:00', to: '2026-02-19T09:00:00+08:00', reason: '鉴定' },
    ]
    expect(dueOf(24, 'hour', '2026-02-16T20:30:00+08:00', pauses).due).toBe('2026-02-18T00:00:00+08:00')
    const open = [{ from: '2026-02-17T00:00:00+08:00', to: null, reason: '鉴定' }]
    const limit = limitOf(24, 'hour')
    expect(dueDate(limit, '2026-02-16T20:30:00+08:00', calendar, open).kind).toBe('paused')
    expect(dueDate(limit, '2026-02-15T20:30:00+08:00', calendar, open).kind).toBe('due')
  })
})

it('refuses what is not a date, and says what would be one', () => {
  for (const start of ['', '2026-02-30', '明天', '2026-3-5']) {
    const due = dueDate(limitOf(3, 'day'), start, calendar)
    expect(due.kind).toBe('not-a-date')
    expect(due.explanation).toContain('2026-03-02')
  }
})

describe('for any start, count and pause', () => {
  const start = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2015-01-05', days))
  const pauses = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 9 })), {
    maxLength: 4,
  })

  it('exactly the count of days counts, the last of them worked on and not paused', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 90 }), pauses, (from, count, pairs) => {
        const stopped = pairs.map(([offset, length]) => ({
          from: addDays(from, offset),
          to: addDays(from, offset + length),
          reason: '补正材料',
        }))
        const { due, days } = dueOf(count, 'workday', from, stopped)
        expect(days.filter(({ number }) => number !== null)).toHaveLength(count)
        expect(days.at(-1)).toMatchObject({ date: due, number: count })
        const day = findDay(calendar, due)
        expect(day !== null && isWorkedOn(day.kind)).toBe(true)
        expect(stopped.some((pause) => pause.from <= due && due <= pause.to)).toBe(false)
      }),
    )
  })

  it('what starts later is never due earlier', () => {
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom<TimeUnit>('day', 'workday', 'month', 'year'),
        (from, later, count, unit) => {
          const year = unit === 'year' ? 1 : count
          expect(dueOf(year, unit, from).due <= dueOf(year, unit, addDays(from, later)).due).toBe(true)
        },
      ),
    )
  })

  it('a longer limit is never due earlier', () => {
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom<TimeUnit>('day', 'workday', 'month'),
        (from, count, unit) => {
          expect(dueOf(count, unit, from).due <= dueOf(count + 1, unit, from).due).toBe(true)
        },
      ),
    )
  })
})
