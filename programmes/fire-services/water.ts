import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineStocktake,
  defineTally,
  fields,
  gap,
  longText,
  place,
  quotientOf,
  text,
  yesNo,
} from '@luoshi/kernel'
import { brigade, member, plan, readersBelow, scheme, township, validity } from './notices.ts'

const kinds = {
  hydrant: '市政消火栓',
  crane: '消防水鹤',
  pool: '消防水池',
  natural: '天然水源、人工水体取水点',
} as const

/** Every point from which water for fighting fires is taken. */
export const waterSources = defineRegister({
  id: 'water-sources',
  title: '消防水源台账',
  basis: scheme.lines(1264, 1312),
  fields: fields({
    number: text('水源编号'),
    kind: choice('种类', kinds),
    address: text('地点'),
    where: place('位置').optional(),
    township: text('乡（镇）'),
    grid: text('网格'),
    keeper: text('维护保养单位').optional(),
    isRemote: yesNo('已接入远程实时监控'),
  }),
  key: ['number'],
  access: { read: readersBelow, write: [brigade, township, member] },
})

/** Whoever walks the grid: the brigade, the township, whoever keeps it. */
const walkers = [brigade, township, member]
const basis = scheme.lines(1264)
const looked = { lookedOn: date('查看日期'), signal: longText('水压、远传信号等情况').optional() }

/** Working, broken, mended: what whoever walks the grid notes on a mobile device. */
export const keepingWater = defineProcedure({
  id: 'keeping-water',
  title: '消防水源管护',
  basis,
  ...validity,
  register: waterSources.id,
  subject: waterSources.fields,
  access: { read: readersBelow },
  lookups: {},
  opening: { title: '登记水源', by: walkers, basis },
  initial: 'working',
  states: {
    working: {
      title: '完好',
      rests: true,
      on: {
        look: { title: '登记巡查', to: 'working', by: walkers, basis, input: fields(looked) },
        connect: {
          title: '接入远程监控',
          to: 'working',
          by: [brigade],
          basis: scheme.lines(1312),
          input: fields({ isRemote: yesNo('已接入远程实时监控'), connectedOn: date('接入日期') }),
        },
        fault: {
          title: '登记损坏',
          to: 'faulty',
          by: walkers,
          basis: plan.lines(722),
          input: fields({ faultOn: date('发现日期'), fault: longText('损坏情况') }),
        },
        remove: { title: '撤除', to: 'removed', by: [brigade], basis, needsReason: true },
      },
    },
    faulty: {
      title: '损坏待修',
      on: {
        mend: {
          title: '修复',
          to: 'working',
          by: walkers,
          basis: plan.lines(722, 871),
          input: fields({ mendedOn: date('修复日期'), mending: longText('维修情况') }),
        },
        remove: { title: '撤除', to: 'removed', by: [brigade], basis, needsReason: true },
      },
    },
    removed: { title: '已撤除', final: 'withdrawn', on: {} },
  },
  limits: {},
  open: [gap('消火栓损坏后几日内修复没有写明', plan.lines(722))],
})

/** 2025: all working. */
const WORKING_BY = '2025-12-31'
/** 2024年底: all reporting from afar. */
const REMOTE_BY = '2024-12-31'

/** Which share works, and what does not. */
export const waterWorking = defineStocktake({
  id: 'water-working',
  title: '消防水源完好率',
  basis: plan.lines(722),
  register: waterSources.id,
  count(records, { today }) {
    const all = records.filter(({ state }) => state !== 'removed')
    if (all.length === 0) return { says: '台账里还没有水源。', isMet: null, findings: [] }
    const faulty = all.filter(({ state }) => state === 'faulty')
    const share = quotientOf(String((all.length - faulty.length) * 100), String(all.length), 1)
    return {
      says: `水源${all.length}处，完好率${share}%，应于${WORKING_BY}前达到100%。`,
      isMet: faulty.length === 0 ? true : WORKING_BY < today ? false : null,
      findings: faulty.map(({ data }) => ({
        name: `${data['number']} ${data['address']}`,
        message: `${data['faultOn']}登记损坏：${data['fault']}。`,
      })),
    }
  },
})

/** Which report from afar. */
export const waterRemote = defineStocktake({
  id: 'water-remote',
  title: '消防水源远程实时监控',
  basis: scheme.lines(1312),
  register: waterSources.id,
  count(records, { today }) {
    const all = records.filter(({ state }) => state !== 'removed')
    if (all.length === 0) return { says: '台账里还没有水源。', isMet: null, findings: [] }
    const without = all.filter(({ data }) => data['isRemote'] !== true)
    return {
      says: `水源${all.length}处，已接入远程实时监控${all.length - without.length}处，应于${REMOTE_BY}前建成。`,
      isMet: without.length === 0 ? true : REMOTE_BY < today ? false : null,
      findings: without.map(({ data }) => ({
        name: `${data['number']} ${data['address']}`,
        message: '没有接入远程实时监控。',
      })),
    }
  },
})

/** Points by township and kind. */
export const waterByKind = defineTally({
  id: 'water-by-kind',
  title: '消防水源分类统计',
  basis: scheme.lines(1264, 1312),
  register: waterSources.id,
  by: [
    { kind: 'field', field: 'township' },
    { kind: 'field', field: 'kind' },
  ],
  columns: [
    { id: 'points', title: '水源' },
    { id: 'working', title: '完好', states: ['working'] },
    { id: 'faulty', title: '损坏', states: ['faulty'] },
    { id: 'remote', title: '已接入远程监控', where: { isRemote: ['true'] } },
  ],
})
