import {
  type Answer,
  choice,
  count,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  defineTally,
  defineValueRule,
  fields,
  gap,
  type InstrumentCite,
  longText,
  money,
  text,
} from '@luoshi/kernel'
import { equipmentChoices, equipmentRows, lineOf, type PlanYear, planYears } from './equipment-plan.ts'
import { brigade, committee, plan, readers, validity } from './notices.ts'

/** What the plan wants bought or built in each of its years. */
export interface PlannedItem {
  readonly code: string
  readonly title: string
  readonly kind: ItemKind
  readonly basis: InstrumentCite
  readonly planned: Readonly<Record<PlanYear, number>>
}

const itemKinds = {
  station: '消防站（附表1）',
  water: '市政消火栓、消防水鹤（附表3）',
  vehicle: '消防车辆（附表4）',
  protective: '防护装备（附表5）',
  rescue: '救援器材（附表6）',
  extinguishing: '灭火器材（附表7）',
} as const

type ItemKind = keyof typeof itemKinds

type Row = readonly [
  code: string,
  title: string,
  kind: ItemKind,
  lines: readonly [number, number],
  planned: readonly [number, number, number, number],
]

// biome-ignore format: one line a row, as in the tables.
const works: readonly Row[] = [
  ['站-1', '一级普通消防站', 'station', [826, 826], [0, 0, 1, 0]],
  ['水-1', '市政消火栓', 'water', [857, 868], [0, 20, 20, 10]],
  ['水-2', '消防水鹤', 'water', [858, 869], [0, 3, 2, 2]],
  ['车-1', '水罐消防车', 'vehicle', [882, 882], [0, 2, 0, 1]],
  ['车-2', '登高平台消防车/云梯消防车', 'vehicle', [884, 884], [0, 0, 1, 0]],
  ['车-3', '大吨位水罐车', 'vehicle', [886, 886], [0, 1, 0, 0]],
  ['车-4', '消防宣传车', 'vehicle', [887, 887], [0, 0, 1, 0]],
]

const byYear = ([y2022, y2023, y2024, y2025]: Row[4]) => ({
  '2022': y2022,
  '2023': y2023,
  '2024': y2024,
  '2025': y2025,
})

const kindOf: Readonly<Record<string, ItemKind>> = {
  basic: 'protective',
  special: 'protective',
  extinguishing: 'extinguishing',
}

/** 附表1, 3, 4, 5, 6 and 7: 1 station, 50 hydrants and 7 cranes, 6 vehicles, 195 pieces of equipment. */
export const plannedItems: readonly PlannedItem[] = [
  ...works.map(([code, title, kind, [first, last], planned]) => ({
    code,
    title,
    kind,
    basis: plan.lines(first, last),
    planned: byYear(planned),
  })),
  ...equipmentRows.map((row) => ({
    code: row.code,
    title: row.name,
    kind: kindOf[row.group] ?? 'rescue',
    basis: lineOf(row),
    planned: row.planned,
  })),
]

const itemByCode = new Map(plannedItems.map((item) => [item.code, item]))

const lines = plan.lines(821, 1118)

const item = choice('项目', {
  ...Object.fromEntries(works.map(([code, title]) => [code, title])),
  ...equipmentChoices,
} as Record<string, string>)
const year = choice('年度', { '2022': '2022年', '2023': '2023年', '2024': '2024年', '2025': '2025年' })
const planned = count('规划数量', '件')
const kind = choice('类别', itemKinds)
const bought = count('购置、建成数量', '件')
const standing = choice('完成情况', { done: '完成规划', short: '少于规划' })

/** Each item in each year: what the plan has, what was bought or built. */
export const purchases = defineRegister({
  id: 'purchases',
  title: '消防设施和装备购建台账',
  basis: lines,
  fields: fields({ item, year, kind: kind.optional(), planned: planned.optional() }),
  key: ['item', 'year'],
  access: { read: readers, write: [brigade] },
})

/** What the tables plan, never filled in by hand. */
export const plannedRule = defineValueRule({
  id: 'planned',
  title: '规划数量',
  basis: lines,
  gives: planned,
  inputs: { item, year },
  parameters: {},
  decide: (input): Answer<number> => {
    const found = itemByCode.get(input.item)
    if (found === undefined) return { missing: '项目' }
    return { value: found.planned[input.year], because: `${found.title}${input.year}年`, basis: found.basis }
  },
})

export const kindRule = defineValueRule({
  id: 'purchase-kind',
  title: '购建项目类别',
  basis: lines,
  gives: kind,
  inputs: { item },
  parameters: {},
  decide: (input): Answer<ItemKind> => {
    const found = itemByCode.get(input.item)
    return found === undefined
      ? { missing: '项目' }
      : { value: found.kind, because: found.title, basis: found.basis }
  },
})

export const purchaseStanding = defineValueRule({
  id: 'purchase-standing',
  title: '购建完成情况',
  basis: lines,
  gives: standing,
  inputs: { planned, bought },
  parameters: {},
  decide: ({ planned: wanted, bought: found }): Answer<'done' | 'short'> => {
    const because = `规划${wanted}，实际${found}`
    return found >= wanted
      ? { value: 'done', because }
      : { value: 'short', because: `${because}，差${wanted - found}` }
  },
})

