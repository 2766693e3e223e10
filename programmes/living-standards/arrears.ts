import {
  choice,
  compareDecimals,
  count,
  date,
  definePaper,
  defineProcedure,
  defineRegister,
  defineRule,
  defineValueRule,
  differenceOf,
  fields,
  gap,
  may,
  money,
  personalText,
  productOf,
  text,
} from '@luoshi/kernel'
import { monthOf, rounding } from './monthly.ts'
import { categories, notice, standards, validity } from './standards.ts'

const township = may('township', 'unit')
const bureau = may('bureau', 'county')
const readers = [bureau, may('township', 'county')]
const basis = notice.lines(2537, 2547)

const shape = {
  number: text('补发编号'),
  township: text('乡（镇）'),
  village: text('村'),
  person: personalText('姓名', 'name'),
  category: choice('对象', categories),
  oldYearly: money('原标准（年）', { help: '调整前的标准本通知没有写明，由经办人填写' }),
  paidFrom: date('按原标准发放的第一个月', { help: '写该月1日' }),
  changedOver: date('改按新标准发放的月份', { help: '写该月1日' }),
  months: count('按原标准发放的月数', '个月'),
}

const owed = money('应补发')

/** Persons who were paid by the old standard after the new one held, with what is owed to each. */
export const arrears = defineRegister({
  id: 'arrears',
  title: '提标补发台账',
  basis,
  fields: fields({ ...shape, owed: owed.optional() }),
  key: ['number'],
  access: { read: readers, write: [township] },
})

/** The months lie between the day from which the new standards hold and the changeover, and are as many as is said. */
export const monthsAgree = defineRule({
  id: 'months-agree',
  title: '补发月份',
  basis: notice.lines(2537),
  inputs: { paidFrom: shape.paidFrom, changedOver: shape.changedOver, months: shape.months },
  parameters: {},
  decide: ({ paidFrom, changedOver, months }) => {
    const monthIn = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
    const between = monthIn(changedOver) - monthIn(paidFrom)
    return {
      isMet: paidFrom >= validity.validFrom && between > 0 && between === months,
      wanted: `自${validity.validFrom}起按原标准发放的月份，月数与起止相符`,
      found: `自${paidFrom}至${changedOver}改发，相差${between}个月，填写${months}个月`,
    }
  },
})

/** The old standard is lower than the new one: nothing is taken back by this notice. */
export const raised = defineRule({
  id: 'raised',
  title: '标准提高',
  basis,
  inputs: { category: shape.category, oldYearly: shape.oldYearly },
  parameters: standards,
  decide: ({ category, oldYearly }, values) => ({
    isMet: compareDecimals(oldYearly, values[category]) < 0,
    wanted: `原标准低于${values[category]}元/人·年`,
    found: `${oldYearly}元/人·年`,
  }),
})

/** Difference of a month by both standards, as often as the old one was paid. */
export const owedRule = defineValueRule({
  id: 'owed',
  title: '应补发数额',
  basis,
  gives: owed,
  inputs: { category: shape.category, oldYearly: shape.oldYearly, months: shape.months },
  parameters: { ...standards, rounding },
  decide: ({ category, oldYearly, months }, values) => {
    const [now, before] = [monthOf(values[category], values.rounding), monthOf(oldYearly, values.rounding)]
    const difference = differenceOf(now, before)
    return {
      value: productOf(difference, String(months)),
      because: `（每月${now}元－${before}元）×${months}个月`,
    }
  },
})

/** Entered by the township, checked and paid by the bureau. */
export const paying = defineProcedure({
  id: 'paying',
  title: '提标补发',
  basis,
  ...validity,
  register: arrears.id,
  subject: arrears.fields,
  access: { read: readers },
  lookups: {},
  opening: {
    title: '登记补发',
    by: [township],
    basis,
    gates: ['months-agree', 'raised'],
    computes: { owed: 'owed' },
  },
  initial: 'entered',
  states: {
    entered: {
      title: '待核定',
      on: {
        approve: { title: '核定', to: 'approved', by: [bureau], basis },
        return: { title: '不予补发', to: 'refused', by: [bureau], basis, needsReason: true },
      },
    },
    approved: {
      title: '待发放',
      on: {
        pay: {
          title: '发放',
          to: 'paid',
          by: [bureau],
          basis,
          input: fields({ paidOn: date('发放日期') }),
        },
      },
    },
    paid: { title: '已补发', final: 'completed', on: {} },
    refused: { title: '不予补发', final: 'refused', on: {} },
  },
  limits: {},
})

/** The list of persons with what is owed to each. */
export const roster = definePaper({
  id: 'roster',
  title: '提标补发花名册',
  basis,
  open: [gap('通知没有印花名册的表样，栏目按补发要算的几项设', basis)],
  register: arrears.id,
  head: ['县'],
  columns: [
    { heading: '序号', field: null, isNumber: true },
    { heading: '乡（镇）', field: 'township' },
    { heading: '村', field: 'village' },
    { heading: '姓名', field: 'person' },
    { heading: '对象', field: 'category' },
    { heading: '月数', field: 'months' },
    { heading: '应补发（元）', field: 'owed', isSummed: true },
  ],
  hasTotal: true,
  foot: [],
  copies: [],
})
