import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineTextPaper,
  fields,
  gap,
  isAtLeast,
  listOf,
  may,
  money,
  text,
  yesNo,
} from '@luoshi/kernel'
import { items, notice } from './items.ts'

const enterprise = may('enterprise', 'own')
const approval = may('approval-bureau', 'county')
const competent = may('competent-department', 'county')
const office = may('reform-office', 'county')
const readers = [enterprise, approval, competent, office]

const promised = Object.fromEntries(
  items.filter(({ group }) => group === 'promised').map(({ name }, place) => [`promise-${place + 1}`, name]),
)
const kept = Object.fromEntries(
  items.filter(({ group }) => group === 'kept').map(({ name }, place) => [`kept-${place + 1}`, name]),
)

/** 一个项目一本台账 */
export const projects = defineRegister({
  id: 'projects',
  title: '承诺制项目台账',
  basis: notice.lines(426, 428),
  fields: fields({
    number: text('项目编号'),
    name: text('项目名称'),
    kind: choice('项目类型', {
      railway: '省、市级核准的铁路项目',
      highway: '省、市级核准的公路项目',
      county: '县级核准的公路项目',
    }),
    enterprise: text('企业名称'),
    investment: money('总投资').optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [approval] },
})

/** What a letter of promise must say. */
export const promiseShape = {
  items: listOf('承诺事项', choice('承诺事项', promised)),
  subject: text('承诺主体基础信息'),
  laws: text('需遵守的法律法规制度'),
  standards: text('需达到的技术标准和数据参数'),
  nodes: text('关键节点要求'),
  completion: date('完成时限'),
  isPublic: yesNo('同意公开'),
  isSupervised: yesNo('同意纳入信用监管'),
}

/** Supervision after the promise, with its credit entries. */
export const supervision = defineRegister({
  id: 'supervision',
  title: '事中事后监管台账',
  basis: notice.lines(414, 420),
  fields: fields({
    number: text('记录编号'),
    project: text('项目编号'),
    department: text('监管部门'),
    checkedOn: date('检查日期'),
    kind: choice('信用信息类别', {
      promise: '信用承诺',
      process: '过程监管',
      reward: '奖励',
      penalty: '惩戒',
    }),
    finding: text('检查情况'),
  }),
  key: ['number'],
  access: { read: readers, write: [competent] },
})

export const promiseConsents = defineRule({
  id: 'promise-consents',
  title: '承诺书同意公开并纳入信用监管',
  basis: notice.lines(410),
  inputs: {
    isPublic: promiseShape.isPublic,
    isSupervised: promiseShape.isSupervised,
    items: promiseShape.items,
  },
  parameters: {},
  decide: ({ isPublic, isSupervised, items: chosen }) => {
    const missing = [
      ...(chosen.length === 0 ? ['承诺事项'] : []),
      ...(isPublic ? [] : ['同意公开']),
      ...(isSupervised ? [] : ['同意纳入信用监管']),
    ]
    return {
      isMet: missing.length === 0,
      wanted: '承诺书写明承诺事项，同意公开并纳入信用监管',
      found: missing.length === 0 ? '都已写明' : `没有${missing.join('、')}`,
    }
  },
})

export const servicesBeforeLand = defineRule({
  id: 'services-before-land',
  title: '供地前的政府服务已完成',
  basis: notice.lines(368),
  inputs: { isGreenCleared: yesNo('绿地、树木已移除'), isPipesMoved: yesNo('供排水设施已迁改') },
  parameters: {},
  decide: ({ isGreenCleared, isPipesMoved }) => {
    const missing = [
      ...(isGreenCleared ? [] : ['绿地、树木移除']),
      ...(isPipesMoved ? [] : ['供排水设施迁改']),
    ]
    return {
      isMet: missing.length === 0,
      wanted: '供地前完成绿地、树木移除和供排水设施迁改',
      found: missing.length === 0 ? '都已完成' : `没有完成${missing.join('、')}`,
    }
  },
})

export const pensionPaid = defineRule({
  id: 'pension-paid',
  title: '先保后征',
  basis: notice.lines(404),
  inputs: { pensionDue: money('测算的补贴资金'), pensionPaid: money('已缴入财政专户') },
  parameters: {},
  decide: ({ pensionDue, pensionPaid: paid }) => ({
    isMet: isAtLeast(paid, pensionDue),
    wanted: `足额缴入财政专户${pensionDue}元`,
    found: `已缴${paid}元`,
  }),
})

/** What must be there before construction begins. */
const readyShape = {
  hasSurveyPromise: yesNo('勘察单位质量承诺书已签订'),
  hasDesignPromise: yesNo('设计单位质量承诺书已签订'),
  hasBuilderPromise: yesNo('建设单位质量承诺书已签订'),
  isDrawingReviewed: yesNo('重要工程施工图已经专家论证'),
  keptApprovals: listOf('已取得批文的保留审批事项', choice('保留审批事项', kept)),
}

const pipesShape = { isPipesConnected: yesNo('市政管网已接入用地边界') }

export const readyToBuild = defineRule({
  id: 'ready-to-build',
  title: '具备开工条件',
  basis: notice.lines(390),
  inputs: readyShape,
  parameters: {},
  decide: (input) => {
    const missing = [
      ...(input.hasSurveyPromise ? [] : ['勘察单位质量承诺书']),
      ...(input.hasDesignPromise ? [] : ['设计单位质量承诺书']),
      ...(input.hasBuilderPromise ? [] : ['建设单位质量承诺书']),
      ...(input.isDrawingReviewed ? [] : ['施工图专家论证']),
      ...Object.entries(kept).flatMap(([id, name]) =>
        input.keptApprovals.includes(id) ? [] : [`${name}批文`],
      ),
    ]
    return {
      isMet: missing.length === 0,
      wanted: '质量承诺书、专家论证和保留审批事项的批文都具备',
      found: missing.length === 0 ? '都已具备' : `缺${missing.join('、')}`,
    }
  },
})

export const pipesBeforeBuilding = defineRule({
  id: 'pipes-before-building',
  title: '开工前市政管网接入',
  basis: notice.lines(368),
  inputs: pipesShape,
  parameters: {},
  decide: ({ isPipesConnected }) => ({
    isMet: isPipesConnected,
    wanted: '开工前市政管网接入项目用地边界',
    found: isPipesConnected ? '已接入' : '没有接入',
  }),
})

export const reply = defineTextPaper({
  id: 'reply',
  title: '承诺制项目批复意见',
  basis: notice.lines(382),
  register: projects.id,
  head: 'red',
  issuer: '县行政审批服务管理局',
  number: { mark: '承诺批复', basis: gap('文号方式没有写明，由县里定', notice.lines(382)) },
  addressee: '{enterprise}',
  body: [
    { text: '你单位报送的{name}（编号{number}）承诺书收悉。经核对，承诺书内容齐全，批复如下：' },
    { level: 1, text: '同意按承诺内容办理：{items}。' },
    { level: 1, text: '完成时限为{completion}，逾期按信用监管规定处理。' },
    { level: 1, text: '具备开工条件后即可按承诺组织开工。' },
  ],
  annexes: [],
  copies: ['相关行业主管部门'],
})

/** From the promise to the start of construction. */
export const startUp = defineProcedure({
  id: 'start-up',
  title: '承诺制项目开工前办理',
  basis: notice.lines(340, 404),
  version: 1,
  validFrom: '2021-07-07',
  validTo: null,
  register: projects.id,
  subject: projects.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '建立项目台账', by: [approval], basis: notice.lines(426, 428) },
  initial: 'listed',
  states: {
    listed: {
      title: '待承诺',
      on: {
        promise: {
          title: '一次报送承诺书并即时批复',
          to: 'replied',
          by: [approval],
          basis: notice.lines(382, 384),
          input: fields(promiseShape),
          gates: ['promise-consents'],
          papers: ['reply'],
        },
      },
    },
    replied: {
      title: '待推送',
      on: {
        push: {
          title: '推送批复和承诺书',
          to: 'pushed',
          by: [approval],
          basis: notice.lines(382),
          input: fields({ departments: listOf('接收的行业主管部门', text('部门')) }),
        },
      },
    },
    pushed: {
      title: '待办用地',
      on: {
        applyForLand: {
          title: '办理用地手续',
          to: 'landApplied',
          by: [approval],
          basis: notice.lines(404),
          input: fields({ pensionDue: money('测算的补贴资金'), pensionPaid: money('已缴入财政专户') }),
          gates: ['pension-paid'],
        },
      },
    },
    landApplied: {
      title: '待供地',
      on: {
        supplyLand: {
          title: '供地',
          to: 'landSupplied',
          by: [approval],
          basis: notice.lines(368),
          input: fields({
            isGreenCleared: yesNo('绿地、树木已移除'),
            isPipesMoved: yesNo('供排水设施已迁改'),
          }),
          gates: ['services-before-land'],
        },
      },
    },
    landSupplied: {
      title: '待开工',
      on: {
        build: {
          title: '开工',
          to: 'building',
          by: [approval],
          basis: notice.lines(390),
          input: fields({ ...readyShape, ...pipesShape }),
          gates: ['ready-to-build', 'pipes-before-building'],
        },
      },
    },
    building: {
      title: '已开工',
      on: { complete: { title: '完工', to: 'completed', by: [competent], basis: notice.lines(414, 416) } },
    },
    completed: { title: '已完工', final: 'completed', on: {} },
    cancelled: { title: '已终止', final: 'withdrawn', on: {} },
  },
  anywhere: {
    cancel: { title: '终止项目', to: 'cancelled', by: [office], basis: notice.lines(426), needsReason: true },
  },
  limits: {},
})
