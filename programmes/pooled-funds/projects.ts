import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineTally,
  defineValueRule,
  fields,
  gap,
  isAtMost,
  isSameAmount,
  listOf,
  longText,
  measure,
  reference,
  sumOf,
  text,
  yesNo,
} from '@luoshi/kernel'
import {
  classChoice,
  classes,
  shareOf,
  shareShape,
  sourceIds,
  sources,
  sumOfSource,
  takenWithin,
  totalAmount,
  totalOf,
} from './funds.ts'
import { adjustment, carriers, office, readers, secondPlan, validity } from './notices.ts'
import { planShape } from './plans.ts'

/** 负面清单: what money may not be used for, document by document. */
export const forbiddenUses = defineRegister({
  id: 'forbidden-uses',
  title: '负面清单台账',
  basis: adjustment.lines(72),
  fields: fields({
    number: text('编号'),
    phrase: text('禁止的用途', { help: '项目名称或者内容中有这几个字的不能列入，如楼堂馆所' }),
    list: text('所在文件'),
    document: text('文号', { help: '如晋财农〔2021〕45号' }),
  }),
  key: ['number'],
  calledBy: ['phrase'],
  access: { read: readers, write: [office] },
})

export const natures = {
  new: '新建',
  repair: '维修',
  extension: '扩建',
  renovation: '翻修',
  rebuilding: '改建',
} as const

/** What every project says of itself, as the plan's table has it. */
export const projectShape = {
  village: text('村'),
  name: text('项目名称'),
  useClass: classChoice,
  nature: choice('项目性质', natures),
  implementer: text('项目实施主体'),
  content: longText('主要建设规模内容及补助标准'),
  goal: longText('绩效目标').optional(),
}

export const isHousehold = yesNo('到户类项目', { help: '计划的表里没有这一栏，由经办人认定' })

/** Money, management, accounts and responsibility are each a project’s own. */
export const projects = defineRegister({
  id: 'projects',
  title: '统筹整合资金项目库',
  basis: adjustment.lines(96, 102),
  fields: fields({
    number: text('项目编号'),
    township: text('乡镇'),
    total: totalAmount.optional(),
    plan: reference('方案', 'plans'),
    ...projectShape,
    ...shareShape,
    isHousehold,
    completeBy: date('完成期限').optional(),
    householdsBy: date('到户发放期限').optional(),
  }),
  key: ['number'],
  calledBy: ['name'],
  access: { read: readers, write: [office] },
})

export const totalRule = defineValueRule({
  id: 'project-total',
  title: '各来源合计',
  basis: secondPlan.lines(475, 476),
  gives: totalAmount,
  inputs: shareShape,
  parameters: {},
  decide: (shares) => ({
    value: totalOf(shares),
    because: sourceIds
      .flatMap((source) => (shares[source] === undefined ? [] : [`${sources[source]}${shares[source]}`]))
      .join('＋'),
  }),
})

const forbidden = listOf('负面清单', forbiddenUses.fields)

/** Nothing that a list of forbidden uses names. */
export const notForbidden = defineRule({
  id: 'not-forbidden',
  title: '不在负面清单',
  basis: adjustment.lines(72),
  inputs: {
    useClass: projectShape.useClass,
    name: projectShape.name,
    content: projectShape.content,
    forbidden,
  },
  parameters: {},
  decide: (input) => {
    const said = [classes[input.useClass], input.name, input.content]
    const hit = input.forbidden.find(({ phrase }) => said.some((one) => one.includes(phrase)))
    return {
      isMet: hit === undefined,
      wanted: '项目类别、名称和内容不在负面清单',
      found: hit === undefined ? '不在' : `“${hit.phrase}”列在${hit.list}（${hit.document}）的负面清单`,
    }
  },
})

const planEntries = listOf(
  '执行的方案',
  fields({
    number: text('方案编号'),
    sources: planShape.sources,
    uses: planShape.uses,
    completeBy: date('项目完成日期').optional(),
    householdsBy: date('到户资金发放日期').optional(),
  }),
)

const siblings = listOf(
  '方案的其他项目',
  fields({ number: text('项目编号'), useClass: classChoice, ...shareShape, total: totalAmount }),
)

