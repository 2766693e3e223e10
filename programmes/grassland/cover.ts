import {
  compareDecimals,
  type Decimal,
  defineIndicator,
  defineParameter,
  defineStocktake,
  differenceOf,
  figuresOf,
  gap,
} from '@luoshi/kernel'
import { department, forestry, notice, township, validity } from './notice.ts'

const basis = notice.lines(3097)

/** 草原综合植被盖度: at least so much by 2025, about so much by 2035. */
export const cover = defineIndicator({
  id: 'vegetation-cover',
  title: '草原综合植被盖度',
  basis,
  unit: '%',
  every: 'year',
  units: ['县林业局'],
  direction: { better: 'more', basis },
  targets: [
    { period: '2025', from: '2022-11-28', value: { operator: 'at-least', figure: '72.5' }, basis },
    { period: '2035', from: '2022-11-28', value: { words: '稳定在74.5%左右' }, basis },
  ],
  open: [gap('“左右”容许相差多少没有写明，只列出差多少', basis)],
})

const target = (id: string, title: string, value: Decimal) =>
  defineParameter<Decimal>({
    id,
    title,
    unit: '%',
    values: [{ from: '2022-11-28', value, basis }],
  })
export const coverBy2025 = target('cover-2025', '2025年草原综合植被盖度（不低于）', '72.5')
export const coverBy2035 = target('cover-2035', '2035年草原综合植被盖度（左右）', '74.5')

/** What is measured each year, checked by another. */
export const figures = figuresOf({
  basis,
  ...validity,
  indicators: [cover],
  reports: [forestry],
  checks: [department],
  reads: [township],
})

const signed = (difference: Decimal) =>
  compareDecimals(difference, '0') < 0 ? `还差${difference.slice(1)}个百分点` : `已超过${difference}个百分点`

/** The latest measured cover against both targets. */
export const coverGap = defineStocktake({
  id: 'cover-gap',
  title: '草原综合植被盖度与目标',
  basis,
  register: figures.register.id,
  count(records, { settingOf }) {
    const latest = records
      .filter(({ state }) => state === 'checked')
      .map(({ data }) => ({ period: String(data['period']), value: String(data['value']) }))
      .sort((a, b) => (a.period < b.period ? 1 : -1))[0]
    if (latest === undefined) return { says: '还没有审核过的盖度数据。', isMet: null, findings: [] }
    const by2025 = settingOf(coverBy2025) ?? '0'
    const by2035 = settingOf(coverBy2035) ?? '0'
    const first = differenceOf(latest.value, by2025)
    return {
      says: `${latest.period}年草原综合植被盖度${latest.value}%。`,
      isMet: compareDecimals(first, '0') >= 0,
      findings: [
        { name: `到2025年不低于${by2025}%`, message: `${signed(first)}。` },
        { name: `到2035年${by2035}%左右`, message: `${signed(differenceOf(latest.value, by2035))}。` },
      ],
    }
  },
})
