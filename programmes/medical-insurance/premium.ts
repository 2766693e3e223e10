import { date, defineProcedure, fields, text } from '@luoshi/kernel'
import { levy2022 } from './notices.ts'
import { agency, collector, finance, premiums, seasons, tax, township } from './registers.ts'

/** From a premium paid to its money in the treasury. */
export const premium = defineProcedure({
  id: 'premium',
  title: '医保缴费',
  basis: levy2022.lines(609, 622),
  version: 1,
  validFrom: '2021-08-31',
  validTo: null,
  register: premiums.id,
  subject: premiums.fields,
  access: { read: [tax, agency, finance, township, collector] },
  lookups: {
    samePerson: {
      title: '同一人同一年度的缴费',
      register: premiums.id,
      where: { identity: 'identity', insuredYear: 'insuredYear' },
      states: ['paid', 'in-treasury'],
      gives: { kind: 'records', fields: ['number', 'township', 'village'] },
    },
    seasonsOfYear: {
      title: '参保年度的征缴期',
      register: seasons.id,
      where: { insuredYear: 'insuredYear' },
      gives: { kind: 'records', fields: ['begins', 'ends'] },
    },
  },
  opening: {
    title: '登记缴费',
    by: [tax, township, collector],
    basis: levy2022.lines(618, 620),
    gates: ['amount-right', 'year-levied', 'insured-once'],
    computes: { subsidy: 'subsidy', period: 'period', treasuryBy: 'treasury-by' },
  },
  initial: 'paid',
  states: {
    paid: {
      title: '已缴费，未入库',
      on: {
        confirm: {
          title: '确认入库',
          to: 'in-treasury',
          by: [tax],
          basis: levy2022.lines(616),
          input: fields({ treasuryOn: date('入库日期'), voucher: text('入库凭证号') }),
        },
        void: {
          title: '作废',
          to: 'void',
          by: [tax],
          basis: levy2022.lines(622),
          needsReason: true,
        },
      },
    },
    'in-treasury': { title: '已入库', final: 'completed', on: {} },
    void: { title: '已作废', final: 'withdrawn', on: {} },
  },
  limits: {
    treasury: {
      title: '入库',
      starts: 'opening',
      ends: ['confirm', 'void'],
      legal: { field: 'treasuryBy', basis: levy2022.lines(616) },
      reminderDays: 7,
      missed: { kind: 'escalate', role: 'tax' },
    },
  },
})
