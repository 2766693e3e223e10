import {
  choice,
  count,
  type Decimal,
  date,
  defineParameter,
  defineProcedure,
  defineRegister,
  defineRule,
  defineTally,
  defineTextPaper,
  defineValueRule,
  differenceOf,
  fields,
  gap,
  isAtLeast,
  isDecimal,
  listOf,
  longText,
  measure,
  personalText,
  phone,
  productOf,
  quotientOf,
  reference,
  sumOf,
  text,
} from '@luoshi/kernel'
import { communities } from './communities.ts'
import { consulted, department, leaders, notice, office, readers, township, validity } from './notice.ts'

const checking = notice.lines(2409)

/** 物业服务企业 */
export const companies = defineRegister({
  id: 'companies',
  title: '物业服务企业台账',
  basis: notice.lines(2359, 2369),
  fields: fields({
    number: text('企业编号'),
    name: text('企业名称'),
    manager: personalText('负责人', 'name'),
    contact: phone('联系电话'),
    communities: count('在管小区', '个'),
    hasParty: choice('党组织', { own: '单建', joint: '联建', area: '区域建设', none: '还没有建立' }),
  }),
  key: ['number'],
  calledBy: ['name'],
  access: { read: readers, write: [office, township] },
})

const deducted = measure('扣分', '分')
const added = measure('加分', '分')

/** 日常检查记录, which count in the year's rating. */
export const inspections = defineRegister({
  id: 'inspections',
  title: '物业企业检查和信用记录台账',
  basis: checking,
  fields: fields({
    number: text('记录编号'),
    company: reference('物业服务企业', companies.id),
    community: reference('小区', communities.id).optional(),
    year: text('年度', { help: '如2022' }),
    checkedOn: date('检查日期'),
    kind: choice('检查方式', {
      daily: '日常监督检查',
      random: '双随机、一公开',
      joint: '联合检查',
      complaint: '投诉查实',
    }),
    item: reference('负面清单条目', 'negative-items').optional(),
    finding: longText('检查情况'),
    deducted,
    added,
  }),
  key: ['number'],
  access: { read: readers, write: [department, township, office] },
  open: [gap('检查记录扣几分、加几分没有写明，逐条填写', checking)],
})

/** 负面清单: what companies and committees must not do. */
export const negativeItems = defineRegister({
  id: 'negative-items',
  title: '物业服务行业乱象、业主委员会行为负面清单',
  basis: notice.lines(2407),
  fields: fields({
    number: text('条目编号'),
    list: choice('清单', { trade: '物业服务行业乱象负面清单', committee: '业主委员会行为负面清单' }),
    behaviour: text('行为'),
  }),
  key: ['number'],
  calledBy: ['behaviour'],
  access: { read: readers, write: [office] },
  open: [gap('两个负面清单的内容没有印出，由县里建立', notice.lines(2407))],
})

const year = text('年度', { help: '如2022' })
const score = measure('信用得分', '分', { least: '-9999' })
const grade = text('信用等级')

