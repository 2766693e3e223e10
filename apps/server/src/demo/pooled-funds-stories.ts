import { addDays } from '@luoshi/kernel'
import type { DemoSetting, DemoStep, DemoStory } from './story.ts'
import { DEPARTMENT, LEADER, step, story } from './story-parts.ts'

const FUNDS = 'pooled-funds'
const TOWNSHIP = 'township'

type Shares = Readonly<Record<string, string>>

interface Made {
  readonly useClass: string
  readonly village: string
  readonly name: string
  readonly content: string
  readonly goal?: string
  readonly shares: Shares
  readonly nature?: string
  readonly isHousehold?: boolean
  readonly reached: 'closed' | 'completed' | 'paid' | 'building' | 'late' | 'pooled'
}

/** Projects of the plan as it was adjusted; a careful reader finds something in a few of them. */
const made: readonly Made[] = [
  {
    useClass: 'industry',
    village: '河湾村',
    name: '食用菌大棚',
    content: '新建大棚10座，配套冷库1座。',
    goal: '带动12户30人，户均增收3000元。',
    shares: { central: '200', provincial: '60' },
    reached: 'closed',
  },
  {
    useClass: 'industry',
    village: '石门村',
    name: '屋顶光伏',
    content: '新建170千瓦屋顶光伏。',
    goal: '壮大村集体经济，每年约5.5万元。',
    shares: { central: '120' },
    reached: 'completed',
  },
  {
    useClass: 'industry',
    village: '柳树湾村',
    name: '屋顶光伏',
    content: '新建140千瓦屋顶光伏。',
    goal: '壮大村集体经济。',
    shares: { central: '120' },
    reached: 'paid',
  },
  {
    useClass: 'industry',
    village: '河湾',
    name: '羊舍扩建',
    content: '扩建羊舍400平米2座，长22.5米，宽18米。',
    shares: { central: '60', carriedOver: '40' },
    nature: 'extension',
    reached: 'late',
  },
  {
    useClass: 'infrastructure',
    village: '东沟村',
    name: '街巷硬化',
    content: '硬化街巷6000平米。',
    goal: '方便群众出行。',
    shares: { provincial: '150' },
    reached: 'paid',
  },
  {
    useClass: 'infrastructure',
    village: '上河村',
    name: '饮水管网',
    content: '铺设管道1700米，入户85户。',
    goal: '解决85户饮水问题。',
    shares: { county: '120' },
    reached: 'building',
  },
  {
    useClass: 'infrastructure',
    village: '西坪村',
    name: '数字乡村建设项目',
    content: '数字乡村建设项目。',
    goal: '提升村级管理。',
    shares: { county: '60', provincial: '50' },
    reached: 'pooled',
  },
  {
    useClass: 'policy',
    village: '全县',
    name: '务工就业稳岗补贴',
    content: '对外出务工的脱贫劳动力发放稳岗补贴。',
    goal: '补贴800人。',
    shares: { central: '40' },
    isHousehold: true,
    reached: 'building',
  },
  {
    useClass: 'resettlement',
    village: '南梁新区',
    name: '安置区充电桩',
    content: '安装充电桩12个。',
    goal: '服务搬迁群众。',
    shares: { central: '60' },
    reached: 'building',
  },
]

