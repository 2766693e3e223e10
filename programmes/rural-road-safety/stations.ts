import {
  choice,
  count,
  date,
  defineParameter,
  defineProcedure,
  defineRegister,
  defineTally,
  defineValueRule,
  fields,
  gap,
  longText,
  money,
  personalText,
  phone,
  place,
  productOf,
  reference,
  text,
} from '@luoshi/kernel'
import { notice, office, readers, township, validity } from './notice.ts'
import { offences } from './offences.ts'

const basis = notice.lines(822, 854)

/** The two kinds of station. */
export const stations = defineRegister({
  id: 'stations',
  title: '交通安全管理站和劝导站台账',
  basis,
  fields: fields({
    number: text('站点编号'),
    kind: choice('类别', { township: '乡镇交通安全管理站', village: '农村交通安全劝导站' }),
    township: text('乡（镇）'),
    village: text('村', { help: '乡镇管理站写驻地' }),
    equipment: text('设备').optional(),
    where: place('位置').optional(),
    openedOn: date('启用日期'),
  }),
  key: ['number'],
  access: { read: readers, write: [township] },
})

/** Who dissuades at a station. */
export const persuaders = defineRegister({
  id: 'persuaders',
  title: '交通安全劝导员台账',
  basis,
  fields: fields({
    number: text('劝导员编号'),
    name: personalText('姓名', 'name'),
    contact: phone('联系电话').optional(),
    station: reference('站点', stations.id),
    from: date('上岗日期'),
  }),
  key: ['number'],
  access: { read: readers, write: [township] },
  open: [gap('“两站两员”的“两员”和“七必上”没有写明', notice.lines(854))],
})

/** What was done at a station on a day. */
export const persuasions = defineRegister({
  id: 'persuasions',
  title: '交通违法劝导记录',
  basis: notice.lines(854),
  fields: fields({
    number: text('记录编号'),
    station: reference('站点', stations.id),
    persuader: reference('劝导员', persuaders.id),
    doneOn: date('日期'),
    offence: choice('违法行为', offences),
    people: count('劝导', '人次'),
    note: longText('情况').optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [township] },
})

/** Work of the stations, month by month. */
export const persuasionsByMonth = defineTally({
  id: 'persuasions-by-month',
  title: '劝导工作统计',
  basis: notice.lines(854),
  register: persuasions.id,
  by: [
    { kind: 'field', field: 'station' },
    { kind: 'period', field: 'doneOn', every: 'month' },
  ],
  columns: [
    { id: 'records', title: '记录' },
    { id: 'people', title: '劝导人次', sums: 'people' },
  ],
  open: [gap('劝导站多久开展一次劝导没有写明', notice.lines(854))],
})

/** What a day of lost work is paid with. */
export const dailyAllowance = defineParameter<string>({
  id: 'daily-allowance',
  title: '劝导员误工补助标准',
  unit: '元/天',
  values: [],
  form: 'decimal',
  gap: gap('误工补助的标准没有写明，由县、乡（镇）定', notice.lines(822)),
})

const days = count('误工天数', '天')
const amount = money('补助金额')

/** What the township pays its persuaders, month by month. */
export const allowances = defineRegister({
  id: 'allowances',
  title: '劝导员误工补助台账',
  basis: notice.lines(822),
  fields: fields({
    persuader: reference('劝导员', persuaders.id),
    month: text('月份', { help: '如2023-07' }),
    days,
    amount: amount.optional(),
  }),
  key: ['persuader', 'month'],
  access: { read: readers, write: [township] },
})

export const allowanceRule = defineValueRule({
  id: 'allowance',
  title: '误工补助金额',
  basis: notice.lines(822),
  gives: amount,
  inputs: { days },
  parameters: { dailyAllowance },
  decide: ({ days: worked }, values) => ({
    value: productOf(String(worked), values.dailyAllowance),
    because: `${worked}天×${values.dailyAllowance}元`,
  }),
})

/** Entered, checked by another person, paid. */
export const paying = defineProcedure({
  id: 'paying',
  title: '劝导员误工补助',
  basis: notice.lines(822),
  ...validity,
  register: allowances.id,
  subject: allowances.fields,
  access: { read: readers },
  lookups: {},
  opening: {
    title: '登记误工',
    by: [township],
    basis: notice.lines(822),
    computes: { amount: allowanceRule.id },
  },
  initial: 'entered',
  states: {
    entered: {
      title: '待核定',
      on: {
        approve: { title: '核定', to: 'approved', by: [office], basis: notice.lines(822) },
        refuse: {
          title: '不予补助',
          to: 'refused',
          by: [office],
          basis: notice.lines(822),
          needsReason: true,
        },
      },
    },
    approved: {
      title: '待发放',
      on: {
        pay: {
          title: '发放',
          to: 'paid',
          by: [township],
          basis: notice.lines(822),
          input: fields({ paidOn: date('发放日期') }),
        },
      },
    },
    paid: { title: '已发放', final: 'completed', on: {} },
    refused: { title: '不予补助', final: 'refused', on: {} },
  },
  limits: {},
})

/** What was paid, by month. */
export const allowancesByMonth = defineTally({
  id: 'allowances-by-month',
  title: '误工补助发放统计',
  basis: notice.lines(822),
  register: allowances.id,
  by: [{ kind: 'field', field: 'month' }],
  columns: [
    { id: 'days', title: '误工天数', sums: 'days' },
    { id: 'amount', title: '应发金额', sums: 'amount' },
    { id: 'paid', title: '已发金额', sums: 'amount', states: ['paid'] },
  ],
})
