import {
  choice,
  defineRegister,
  defineReport,
  fields,
  gap,
  longText,
  may,
  reportParts,
  text,
  unit,
} from '@luoshi/kernel'
import { plan2021, plan2023, validity } from './notices.ts'
import { planItems } from './plan-items.ts'

const due = (day: number, covers: 'this' | 'previous') => ({
  turn: { kind: 'monthly' as const, days: [day] },
  covers,
  isDayIncluded: true,
  movesToWorkday: false,
  basis: gap(`“每月${day}日前”是否含当日没有写明，按含当日`, plan2021.lines(731)),
})

const monthly = {
  basis: plan2021.lines(731),
  owedBy: 'member-unit',
  owedTo: 'group-office',
  from: '2021-07-13',
  until: '2021-12-31',
}

/** By the 20th: what this month will come to. */
export const forecast = defineReport({
  ...monthly,
  id: 'monthly-forecast',
  title: '当月工作进展分析预测',
  fields: fields({ forecast: longText('分析预测') }),
  due: due(20, 'this'),
})

/** By the 2nd: what the last month came to. */
export const summary = defineReport({
  ...monthly,
  id: 'monthly-summary',
  title: '上月工作完成情况总结',
  fields: fields({ done: longText('完成情况'), problems: longText('存在问题').optional() }),
  due: due(2, 'previous'),
})

export const forecastParts = reportParts(forecast, validity, [may('county-leader', 'county')])
export const summaryParts = reportParts(summary, validity, [may('county-leader', 'county')])

const member = may('member-unit', 'unit')
const office = may('group-office', 'county')

/** 月调度: what each unit says of each item, month by month. */
export const dispatches = defineRegister({
  id: 'dispatches',
  title: '月调度表',
  basis: plan2023.lines(1723),
  fields: fields({
    month: text('月份', { help: '如2023-09' }),
    item: choice(
      '事项',
      Object.fromEntries(planItems.map(({ number, title }) => [String(number), `${number}.${title}`])),
    ),
    unit: unit('责任单位'),
    progress: longText('进展情况'),
    problem: longText('存在问题').optional(),
    next: longText('下一步打算'),
  }),
  key: ['month', 'item', 'unit'],
  access: { read: [member, office, may('county-leader', 'county')], write: [member] },
})
