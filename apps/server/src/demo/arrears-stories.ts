import { addDays } from '@luoshi/kernel'
import { personName, phoneNumber } from './people.ts'
import { Seeded } from './seeded.ts'
import type { DemoSetting, DemoStep, DemoStory } from './story.ts'
import { CLERK, LEADER, step, story } from './story-parts.ts'

const ARREARS = 'arrears'
const SEED = 2023_0627

const FINANCE = '县财政局'
const INDUSTRY = '县工业和信息化局'

/** How a debt goes. */
type Way = 'cleared' | 'planned' | 'late' | 'unpaid' | 'disputed' | 'resolved' | 'entered' | 'court'

interface Made {
  readonly debtor: string
  readonly debtorKind: 'organ' | 'institution' | 'large-soe'
  readonly belonging: 'department' | 'county-soe' | 'finance-soe' | 'local'
  readonly creditor: string
  readonly matter: 'goods' | 'works' | 'services'
  readonly amount: string
  readonly way: Way
  readonly wages?: string
}

const made: readonly Made[] = [
  {
    debtor: '县水利局',
    debtorKind: 'organ',
    belonging: 'department',
    creditor: '河湾建筑公司',
    matter: 'works',
    amount: '860000.00',
    way: 'planned',
    wages: '120000.00',
  },
  {
    debtor: '县第二中学',
    debtorKind: 'institution',
    belonging: 'department',
    creditor: '云岭桌椅厂',
    matter: 'goods',
    amount: '93600.50',
    way: 'cleared',
  },
  {
    debtor: '县人民医院',
    debtorKind: 'institution',
    belonging: 'department',
    creditor: '松坡药业公司',
    matter: 'goods',
    amount: '412800.00',
    way: 'late',
  },
  {
    debtor: '县文化馆',
    debtorKind: 'institution',
    belonging: 'department',
    creditor: '望月装饰公司',
    matter: 'works',
    amount: '58000.00',
    way: 'unpaid',
  },
  {
    debtor: '清源供水公司',
    debtorKind: 'large-soe',
    belonging: 'county-soe',
    creditor: '石桥管材公司',
    matter: 'goods',
    amount: '237400.00',
    way: 'planned',
  },
  {
    debtor: '清源建投公司',
    debtorKind: 'large-soe',
    belonging: 'finance-soe',
    creditor: '鹿鸣设计公司',
    matter: 'services',
    amount: '166000.00',
    way: 'disputed',
  },
  {
    debtor: '清源文旅公司',
    debtorKind: 'large-soe',
    belonging: 'county-soe',
    creditor: '白鹭广告公司',
    matter: 'services',
    amount: '34500.00',
    way: 'cleared',
  },
  {
    debtor: '清源供热公司',
    debtorKind: 'large-soe',
    belonging: 'county-soe',
    creditor: '麦田煤业公司',
    matter: 'goods',
    amount: '1290000.00',
    way: 'court',
  },
  {
    debtor: '县气象观测站',
    debtorKind: 'institution',
    belonging: 'department',
    creditor: '柳河电子公司',
    matter: 'goods',
    amount: '27800.00',
    way: 'entered',
  },
]

/** What townships owe, one after another. */
const local = [
  ['便民服务中心', '半山装修队', 'works', '46200.00', 'planned'],
  ['供水站', '枣林管道公司', 'works', '71800.00', 'cleared'],
  ['敬老院', '杏花沟粮油店', 'goods', '18300.00', 'unpaid'],
  ['林业站', '松坡苗木合作社', 'goods', '52000.00', 'late'],
  ['文化站', '龙泉印务部', 'services', '9600.00', 'resolved'],
  ['农业服务中心', '柳河农机部', 'services', '23400.00', 'cleared'],
] as const

