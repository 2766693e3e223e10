import { expect, it } from 'vitest'
import { type Actor, may } from '../access/access.ts'
import { instrument } from '../cite.ts'
import { checkProgramme } from '../programme/check-programme.ts'
import { defineProgramme } from '../programme/programme.ts'
import { defineRegister } from '../register/register.ts'
import { defineRule } from '../rule/rule.ts'
import { fields, text } from '../schema/fields.ts'
import { unit } from '../schema/form-fields.ts'
import { officialCalendar } from '../time/official-calendar.ts'
import { unitNamed } from '../unit/unit.ts'
import { unitTree } from '../unit/unit-tree.ts'
import { checkCorrection } from './check-correction.ts'
import { OWN_UNIT, unitNameInput } from './known-facts.ts'
import { defineProcedure } from './procedure.ts'
import { type Context, openCase, transition } from './transition.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕8号')
const clerk = may('clerk', 'county')

const register = defineRegister({
  id: 'debts',
  title: '欠款台账',
  basis: notice.lines(1),
  fields: fields({ number: text('编号'), keeper: unit('保管机构'), keeperName: text('保管机构名称') }),
  key: ['number'],
  access: { read: [clerk], write: [clerk] },
})

/** The notice gives what departments owe to the finance bureau, from the office alone. */
const toFinance = defineRule({
  id: 'to-finance',
  title: '交办对象',
  basis: notice.lines(2),
  inputs: {
    [unitNameInput(OWN_UNIT)]: text('承办机构'),
    [unitNameInput('receiver')]: text('交办单位'),
    [unitNameInput('keeper')]: text('保管机构名称'),
  },
  parameters: {},
  decide: ({ ownUnitName, receiverName, keeperName }) => ({
    isMet: ownUnitName === '县政府办' && receiverName === '县财政局',
    wanted: '由县政府办交办县财政局',
    found: `${ownUnitName}交办${receiverName}，${keeperName}保管`,
  }),
})

const procedure = defineProcedure({
  id: 'paying',
  title: '清欠',
  basis: notice.lines(1),
  version: 1,
  validFrom: '2026-01-01',
  validTo: null,
  register: register.id,
  subject: register.fields,
  access: { read: [clerk] },
  lookups: {},
  opening: { title: '登记', by: [clerk], basis: notice.lines(1) },
  initial: 'entered',
  states: {
    entered: {
      title: '待交办',
      on: {
        assign: {
          title: '交办',
          to: 'assigned',
          by: [clerk],
          basis: notice.lines(2),
          input: fields({ receiver: unit('交办单位') }),
          gates: [toFinance.id],
        },
      },
    },
    assigned: { title: '已交办', final: 'completed', on: {} },
  },
  limits: {},
})

const programme = defineProgramme({
  id: 'debts',
  title: '清欠',
  basis: notice.lines(1, 9),
  version: 1,
  validFrom: '2026-01-01',
  validTo: null,
  roles: { clerk: { title: '经办人', basis: notice.lines(1) } },
  registers: [register],
  procedures: [procedure],
  rules: [toFinance],
  parameters: [],
  papers: [],
  open: [],
})

const office = unitNamed('u1', '县政府办', null)
const finance = {
  ...unitNamed('u2', '县财税局', null),
  names: [
    { from: null, value: '县财税局', basis: null },
    { from: '2026-07-01', value: '县财政局', basis: null },
  ],
}
const by: Actor = {
  id: 'qian',
  county: 'qingyuan',
  posts: [{ role: 'clerk', unit: 'u1', from: null, until: null }],
}
const at = (day: string): Context => ({
  now: `${day}T09:00:00+08:00`,
  calendar: officialCalendar(),
  units: unitTree([office, finance]),
  programme,
  parameters: {},
  facts: {},
})
const opened = { id: 'one', county: 'qingyuan', unit: 'u1', owner: null }
const entered = openCase(
  procedure,
  opened,
  { by, input: { number: '1', keeper: 'u2', keeperName: '档案室' } },
  at('2026-03-02'),
)
const before = entered.kind === 'done' ? entered.case : undefined
if (before === undefined) throw new Error('not entered')
const assigned = (receiver: string, day: string) =>
  transition(procedure, before, { name: 'assign', by, input: { receiver } }, at(day))
const said = (outcome: ReturnType<typeof assigned>) =>
  outcome.kind === 'refused' ? outcome.issues.map(({ message }) => message) : []

it('rules see what units are called on the day; a field of that name keeps its own word', () => {
  expect(checkProgramme(programme)).toEqual([])
  expect(said(assigned('u2', '2026-06-30'))).toEqual([
    '不符合规定：要求由县政府办交办县财政局，实际县政府办交办县财税局，档案室保管（清政办发〔2026〕8号第2行）。',
  ])
  expect(assigned('u2', '2026-07-01').kind).toBe('done')
})

it('a unit that the county has not has no name', () => {
  expect(said(assigned('u9', '2026-07-01'))).toEqual(['“交办对象”还不能判定，缺少：交办单位。'])
})

it('what is put right is judged by the name of the unit that is put in', () => {
  const outcome = assigned('u2', '2026-07-01')
  if (outcome.kind === 'refused') throw new Error('refused')
  const corrected = (receiver: string) =>
    checkCorrection(procedure, outcome.case, { receiver }, by, at('2026-07-02'), {
      assign: '2026-07-01T09:00:00+08:00',
    }).issues.map(({ message }) => message)
  expect(corrected('u1')).toEqual([
    '不符合规定：要求由县政府办交办县财政局，实际县政府办交办县政府办，档案室保管（清政办发〔2026〕8号第2行）。',
  ])
  expect(corrected('u2')).toEqual([])
})