/** Pooled money: a plan, its adjustment, its projects with their payments, and one plan that is not on show yet. */
export function pooledFundsStories({ today, townships, unitId }: DemoSetting): readonly DemoStory[] {
  const day = (daysAgo: number) => addDays(today, -daysAgo)
  const year = today.slice(0, 4)
  const [initial, midyear, batch] = [`${year}年年初`, `${year}年年中调整`, `${year}年第二批`]
  const publish = (daysAgo: number) => step('publish', DEPARTMENT, daysAgo, { publishedOn: day(daysAgo) })
  const forbidden = [
    ['办公楼', '晋财农〔2021〕45号'],
    ['公务用车', '晋财农〔2021〕45号'],
    ['偿还债务', '晋财农〔2021〕56号'],
  ].map(([phrase, document], index) =>
    story(FUNDS, 'forbidden-uses', index + 1, {
      by: DEPARTMENT,
      daysAgo: 100,
      input: { number: String(index + 1), phrase, list: '财政衔接资金管理的文件', document },
    }),
  )
  const adjusted = story(FUNDS, 'planning', 2, {
    by: DEPARTMENT,
    daysAgo: 90,
    input: {
      number: midyear,
      kind: 'midyear',
      previous: initial,
      total: '1400',
      sources: [
        { source: 'central', amount: '860' },
        { source: 'provincial', amount: '300' },
        { source: 'county', amount: '200' },
        { source: 'carriedOver', amount: '40' },
      ],
      uses: [
        { useClass: 'industry', amount: '760', projects: 4 },
        { useClass: 'infrastructure', amount: '520', projects: 3 },
        { useClass: 'policy', amount: '40', projects: 1 },
        { useClass: 'resettlement', amount: '60', projects: 1 },
        { useClass: 'management', amount: '20' },
      ],
      completeBy: day(-20),
      householdsBy: day(10),
    },
    steps: [step('approve', LEADER, 88), publish(87)],
  })
  const first = story(FUNDS, 'planning', 1, {
    by: DEPARTMENT,
    daysAgo: 98,
    input: {
      number: initial,
      kind: 'initial',
      total: '1300',
      sources: [
        { source: 'central', amount: '800' },
        { source: 'provincial', amount: '300' },
        { source: 'county', amount: '200' },
      ],
      uses: [
        { useClass: 'industry', amount: '700', projects: 4 },
        { useClass: 'infrastructure', amount: '500', projects: 3 },
        { useClass: 'management', amount: '100' },
      ],
    },
    steps: [
      step('approve', LEADER, 97),
      publish(96),
      adjusted,
      step('supersede', DEPARTMENT, 86, {}, '年中调整后按新方案执行'),
    ],
  })
  const second = story(FUNDS, 'planning', 3, {
    by: DEPARTMENT,
    daysAgo: 9,
    input: {
      number: batch,
      kind: 'batch',
      total: '180',
      sources: [{ source: 'city', amount: '180' }],
      uses: [{ useClass: 'infrastructure', amount: '180', projects: 4 }],
    },
    steps: [step('approve', LEADER, 8)],
  })

  const projects = made.map((one, index) => {
    const township = townships[index % 4] ?? ''
    const at = unitId(`${township}人民政府`)
    const number = `统-${index + 1}`
    const inTownship = (done: DemoStep): DemoStep => ({ ...done, ...(at === null ? {} : { at }) })
    const progress = (part: string, daysAgo: number, percent: string) =>
      story(FUNDS, 'progress', `${index + 1}-${part}`, {
        by: TOWNSHIP,
        at,
        daysAgo,
        input: {
          number: `进-${index + 1}-${part}`,
          project: number,
          reportedOn: day(daysAgo),
          percent,
          note: '按设计施工，质量合格。',
        },
      })
    const pay = (part: string, daysAgo: number, shares: Shares) =>
      story(FUNDS, 'paying', `${index + 1}-${part}`, {
        by: DEPARTMENT,
        daysAgo,
        input: {
          number: `拨-${index + 1}-${part}`,
          project: number,
          progress: `进-${index + 1}-${part}`,
          paidOn: day(daysAgo),
          payee: '清源建筑工程公司',
          ...shares,
        },
      })
    const share = (times: number) =>
      Object.fromEntries(
        Object.entries(one.shares).map(([source, amount]) => [source, String(Number(amount) * times)]),
      )
    const begin = inTownship(step('begin', TOWNSHIP, 70, { begunOn: day(70) }))
    const prepare = inTownship(
      step('prepare', TOWNSHIP, 72, { planDocument: `${one.name}实施方案`, responsible: '分管副乡（镇）长' }),
    )
    const postAt = (daysAgo: number, what: 'arrangement' | 'use') =>
      inTownship(
        step('post', TOWNSHIP, daysAgo, {
          [`${what}InTownship`]: day(daysAgo),
          [`${what}InVillage`]: day(daysAgo),
        }),
      )
    const complete = inTownship(step('complete', TOWNSHIP, 20, { completedOn: day(20) }))
    const firstPay = [progress('1', 45, '50'), pay('1', 42, share(0.5))]
    const ways: Readonly<Record<Made['reached'], DemoStory['steps']>> = {
      closed: [
        prepare,
        begin,
        postAt(68, 'arrangement'),
        ...firstPay,
        progress('2', 22, '100'),
        pay('2', 21, share(0.5)),
        complete,
        postAt(16, 'use'),
        step('close', DEPARTMENT, 12),
      ],
      completed: [prepare, begin, postAt(68, 'arrangement'), ...firstPay, complete],
      paid: [prepare, begin, postAt(68, 'arrangement'), ...firstPay],
      building: [begin, progress('1', 30, '35')],
      late: [begin],
      pooled: [],
    }
    return story(FUNDS, 'carrying', index + 1, {
      by: DEPARTMENT,
      unit: at,
      daysAgo: 80,
      input: {
        number,
        plan: midyear,
        useClass: one.useClass,
        township,
        village: one.village,
        name: one.name,
        nature: one.nature ?? 'new',
        implementer: `${township}人民政府`,
        content: one.content,
        ...(one.goal === undefined ? {} : { goal: one.goal }),
        ...one.shares,
        isHousehold: one.isHousehold ?? false,
        completeBy: one.reached === 'late' ? day(5) : day(-20),
        ...(one.isHousehold ? { householdsBy: day(10) } : {}),
      },
      steps: ways[one.reached],
    })
  })
  return [...forbidden, first, second, ...projects]
}
