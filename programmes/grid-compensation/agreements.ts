import {
  choice,
  compareDecimals,
  count,
  date,
  definePaper,
  defineProcedure,
  defineRegister,
  defineRule,
  defineTally,
  defineTextPaper,
  defineValueRule,
  fields,
  files,
  gap,
  isSameAmount,
  listOf,
  money,
  personalText,
  phone,
  text,
  yesNo,
} from '@luoshi/kernel'
import { department, notice, readers, township, validity } from './notice.ts'

const total = money('补偿合计')
const itemCount = count('补偿项数', '项')

const shape = {
  payee: personalText('被补偿人', 'name'),
  accountName: personalText('账户户名', 'name'),
  account: personalText('账号', 'bank-account'),
}

/** With whom it is agreed what is paid for land, crops and trees, and into which account. */
export const agreements = defineRegister({
  id: 'agreements',
  title: '补偿协议台账',
  basis: notice.lines(155),
  fields: fields({
    number: text('协议编号'),
    township: text('乡（镇）'),
    village: text('村'),
    project: choice('工程', { grid: '配电网工程', coal: '“煤改电”工程' }),
    ...shape,
    contact: phone('联系电话').optional(),
    isNearGraves: yesNo('涉及坟场等敏感地带'),
  }),
  key: ['number'],
  access: { read: readers, write: [township] },
})

const entries = listOf('已核算的补偿项目', fields({ number: text('项目编号') }))
const unfinished = listOf('没有核算的补偿项目', fields({ number: text('项目编号') }))
const itemsTotal = money('已核算的补偿金额')

/** Straight into the account of whoever is compensated. */
export const ownAccount = defineRule({
  id: 'own-account',
  title: '拨付到本人账户',
  basis: notice.lines(155),
  inputs: { payee: shape.payee, accountName: shape.accountName },
  parameters: {},
  decide: ({ payee, accountName }) => ({
    isMet: payee === accountName,
    wanted: '账户户名是被补偿人本人',
    found: payee === accountName ? '是本人' : '不是本人',
  }),
})

/** Every item was worked out before it is agreed. */
export const allComputed = defineRule({
  id: 'all-computed',
  title: '都已核算',
  basis: notice.lines(155),
  inputs: { entries, unfinished },
  parameters: {},
  decide: (input) => ({
    isMet: input.entries.length > 0 && input.unfinished.length === 0,
    wanted: '至少有一项，并且每一项都已核算',
    found:
      input.unfinished.length > 0
        ? `${input.unfinished.map(({ number }) => number).join('、')}没有核算`
        : `已核算${input.entries.length}项`,
  }),
})

export const totalRule = defineValueRule({
  id: 'total',
  title: '补偿合计',
  basis: notice.lines(155),
  gives: total,
  inputs: { itemsTotal },
  parameters: {},
  decide: (input) => ({ value: input.itemsTotal, because: '已核算的各项相加' }),
})

export const itemCountRule = defineValueRule({
  id: 'item-count',
  title: '补偿项数',
  basis: notice.lines(155),
  gives: itemCount,
  inputs: { entries },
  parameters: {},
  decide: (input) => ({ value: input.entries.length, because: '已核算的项目' }),
})

const paid = money('拨付金额')

/** Neither more nor less than was agreed. */
export const paidAsAgreed = defineRule({
  id: 'paid-as-agreed',
  title: '按协议足额拨付',
  basis: notice.lines(155),
  inputs: { paid, total },
  parameters: {},
  decide: (input) => ({
    isMet: isSameAmount(input.paid, input.total),
    wanted: `拨付协议所定的${input.total}元`,
    found: `${input.paid}元`,
  }),
})

/** What comes to nothing is agreed, and not paid. */
export const somethingOwed = defineRule({
  id: 'something-owed',
  title: '有应补偿的金额',
  basis: notice.lines(143, 155),
  inputs: { itemsTotal },
  parameters: {},
  decide: (input) => ({
    isMet: compareDecimals(input.itemsTotal, '0') > 0,
    wanted: '补偿合计大于0',
    found: `${input.itemsTotal}元`,
  }),
})

const basis = notice.lines(155)

