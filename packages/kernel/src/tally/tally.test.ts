import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { units } from '../fixtures/well-permit.ts'
import { drilledByMonth, drillingReports, wasteByUnit, wasteParts } from '../fixtures/well-supervision.ts'
import { compareDecimals, sumOf } from '../schema/decimal.ts'
import { defineTally, type Tally } from './tally.ts'
import { type TalliedRecord, tallyOf } from './tally-of.ts'

const facts = { fields: wasteParts.register.fields, units, on: '2026-08-18' }
const problem = (unit: string, kind: string, state = 'found'): TalliedRecord => ({
  unit,
  state,
  data: { kind },
})
const told = (tally: Tally, records: readonly TalliedRecord[], more = {}) =>
  tallyOf(tally, records, { ...facts, ...more }).rows.map(({ titles, depth, values }) => [
    titles.join(' '),
    depth,
    ...Object.values(values),
  ])

describe('a tally', () => {
  it('counts for a unit and every unit above it, units under those above, choices in their order', () => {
    const records = [
      problem('north-station', 'unmetered', 'struck'),
      problem('north-station', 'leaking'),
      problem('water', 'leaking', 'held'),
      problem('police', 'leaking'),
    ]
    expect(told(wasteByUnit, records)).toEqual([
      ['清源县人民政府 跑冒滴漏', 0, '3', '1'],
      ['清源县人民政府 没有计量', 0, '1', '1'],
      ['县公安局 跑冒滴漏', 1, '1', '0'],
      ['县水利局 跑冒滴漏', 1, '2', '1'],
      ['县水利局 没有计量', 1, '1', '1'],
      ['县城北水管站 跑冒滴漏', 2, '1', '0'],
      ['县城北水管站 没有计量', 2, '1', '1'],
    ])
    expect(tallyOf(wasteByUnit, records, facts).total).toEqual({ found: '4', struck: '2' })
  })

  it('adds up by period, and shows who did nothing', () => {
    const report = (turn: string, drilled: number, troubles?: string): TalliedRecord => ({
      unit: 'water',
      state: 'taken',
      data: { turn, drilled, ...(troubles === undefined ? {} : { troubles }) },
    })
    const records = [report('2026-03-18', 2, '缺水'), report('2026-03-18', 3), report('2026-05-18', 4)]
    const table = tallyOf(drilledByMonth, [...records, { unit: 'water', state: 'sent', data: {} }], {
      fields: drillingReports.register.fields,
      units,
      on: '2026-06-01',
      expected: [['2026-03'], ['2026-04'], ['2026-05']],
    })
    expect(table.rows.map(({ titles, values, isShort }) => [titles[0], values, isShort])).toEqual([
      ['未填写', { reports: '1', drilled: '0', large: '0' }, false],
      ['2026年3月', { reports: '2', drilled: '5', large: '1' }, false],
      ['2026年4月', { reports: '0', drilled: '0', large: '0' }, true],
      ['2026年5月', { reports: '1', drilled: '4', large: '0' }, false],
    ])
  })

  it('is held by the compiler to its columns', () => {
    const { kind: _kind, least: _least, ...rest } = drilledByMonth
    const define = () =>
      defineTally({
        ...rest,
        columns: [{ id: 'reports', title: '月报' }],
        // @ts-expect-error “nothing” is none of its columns
        least: { column: 'nothing', figure: '1', basis: drilledByMonth.basis },
      })
    expect(define().least?.column).toBe('nothing')
  })

  it('is for every unit the sum of its own and of those right below it, and for the top the total', () => {
    const byUnit = defineTally({
      id: 'by-unit',
      title: '分单位',
      basis: wasteByUnit.basis,
      register: 'waste',
      by: [{ kind: 'unit' }],
      columns: [{ id: 'area', title: '面积', sums: 'area' }],
    })
    const record = fc.record({
      unit: fc.constantFrom(...Object.keys(units.units)),
      state: fc.constant('found'),
      data: fc.record({ area: fc.integer({ min: 0, max: 1000 }).map((tenths) => (tenths / 10).toFixed(1)) }),
    })
    fc.assert(
      fc.property(fc.array(record, { maxLength: 20 }), (records) => {
        const { rows, total } = tallyOf(byUnit, records, facts)
        const figureOf = (unit: string) => rows.find(({ key }) => key[0] === unit)?.values['area'] ?? '0'
        const ownOf = (unit: string) =>
          sumOf(records.filter((one) => one.unit === unit).map(({ data }) => data.area))
        for (const unit of Object.keys(units.units)) {
          const below = Object.values(units.units).filter(({ parents }) => parents[0]?.value === unit)
          const parts = sumOf([ownOf(unit), ...below.map(({ id }) => figureOf(id))])
          expect(compareDecimals(figureOf(unit), parts)).toBe(0)
        }
        expect(compareDecimals(figureOf('government'), total['area'] ?? '')).toBe(0)
      }),
    )
  })
})
