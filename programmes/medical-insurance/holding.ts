import { choice, date, defineProcedure, duration, fields, type SettableDuration, text } from '@luoshi/kernel'
import { levy2022 } from './notices.ts'
import { firstHoldingDay, holdingDays } from './parameters.ts'
import { collector, finance, holdings, tax, township } from './registers.ts'

/** Seven days, whichever of them are days off: the money is not to lie about. */
const days: SettableDuration = {
  ...duration(7, 'day', levy2022.lines(620)),
  isFirstDayCounted: true,
  movesToWorkday: false,
  setBy: { count: holdingDays, firstDay: firstHoldingDay },
}

/** Money held from its first receipt until it is handed on: by sum or by time, whichever comes first (双限). */
export const holding = defineProcedure({
  id: 'holding',
  title: '代收款上缴',
  basis: levy2022.lines(620),
  version: 1,
  validFrom: '2021-08-31',
  validTo: null,
  register: holdings.id,
  subject: holdings.fields,
  access: { read: [tax, finance, township, collector] },
  lookups: {},
  opening: {
    title: '登记首笔代收',
    by: [township, collector],
    basis: levy2022.lines(620),
    computes: { due: 'is-due' },
  },
  initial: 'held',
  states: {
    held: {
      title: '代收中',
      on: {
        receive: {
          title: '再收一笔',
          to: 'held',
          by: [township, collector],
          basis: levy2022.lines(620),
          input: fields({ latest: holdings.fields.shape.latest.unwrap() }),
          computes: { total: 'total', due: 'is-due' },
        },
        remit: {
          title: '上缴',
          to: 'remitted',
          by: [township, collector],
          basis: levy2022.lines(620),
          input: fields({
            remittedOn: date('上缴日期'),
            remittedTo: choice('上缴到', { treasury: '国库', township: '乡（镇）' }),
            voucher: text('凭证号'),
          }),
        },
      },
    },
    remitted: { title: '已上缴', final: 'completed', on: {} },
  },
  limits: {
    remit: {
      title: '时间限额',
      starts: 'opening',
      ends: ['remit'],
      legal: days,
      reminderDays: 1,
      missed: { kind: 'escalate', role: 'tax' },
    },
  },
})
