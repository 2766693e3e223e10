import {
  choice,
  count,
  defineProcedure,
  fields,
  instrument,
  may,
  measure,
  personalText,
  text,
} from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { matchHeadings } from './match-headings.ts'
import type { SheetRow } from './sheet/sheet-row.ts'
import { transferFieldsOf } from './transfer-fields.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕7号')
const procedure = defineProcedure({
  id: 'plots',
  title: '地块台账',
  basis: notice.lines(1),
  version: 1,
  validFrom: '2026-01-01',
  validTo: null,
  register: 'plots',
  subject: fields({
    number: text('地块编号'),
    area: measure('面积', '亩'),
    checkedArea: measure('面积', '平方米').optional(),
    people: count('户数', '户').optional(),
    farmer: personalText('农户姓名', 'name').optional(),
    crop: choice('作物', { maize: '玉米' }).optional(),
  }),
  access: { read: [may('clerk', 'county')] },
  lookups: {},
  opening: { title: '登记', by: [may('clerk', 'county')], basis: notice.lines(1) },
  initial: 'current',
  states: { current: { title: '在册', final: 'completed', on: {} } },
  limits: {},
})
const known = transferFieldsOf(procedure)

const row = (line: number, ...texts: string[]): SheetRow => ({
  line,
  cells: texts.map((value) => (value === '' ? null : { kind: 'text', text: value })),
})
const match = (...rows: SheetRow[]) => {
  const found = matchHeadings(rows, known)
  if (found.kind === 'refused') return found.messages
  return {
    fields: [...found.fields].map(([column, { name }]) => `${column} ${name}`),
    unused: found.unused,
    line: found.line,
    unit: found.unit,
  }
}

describe('headings', () => {
  it('are labels or names, in any order, with units in either brackets, spaces and signs of what is required', () => {
    expect(
      match(row(1, '序号', ' 户数 (户)', '地块编号*', '面积（亩）', 'crop', '所属机构', '备用')),
    ).toEqual({
      fields: ['1 people', '2 number', '3 area', '4 crop'],
      unused: ['备用'],
      line: 1,
      unit: 5,
    })
  })

  it('may stand below a title, and on two rows of which the upper is merged', () => {
    expect(
      match(
        row(1, '清源县地块登记表'),
        row(3, '地块编号', '面积情况', '面积情况', '农户姓名'),
        row(4, '地块编号', '面积（亩）', '面积（平方米）', ''),
        row(5, '三岔-1', '12.5', '8333', '李田喜'),
      ),
    ).toEqual({
      fields: ['0 number', '1 area', '2 checkedArea', '3 farmer'],
      unused: [],
      line: 4,
      unit: null,
    })
  })

  it('are refused where a needed one is missing, one is there twice, or one could be two', () => {
    expect(match(row(1, '地块编号', '地块编号', '户数'))).toEqual([
      '“地块编号”有两列：A列和B列，只应有一列。',
      '缺少必填的列：面积（亩）。',
    ])
    expect(match(row(1, '地块编号', '面积'))).toEqual([
      '表头“面积”对得上不止一项，请改用字段名或写明单位。',
      '缺少必填的列：面积（亩）。',
    ])
    expect(match(row(1, '姓名', '电话'))).toEqual([
      '前20行里没有找到表头，表头应有：地块编号、面积（亩）、面积（平方米）、户数（户）、农户姓名、作物。',
    ])
  })
})
