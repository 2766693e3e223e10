import { definePaper, defineProgramme, figuresOf, gap, may } from '@luoshi/kernel'
import { plan2021, plan2022, plan2023, validity } from './notices.ts'
import { parameters } from './ratings.ts'
import { dispatches, forecast, forecastParts, summary, summaryParts } from './reports.ts'
import { indicators } from './targets.ts'

const figures = figuresOf({
  ...validity,
  basis: gap('目标数据由谁填报、谁审核没有写明', plan2022.lines(569)),
  indicators,
  reports: [may('member-unit', 'unit')],
  checks: [may('group-office', 'county')],
  reads: [may('county-leader', 'county')],
})

const dispatchPaper = definePaper({
  id: 'dispatch-form',
  title: '服务业提质增效月调度表',
  basis: plan2023.lines(1723),
  register: dispatches.id,
  head: ['月份'],
  headFields: { 月份: 'month' },
  columns: [
    { heading: '序号', field: null, isNumber: true },
    { heading: '事项', field: 'item' },
    { heading: '责任单位', field: 'unit' },
    { heading: '进展情况', field: 'progress' },
    { heading: '存在问题', field: 'problem' },
    { heading: '下一步打算', field: 'next' },
  ],
  hasTotal: false,
  foot: [],
  copies: [],
  open: [gap('月调度表的格式没有刊印', plan2023.lines(1723))],
})

/** 五台县's plans for services of 2021, 2022 and 2023: their figures, monthly reports, dispatches and ratings. */
export const serviceSector = defineProgramme({
  id: 'service-sector',
  title: '五台县推进服务业提质增效行动计划（2021—2023年）',
  basis: plan2023.lines(1515, 1725),
  ...validity,
  roles: {
    'member-unit': { title: '服务业发展领导小组成员单位', basis: plan2023.lines(1725) },
    'group-office': { title: '服务业发展领导小组办公室', basis: plan2023.lines(1723) },
    'county-leader': { title: '县领导', basis: plan2022.lines(569) },
  },
  registers: [figures.register, dispatches, forecastParts.register, summaryParts.register],
  procedures: [figures.procedure, forecastParts.procedure, summaryParts.procedure],
  rules: [...figures.rules, ...forecastParts.rules, ...summaryParts.rules],
  parameters,
  papers: [dispatchPaper],
  indicators,
  reports: [forecast, summary],
  open: [
    gap('月调度哪一天报没有写明', plan2023.lines(1723)),
    gap('各项任务都没有写明期限，由各部门定时间节点', plan2023.lines(1723)),
    gap('“通报表扬”“约谈”的标准没有写明', plan2021.lines(735)),
  ],
})
