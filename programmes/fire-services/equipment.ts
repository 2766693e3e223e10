import {
  type Answer,
  choice,
  count,
  defineCatalogue,
  defineProcedure,
  defineRegister,
  defineStocktake,
  defineValueRule,
  differenceOf,
  fields,
  gap,
  isAtLeast,
  listOf,
  measure,
  quotientOf,
  reference,
  sumOf,
  text,
} from '@luoshi/kernel'
import {
  type EquipmentRow,
  equipmentByCode,
  equipmentChoices,
  equipmentGroups,
  equipmentRows,
  lineOf,
} from './equipment-plan.ts'
import { brigade, plan, readers, scheme, validity } from './notices.ts'
import { type StationKind, stationKinds, stations } from './stations.ts'

const lines = plan.lines(895, 1118)

const standardText = ({ standards }: EquipmentRow, kind: 'special' | 'ordinary') => {
  if (!('together' in standards)) return standards[kind].join('，备份')
  if (kind === 'special') return standards.special
  return `一级站${standards.first}、二级站${standards.second}、小型站${standards.small}`
}

/** 附表5 to 7 as one list, each entry with its line. */
export const equipmentList = defineCatalogue({
  id: 'equipment',
  title: '“十四五”消防装备配备规划清单',
  basis: lines,
  fields: fields({
    code: text('编号'),
    group: choice('类别', equipmentGroups),
    name: text('器材名称'),
    special: text('特勤站配备标准'),
    ordinary: text('普通站配备标准'),
    y2022: count('2022年', '件'),
    y2023: count('2023年', '件'),
    y2024: count('2024年', '件'),
    y2025: count('2025年', '件'),
  }),
  parts: { key: 'code', name: 'name' },
  versions: [
    {
      name: '“十四五”规划',
      from: '2022-12-02',
      until: null,
      basis: lines,
      items: equipmentRows.map((row) => ({
        entry: {
          code: row.code,
          group: row.group,
          name: row.name,
          special: standardText(row, 'special'),
          ordinary: standardText(row, 'ordinary'),
          y2022: row.planned['2022'],
          y2023: row.planned['2023'],
          y2024: row.planned['2024'],
          y2025: row.planned['2025'],
        },
        basis: lineOf(row),
      })),
    },
  ],
  open: [gap('附表7的几行共用一格配备标准，各行各配多少没有写明', plan.lines(1103, 1112))],
})

/** What a standard asks for, and how that comes about; null where no figure is printed. */
export interface Required {
  readonly quantity: string
  readonly because: string
}

/** Whole pieces of an uneven share: no fewer than the standard asks for. */
function upward(amount: number, each: number): number {
  return Math.ceil(amount / each)
}

interface Strength {
  readonly staff: number
  readonly squads: number
}

const STANDARD = /^(\d+)([^\d/]+)(?:\/(\d*)(人|班|站))?$/
const RATIO = /^(\d+):(\d+)$/

/** 2顶/人, 1个/2人, 4套/班, 4套/站, 2套; `-` is none. */
function standardFor(cell: string, { staff, squads }: Strength): Required | null {
  if (cell === '-') return { quantity: '0', because: '不需配备' }
  const [, figure = '', unit = '', each = '', per = '站'] = STANDARD.exec(cell) ?? []
  if (figure === '') return null
  const share = each === '' ? 1 : Number(each)
  const heads = { 人: staff, 班: squads, 站: 1 }[per as '人' | '班' | '站']
  const quantity = String(Number(figure) * upward(heads, share))
  return { quantity, because: per === '站' ? `${figure}${unit}/站` : `${cell}×${heads}${per}` }
}

/** 4:1 is one in reserve for four in use; 1套 so many; `-` none. */
function reserveFor(cell: string, quantity: string): Required | null {
  if (cell === '-' || quantity === '0') return { quantity: '0', because: '没有备份' }
  const [, used = '', spare = ''] = RATIO.exec(cell) ?? []
  if (used !== '') {
    const reserve = upward(Number(quantity) * Number(spare), Number(used))
    return { quantity: String(reserve), because: `备份比${cell}，${reserve}` }
  }
  const [, figure = ''] = STANDARD.exec(cell) ?? []
  return figure === '' ? null : { quantity: figure, because: `备份${cell}` }
}

/** What a station of a kind and strength is to have of a piece of equipment, its reserve with it. */
export function requiredOf(
  { standards }: EquipmentRow,
  kind: StationKind,
  strength: Strength,
): Required | null {
  if ('together' in standards) {
    const cell = {
      special: standards.special,
      first: standards.first,
      second: standards.second,
      small: standards.small,
    }
    const found = standardFor(cell[kind], strength)
    if (found === null || standards.together.length === 1) return found
    return { ...found, because: `${found.because}，${standards.together.join('、')}合计` }
  }
  const [standard, reserve] = standards[kind === 'special' ? 'special' : 'ordinary']
  const used = standardFor(standard, strength)
  const spare = used === null ? null : reserveFor(reserve, used.quantity)
  if (used === null || spare === null) return null
  const quantity = sumOf([used.quantity, spare.quantity])
  return { quantity, because: `${used.because}，${spare.because}` }
}

const required = measure('应配数量', '表列单位')
const held = measure('现有数量', '表列单位')
const standing = choice('达标情况', { met: '达标', short: '不足' })