const accepted = {
  acceptedBy: text('第三方验收机构').optional(),
  acceptance: longText('试用、测试和验收情况'),
}

/** New equipment is tried, tested and accepted by a third party. */
export const thirdParty = defineRule({
  id: 'third-party',
  title: '装备经第三方验收',
  basis: plan.lines(746),
  inputs: { kind, acceptedBy: accepted.acceptedBy },
  parameters: {},
  decide: (input) => ({
    isMet: input.kind === 'station' || input.kind === 'water' || input.acceptedBy !== undefined,
    wanted: '装备器材写明第三方验收检测机构',
    found: input.acceptedBy ?? '没有填写',
  }),
})

/** Bought or built, then accepted by another. */
export const purchasing = defineProcedure({
  id: 'purchasing',
  title: '消防设施和装备购建',
  basis: lines,
  ...validity,
  register: purchases.id,
  subject: purchases.fields,
  access: { read: readers },
  lookups: {},
  opening: {
    title: '列入年度计划',
    by: [brigade],
    basis: lines,
    computes: { planned: plannedRule.id, kind: kindRule.id },
  },
  initial: 'planned',
  states: {
    planned: {
      title: '待购建',
      on: {
        buy: {
          title: '登记购置、建成',
          to: 'bought',
          by: [brigade],
          basis: lines,
          input: fields({
            bought,
            cost: money('金额').optional(),
            supplier: text('供货、施工单位').optional(),
            boughtOn: date('到货、建成日期'),
            standing: standing.optional(),
          }),
          computes: { standing: purchaseStanding.id },
        },
        drop: { title: '移出年度计划', to: 'dropped', by: [committee], basis: lines, needsReason: true },
      },
    },
    bought: {
      title: '待验收',
      on: {
        accept: {
          title: '验收入账',
          to: 'accepted',
          by: [brigade, committee],
          basis: plan.lines(746),
          notByWhoDid: ['buy'],
          input: fields(accepted),
          gates: [thirdParty.id],
        },
        refuse: {
          title: '验收不合格',
          to: 'planned',
          by: [brigade, committee],
          basis: plan.lines(746),
          needsReason: true,
        },
      },
    },
    accepted: {
      title: '已入账',
      final: 'completed',
      on: {
        add: { title: '补购', to: 'planned', by: [brigade], basis: lines, needsReason: true },
      },
    },
    dropped: { title: '已移出', final: 'withdrawn', on: {} },
  },
  limits: {},
  open: [gap('购置和建成在当年哪一天前完成没有写明', lines)],
})

const columns = [
  { id: 'planned', title: '规划数量', sums: 'planned' },
  { id: 'bought', title: '购置、建成数量', sums: 'bought' },
  { id: 'short', title: '少于规划的项目', where: { standing: ['short'] } },
] as const

/** Planned and bought by year and annex. */
export const purchasesByKind = defineTally({
  id: 'purchases-by-kind',
  title: '分年度、分类别购建统计',
  basis: lines,
  register: purchases.id,
  by: [
    { kind: 'field', field: 'year' },
    { kind: 'field', field: 'kind' },
  ],
  columns,
})

/** The same item by item. */
export const purchasesByItem = defineTally({
  id: 'purchases-by-item',
  title: '分项目、分年度购建统计',
  basis: lines,
  register: purchases.id,
  by: [
    { kind: 'field', field: 'item' },
    { kind: 'field', field: 'year' },
  ],
  columns,
})

/** Every item of the tables in every year for which they plan it, also those that nobody has taken up. */
export const planAgainstBought = defineStocktake({
  id: 'plan-against-bought',
  title: '规划与购建对照',
  basis: lines,
  register: purchases.id,
  count(records, { today }) {
    const byKey = new Map(records.map((one) => [`${one.data['item']} ${one.data['year']}`, one]))
    const all = planYears.flatMap((planYear) =>
      plannedItems.flatMap(({ code, title, planned: wanted }) => {
        if (wanted[planYear] === 0) return []
        const record = byKey.get(`${code} ${planYear}`)
        const has = record?.state === 'accepted' ? Number(record.data['bought'] ?? 0) : 0
        return [{ title, planYear, wanted: wanted[planYear], has, isLate: `${planYear}-12-31` < today }]
      }),
    )
    const short = all.filter(({ wanted, has }) => has < wanted)
    const late = short.filter(({ isLate }) => isLate)
    return {
      says: `规划${all.length}项次，完成${all.length - short.length}项次，年度已过仍少于规划${late.length}项次。`,
      isMet: late.length > 0 ? false : short.length === 0 ? true : null,
      findings: short.map(({ title, planYear, wanted, has }) => ({
        name: `${planYear}年 ${title}`,
        message: `规划${wanted}，已购建入账${has}，差${wanted - has}。`,
      })),
    }
  },
})

/** Sums of what the tables plan in a year, by annex. */
export function plannedIn(planYear: PlanYear, itemKind: ItemKind): number {
  return plannedItems
    .filter((one) => one.kind === itemKind)
    .reduce((sum, one) => sum + one.planned[planYear], 0)
}
