import {
  type Answer,
  choice,
  count,
  date,
  dateTime,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  defineTally,
  defineValueRule,
  defineValueTable,
  fields,
  gap,
  isAtLeast,
  longText,
  measure,
  reference,
  text,
} from '@luoshi/kernel'
import { brigade, member, readers, scheme, validity } from './notices.ts'

const LEAST_AREA = '1000'

const area = measure('建筑面积', '平方米')

/** Where supplies are kept. */
export const depots = defineRegister({
  id: 'depots',
  title: '应急装备物资储备库台账',
  basis: scheme.lines(1362),
  fields: fields({
    name: text('储备库'),
    address: text('地点'),
    area,
    level: choice('级别', { county: '县级', other: '乡（镇）、企业代储' }),
  }),
  key: ['name'],
  access: { read: readers, write: [brigade] },
  entry: { lookups: {}, gates: ['depot-area'] },
})

export const depotArea = defineRule({
  id: 'depot-area',
  title: '县级储备库建筑面积',
  basis: scheme.lines(1362),
  inputs: { area: area.optional(), level: depots.fields.shape.level.optional() },
  parameters: {},
  decide: (input) => ({
    isMet: input.level !== 'county' || input.area === undefined || isAtLeast(input.area, LEAST_AREA),
    wanted: `县级应急装备物资储备库建筑面积不少于${LEAST_AREA}平方米`,
    found: `${input.area ?? ''}平方米`,
  }),
})

const categories = {
  firefighting: '火灾扑救',
  prevention: '防灾减灾',
  rescue: '应急救援',
  vehicles: '运输车辆',
} as const

const focuses = {
  forest: '森林火灾扑救物资',
  mountain: '山岳救援应急装备物资',
  'high-rise': '高层建筑灭火作战应急装备物资',
  other: '其他',
} as const

/** What is kept, by category. */
export const supplies = defineRegister({
  id: 'supplies',
  title: '应急装备物资储备台账',
  basis: scheme.lines(1358, 1362),
  fields: fields({
    number: text('物资编号'),
    name: text('名称'),
    category: choice('储备类别', categories),
    focus: choice('重点储备', focuses),
    depot: reference('储备库', depots.id),
    quantity: count('现存数量', '件'),
    planned: count('储备计划', '件'),
    checkedOn: date('盘点日期'),
  }),
  key: ['number'],
  access: { read: readers, write: [brigade, member] },
})

export const suppliesByCategory = defineTally({
  id: 'supplies-by-category',
  title: '储备物资分类统计',
  basis: scheme.lines(1362),
  register: supplies.id,
  by: [
    { kind: 'field', field: 'depot' },
    { kind: 'field', field: 'category' },
  ],
  columns: [
    { id: 'kinds', title: '品种' },
    { id: 'quantity', title: '现存数量', sums: 'quantity' },
    { id: 'planned', title: '储备计划', sums: 'planned' },
  ],
})

/** Which categories and which of the three focuses have nothing, and what is below its plan. */
export const suppliesShort = defineStocktake({
  id: 'supplies-short',
  title: '储备物资缺口',
  basis: scheme.lines(1356, 1362),
  register: supplies.id,
  count(records) {
    const kept = records.filter(({ state }) => state !== 'struck')
    if (kept.length === 0) return { says: '台账里还没有储备物资。', isMet: null, findings: [] }
    const without = (field: 'category' | 'focus', titles: Readonly<Record<string, string>>) =>
      Object.entries(titles).flatMap(([id, title]) =>
        id === 'other' || kept.some(({ data }) => data[field] === id && Number(data['quantity']) > 0)
          ? []
          : [{ name: title, message: '没有储备。' }],
      )
    const short = kept
      .filter(({ data }) => Number(data['quantity']) < Number(data['planned']))
      .map(({ data }) => ({
        name: String(data['name']),
        message: `储备计划${data['planned']}件，现存${data['quantity']}件。`,
      }))
    const findings = [...without('category', categories), ...without('focus', focuses), ...short]
    return {
      says: `储备物资${kept.length}种，没有储备的类别和重点${findings.length - short.length}个，少于储备计划${short.length}种。`,
      isMet: findings.length === 0,
      findings,
    }
  },
})

