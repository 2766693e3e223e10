import {
  choice,
  type Decimal,
  date,
  defineParameter,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  defineValueTable,
  fields,
  gap,
  isAtLeast,
  isAtMost,
  listOf,
  longText,
  measure,
  reference,
  sumOf,
  TODAY,
  text,
} from '@luoshi/kernel'
import { forestry, notice, readers, township, validity } from './notice.ts'
import { parcels } from './parcels.ts'

const basis = notice.lines(3105, 3107)

export const causes = {
  overgrazing: '高寒草甸类草地超载过牧',
  works: '矿藏开采、工程建设等破坏',
  illegal: '非法占用',
} as const

export const requirements = {
  comprehensive: '综合措施促进植被恢复',
  restore: '限期实施草原生态修复',
  punish: '依法惩罚并限期恢复草原植被',
} as const

export const feeSources = {
  'restoration-fee': '草原植被恢复费',
  'not-said': '没有写明，由县里安排或者责任人承担',
} as const

/** 综合措施 against overgrazing. */
export const measures = {
  enclosing: '禁牧封育',
  reseeding: '免耕补播',
  dryFarming: '有机旱作',
  loosening: '松土施肥',
  pests: '鼠虫害防治',
  other: '其他',
} as const

const cause = choice('退化、破坏原因', causes)
const requirement = choice('应采取的措施', requirements)
const feeSource = choice('资金来源', feeSources)
const finishBy = date('修复期限')

/** What has to be done, by the cause. */
export const requirementTable = defineValueTable({
  id: 'requirement',
  title: '修复措施',
  basis,
  gives: requirement,
  inputs: { cause },
  hit: 'unique',
  rows: [
    { when: { cause: { is: 'overgrazing' } }, value: 'comprehensive', basis },
    { when: { cause: { is: 'works' } }, value: 'restore', basis: notice.lines(3107) },
    { when: { cause: { is: 'illegal' } }, value: 'punish', basis: notice.lines(3107) },
  ],
})

/** From which money: the notice says it of one cause only. */
export const feeTable = defineValueTable({
  id: 'fee-source',
  title: '修复资金来源',
  basis,
  gives: feeSource,
  inputs: { cause },
  hit: 'first',
  rows: [
    { when: { cause: { is: 'works' } }, value: 'restoration-fee', basis: notice.lines(3107) },
    { when: {}, value: 'not-said', basis },
  ],
})

