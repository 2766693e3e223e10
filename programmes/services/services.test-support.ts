import {
  type Action,
  type Actor,
  type Case,
  type Context,
  dueDatesOf,
  findProcedure,
  officialCalendar,
  openCase,
  type Parameters,
  transition,
  unitNamed,
  unitTree,
  withValue,
} from '@luoshi/kernel'
import type { Guide } from './guides.ts'
import { guideDrafts, guideRecord } from './items/index.ts'
import { promiseCheckDays } from './parameters.ts'
import { services } from './programme.ts'
import { type TakenIn, takenIn } from './take-in.ts'

/** Units of the made-up county that the tests need; their ids are their names. */
const names = [
  '县行政审批服务管理局',
  '县市场监督管理局',
  '县农业农村局',
  '县卫生健康和体育局',
  '望月乡人民政府',
]
const units = unitTree([
  unitNamed('县人民政府', '县人民政府', null),
  ...names.map((name) => unitNamed(name, name, '县人民政府')),
])

/** A guide of the dozen in the made-up county. */
export function guideOf(number: string): Guide {
  const draft = guideDrafts.find((one) => one.number === number)
  const record =
    draft &&
    guideRecord(draft, {
      place: '县政务服务中心',
      hours: '工作日9:00—17:00',
      enquiries: '0350-0000000',
      complaints: '12345',
      unitId: (name) => (names.includes(name) ? name : null),
    })
  if (!record) throw new Error(`no guide ${number}`)
  return record
}

/** Someone with a role in a unit. */
export const person = (role: string, unit = '县行政审批服务管理局', id = `${role}@${unit}`): Actor => ({
  id,
  county: 'qingyuan',
  posts: [{ role, unit, from: null, until: null }],
})

export const people = {
  applicant: person('applicant', '', 'tian'),
  clerk: person('window', '望月乡人民政府'),
  examiner: person('examiner'),
  decider: person('decider'),
  market: person('examiner', '县市场监督管理局'),
  government: person('government', '县人民政府'),
  timer: person('timer', ''),
}

const calendar = officialCalendar()
const set: Parameters = {
  [promiseCheckDays.id]: withValue(promiseCheckDays, { from: '2022-01-01', value: 30, basis: null }),
}

export const around = (day: string, guide?: Guide): Context => ({
  now: `${day}T09:00:00+08:00`,
  calendar,
  units,
  programme: services,
  parameters: set,
  facts: guide === undefined ? {} : { guideInForce: [lookedUp(guide)] },
})

const application = findProcedure(services, 'application')
if (application === undefined) throw new Error('no applications')
export const procedure = application

/** What the lookup gives of a guide. */
function lookedUp(guide: Guide): Readonly<Record<string, unknown>> {
  const { gives } = procedure.lookups['guideInForce'] ?? {}
  const names: readonly string[] = gives?.kind === 'records' ? gives.fields : []
  return Object.fromEntries(Object.entries(guide).filter(([name]) => names.includes(name)))
}

/** An application that came online, with what was handed in; one material less where `without` names it. */
export function filledFor(guide: Guide, without: readonly string[] = [], more: Partial<TakenIn> = {}) {
  const handedIn = Object.fromEntries(
    guide.materials
      .filter(({ name, source }) => source === 'applicant' && !without.includes(name))
      .map(({ name }) => [name, 'upload' as const]),
  )
  const asker = { kind: '1' as const, applicant: '田大有', contact: '13800005678' }
  return takenIn(guide, { number: 'A-1', channel: '3', asker, filled: {}, handedIn, ...more })
}

/** A case just opened by the applicant. */
export function opened(
  number: string,
  day: string,
  without: readonly string[] = [],
  more: Partial<TakenIn> = {},
): Case {
  const guide = guideOf(number)
  const whose = { id: 'A-1', county: 'qingyuan', unit: guide.decidedBy, owner: 'tian' }
  const outcome = openCase(
    procedure,
    whose,
    { by: people.applicant, input: filledFor(guide, without, more) },
    around(day, guide),
  )
  if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
  return outcome.case
}

/** What an action comes to. */
export const tried = (before: Case, day: string, action: Action) =>
  transition(procedure, before, action, around(day))

/** The case after actions, each on its day; one that is refused is an error. */
export function after(before: Case, ...steps: (readonly [day: string, action: Action])[]): Case {
  return steps.reduce((current, [day, action]) => {
    const outcome = tried(current, day, action)
    if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
    return outcome.case
  }, before)
}

/** When the law and when the promise end a limit: `2022-10-09`, null where it has not begun. */
export function due(current: Case, limit: string): readonly [legal: string | null, promised: string | null] {
  const found = dueDatesOf(procedure, current, calendar, set).find((one) => one.limit === limit)
  const dayOf = (end: typeof found extends undefined ? never : NonNullable<typeof found>['target']) =>
    end?.kind === 'due' ? end.due : null
  return [dayOf(found?.legal ?? null), dayOf(found?.target ?? null)]
}

/** Actions of the usual way. */
export const accept: Action = { name: 'accept', by: people.clerk }
export const leadAgrees: Action = {
  name: 'leadAgrees',
  by: people.examiner,
  input: { leadOpinion: '符合条件' },
}
export const firstAgrees: Action = {
  name: 'firstAgrees',
  by: people.market,
  input: { firstOpinion: '现场合格' },
}
export const grant: Action = {
  name: 'grant',
  by: people.decider,
  input: { licenceNumber: 'JY1', scope: '热食类食品制售' },
}
export const handed = { handedBy: 'window', handedOn: '2022-10-20' }
