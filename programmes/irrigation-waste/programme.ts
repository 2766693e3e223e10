import { defineProgramme } from '@luoshi/kernel'
import { campaign, irrigationWaste, summaries, townshipSummary } from './campaign.ts'
import { notice, validity } from './notice.ts'

/** 五政办发〔2021〕53号: 14 kinds of problem found by the towns, fixed and struck off by 31 October 2021, looked at again. */
export const irrigationWasteProgramme = defineProgramme({
  id: 'irrigation-waste',
  title: '五台县农田灌溉用水浪费现象专项整治',
  basis: notice.lines(203, 316),
  ...validity,
  roles: {
    'township-group': { title: '乡（镇）专项整治工作领导小组', basis: notice.lines(294) },
    department: { title: '整改部门', basis: notice.lines(294) },
    'county-office': { title: '县领导小组办公室', basis: notice.lines(251) },
    'county-leader': { title: '县领导小组', basis: notice.lines(227, 249) },
  },
  registers: [campaign.register, summaries.register],
  procedures: [campaign.procedure, summaries.procedure],
  rules: [...campaign.rules, ...summaries.rules],
  parameters: [],
  papers: [],
  reports: [townshipSummary],
  campaigns: [irrigationWaste],
  open: [],
})
