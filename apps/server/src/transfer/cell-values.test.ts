import {
  choice,
  count,
  date,
  dateTime,
  type Fields,
  fields,
  findFieldMeta,
  listOf,
  measure,
  money,
  personalText,
  phone,
  place,
  reference,
  text,
  unit,
  unitNamed,
  unitTree,
  yesNo,
} from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { readCell, readUnit } from './cell-values.ts'
import type { SheetCell } from './sheet/sheet-row.ts'
import type { TransferField } from './transfer-fields.ts'

const schema: Fields = fields({
  name: text('名称'),
  contact: phone('电话'),
  households: count('户数', '户'),
  area: measure('面积', '亩'),
  amount: money('金额'),
  workedOn: date('作业日期'),
  seenAt: dateTime('到场时间'),
  isSigned: yesNo('已签字'),
  crop: choice('作物', { maize: '玉米', millet: '谷子' }),
  site: place('位置'),
  owner: unit('机构'),
  plot: reference('地块', 'plots'),
  account: personalText('账号', 'bank-account'),
  kinds: listOf('种类', choice('种类', { a: '甲', b: '乙' })),
})
const units = unitTree([
  unitNamed('government', '清源县人民政府', null),
  unitNamed('water', '县水利局', 'government', ['水利局']),
  unitNamed('mill-one', '粮站', 'government'),
  unitNamed('mill-two', '粮站', 'water'),
])
const context = { units, today: '2026-03-02' }

function fieldOf(name: string): TransferField {
  const meta = findFieldMeta(schema.def.shape[name] as never)
  if (meta === undefined) throw new Error(name)
  const item =
    name === 'kinds' ? { ...meta, control: 'choice' as const, choices: { a: '甲', b: '乙' } } : null
  return { name, meta, isOptional: false, heading: meta.label, item }
}
const read = (name: string, value: string, kind: SheetCell['kind'] = 'text') => {
  const found = readCell({ kind, text: value }, fieldOf(name), context)
  return found.kind === 'value' ? found.value : found.message
}

describe('a cell', () => {
  it.each([
    ['area', '1,234.50', '1234.50'],
    ['area', '１２．５', '12.5'],
    ['households', '1，200', 1200],
    ['households', '12.0', 12],
    ['amount', '￥1,200.50元', '1200.50'],
    ['workedOn', '2022/8/30', '2022-08-30'],
    ['workedOn', '2022年8月30日', '2022-08-30'],
    ['workedOn', '20220830', '2022-08-30'],
    ['workedOn', '2022.8.30', '2022-08-30'],
    ['workedOn', '2022-02-30', '2022-02-30'],
    ['seenAt', '2022/8/30 8:05', '2022-08-30T08:05:00+08:00'],
    ['seenAt', '2022-08-30', '2022-08-30T00:00:00+08:00'],
    ['isSigned', '√', true],
    ['isSigned', '否', false],
    ['isSigned', '也许', '也许'],
    ['crop', '玉米', 'maize'],
    ['crop', 'millet', 'millet'],
    ['crop', '高粱', '高粱'],
    ['site', '113.25，38.72', { type: 'Point', coordinates: [113.25, 38.72] }],
    ['owner', '水利局', 'water'],
    ['owner', '气象局', '气象局'],
    ['contact', '0350 1234567', '03501234567'],
    ['contact', '０３５０－１２３４５６７', '0350-1234567'],
    ['kinds', '甲、乙', ['a', 'b']],
    ['plot', ' 三岔-1 ', '三岔-1'],
  ])('%s: %s', (name, written, value) => {
    expect(read(name, written)).toEqual(value)
  })

  it('that Excel shows as an error, or of whose figures it lost some, says so', () => {
    expect(read('area', '#REF!', 'wrong')).toBe('“面积”是错误值#REF!，请改填不小于0的数，如12.5。')
    expect(read('account', '6222000011112220000', 'number')).toBe(
      '“账号”是超过15位的数字，Excel已改动了它的末位，请把这一列设为文本格式后重新填写。',
    )
    expect(read('account', '6222000011112222333')).toBe('6222000011112222333')
    expect(read('contact', '13800005678', 'number')).toBe('13800005678')
  })

  it('names a unit, or says which there are', () => {
    const unitIn = (value: string) => readUnit({ kind: 'text', text: value }, context)
    expect(unitIn('县水利局')).toEqual({ kind: 'value', value: 'water' })
    expect(unitIn('气象局')).toMatchObject({
      message: '没有名为“气象局”的机构，请填本县机构的全称或规范简称。',
    })
    expect(unitIn('粮站')).toMatchObject({ message: '名为“粮站”的机构有2个，请填全称：粮站、粮站。' })
  })
})
