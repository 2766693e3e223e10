import {
  date,
  defineRule,
  defineValueRule,
  fields,
  isAtLeast,
  isSameAmount,
  listOf,
  type Rule,
  sumOf,
  text,
  type ValueRule,
} from '@luoshi/kernel'
import { levy2021, levy2022 } from './notices.ts'
import { insuredYear, personalPremium, subsidyStandard, townshipSum, villageSum } from './parameters.ts'
import { holdings, premiums, seasons } from './registers.ts'

const { shape } = premiums.fields
const { paidOn } = shape

const amountRight = defineRule({
  id: 'amount-right',
  title: '缴费金额',
  basis: levy2022.lines(612, 614),
  inputs: { amount: shape.amount, paidOn },
  parameters: { personalPremium },
  judgedOn: 'paidOn',
  decide: ({ amount }, values) => ({
    isMet: isSameAmount(amount, values.personalPremium),
    wanted: `每人每年${values.personalPremium}元，持居住证的相同`,
    found: `${amount}元`,
  }),
})

const yearLevied = defineRule({
  id: 'year-levied',
  title: '参保年度',
  basis: levy2022.lines(609),
  inputs: { insuredYear: shape.insuredYear, paidOn },
  parameters: { insuredYear },
  judgedOn: 'paidOn',
  decide: (input, values) => ({
    isMet: input.insuredYear === values.insuredYear,
    wanted: `这一天预收${values.insuredYear}年度`,
    found: `${input.insuredYear}年度`,
  }),
})

/** Nobody pays twice for a year, through whatever township, payer or channel: both records are named. */
const insuredOnce = defineRule({
  id: 'insured-once',
  title: '不重复参保',
  basis: levy2021.lines(367),
  inputs: {
    number: shape.number,
    samePerson: listOf(
      '同一人同一年度的缴费',
      fields({ number: text('缴费编号'), township: text('乡（镇）'), village: text('村（社区、学校）') }),
    ),
  },
  parameters: {},
  decide: ({ number, samePerson }) => ({
    isMet: samePerson.length === 0,
    wanted: '同一人在同一年度只缴费一次',
    found:
      samePerson.length === 0
        ? '没有别的缴费'
        : `“${number}”之外已有${samePerson.map((other) => `“${other.number}”（${other.township}${other.village}）`).join('、')}`,
  }),
})

const subsidy = defineValueRule({
  id: 'subsidy',
  title: '财政补助标准',
  basis: levy2022.lines(608, 614),
  gives: shape.subsidy.unwrap(),
  inputs: { paidOn },
  parameters: { subsidyStandard },
  judgedOn: 'paidOn',
  decide: (_input, values) => ({
    value: values.subsidyStandard,
    because: `当年人均${values.subsidyStandard}元，持居住证的相同`,
  }),
})

const seasonsOfYear = listOf(
  '参保年度的征缴期',
  fields({ begins: seasons.fields.shape.begins, ends: seasons.fields.shape.ends }),
)

const period = defineValueRule({
  id: 'period',
  title: '是否在集中征缴期内',
  basis: levy2022.lines(616),
  gives: shape.period.unwrap(),
  inputs: { paidOn, seasonsOfYear },
  parameters: {},
  decide: ({ paidOn: day, seasonsOfYear: [season] }) => {
    if (season === undefined) return { missing: '已核定的集中征缴期' }
    const isWithin = season.begins <= day && day <= season.ends
    return {
      value: isWithin ? ('within' as const) : ('outside' as const),
      because: `集中征缴期为${season.begins}至${season.ends}，缴费日期${day}`,
    }
  },
})

const treasuryBy = defineValueRule({
  id: 'treasury-by',
  title: '最迟入库日期',
  basis: levy2022.lines(616),
  gives: date('最迟入库日期'),
  inputs: { seasonsOfYear },
  parameters: {},
  decide: ({ seasonsOfYear: [season] }) =>
    season === undefined
      ? { missing: '已核定的集中征缴期' }
      : { value: season.ends, because: `集中征缴期到${season.ends}` },
})

const held = holdings.fields.shape

const total = defineValueRule({
  id: 'total',
  title: '累计代收金额',
  basis: levy2022.lines(620),
  gives: held.total,
  inputs: { total: held.total, latest: held.latest.unwrap() },
  parameters: {},
  decide: (input) => ({
    value: sumOf([input.total, input.latest]),
    because: `${input.total}元+${input.latest}元`,
  }),
})

const isDue = defineValueRule({
  id: 'is-due',
  title: '是否达到金额限额',
  basis: levy2022.lines(620),
  gives: held.due.unwrap(),
  inputs: { level: held.level, total: held.total, firstReceivedOn: held.firstReceivedOn },
  parameters: { villageSum, townshipSum },
  judgedOn: 'firstReceivedOn',
  decide: ({ level, total: sum }, values) => {
    const most = level === 'village' ? values.villageSum : values.townshipSum
    return {
      value: isAtLeast(sum, most) ? ('yes' as const) : ('no' as const),
      because: `累计${sum}元，限额${most}元`,
    }
  },
})

export const rules: readonly Rule[] = [amountRight, yearLevied, insuredOnce]
export const valueRules: readonly ValueRule[] = [subsidy, period, treasuryBy, total, isDue]
