import { describe, expect, it } from 'vitest'
import { defineParameter } from './parameter.ts'
import { findValueForm, parameterValueText, readParameterValue, writtenFormText } from './parameter-value.ts'

const basis = null
const depth = defineParameter({
  id: 'depth',
  title: '深度',
  unit: '厘米',
  values: [{ from: '2026-01-01', value: '25', basis }],
})
const days = defineParameter<number>({ id: 'days', title: '期限', unit: '日', form: 'whole', values: [] })
const counted = defineParameter<'day' | 'workday'>({
  id: 'counted',
  title: '怎样计日',
  unit: '',
  choices: { day: '自然日', workday: '工作日' },
  values: [],
})
const towns = defineParameter({
  id: 'towns',
  title: '项目乡（镇）',
  unit: '',
  values: [{ from: '2026-01-01', value: ['石泉镇'], basis }],
})

describe('a value that a county writes', () => {
  it('is read as the declared values are', () => {
    expect(readParameterValue(depth, ' 24.9 ')).toBe('24.9')
    expect(readParameterValue(depth, '约25')).toBeNull()
    expect(readParameterValue(towns, '石泉镇、柳沟乡')).toEqual(['石泉镇', '柳沟乡'])
  })

  it('is read by its form where none is declared: days are a whole number, not a text', () => {
    expect(readParameterValue(days, '10')).toBe(10)
    expect(readParameterValue(days, '10.5')).toBeNull()
    expect(findValueForm({ values: [], unit: '' })).toBeUndefined()
  })

  it('is a day of the calendar where its form says so', () => {
    const begins = defineParameter<string>({
      id: 'begins',
      title: '起始日期',
      unit: '',
      form: 'date',
      values: [],
    })
    expect(readParameterValue(begins, ' 2023-01-14 ')).toBe('2023-01-14')
    expect(['2023-02-29', '腊月二十三'].map((written) => readParameterValue(begins, written))).toEqual([
      null,
      null,
    ])
    expect(writtenFormText(begins)).toBe('日期，如2026-03-02')
  })

  it('is chosen by its label, never by an English word', () => {
    expect(readParameterValue(counted, '工作日')).toBe('workday')
    expect(readParameterValue(counted, '周日')).toBeNull()
    expect(writtenFormText(counted)).toBe('自然日或者工作日')
  })

  it('reads with its unit or its label', () => {
    expect([
      parameterValueText(depth, '25'),
      parameterValueText(counted, 'workday'),
      parameterValueText(towns, ['石泉镇', '柳沟乡']),
    ]).toEqual(['25厘米', '工作日', '石泉镇、柳沟乡'])
    expect([writtenFormText(depth), writtenFormText(days), writtenFormText(towns)]).toEqual([
      '数，如12.5',
      '整数',
      '用顿号隔开的几个值',
    ])
  })
})