/** The ledger of debts with their agreements and payments, leads, circulars, what is on show and projects before they begin. */
export function arrearsStories(setting: DemoSetting): readonly DemoStory[] {
  const seeded = new Seeded(SEED)
  const { today, townships, unitId } = setting
  const day = (daysAgo: number) => addDays(today, -daysAgo)
  const by = (
    unit: string | null,
    name: string,
    daysAgo: number,
    input: DemoStep['input'] = {},
  ): DemoStep => {
    const isTown = unit !== null && unit !== unitId(FINANCE) && unit !== unitId(INDUSTRY)
    return {
      ...step(name, isTown ? 'township' : 'department', daysAgo, input),
      ...(unit === null ? {} : { at: unit }),
    }
  }

  const debtStory = (
    number: string,
    { way, wages, ...debt }: Made,
    place: string | null,
    clue?: string,
  ): DemoStory => {
    const unit = place ?? unitId(debt.belonging === 'county-soe' ? INDUSTRY : FINANCE)
    const pay = (part: string, paid: string, daysAgo: number): DemoStory => ({
      ...story(ARREARS, 'paying', `${number}-${part}`, {
        by: unit === place ? 'township' : 'department',
        at: unit,
        daysAgo,
        input: { number: `还-${number}-${part}`, debt: number, paidOn: day(daysAgo), paid },
      }),
    })
    const assign: DemoStep = {
      ...step('assign', CLERK, 58, { receiver: unit }, '按清偿责任分工'),
    }
    const accept = (until: number) => by(unit, 'accept', 56, { agreeBy: day(until) })
    const half = (Number(debt.amount) / 2).toFixed(2)
    const agree = by(unit, 'agree', 40, {
      difficulty: 'funds',
      agreedOn: day(40),
      instalments: [
        { dueOn: day(20), amount: half },
        { dueOn: day(-60), amount: half },
      ],
    })
    const ways: Readonly<Record<Way, DemoStory['steps']>> = {
      cleared: [
        assign,
        accept(10),
        pay('1', half, 45),
        pay('2', (Number(debt.amount) - Number(half)).toFixed(2), 18),
        step('clear', CLERK, 15),
      ],
      planned: [
        assign,
        accept(30),
        agree,
        pay('1', half, 21),
        by(unit, 'update', 12, { progress: '第一期已按计划付清。' }),
      ],
      late: [assign, accept(10)],
      unpaid: [assign, accept(-20), pay('1', '5000.00', 9)],
      disputed: [
        assign,
        accept(-20),
        by(unit, 'update', 14, { progress: '双方对验收数量仍有分歧，已约定调解。' }),
      ],
      resolved: [
        assign,
        accept(-20),
        by(unit, 'resolve', 16, {
          resolvedOn: day(16),
          way: 'mediation',
          resolution: '经调解，双方认可对账单。',
        }),
      ],
      entered: [],
      court: [step('setOutside', CLERK, 57)],
    }
    return story(ARREARS, 'clearing', number, {
      by: CLERK,
      daysAgo: 60,
      input: {
        number,
        ...debt,
        ...(place === null ? {} : { place }),
        isPrivate: true,
        dueOn: day(seeded.between(150, 400)),
        dispute: way === 'disputed' || way === 'resolved' ? 'disputed' : 'none',
        plan: 'none',
        foundBy: clue === undefined ? seeded.oneOf(['search', 'inspection', 'audit']) : 'clue',
        ...(clue === undefined ? {} : { clue }),
        ...(wages === undefined ? {} : { wages }),
        isSuspended: false,
        isJudicial: way === 'court',
      },
      steps: ways[way],
    })
  }

  const townOf = (index: number) => {
    const township = townships[index % townships.length] ?? ''
    return { township, unit: unitId(`${township}人民政府`) }
  }
  const debts = [
    ...made.map((debt, index) => debtStory(`欠-${index + 1}`, debt, null)),
    ...local.map(([what, creditor, matter, amount, way], index) => {
      const { township, unit } = townOf(index)
      const debt: Made = {
        debtor: `${township}${what}`,
        debtorKind: 'institution',
        belonging: 'local',
        creditor,
        matter,
        amount,
        way,
      }
      return debtStory(`欠-${made.length + index + 1}`, debt, unit)
    }),
  ]

  const clue = (index: number, steps: (unit: string | null, number: string) => DemoStory['steps']) => {
    const { township, unit } = townOf(index)
    const number = `线-${index + 1}`
    return story(ARREARS, 'handling', index + 1, {
      by: CLERK,
      daysAgo: 50,
      input: {
        number,
        channel: ['12345', '省平台转办', '来信来访'][index % 3],
        complainant: personName(seeded),
        contact: phoneNumber(seeded),
        creditor: ['杏花沟苗木合作社', '石桥砂石厂', '龙泉广告部', '望月餐饮店', '半山运输队'][index % 5],
        debtor: `${township}${['村镇建设中心', '畜牧站', '综合文化站', '便民服务中心', '水管站'][index % 5]}`,
        debtorKind: 'institution',
        belonging: 'local',
        place: unit,
        amount: `${seeded.between(8, 90)}000.00`,
        content: '款项逾期没有支付，多次催要没有结果。',
        receivedOn: day(50),
      },
      steps: steps(unit, number),
    })
  }
  const refer = (unit: string | null) => step('refer', CLERK, 49, { receiver: unit }, '属地核查')
  const found = (unit: string | null, result: string) =>
    by(unit, 'investigate', 40, { result, investigation: '已核对合同、验收单和付款凭证。' })
  const clues = [
    clue(0, (unit) => [
      refer(unit),
      found(unit, 'outside'),
      by(unit, 'explain', 38, {
        toldOn: day(38),
        reasonTold: '欠款方是个体餐馆，不属于机关、事业单位和大型国有企业。',
      }),
    ]),
    clue(1, (unit) => [refer(unit), found(unit, 'undisputed'), by(unit, 'order', 39, { payBy: day(-12) })]),
    clue(2, (unit, number) => {
      const debt: Made = {
        debtor: `${townOf(2).township}综合文化站`,
        debtorKind: 'institution',
        belonging: 'local',
        creditor: '龙泉广告部',
        matter: 'services',
        amount: '31000.00',
        way: 'unpaid',
      }
      return [
        refer(unit),
        found(unit, 'undisputed'),
        debtStory('欠-31', debt, unit, number),
        by(unit, 'track', 36, { whyOpen: '镇里暂无资金，已列入下季度预算。' }),
        by(unit, 'update', 10, { progress: '已付5000元，余款下月支付。' }),
      ]
    }),
    clue(3, (unit) => [refer(unit)]),
    clue(4, () => []),
  ]

  const circular = (number: string, daysAgo: number, steps: DemoStory['steps']) =>
    story(ARREARS, 'circulating', number, {
      by: CLERK,
      daysAgo,
      input: {
        number,
        asOf: day(daysAgo),
        slow: `${townOf(3).township}人民政府`,
        demand: '对照台账逐笔定人定时间，还款协议到期的按期支付。',
      },
      steps,
    })
  const first = `${today.slice(0, 4)}年第1期`
  const listing = story(ARREARS, 'listing', 1, {
    by: CLERK,
    daysAgo: 10,
    input: { number: '督-1', circular: first, reason: '应签还款协议逾期没有签订', deadline: day(-15) },
    steps: [step('list', CLERK, 10, { receiver: townOf(3).unit }, '通报后进展仍然缓慢')],
  })
  const shown = ['县水利局', '清源供水公司', `${townOf(0).township}便民服务中心`].map((debtor, index) =>
    story(ARREARS, 'publishing', index + 1, {
      by: CLERK,
      daysAgo: 8,
      input: { number: `公-${index + 1}`, debtor, asOf: day(8) },
      steps: index === 2 ? [] : [step('publish', CLERK, 7, { publishedOn: day(7) })],
    }),
  )
  const feedback = [
    ['县水利局', '河湾建筑公司', '860000.00', 'audit'],
    ['县人民医院', '松坡药业公司', '430000.00', 'inspection'],
    ['县融媒体中心', '柳河电子公司', '64000.00', 'audit'],
  ].map(([debtor, creditor, amount, source], index) =>
    story(ARREARS, 'feedback', index + 1, {
      by: CLERK,
      daysAgo: 30,
      input: { number: `反-${index + 1}`, source, receivedOn: day(31), debtor, creditor, amount },
    }),
  )
  const sound = {
    fundSource: '专项债券',
    isFunded: true,
    isEstablished: true,
    approval: '清发改审〔2026〕19号',
  }
  const starts = [
    ['河湾村污水管网', sound],
    ['石桥镇卫生院扩建', { ...sound, isFunded: false }],
    ['云岭镇道路硬化', { isFunded: false, isEstablished: true }],
  ].map(([name, input], index) => {
    const { unit } = townOf(index)
    return story(ARREARS, 'starting', index + 1, {
      by: 'township',
      at: unit,
      daysAgo: 25,
      input: {
        number: `政-${index + 1}`,
        name,
        owner: `${townOf(index).township}人民政府`,
        investment: `${seeded.between(80, 400)}0000.00`,
        isAdvanced: index === 2,
        ...(input as object),
      },
      steps: index === 0 ? [by(unit, 'start', 20)] : [],
    })
  })
  return [
    ...debts,
    ...clues,
    circular(first, 14, [step('issue', LEADER, 12), listing]),
    circular(`${today.slice(0, 4)}年第2期`, 1, []),
    ...shown,
    ...feedback,
    ...starts,
  ]
}
