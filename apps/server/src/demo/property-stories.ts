import { addDays } from '@luoshi/kernel'
import { personName, phoneNumber } from './people.ts'
import { Seeded } from './seeded.ts'
import type { DemoSetting, DemoStep, DemoStory } from './story.ts'
import { CLERK, DEPARTMENT, LEADER, step, story } from './story-parts.ts'

const PROGRAMME = 'property-management'
const TOWNSHIP = 'township'
const SEED = 2022_0907

/** A community in one of the townships. */
interface MadeCommunity {
  readonly name: string
  readonly households: number
  readonly committee: 'none' | 'elected' | 'acting'
  readonly mode: 'company' | 'owners' | 'manager' | 'trust' | 'lost'
  /** Whether its hand-over was inspected and filed; a new one says how far it is. */
  readonly handover: 'filed' | 'inspected' | 'none' | 'new'
}

const made: readonly MadeCommunity[] = [
  { name: '杏花苑', households: 420, committee: 'elected', mode: 'company', handover: 'filed' },
  { name: '清水佳园', households: 680, committee: 'elected', mode: 'company', handover: 'filed' },
  { name: '龙泉花城', households: 910, committee: 'acting', mode: 'company', handover: 'inspected' },
  { name: '石桥新居', households: 260, committee: 'elected', mode: 'company', handover: 'none' },
  { name: '柳岸小区', households: 180, committee: 'acting', mode: 'owners', handover: 'none' },
  { name: '粮站家属院', households: 64, committee: 'none', mode: 'lost', handover: 'none' },
  { name: '云岭公寓', households: 150, committee: 'acting', mode: 'manager', handover: 'none' },
  { name: '鹿鸣湾', households: 520, committee: 'elected', mode: 'company', handover: 'filed' },
  { name: '麦田家园', households: 96, committee: 'none', mode: 'trust', handover: 'none' },
  { name: '望月府', households: 340, committee: 'none', mode: 'company', handover: 'new' },
]

