import {
  count,
  date,
  defineRegister,
  defineStocktake,
  defineTally,
  fields,
  gap,
  longText,
  personalText,
  reference,
  text,
  yesNo,
} from '@luoshi/kernel'
import { brigade, plan, readers } from './notices.ts'

/** The modules with which fires are investigated. */
export const modules = defineRegister({
  id: 'modules',
  title: '火灾调查模块化装备台账',
  basis: plan.lines(742, 744),
  fields: fields({
    number: text('装备编号'),
    name: text('装备名称'),
    boughtOn: date('购置日期'),
    assetNumber: text('固定资产编号'),
    isSound: yesNo('完整好用'),
  }),
  key: ['number'],
  calledBy: ['name'],
  access: { read: readers, write: [brigade] },
})

/** When a module was used, in which investigation. */
export const usages = defineRegister({
  id: 'usages',
  title: '火灾调查模块化装备使用台账',
  basis: plan.lines(744),
  fields: fields({
    number: text('使用编号'),
    module: reference('装备', modules.id),
    usedOn: date('使用日期'),
    fire: text('火灾'),
    investigator: personalText('使用人', 'name'),
    hours: count('使用时长', '小时'),
    result: longText('发挥的作用'),
  }),
  key: ['number'],
  access: { read: readers, write: [brigade] },
})

/** How often each module was used, year by year. */
export const usageByModule = defineTally({
  id: 'usage-by-module',
  title: '火灾调查装备使用统计',
  basis: plan.lines(744),
  register: usages.id,
  by: [
    { kind: 'field', field: 'module' },
    { kind: 'period', field: 'usedOn', every: 'year' },
  ],
  columns: [
    { id: 'times', title: '使用次数' },
    { id: 'hours', title: '使用时长（小时）', sums: 'hours' },
  ],
  open: [gap('装备使用率怎样算没有写明，统计次数和时长', plan.lines(744))],
})

/** 2024年底 */
const EQUIPPED_BY = '2024-12-31'

export const modulesSound = defineStocktake({
  id: 'modules-sound',
  title: '火灾调查装备配备和完好',
  basis: plan.lines(744),
  register: modules.id,
  count(records, { today }) {
    const all = records.filter(({ state }) => state !== 'struck')
    if (all.length === 0) {
      return {
        says: `台账里还没有模块化装备，应于${EQUIPPED_BY}前配备完成。`,
        isMet: EQUIPPED_BY < today ? false : null,
        findings: [],
      }
    }
    const broken = all.filter(({ data }) => data['isSound'] !== true)
    return {
      says: `模块化装备${all.length}件，不完好${broken.length}件。`,
      isMet: broken.length === 0,
      findings: broken.map(({ data }) => ({
        name: String(data['number']),
        message: `${data['name']}不完好。`,
      })),
    }
  },
})