/** 草原生态修复 */
export const restorations = defineRegister({
  id: 'restorations',
  title: '草原生态修复台账',
  basis,
  fields: fields({
    number: text('修复编号'),
    parcel: reference('草原地块', parcels.id),
    area: measure('修复面积', '亩'),
    cause,
    finishBy: finishBy.optional(),
    requirement: requirement.optional(),
    feeSource: feeSource.optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [forestry] },
})

/** What works or trespassers have broken is restored by a day. */
export const deadlineSet = defineRule({
  id: 'restoration-deadline',
  title: '限期修复',
  basis: notice.lines(3107),
  inputs: { cause, finishBy: finishBy.optional(), [TODAY]: date('今天') },
  parameters: {},
  decide: (input) => ({
    isMet: input.finishBy === undefined ? input.cause === 'overgrazing' : input.finishBy >= input.today,
    wanted: '工程破坏和非法占用的写明修复期限，期限不早于今天',
    found: input.finishBy ?? '没有写明',
  }),
})

const taken = listOf('采取的措施', choice('措施', measures))

export const measuresTaken = defineRule({
  id: 'measures-taken',
  title: '采取的措施',
  basis,
  inputs: { taken },
  parameters: {},
  decide: (input) => ({
    isMet: input.taken.length > 0,
    wanted: '至少登记一项修复措施',
    found: `${input.taken.length}项`,
  }),
})

const penalty = text('处罚决定文号')

/** Who took the land without leave is punished first, and not instead. */
export const punishedToo = defineRule({
  id: 'punished-too',
  title: '依法惩罚',
  basis: notice.lines(3107, 3111),
  inputs: { cause, penalty: penalty.optional() },
  parameters: {},
  decide: (input) => ({
    isMet: input.cause !== 'illegal' || input.penalty !== undefined,
    wanted: '非法占用的，有处罚决定',
    found: input.cause !== 'illegal' ? '不是非法占用' : (input.penalty ?? '没有处罚决定'),
  }),
})

export const restoring = defineProcedure({
  id: 'restoring',
  title: '草原生态修复',
  basis,
  ...validity,
  register: restorations.id,
  subject: restorations.fields,
  access: { read: readers },
  lookups: {},
  opening: {
    title: '下达修复任务',
    by: [forestry],
    basis,
    gates: [deadlineSet.id],
    computes: { requirement: requirementTable.id, feeSource: feeTable.id },
  },
  initial: 'ordered',
  states: {
    ordered: {
      title: '修复中',
      on: {
        report: {
          title: '报告修复情况',
          to: 'reported',
          by: [forestry, township],
          basis,
          input: fields({ taken, done: longText('修复情况'), penalty: penalty.optional() }),
          gates: [measuresTaken.id],
        },
      },
    },
    reported: {
      title: '待验收',
      on: {
        accept: {
          title: '验收合格',
          to: 'accepted',
          by: [forestry],
          basis,
          notByWhoDid: ['report'],
          gates: [punishedToo.id],
          input: fields({ acceptedOn: date('验收日期') }),
        },
        return: { title: '退回继续修复', to: 'ordered', by: [forestry], basis, needsReason: true },
      },
    },
    accepted: { title: '已修复', final: 'completed', on: {} },
  },
  limits: {
    restoration: {
      title: '限期修复',
      starts: 'opening',
      when: { field: 'cause', is: ['works', 'illegal'] },
      ends: ['report'],
      legal: { field: 'finishBy', basis: notice.lines(3107) },
      reminderDays: 10,
      missed: { kind: 'flag' },
    },
  },
  open: [gap('过牧和非法占用草地的修复资金从哪里出没有写明', basis)],
})

const seeding = notice.lines(3107)

/** 乡土草种繁育基地 */
export const seedPlots = defineRegister({
  id: 'seed-plots',
  title: '乡土草种繁育基地台账',
  basis: seeding,
  fields: fields({
    number: text('基地编号'),
    variety: text('草种品种'),
    distribution: text('野生分布'),
    quantity: text('野生数量').optional(),
    traits: longText('生物特性'),
    area: measure('繁育面积', '亩'),
    sownOn: date('建成日期'),
  }),
  key: ['number'],
  access: { read: readers, write: [forestry] },
})

const seed = (id: string, title: string, unit: string, value: Decimal) =>
  defineParameter<Decimal>({ id, title, unit, values: [{ from: '2022-11-28', value, basis: seeding }] })
export const leastVarieties = seed('least-varieties', '草种品种（不少于）', '个', '5')
export const mostVarieties = seed('most-varieties', '草种品种（不多于）', '个', '10')
export const leastSeedArea = seed('least-seed-area', '繁育基地面积（不少于）', '亩', '2000')
export const mostSeedArea = seed('most-seed-area', '繁育基地面积（不多于）', '亩', '3000')

/** 5—10个品种、2000—3000亩, in the years of the fourteenth plan. */
export const breedingBase = defineStocktake({
  id: 'breeding-base',
  title: '乡土草种繁育基地',
  basis: seeding,
  register: seedPlots.id,
  count(records, { settingOf }) {
    const kept = records.filter(
      ({ state, data }) =>
        state !== 'struck' &&
        String(data['sownOn']) >= '2021-01-01' &&
        String(data['sownOn']) <= '2025-12-31',
    )
    const varieties = new Set(kept.map(({ data }) => String(data['variety'])))
    const area = sumOf(kept.map(({ data }) => String(data['area'])))
    const within = (value: string, least: Decimal | undefined, most: Decimal | undefined) =>
      least !== undefined && most !== undefined && isAtLeast(value, least) && isAtMost(value, most)
    const [lower, upper] = [settingOf(leastVarieties), settingOf(mostVarieties)]
    const [small, large] = [settingOf(leastSeedArea), settingOf(mostSeedArea)]
    const isCounted = within(String(varieties.size), lower, upper)
    const isMeasured = within(area, small, large)
    return {
      says: `“十四五”期间（2021—2025年）建成繁育基地${area}亩，品种${varieties.size}个。`,
      isMet: isCounted && isMeasured,
      findings: [
        {
          name: `品种${lower}—${upper}个`,
          message: `${varieties.size}个，${isCounted ? '符合' : '不符合'}。`,
        },
        { name: `面积${small}—${large}亩`, message: `${area}亩，${isMeasured ? '符合' : '不符合'}。` },
      ],
    }
  },
})
