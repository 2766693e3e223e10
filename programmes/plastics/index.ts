import { defineProgramme, gap } from '@luoshi/kernel'
import { banned, bans, changes, changing, checking, parts, uses } from './bans.ts'
import { figures, indicators } from './courier.ts'
import {
  bothPunished,
  following,
  hotlineNumbered,
  leads,
  majorTypical,
  thinBagCase,
  thinBagCases,
} from './leads.ts'
import { film, filmByUnit, usageReports } from './ledgers.ts'
import { notice, validity } from './notice.ts'

/** 五政办发〔2021〕47号: what of plastics is banned where and when, reports, ledgers, leads and cases. */
export const plastics = defineProgramme({
  id: 'plastics',
  title: '五台县加快推进塑料污染治理行动方案',
  basis: notice.lines(790, 878),
  ...validity,
  roles: {
    office: { title: '县塑料污染治理工作领导小组办公室', basis: notice.lines(870) },
    department: { title: '县直有关部门', basis: notice.lines(864, 866) },
    reporter: { title: '报告单位', basis: notice.lines(830) },
  },
  registers: [changes, uses, usageReports, film, figures.register, leads, thinBagCases],
  procedures: [changing, checking, figures.procedure, following, thinBagCase],
  rules: [parts.rule, banned, ...figures.rules, hotlineNumbered, majorTypical, bothPunished],
  parameters: [],
  papers: [],
  indicators,
  catalogues: [bans],
  tallies: [filmByUnit],
  open: [
    gap('“到某年底”没有写明是否含12月31日，目录按当日起禁限', notice.lines(812)),
    gap('具体禁限种类、要求和任务进度见附件3，附件没有登载', notice.lines(812)),
    gap('快递各项比例没有写明哪一年达到', notice.lines(844)),
    gap('使用、回收报告的周期没有写明', notice.lines(830)),
    gap('双罚的罚款数额没有写明', notice.lines(826, 828)),
  ],
})
