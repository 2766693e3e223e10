import { describe, expect, it } from 'vitest'
import { type Actor, may } from '../access/access.ts'
import { instrument } from '../cite.ts'
import { gap } from '../definition/gap.ts'
import { checkProgramme } from '../programme/check-programme.ts'
import { defineProgramme } from '../programme/programme.ts'
import { defineRegister } from '../register/register.ts'
import { TODAY } from '../rule/day-rule.ts'
import { defineRule } from '../rule/rule.ts'
import { date, fields, text } from '../schema/fields.ts'
import { calendarOf } from '../time/calendar.ts'
import { officialCalendar } from '../time/official-calendar.ts'
import { duration } from '../time/time-limit.ts'
import { unitNamed } from '../unit/unit.ts'
import { unitTree } from '../unit/unit-tree.ts'
import { ACTOR, dueInput } from './known-facts.ts'
import { defineProcedure } from './procedure.ts'
import { type Context, openCase, transition } from './transition.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕7号')
const clerk = may('clerk', 'unit')

const register = defineRegister({
  id: 'notices',
  title: '告知台账',
  basis: notice.lines(1),
  fields: fields({ number: text('编号'), toldOn: date('告知日期'), clerk: text('经办人') }),
  key: ['number'],
  access: { read: [clerk], write: [clerk] },
})

const notBackdated = defineRule({
  id: 'not-backdated',
  title: '告知日期',
  basis: notice.lines(2),
  inputs: {
    toldOn: date('告知日期'),
    [TODAY]: date('今天'),
    [ACTOR]: text('办理人'),
    clerk: text('经办人'),
  },
  parameters: {},
  decide: (input) => ({
    isMet: input.toldOn === input[TODAY] && input[ACTOR] === input.clerk,
    wanted: `经办人本人当天登记（${input[TODAY]}）`,
    found: `${input.toldOn}，${input.clerk}`,
  }),
})

const dueSeen = defineRule({
  id: 'due-seen',
  title: '期满日',
  basis: notice.lines(3),
  inputs: { [dueInput('ask')]: date('期满日') },
  parameters: {},
  decide: (input) => ({ isMet: false, wanted: '看到期满日', found: String(input[dueInput('ask')]) }),
})

const procedure = defineProcedure({
  id: 'notice',
  title: '告知',
  basis: notice.lines(1),
  version: 1,
  validFrom: '2026-01-01',
  validTo: null,
  register: register.id,
  subject: register.fields,
  access: { read: [clerk] },
  lookups: {},
  opening: { title: '告知', by: [clerk], basis: notice.lines(2), gates: [notBackdated.id] },
  initial: 'told',
  states: {
    told: {
      title: '已告知',
      on: {
        ask: { title: '申请听证', to: 'asked', by: [clerk], basis: notice.lines(3), withinLimit: 'ask' },
        lapse: { title: '期满未申请', to: 'over', by: [clerk], basis: notice.lines(3), afterLimit: 'ask' },
        look: { title: '看期限', to: 'over', by: [clerk], basis: notice.lines(3), gates: [dueSeen.id] },
        wait: { title: '等待', to: 'over', by: [clerk], basis: notice.lines(3), afterLimit: 'never' },
      },
    },
    asked: { title: '已申请', final: 'completed', on: {} },
    over: { title: '已期满', final: 'completed', on: {} },
  },
  limits: {
    ask: {
      title: '听证申请期限',
      starts: 'opening',
      ends: ['ask'],
      legal: duration(5, 'workday', notice.lines(3)),
      missed: { kind: 'flag' },
    },
    never: {
      title: '没有起算的期限',
      starts: 'ask',
      ends: ['lapse'],
      legal: duration(5, 'day', notice.lines(3)),
      missed: { kind: 'flag' },
    },
  },
})

const programme = defineProgramme({
  id: 'notices',
  title: '告知',
  basis: notice.lines(1, 9),
  version: 1,
  validFrom: '2026-01-01',
  validTo: null,
  roles: { clerk: { title: '经办人', basis: notice.lines(1) } },
  registers: [register],
  procedures: [procedure],
  rules: [notBackdated, dueSeen],
  parameters: [],
  papers: [],
  open: [gap('没有', notice.lines(1))],
})

const by: Actor = {
  id: 'qian',
  county: 'qingyuan',
  posts: [{ role: 'clerk', unit: 'office', from: null, until: null }],
}
const at = (day: string): Context => ({
  now: `${day}T09:00:00+08:00`,
  calendar: officialCalendar(),
  units: unitTree([unitNamed('office', '办公室', null)]),
  programme,
  parameters: {},
  facts: { [TODAY]: '1999-01-01' },
})
const opened = { id: 'one', county: 'qingyuan', unit: 'office', owner: null }
const toldOn = (day: string, clerkId = 'qian') =>
  openCase(procedure, opened, { by, input: { number: '1', toldOn: day, clerk: clerkId } }, at('2023-01-19'))
const told = toldOn('2023-01-19')
const messages = (name: string, day: string) => {
  if (told.kind === 'refused') throw new Error('refused')
  const outcome = transition(procedure, told.case, { name, by }, at(day))
  return outcome.kind === 'refused' ? outcome.issues.map(({ message }) => message) : outcome.case.state
}

describe('an action within a limit, or after it', () => {
  it('is refused on the last day or the first day after it, over the Spring Festival', () => {
    expect(messages('lapse', '2023-01-31')).toEqual([
      '“听证申请期限”至2023-01-31止，今天是2023-01-31，期满以后方可办理“期满未申请”。',
    ])
    expect(messages('lapse', '2023-02-01')).toBe('over')
    expect(messages('ask', '2023-01-31')).toBe('asked')
    expect(messages('ask', '2023-02-01')).toEqual([
      '“听证申请期限”已于2023-01-31期满，今天是2023-02-01，不能再办理“申请听证”。',
    ])
  })

  it('is refused while the limit has not begun, or its end cannot be told', () => {
    expect(messages('wait', '2023-02-01')).toEqual(['“没有起算的期限”还没有起算，不能办理“等待”。'])
    if (told.kind === 'refused') throw new Error('refused')
    const context = { ...at('2023-02-01'), calendar: calendarOf([]) }
    const outcome = transition(procedure, told.case, { name: 'lapse', by }, context)
    expect(outcome.kind === 'refused' && outcome.issues.map(({ message }) => message)).toEqual([
      '“听证申请期限”何时期满算不出来，不能办理“期满未申请”：2023年的节假日安排尚未录入，算不出到期日；录入该年日历后再算。',
    ])
  })
})

describe('what rules know besides the case', () => {
  it('is today and who acts, which nobody can fill in, and when a limit ends', () => {
    expect(told.kind).toBe('done')
    expect(toldOn('2023-01-18').kind).toBe('refused')
    expect(toldOn('2023-01-19', 'zhao').kind).toBe('refused')
    expect(messages('look', '2023-01-20')).toEqual([
      '不符合规定：要求看到期满日，实际2023-01-31（清政办发〔2026〕7号第3行）。',
    ])
  })

  it('is known to the checker', () => {
    expect(checkProgramme(programme)).toEqual([])
    const wrong = { ...procedure.states['told']?.on['lapse'], afterLimit: 'nothing' }
    const told = { ...procedure.states['told'], on: { lapse: wrong } }
    const states = { ...procedure.states, told } as typeof procedure.states
    const issues = checkProgramme({ ...programme, procedures: [{ ...procedure, states }] })
    expect(issues.map(({ message }) => message)).toContain('期限“nothing”没有定义；已定义的有：ask、never。')
  })
})
