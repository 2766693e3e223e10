import { type Case, dueDatesOf, isMissed, phasesOn, reportSummary, reportsDue, tallyOf } from '@luoshi/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { campaign, progressReport } from './campaign.ts'
import { goals, ledger, ledgerByVillage, overdueIn, surveyQueue } from './figures.ts'
import {
  at,
  business,
  calendar,
  home,
  judged,
  open,
  people,
  report,
  step,
  units,
} from './house.test-support.ts'
import { houseSafety } from './house.ts'
import { houses, zones } from './house-register.ts'
import { notice } from './notice.ts'
import { prioritising, routing } from './values.ts'

describe('[wuzhai-2022-zbf25.4] the ledgers', () => {
  const states = Object.keys(houseSafety.states)
  const record = fc.record({
    unit: fc.constantFrom('east', 'east-village', 'west'),
    state: fc.constantFrom(...states),
    data: fc.record({
      village: fc.constantFrom('上河村', '石门村'),
      hazardMark: fc.constantFrom('none', 'found'),
    }),
  })
  const context = { fields: houses.fields, units, on: '2022-12-31' }

  it('of a county are the sum of its townships’, of a township of its villages’', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 40 }), (records) => {
        const { rows, total } = tallyOf(ledger, records, context)
        const valuesOf = (unit: string) => rows.find(({ key }) => key[0] === unit)?.values
        const own = (unit: string) =>
          tallyOf(
            ledger,
            records.filter((one) => one.unit === unit),
            context,
          ).total
        for (const { id } of ledger.columns) {
          const figure = (unit: string) => Number(valuesOf(unit)?.[id] ?? 0)
          expect(Number(total[id])).toBe(figure('east') + figure('west'))
          expect(figure('government')).toBe(figure('east') + figure('west'))
          expect(figure('east')).toBe(Number(own('east')[id]) + figure('east-village'))
        }
        const villages = tallyOf(ledgerByVillage, records, context).rows
        for (const unit of ['government', 'east', 'west']) {
          const sum = villages
            .filter(({ key }) => key[0] === unit)
            .reduce((all, { values }) => all + Number(values['found']), 0)
          expect(sum).toBe(Number(valuesOf(unit)?.['found'] ?? 0))
        }
      }),
    )
  })

  it('count what was found, listed, mended and struck off, each within the one before', () => {
    const of = (state: string, hazardMark = 'found') => ({ unit: 'east', state, data: { hazardMark } })
    const records = [
      of('queued', 'none'),
      of('sealed'),
      of('listed'),
      of('fixed'),
      of('struck'),
      of('released'),
    ]
    expect(tallyOf(ledger, [...records, of('usable', 'none')], context).total).toEqual({
      all: '7',
      found: '5',
      listed: '4',
      mended: '3',
      struck: '2',
    })
  })
})

describe('[wuzhai-2022-zbf25.5] which houses come first', () => {
  const flagged = (more: Readonly<Record<string, unknown>>) =>
    prioritising.compute({ ...business, ...more }, '2022-07-15')

  it('are business premises of three storeys, a span of six metres, or one of four other features', () => {
    expect(flagged({}).value).toBe('ordinary')
    expect([flagged({ storeys: 2 }).value, flagged({ storeys: 3 }).value]).toEqual(['ordinary', 'first'])
    expect([flagged({ span: '5.9' }).value, flagged({ span: '6' }).value]).toEqual(['ordinary', 'first'])
    for (const feature of ['isComplex', 'isExtended', 'isConverted', 'isCrowded']) {
      expect(flagged({ [feature]: true }).value, feature).toBe('first')
    }
    expect(flagged({ storeys: 5, isCrowded: true }).reasons[0]?.wanted).toBe('5层、人员密集')
    expect(flagged({ use: 'other', storeys: 5 }).value).toBe('ordinary')
  })

  it('are looked at first, and all along the way that the plan has', () => {
    const place = (zone: string) => routing.compute({ zone }, '2022-07-15').value
    expect(Object.keys(zones).map(place)).toEqual([1, 2, 3, 4, 5, 6, 1, 2, 3, 4])
    const of = (number: string, zone: string, priority: string, state = 'queued') => ({
      state,
      data: { number, zone, priority },
    })
    const queue = surveyQueue([
      of('1', 'village', 'ordinary'),
      of('2', 'seat', 'ordinary'),
      of('3', 'urban-other', 'first'),
      of('4', 'urban-village', 'first', 'surveyed'),
      of('5', 'urban-village', 'first'),
      of('6', 'urban-village', 'ordinary'),
    ])
    expect(queue.map(({ data }) => data.number)).toEqual(['5', '3', '6', '2', '1'])
  })
})

