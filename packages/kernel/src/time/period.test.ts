import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './calendar.ts'
import {
  findPeriod,
  isPeriodWithin,
  type PeriodKind,
  periodAfter,
  periodBefore,
  periodOf,
  periodsBetween,
} from './period.ts'

const kinds: readonly PeriodKind[] = ['year', 'half-year', 'quarter', 'month', 'ten-days', 'week', 'day']
const kind = fc.constantFrom(...kinds)
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))

describe('a period', () => {
  it.each([
    ['year', '2026-02-28', '2026', '2026年', '2026-01-01', '2026-12-31'],
    ['half-year', '2026-07-01', '2026-H2', '2026年下半年', '2026-07-01', '2026-12-31'],
    ['quarter', '2026-06-30', '2026-Q2', '2026年第二季度', '2026-04-01', '2026-06-30'],
    ['month', '2024-02-29', '2024-02', '2024年2月', '2024-02-01', '2024-02-29'],
    ['ten-days', '2026-08-10', '2026-08-T1', '2026年8月上旬', '2026-08-01', '2026-08-10'],
    ['ten-days', '2026-08-31', '2026-08-T3', '2026年8月下旬', '2026-08-21', '2026-08-31'],
    ['week', '2027-01-01', '2026-W53', '2026年第53周', '2026-12-28', '2027-01-03'],
    ['day', '2026-08-18', '2026-08-18', '2026年8月18日', '2026-08-18', '2026-08-18'],
  ] as const)('of the kind %s has %s in it', (kind, date, id, title, from, until) => {
    expect(periodOf(kind, date)).toEqual({ kind, id, title, from, until })
  })

  it('has the day in it, is found by its id, and follows on the one before', () => {
    fc.assert(
      fc.property(kind, day, (kind, date) => {
        const period = periodOf(kind, date)
        expect(period.from <= date && date <= period.until).toBe(true)
        expect(findPeriod(period.id)).toEqual(period)
        expect(periodAfter(period).from).toBe(addDays(period.until, 1))
        expect(periodAfter(periodBefore(period))).toEqual(period)
        expect(isPeriodWithin(periodOf('day', date), period)).toBe(true)
      }),
    )
  })

  it('is not found by an id that names none', () => {
    for (const id of ['', '2026-13', '2026-Q5', '2026-W54', '2026-02-T4', '2026-02-30', '明年']) {
      expect(findPeriod(id), id).toBeUndefined()
    }
  })

  it('stands among those between two days if it has one of them', () => {
    expect(periodsBetween('month', '2026-01-31', '2026-03-01').map(({ id }) => id)).toEqual([
      '2026-01',
      '2026-02',
      '2026-03',
    ])
  })
})
