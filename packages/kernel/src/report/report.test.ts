import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drillingReport } from '../fixtures/well-supervision.ts'
import { addDays, calendarOf } from '../time/calendar.ts'
import { officialCalendar } from '../time/official-calendar.ts'
import { type Recurrence, recurrenceText, type Turn } from './recurrence.ts'
import type { Report } from './report.ts'
import { reportSummary } from './report-summary.ts'
import { reportsDue } from './reports-due.ts'

const calendar = officialCalendar()

const reportWith = (turn: Turn, change: Partial<Recurrence> = {}, from = '2020-01-01'): Report => ({
  ...drillingReport,
  from,
  due: { ...drillingReport.due, turn, ...change },
})

const dueOf = (report: Report, from: string, until: string) =>
  reportsDue(report, from, until, calendar).map(({ due, period }) => [
    due.kind === 'due' ? due.due : due.kind,
    period.id,
  ])

describe('a report', () => {
  it('is owed from its first month on, and its due date explains itself', () => {
    const [first, ...others] = reportsDue(drillingReport, '2026-01-01', '2026-05-17', calendar)
    expect(first).toMatchObject({ report: 'drilling', turn: '2026-03-18', period: { id: '2026-03' } })
    expect(first?.due).toEqual({
      kind: 'due',
      due: '2026-03-18',
      days: [{ date: '2026-03-18', number: null, reason: '当日计入' }],
      explanation: '机井建设月报：每月18日前（含当日）（清政办发〔2026〕7号第46行）；到期：2026-03-18。',
    })
    expect(others.map(({ turn }) => turn)).toEqual(['2026-04-18'])
  })

  it('is no more owed after its last day', () => {
    const ended = { ...drillingReport, until: '2026-04-17' }
    expect(dueOf(ended, '2026-01-01', '2026-12-31')).toEqual([['2026-03-18', '2026-03']])
  })

  it('falls on the last day of a month that has not its day', () => {
    const twice = reportWith({ kind: 'monthly', days: [15, 30] })
    expect(dueOf(twice, '2026-02-01', '2026-03-31')).toEqual([
      ['2026-02-15', '2026-02'],
      ['2026-02-28', '2026-02'],
      ['2026-03-15', '2026-03'],
      ['2026-03-30', '2026-03'],
    ])
    expect(
      dueOf(reportWith({ kind: 'monthly', days: [30, 31, 'last'] }), '2024-02-01', '2024-02-29'),
    ).toEqual([['2024-02-29', '2024-02']])
  })

  it('comes every ten days, and about the days that end then', () => {
    expect(dueOf(reportWith({ kind: 'ten-days' }), '2026-02-01', '2026-03-01')).toEqual([
      ['2026-02-10', '2026-02-T1'],
      ['2026-02-20', '2026-02-T2'],
      ['2026-02-28', '2026-02-T3'],
    ])
  })

  it.each([
    [{ kind: 'once', date: '2026-10-29' }, [['2026-10-29', '2026-10-29']]],
    [{ kind: 'quarterly', month: 3, day: 'last' }, [['2026-12-31', '2026-Q4']]],
    [{ kind: 'half-yearly', month: 6, day: 20 }, [['2026-12-20', '2026-H2']]],
    [{ kind: 'yearly', month: 11, day: 30 }, [['2026-11-30', '2026']]],
    [{ kind: 'weekly', weekday: 5 }, ['2026-10-30', '2026-W44']],
    [{ kind: 'daily' }, ['2026-10-29', '2026-10-29']],
  ] as const)('comes by %j', (turn, expected) => {
    const found = dueOf(reportWith(turn), '2026-10-29', '2026-12-31')
    if (Array.isArray(expected[0])) expect(found).toEqual(expected)
    else expect(found[0]).toEqual(expected)
  })

  it('forecasts the month in which it is due, or sums up the one before', () => {
    const forecast = reportWith({ kind: 'monthly', days: [20] })
    const summary = reportWith({ kind: 'monthly', days: [2] }, { covers: 'previous' })
    expect(dueOf(forecast, '2026-08-01', '2026-08-31')).toEqual([['2026-08-20', '2026-08']])
    expect(dueOf(summary, '2026-08-01', '2026-08-31')).toEqual([['2026-08-02', '2026-07']])
    const plan = reportWith({ kind: 'monthly', days: ['last'] }, { covers: 'next' })
    expect(dueOf(plan, '2026-12-01', '2026-12-31')).toEqual([['2026-12-31', '2027-01']])
  })

  it('ends the day before, where the day itself is too late', () => {
    const before = reportWith({ kind: 'monthly', days: [1] }, { isDayIncluded: false })
    expect(dueOf(before, '2026-02-28', '2026-03-01')).toEqual([['2026-02-28', '2026-03']])
    expect(recurrenceText(before.due)).toBe('每月1日前（不含当日）')
  })

  it('moves on from days off where it says so, and tells why', () => {
    const moved = reportWith({ kind: 'monthly', days: [1] }, { movesToWorkday: true })
    const [owed] = reportsDue(moved, '2026-10-01', '2026-10-31', calendar)
    expect(owed?.due).toMatchObject({ due: '2026-10-08' })
    expect(owed?.due.kind === 'due' && owed.due.days.map(({ reason }) => reason).slice(0, 2)).toEqual([
      '当日计入',
      '前一日是法定节假日（国庆节），顺延',
    ])
    const [unknown] = reportsDue(moved, '2026-10-01', '2026-10-31', calendarOf([]))
    expect(unknown?.due).toEqual({
      kind: 'unknown-year',
      explanation: '2026年的节假日安排尚未录入，算不出“机井建设月报”的报送日；录入该年日历后再算。',
    })
  })

  it('reads in Chinese whatever its turn', () => {
    const texts = (
      [
        { kind: 'once', date: '2026-10-29' },
        { kind: 'daily' },
        { kind: 'weekly', weekday: 7 },
        { kind: 'ten-days' },
        { kind: 'monthly', days: [15, 'last'] },
        { kind: 'quarterly', month: 1, day: 5 },
        { kind: 'half-yearly', month: 6, day: 'last' },
        { kind: 'yearly', month: 3, day: 31 },
      ] as const
    ).map((turn) => recurrenceText({ turn, isDayIncluded: true }))
    expect(texts).toEqual([
      '2026-10-29前（含当日）',
      '每日终了前（含当日）',
      '每周日前（含当日）',
      '每旬末日前（含当日）',
      '每月15日、末日前（含当日）',
      '每季度第1个月5日前（含当日）',
      '每半年第6个月末日前（含当日）',
      '每年3月31日前（含当日）',
    ])
  })
})

