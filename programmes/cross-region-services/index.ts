import { defineProgramme, gap } from '@luoshi/kernel'
import { appointing, complaining, crediting, intake, mending, publishing } from './procedures.ts'
import {
  agreements,
  applications,
  complaints,
  creditEntries,
  findings,
  notice,
  services,
  steps,
  testers,
} from './registers.ts'
import {
  crossProvinceCount,
  materialsThere,
  partnerAgreed,
  placeForTester,
  readyToPublish,
  testersAtMost,
  wholeProvinceCount,
} from './rules.ts'
import { stocktakes } from './stocktakes.ts'

/** 五政办发〔2021〕63号: services asked for anywhere and decided at home, across provinces, the province and regions. */
export const crossRegionServices = defineProgramme({
  id: 'cross-region-services',
  title: '五台县政务服务“跨省通办”“全省通办”',
  basis: notice.lines(697, 837),
  version: 1,
  validFrom: '2021-09-22',
  validTo: null,
  roles: {
    'approval-bureau': { title: '县行政审批服务管理局', basis: notice.lines(827) },
    counter: { title: '综合受理窗口', basis: notice.lines(741, 759) },
    department: { title: '属地办理部门', basis: notice.lines(759) },
    partner: { title: '合作地区的窗口', basis: notice.lines(785) },
  },
  registers: [services, agreements, applications, creditEntries, complaints, testers, findings, steps],
  procedures: [publishing, intake, crediting, complaining, appointing, mending],
  rules: [readyToPublish, materialsThere, partnerAgreed, placeForTester],
  parameters: [testersAtMost],
  papers: [],
  indicators: [crossProvinceCount, wholeProvinceCount],
  stocktakes,
  open: [
    gap('各步骤的办理时限没有写明，只记录每一步的时间', notice.lines(759)),
    gap('跨省递送的费用没有写明', notice.lines(817)),
    gap('投诉办理的期限没有写明，由经办人填写', notice.lines(815)),
  ],
})
