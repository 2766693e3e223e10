import { defineParameter, gap } from '@luoshi/kernel'
import { notice, SEASON_BEGINS } from './notice.ts'

export const leastDepth = defineParameter({
  id: 'least-depth',
  title: '最低深松深度',
  unit: '厘米',
  values: [{ from: SEASON_BEGINS, value: '25', basis: notice.lines(1857) }],
})

export const mostSpacing = defineParameter({
  id: 'most-spacing',
  title: '相邻两铲最大间距与深松深度之比',
  unit: '倍',
  values: [{ from: SEASON_BEGINS, value: '2.5', basis: notice.lines(1857) }],
})

export const restYears = defineParameter({
  id: 'rest-years',
  title: '同一地块不重复深松的年数',
  unit: '年',
  values: [{ from: SEASON_BEGINS, value: 3, basis: notice.lines(1869) }],
})

export const projectTownships = defineParameter({
  id: 'project-townships',
  title: '项目乡（镇）',
  unit: '',
  values: [
    {
      from: SEASON_BEGINS,
      value: ['前所乡', '三岔镇', '胡会乡', '杏岭子乡', '李家坪乡'],
      basis: notice.lines(1869),
    },
  ],
})

export const plannedArea = defineParameter({
  id: 'planned-area',
  title: '作业任务',
  unit: '亩',
  values: [{ from: SEASON_BEGINS, value: '30000', basis: notice.lines(1851) }],
})

export const plannedMoney = defineParameter({
  id: 'planned-money',
  title: '补助资金',
  unit: '元',
  values: [{ from: SEASON_BEGINS, value: '900000', basis: notice.lines(1851) }],
})

export const subsidyRate = defineParameter({
  id: 'subsidy-rate',
  title: '补助标准',
  unit: '元/亩',
  values: [{ from: SEASON_BEGINS, value: '30', basis: notice.lines(1865) }],
})

export const samplePercent = defineParameter<string>({
  id: 'sample-percent',
  title: '抽查比例',
  unit: '%',
  form: 'decimal',
  values: [],
  gap: gap('抽查比例由领导小组决定，方案没有写明', notice.lines(1881)),
})

const unsaid = (what: string) => gap(`方案要求安装远程监测终端，没有写明${what}`, notice.lines(1873))

/** Positions further apart in time than this are not joined: the machine may have been anywhere between them. */
export const signalGap = defineParameter({
  id: 'signal-gap',
  title: '轨迹点最大间隔',
  unit: '秒',
  values: [{ from: SEASON_BEGINS, value: 10, basis: null }],
  gap: unsaid('轨迹中断多久不再连成作业'),
})

export const fastestSpeed = defineParameter({
  id: 'fastest-speed',
  title: '作业最高车速',
  unit: '公里/小时',
  values: [{ from: SEASON_BEGINS, value: 30, basis: null }],
  gap: unsaid('车速超过多少的轨迹点是定位漂移'),
})

export const leastWorkedDepth = defineParameter({
  id: 'least-worked-depth',
  title: '入土深度',
  unit: '厘米',
  values: [{ from: SEASON_BEGINS, value: '1', basis: null }],
  gap: unsaid('深度达到多少算在作业'),
})

export const parameters = [
  leastDepth,
  mostSpacing,
  restYears,
  projectTownships,
  plannedArea,
  plannedMoney,
  subsidyRate,
  samplePercent,
  signalGap,
  fastestSpeed,
  leastWorkedDepth,
]
