import { defineParameter, type FirstDay, firstDayLabels, gap } from '@luoshi/kernel'
import { levy2021, levy2022 } from './notices.ts'

/** Each levy begins on 1 September; what it sets holds for all that is collected from then on. */
const LEVY_2021 = '2021-09-01'
const LEVY_2022 = '2022-09-01'

/** What a person pays for a year; who holds a residence permit pays the same. */
export const personalPremium = defineParameter({
  id: 'personal-premium',
  title: '个人缴费标准',
  unit: '元',
  values: [
    { from: LEVY_2021, value: '320', basis: levy2021.lines(357) },
    { from: LEVY_2022, value: '350', basis: levy2022.lines(612) },
  ],
})

/** What the budgets add for a person in a year: not to be added to the premium, which is for the next. */
export const subsidyStandard = defineParameter({
  id: 'subsidy-standard',
  title: '人均财政补助标准',
  unit: '元',
  values: [
    { from: '2021-01-01', value: '580', basis: levy2021.lines(355) },
    { from: '2022-01-01', value: '610', basis: levy2022.lines(608) },
  ],
})

/** The year for which is collected. */
export const insuredYear = defineParameter({
  id: 'insured-year',
  title: '预收的参保年度',
  unit: '',
  choices: { '2022': '2022年度', '2023': '2023年度' },
  values: [
    { from: LEVY_2021, value: '2022', basis: levy2021.lines(355) },
    { from: LEVY_2022, value: '2023', basis: levy2022.lines(609, 610) },
  ],
})

const twice = (id: string, title: string, unit: string, value: string) =>
  defineParameter({
    id,
    title,
    unit,
    values: [
      { from: LEVY_2021, value, basis: levy2021.lines(365) },
      { from: LEVY_2022, value, basis: levy2022.lines(620) },
    ],
  })

export const villageSum = twice('village-sum', '村协办员代收金额限额', '元', '5000')
export const townshipSum = twice('township-sum', '乡（镇）费款资金限额', '元', '10000')

export const holdingDays = defineParameter({
  id: 'holding-days',
  title: '代收款时间限额',
  unit: '日',
  values: [
    { from: LEVY_2021, value: 7, basis: levy2021.lines(365) },
    { from: LEVY_2022, value: 7, basis: levy2022.lines(620) },
  ],
})

export const firstHoldingDay = defineParameter<FirstDay>({
  id: 'first-holding-day',
  title: '时间限额的第一日',
  unit: '',
  choices: firstDayLabels,
  values: [{ from: LEVY_2021, value: 'same', basis: null }],
  gap: gap('“收费累计达到七天”从哪一日算起没有写明，按上缴后首笔代收的当日为第1日', levy2021.lines(365)),
})

export const parameters = [
  personalPremium,
  subsidyStandard,
  insuredYear,
  villageSum,
  townshipSum,
  holdingDays,
  firstHoldingDay,
]
