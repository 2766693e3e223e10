import {
  choice,
  count,
  defineValueRule,
  defineValueTable,
  measure,
  money,
  sumOf,
  yesNo,
} from '@luoshi/kernel'
import { notice } from './notice.ts'

export const kinds = { forest: '森林火灾', grassland: '草原火灾' } as const

export const grades = {
  special: '特别重大（Ⅰ级）',
  grave: '重大（Ⅱ级）',
  larger: '较大（Ⅲ级）',
  ordinary: '一般（Ⅳ级）',
  none: '不够等级',
} as const

export type Grade = keyof typeof grades

/** What a fire is graded by. */
export const loss = {
  kind: choice('火灾种类', kinds),
  area: measure('受害面积', '公顷'),
  deaths: count('死亡', '人'),
  injured: count('重伤', '人'),
  damage: money('直接经济损失', { help: '森林火灾不按损失定级，没有核定的填0' }),
}

export const casualties = count('死亡和重伤合计', '人')
export const grade = choice('火灾级别', grades)

/** 死亡和重伤合计, by which the fires of grassland are graded. */
export const casualtiesRule = defineValueRule({
  id: 'casualties',
  title: '死亡和重伤合计',
  basis: notice.lines(1509, 1515),
  gives: casualties,
  inputs: { deaths: loss.deaths, injured: loss.injured },
  parameters: {},
  decide: ({ deaths, injured }) => ({
    value: Number(sumOf([String(deaths), String(injured)])),
    because: `死亡${deaths}人加重伤${injured}人`,
  }),
})

type Measured = 'area' | 'deaths' | 'injured' | 'casualties' | 'damage'

/** Rows of one grade: any one of these figures, reached, is enough. */
const rows = (
  kind: keyof typeof kinds,
  value: Grade,
  line: number,
  least: Partial<Record<Measured, string>>,
) =>
  Object.entries(least).map(([figure, atLeast]) => ({
    when: { kind: { is: kind }, [figure]: { atLeast } },
    value,
    basis: notice.lines(line),
  }))

/** Both tables of the plan, the highest grade first: 以上 has the figure itself, 以下 has not. */
export const gradeRule = defineValueTable({
  id: 'grade',
  title: '火灾级别表',
  basis: notice.lines(1473, 1517),
  gives: grade,
  inputs: { ...loss, casualties },
  hit: 'first',
  rows: [
    ...rows('forest', 'special', 1489, { area: '1000', deaths: '30', injured: '100' }),
    ...rows('forest', 'grave', 1485, { area: '100', deaths: '10', injured: '50' }),
    ...rows('forest', 'larger', 1481, { area: '1', deaths: '3', injured: '10' }),
    { when: { kind: { is: 'forest' } }, value: 'ordinary', basis: notice.lines(1477) },
    ...rows('grassland', 'special', 1515, {
      area: '8000',
      deaths: '10',
      casualties: '20',
      damage: '5000000',
    }),
    ...rows('grassland', 'grave', 1509, { area: '5000', deaths: '3', casualties: '10', damage: '3000000' }),
    ...rows('grassland', 'larger', 1505, { area: '1000', deaths: '1', injured: '3', damage: '500000' }),
    ...rows('grassland', 'ordinary', 1501, { area: '10', injured: '1', damage: '5000' }),
    { when: {}, value: 'none', basis: notice.lines(1501) },
  ],
})

export const plans = {
  county: '县预案（县森防指负责）',
  township: '乡（镇）预案（乡（镇）森防指负责）',
} as const

export const plan = choice('启动的预案', plans)

/** From the third grade up the county's plan is started, for the fourth the township's; what is below, the township sees to first. */
export const planRule = defineValueTable({
  id: 'plan',
  title: '响应预案表',
  basis: notice.lines(1523, 1525),
  gives: plan,
  inputs: { grade },
  hit: 'first',
  rows: [
    {
      when: { grade: { oneOf: ['special', 'grave', 'larger'] } },
      value: 'county',
      basis: notice.lines(1523),
    },
    { when: {}, value: 'township', basis: notice.lines(1523, 1525) },
  ],
})

export const readiness = choice('临战准备', {
  none: '不作要求',
  village: '村级灭火队伍临战，乡级灭火队伍响应',
  township: '乡级灭火队伍临战，县级灭火队伍响应',
  county: '县级灭火队伍临战',
})

export const weather = {
  wind: count('预报风力', '级'),
  isDry: yesNo('干燥气候'),
}

/** Who gets ready when it is dry and the wind rises. */
export const readinessRule = defineValueTable({
  id: 'readiness',
  title: '大风天气临战准备表',
  basis: notice.lines(1527),
  gives: readiness,
  inputs: weather,
  hit: 'first',
  rows: [
    { when: { isDry: { is: false } }, value: 'none', basis: notice.lines(1527) },
    { when: { wind: { atLeast: '5' } }, value: 'county', basis: notice.lines(1527) },
    { when: { wind: { atLeast: '4' } }, value: 'township', basis: notice.lines(1527) },
    { when: { wind: { atLeast: '3' } }, value: 'village', basis: notice.lines(1527) },
    { when: {}, value: 'none', basis: notice.lines(1527) },
  ],
})
