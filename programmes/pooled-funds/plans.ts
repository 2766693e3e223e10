import {
  choice,
  compareDecimals,
  count,
  type Decimal,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineTextPaper,
  defineValueRule,
  differenceOf,
  fields,
  gap,
  isSameAmount,
  listOf,
  longText,
  measure,
  OPENING,
  reference,
  sumOf,
  text,
} from '@luoshi/kernel'
import {
  classChoice,
  classes,
  classIds,
  readFunds,
  type SourceRow,
  sourceChoice,
  sourceIds,
  sources,
  type UseRow,
} from './funds.ts'
import { adjustment, government, office, readers, secondPlan, validity } from './notices.ts'

const basis = adjustment.lines(76, 90)

export const planKinds = { initial: '年初方案', midyear: '年中调整方案', batch: '分批使用计划' } as const

export const planShape = {
  total: measure('整合规模', '万元'),
  sources: listOf('资金来源', fields({ source: sourceChoice, amount: measure('金额', '万元') })),
  uses: listOf(
    '资金安排',
    fields({
      useClass: classChoice,
      amount: measure('金额', '万元'),
      projects: count('项目数', '个').optional(),
    }),
  ),
  printed: longText('方案正文', { help: '粘贴整合规模和资金安排两节，与上面填的核对' }).optional(),
}

const difference = longText('与上一版的差别')

