import { addDays, addMonths } from '@luoshi/kernel'
import type { DemoSetting, DemoStep, DemoStory } from './story.ts'
import { DEPARTMENT, LEADER, step, story } from './story-parts.ts'

const PROGRAMME = 'digital-government'

/** A department's system, and where it runs. */
interface MadeSystem {
  readonly unit: string
  readonly name: string
  readonly cloud: 'on-cloud' | 'not-yet' | 'exempt'
  readonly isShared: boolean
  /** Months ago that it was taken into use; none for one that is being built. */
  readonly since: number | null
  readonly retired?: number
}

const systems: readonly MadeSystem[] = [
  { unit: '县水利局', name: '水库雨情监测系统', cloud: 'on-cloud', isShared: true, since: 40 },
  { unit: '县水利局', name: '水库综合调度系统', cloud: 'on-cloud', isShared: true, since: null },
  { unit: '县自然资源局', name: '不动产登记系统', cloud: 'on-cloud', isShared: true, since: 60 },
  { unit: '县自然资源局', name: '地灾点巡查系统', cloud: 'not-yet', isShared: false, since: 30 },
  { unit: '县公安局', name: '重点场所视频系统', cloud: 'exempt', isShared: false, since: 50 },
  { unit: '县应急管理局', name: '应急值守系统', cloud: 'not-yet', isShared: true, since: 26 },
  { unit: '县应急管理局', name: '应急指挥平台', cloud: 'on-cloud', isShared: true, since: null },
  { unit: '县民政局', name: '救助对象核对系统', cloud: 'on-cloud', isShared: true, since: 22 },
  { unit: '县民政局', name: '老旧值班系统', cloud: 'not-yet', isShared: false, since: 90, retired: 3 },
  { unit: '县教育科技局', name: '校园安全巡检系统', cloud: 'on-cloud', isShared: false, since: null },
  { unit: '县文化和旅游局', name: '景区客流系统', cloud: 'on-cloud', isShared: true, since: null },
  { unit: '县交通运输局', name: '公路养护系统', cloud: 'on-cloud', isShared: true, since: null },
]

const materials = ['proposal', 'feasibility', 'design', 'estimate', 'scheme']

