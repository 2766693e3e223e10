import { defineProgramme, figuresOf, gap, may } from '@luoshi/kernel'
import { assessments, circular, circularPaper, circulars, yearEndShare } from './assessment.ts'
import { notice, validity } from './notice.ts'
import { indicators } from './targets.ts'

const figures = figuresOf({
  ...validity,
  basis: gap('目标数据怎样填报没有写明，填报和审核由不同的人负责', notice.lines(431)),
  indicators,
  reports: [may('assessed-unit', 'unit')],
  checks: [may('river-office', 'county')],
  reads: [may('chief', 'county')],
})

/** 五政办发〔2021〕60号: the year's targets of the river and lake chiefs, and how units are assessed. */
export const riverChiefs = defineProgramme({
  id: 'river-chiefs',
  title: '2021年五台县河湖长制工作要点',
  basis: notice.lines(383, 557),
  ...validity,
  roles: {
    'assessed-unit': { title: '被考核单位', basis: notice.lines(543) },
    'river-office': { title: '县河长制办公室', basis: notice.lines(499) },
    chief: { title: '县级河湖长', basis: notice.lines(543) },
  },
  registers: [figures.register, assessments, circulars],
  procedures: [figures.procedure, circular],
  rules: figures.rules,
  parameters: [yearEndShare],
  papers: [circularPaper],
  indicators,
  open: [
    gap('8个涉河建设项目检查20%是1.6个，怎样取整没有写明', notice.lines(449)),
    gap('年终考核的办法另行完善，没有刊印', notice.lines(543)),
  ],
})