/** All projects of a plan together take no more of any source and of any class than the plan has. */
export const withinPlan = defineRule({
  id: 'within-plan',
  title: '不超过方案',
  basis: adjustment.lines(76, 90),
  inputs: { useClass: classChoice, ...shareShape, total: totalAmount, planEntries, siblings },
  parameters: {},
  decide: (input) => {
    const [plan] = input.planEntries
    if (plan === undefined)
      return { isMet: false, wanted: '方案已批准', found: '没有这样的方案，或者还没有批准' }
    const all = [...input.siblings, input]
    const taken = [
      ...sourceIds.map((source) => ({
        name: sources[source],
        has: sumOf(plan.sources.filter((row) => row.source === source).map(({ amount }) => amount)),
        takes: sumOfSource(all, source),
      })),
      {
        name: classes[input.useClass],
        has: sumOf(plan.uses.filter((row) => row.useClass === input.useClass).map(({ amount }) => amount)),
        takes: sumOf(all.filter((one) => one.useClass === input.useClass).map(({ total }) => total)),
      },
    ]
    const wanted = '项目金额大于0，方案的项目合计不超过方案的各项来源和类别'
    return takenWithin(input.total, taken, { has: '方案', takes: '项目合计', wanted })
  },
})

const { shape } = projects.fields

/** No later than the plan says. */
export const datesWithinPlan = defineRule({
  id: 'dates-within-plan',
  title: '期限不晚于方案',
  basis: secondPlan.lines(466),
  inputs: {
    planEntries,
    isHousehold,
    completeBy: shape.completeBy,
    householdsBy: shape.householdsBy,
  },
  parameters: {},
  decide: ({ planEntries: [plan], isHousehold: isOfHouseholds, completeBy, householdsBy }) => {
    const isLate = (own: string | undefined, last: string | undefined) =>
      last !== undefined && (own === undefined || own > last)
    const late = [
      ...(isLate(completeBy, plan?.completeBy) ? [`完成期限不晚于${plan?.completeBy}`] : []),
      ...(isOfHouseholds && isLate(householdsBy, plan?.householdsBy)
        ? [`到户发放期限不晚于${plan?.householdsBy}`]
        : []),
    ]
    return {
      isMet: late.length === 0,
      wanted: late.length === 0 ? '不晚于方案的日期' : late.join('，'),
      found: `完成期限${completeBy ?? '没有填写'}，到户发放期限${householdsBy ?? '没有填写'}`,
    }
  },
})

const documents = {
  planDocument: text('实施方案', { help: '名称和文号' }).optional(),
  goal: projectShape.goal,
  responsible: text('责任人').optional(),
}

/** What is not answered for by anybody, has no plan or no goal is not closed. */
export const answeredFor = defineRule({
  id: 'answered-for',
  title: '实施方案、绩效目标和责任人',
  basis: adjustment.lines(96, 102),
  inputs: documents,
  parameters: {},
  decide: ({ planDocument, goal, responsible }) => {
    const missing = [
      ...(planDocument === undefined ? ['实施方案'] : []),
      ...(goal === undefined ? ['绩效目标'] : []),
      ...(responsible === undefined ? ['责任人'] : []),
    ]
    return {
      isMet: missing.length === 0,
      wanted: '有实施方案、绩效目标和责任人',
      found: missing.length === 0 ? '都有' : `没有${missing.join('、')}`,
    }
  },
})

/** What is posted where: 项目安排 and 资金使用, in the township and in the village. */
export const postingShape = {
  arrangementInTownship: date('项目安排乡级公示日期').optional(),
  arrangementInVillage: date('项目安排村级公示日期').optional(),
  useInTownship: date('资金使用乡级公示日期').optional(),
  useInVillage: date('资金使用村级公示日期').optional(),
}

/** Names of what is not posted yet. */
export function notPosted(posted: {
  readonly arrangementInTownship?: string | undefined
  readonly arrangementInVillage?: string | undefined
  readonly useInTownship?: string | undefined
  readonly useInVillage?: string | undefined
}): readonly string[] {
  return [
    ...(posted.arrangementInTownship === undefined ? ['项目安排乡级公示'] : []),
    ...(posted.arrangementInVillage === undefined ? ['项目安排村级公示'] : []),
    ...(posted.useInTownship === undefined ? ['资金使用乡级公示'] : []),
    ...(posted.useInVillage === undefined ? ['资金使用村级公示'] : []),
  ]
}

