import { choice, date, defineRegister, fields, longText, personalText, reference, text } from '@luoshi/kernel'
import { readers, township, village } from './access.ts'
import { houses } from './house-register.ts'
import { notice } from './notice.ts'

/** What those who keep watch over houses saw on their rounds. */
export const patrols = defineRegister({
  id: 'patrols',
  title: '自建房日常巡查记录',
  basis: notice.lines(1496),
  fields: fields({
    number: text('巡查编号'),
    house: reference('自建房', houses.id),
    patrolledOn: date('巡查日期'),
    keeper: personalText('房屋安全管理员', 'name'),
    result: choice('巡查结果', {
      fine: '未见异常',
      hazard: '发现安全隐患，已督促整改',
      offence: '发现违法违规行为，已移交',
    }),
    found: longText('巡查情况'),
  }),
  key: ['number'],
  access: { read: readers, write: [township, village] },
})
