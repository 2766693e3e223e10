import { conflict, defineProgramme, figuresOf, gap, may } from '@luoshi/kernel'
import { evaluation, evaluationPaper, evaluations } from './evaluation.ts'
import { plan, validity } from './notice.ts'
import { indicators } from './targets.ts'

const figures = figuresOf({
  ...validity,
  basis: gap('指标数据由谁填报、谁审核没有写明', plan.lines(278)),
  indicators,
  reports: [may('member', 'unit')],
  checks: [may('committee', 'county')],
  reads: [may('committee-head', 'county')],
})

/** 五政发〔2023〕17号: the plan's 11 indicators for 2025, its monitoring and its evaluations. */
export const disabilityPlan = defineProgramme({
  id: 'disability-plan',
  title: '五台县“十四五”残疾人保障和发展规划',
  basis: plan.lines(56, 278),
  ...validity,
  roles: {
    member: { title: '残疾人工作委员会成员单位', basis: plan.lines(254) },
    committee: { title: '残疾人工作委员会办事机构', basis: plan.lines(278) },
    'committee-head': { title: '残疾人工作委员会负责人', basis: plan.lines(254) },
  },
  registers: [figures.register, evaluations],
  procedures: [figures.procedure, evaluation],
  rules: figures.rules,
  parameters: [],
  papers: [evaluationPaper],
  indicators,
  open: [
    conflict(
      '基本康复服务覆盖率，指标表写不低于85%，重点项目写90%以上，两处人群写法不同',
      plan.lines(114),
      plan.lines(192),
    ),
    conflict(
      '辅助器具适配率，指标表写不低于85%，重点项目写90%以上，两处人群写法不同',
      plan.lines(115),
      plan.lines(194),
    ),
    conflict(
      '职业技能培训，指标表写200人（没有写明期间），重点项目写每年20名以上（五年100名）',
      plan.lines(107),
      plan.lines(176),
    ),
    gap('残疾人家庭人均收入增速的目标不是数值，由人判断', plan.lines(106)),
    gap('年度监测、中期评估在什么时候做没有写明，总结评估在“十四五”时期末', plan.lines(278)),
  ],
})
