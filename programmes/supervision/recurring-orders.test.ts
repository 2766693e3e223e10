import { officialCalendar } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import type { ProposedDuty } from './proposed-duty.ts'
import { ordersDue, recurringOrders, turnOf } from './recurring-orders.ts'

const duty: ProposedDuty = {
  number: '清政办发〔2026〕7号/3.2',
  document: '清政办发〔2026〕7号',
  clause: '3.2',
  label: '2.',
  within: [],
  lines: [50, 51],
  sign: 'marked',
  title: '报送进展',
  text: '每月18日前报送进展。',
  units: [{ name: '县水利局', part: 'answers' }],
  markers: [],
  days: [
    { text: '每月18日前', date: null, recurrence: 'FREQ=MONTHLY;BYMONTHDAY=18' },
    { text: '年底前', date: '2026-12-31', recurrence: null },
  ],
  targets: [],
}

describe('a recurrence', () => {
  it('comes round as the notices say it', () => {
    expect(turnOf('FREQ=MONTHLY;BYMONTHDAY=15,30')).toEqual({ kind: 'monthly', days: [15, 30] })
    expect(turnOf('FREQ=MONTHLY;BYMONTHDAY=10,20,-1')).toEqual({ kind: 'ten-days' })
    expect(turnOf('FREQ=MONTHLY')).toEqual({ kind: 'monthly', days: ['last'] })
    expect(turnOf('FREQ=MONTHLY;INTERVAL=3')).toEqual({ kind: 'quarterly', month: 3, day: 'last' })
    expect(turnOf('FREQ=MONTHLY;INTERVAL=6')).toEqual({ kind: 'half-yearly', month: 6, day: 'last' })
    expect(turnOf('FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1')).toEqual({ kind: 'yearly', month: 3, day: 'last' })
    expect(turnOf('FREQ=YEARLY')).toEqual({ kind: 'yearly', month: 12, day: 'last' })
    expect([turnOf('FREQ=WEEKLY'), turnOf('FREQ=DAILY')]).toEqual([
      { kind: 'weekly', weekday: 7 },
      { kind: 'daily' },
    ])
  })

  it('that no turn says is left out', () => {
    expect(turnOf('FREQ=YEARLY;BYMONTH=4,5,6')).toBeNull()
    expect(turnOf('FREQ=MONTHLY;INTERVAL=2')).toBeNull()
    expect(turnOf('FREQ=HOURLY')).toBeNull()
  })
})

it('what a notice orders again and again is owed by its units, from its day on', () => {
  const orders = recurringOrders('qingyuan', [duty], () => '2026-03-02')
  expect(orders).toHaveLength(1)
  const due = ordersDue(orders, '2026-01-01', '2026-05-31', officialCalendar())
  expect(due.map(({ turn, units }) => [turn, units])).toEqual([
    ['2026-03-18', ['县水利局']],
    ['2026-04-18', ['县水利局']],
    ['2026-05-18', ['县水利局']],
  ])
  expect(due[0]?.due).toMatchObject({ kind: 'due', due: '2026-03-18' })
})