export const allPosted = defineRule({
  id: 'all-posted',
  title: '乡村两级公示公告',
  basis: adjustment.lines(94),
  inputs: postingShape,
  parameters: {},
  decide: (posted) => {
    const missing = notPosted(posted)
    return {
      isMet: missing.length === 0,
      wanted: '项目安排、资金使用都在乡村两级公示公告',
      found: missing.length === 0 ? '都已公示' : `没有${missing.join('、')}`,
    }
  },
})

export const paidTotal = measure('已拨付', '万元')
const paidShares = listOf('已拨付的各来源', fields(shareShape))

/** Nothing that is owed to households stays behind. */
export const householdsPaid = defineRule({
  id: 'households-paid',
  title: '应发尽发',
  basis: secondPlan.lines(466),
  inputs: { isHousehold, total: totalAmount, paidTotal },
  parameters: {},
  decide: (input) => ({
    isMet: input.isHousehold && isSameAmount(input.paidTotal, input.total),
    wanted: `到户类项目的${input.total}万元全部拨付`,
    found: input.isHousehold ? `已拨付${input.paidTotal}万元` : '不是到户类项目',
  }),
})

/** Households are paid before their project is done with. */
export const householdsFirst = defineRule({
  id: 'households-first',
  title: '到户资金已发放',
  basis: secondPlan.lines(466),
  inputs: { isHousehold, householdsPaidOn: date('发放完毕日期').optional() },
  parameters: {},
  decide: (input) => ({
    isMet: !input.isHousehold || input.householdsPaidOn !== undefined,
    wanted: '到户类项目已发放完毕',
    found: input.householdsPaidOn ?? (input.isHousehold ? '没有发放完毕' : '不是到户类项目'),
  }),
})

/** What was paid already stays within what the project has. */
export const notBelowPaid = defineRule({
  id: 'not-below-paid',
  title: '调整后不少于已拨付',
  basis: adjustment.lines(96, 98),
  inputs: { ...shareShape, paidShares },
  parameters: {},
  decide: (input) => {
    const below = sourceIds.filter((source) => {
      const paid = sumOfSource(input.paidShares, source)
      return !isAtMost(paid, shareOf(input, source))
    })
    return {
      isMet: below.length === 0,
      wanted: '每个来源不少于已经拨付的',
      found:
        below.length === 0
          ? '不少于'
          : below
              .map(
                (source) =>
                  `${sources[source]}已拨付${sumOfSource(input.paidShares, source)}万元，调整为${shareOf(input, source)}万元`,
              )
              .join('；'),
    }
  },
})

const prepare = (to: 'pooled' | 'building' | 'completed') => ({
  title: '落实实施方案、绩效目标和责任人',
  to,
  by: [office, ...carriers],
  basis: adjustment.lines(96, 102),
  input: fields(documents),
})

const post = (to: 'pooled' | 'building' | 'completed') => ({
  title: '登记乡村两级公示公告',
  to,
  by: [office, ...carriers],
  basis: adjustment.lines(94),
  input: fields(postingShape),
})

const adjust = (to: 'pooled' | 'building') => ({
  title: '调整资金或者所属方案',
  to,
  by: [office],
  basis: adjustment.lines(58),
  needsReason: true,
  input: fields({ plan: shape.plan.optional(), ...shareShape, total: totalAmount }),
  computes: { total: 'project-total' },
  gates: ['within-plan', 'not-below-paid'],
})

const payHouseholds = (to: 'building' | 'completed') => ({
  title: '到户资金发放完毕',
  to,
  by: [office, ...carriers],
  basis: secondPlan.lines(466),
  input: fields({ householdsPaidOn: date('发放完毕日期') }),
  gates: ['households-paid'],
})

