import {
  changeParts,
  choice,
  date,
  defineCatalogue,
  defineProcedure,
  defineRegister,
  defineRule,
  fields,
  listOf,
  text,
} from '@luoshi/kernel'
import { department, notice, office, readers, validity } from './notice.ts'

/** What the bans are about. */
export const products = {
  tableware: '不可降解一次性塑料餐具',
  supplies: '一次性塑料用品',
  bag: '不可降解塑料袋',
} as const

/** Where they hold. */
export const places = {
  town: '县城餐饮等场所',
  'star-hotel': '星级宾馆、酒店',
  hotel: '其他宾馆、酒店',
  market: '集贸市场',
  elsewhere: '县内其他场所',
} as const

/** What a ban asks. */
export const measures = {
  banned: '禁止使用',
  restricted: '禁限使用',
  'not-offered': '不再主动提供',
} as const

const shape = {
  name: text('条目'),
  product: choice('品种', products),
  places: listOf('场所', choice('场所', places)),
  measure: choice('要求', measures),
  begins: date('起始日期'),
}

/** Fields and parts of the list of what is banned and restricted. */
const list = {
  id: 'bans',
  title: '塑料制品禁限目录',
  fields: fields(shape),
  parts: { key: 'name', name: 'name' } as const,
}

export const parts = changeParts(list, notice.lines(856), {
  added: '增加',
  removed: '删去',
  changed: '调整',
  renamed: '更名',
})

/** One line of the schedule. */
const ban = (
  name: string,
  product: keyof typeof products,
  where: readonly (keyof typeof places)[],
  measure: keyof typeof measures,
  begins: string,
) => ({ entry: { name, product, places: [...where], measure, begins }, basis: notice.lines(812) })

const everywhere = Object.keys(places) as (keyof typeof places)[]

/** The list in its versions: the first is the schedule of the plan. */
export const bans = defineCatalogue({
  ...list,
  basis: notice.lines(856),
  changedBy: { procedure: 'changing', states: ['published'] },
  versions: [
    {
      name: '2021年方案',
      from: '2021-07-01',
      until: null,
      basis: notice.lines(812),
      items: [
        ban('县城餐具', 'tableware', ['town'], 'banned', '2021-07-01'),
        ban('星级宾馆用品', 'supplies', ['star-hotel'], 'not-offered', '2021-07-01'),
        ban('全县塑料袋', 'bag', everywhere, 'restricted', '2021-12-31'),
        ban('所有宾馆用品', 'supplies', ['star-hotel', 'hotel'], 'not-offered', '2022-12-31'),
        ban('集贸市场塑料袋', 'bag', ['market'], 'banned', '2023-12-31'),
      ],
    },
  ],
})

/** Changes of the list, each with its cause. */
export const changes = defineRegister({
  id: 'changes',
  title: '禁限目录调整台账',
  basis: notice.lines(856),
  fields: fields({ number: text('调整编号'), ...parts.shape, ...parts.from }),
  key: ['number'],
  access: { read: readers, write: [office] },
})

/** The list is brought up to date and published. */
export const changing = defineProcedure({
  id: 'changing',
  title: '更新发布禁限目录',
  basis: notice.lines(856),
  ...validity,
  register: changes.id,
  subject: changes.fields,
  access: { read: readers },
  lookups: parts.lookups,
  opening: { title: '提出调整', by: [office], basis: notice.lines(856), gates: [parts.rule.id] },
  initial: 'drafted',
  states: {
    drafted: {
      title: '待发布',
      on: {
        publish: {
          title: '更新发布',
          to: 'published',
          by: [office],
          basis: notice.lines(856),
          gates: [parts.rule.id],
        },
        drop: { title: '撤回', to: 'dropped', by: [office], basis: notice.lines(856), needsReason: true },
      },
    },
    published: { title: '已发布', final: 'completed', on: {} },
    dropped: { title: '已撤回', final: 'withdrawn', on: {} },
  },
  limits: {},
})

/** What was found where and when: a use that may be banned. */
export const uses = defineRegister({
  id: 'uses',
  title: '塑料制品使用检查台账',
  basis: notice.lines(812),
  fields: fields({
    number: text('检查编号'),
    business: text('经营者'),
    product: choice('品种', products),
    place: choice('场所', places),
    foundOn: date('检查日期'),
  }),
  key: ['number'],
  access: { read: readers, write: [department] },
})

/** Whether a product may be used, or offered, in a place on a day: by the strictest line of the list that has begun. */
export const banned = defineRule({
  id: 'banned',
  title: '属于禁限范围',
  basis: notice.lines(812),
  inputs: {
    product: choice('品种', products),
    place: choice('场所', places),
    foundOn: date('检查日期'),
    linesOfList: listOf(
      '目录中的条目',
      fields({ name: text('条目'), measure: choice('要求', measures), begins: date('起始日期') }),
    ),
  },
  parameters: {},
  decide: ({ product, place, foundOn, linesOfList }) => {
    const begun = linesOfList.filter(({ begins }) => begins <= foundOn)
    const strictest = Object.keys(measures).find((measure) => begun.some((one) => one.measure === measure))
    const line = begun.find(({ measure }) => measure === strictest)
    const next = linesOfList
      .map(({ begins }) => begins)
      .sort()
      .at(0)
    const what = `${places[place]}的${products[product]}`
    const later = next === undefined ? '目录没有列入' : `自${next}起才禁限`
    return {
      isMet: line !== undefined,
      wanted: `${what}在${foundOn}已列入禁限`,
      found: line === undefined ? later : `自${line.begins}起${measures[line.measure]}`,
    }
  },
})

/** A use is looked at: told to stop where the list has it, cleared where it has not. */
export const checking = defineProcedure({
  id: 'checking',
  title: '塑料制品使用检查',
  basis: notice.lines(812),
  ...validity,
  register: uses.id,
  subject: uses.fields,
  access: { read: readers },
  lookups: {
    linesOfList: {
      title: '目录中的条目',
      catalogue: 'bans',
      where: { product: 'product', places: 'place' },
      gives: { kind: 'records', fields: ['name', 'measure', 'begins'] },
    },
  },
  opening: { title: '登记检查', by: [department], basis: notice.lines(812) },
  initial: 'found',
  states: {
    found: {
      title: '待认定',
      on: {
        order: {
          title: '责令改正',
          to: 'ordered',
          by: [department],
          basis: notice.lines(812),
          gates: ['banned'],
        },
        clear: {
          title: '不在禁限范围',
          to: 'cleared',
          by: [department],
          basis: notice.lines(812),
          needsReason: true,
        },
      },
    },
    ordered: {
      title: '待改正',
      on: {
        mend: {
          title: '已改正',
          to: 'mended',
          by: [department],
          basis: notice.lines(812),
          input: fields({ result: text('改正情况') }),
        },
      },
    },
    mended: { title: '已改正', final: 'completed', on: {} },
    cleared: { title: '不在禁限范围', final: 'completed', on: {} },
  },
  limits: {},
})
