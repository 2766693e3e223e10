import {
  choice,
  count,
  dateTime,
  defineRegister,
  fields,
  listOf,
  personalLongText,
  type RecordOf,
  text,
} from '@luoshi/kernel'
import { bureau, officers, window } from './access.ts'
import { crossRegion } from './bases.ts'

/** Tables of GB/T 39046—2020 in which one case is told, by id. */
export const caseTables = {
  application: '办事申请',
  acceptance: '事项受理',
  handling: '事项办理',
  closing: '事项办结',
  rating: '政务服务绩效评价',
} as const

/** 外来办件: what other platforms and partner regions handled, item by item as the standard has it, so that nothing is lost. */
export const foreignCases = defineRegister({
  id: 'foreign-cases',
  title: '外来办件台账',
  basis: crossRegion.lines(759),
  fields: fields({
    number: text('台账编号'),
    caseNumber: text('办件编号'),
    itemName: text('事项名称'),
    stage: choice('进展', { applied: '已申请', accepted: '已受理', handled: '办理中', closed: '已办结' }),
    appliedAt: dateTime('申请时间').optional(),
    closedAt: dateTime('办结时间').optional(),
    items: listOf(
      '数据项',
      fields({
        table: choice('表', caseTables),
        group: text('组').optional(),
        row: count('第几行', '').optional(),
        item: text('数据项'),
        value: personalLongText('内容'),
      }),
    ),
  }),
  key: ['number'],
  calledBy: ['itemName', 'caseNumber'],
  access: { read: officers, write: [bureau, window] },
})

export type ForeignCase = RecordOf<typeof foreignCases.fields>
