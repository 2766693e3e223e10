import { date, defineParameter, defineValueRule, law, longText, TODAY } from '@luoshi/kernel'
import { regulation } from './bases.ts'
import { type Result, result } from './results.ts'

/** Refusals of what was asked for: since 2024 a review comes before a suit. */
const refusals: ReadonlySet<Result> = new Set<Result>([
  'stateSecret',
  'forbiddenByLaw',
  'safetyAndStability',
  'thirdParty',
  'internalAffairs',
  'processInformation',
  'enforcementFile',
  'administrativeEnquiry',
])

const reviewFirst = law('行政复议法', '第二十三条')

export const reviewFirstFrom = defineParameter<string>({
  id: 'review-first-from',
  title: '不予公开应当先申请复议的起始日期',
  unit: '',
  form: 'date',
  values: [{ from: '2021-07-07', value: '2024-01-01', basis: reviewFirst }],
})

export const remedy = longText('救济权利的期限和途径')

/** 申请人行使救济权的期限、途径, as the laws of the day have them. */
export const remedyRule = defineValueRule({
  id: 'remedy',
  title: '救济权利的期限和途径',
  basis: regulation.answers,
  gives: remedy,
  inputs: { result, [TODAY]: date('今天') },
  parameters: { reviewFirstFrom },
  decide: (input, values) =>
    refusals.has(input.result) && input.today >= values.reviewFirstFrom
      ? {
          value:
            '如对本答复不服，应当自收到本答复书之日起六十日内先依法申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内依法向人民法院提起行政诉讼。',
          because: `${values.reviewFirstFrom}起，对不予公开不服的应当先申请行政复议`,
        }
      : {
          value:
            '如对本答复不服，可以自收到本答复书之日起六十日内依法申请行政复议，或者六个月内依法向人民法院提起行政诉讼。',
          because: '复议、诉讼可以选择',
        },
})
