import { conflict, defineProgramme, gap } from '@luoshi/kernel'
import { adjustment, secondPlan, validity } from './notices.ts'
import { onProgress, paidByMonth, paying, payments, progress, withinAllotment } from './payments.ts'
import {
  agreesWithText,
  comparisonPaper,
  differenceRule,
  eachOnce,
  fundsAddUp,
  planning,
  plans,
  previousThere,
} from './plans.ts'
import { printedProjects } from './printed-plan.ts'
import {
  allPosted,
  answeredFor,
  carrying,
  datesWithinPlan,
  forbiddenUses,
  householdsFirst,
  householdsPaid,
  notBelowPaid,
  notForbidden,
  projects,
  tallies,
  totalRule,
  withinPlan,
} from './projects.ts'
import { stocktakes } from './stocktakes.ts'

/** 五政发〔2021〕26号 and 五政发〔2023〕24号: pooled money by source and use, its projects, its payments by progress, and all of it on show. */
export const pooledFunds = defineProgramme({
  id: 'pooled-funds',
  title: '五台县统筹整合使用财政资金',
  basis: adjustment.lines(42, 102),
  ...validity,
  roles: {
    'pool-office': { title: '统筹整合资金管理单位', basis: adjustment.lines(96, 100) },
    government: { title: '县人民政府', basis: adjustment.lines(48) },
    township: { title: '乡（镇）人民政府', basis: adjustment.lines(96, 102) },
    department: { title: '县直各有关单位', basis: adjustment.lines(96, 102) },
  },
  registers: [plans, projects, progress, payments, forbiddenUses],
  procedures: [planning, carrying, paying],
  rules: [
    fundsAddUp,
    eachOnce,
    agreesWithText,
    previousThere,
    notForbidden,
    withinPlan,
    datesWithinPlan,
    answeredFor,
    allPosted,
    householdsPaid,
    householdsFirst,
    notBelowPaid,
    onProgress,
    withinAllotment,
  ],
  valueRules: [differenceRule, totalRule],
  parameters: [],
  papers: [comparisonPaper],
  catalogues: [printedProjects],
  tallies: [...tallies, paidByMonth],
  stocktakes,
  open: [
    gap('由哪个单位牵头管理没有写明', adjustment.lines(96, 102)),
    gap('负面清单的内容在所引的文件中，公报中没有，由管理单位登记', adjustment.lines(72)),
    gap('年初方案的数没有印出，由管理单位登记', adjustment.lines(58)),
    gap('公开和公示公告的期限没有写明', adjustment.lines(94)),
    gap('项目管理费没有写项目数', adjustment.lines(90)),
    gap('哪些是到户类项目没有写明，由经办人认定', secondPlan.lines(466)),
    gap('计划表的金额没有印单位，按正文的万元', secondPlan.lines(475, 476)),
    gap('累计拨付不超过项目资金没有明文，按核算到项目', adjustment.lines(96, 98)),
    conflict(
      '同一标题的文件一处是晋财农〔2021〕56号，一处是51号',
      adjustment.lines(70),
      adjustment.lines(72),
    ),
    conflict('政策补助类写5个项目，列了4个名称', adjustment.lines(84), adjustment.lines(86)),
    conflict('易地搬迁类的名称正文和表不同', secondPlan.lines(460), secondPlan.lines(567)),
    conflict(
      '统筹其他中央资金、统筹其他省级资金在表中写作整合中央、整合省级',
      secondPlan.lines(450),
      secondPlan.lines(476),
    ),
  ],
})
