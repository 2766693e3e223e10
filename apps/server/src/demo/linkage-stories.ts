import { addDays } from '@luoshi/kernel'
import { guideDrafts } from '@luoshi/programmes/services'
import { personName, phoneNumber } from './people.ts'
import { Seeded } from './seeded.ts'
import type { DemoStep, DemoStory } from './story.ts'
import { DEPARTMENT, step, story, type Teller, WINDOW } from './story-parts.ts'

const SEED = 2021_0922

/** Services asked for elsewhere, projects on a promise, and what links approving with supervising. */
export const linkageStories = (setting: Parameters<Teller>[0]): readonly DemoStory[] =>
  [crossRegion, promiseProjects, approvalLinkage].flatMap((tell) => tell(setting, new Seeded(SEED)))

const CROSS = 'cross-region-services'
const PROMISE = 'promise-projects'
const LINKAGE = 'approval-linkage'

/** The seven elements of a service, and the five points that are alike everywhere. */
const elements = {
  conditions: '符合本事项办理条件的自然人',
  application: '政务服务网、异地窗口',
  intake: '异地受理、属地审核',
  review: '属地部门线上审核',
  limit: '5个工作日',
  delivery: '邮寄或者网上送达',
  fees: '不收费',
  unifiedName: true,
  unifiedMaterials: true,
  unifiedPoints: true,
  unifiedFlow: true,
  unifiedLimit: true,
}

/** Services with where they reach and how they are done; the last two are not complete yet. */
const offered = [
  ['社会保障卡申领', 'cross-province', 'state', 'online', '县人力资源和社会保障局'],
  ['异地就医备案', 'cross-province', 'state', 'online', '县医疗保障局'],
  ['养老保险关系转移接续', 'cross-province', 'state', 'proxy', '县人力资源和社会保障局'],
  ['户口迁移', 'cross-province', 'state', 'joint', '县公安局'],
  ['就业创业登记', 'whole-province', 'province', 'online', '县人力资源和社会保障局'],
  ['生育登记', 'whole-province', 'province', 'proxy', '县卫生健康和体育局'],
  ['营业执照遗失补领', 'regional', 'county', 'proxy', '县市场监督管理局'],
  ['劳务输出人员培训证明', 'regional', 'county', 'joint', '县人力资源和社会保障局'],
] as const

/** The thirteen steps in their three phases, in a few words each. */
const steps = [
  ['准备', '开展调研，拟定协议', '县人民政府办公室、县行政审批服务管理局', '已完成'],
  ['准备', '把三张清单分解到部门', '县行政审批服务管理局', '已完成'],
  ['准备', '公布县级第一批事项和标准', '县行政审批服务管理局', '已完成'],
  ['实施', '与合作地区签订协议', '县行政审批服务管理局', '已签2份'],
  ['实施', '制定服务规范', '县行政审批服务管理局', '已完成'],
  ['实施', '建设网上专栏', '县行政审批服务管理局、县政府信息中心', '已上线'],
  ['实施', '设立窗口，配齐人员和设备', '县政务服务中心', '已设2个窗口'],
  ['实施', '线上线下融合，试办和培训', '县行政审批服务管理局', '正在试办'],
  ['实施', '按反馈动态调整事项', '县行政审批服务管理局', '正在办理'],
  ['实施', '电子证照互认', '县行政审批服务管理局、县公安局', '正在办理'],
  ['完善', '投诉处理和物流递送', '县行政审批服务管理局', '已开通'],
  ['完善', '模拟审批体验', '县行政审批服务管理局', '已聘3名'],
  ['完善', '信用监管', '县发展和改革局、县行政审批服务管理局', undefined],
] as const

