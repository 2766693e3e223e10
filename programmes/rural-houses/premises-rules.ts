import { date, defineRule, defineValueRule, fields, listOf, TODAY, text, unitNameInput } from '@luoshi/kernel'
import { premisesNotice as notice } from './notices.ts'
import { completion, completions, declared, undertakings } from './premises.ts'

/**
 * A house that has not passed the acceptance of its completion is not used for business: what the register of building
 * has of it goes before what is told of it.
 */
export const completionPassed = defineRule({
  id: 'completion-passed',
  title: '房屋已通过竣工验收',
  basis: notice.lines(1018),
  inputs: {
    completion,
    house: text('房屋').optional(),
    acceptedHouses: listOf('验收合格的房屋', fields({ number: text('房屋编号') })),
  },
  parameters: {},
  decide: (input) => {
    const isUnknown = input.house !== undefined && input.acceptedHouses.length === 0
    return {
      isMet: input.completion === 'passed' && !isUnknown,
      wanted: '通过竣工验收的房屋才能用于经营',
      found: isUnknown ? `台账中房屋${input.house}没有验收合格` : completions[input.completion],
    }
  },
})

/** What is registered is pushed to a township, and to no other unit. */
export const townshipNamed = defineRule({
  id: 'township-named',
  title: '所在乡（镇）',
  basis: notice.lines(1020),
  inputs: { [unitNameInput('township')]: text('所在乡（镇）') },
  parameters: {},
  decide: ({ [unitNameInput('township')]: name = '' }) => ({
    isMet: /[乡镇]人民政府$/.test(name),
    wanted: '推送给经营场所所在地的乡（镇）人民政府',
    found: name,
  }),
})

/** The promise says all three things that it has to say. */
export const promiseComplete = defineRule({
  id: 'promise-complete',
  title: '承诺书内容齐全',
  basis: notice.lines(1014, 1016),
  inputs: { promises: declared.promises },
  parameters: {},
  decide: ({ promises }) => {
    const missing = Object.entries(undertakings).flatMap(([id, title]) =>
      promises.some((promise) => promise === id) ? [] : [title],
    )
    return {
      isMet: missing.length === 0,
      wanted: '承诺书写明符合要求、对承诺负责、承担安全主体责任',
      found: missing.length === 0 ? '都已写明' : `没有写明：${missing.join('、')}`,
    }
  },
})

/** Premises are to be changed by a day that is still to come. */
export const changeDayToCome = defineRule({
  id: 'change-day-to-come',
  title: '变更期限在通知之后',
  basis: notice.lines(1024),
  inputs: { changeBy: date('变更期限'), [TODAY]: date('办理日期') },
  parameters: {},
  decide: ({ changeBy, today }) => ({
    isMet: changeBy > today,
    wanted: `变更期限晚于通知的${today}`,
    found: changeBy,
  }),
})

/** The day on which something is done, kept with the case so that days can be counted from it. */
const dayOf = (id: string, title: string) =>
  defineValueRule({
    id,
    title,
    basis: notice.lines(1020),
    gives: date(title),
    inputs: { [TODAY]: date('办理当日') },
    parameters: {},
    decide: ({ today }) => ({ value: today, because: '办理当日' }),
  })

export const registeredOn = dayOf('registered-on', '登记日期')
export const pushedOn = dayOf('pushed-on', '推送日期')