/** Systems and their data, plans, projects at every step, allocations, payments, what was found wrong, evaluations. */
export function digitalGovernmentStories({ today, unitId }: DemoSetting): readonly DemoStory[] {
  const day = (daysAgo: number) => addDays(today, -daysAgo)
  const year = today.slice(0, 4)
  const by = (
    unit: string,
    action: string,
    daysAgo: number,
    input: DemoStep['input'] = {},
    reason?: string,
  ): DemoStep => ({
    ...step(action, DEPARTMENT, daysAgo, input, reason),
    at: unitId(unit) ?? '',
  })
  const bureau = (action: string, daysAgo: number, input: DemoStep['input'] = {}, reason?: string) =>
    by('县政府信息中心', action, daysAgo, input, reason)
  const finance = (action: string, daysAgo: number, input: DemoStep['input'] = {}) =>
    by('县财政局', action, daysAgo, input)
  const told = (
    procedure: string,
    number: string,
    unit: string,
    daysAgo: number,
    input: DemoStep['input'],
    steps: DemoStory['steps'] = [],
  ) =>
    story(PROGRAMME, procedure, number, {
      by: DEPARTMENT,
      at: unitId(unit),
      daysAgo,
      input: { number, ...input },
      steps,
    })

  const listed = systems.map(({ unit, name, cloud, isShared, since, retired }, index) =>
    told(
      'cataloguing',
      `系-${index + 1}`,
      unit,
      86,
      {
        name,
        cloud,
        isShared,
        isNetwork: false,
        ...(cloud === 'exempt' ? { exemption: '公安视频传输网有保密要求' } : {}),
      },
      since === null
        ? []
        : [
            by(unit, 'begin', 85, { inUseSince: addMonths(today, -since) }),
            ...(isShared ? [bureau('file', 84, { recordedOn: day(84) })] : []),
            ...(retired === undefined
              ? []
              : [
                  by(
                    unit,
                    'retire',
                    80,
                    { retiredOn: addMonths(today, -retired), account: '数据已并入应急值守系统' },
                    '并入其他系统',
                  ),
                ]),
          ],
    ),
  )

  const items = [
    ['县水利局', '系-1', '水库水位', 'day', 'space', 1, true],
    ['县水利局', '系-2', '闸门启闭记录', 'month', undefined, 20, true],
    ['县自然资源局', '系-3', '不动产登记簿', 'day', 'space', 1, true],
    ['县自然资源局', '系-4', '地灾点台账', 'quarter', 'space', 120, false],
    ['县应急管理局', '系-7', '救援队伍和物资', 'month', undefined, 50, false],
    ['县民政局', '系-8', '救助对象', 'month', 'persons', 12, true],
    ['县教育科技局', '系-10', '校园巡检记录', 'week', undefined, 9, false],
    ['县文化和旅游局', '系-11', '景区客流', 'live', undefined, 3, false],
    ['县交通运输局', '系-12', '路段养护记录', 'month', undefined, 15, true],
  ] as const
  const data = items.map(([unit, system, name, frequency, library, updated, isPublished], index) =>
    told(
      'registering',
      `资-${index + 1}`,
      unit,
      84,
      {
        system,
        name,
        source: '业务系统采集',
        format: '数据库表',
        frequency,
        sharing: frequency === 'live' ? 'conditional' : 'unconditional',
        opening: library === 'persons' ? 'none' : 'conditional',
        ...(library === undefined ? {} : { library }),
        updatedOn: day(Math.max(updated, 84)),
      },
      [
        ...(isPublished ? [by(unit, 'publish', 83, { publishedOn: day(83) })] : []),
        ...(updated < 84 ? [by(unit, 'update', updated, { updatedOn: day(updated) })] : []),
      ],
    ),
  )

  const plans = [
    told(
      'planning',
      '规-1',
      '县政府信息中心',
      86,
      {
        title: `${year}年度政务信息化项目计划`,
        kind: 'year',
        year,
        content: '水利、应急、教育、文旅、交通五个项目',
      },
      [bureau('submit', 85), step('approve', LEADER, 84)],
    ),
    told(
      'planning',
      '规-2',
      '县文化和旅游局',
      60,
      { title: '全域旅游规划（信息化部分）', kind: 'department', content: '景区客流和预约' },
      [bureau('file', 57, { linkage: '客流数据接入县级政务云平台' })],
    ),
    told('planning', '规-3', '县政府信息中心', 12, {
      title: '全县政务信息化应用规划（修订）',
      kind: 'county',
      content: '补充数据开放平台',
    }),
  ]

  const applied = (
    number: string,
    unit: string,
    name: string,
    system: string,
    total: string,
    daysAgo: number,
    steps: DemoStory['steps'],
    more: DemoStep['input'] = {},
  ) =>
    told(
      'project',
      number,
      unit,
      daysAgo,
      {
        name,
        kind: 'new',
        funding: 'government',
        year,
        planning: 'planned',
        plan: '规-1',
        isSecret: false,
        systems: [system],
        isJoint: false,
        demand: 'none',
        isLinked: true,
        isSharing: true,
        isCooperating: true,
        isNetwork: false,
        isBegun: false,
        isDisguised: false,
        total,
        onCloud: true,
        hardware: '0',
        ...more,
      },
      steps,
    )
  const submit = (unit: string, daysAgo: number): DemoStep => ({ ...by(unit, 'submit', daysAgo), materials })
  const review = (daysAgo: number) =>
    bureau('review', daysAgo, {
      need: '18',
      intensity: '17',
      feasibility: '16.5',
      budget: '15',
      performance: '16',
      opinion: 'agree',
      opinionText: '依托现有平台建设，统一身份认证和电子印章复用。',
    })
  const approved = (unit: string, budget: string, from: number): DemoStory['steps'] => [
    submit(unit, from),
    bureau('admit', from - 2),
    review(from - 4),
    step('consent', LEADER, from - 6),
    bureau('approve', from - 7),
    finance('setBudget', from - 9, { approvedBudget: budget }),
  ]
  const allocate = (daysAgo: number, plan: string) => bureau('allocate', daysAgo, { allocation: plan })
  const contract = (unit: string, daysAgo: number, amount: string, signed: number, due: number) =>
    by(unit, 'contract', daysAgo, {
      builder: '望月软件公司',
      competition: '公开招标',
      contract: `合-${amount.slice(0, 3)}`,
      signedOn: day(signed),
      contractAmount: amount,
      completeBy: day(due),
      ownership: '归县人民政府所有',
      deliverables: ['design', 'source', 'tests'],
    })
  const filed = (unit: string, daysAgo: number): DemoStory['steps'] => [
    by(unit, 'reportContract', daysAgo),
    bureau('fileContract', daysAgo - 1, { contractFiledOn: day(daysAgo - 1) }),
    by(unit, 'reportSupervision', daysAgo - 2, {
      supervisor: '松坡监理公司',
      supervisorChosen: '竞争性磋商',
    }),
    bureau('fileSupervision', daysAgo - 3, { supervisionFiledOn: day(daysAgo - 3) }),
  ]

  const [water, roads, school, culture, relief] = [
    '县水利局',
    '县交通运输局',
    '县教育科技局',
    '县文化和旅游局',
    '县应急管理局',
  ]
  const payment = (
    number: string,
    unit: string,
    project: string,
    amount: string,
    daysAgo: number,
    isPaid: boolean,
  ) =>
    told(
      'paying',
      number,
      unit,
      daysAgo,
      { project, purpose: 'construction', amount },
      isPaid ? [finance('pay', daysAgo - 2, { paidOn: day(daysAgo - 2) })] : [],
    )

  const allocation = told('allocating', '分-1', '县政府信息中心', 69, { year }, [bureau('publicise', 67)])
  const roadProject = applied('信-2', roads, '公路养护系统建设', '系-12', '240000.00', 82, [
    ...approved(roads, '236000.00', 81),
    allocate(68, '分-1'),
    allocation,
    contract(roads, 50, '236000.00', 62, 10),
  ])
  const waterProject = applied('信-1', water, '水库综合调度系统建设', '系-2', '600000.00', 82, [
    ...approved(water, '580000.00', 81),
    allocate(68, '分-1'),
    roadProject,
    contract(water, 62, '575000.00', 62, 20),
    ...filed(water, 60),
    payment('拨-1', water, '信-1', '230000.00', 55, true),
    by(water, 'progress', 40, { progress: '调度模块联调', spending: '已付首笔款，与进度相符' }),
    by(water, 'requestAdjustment', 34, { adjustment: '增加两座水库的接入' }),
    bureau('adjust', 31, { adjustmentOpinion: '不增加预算，同意' }),
    by(water, 'accept', 16, {
      acceptedOn: day(18),
      products: [
        { kind: 'basic', name: '国产操作系统', isControllable: true },
        { kind: 'security', name: '国产密码机', isControllable: true },
      ],
      acceptance: '合格',
    }),
  ])
  const cultureProject = applied('信-3', culture, '景区客流系统建设', '系-11', '180000.00', 80, [
    ...approved(culture, '175000.00', 79),
    allocate(66, '分-2'),
    told('allocating', '分-2', '县政府信息中心', 66, { year }, [bureau('publicise', 65)]),
    contract(culture, 58, '175000.00', 58, 12),
    ...filed(culture, 55),
    told(
      'sanctioning',
      '改-1',
      '县政府信息中心',
      30,
      { project: '信-3', violation: 'changed', finding: '没有按批复建设数据接口', remedyBy: day(15) },
      [
        bureau('order', 30, { receiver: unitId(culture) }, '与批复的建设内容不符'),
        bureau('suspend', 12, {}, '到期没有报告整改情况'),
      ],
    ),
  ])
  const projects = [
    waterProject,
    cultureProject,
    applied('信-4', relief, '应急指挥平台建设', '系-7', '900000.00', 40, [
      submit(relief, 39),
      bureau('admit', 37),
      by('县政府信息中心', 'advise', 35, { advice: '与森林防火视频共用一套接入' }),
      review(30),
    ]),
    applied('信-5', school, '校园安全巡检系统建设', '系-10', '150000.00', 20, [submit(school, 18)]),
    applied(
      '信-6',
      school,
      '智慧课堂扩建',
      '系-10',
      '320000.00',
      28,
      [submit(school, 27), bureau('preExamine', 25, { preExamination: '可与校园安全巡检系统合并建设' })],
      { planning: 'unplanned', kind: 'extend' },
    ),
    applied('信-7', relief, '值守系统改造', '系-6', '60000.00', 6, [], { kind: 'upgrade', isSharing: false }),
  ]
  const waiting = [
    payment('拨-2', water, '信-1', '345000.00', 9, false),
    payment('拨-3', culture, '信-3', '70000.00', 7, false),
    payment('拨-4', roads, '信-2', '118000.00', 5, false),
  ]
  const past = String(Number(year) - 1)
  const assessments = [
    ['估-1', water, '信-0', 'application', '问卷和后台日志', '使用率高，数据按时更新'],
    ['估-2', relief, '信-00', 'spot-check', '资料审查', '绩效目标没有量化，下年申报应补充'],
  ].map(([number = '', department, project, kind, method, conclusion]) =>
    told('assessments', number, '县政府信息中心', 85, {
      project,
      department,
      year: past,
      kind,
      method,
      conclusion,
    }),
  )
  const evaluation = told(
    'evaluating',
    '评-1',
    water,
    24,
    {
      project: '信-0',
      year: past,
      finishedOn: day(25),
      support: '云资源够用',
      satisfaction: '问卷满意率九成以上',
      improvement: '调度指令下达由小时缩短到分钟',
      sustainability: '接口标准，可以扩展',
      safety: '已通过等级保护测评',
      conclusion: '达到预期目标',
    },
    [by(water, 'report', 22)],
  )
  return [...listed, ...data, ...plans, ...assessments, ...projects, ...waiting, evaluation]
}
