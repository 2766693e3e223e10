import { defineTimetable, timetableParts } from '@luoshi/kernel'
import { authority, enterprise, leader, member, notice, office, township, validity } from './notice.ts'

/** The dated aims of the two years. */
export const aims = defineTimetable({
  id: 'aims',
  title: '燃气安全专项整治目标进度',
  basis: notice.lines(863, 877),
  entries: [
    {
      id: 'assessment',
      title: '完成管网安全评估，制定更新改造计划',
      until: '2021-09-30',
      basis: notice.lines(863),
    },
    {
      id: 'forced-renewal',
      title: '基本完成满30年及以上管网更新',
      until: '2021-12-31',
      basis: notice.lines(863),
    },
    {
      id: 'stepwise-renewal',
      title: '基本完成使用20—30年和存在隐患管网更新',
      until: '2023-07-31',
      basis: notice.lines(863),
    },
    {
      id: 'hazards',
      title: '完成隐患排查整治和违章压占集中整治',
      until: '2021-12-31',
      basis: notice.lines(865),
    },
    { id: 'plan', title: '完成城镇燃气发展规划编制', until: '2021-12-31', basis: notice.lines(867) },
    { id: 'coal-to-gas', title: '完善农村“煤改气”各类手续', until: '2022-03-31', basis: notice.lines(873) },
    { id: 'platforms', title: '建成燃气管网监测管理平台', until: '2022-07-31', basis: notice.lines(875) },
    { id: 'measures', title: '“三项强制措施”全覆盖', until: '2022-07-31', basis: notice.lines(877) },
  ],
  reports: [authority, member, township, enterprise],
  confirms: [office],
  reads: [leader],
})

export const timetable = timetableParts(aims, validity)
