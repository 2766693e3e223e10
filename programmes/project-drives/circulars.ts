import { count, definePaper, defineRegister, fields, gap, measure, text } from '@luoshi/kernel'
import { bureau, notice, readers } from './notice.ts'

/** How departments stood when a circular was sent. */
export const circularRows = defineRegister({
  id: 'circular-rows',
  title: '部门项目进展通报台账',
  basis: notice.lines(487, 489),
  fields: fields({
    circular: text('通报', { help: '如2021年第3期' }),
    place: count('名次', '名'),
    department: text('部门'),
    planned: measure('计划投资', '万元'),
    actual: measure('完成投资', '万元'),
    share: measure('完成比例', '%'),
  }),
  key: ['circular', 'department'],
  access: { read: readers, write: [bureau] },
})

/** The circular as it is sent. */
export const circular = definePaper({
  id: 'circular',
  title: '县直行业主管部门项目进展情况通报',
  basis: notice.lines(487, 489),
  open: [gap('方案没有印通报的表样，栏目按排名的依据设', notice.lines(487, 489))],
  register: circularRows.id,
  head: ['县'],
  columns: [
    { heading: '名次', field: 'place' },
    { heading: '部门', field: 'department' },
    { heading: '计划投资（万元）', field: 'planned', isSummed: true },
    { heading: '完成投资（万元）', field: 'actual', isSummed: true },
    { heading: '完成比例（%）', field: 'share' },
  ],
  hasTotal: true,
  foot: [],
  copies: [],
})