/** Communities, companies with their ratings, disputes at each level, funds, arrears, unpaid fees. */
export function propertyStories({ today, townships, unitId }: DemoSetting): readonly DemoStory[] {
  const seeded = new Seeded(SEED)
  const day = (daysAgo: number) => addDays(today, -daysAgo)
  const year = today.slice(0, 4)
  const past = String(Number(year) - 1)
  const placeOf = (index: number) => unitId(`${townships[index % 5] ?? ''}人民政府`)
  const at = (index: number, one: DemoStep): DemoStep => ({ ...one, at: placeOf(index) ?? '' })
  const told = (
    procedure: string,
    number: string,
    by: string,
    place: string | null,
    daysAgo: number,
    input: DemoStep['input'],
    steps: DemoStory['steps'] = [],
  ) => story(PROGRAMME, procedure, number, { by, at: place, daysAgo, input: { number, ...input }, steps })
  const kept = (register: string, number: string, daysAgo: number, input: DemoStep['input']) =>
    told(register, number, CLERK, null, daysAgo, input)

  const inspection = (index: number, action: 'inspect' | 'inspectLate', daysAgo: number) =>
    at(
      index,
      step(action, TOWNSHIP, daysAgo, {
        inspectedOn: day(daysAgo),
        parties: ['developer', 'company', 'department'],
        inspectionReport: '共用部位和设施设备逐项查验，三处问题已列清单限期整改。',
      }),
    )
  const communities = made.map(({ name, households, committee, mode, handover }, index) => {
    const isNew = handover === 'new'
    const committeeStep = {
      none: [],
      elected: [
        at(
          index,
          step('elect', TOWNSHIP, 70, {
            committee: 'elected',
            committeeOn: `${past}-06-01`,
            members: 7,
            partyMembers: 4,
            hasParty: true,
          }),
        ),
      ],
      acting: [
        at(
          index,
          step('act', TOWNSHIP, 70, { committee: 'acting', committeeOn: `${past}-10-01`, hasParty: true }),
        ),
      ],
    }[committee]
    const late = {
      filed: [
        inspection(index, 'inspectLate', 60),
        step('fileInspectionLate', CLERK, 55, { inspectionFiledOn: day(55) }),
      ],
      inspected: [inspection(index, 'inspectLate', 20)],
      none: [],
      new: [],
    }[handover]
    const steps = isNew
      ? [
          step('complete', CLERK, 40, { completedOn: day(41) }),
          step('tender', CLERK, 30, { tenderedOn: day(30), company: '企-1' }),
          inspection(index, 'inspect', 12),
        ]
      : [at(index, step('takeIn', TOWNSHIP, 79)), ...committeeStep, ...late]
    return told(
      'community',
      `区-${index + 1}`,
      TOWNSHIP,
      placeOf(index),
      80,
      {
        name,
        address: `${seeded.oneOf(['新城路', '河滨路', '东大街'])}${seeded.between(1, 90)}号`,
        households,
        stage: isNew ? 'new' : 'existing',
        committee: 'none',
        mode,
        ...(mode === 'company' ? { company: `企-${(index % 3) + 1}` } : {}),
        renewal: mode === 'lost' || mode === 'trust' ? 'unplanned' : 'no',
      },
      steps,
    )
  })

  const companies = ['松坡物业公司', '清源家园物业公司', '望月物业公司'].map((name, index) =>
    kept('companies', `企-${index + 1}`, 85, {
      name,
      manager: personName(seeded),
      contact: phoneNumber(seeded),
      communities: 2 + index,
      hasParty: index === 2 ? 'none' : 'joint',
    }),
  )
  const negatives = [
    ['trade', '占用、堵塞消防通道不劝阻不报告'],
    ['trade', '不按公示的项目和价格收费'],
    ['committee', '不公布共有部分收益'],
  ].map(([list, behaviour], index) => kept('negative-items', `负-${index + 1}`, 84, { list, behaviour }))
  const inspections = [
    ['企-1', 'random', '2', '0', '消防通道有杂物，当日清理'],
    ['企-1', 'joint', '1.5', '0', '电梯维保记录缺一次'],
    ['企-2', 'daily', '0', '2', '主动公开收支，业主满意'],
    ['企-3', 'complaint', '8', '0', '多收装修垃圾清运费，已退还'],
    ['企-3', 'daily', '20', '0', '监控损坏两个月未修'],
  ].map(([company, kind, deducted, added, finding], index) =>
    kept('inspections', `检-${index + 1}`, 75 - index, {
      company,
      community: `区-${index + 1}`,
      year,
      checkedOn: day(75 - index),
      kind,
      finding,
      deducted,
      added,
    }),
  )
  const rated = (index: number, steps: DemoStory['steps']) =>
    told('rating', `评-${index}`, CLERK, null, 50, { company: `企-${index}`, year }, [
      step('compute', CLERK, 49),
      ...steps,
    ])
  const ratings = [
    rated(1, [step('decide', CLERK, 45)]),
    rated(2, [step('decide', CLERK, 45)]),
    rated(3, [
      {
        ...step('comment', DEPARTMENT, 46, { comment: '监控未修属实，建议降级。' }),
        at: unitId('县公安局') ?? '',
      },
    ]),
  ]
  const bids = [1, 2].map((index) =>
    told(
      'bidding',
      `标-${index}`,
      CLERK,
      null,
      32,
      { community: '区-10', company: `企-${index}`, otherScore: index === 1 ? '88' : '84.5' },
      [step(index === 1 ? 'win' : 'lose', CLERK, 30)],
    ),
  )
  const listed = [
    told(
      'listing',
      '名-1',
      CLERK,
      null,
      28,
      {
        company: '企-2',
        companyName: '清源家园物业公司',
        list: 'red',
        reason: '连续公开收支，投诉最少',
        measures: '减少检查频次，评优优先',
      },
      [step('list', LEADER, 25, { listedOn: day(25) })],
    ),
    told('listing', '名-2', CLERK, null, 9, {
      company: '企-3',
      companyName: '望月物业公司',
      list: 'black',
      reason: '监控损坏拒不维修',
      measures: '加大检查频次，招标打分从严',
    }),
  ]

  const dispute = (
    index: number,
    matter: string,
    level: string,
    content: string,
    daysAgo: number,
    steps: DemoStory['steps'],
  ) =>
    told(
      'handling',
      `纷-${index + 1}`,
      TOWNSHIP,
      placeOf(index),
      daysAgo,
      {
        community: `区-${index + 1}`,
        complainant: personName(seeded),
        contact: phoneNumber(seeded),
        matter,
        level,
        content,
        receivedOn: day(daysAgo),
      },
      steps,
    )
  const settled = (daysAgo: number, result: string) => ({ settledOn: day(daysAgo), result })
  const disputes = [
    dispute(0, 'fees', 'general', '收费与公示不一致', 60, [
      at(0, step('mediate', TOWNSHIP, 59)),
      at(0, step('settleTownship', TOWNSHIP, 52, settled(52, '企业退还多收费用，双方认可。'))),
    ]),
    dispute(1, 'quality', 'general', '地下车库渗水', 40, [
      at(1, step('mediate', TOWNSHIP, 39)),
      at(1, step('escalateTownship', TOWNSHIP, 30, { level: 'major' }, '三栋楼都有，需多部门联动')),
      at(1, step('reportOffice', TOWNSHIP, 30)),
      step('meet', CLERK, 22, { metOn: day(22), decision: '建设单位保修，住建部门监督。' }),
    ]),
    dispute(2, 'market', 'violation', '一层住宅改作餐馆，油烟扰民', 26, [
      {
        ...step('refer', CLERK, 25, { receiver: unitId('县市场监督管理局') }, '按部门职责'),
      },
    ]),
    dispute(3, 'power', 'prominent', '全小区临时用电，夏季多次停电', 18, [
      at(3, step('reportGovernment', TOWNSHIP, 17)),
    ]),
    dispute(4, 'fire', 'sudden', '楼道电动车起火，无人员伤亡', 15, [
      step('respond', LEADER, 15),
      step('settleLeaders', LEADER, 13, settled(13, '火已扑灭，集中充电点已启用。')),
    ]),
    dispute(5, 'fees', 'general', '停车费标准争议', 6, [at(0, step('mediate', TOWNSHIP, 5))]),
    dispute(6, 'security', 'general', '宠物伤人纠纷', 2, []),
  ]

  const paidPercents = [100, 80, 65, 100, 40]
  const funds = made.slice(0, 5).flatMap(({ households }, index) => {
    const due = households * 5200
    const paid = (due * (paidPercents[index] ?? 0)) / 100
    return [
      kept('fund-dues', `应-${index + 1}`, 78, {
        community: `区-${index + 1}`,
        payer: index < 3 ? 'developer' : 'owners',
        amount: `${due}.00`,
        dueOn: day(400),
      }),
      kept('fund-deposits', `归-${index + 1}`, 77, {
        community: `区-${index + 1}`,
        source: index < 3 ? 'developer' : 'owners',
        amount: paid.toFixed(2),
        paidOn: day(300),
      }),
    ]
  })
  const urgent = [
    ['water', '供水管道爆裂、水泵故障'],
    ['drain', '排水设施堵塞、坍塌'],
    ['fire', '消防设施损坏，消防部门出具整改通知'],
    ['lift', '电梯故障危及人身安全'],
  ].map(([kind, item], index) =>
    kept('urgent-items', `急-${index + 1}`, 83, { item, kind, source: '晋建房字〔2014〕279号' }),
  )
  const repair = (index: number, item: string, works: string, amount: string, steps: DemoStory['steps']) =>
    told(
      'repairing',
      `用-${index + 1}`,
      TOWNSHIP,
      placeOf(index),
      45 - index * 8,
      { community: `区-${index + 1}`, item, applicant: 'committee', works, amount },
      steps,
    )
  const repairs = [
    repair(0, '急-4', '2号楼电梯更换曳引机', '48600.00', [
      step('approve', CLERK, 44),
      at(
        0,
        step('complete', TOWNSHIP, 35, { completedOn: day(35), spent: '47900.00', builder: '松坡电梯公司' }),
      ),
      at(0, step('show', TOWNSHIP, 34, { shownOn: day(34) })),
    ]),
    repair(1, '急-1', '泵房水泵更换', '26000.00', [
      step('approve', CLERK, 36),
      at(
        1,
        step('complete', TOWNSHIP, 28, { completedOn: day(28), spent: '25300.00', builder: '石桥水暖公司' }),
      ),
    ]),
    repair(2, '急-3', '消防管网打压维修', '88000.00', []),
  ]
  const owed = (index: number, holder: string, held: string, clearBy: number, steps: DemoStory['steps']) =>
    told(
      'clearing',
      `清-${index}`,
      CLERK,
      null,
      70,
      { community: `区-${index + 1}`, holder, holderKind: 'developer', held, clearBy: day(clearBy) },
      steps,
    )
  const demand = step('demand', CLERK, 69)
  const arrears = [
    owed(1, '清水置业公司', '707200.00', 40, [
      demand,
      step('enforce', CLERK, 30, { receiver: unitId('县住建局') }, '到期没有足额缴纳'),
      step('police', CLERK, 8, {}, '经查处仍没有缴纳'),
    ]),
    owed(2, '龙泉房产公司', '1656200.00', 20, [
      demand,
      step('enforce', CLERK, 15, { receiver: unitId('县住建局') }, '到期没有足额缴纳'),
    ]),
    owed(4, '柳岸建设公司', '56160.00', -12, [demand]),
  ]
  const fee = (index: number, amount: string, steps: DemoStory['steps']) =>
    told(
      'pursuing',
      `费-${index + 1}`,
      TOWNSHIP,
      placeOf(index),
      66,
      {
        community: `区-${index + 1}`,
        owner: personName(seeded),
        contact: phoneNumber(seeded),
        home: `${seeded.between(1, 9)}号楼${seeded.between(1, 6)}单元${seeded.between(1, 18)}0${seeded.between(1, 4)}`,
        amount,
        since: day(800),
        why: '房屋出租有收入，多次上门拒不缴纳。',
      },
      steps,
    )
  const remind = (index: number) => at(index, step('remind', TOWNSHIP, 64, { remindedOn: day(64) }))
  const fees = [
    fee(0, '5180.00', [
      remind(0),
      {
        ...at(0, step('sue', TOWNSHIP, 40, { court: '县人民法院', suedOn: day(40) })),
        materials: ['complaint'],
      },
    ]),
    fee(1, '2960.00', [remind(1), at(1, step('pay', TOWNSHIP, 50, { paidOn: day(50) }))]),
    fee(3, '4470.00', [remind(3)]),
  ]
  const publications = [0, 1].map((index) =>
    told(
      'publishing',
      `公-${index + 1}`,
      TOWNSHIP,
      placeOf(index),
      30,
      {
        community: `区-${index + 1}`,
        year: past,
        income: '电梯广告和地面停车收入46200元。',
        fundUse: '没有使用。',
        spending: '办公和通信1380元。',
      },
      [at(index, step('publish', TOWNSHIP, 29, { publishedOn: day(29) }))],
    ),
  )
  return [
    ...companies,
    ...negatives,
    ...urgent,
    ...communities,
    ...inspections,
    ...ratings,
    ...bids,
    ...listed,
    ...disputes,
    ...funds,
    ...repairs,
    ...arrears,
    ...fees,
    ...publications,
  ]
}
