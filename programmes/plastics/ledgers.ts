import { date, defineRegister, defineTally, fields, measure, text } from '@luoshi/kernel'
import { notice, readers, reporter } from './notice.ts'

/** What businesses report of single-use plastics: used and taken back. */
export const usageReports = defineRegister({
  id: 'usage-reports',
  title: '商务领域一次性塑料制品使用、回收报告台账',
  basis: notice.lines(830),
  fields: fields({
    number: text('报告编号'),
    business: text('经营者'),
    from: date('报告期起'),
    until: date('报告期止'),
    product: text('品种', { help: '如一次性塑料餐具、塑料购物袋' }),
    used: measure('使用量', '千克'),
    takenBack: measure('回收量', '千克'),
  }),
  key: ['number'],
  access: { read: readers, write: [reporter] },
})

/** Farm film that was sold, laid and taken back, and what stays in the soil. */
export const film = defineRegister({
  id: 'film',
  title: '农膜回收台账',
  basis: notice.lines(848),
  fields: fields({
    number: text('台账编号'),
    village: text('村'),
    season: text('年度', { help: '如2022年' }),
    enteredOn: date('登记日期'),
    covered: measure('覆膜面积', '亩'),
    used: measure('使用量', '千克'),
    takenBack: measure('回收量', '千克'),
    residue: measure('地膜残留量', '千克/亩', { help: '监测过的填写' }).optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [reporter] },
})

/** Used and taken back, by township and year. */
export const filmByUnit = defineTally({
  id: 'film-by-unit',
  title: '农膜使用和回收统计',
  basis: notice.lines(848),
  register: film.id,
  by: [{ kind: 'unit' }, { kind: 'field', field: 'season' }],
  columns: [
    { id: 'entries', title: '登记' },
    { id: 'covered', title: '覆膜面积（亩）', sums: 'covered' },
    { id: 'used', title: '使用量（千克）', sums: 'used' },
    { id: 'taken-back', title: '回收量（千克）', sums: 'takenBack' },
  ],
})
