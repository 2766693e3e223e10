import {
  type Answer,
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineTally,
  defineTextPaper,
  defineValueRule,
  differenceOf,
  fields,
  gap,
  isAtMost,
  listOf,
  longText,
  money,
  sumOf,
  text,
} from '@luoshi/kernel'
import { finance, headquarters, leader, notice, office, readers, validity } from './notice.ts'
import { drawn, kept, keptLookups, progressText } from './progress.ts'

const kind = choice('项目', { electric: '煤改电', gas: '煤改气' })
const amount = money('金额')
const basis = notice.lines(1293, 1297)

/** Money that came in. */
export const receipts = defineRegister({
  id: 'receipts',
  title: '清洁取暖到位资金台账',
  basis: notice.lines(1309),
  fields: fields({
    number: text('资金编号'),
    kind,
    source: choice('来源', { above: '上级补助资金', county: '县本级补助资金', other: '其他' }),
    amount,
    receivedOn: date('到位日期'),
  }),
  key: ['number'],
  access: { read: readers, write: [finance, ...headquarters] },
})

/** Money that went out. */
export const expenses = defineRegister({
  id: 'expenses',
  title: '清洁取暖支出资金台账',
  basis,
  fields: fields({
    number: text('支出编号'),
    kind,
    purpose: choice('用途', {
      device: '设备',
      installing: '安装',
      supervising: '监理',
      subsidy: '补贴',
      other: '其他',
    }),
    amount,
    spentOn: date('支出日期'),
  }),
  key: ['number'],
  access: { read: readers, write: [finance, ...headquarters] },
  open: [gap('设备和监理资金由市统一结算，县里记不记没有写明', notice.lines(1273))],
})

/** What came in, by method and source. */
export const receiptsBySource = defineTally({
  id: 'receipts-by-source',
  title: '到位资金统计',
  basis: notice.lines(1309),
  register: receipts.id,
  by: [
    { kind: 'field', field: 'kind' },
    { kind: 'field', field: 'source' },
  ],
  columns: [{ id: 'amount', title: '到位金额（元）', sums: 'amount' }],
})

const entries = (label: string) => listOf(label, fields({ amount }))
const flows = { cameIn: entries('到位资金'), wentOut: entries('支出资金') }
const fundText = longText('资金落实情况')

/** What a headquarters reports to the leading group: how far the works are, and the money. */
export const fundReports = defineRegister({
  id: 'fund-reports',
  title: '工程进展和资金落实情况报告台账',
  basis,
  fields: fields({
    number: text('报告编号'),
    kind,
    asOf: date('数据截止日期'),
    drawn: drawn.optional(),
    fundText: fundText.optional(),
  }),
  key: ['number'],
  access: { read: readers, write: headquarters },
})

export const worksRule = defineValueRule({
  id: 'works-progress',
  title: '报告的工程进展情况',
  basis,
  gives: drawn,
  inputs: { kind, ...kept },
  parameters: {},
  decide: ({ kind: chosen, ...input }): Answer<string> => ({
    value: `${progressText(chosen, input)}。`,
    because: '按改造台账汇总',
  }),
})

type Amounts = readonly { readonly amount: string }[]

/** What came in, what went out, what is left. */
export function fundsOf(cameIn: Amounts, wentOut: Amounts) {
  const arrived = sumOf(cameIn.map((one) => one.amount))
  const spent = sumOf(wentOut.map((one) => one.amount))
  return { arrived, spent, left: differenceOf(arrived, spent) }
}

export const fundsRule = defineValueRule({
  id: 'funds-standing',
  title: '报告的资金落实情况',
  basis,
  gives: fundText,
  inputs: flows,
  parameters: {},
  decide: ({ cameIn, wentOut }): Answer<string> => {
    const { arrived, spent, left } = fundsOf(cameIn, wentOut)
    return { value: `到位${arrived}元，支出${spent}元，结余${left}元。`, because: '按资金台账汇总' }
  },
})

/** Nothing is reported in which more was spent than came in. */
export const fundsBalance = defineRule({
  id: 'funds-balance',
  title: '支出不超过到位资金',
  basis,
  inputs: flows,
  parameters: {},
  decide: ({ cameIn, wentOut }) => {
    const { arrived, spent } = fundsOf(cameIn, wentOut)
    return {
      isMet: isAtMost(spent, arrived),
      wanted: `支出不超过到位的${arrived}元`,
      found: `支出${spent}元`,
    }
  },
})

export const fundPaper = defineTextPaper({
  id: 'fund-paper',
  title: '清洁取暖工程进展及资金落实情况报告',
  basis,
  register: fundReports.id,
  head: 'plain',
  issuer: '{@county}“{kind}”项目建设指挥部办公室',
  addressee: '{@county}清洁取暖工作领导小组',
  body: [
    { text: '现报告截至{asOf}“{kind}”工程进展和资金落实情况。' },
    { level: 1, text: '工程进展：{drawn}' },
    { level: 1, text: '资金落实：{fundText}' },
  ],
  annexes: [],
  copies: [],
})

const flowOf = (title: string, register: string) => ({
  title,
  register,
  where: { kind: 'kind' },
  states: ['current'],
  gives: { kind: 'records' as const, fields: ['amount'] },
})
const computes = { drawn: worksRule.id, fundText: fundsRule.id }

export const reporting = defineProcedure({
  id: 'reporting',
  title: '工程进展和资金落实情况报告',
  basis,
  ...validity,
  register: fundReports.id,
  subject: fundReports.fields,
  access: { read: readers },
  lookups: {
    ...keptLookups,
    cameIn: flowOf('到位资金', receipts.id),
    wentOut: flowOf('支出资金', expenses.id),
  },
  opening: { title: '起草报告', by: headquarters, basis, gates: [fundsBalance.id], computes },
  initial: 'drafted',
  states: {
    drafted: {
      title: '待报告',
      on: {
        renew: {
          title: '按台账重新汇总',
          to: 'drafted',
          by: headquarters,
          basis,
          gates: [fundsBalance.id],
          computes,
        },
        report: {
          title: '报告领导小组',
          to: 'reported',
          by: headquarters,
          basis,
          input: fields({ problems: longText('存在问题').optional(), reportedOn: date('报告日期') }),
          papers: [fundPaper.id],
        },
      },
    },
    reported: {
      title: '待收下',
      on: {
        take: { title: '收下', to: 'taken', by: [office, leader], basis },
        return: { title: '退回重报', to: 'drafted', by: [office, leader], basis, needsReason: true },
      },
    },
    taken: { title: '已报告', final: 'completed', on: {} },
  },
  limits: {},
  open: [gap('“定期”报告多久一次没有写明', basis)],
})
