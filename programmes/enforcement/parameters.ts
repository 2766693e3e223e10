import { type Cite, defineParameter, gap } from '@luoshi/kernel'
import { compulsion, penalty, threeSystems, townships } from './notices.ts'

/** Day on which 《行政处罚法》 as revised in 2021 came into force. */
const REVISED = '2021-07-15'

/** Day on which 《行政强制法》 came into force. */
const COMPULSION = '2012-01-01'

const set = <Value>(id: string, title: string, unit: string, value: Value, basis: Cite, from = REVISED) =>
  defineParameter<Value>({ id, title, unit, values: [{ from, value, basis }] })

/** On the spot: the most that a citizen, and an organisation, can be fined. */
export const simpleFineCitizen = set(
  'simple-fine-citizen',
  '当场处罚公民罚款上限',
  '元',
  '200',
  penalty('第五十一条'),
)
export const simpleFineOrganisation = set(
  'simple-fine-organisation',
  '当场处罚法人或者其他组织罚款上限',
  '元',
  '3000',
  penalty('第五十一条'),
)
/** The most that is taken in cash on the spot without a further reason. */
export const cashOnSpot = set('cash-on-spot', '当场收缴罚款上限', '元', '100', penalty('第六十八条'))

export const decisionDays = set('decision-days', '作出处罚决定期限', '日', 90, penalty('第六十条'))
export const hearingAskDays = set('hearing-ask-days', '申请听证期限', '个工作日', 5, penalty('第六十四条'))
export const hearingTellDays = set('hearing-tell-days', '听证通知提前', '个工作日', 7, penalty('第六十四条'))
export const serviceDays = set('service-days', '送达期限', '个工作日', 7, penalty('第六十一条'))
export const paymentDays = set('payment-days', '缴纳罚款期限', '日', 15, penalty('第六十七条'))
export const handInDays = set(
  'hand-in-days',
  '当场收缴罚款交至机关期限',
  '个工作日',
  2,
  penalty('第七十一条'),
)
export const keepingDays = set('keeping-days', '先行登记保存期限', '个工作日', 7, penalty('第五十六条'))
export const withdrawalDays = set(
  'withdrawal-days',
  '撤回公开的决定期限',
  '个工作日',
  3,
  penalty('第四十八条'),
)
export const publicationDays = set('publication-days', '处罚决定公开期限', '个工作日', 7, threeSystems)

/** Per cent of the fine that a late payer owes for each day, at most as much as the fine. */
export const lateRate = set('late-rate', '逾期加处罚款', '%', '3', penalty('第七十二条'))

/** Years after which an act is not punished any more. */
export const limitationYears = set('limitation-years', '处罚时效', '年', 2, penalty('第三十六条'))
export const graveLimitationYears = set(
  'grave-limitation-years',
  '涉及生命健康安全、金融安全且有危害后果的处罚时效',
  '年',
  5,
  penalty('第三十六条'),
)

export const seizureDays = set(
  'seizure-days',
  '查封、扣押期限',
  '日',
  30,
  compulsion('第二十五条'),
  COMPULSION,
)
export const urgingDays = set(
  'urging-days',
  '催告履行期限',
  '个工作日',
  10,
  compulsion('第五十四条'),
  COMPULSION,
)

/** From what sum a fine is large: then a hearing must be offered. The province has not been read, so any fine is. */
export const largeFineCitizen = largeFine('large-fine-citizen', '公民较大数额罚款')
export const largeFineOrganisation = largeFine('large-fine-organisation', '法人或者其他组织较大数额罚款')

function largeFine(id: string, title: string) {
  return defineParameter<string>({
    id,
    title,
    unit: '元',
    values: [{ from: REVISED, value: '0.01', basis: null }],
    gap: gap('较大数额由省和行业定，县里录入以前，凡普通程序的罚款一律告知听证权利', penalty('第六十三条')),
  })
}

/** By when a mobile case handling covers every body. */
export const simpleFilingDays = defineParameter<number>({
  id: 'simple-filing-days',
  title: '当场处罚报所属机关备案期限',
  unit: '个工作日',
  values: [{ from: REVISED, value: 2, basis: null }],
  gap: gap('“必须报所属行政机关备案”没有写明几日，按当场收缴罚款的2日提示', penalty('第五十二条')),
})

/** Which ages are not, or are less, punished. */
export const agesOfChildren = set('age-not-punished', '不予处罚的年龄', '周岁', 14, penalty('第三十条'))
export const ageOfMajority = set(
  'age-less-punished',
  '从轻或者减轻处罚的年龄',
  '周岁',
  18,
  penalty('第三十条'),
)

/** The clause that has each case recorded as a whole. */
export const wholeRecord = townships.lines(394, 396)

export const caseParameters = [
  simpleFineCitizen,
  simpleFineOrganisation,
  cashOnSpot,
  decisionDays,
  hearingAskDays,
  hearingTellDays,
  serviceDays,
  paymentDays,
  handInDays,
  keepingDays,
  withdrawalDays,
  publicationDays,
  lateRate,
  limitationYears,
  graveLimitationYears,
  seizureDays,
  urgingDays,
  largeFineCitizen,
  largeFineOrganisation,
  simpleFilingDays,
  agesOfChildren,
  ageOfMajority,
]