it('[wuzhai-2022-zbf25.7] progress is reported by the 22nd of each month from July 2022 on; who has not is named', () => {
  const due = reportsDue(progressReport, '2022-06-01', '2022-09-30', calendar)
  expect(due.map((owed) => owed.due.kind === 'due' && owed.due.due)).toEqual([
    '2022-07-22',
    '2022-08-22',
    '2022-09-22',
  ])
  const [july] = due
  if (july === undefined) throw new Error('nothing is owed')
  const data = { surveyed: 1, business: 1, hazards: 0, appraised: 0, mended: 0, struck: 0 }
  const given = [{ unit: 'east', turn: '2022-07-22', at: '2022-07-22T17:00:00+08:00', data }]
  const on = (moment: string) =>
    reportSummary(progressReport, july, ['east', 'west', 'housing'], given, moment)
  expect(on('2022-07-22T18:00:00+08:00')).toMatchObject({ isPast: false, missing: ['housing', 'west'] })
  expect(on('2022-07-23T00:00:00+08:00')).toMatchObject({ isPast: true, missing: ['housing', 'west'] })
  const basis = progressReport.due.basis
  expect(basis.kind === 'gap' && basis.basis).toEqual(notice.lines(1548))
})

describe('[wuzhai-2022-zbf25.8] the phases', () => {
  it('run side by side: on a day those whose days it is among', () => {
    const on = (day: string) => phasesOn(campaign, day).map(({ title }) => title)
    expect(on('2022-05-31')).toEqual([])
    expect(on('2022-06-01')).toEqual(['重点排查', '重点鉴定', '重点整治'])
    expect(on('2022-09-20')).toEqual(['重点排查', '重点鉴定', '重点整治'])
    expect(on('2022-09-21')).toEqual(['重点鉴定', '重点整治', '全面排查', '全面整治'])
    expect(on('2022-10-01')).toEqual(['重点鉴定', '重点整治', '全面排查', '全面整治'])
    expect(on('2025-05-31')).toEqual(['全面整治'])
    expect(on('2025-06-01')).toEqual([])
  })

  it('name what they have not dealt with, from the day after their end on', () => {
    const queued = open(houseSafety, people.east, business, at('2022-07-15'))
    const records = [queued, judged(home, 'general'), judged(business, 'severe')]
    const late = (day: string) => goals.map((goal) => overdueIn(goal, records, day).length)
    expect(late('2022-09-20')).toEqual([0, 0, 0, 0, 0])
    expect(late('2022-09-21')).toEqual([1, 0, 0, 0, 0])
    expect(late('2023-01-01')).toEqual([1, 2, 0, 0, 0])
    expect(late('2024-06-01')).toEqual([1, 2, 2, 0, 0])
    expect(late('2025-06-01')).toEqual([1, 2, 2, 0, 3])
  })

  it('have nothing to do with what a patrol finds after their end', () => {
    const sent = step(judged(business, 'safe'), 'send', people.east, '2022-07-22')
    const appraised = step(sent, 'appraise', people.east, '2022-08-22', report('qualified'))
    const usable = step(appraised, 'allow', people.housing, '2022-08-23')
    const again = (day: string) => step(usable, 'reopen', people.east, day, {}, '后墙新裂缝')
    const late = (house: Case) => goals.map((goal) => overdueIn(goal, [house], '2025-06-01').length)
    expect(late(usable)).toEqual([0, 0, 0, 0, 0])
    expect(late(again('2025-06-01'))).toEqual([0, 0, 0, 0, 0])
    expect(late(again('2024-06-01'))).toEqual([0, 0, 0, 0, 1])
    expect(late(again('2024-05-31'))).toEqual([0, 0, 1, 0, 1])
  })

  it('are limits of each house, by whether business is carried on in it', () => {
    const limitsOf = (house: Case) =>
      dueDatesOf(houseSafety, house, calendar).map(({ title, legal }) => [
        title,
        legal.kind === 'due' && legal.due,
      ])
    const queued = open(houseSafety, people.east, business, at('2022-07-15'))
    expect(limitsOf(queued)).toEqual([
      ['重点排查', '2022-09-20'],
      ['重点鉴定', '2022-12-31'],
      ['重点整治', '2024-05-31'],
    ])
    const other = open(houseSafety, people.east, home, at('2022-07-15'))
    expect(limitsOf(other)).toEqual([
      ['全面排查', '2023-06-30'],
      ['全面整治', '2025-05-31'],
    ])
    const [survey] = dueDatesOf(houseSafety, queued, calendar)
    if (survey === undefined) throw new Error('no limit')
    expect(isMissed(survey, '2022-09-20T23:00:00+08:00')).toBe(false)
    expect(isMissed(survey, '2022-09-21T00:00:00+08:00')).toBe(true)
  })
})
