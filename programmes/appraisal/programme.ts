import { conflict, defineProgramme, figuresOf, gap, may } from '@luoshi/kernel'
import { indicators } from './indicators.ts'
import { adjustment, assessment, commitmentReform } from './notices.ts'
import { parameters } from './parameters.ts'

const validity = { version: 1, validFrom: '2021-07-13', validTo: null } as const

const figures = figuresOf({
  ...validity,
  basis: gap('表中只有监测周期，数据怎样填报、由谁审核没有写明', assessment.lines(751)),
  indicators,
  reports: [may('responsible-unit', 'unit')],
  checks: [may('assessment-office', 'county')],
  reads: [may('county-leader', 'county')],
})

/** 五政办发〔2021〕46号 and 57号: the indicators by which the county is assessed for 2021, and their changed weights. */
export const appraisal = defineProgramme({
  id: 'appraisal',
  title: '五台县2021年高质量发展综合绩效考核',
  basis: assessment.lines(737, 788),
  ...validity,
  roles: {
    'responsible-unit': { title: '指标责任单位', basis: assessment.lines(751) },
    'assessment-office': { title: '考核牵头部门', basis: assessment.lines(743) },
    'county-leader': { title: '县领导', basis: adjustment.lines(334) },
  },
  registers: [figures.register],
  procedures: [figures.procedure],
  rules: figures.rules,
  parameters,
  papers: [],
  indicators,
  open: [
    gap('除调整通知写到的五项外，各项指标的权重没有刊印', assessment.lines(749, 788)),
    gap(
      '五台县2021年度服务业增加值总量和增量目标及责任主体分解表，正文提到，没有刊印',
      adjustment.lines(332),
    ),
    gap('责任单位为空的格按上一格填，原表的合并格已看不出', assessment.lines(751, 788)),
    gap('由哪个机构牵头考核、汇总数据没有写明', assessment.lines(743, 749)),
    conflict(
      '承诺制改革方案说这项改革已列入考核指标体系，考核指标表中没有这一项',
      commitmentReform.lines(432),
      assessment.lines(751, 788),
    ),
  ],
})