/** 信用评价 of a company for a year. */
export const ratings = defineRegister({
  id: 'ratings',
  title: '物业企业信用评价台账',
  basis: notice.lines(2355, 2409),
  fields: fields({
    number: text('评价编号'),
    company: reference('物业服务企业', companies.id),
    year,
    score: score.optional(),
    grade: grade.optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [office] },
})

export const baseScore = defineParameter<Decimal>({
  id: 'base-score',
  title: '物业企业信用评价基准分',
  unit: '分',
  form: 'decimal',
  values: [],
  gap: gap('信用评价从多少分起算没有写明', checking),
})

/** The county's grades, from the highest down, each with the least score for it: 甲=90、乙=75、丙=0 */
export const gradeScale = defineParameter<readonly string[]>({
  id: 'grade-scale',
  title: '物业企业信用等级和最低分',
  unit: '',
  form: 'list',
  values: [],
  gap: gap('信用等级分几级、各多少分没有写明，由县里写作“等级=最低分”，由高到低', checking),
})

export const creditWeight = defineParameter<Decimal>({
  id: 'credit-weight',
  title: '信用评价在物业招标打分中的比重',
  unit: '%',
  form: 'decimal',
  values: [],
  gap: gap('信用评价结果在招标打分中占多少没有写明', notice.lines(2407)),
})

const records = listOf('该企业当年的检查记录', fields({ deducted, added }))

export const scoreRule = defineValueRule({
  id: 'credit-score',
  title: '信用得分',
  basis: checking,
  gives: score,
  inputs: { recordsOfYear: records },
  parameters: { base: baseScore },
  decide: ({ recordsOfYear }, { base }) => {
    const less = sumOf(recordsOfYear.map((one) => one.deducted))
    const more = sumOf(recordsOfYear.map((one) => one.added))
    return {
      value: differenceOf(sumOf([base, more]), less),
      because: `基准分${base}＋加分${more}－扣分${less}（${recordsOfYear.length}条记录）`,
    }
  },
})

/** A scale as the county wrote it; null where it is none. */
export function readScale(
  written: readonly string[],
): readonly (readonly [name: string, least: Decimal])[] | null {
  const rows = written.map((one) => one.split('=').map((part) => part.trim()))
  const isScale = rows.every(
    ([name, least, ...rest]) => name && least && isDecimal(least) && rest.length === 0,
  )
  return isScale ? rows.map(([name = '', least = '0']) => [name, least] as const) : null
}

export const gradeRule = defineValueRule({
  id: 'credit-grade',
  title: '信用等级',
  basis: checking,
  gives: grade,
  inputs: { score },
  parameters: { scale: gradeScale },
  decide: (input, { scale }) => {
    const rows = readScale(scale)
    const found = rows?.find(([, least]) => isAtLeast(input.score, least))
    if (found === undefined) return { missing: `“${gradeScale.title}”中没有${input.score}分的等级` }
    return { value: found[0], because: `${input.score}分，不低于${found[1]}分` }
  },
})

/** A year's rating: drawn from what was recorded, put to the departments, told to the company. */
export const rating = defineProcedure({
  id: 'rating',
  title: '物业企业信用评价',
  basis: notice.lines(2355, 2409),
  ...validity,
  register: ratings.id,
  subject: ratings.fields,
  access: { read: readers },
  lookups: {
    recordsOfYear: {
      title: '该企业当年的检查记录',
      register: inspections.id,
      where: { company: 'company', year: 'year' },
      gives: { kind: 'records', fields: ['deducted', 'added'] },
    },
  },
  opening: { title: '启动评价', by: [office], basis: checking },
  initial: 'begun',
  states: {
    begun: {
      title: '待计分',
      on: {
        compute: {
          title: '按检查记录计分',
          to: 'scored',
          by: [office],
          basis: checking,
          input: fields({ score }),
          computes: { score: scoreRule.id },
        },
      },
    },
    scored: {
      title: '征询部门意见',
      on: {
        comment: {
          title: '提出意见',
          to: 'scored',
          by: consulted,
          basis: notice.lines(2355),
          input: fields({ comment: longText('部门、乡（镇）意见') }),
        },
        again: {
          title: '重新计分',
          to: 'scored',
          by: [office],
          basis: checking,
          needsReason: true,
          input: fields({ score }),
          computes: { score: scoreRule.id },
        },
        decide: {
          title: '确定评价结果并反馈',
          to: 'given',
          by: [office],
          basis: notice.lines(2355),
          input: fields({ grade }),
          computes: { grade: gradeRule.id },
          papers: ['credit-feedback'],
        },
      },
    },
    given: { title: '已评价', final: 'completed', on: {} },
  },
  limits: {},
})

export const feedbackPaper = defineTextPaper({
  id: 'credit-feedback',
  title: '物业企业信用评价结果反馈',
  basis: notice.lines(2355),
  open: [gap('通知没有印反馈的样式', notice.lines(2355))],
  register: ratings.id,
  head: 'plain',
  issuer: '县推进住宅小区物业管理服务工作领导小组办公室',
  addressee: '各物业服务企业，各乡（镇）',
  body: [
    { text: '企业{company}{year}年度信用评价（评价编号{number}）得{score}分，信用等级为{grade}。' },
    { text: '评价结果纳入物业服务项目招标投标打分。' },
  ],
  annexes: [],
  copies: [],
})

const otherScore = measure('其他评标项得分', '分')
const creditScore = measure('最近一次信用得分', '分', { least: '-9999' })
const total = measure('评标总分', '分', { least: '-9999' })

/** 物业服务项目招标打分 */
export const bids = defineRegister({
  id: 'bids',
  title: '物业招标打分台账',
  basis: notice.lines(2405, 2407),
  fields: fields({
    number: text('投标编号'),
    community: reference('小区', communities.id),
    company: reference('投标企业', companies.id),
    otherScore,
    creditScore: creditScore.optional(),
    total: total.optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [office] },
})

const ratingsGiven = listOf('该企业的信用评价', fields({ year, score: score.optional() }))

/** The latest rating of a company that bids; who was never rated has none. */
export const creditScoreRule = defineValueRule({
  id: 'bid-credit-score',
  title: '最近一次信用得分',
  basis: notice.lines(2407),
  gives: creditScore,
  inputs: { ratingsGiven },
  parameters: {},
  decide: (input) => {
    const latest = input.ratingsGiven.toSorted((a, b) => (a.year < b.year ? 1 : -1))[0]
    if (latest?.score === undefined) return { missing: '该企业还没有信用评价' }
    return { value: latest.score, because: `${latest.year}年度信用评价` }
  },
})

/** What else was scored has the rest of the weight. */
export const bidTotalRule = defineValueRule({
  id: 'bid-total',
  title: '评标总分',
  basis: notice.lines(2407),
  gives: total,
  inputs: { otherScore, creditScore },
  parameters: { weight: creditWeight },
  decide: (input, { weight }) => {
    const rest = differenceOf('100', weight)
    const credit = productOf(input.creditScore, weight)
    const other = productOf(input.otherScore, rest)
    return {
      value: quotientOf(sumOf([credit, other]), '100', 2),
      because: `信用得分${input.creditScore}×${weight}%＋其他${input.otherScore}×${rest}%`,
    }
  },
})

export const bidding = defineProcedure({
  id: 'bidding',
  title: '物业招标打分',
  basis: notice.lines(2405, 2407),
  ...validity,
  register: bids.id,
  subject: bids.fields,
  access: { read: readers },
  lookups: {
    ratingsGiven: {
      title: '该企业的信用评价',
      register: ratings.id,
      where: { company: 'company' },
      states: ['given'],
      gives: { kind: 'records', fields: ['year', 'score'] },
    },
  },
  opening: {
    title: '登记投标打分',
    by: [office],
    basis: notice.lines(2407),
    computes: { creditScore: creditScoreRule.id, total: bidTotalRule.id },
  },
  initial: 'scored',
  states: {
    scored: {
      title: '已打分',
      on: {
        win: { title: '中标', to: 'won', by: [office], basis: notice.lines(2405) },
        lose: { title: '未中标', to: 'lost', by: [office], basis: notice.lines(2405) },
      },
    },
    won: { title: '中标', final: 'completed', on: {} },
    lost: { title: '未中标', final: 'refused', on: {} },
  },
  limits: {},
})

/** 守信联合激励 and 失信联合惩戒 */
export const creditLists = defineRegister({
  id: 'credit-lists',
  title: '物业企业守信和失信名单',
  basis: notice.lines(2369),
  fields: fields({
    number: text('名单编号'),
    company: reference('物业服务企业', companies.id),
    companyName: text('企业名称'),
    list: choice('名单', { red: '守信激励名单（红名单）', black: '失信惩戒名单（黑名单）' }),
    reason: longText('列入理由'),
    measures: longText('激励或者惩戒措施'),
  }),
  key: ['number'],
  calledBy: ['companyName'],
  access: { read: readers, write: [office] },
})

const otherList = listOf('该企业已在的名单', fields({ number: text('名单编号') }))

/** No company is on both lists, nor twice on one. */
export const onOneList = defineRule({
  id: 'on-one-list',
  title: '只在一个名单',
  basis: notice.lines(2369),
  inputs: { otherList },
  parameters: {},
  decide: (input) => ({
    isMet: input.otherList.length === 0,
    wanted: '企业不在守信或者失信名单中',
    found:
      input.otherList.length === 0
        ? '不在'
        : `已在名单${input.otherList.map(({ number }) => number).join('、')}`,
  }),
})

export const listing = defineProcedure({
  id: 'listing',
  title: '守信和失信名单管理',
  basis: notice.lines(2369),
  ...validity,
  register: creditLists.id,
  subject: creditLists.fields,
  access: { read: readers },
  lookups: {
    otherList: {
      title: '该企业已在的名单',
      register: creditLists.id,
      where: { company: 'company' },
      states: ['listed'],
      gives: { kind: 'records', fields: ['number'] },
    },
  },
  opening: { title: '拟列入名单', by: [office], basis: notice.lines(2369) },
  initial: 'proposed',
  states: {
    proposed: {
      title: '待审定',
      on: {
        state: {
          title: '企业陈述意见',
          to: 'proposed',
          by: [office],
          basis: notice.lines(2369),
          input: fields({ statement: longText('企业意见') }),
        },
        list: {
          title: '列入',
          to: 'listed',
          by: [leaders],
          basis: notice.lines(2369),
          gates: [onOneList.id],
          input: fields({ listedOn: date('列入日期') }),
        },
        refuse: {
          title: '不列入',
          to: 'refused',
          by: [leaders],
          basis: notice.lines(2369),
          needsReason: true,
        },
      },
    },
    listed: {
      title: '在名单中',
      rests: true,
      disclosure: {
        title: '物业服务企业守信和失信名单',
        basis: notice.lines(2369),
        duration: gap('公开多久没有写明，移出以前一直公开', notice.lines(2369)),
        places: ['政府信息公开专栏'],
        shows: ['companyName', 'list', 'reason', 'measures', 'listedOn'],
        clear: [],
        after: [],
      },
      on: {
        remove: { title: '移出', to: 'removed', by: [leaders], basis: notice.lines(2369), needsReason: true },
      },
    },
    removed: { title: '已移出', final: 'completed', on: {} },
    refused: { title: '不列入', final: 'refused', on: {} },
  },
  limits: {},
  open: [
    gap('列入、移出名单的标准和激励、惩戒措施没有写明，逐件写明', notice.lines(2369)),
    gap('通知没有要求公开名单，按联合激励和惩戒需要让各部门知道公开企业名称', notice.lines(2369)),
  ],
})

export const inspectionsByCompany = defineTally({
  id: 'inspections-by-company',
  title: '物业企业检查统计',
  basis: checking,
  register: inspections.id,
  by: [
    { kind: 'field', field: 'year' },
    { kind: 'field', field: 'company' },
  ],
  columns: [
    { id: 'records', title: '检查记录' },
    { id: 'deducted', title: '扣分', sums: 'deducted' },
    { id: 'added', title: '加分', sums: 'added' },
  ],
})
