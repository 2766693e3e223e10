import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { isDay } from './instant.ts'

const padded = (number: number, length: number) => String(number).padStart(length, '0')

function isOfCalendar(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

describe('isDay', () => {
  it('knows exactly the days of the calendar, also where a month or a day is beyond it', () => {
    const numbers = [fc.integer({ min: 1, max: 9999 }), fc.nat(14), fc.nat(33)] as const
    fc.assert(
      fc.property(...numbers, (year, month, day) => {
        const text = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`
        expect(isDay(text), text).toBe(isOfCalendar(text))
      }),
      { numRuns: 2000 },
    )
  })

  it.each(['2024-02-29', '2026-01-31', '2026-12-28'])('takes %s', (text) => {
    expect(isDay(text)).toBe(true)
  })

  it.each(['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-1-1', '2026-03-02T00:00:00Z', ''])(
    'refuses “%s”',
    (text) => {
      expect(isDay(text)).toBe(false)
    },
  )
})
