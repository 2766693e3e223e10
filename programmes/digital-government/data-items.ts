import {
  addDays,
  addMonths,
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  defineTally,
  defineValueRule,
  fields,
  gap,
  type IsoDate,
  listOf,
  reference,
  text,
} from '@luoshi/kernel'
import { bureau, department, notice, readers, validity } from './notice.ts'
import { systems } from './systems.ts'

const basis = notice.lines(1715)

/** How often data are to be new. */
export const frequencies = {
  live: '实时',
  day: '每日',
  week: '每周',
  month: '每月',
  quarter: '每季度',
  'half-year': '每半年',
  year: '每年',
} as const
type Frequency = keyof typeof frequencies

/** 六大基础资源库 */
export const libraries = {
  persons: '自然人',
  organisations: '法人',
  space: '空间地理信息',
  licences: '电子证照',
  credit: '社会信用',
  economy: '宏观经济',
} as const

const frequency = choice('更新频率', frequencies)
const updatedOn = date('最近更新日期')
const nextUpdateBy = date('下次更新截止日期')

/** The five attributes of 信息资源目录. */
const attributes = {
  source: text('数据来源'),
  format: text('数据格式'),
  frequency,
  sharing: choice('共享属性', {
    unconditional: '无条件共享',
    conditional: '有条件共享',
    none: '不予共享',
  }),
  opening: choice('开放属性', { open: '开放', conditional: '有条件开放', none: '不开放' }),
}

/** 信息资源目录 */
export const dataItems = defineRegister({
  id: 'data-items',
  title: '信息资源目录',
  basis,
  fields: fields({
    number: text('资源编号'),
    system: reference('信息系统', systems.id),
    name: text('资源名称'),
    ...attributes,
    library: choice('基础资源库', libraries).optional(),
    updatedOn,
    nextUpdateBy: nextUpdateBy.optional(),
  }),
  key: ['number'],
  calledBy: ['name'],
  access: { read: readers, write: [department] },
  open: [
    gap('共享、开放属性分几类没有写明，按通常的三类', basis),
    gap('更新频率从哪天起算没有写明，从最近一次更新起算', basis),
  ],
})

const months: Readonly<Partial<Record<Frequency, number>>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
}
const days: Readonly<Partial<Record<Frequency, number>>> = { live: 0, day: 1, week: 7 }

/** By when data that were new on a day are to be new again. */
export function nextUpdateOf(every: Frequency, updated: IsoDate): IsoDate {
  const month = months[every]
  return month === undefined ? addDays(updated, days[every] ?? 0) : addMonths(updated, month)
}

export const nextUpdateRule = defineValueRule({
  id: 'next-update',
  title: '下次更新截止日期',
  basis,
  gives: nextUpdateBy,
  inputs: { frequency, updatedOn },
  parameters: {},
  decide: (input) => ({
    value: nextUpdateOf(input.frequency, input.updatedOn),
    because:
      input.frequency === 'live'
        ? '实时更新，不另定截止日期'
        : `${input.updatedOn}更新，${frequencies[input.frequency]}更新`,
  }),
})

/** Data are of a system that is in the catalogue. */
export const systemListed = defineRule({
  id: 'system-listed',
  title: '信息系统在目录中',
  basis: notice.lines(1719),
  inputs: {
    system: text('信息系统'),
    systemFound: listOf('目录中的信息系统', fields({ name: text('名称') })),
  },
  parameters: {},
  decide: ({ system, systemFound }) => ({
    isMet: systemFound.length > 0,
    wanted: '信息系统已列入政务信息系统目录',
    found: systemFound.length > 0 ? '已列入' : `${system}没有列入`,
  }),
})

/** An item of the catalogue, its entry on the sharing platform, and its updates. */
export const registering = defineProcedure({
  id: 'registering',
  title: '信息资源目录登记',
  basis,
  ...validity,
  register: dataItems.id,
  subject: dataItems.fields,
  access: { read: readers },
  lookups: {
    systemFound: {
      title: '目录中的信息系统',
      register: systems.id,
      where: { number: 'system' },
      states: ['listed', 'inUse'],
      gives: { kind: 'records', fields: ['name'] },
    },
  },
  opening: {
    title: '登记信息资源',
    by: [department],
    basis,
    gates: [systemListed.id],
    computes: { nextUpdateBy: nextUpdateRule.id },
  },
  initial: 'listed',
  states: {
    listed: {
      title: '已编目',
      rests: true,
      on: {
        publish: {
          title: '纳入共享平台目录管理系统',
          to: 'published',
          by: [department, bureau],
          basis: notice.lines(1773),
          input: fields({ publishedOn: date('纳入日期') }),
        },
        update: update('listed'),
        strike: strike(),
      },
    },
    published: {
      title: '已在共享平台',
      rests: true,
      on: { update: update('published'), strike: strike() },
    },
    struck: { title: '已注销', final: 'withdrawn', on: {} },
  },
  limits: {
    refresh: {
      title: '数据更新',
      starts: 'opening',
      when: { field: 'frequency', is: Object.keys(frequencies).filter((one) => one !== 'live') },
      ends: ['strike'],
      legal: { field: 'nextUpdateBy', basis },
      missed: { kind: 'flag' },
    },
  },
})

function update<State extends string>(to: State) {
  return {
    title: '登记数据更新',
    to,
    by: [department],
    basis,
    input: fields({ updatedOn, nextUpdateBy }),
    computes: { nextUpdateBy: nextUpdateRule.id },
  }
}

function strike() {
  return { title: '注销', to: 'struck', by: [department], basis, needsReason: true } as const
}

/** Data that are older than their frequency allows. */
export const updatesMissed = defineStocktake({
  id: 'updates-missed',
  title: '数据按频率更新',
  basis,
  register: dataItems.id,
  count(records, { today }) {
    const kept = records.filter(({ state }) => state !== 'struck')
    if (kept.length === 0) return { says: '信息资源目录还是空的。', isMet: null, findings: [] }
    const late = kept.filter(
      ({ data }) => data['frequency'] !== 'live' && String(data['nextUpdateBy'] ?? '9999') < today,
    )
    return {
      says: `目录中有${kept.length}项，${late.length}项没有按更新频率更新。`,
      isMet: late.length === 0,
      findings: late.map(({ data }) => ({
        name: `${String(data['number'])} ${String(data['name'])}`,
        message: `${frequencies[data['frequency'] as Frequency]}更新，最近更新于${String(data['updatedOn'])}，应在${String(data['nextUpdateBy'])}前更新。`,
      })),
    }
  },
})

/** The catalogue by base library, by how it is shared and opened. */
export const itemsByLibrary = defineTally({
  id: 'items-by-library',
  title: '基础资源库数据统计',
  basis: notice.lines(1801),
  register: dataItems.id,
  by: [{ kind: 'field', field: 'library' }],
  columns: [
    { id: 'items', title: '目录项', states: ['listed', 'published'] },
    { id: 'published', title: '已在共享平台', states: ['published'] },
    {
      id: 'shared',
      title: '可以共享',
      states: ['listed', 'published'],
      where: { sharing: ['unconditional', 'conditional'] },
    },
    {
      id: 'open',
      title: '可以开放',
      states: ['listed', 'published'],
      where: { opening: ['open', 'conditional'] },
    },
  ],
})
