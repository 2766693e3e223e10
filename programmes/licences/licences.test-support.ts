import {
  type Actor,
  type Case,
  type CatalogueVersion,
  type Context,
  findProcedure,
  instrument,
  type Outcome,
  officialCalendar,
  openCase,
  type Programme,
  transition,
  unitNamed,
  unitTree,
} from '@luoshi/kernel'
import { wutaiLicences } from '../wutai-licences/index.ts'
import { wuzhaiLicences } from '../wuzhai-licences/index.ts'

export const notice = instrument('wuzhai', '五政办发〔2022〕39号')
export const both = [wuzhaiLicences, wutaiLicences] as const
const units = unitTree([
  unitNamed('government', '县人民政府', null),
  unitNamed('water', '县水利局', 'government'),
])
const actor = (role: string): Actor => ({
  id: role,
  county: 'wuzhai',
  posts: [{ role, unit: role === 'department' ? 'water' : 'government', from: null, until: null }],
})
const at = (programme: Programme, day: string, facts: Context['facts'] = {}): Context => ({
  now: `${day}T09:00:00+08:00`,
  calendar: officialCalendar(),
  units,
  programme,
  parameters: {},
  facts,
})

export function procedureOf(programme: Programme, id: string) {
  const procedure = findProcedure(programme, id)
  if (procedure === undefined) throw new Error(id)
  return procedure
}

export function begun(
  programme: Programme,
  id: string,
  role: string,
  input: object,
  facts: Context['facts'] = {},
): Case {
  const done = openCase(
    procedureOf(programme, id),
    { id: 'case', county: 'wuzhai', unit: 'water', owner: null },
    { by: actor(role), input: { ...input } },
    at(programme, '2022-11-09', facts),
  )
  if (done.kind === 'refused') throw new Error(done.issues.map(({ message }) => message).join())
  return done.case
}

export function next(
  programme: Programme,
  current: Case,
  name: string,
  role: string,
  input: object = {},
  facts: Context['facts'] = {},
): Outcome {
  const procedure = procedureOf(programme, current.procedure)
  const action = { name, by: actor(role), input: { ...input } }
  return transition(procedure, current, action, at(programme, '2022-11-10', facts))
}

export function done(outcome: Outcome): Case {
  if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
  return outcome.case
}

export const judge = (programme: Programme, rule: string, facts: Context['facts']) => {
  const found = programme.rules.find(({ id }) => id === rule)
  if (found === undefined) throw new Error(rule)
  return found.judge(facts, '2022-12-01')
}

const entry = (number: number, name: string) => ({
  number,
  name,
  superior: '省水利厅',
  holders: ['县水利局'],
  source: '《中华人民共和国水法》',
})
export const version: CatalogueVersion = {
  name: '2022年版',
  from: '2022-11-08',
  until: null,
  basis: notice.lines(2755, 3061),
  items: ['取水许可', '河道采砂许可', '水库大坝兼做公路审批'].map((name, place) => ({
    entry: entry(place + 1, name),
    basis: notice.lines(2865 + place),
  })),
}
