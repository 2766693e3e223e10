import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineValueRule,
  fields,
  type IsoDate,
  listOf,
  longText,
  type Rule,
  reference,
  TODAY,
  text,
} from '@luoshi/kernel'
import { approval, readers } from './access.ts'
import { acceptance, certificate, conclusion, grade, houses, unlawful, use } from './house-register.ts'
import { notice, validity } from './notice.ts'
import { certificateHeld, lawful, remedyAccepted } from './rules.ts'

export const answers = { may: '可以办理', 'may-not': '不得办理' } as const
export const answer = choice('核验结论', answers)
export const grounds = longText('核验理由')

/** What the check looks at of a house. */
const looked = {
  use,
  grade: grade.optional(),
  conclusion,
  acceptance,
  certificate,
  unlawful: unlawful.optional(),
}

const today = date('核验日期')
const houseRecords = listOf('自建房', fields(looked))

/** The three questions, in the order of the plan. */
const questions: readonly Rule[] = [certificateHeld, lawful, remedyAccepted]

/** What is answered of a house, and each ground for it; a house that is not on file, or was not looked at, may not be used. */
export function permitAnswer(records: readonly Readonly<Record<string, unknown>>[], on: IsoDate) {
  const [house, ...others] = records
  if (house === undefined || others.length > 0) {
    return { isMet: false, grounds: '台账中没有这一编号的自建房，应先排查、鉴定' }
  }
  const verdicts = questions.map((rule) => ({ rule, verdict: rule.judge(house, on) }))
  const says = verdicts.map(({ rule, verdict: { outcome, reasons, missing } }) => {
    const found = outcome === 'unknown' ? `还不知道${missing.join('、')}` : (reasons[0]?.found ?? '')
    return `${rule.title}：${outcome === 'yes' ? '是' : '否'}（${found}）`
  })
  return { isMet: verdicts.every(({ verdict }) => verdict.outcome === 'yes'), grounds: says.join('；') }
}

const basis = notice.lines(1492, 1498)

/** Whether business may be permitted in a house. */
export const answering = defineValueRule({
  id: 'permit-answer',
  title: '经营许可房屋安全核验',
  basis,
  gives: answer,
  inputs: { houseRecords, [TODAY]: today },
  parameters: {},
  decide: (input) => {
    const { isMet, grounds: because } = permitAnswer(input.houseRecords, input.today)
    return { value: isMet ? ('may' as const) : ('may-not' as const), because }
  },
})

/** The same in words, to be told to the applicant. */
export const explaining = defineValueRule({
  id: 'permit-grounds',
  title: '核验理由',
  basis,
  gives: grounds,
  inputs: { houseRecords, [TODAY]: today },
  parameters: {},
  decide: (input) => ({
    value: permitAnswer(input.houseRecords, input.today).grounds,
    because: '逐项核验',
  }),
})

/** What was asked before a permit of business, and what was answered. */
export const permitChecks = defineRegister({
  id: 'permit-checks',
  title: '经营许可房屋安全核验台账',
  basis: notice.lines(1492, 1653),
  fields: fields({
    number: text('核验编号'),
    house: reference('自建房', houses.id),
    applicant: text('市场主体名称'),
    item: text('申请的经营许可'),
    answer,
    grounds,
  }),
  key: ['number'],
  calledBy: ['applicant'],
  access: { read: [...readers, approval], write: [approval] },
})

/** The number of a house is entered, and what stands for and against a permit is answered at once. */
export const permitCheck = defineProcedure({
  id: 'permit-check',
  title: '经营许可房屋安全核验',
  basis: notice.lines(1492, 1653),
  ...validity,
  register: permitChecks.id,
  subject: permitChecks.fields,
  access: { read: permitChecks.access.read },
  lookups: {
    houseRecords: {
      title: '自建房',
      register: houses.id,
      where: { number: 'house' },
      gives: { kind: 'records', fields: Object.keys(looked) },
    },
  },
  opening: {
    title: '核验房屋',
    by: [approval],
    basis: notice.lines(1653),
    computes: { answer: 'permit-answer', grounds: 'permit-grounds' },
  },
  initial: 'answered',
  states: {
    answered: {
      title: '已核验',
      rests: true,
      on: {
        again: {
          title: '重新核验',
          to: 'answered',
          by: [approval],
          basis: notice.lines(1653),
          input: fields({ answer, grounds }),
          computes: { answer: 'permit-answer', grounds: 'permit-grounds' },
        },
        close: { title: '许可已办结', to: 'closed', by: [approval], basis: notice.lines(1653) },
      },
    },
    closed: { title: '已办结', final: 'completed', on: {} },
  },
  limits: {},
})