/** A project from the pool to its end. */
export const carrying = defineProcedure({
  id: 'carrying',
  title: '统筹整合资金项目管理',
  basis: adjustment.lines(92, 102),
  ...validity,
  register: projects.id,
  subject: projects.fields,
  access: { read: readers },
  lookups: {
    forbidden: {
      title: '负面清单',
      register: forbiddenUses.id,
      where: {},
      gives: { kind: 'records', fields: ['number', 'phrase', 'list', 'document'] },
    },
    planEntries: {
      title: '执行的方案',
      register: 'plans',
      where: { number: 'plan' },
      states: ['approved', 'published'],
      gives: { kind: 'records', fields: ['number', 'sources', 'uses', 'completeBy', 'householdsBy'] },
    },
    siblings: {
      title: '方案的其他项目',
      register: projects.id,
      where: { plan: 'plan' },
      states: ['pooled', 'building', 'completed', 'closed'],
      gives: { kind: 'records', fields: ['number', 'useClass', ...sourceIds, 'total'] },
    },
    paidTotal: {
      title: '已拨付',
      register: 'payments',
      where: { project: 'number' },
      states: ['paid'],
      gives: { kind: 'sum', field: 'total' },
    },
    paidShares: {
      title: '已拨付的各来源',
      register: 'payments',
      where: { project: 'number' },
      states: ['paid'],
      gives: { kind: 'records', fields: sourceIds },
    },
  },
  opening: {
    title: '列入项目库',
    by: [office],
    basis: adjustment.lines(72, 90),
    computes: { total: 'project-total' },
    gates: ['not-forbidden', 'within-plan', 'dates-within-plan'],
  },
  initial: 'pooled',
  states: {
    pooled: {
      title: '待开工',
      on: {
        prepare: prepare('pooled'),
        post: post('pooled'),
        adjust: adjust('pooled'),
        begin: {
          title: '开工',
          to: 'building',
          by: carriers,
          basis: secondPlan.lines(446, 466),
          input: fields({ begunOn: date('开工日期') }),
        },
      },
    },
    building: {
      title: '实施中',
      disclosure: {
        title: '统筹整合资金项目安排',
        basis: adjustment.lines(94),
        duration: gap('公示公告多久没有写明，实施中一直公示', adjustment.lines(94)),
        places: ['乡（镇）公示栏', '村务公开栏'],
        shows: ['name', 'township', 'village', 'implementer', 'content', 'total', 'goal'],
        clear: [],
        after: [],
      },
      on: {
        prepare: prepare('building'),
        post: post('building'),
        adjust: adjust('building'),
        payHouseholds: payHouseholds('building'),
        complete: {
          title: '完工',
          to: 'completed',
          by: carriers,
          basis: secondPlan.lines(466),
          input: fields({ completedOn: date('完工日期') }),
        },
      },
    },
    completed: {
      title: '已完工待销项',
      on: {
        prepare: prepare('completed'),
        post: post('completed'),
        payHouseholds: payHouseholds('completed'),
        close: {
          title: '销项',
          to: 'closed',
          by: [office],
          basis: adjustment.lines(94, 102),
          gates: ['answered-for', 'all-posted', 'households-first'],
        },
      },
    },
    closed: { title: '已销项', final: 'completed', on: {} },
    withdrawn: { title: '已调出', final: 'withdrawn', on: {} },
  },
  anywhere: {
    withdraw: {
      title: '调出项目库',
      to: 'withdrawn',
      by: [office],
      basis: adjustment.lines(58),
      needsReason: true,
    },
  },
  limits: {
    completion: {
      title: '项目完成期限',
      starts: 'opening',
      ends: ['complete'],
      legal: { field: 'completeBy', basis: secondPlan.lines(466) },
      reminderDays: 15,
      missed: { kind: 'escalate', role: 'government' },
    },
    households: {
      title: '到户资金发放期限',
      starts: 'opening',
      when: { field: 'isHousehold', is: ['true'] },
      ends: ['payHouseholds'],
      legal: { field: 'householdsBy', basis: secondPlan.lines(466) },
      reminderDays: 10,
      missed: { kind: 'escalate', role: 'government' },
    },
  },
})

const columns = [
  { id: 'projects', title: '项目数' },
  { id: 'total', title: '合计（万元）', sums: 'total' },
  ...sourceIds.map((source) => ({ id: source, title: `${sources[source]}（万元）`, sums: source })),
]

const tally = (id: string, title: string, field: string) =>
  defineTally({
    id,
    title,
    basis: secondPlan.lines(454, 462),
    register: projects.id,
    by: [
      { kind: 'field', field: 'plan' },
      { kind: 'field', field },
    ],
    columns,
  })

export const tallies = [
  tally('by-township', '按乡镇统计', 'township'),
  tally('by-implementer', '按实施主体统计', 'implementer'),
  tally('by-class', '按类别统计', 'useClass'),
]
