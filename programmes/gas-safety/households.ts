import {
  date,
  defineRegister,
  defineStocktake,
  defineTally,
  fields,
  personalText,
  type StocktakeRecord,
  text,
  yesNo,
} from '@luoshi/kernel'
import { enterprise, notice, readers, township } from './notice.ts'

/** The three measures that every household with piped gas is to have. */
export const measures = {
  hasValve: '灶前燃气自闭阀门',
  hasHose: '灶具连接用不锈钢波纹软管',
  hasFlameGuard: '带有自动熄火保护装置的燃气灶具',
} as const

export type Measure = keyof typeof measures

const installed = {
  hasValve: yesNo(measures.hasValve),
  hasHose: yesNo(measures.hasHose),
  hasFlameGuard: yesNo(measures.hasFlameGuard),
}

/** Households with piped gas. */
export const households = defineRegister({
  id: 'households',
  title: '管道燃气居民用户台账',
  basis: notice.lines(877, 911),
  fields: fields({
    number: text('用户编号'),
    enterprise: text('燃气经营企业'),
    township: text('乡（镇）'),
    holder: personalText('户主', 'name'),
    address: personalText('住址', 'address'),
    ...installed,
    checkedOn: date('入户检查日期'),
  }),
  key: ['number'],
  access: { read: [...readers, enterprise, township], write: [enterprise] },
})

const has = (measure: Measure) => ({ [measure]: ['true'] })
const all = { ...has('hasValve'), ...has('hasHose'), ...has('hasFlameGuard') }

/** Each measure, and all three together, by township. */
export const coverageByTownship = defineTally({
  id: 'coverage-by-township',
  title: '“三项强制措施”分乡（镇）统计',
  basis: notice.lines(877),
  register: households.id,
  by: [{ kind: 'field', field: 'township' }],
  columns: [
    { id: 'households', title: '用户' },
    { id: 'valve', title: measures.hasValve, where: has('hasValve') },
    { id: 'hose', title: measures.hasHose, where: has('hasHose') },
    { id: 'flameGuard', title: measures.hasFlameGuard, where: has('hasFlameGuard') },
    { id: 'covered', title: '三项齐全', where: all },
  ],
})

/** The measures that a household lacks. */
export function lackingIn({ data }: Pick<StocktakeRecord, 'data'>): readonly string[] {
  return Object.entries(measures).flatMap(([measure, title]) => (data[measure] === true ? [] : [title]))
}

/** Last day by which every household is to have all three. */
const COVERED_BY = '2022-07-31'

/** Whether every household has all three. */
export const coverage = defineStocktake({
  id: 'coverage',
  title: '“三项强制措施”全覆盖',
  basis: notice.lines(877),
  register: households.id,
  count(records, { today }) {
    const current = records.filter(({ state }) => state !== 'struck')
    if (current.length === 0) return { says: '台账里还没有用户。', isMet: null, findings: [] }
    const short = current.flatMap((one) => {
      const lacking = lackingIn(one)
      return lacking.length === 0 ? [] : [{ name: String(one.data['number']), lacking }]
    })
    const counts = Object.entries(measures).map(
      ([measure, title]) => `${title}${current.filter(({ data }) => data[measure] === true).length}户`,
    )
    const ended = COVERED_BY < today ? `，应于${COVERED_BY}前全覆盖，已经逾期` : `，应于${COVERED_BY}前全覆盖`
    return {
      says: `${current.length}户，${counts.join('，')}，三项齐全${current.length - short.length}户${short.length === 0 ? '，已全覆盖' : ended}。`,
      isMet: short.length === 0 ? true : COVERED_BY < today ? false : null,
      findings: short.map(({ name, lacking }) => ({ name, message: `缺${lacking.join('、')}。` })),
    }
  },
})
