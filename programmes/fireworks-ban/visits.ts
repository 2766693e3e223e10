import { count, date, defineRegister, defineTally, fields, gap, may, text } from '@luoshi/kernel'
import { leader, notice, office, township } from './notice.ts'

/** Townships go from door to door. */
export const visits = defineRegister({
  id: 'visits',
  title: '入户宣传台账',
  basis: notice.lines(1208),
  fields: fields({
    number: text('记录编号'),
    township: text('乡（镇）'),
    village: text('村（社区）'),
    visitedOn: date('日期'),
    households: count('村（社区）户数', '户'),
    visited: count('已入户', '户'),
    seized: count('主动上交烟花爆竹', '件'),
  }),
  key: ['number'],
  access: { read: [office, leader, township, may('publicity', 'county')], write: [township] },
  open: [gap('入户宣传在哪一天前做完没有写明', notice.lines(1208))],
})

export const visitsByTownship = defineTally({
  id: 'visits-by-township',
  title: '入户宣传统计',
  basis: notice.lines(1208),
  register: visits.id,
  by: [{ kind: 'field', field: 'township' }],
  columns: [
    { id: 'households', title: '户数', sums: 'households' },
    { id: 'visited', title: '已入户', sums: 'visited' },
    { id: 'seized', title: '上交', sums: 'seized' },
  ],
})