const crossRegion: Teller = ({ today, unitId }, seeded) => {
  const services = offered.map(([name, scope, source, mode], index) => {
    const isComplete = index < offered.length - 2
    const known = { number: `通-${index + 1}`, name, scope, source, mode, isPartnered: scope === 'regional' }
    return story(CROSS, 'publishing', index + 1, {
      by: WINDOW,
      daysAgo: 90,
      input: isComplete ? { ...known, ...elements } : { ...known, conditions: elements.conditions },
      steps: isComplete ? [step('publish', WINDOW, 85)] : [],
    })
  })
  const agreements = ['银川市', '鄂尔多斯市'].map((region, index) =>
    story(CROSS, 'agreements', index + 1, {
      by: WINDOW,
      daysAgo: 80,
      input: {
        number: `协-${index + 1}`,
        region,
        duties: '互设窗口，互收材料，结果互认。',
        services: ['通-1', '通-3'],
        responsibilities: '收件地审核材料，属地决定并答复。',
        connection: '经省平台对接',
        recognition: '营业执照、身份证、社会保障卡',
        signedOn: addDays(today, -80),
      },
    }),
  )
  const shown = steps.map(([phase, task, units, progress], index) =>
    story(CROSS, 'steps', index + 1, {
      by: WINDOW,
      daysAgo: 75,
      input: {
        number: String(index + 1),
        phase,
        task,
        units: units.split('、'),
        ...(progress === undefined ? {} : { progress }),
      },
    }),
  )
  const grant = step('grant', DEPARTMENT, 10, { result: '清社保〔2026〕112号' })
  const ways: readonly (readonly DemoStep[])[] = [
    [
      step('forward', WINDOW, 13, { isByVideo: false }),
      grant,
      step('deliver', WINDOW, 8, { deliveredOn: addDays(today, -8) }),
    ],
    [step('forward', WINDOW, 13, { isByVideo: true }), grant],
    [
      step('forward', WINDOW, 12, { isByVideo: false }),
      step('returnToCounter', DEPARTMENT, 9, {}, '照片不清楚，请重拍'),
    ],
    [step('forward', WINDOW, 2, { isByVideo: false })],
    [],
  ]
  const taken = ways.map((way, index) => {
    const [, , , , decidedBy] = offered[index] ?? offered[0]
    return story(CROSS, 'intake', index + 1, {
      by: WINDOW,
      unit: unitId(decidedBy),
      daysAgo: index < 3 ? 14 : 3,
      input: {
        number: `异-${index + 1}`,
        service: `通-${index + 1}`,
        applicant: personName(seeded),
        contact: phoneNumber(seeded),
        takenAt: index % 2 === 0 ? '银川市政务大厅' : '县政务服务中心',
        decidedBy,
        deliverTo: index % 2 === 0 ? 'outside' : 'inside',
        required: [
          { material: '居民身份证', isShared: true, hasLicence: true, isGiven: false },
          { material: '申请表', isShared: false, hasLicence: false, isGiven: true },
        ],
      },
      steps: way,
    })
  })
  const testers = [1, 2, 3].map((number) =>
    story(CROSS, 'appointing', number, {
      by: WINDOW,
      daysAgo: 60,
      input: { number: `聘-${number}`, name: personName(seeded), appointedOn: addDays(today, -60) },
    }),
  )
  const unit = '县人力资源和社会保障局'
  const measures = { measures: ['窗口张贴两个免提交目录', '收件系统不再要求上传身份证'] }
  const mend = step('mend', DEPARTMENT, 20, measures)
  const findings = ['窗口仍要身份证复印件', '电话咨询转接三次'].map((problem, index) =>
    story(CROSS, 'mending', index + 1, {
      by: WINDOW,
      unit: unitId(unit),
      daysAgo: 30,
      input: { number: `体-${index + 1}`, tester: `聘-${index + 1}`, problem, unit },
      steps: index === 0 ? [mend, step('close', WINDOW, 16)] : [],
    }),
  )
  return [...services, ...agreements, ...shown, ...taken, ...testers, ...findings]
}

