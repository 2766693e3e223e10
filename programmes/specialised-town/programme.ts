import { conflict, defineProgramme, figuresOf, gap, may } from '@luoshi/kernel'
import { notice, validity } from './notice.ts'
import { criticisedBelow, planPaper, planRows, praisedFrom, scores } from './plan.ts'
import { indicators } from './targets.ts'

const figures = figuresOf({
  ...validity,
  basis: gap('目标数据由谁填报、谁审核没有写明', notice.lines(706)),
  indicators,
  reports: [may('member', 'unit')],
  checks: [may('lead-department', 'county')],
  reads: [may('group', 'county')],
})

/** 五政办发〔2023〕19号: a town of one trade, its seven targets for 2025, its yearly plans and its appraisal. */
export const specialisedTown = defineProgramme({
  id: 'specialised-town',
  title: '五台县促进专业镇高质量发展实施方案',
  basis: notice.lines(577, 706),
  ...validity,
  roles: {
    member: { title: '领导小组成员单位', basis: notice.lines(695) },
    'lead-department': { title: '专业镇牵头部门', basis: notice.lines(700) },
    group: { title: '县专业镇发展领导小组', basis: notice.lines(685) },
  },
  registers: [figures.register, planRows, scores],
  procedures: [figures.procedure],
  rules: figures.rules,
  parameters: [praisedFrom, criticisedBelow],
  papers: [planPaper],
  indicators,
  open: [
    gap('各部门怎样计分没有写明', notice.lines(706)),
    conflict('同一机构写作县教育科技局和县教育局', notice.lines(634), notice.lines(648)),
  ],
})
