import { count, defineReport, fields, gap, longText, may, type Report, reportParts } from '@luoshi/kernel'
import { government, plan, scheme, validity } from './notices.ts'

const lastOf = (kind: 'quarterly' | 'half-yearly') =>
  kind === 'quarterly'
    ? ({ kind, month: 3, day: 'last' } as const)
    : ({ kind, month: 6, day: 'last' } as const)

/** 每半年提请政府常务会议研究 */
const halfYearly = defineReport({
  id: 'half-yearly-study',
  title: '消防工作半年报告（提请政府常务会议研究）',
  basis: plan.lines(666),
  owedBy: 'brigade',
  owedTo: 'government',
  fields: fields({
    fires: count('火灾起数', '起'),
    deaths: count('亡人', '人'),
    injured: count('伤人', '人'),
    situation: longText('消防安全形势和工作情况'),
    matters: longText('提请研究的重大问题'),
  }),
  due: {
    turn: lastOf('half-yearly'),
    covers: 'this',
    isDayIncluded: true,
    movesToWorkday: false,
    basis: gap('每半年在哪一天前提请没有写明，按半年末日', plan.lines(666)),
  },
  from: '2022-12-31',
  until: null,
})

/** 年度消防工作述职 */
const yearly = defineReport({
  id: 'yearly-account',
  title: '年度消防工作述职',
  basis: plan.lines(666),
  owedBy: 'township',
  owedTo: 'committee',
  fields: fields({ account: longText('履职情况'), problems: longText('问题和下一年打算') }),
  due: {
    turn: { kind: 'yearly', month: 12, day: 'last' },
    covers: 'this',
    isDayIncluded: true,
    movesToWorkday: false,
    basis: gap('述职在哪一天前、由哪些单位述职没有写明，按乡（镇）年末', plan.lines(666)),
  },
  from: '2022-12-31',
  until: null,
})

/** 消防设施、餐饮场所、重点部位每季度检查评估 */
const mallChecks = defineReport({
  id: 'mall-checks',
  title: '大型商业综合体季度消防安全检查评估',
  basis: plan.lines(680),
  owedBy: 'mall',
  owedTo: 'brigade',
  fields: fields({
    facilities: longText('消防设施检查评估'),
    catering: longText('餐饮场所检查评估'),
    keyParts: longText('重点部位检查评估'),
    hazards: count('发现隐患', '条'),
  }),
  due: {
    turn: lastOf('quarterly'),
    covers: 'this',
    isDayIncluded: true,
    movesToWorkday: false,
    basis: gap('“每季度”在哪一天前没有写明，按季度末日', plan.lines(680)),
  },
  from: '2022-12-31',
  until: null,
})

/** 每半年组织消防演练 */
const mallDrills = defineReport({
  id: 'mall-drills',
  title: '大型商业综合体半年消防演练',
  basis: plan.lines(680),
  owedBy: 'mall',
  owedTo: 'brigade',
  fields: fields({ people: count('参加人数', '人'), account: longText('演练情况') }),
  due: {
    turn: lastOf('half-yearly'),
    covers: 'this',
    isDayIncluded: true,
    movesToWorkday: false,
    basis: gap('“每半年”在哪一天前没有写明，按半年末日', plan.lines(680)),
  },
  from: '2022-12-31',
  until: null,
})

/** 年度工作计划安排 */
const yearPlan = defineReport({
  id: 'year-plan',
  title: '消防规划年度工作计划',
  basis: scheme.lines(1398),
  owedBy: 'township',
  owedTo: 'committee',
  fields: fields({ schedule: longText('时间表、路线图、优先序'), tasks: longText('年度任务') }),
  due: {
    turn: { kind: 'yearly', month: 12, day: 'last' },
    covers: 'next',
    isDayIncluded: true,
    movesToWorkday: false,
    basis: gap('年度工作计划在哪一天前提出没有写明，按上年末日', scheme.lines(1398)),
  },
  from: '2022-12-31',
  until: null,
})

export const reports: readonly Report[] = [halfYearly, yearly, mallChecks, mallDrills, yearPlan]

/** Where they are kept, how they are sent and taken. */
export const parts = reports.map((report) =>
  reportParts(report, validity, [government, may('committee', 'county')]),
)
