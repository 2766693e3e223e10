import { defineComparison, defineTally } from '@luoshi/kernel'
import { levy2021, levy2022 } from './notices.ts'
import { premiums, roster } from './registers.ts'

/** Ways of paying without a collector. */
export const ONLINE: readonly string[] = ['wechat', 'app', 'tax-bureau']
/** States of a premium that was paid. */
export const valid: readonly string[] = ['paid', 'in-treasury']

/** Who paid, how, and what is not yet in the treasury, by township and village. */
export const byVillage = defineTally({
  id: 'by-village',
  title: '征缴情况统计',
  basis: levy2021.lines(363, 371),
  register: premiums.id,
  by: [
    { kind: 'field', field: 'township' },
    { kind: 'field', field: 'village' },
  ],
  columns: [
    { id: 'paid', title: '已缴费人数', states: valid },
    { id: 'online', title: '线上缴费人数', states: valid, where: { channel: ONLINE } },
    { id: 'amount', title: '缴费金额', sums: 'amount', states: valid },
    { id: 'held', title: '未入库金额', sums: 'amount', states: ['paid'] },
  ],
})

/** Premiums and subsidies, by township: two sums of two years, never added to each other. */
export const byTownship = defineTally({
  id: 'by-township',
  title: '应缴和补助统计',
  basis: levy2022.lines(605, 612),
  register: premiums.id,
  by: [{ kind: 'field', field: 'township' }],
  columns: [
    { id: 'people', title: '人数', states: valid },
    { id: 'amount', title: '个人缴费', sums: 'amount', states: valid },
    { id: 'subsidy', title: '财政补助', sums: 'subsidy', states: valid },
    { id: 'permit', title: '其中持居住证人数', states: valid, where: { standing: ['permit'] } },
  ],
})

/** Who is insured, by township and village. */
export const insuredByVillage = defineTally({
  id: 'insured-by-village',
  title: '参保人数统计',
  basis: levy2021.lines(371),
  register: roster.id,
  by: [
    { kind: 'field', field: 'township' },
    { kind: 'field', field: 'village' },
  ],
  columns: [{ id: 'insured', title: '参保人数' }],
})

/** What the tax bureau received held against whom the agency insures. */
export const receiptsAgainstRoster = defineComparison({
  id: 'receipts-against-roster',
  title: '缴费与参保信息比对',
  basis: levy2021.lines(367),
  left: { register: premiums.id, states: valid },
  right: { register: roster.id },
  by: ['identity', 'insuredYear'],
  agree: ['name', 'amount'],
  labels: {
    agrees: '一致',
    differs: '统计错误：姓名或者金额不符',
    'left-only': '已缴费未参保',
    'right-only': '虚报：已参保未缴费',
    'left-twice': '重复申报：重复缴费',
    'right-twice': '重复参保',
  },
})