describe('whatever its turn', () => {
  const dayOfMonth = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant('last' as const))
  const turn: fc.Arbitrary<Turn> = fc.oneof(
    fc.record({ kind: fc.constant('daily' as const) }),
    fc.record({ kind: fc.constant('weekly' as const), weekday: fc.integer({ min: 1, max: 7 }) }),
    fc.record({ kind: fc.constant('ten-days' as const) }),
    fc.record({
      kind: fc.constant('monthly' as const),
      days: fc.array(dayOfMonth, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('quarterly' as const),
      month: fc.integer({ min: 1, max: 3 }),
      day: dayOfMonth,
    }),
    fc.record({
      kind: fc.constant('yearly' as const),
      month: fc.integer({ min: 1, max: 12 }),
      day: dayOfMonth,
    }),
  )
  const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2021-01-01', days))

  it('no turn is told twice or lost where a stretch of time is cut in two', () => {
    fc.assert(
      fc.property(turn, fc.boolean(), fc.boolean(), day, day, day, (turn, isDayIncluded, moves, ...days) => {
        const [from, middle, until] = days.sort() as [string, string, string]
        const report = reportWith(turn, { isDayIncluded, movesToWorkday: moves })
        const whole = reportsDue(report, from, until, calendar).map((owed) => owed.turn)
        const parts = [
          ...reportsDue(report, from, middle, calendar),
          ...reportsDue(report, addDays(middle, 1), until, calendar),
        ].map((owed) => owed.turn)
        expect(parts).toEqual(whole)
        expect(new Set(whole).size).toBe(whole.length)
        expect(whole).toEqual([...whole].sort())
      }),
      { numRuns: 60 },
    )
  })
})

describe('a summary of answers', () => {
  const [owed] = reportsDue(drillingReport, '2026-03-01', '2026-03-31', calendar)
  if (owed === undefined) throw new Error('nothing is owed')
  const answer = (unit: string, at: string, drilled: number, metered: string, turn = owed.turn) => ({
    unit,
    turn,
    at: `${at}+08:00`,
    data: { drilled, metered },
  })

  it('adds up each figure exactly, takes the latest of each unit, and names who is missing', () => {
    const given = [
      answer('south', '2026-03-18T23:59:59', 2, '0.1'),
      answer('south', '2026-03-19T09:00:00', 3, '0.2'),
      answer('north', '2026-03-19T00:00:00', 4, '0.1'),
      answer('strange', '2026-03-10T09:00:00', 100, '100'),
      answer('west', '2026-02-18T09:00:00', 9, '9', '2026-02-18'),
    ]
    const summary = reportSummary(
      drillingReport,
      owed,
      ['west', 'north', 'south', 'north'],
      given,
      '2026-03-20T09:00:00+08:00',
    )
    expect(summary).toMatchObject({
      sums: [
        { field: 'drilled', label: '新打机井（眼）', sum: '7' },
        { field: 'metered', label: '计量用水（立方米）', sum: '0.3' },
      ],
      answers: [
        { unit: 'north', isLate: true },
        { unit: 'south', isLate: false, data: { drilled: 3 } },
      ],
      missing: ['west'],
      isPast: true,
    })
  })

  it('is not past on the day itself', () => {
    const now = '2026-03-18T23:59:59+08:00'
    expect(reportSummary(drillingReport, owed, ['west'], [], now)).toMatchObject({
      missing: ['west'],
      isPast: false,
    })
  })
})
