import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { addDays, calendarOf, findDay } from './calendar.ts'
import { dateOf, ZONE } from './instant.ts'

const anyDay = fc.integer({ min: -20_000, max: 60_000 }).map((days) => {
  return Temporal.PlainDate.from('1970-01-01').add({ days }).toString()
})

it('adds days as the calendar does', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (date, days) => {
      expect(addDays(date, days)).toBe(Temporal.PlainDate.from(date).add({ days }).toString())
    }),
  )
})

it('knows the weekends of every year', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const plain = Temporal.PlainDate.from(date)
      const year = { year: plain.year, holidays: {}, makeUpDays: {}, source: '' }
      const kind = findDay(calendarOf([year]), date)?.kind
      expect(kind).toBe(plain.dayOfWeek > 5 ? 'weekend' : 'workday')
    }),
  )
})

it('gives the day of a moment in the time of Shanghai, whatever the offset, also in years of summer time', () => {
  const moment = fc.integer({ min: Date.UTC(1985, 0), max: Date.UTC(2060, 0) })
  fc.assert(
    fc.property(moment, (milliseconds) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(milliseconds)
      const day = instant.toZonedDateTimeISO(ZONE).toPlainDate().toString()
      expect(dateOf(instant.toString())).toBe(day)
      expect(dateOf(instant.toString({ timeZone: '-03:30' }))).toBe(day)
    }),
  )
})