/** From measuring to money in the account. */
export const settling = defineProcedure({
  id: 'settling',
  title: '补偿协议和拨付',
  basis,
  ...validity,
  register: agreements.id,
  subject: agreements.fields,
  access: { read: readers },
  lookups: {
    entries: {
      title: '已核算的补偿项目',
      register: 'items',
      where: { agreement: 'number' },
      states: ['computed'],
      gives: { kind: 'records', fields: ['number'] },
    },
    unfinished: {
      title: '没有核算的补偿项目',
      register: 'items',
      where: { agreement: 'number' },
      states: ['entered'],
      gives: { kind: 'records', fields: ['number'] },
    },
    itemsTotal: {
      title: '已核算的补偿金额',
      register: 'items',
      where: { agreement: 'number' },
      states: ['computed'],
      gives: { kind: 'sum', field: 'amount' },
    },
  },
  opening: { title: '登记被补偿人', by: [township], basis, gates: ['own-account'] },
  initial: 'measuring',
  states: {
    measuring: {
      title: '核算中',
      on: {
        agree: {
          title: '签订补偿协议',
          to: 'agreed',
          by: [township],
          basis,
          input: fields({
            agreedOn: date('签订日期'),
            agreementFile: files('协议扫描件').optional(),
            itemCount,
            total,
          }),
          computes: { itemCount: 'item-count', total: 'total' },
          gates: ['all-computed', 'something-owed'],
          papers: ['agreement', 'detail'],
        },
        drop: { title: '不再占用', to: 'dropped', by: [township], basis, needsReason: true },
      },
    },
    agreed: {
      title: '待拨付',
      on: {
        pay: {
          title: '拨付到个人账户',
          to: 'paid',
          by: [department],
          basis,
          input: fields({ paidOn: date('拨付日期'), paid }),
          gates: ['own-account', 'paid-as-agreed'],
        },
        reopen: {
          title: '协商一致，重新核算',
          to: 'measuring',
          by: [township],
          basis,
          needsReason: true,
        },
      },
    },
    paid: { title: '已拨付', final: 'completed', on: {} },
    dropped: { title: '不再占用', final: 'withdrawn', on: {} },
  },
  limits: {},
})

export const agreementPaper = defineTextPaper({
  id: 'agreement',
  title: '电网工程占地补偿协议',
  basis,
  open: [gap('通知没有印协议的样式，内容按补偿标准应有的几项设', basis)],
  register: agreements.id,
  head: 'plain',
  issuer: '{@unit}',
  addressee: '{payee}',
  body: [
    {
      text: '{project}在{township}{village}占用你的土地、青苗、树木和其他地上附着物，经丈量核算，共{itemCount}项，补偿{total}元（{total:capital}），明细见附表。',
    },
    { level: 1, text: '补偿款直接拨付到你的账户，账号{account}。' },
    { level: 1, text: '杆塔占地只补偿，不征收。' },
    { level: 1, text: '补偿按五政办发〔2022〕50号的标准计算，任何一方不得改变。' },
    { level: 1, text: '其他问题由施工方与乡（镇）人民政府协商解决。' },
  ],
  annexes: ['补偿明细表'],
  copies: ['施工方', '付款单位'],
})

const noForm = [gap('通知没有印表样，栏目按要算和要付的几项设', basis)]

/** What an agreement is made up of, item by item. */
export const detail = definePaper({
  id: 'detail',
  title: '补偿明细表',
  basis,
  open: noForm,
  register: 'items',
  rows: { agreement: 'number' },
  head: ['县'],
  columns: [
    { heading: '序号', field: null, isNumber: true },
    { heading: '地块、位置', field: 'place' },
    { heading: '丈量日期', field: 'measuredOn' },
    { heading: '坑的种类', field: 'pit' },
    { heading: '坑数', field: 'pitCount' },
    { heading: '地类', field: 'land' },
    { heading: '占地面积（亩）', field: 'area' },
    { heading: '青苗面积（亩）', field: 'cropArea' },
    { heading: '树木直径（厘米）', field: 'diameter' },
    { heading: '棵数', field: 'treeCount' },
    { heading: '其他附着物', field: 'attachment' },
    { heading: '补偿金额（元）', field: 'amount', isSummed: true },
  ],
  hasTotal: true,
  foot: ['乡（镇）人民政府（盖章）', '施工方（盖章）', '被补偿人（签字）'],
  copies: [],
})

/** Whom to pay how much into which account, over whichever agreements are listed. */
export const payList = definePaper({
  id: 'pay-list',
  title: '电网工程补偿款拨付花名册',
  basis,
  open: noForm,
  register: agreements.id,
  head: ['县'],
  columns: [
    { heading: '序号', field: null, isNumber: true },
    { heading: '乡（镇）', field: 'township' },
    { heading: '村', field: 'village' },
    { heading: '被补偿人', field: 'payee' },
    { heading: '账户户名', field: 'accountName' },
    { heading: '账号', field: 'account' },
    { heading: '补偿项数', field: 'itemCount' },
    { heading: '补偿合计（元）', field: 'total', isSummed: true },
    { heading: '签字', field: null },
  ],
  hasTotal: true,
  foot: ['制表人', '审核人'],
  copies: [],
})

/** Agreed and paid by township. */
export const byTownship = defineTally({
  id: 'by-township',
  title: '补偿统计',
  basis,
  register: agreements.id,
  by: [
    { kind: 'field', field: 'township' },
    { kind: 'field', field: 'project' },
  ],
  columns: [
    { id: 'agreements', title: '协议' },
    { id: 'agreed', title: '待拨付', states: ['agreed'] },
    { id: 'paid', title: '已拨付', states: ['paid'] },
    { id: 'total', title: '补偿合计（元）', sums: 'total' },
    { id: 'paid-amount', title: '拨付金额（元）', sums: 'paid', states: ['paid'] },
  ],
})