const circle = choice('保障圈', { province: '省内', city: '市内', county: '县内' })
const allowed = count('时限', '分钟')

/** 省内2小时、市内1小时、县内半小时 */
export const circleLimits = defineValueTable({
  id: 'circle-limits',
  title: '保障圈时限',
  basis: scheme.lines(1252),
  gives: allowed,
  inputs: { circle },
  hit: 'unique',
  rows: [
    { when: { circle: { is: 'province' } }, value: 120, basis: scheme.lines(1252, 1356) },
    { when: { circle: { is: 'city' } }, value: 60, basis: scheme.lines(1252, 1356) },
    { when: { circle: { is: 'county' } }, value: 30, basis: scheme.lines(1252, 1356) },
  ],
})

const runShape = {
  number: text('调运编号'),
  kind: choice('种类', { drill: '演练', incident: '事故处置' }),
  circle,
  from: text('起点'),
  to: text('到达地点'),
  startedAt: dateTime('出发时刻'),
}
const arrivedAt = dateTime('到达时刻')
const standing = choice('保障圈', { within: '在时限内', beyond: '超过时限' })

/** How long supplies took from where they are kept to where they were needed. */
export const runs = defineRegister({
  id: 'runs',
  title: '应急装备物资调运台账',
  basis: scheme.lines(1252),
  fields: fields({ ...runShape, allowed: allowed.optional() }),
  key: ['number'],
  access: { read: readers, write: [brigade] },
})

const MINUTE = 60_000

export const runStanding = defineValueRule({
  id: 'run-standing',
  title: '调运是否在保障圈时限内',
  basis: scheme.lines(1252),
  gives: standing,
  inputs: { allowed, startedAt: runShape.startedAt, arrivedAt },
  parameters: {},
  decide: ({ allowed: limit, startedAt, arrivedAt: arrived }): Answer<'within' | 'beyond'> => {
    const took = (Date.parse(arrived) - Date.parse(startedAt)) / MINUTE
    if (took < 0) return { missing: '不早于出发时刻的到达时刻' }
    const because = `时限${limit}分钟，用时${Math.ceil(took)}分钟`
    return { value: took <= limit ? 'within' : 'beyond', because }
  },
})

export const running = defineProcedure({
  id: 'running',
  title: '应急装备物资调运',
  basis: scheme.lines(1252),
  ...validity,
  register: runs.id,
  subject: runs.fields,
  access: { read: readers },
  lookups: {},
  opening: {
    title: '调运出发',
    by: [brigade],
    basis: scheme.lines(1252),
    computes: { allowed: circleLimits.id },
  },
  initial: 'under-way',
  states: {
    'under-way': {
      title: '途中',
      on: {
        arrive: {
          title: '到达',
          to: 'arrived',
          by: [brigade],
          basis: scheme.lines(1252),
          input: fields({
            arrivedAt,
            account: longText('运输和装卸情况').optional(),
            standing: standing.optional(),
          }),
          computes: { standing: runStanding.id },
        },
        cancel: {
          title: '取消',
          to: 'cancelled',
          by: [brigade],
          basis: scheme.lines(1252),
          needsReason: true,
        },
      },
    },
    arrived: { title: '已到达', final: 'completed', on: {} },
    cancelled: { title: '已取消', final: 'withdrawn', on: {} },
  },
  limits: {},
  open: [gap('保障圈的时间从接令还是从出发起算没有写明，按出发', scheme.lines(1252, 1356))],
})

export const runsByCircle = defineTally({
  id: 'runs-by-circle',
  title: '保障圈调运统计',
  basis: scheme.lines(1252),
  register: runs.id,
  by: [{ kind: 'field', field: 'circle' }],
  columns: [
    { id: 'runs', title: '调运', states: ['arrived'] },
    { id: 'within', title: '在时限内', where: { standing: ['within'] } },
    { id: 'beyond', title: '超过时限', where: { standing: ['beyond'] } },
  ],
})