/** What each station has of each piece of equipment. */
export const holdings = defineRegister({
  id: 'holdings',
  title: '消防站器材配备台账',
  basis: scheme.lines(1347),
  fields: fields({
    station: reference('消防站', stations.id),
    item: choice('器材', equipmentChoices),
    held,
    required: required.optional(),
    standing: standing.optional(),
  }),
  key: ['station', 'item'],
  access: { read: readers, write: [brigade] },
})

const { item } = holdings.fields.shape
const stationFacts = listOf(
  '消防站台账',
  fields({
    name: text('队站名称'),
    kind: text('种类'),
    staff: count('人员', '人'),
    squads: count('班', '个').optional(),
  }),
)

function requiredFor(
  code: string,
  [station]: readonly {
    readonly kind: string
    readonly staff: number
    readonly squads?: number | undefined
  }[],
): Required | { readonly missing: string } {
  const row = equipmentByCode.get(code)
  if (row === undefined) return { missing: '器材' }
  const kind = station === undefined ? undefined : stationKinds.find((one) => one === station.kind)
  if (station === undefined || kind === undefined)
    return { missing: '台账中的城市消防站（特勤站、一级站、二级站、小型站）' }
  const isBySquad = JSON.stringify(row.standards).includes('/班')
  if (isBySquad && station.squads === undefined) return { missing: '这个站的班数' }
  const found = requiredOf(row, kind, { staff: station.staff, squads: station.squads ?? 0 })
  return found ?? { missing: '表中“*”处的配备数量（没有写明，由大队定）' }
}

export const requiredRule = defineValueRule({
  id: 'required-quantity',
  title: '器材应配数量',
  basis: lines,
  gives: required,
  inputs: { item, stationFacts },
  parameters: {},
  decide: (input) => {
    const found = requiredFor(input.item, input.stationFacts)
    if ('missing' in found) return found
    const row = equipmentByCode.get(input.item)
    return {
      value: found.quantity,
      because: found.because,
      ...(row === undefined ? {} : { basis: lineOf(row) }),
    }
  },
})

export const standingRule = defineValueRule({
  id: 'equipment-standing',
  title: '器材配备是否达标',
  basis: scheme.lines(1347),
  gives: standing,
  inputs: { item, stationFacts, held },
  parameters: {},
  decide: (input): Answer<'met' | 'short'> => {
    const found = requiredFor(input.item, input.stationFacts)
    if ('missing' in found) return found
    const isMet = isAtLeast(input.held, found.quantity)
    const because = `应配${found.quantity}，现有${input.held}`
    if (isMet) return { value: 'met', because }
    return { value: 'short', because: `${because}，缺${differenceOf(found.quantity, input.held)}` }
  },
})

const computes = { required: requiredRule.id, standing: standingRule.id }

/** What a station has is counted, and counted again. */
export const holding = defineProcedure({
  id: 'holding',
  title: '消防站器材核算',
  basis: scheme.lines(1347),
  ...validity,
  register: holdings.id,
  subject: holdings.fields,
  access: { read: readers },
  lookups: {
    stationFacts: {
      title: '消防站台账',
      register: stations.id,
      where: { name: 'station' },
      states: ['current'],
      gives: { kind: 'records', fields: ['name', 'kind', 'staff', 'squads'] },
    },
  },
  opening: { title: '登记器材', by: [brigade], basis: scheme.lines(1347), computes },
  initial: 'held',
  states: {
    held: {
      title: '在配',
      rests: true,
      on: {
        recount: {
          title: '重新盘点',
          to: 'held',
          by: [brigade],
          basis: scheme.lines(1347),
          input: fields({ held }),
          computes,
        },
        retire: { title: '停配', to: 'retired', by: [brigade], basis: scheme.lines(1347), needsReason: true },
      },
    },
    retired: { title: '已停配', final: 'withdrawn', on: {} },
  },
  limits: {},
  open: [
    gap('应配数量和备份数不是整数时怎样取整没有写明，按不少于标准进一', plan.lines(898, 1117)),
    gap('附表6的标准没有写明按站计，按每站计', plan.lines(963, 1094)),
  ],
})

/** The year by whose end everything is to be there. */
const EQUIPPED_BY = '2025-12-31'

/** Which of the equipment that was counted is enough. */
export const equipmentRate = defineStocktake({
  id: 'equipment-rate',
  title: '消防装备配备达标率',
  basis: scheme.lines(1347),
  register: holdings.id,
  count(records, { today }) {
    const counted = records.filter(({ state }) => state === 'held')
    if (counted.length === 0) return { says: '还没有核算过器材。', isMet: null, findings: [] }
    const met = counted.filter(({ data }) => data['standing'] === 'met')
    const share = quotientOf(String(met.length * 100), String(counted.length), 1)
    const isAll = met.length === counted.length
    return {
      says: `核算${counted.length}项，达标${met.length}项，占${share}%，应于${EQUIPPED_BY}前达到100%。`,
      isMet: isAll ? true : EQUIPPED_BY < today ? false : null,
      findings: counted
        .filter((one) => !met.includes(one))
        .map(({ data }) => ({
          name: `${data['station']}：${equipmentChoices[String(data['item'])] ?? ''}`,
          message: `应配${data['required'] ?? '数量没有写明'}，现有${data['held']}。`,
        })),
    }
  },
})
