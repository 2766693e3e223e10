import { defineProgramme, gap } from '@luoshi/kernel'
import { circular, circularPaper } from './circular.ts'
import { duty } from './duty.ts'
import { rule13710, wutaiNotice, wuzhaiNotice } from './notices.ts'
import { parameters } from './parameters.ts'
import { registers } from './registers.ts'
import { rules } from './rules.ts'

/** The working rule 13710: what is ordered is given out, answered, done, checked by another and struck off. */
export const supervision = defineProgramme({
  id: 'supervision',
  title: '任务督办（13710工作制度）',
  basis: wutaiNotice.lines(729, 883),
  isGeneral: true,
  version: 1,
  validFrom: '2022-09-21',
  validTo: null,
  roles: {
    'supervision-clerk': { title: '督查室经办人', basis: rule13710 },
    'supervision-chief': { title: '督查室负责人', basis: rule13710 },
    handler: { title: '承办机构经办人', basis: wutaiNotice.lines(877) },
    'county-leader': { title: '县领导', basis: rule13710 },
  },
  registers,
  procedures: [duty, circular],
  rules,
  parameters,
  papers: [circularPaper],
  open: [
    gap('“13710工作制度”只提到名称，没有写明内容，五寨县的方案也是这样', wuzhaiNotice.lines(2677)),
    gap('能否延期、延几次没有写明：一般事项至多延一个同样长的期限，其他事项由批准人定日期', rule13710),
    gap('通报的格式、表扬和排名的办法没有写明，按按期办结的比例', rule13710),
  ],
})
