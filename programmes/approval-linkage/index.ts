import { defineProgramme, gap } from '@luoshi/kernel'
import { indicators, push, roles } from './linkage.ts'
import { certificates, notice, packages, results, services, villages } from './registers.ts'
import { stocktakes, villageShare } from './stocktakes.ts'

/** 五政办发〔2021〕48号: approval in one hand, supervision in others, and what each tells the other. */
export const approvalLinkage = defineProgramme({
  id: 'approval-linkage',
  title: '五台县审批服务协同联动',
  basis: notice.lines(880, 956),
  version: 1,
  validFrom: '2021-07-13',
  validTo: null,
  roles,
  registers: [services, packages, villages, certificates, results],
  procedures: [push],
  rules: [],
  parameters: [villageShare],
  papers: [],
  indicators,
  stocktakes,
  open: [gap('监管意见“在1个工作日内”从何时起算没有写明，按作出决定或者建议之日起算', notice.lines(934))],
})