const promiseProjects: Teller = ({ today }, seeded) => {
  const names = ['河湾至石桥公路', '云岭镇旅游路', '白鹭乡桥梁改建', '货运站连接线', '杏花沟乡村道路']
  const promise = step('promise', WINDOW, 70, {
    items: ['promise-1', 'promise-5'],
    subject: '清源路桥公司，注册在清源县',
    laws: '公路、安全生产、环境保护的法律法规',
    standards: '三级公路，路基宽7.5米',
    nodes: '路基、桥涵、路面三次验收',
    completion: addDays(today, 300),
    isPublic: true,
    isSupervised: true,
  })
  const push = step('push', WINDOW, 69, { departments: ['县交通运输局', '县自然资源局'] })
  const land = step('applyForLand', WINDOW, 50, { pensionDue: '1200000.00', pensionPaid: '1200000.00' })
  const supply = step('supplyLand', WINDOW, 35, { isGreenCleared: true, isPipesMoved: true })
  const build = step('build', WINDOW, 20, {
    hasSurveyPromise: true,
    hasDesignPromise: true,
    hasBuilderPromise: true,
    isDrawingReviewed: true,
    keptApprovals: Array.from({ length: 8 }, (_one, index) => `kept-${index + 1}`),
    isPipesConnected: true,
  })
  const ways = [
    [promise, push, land, supply, build],
    [promise, push, land, supply],
    [promise, push, land],
    [promise],
    [],
  ]
  return [
    ...names.map((name, index) =>
      story(PROMISE, 'start-up', index + 1, {
        by: WINDOW,
        daysAgo: 72,
        input: {
          number: `路-${index + 1}`,
          name,
          kind: index === 3 ? 'highway' : 'county',
          enterprise: '清源路桥公司',
          investment: `${seeded.between(12, 90)}000000.00`,
        },
        steps: ways[index] ?? [],
      }),
    ),
    ...(['process', 'promise', 'penalty'] as const).map((kind, index) =>
      story(PROMISE, 'supervision', index + 1, {
        by: DEPARTMENT,
        daysAgo: 12 - index,
        input: {
          number: `监-${index + 1}`,
          project: `路-${index + 1}`,
          department: '县交通运输局',
          checkedOn: addDays(today, index - 12),
          kind,
          finding: kind === 'penalty' ? '未按承诺设置便道，限期改正并记入信用' : '与承诺一致',
        },
      }),
    ),
  ]
}

const approvalLinkage: Teller = ({ today }) => [
  ...guideDrafts.map(({ number, item }, index) =>
    story(LINKAGE, 'services', index + 1, {
      by: WINDOW,
      daysAgo: 66,
      input: {
        number: String(index + 1),
        code: `14092200${number.replace(/\D/g, '')}`,
        name: item,
        level: 'county',
        basis: '见办事指南',
        kind: '行政许可',
        procedure: '收件、受理、审查、决定、送达',
        materials: '见办事指南',
        // Two of them are not complete yet.
        ...(index % 6 === 5 ? {} : { limit: '5个工作日', standard: '办事指南', online: '是' }),
        isProvinceWide: index % 3 === 0,
      },
    }),
  ),
  ...['开餐饮店', '开美发店', '新生儿出生', '退休'].map((name, index) =>
    story(LINKAGE, 'packages', index + 1, {
      by: WINDOW,
      daysAgo: 64,
      input: {
        number: `套-${index + 1}`,
        name: `${name}“一件事”`,
        items: [
          '食品经营许可、户外广告设置审批',
          '公共场所卫生许可、户外广告设置审批',
          '出生登记、医保参保',
          '退休核准、医保变更',
        ][index],
        ...(index === 3 ? {} : { publishedOn: addDays(today, -60) }),
      },
    }),
  ),
  ...['食品经营许可证', '公共场所卫生许可证', '林木采伐许可证'].map((certificate, index) =>
    story(LINKAGE, 'blank-certificates', index + 1, {
      by: WINDOW,
      daysAgo: 55,
      input: {
        number: `批-${index + 1}`,
        certificate,
        source: (['fetched', 'printed', 'bought'] as const)[index],
        receivedOn: addDays(today, -55),
        received: [500, 200, 100][index],
        used: [231, 27, 96][index],
      },
    }),
  ),
]
