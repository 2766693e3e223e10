import {
  choice,
  date,
  defineRegister,
  fields,
  idNumber,
  may,
  money,
  personalText,
  reference,
  text,
} from '@luoshi/kernel'
import { levy2021, levy2022 } from './notices.ts'

export const tax = may('tax', 'county')
export const agency = may('insurance-agency', 'county')
export const finance = may('finance', 'county')
export const township = may('township', 'below')
export const collector = may('collector', 'unit')

const years = { '2022': '2022年度', '2023': '2023年度' } as const
const standings = {
  local: '户籍居民',
  permit: '居住证持有人',
  flexible: '新就业形态等灵活就业人员',
} as const

const person = {
  identity: idNumber('身份证件号码'),
  name: personalText('姓名', 'name'),
  insuredYear: choice('参保年度', years),
  township: text('乡（镇）'),
  village: text('村（社区、学校）'),
  standing: choice('参保身份', standings),
}

/** When is collected for which year: entered by whoever confirmed it, since the paper of 2021 names another insurance. */
export const seasons = defineRegister({
  id: 'seasons',
  title: '集中征缴期台账',
  basis: levy2022.lines(616),
  fields: fields({
    insuredYear: choice('参保年度', years),
    begins: date('征缴期开始'),
    ends: date('征缴期结束', { help: '所收费款最迟在这一日全部汇解入库' }),
    confirmed: text('核定依据'),
  }),
  key: ['insuredYear'],
  access: { read: [tax, agency, finance, township, collector], write: [tax] },
})

/** What a person paid. */
export const premiums = defineRegister({
  id: 'premiums',
  title: '缴费台账',
  basis: levy2022.lines(609, 622),
  fields: fields({
    number: text('缴费编号'),
    ...person,
    channel: choice('缴费方式', {
      wechat: '微信',
      app: '手机APP',
      'tax-bureau': '山西省电子税务局',
      agent: '村（社区、学校）代收',
    }),
    holding: reference('代收款', 'holdings').optional(),
    paidOn: date('缴费日期'),
    amount: money('缴费金额'),
    subsidy: money('当年人均财政补助标准').optional(),
    period: choice('征缴期', { within: '集中征缴期内', outside: '集中征缴期外' }).optional(),
    treasuryBy: date('最迟入库日期').optional(),
  }),
  key: ['number'],
  access: { read: [tax, agency, finance, township, collector], write: [tax, township, collector] },
})

/** Money that a collector or a township holds, from its first receipt until it is handed on. */
export const holdings = defineRegister({
  id: 'holdings',
  title: '代收款台账',
  basis: levy2022.lines(620),
  fields: fields({
    number: text('代收款编号'),
    level: choice('代收层级', { village: '村协办员', township: '乡（镇）' }),
    holder: text('代收单位'),
    firstReceivedOn: date('首笔代收日期'),
    total: money('累计代收金额'),
    latest: money('本次代收金额').optional(),
    due: choice('是否应即上缴', { yes: '已达金额限额，应即上缴', no: '未达金额限额' }).optional(),
  }),
  key: ['number'],
  access: { read: [tax, finance, township, collector], write: [tax, township, collector] },
})

/** Who is insured, as the agency has it. */
export const roster = defineRegister({
  id: 'roster',
  title: '参保人员台账',
  basis: levy2021.lines(367),
  fields: fields({ number: text('参保编号'), ...person, amount: money('缴费金额') }),
  key: ['number'],
  access: { read: [tax, agency, finance, township], write: [agency] },
})

export const registers = [seasons, premiums, holdings, roster]