/** Plans with where their money comes from and what it is for, version after version. */
export const plans = defineRegister({
  id: 'plans',
  title: '统筹整合资金方案台账',
  basis,
  fields: fields({
    number: text('方案编号', { help: '如2021年年中调整' }),
    kind: choice('方案类别', planKinds),
    document: text('文号').optional(),
    previous: reference('上一版方案', 'plans').optional(),
    ...planShape,
    completeBy: date('项目完成日期', { help: '方案写明的最后一天，没有写明的不填' }).optional(),
    householdsBy: date('到户资金发放日期', { help: '方案写明的最后一天，没有写明的不填' }).optional(),
    difference: difference.optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [office] },
})

const sumOfRows = (rows: readonly { readonly amount: Decimal }[]) => sumOf(rows.map(({ amount }) => amount))

/** What comes in is what goes out, and what the plan says it is, to the 元. */
export const fundsAddUp = defineRule({
  id: 'funds-add-up',
  title: '来源、安排和规模相等',
  basis,
  inputs: { total: planShape.total, sources: planShape.sources, uses: planShape.uses },
  parameters: {},
  decide: (input) => {
    const [given, used] = [sumOfRows(input.sources), sumOfRows(input.uses)]
    const off = [
      ...(isSameAmount(given, input.total) ? [] : [`来源相差${differenceOf(given, input.total)}万元`]),
      ...(isSameAmount(used, input.total) ? [] : [`安排相差${differenceOf(used, input.total)}万元`]),
    ]
    return {
      isMet: off.length === 0,
      wanted: `来源合计、安排合计都等于整合规模${input.total}万元`,
      found: `来源合计${given}万元，安排合计${used}万元${off.map((one) => `，${one}`).join('')}`,
    }
  },
})

/** No source and no class stands twice. */
export const eachOnce = defineRule({
  id: 'each-once',
  title: '来源和类别不重复',
  basis,
  inputs: { sources: planShape.sources, uses: planShape.uses },
  parameters: {},
  decide: (input) => {
    const twice = [
      ...repeated(input.sources.map(({ source }) => sources[source])),
      ...repeated(input.uses.map(({ useClass }) => classes[useClass])),
    ]
    return {
      isMet: twice.length === 0,
      wanted: '每个来源、每个类别只列一次',
      found: twice.length === 0 ? '没有重复' : `${twice.join('、')}列了不止一次`,
    }
  },
})

const repeated = (names: readonly string[]) => [
  ...new Set(names.filter((name, place) => names.indexOf(name) !== place)),
]

/** What is filled in is what the text says, where the text is at hand. */
export const agreesWithText = defineRule({
  id: 'agrees-with-text',
  title: '与方案正文一致',
  basis,
  inputs: { printed: planShape.printed, sources: planShape.sources, uses: planShape.uses },
  parameters: {},
  decide: (input) => {
    if (input.printed === undefined) return { isMet: true, wanted: '与正文一致', found: '没有粘贴正文' }
    const off = planDifferences(readFunds(input.printed), input)
    return {
      isMet: off.length === 0,
      wanted: '来源、类别的金额和项目数与方案正文一致',
      found: off.length === 0 ? '一致' : off.join('；'),
    }
  },
})

/** The money of a plan. */
export interface PlanFunds {
  readonly sources: readonly SourceRow[]
  readonly uses: readonly UseRow[]
}

/** What differs between two plans, one sentence part each: 中央衔接资金8000万元，8587万元 */
export function planDifferences(one: PlanFunds, other: PlanFunds): readonly string[] {
  return [
    ...amountsOf(one, other).flatMap(({ name, before, after }) =>
      isSameAmount(before, after) ? [] : [`${name}${before}万元，填的是${after}万元`],
    ),
    ...classIds.flatMap((useClass) => {
      const [before, after] = [projectsOf(one, useClass), projectsOf(other, useClass)]
      return before === after
        ? []
        : [`${classes[useClass]}项目${before ?? '没有写'}个，填的是${after ?? '没有写'}个`]
    }),
  ]
}

/** How a plan changes another, source by source and class by class; what stays is left out. */
export function changesBetween(before: PlanFunds, after: PlanFunds): readonly string[] {
  const signed = (amount: Decimal) =>
    compareDecimals(amount, '0') > 0 ? `增加${amount}` : `减少${amount.slice(1)}`
  return amountsOf(before, after).flatMap((one) =>
    isSameAmount(one.before, one.after)
      ? []
      : [
          `${one.name}由${one.before}万元调整为${one.after}万元，${signed(differenceOf(one.after, one.before))}万元`,
        ],
  )
}

function amountsOf(one: PlanFunds, other: PlanFunds) {
  const bySource = ({ sources: rows }: PlanFunds, source: string) =>
    sumOfRows(rows.filter((row) => row.source === source))
  const byClass = ({ uses }: PlanFunds, useClass: string) =>
    sumOfRows(uses.filter((row) => row.useClass === useClass))
  return [
    ...sourceIds.map((id) => ({ name: sources[id], before: bySource(one, id), after: bySource(other, id) })),
    ...classIds.map((id) => ({ name: classes[id], before: byClass(one, id), after: byClass(other, id) })),
  ]
}

const projectsOf = ({ uses }: PlanFunds, useClass: string) =>
  uses.find((row) => row.useClass === useClass)?.projects

const previousPlans = listOf(
  '上一版方案',
  fields({ number: text('方案编号'), sources: planShape.sources, uses: planShape.uses }),
)

/** What the plan changes of the one before it. */
export const differenceRule = defineValueRule({
  id: 'difference',
  title: '与上一版的差别',
  basis: adjustment.lines(58),
  gives: difference,
  inputs: { previousPlans, sources: planShape.sources, uses: planShape.uses },
  parameters: {},
  decide: (input) => {
    const [previous] = input.previousPlans
    if (previous === undefined) return { value: '没有上一版方案。', because: '没有写明上一版方案' }
    const changes = changesBetween(previous, input)
    return {
      value: changes.length === 0 ? '各项金额没有变化。' : `${changes.join('；')}。`,
      because: `与${previous.number}逐项比较`,
    }
  },
})

/** A version before this one is there where it is named. */
export const previousThere = defineRule({
  id: 'previous-there',
  title: '上一版方案',
  basis: adjustment.lines(58),
  inputs: {
    kind: choice('方案类别', planKinds),
    previous: reference('上一版方案', 'plans').optional(),
    previousPlans,
  },
  parameters: {},
  decide: ({ kind, previous, previousPlans: found }) => ({
    isMet: previous === undefined ? kind !== 'midyear' : found.length > 0,
    wanted: '年中调整方案写明所调整的上一版，并且台账中有',
    found: previous === undefined ? '没有写明上一版' : found.length > 0 ? '有' : `台账中没有${previous}`,
  }),
})

const gates = ['funds-add-up', 'each-once', 'agrees-with-text', 'previous-there']
const { shape } = plans.fields

/** Drawn up, approved by the county's government, on its website, and followed by the next. */
export const planning = defineProcedure({
  id: 'planning',
  title: '统筹整合资金方案编制',
  basis: adjustment.lines(58, 94),
  ...validity,
  register: plans.id,
  subject: plans.fields,
  access: { read: readers },
  lookups: {
    previousPlans: {
      title: '上一版方案',
      register: plans.id,
      where: { number: 'previous' },
      gives: { kind: 'records', fields: ['number', 'sources', 'uses'] },
    },
  },
  opening: {
    title: '起草方案',
    by: [office],
    basis: adjustment.lines(58, 76),
    computes: { difference: 'difference' },
    gates,
  },
  initial: 'drafted',
  states: {
    drafted: {
      title: '待批准',
      on: {
        revise: {
          title: '修改方案',
          to: 'drafted',
          by: [office],
          basis: adjustment.lines(76, 90),
          input: fields({
            total: planShape.total.optional(),
            sources: planShape.sources.optional(),
            uses: planShape.uses.optional(),
            printed: planShape.printed,
            completeBy: shape.completeBy,
            householdsBy: shape.householdsBy,
            difference,
          }),
          computes: { difference: 'difference' },
          gates,
        },
        approve: {
          title: '批准方案',
          to: 'approved',
          by: [government],
          basis: adjustment.lines(48),
          notByWhoDid: [OPENING, 'revise'],
          gates: ['funds-add-up'],
          papers: ['comparison'],
        },
        drop: { title: '作废', to: 'dropped', by: [office], basis: adjustment.lines(58), needsReason: true },
      },
    },
    approved: {
      title: '待公开',
      on: {
        publish: {
          title: '在县政府门户网站公开',
          to: 'published',
          by: [office],
          basis: adjustment.lines(94),
          input: fields({ publishedOn: date('公开日期'), address: text('网址').optional() }),
        },
      },
    },
    published: {
      title: '执行中',
      rests: true,
      disclosure: {
        title: '统筹整合资金分配方案',
        basis: adjustment.lines(94),
        duration: gap('公开多久没有写明，执行中一直公开', adjustment.lines(94)),
        places: ['县政府门户网站'],
        shows: ['number', 'document', 'total', 'difference', 'publishedOn'],
        clear: [],
        after: [],
      },
      on: {
        supersede: {
          title: '由新方案代替',
          to: 'superseded',
          by: [office],
          basis: adjustment.lines(58),
          needsReason: true,
        },
      },
    },
    superseded: { title: '已被代替', final: 'completed', on: {} },
    dropped: { title: '已作废', final: 'withdrawn', on: {} },
  },
  limits: {},
  open: [gap('“11月中旬”“9月中旬”没有写到日，按当月20日', secondPlan.lines(466))],
})

export const comparisonPaper = defineTextPaper({
  id: 'comparison',
  title: '统筹整合资金方案调整对照',
  basis: adjustment.lines(58),
  open: [gap('方案没有印对照的样式', adjustment.lines(58))],
  register: plans.id,
  head: 'plain',
  issuer: '{@county}人民政府',
  addressee: '各乡（镇）人民政府，县直各有关单位',
  body: [
    { text: '{number}（{kind}）整合规模{total}万元，来源和安排相等。' },
    { text: '上一版为{previous}，逐项差别如下：', when: { field: 'previous' } },
    { text: '{difference}' },
  ],
  annexes: [],
  copies: [],
})
