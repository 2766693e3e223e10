import { addDays } from '@luoshi/kernel'
import { personName } from './people.ts'
import { Seeded } from './seeded.ts'
import type { DemoSetting, DemoStep, DemoStory } from './story.ts'
import { DEPARTMENT, step, story } from './story-parts.ts'

const PROGRAMME = 'testing-centre'
const MANAGER = 'officer'
const SEED = 2022_0909

/** The testing centre: who works there, with which devices, reagents and documents, and what was trained. */
export function testingCentreStories({ today }: DemoSetting): readonly DemoStory[] {
  const seeded = new Seeded(SEED)
  const day = (daysAgo: number) => addDays(today, -daysAgo)
  const told = (
    procedure: string,
    number: string,
    daysAgo: number,
    input: DemoStep['input'],
    steps: DemoStory['steps'] = [],
  ) => story(PROGRAMME, procedure, number, { by: DEPARTMENT, daysAgo, input: { number, ...input }, steps })
  const centre = (action: string, daysAgo: number, input: DemoStep['input'] = {}, reason?: string) =>
    step(action, DEPARTMENT, daysAgo, input, reason)
  const manager = (action: string, daysAgo: number, input: DemoStep['input'] = {}, reason?: string) =>
    step(action, MANAGER, daysAgo, input, reason)

  const people = [
    [['quality', 'auditor'], 'master', 'food', 'middle', -400],
    [['technical', 'tester'], 'bachelor', 'chemistry', 'middle', -300],
    [['tester', 'sampler'], 'bachelor', 'biology', 'junior', -20],
    [['tester', 'equipment'], 'bachelor', 'chemistry', 'none', 3],
    [['archivist', 'clerk'], 'none', 'other', 'none', null],
    [['supervisor'], 'bachelor', 'other', 'junior', null],
  ] as const
  const staff = people.map(([posts, degree, major, title, until], index) =>
    told(
      'employing',
      `人-${index + 1}`,
      80,
      {
        name: personName(seeded),
        posts: [...posts],
        degree,
        major,
        title,
        source: index < 3 ? 'present' : 'transferred',
      },
      until === null
        ? []
        : [
            centre('train', 70, {
              trainedOn: day(72),
              certificate: `检-${index + 1}`,
              certificateUntil: day(until),
            }),
            manager('authorise', 66, { authorisedOn: day(66), scope: '农药残留、重金属' }),
            manager('begin', 65),
          ],
    ),
  )

  const complete = {
    hasManual: true,
    hasAcceptance: true,
    hasCertificate: true,
    hasChecks: true,
    hasRuns: true,
    hasUsage: true,
  }
  const devices = [
    ['气相色谱仪', '268000.00', -200, -60, {}],
    ['液相色谱仪', '412000.00', -18, -9, {}],
    ['原子吸收光谱仪', '356000.00', 6, -40, {}],
    ['农残速测仪', '18500.00', -150, 12, {}],
    ['超纯水机', '26800.00', -90, -30, { hasManual: false, hasRuns: false }],
    ['电子天平', '9600.00', -240, -100, { hasChecks: false }],
  ] as const
  const equipment = devices.map(([name, value, until, check, lacks], index) =>
    told(
      'keeping',
      `仪-${index + 1}`,
      78,
      {
        name,
        model: `型号${index + 1}`,
        room: `${(index % 9) + 1}号实验室`,
        keeper: '人-4',
        value,
        asset: `资-${index + 101}`,
        isKey: index < 3,
        ...complete,
        ...lacks,
        verifiedUntil: day(until),
        checkBy: day(check),
      },
      Object.keys(lacks).length === 0
        ? [manager('commission', 70), centre('run', 30, { ranOn: day(30), sample: '蔬菜农残' })]
        : [
            centre('repair', 60, {
              repairedOn: day(61),
              repairer: '省计量服务公司',
              repair: '更换滤芯，调试合格。',
            }),
          ],
    ),
  )

  const suppliers = [
    told('suppliers', '供-1', 76, {
      name: '松坡化学试剂公司',
      scope: '试剂、标准物质',
      qualification: '危险化学品经营许可证',
      reviewedOn: day(77),
      evaluation: '供货及时，批次合格。',
    }),
    told('suppliers', '供-2', 76, {
      name: '望月仪器服务公司',
      scope: '仪器维修、检定代办',
      qualification: '计量服务资质',
      reviewedOn: day(77),
      evaluation: '响应快，报告规范。',
    }),
  ]
  const substances = [
    ['甲醇', 'reagent', '色谱纯', '毫升', null],
    ['敌敌畏标准溶液', 'standard', '100微克/毫升', '毫升', -120],
    ['镉标准溶液', 'standard', '1000微克/毫升', '毫升', 4],
    ['容量瓶', 'glass', '100毫升A级', '只', null],
  ] as const
  const listed = substances.map(([name, kind, grade, unit, until], index) =>
    told('substances', `物-${index + 1}`, 75, {
      name,
      kind,
      grade,
      unit,
      ...(until === null ? {} : { certificate: `标-${index + 1}`, certificateUntil: day(until) }),
    }),
  )
  const purchase = (index: number, quantity: string, accepted: string | null) =>
    told(
      'purchasing',
      `采-${index}`,
      60,
      { substance: `物-${index}`, supplier: '供-1', quantity, purpose: '农残和重金属检测' },
      accepted === null
        ? [manager('approve', 58)]
        : [
            manager('approve', 58),
            centre('accept', 50, {
              acceptedOn: day(50),
              accepted,
              batch: `批-${index}`,
              conformity: '外观、批号、证书相符，空白试验合格。',
            }),
          ],
    )
  const purchases = [
    purchase(1, '4000', '4000'),
    purchase(2, '20', '20'),
    purchase(3, '50', '48'),
    purchase(4, '12', null),
    told('purchasing', '采-5', 3, { substance: '物-1', supplier: '供-1', quantity: '2000', purpose: '补库' }),
  ]
  const issues = [
    ['物-1', '850'],
    ['物-2', '4.5'],
    ['物-1', '300'],
  ].map(([substance, issued], index) =>
    told('issuing', `领-${index + 1}`, 25 - index, {
      substance,
      issued,
      issuedOn: day(25 - index),
      to: '人-2',
      use: '标准曲线和样品前处理',
    }),
  )

  const document = (number: string, title: string, kind: string, steps: DemoStory['steps']) =>
    told('documenting', number, 70, { title, kind, version: 1, content: '首次编制。' }, steps)
  const issue = manager('issue', 60, { issuedOn: day(60) })
  const documents = [
    document('文-1', '质量手册', 'manual', [
      issue,
      manager('review', 30, { reviewedOn: day(30), findings: '抽样条款与程序文件不一致。' }),
      centre('revise', 26, { newVersion: 2, content: '统一抽样条款。' }, '与程序文件不一致'),
      manager('approve', 20, { issuedOn: day(20) }),
    ]),
    document('文-2', '抽样程序', 'procedure', [issue]),
    document('文-3', '农药残留检测作业指导书', 'instruction', [
      issue,
      centre('revise', 4, { newVersion: 2, content: '增加两种农药。' }, '检测项目增加'),
    ]),
    document('文-4', '原始记录表', 'form', [issue]),
    document('文-5', '样品管理制度', 'rule', []),
  ]
  const trainings = [
    told(
      'training',
      '训-1',
      72,
      {
        subject: '跟班实训：农药多残留检测',
        way: 'province',
        place: '省级检测机构',
        from: day(100),
        to: day(73),
        persons: ['人-2', '人-3'],
      },
      [
        manager('evaluate', 64, {
          evaluatedOn: day(64),
          method: '盲样考核',
          effectiveness: 'effective',
          evaluation: '两人盲样结果均满意。',
        }),
      ],
    ),
    told('training', '训-2', 18, {
      subject: '内审员培训',
      way: 'out',
      place: '市级培训机构',
      from: day(24),
      to: day(20),
      persons: ['人-1'],
    }),
  ]
  const certificates = [
    told('certifying', '申-1', 40, { kind: 'cma', items: '蔬菜、水果农药残留' }, [
      centre('compare', 22, { comparedOn: day(23), comparison: '与邻县实验室比对，三项满意。' }),
    ]),
  ]
  return [
    ...staff,
    ...equipment,
    ...suppliers,
    ...listed,
    ...purchases,
    ...issues,
    ...documents,
    ...trainings,
    ...certificates,
  ]
}
