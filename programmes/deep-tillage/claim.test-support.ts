import {
  type Action,
  type Actor,
  type Case,
  type Context,
  type Facts,
  type Outcome,
  officialCalendar,
  openCase,
  SAMPLE_ALGORITHM,
  transition,
  unitNamed,
  unitTree,
  withValue,
} from '@luoshi/kernel'
import { claim } from './claim.ts'
import { samplePercent } from './parameters.ts'
import { deepTillage } from './programme.ts'

export { record } from './record.test-support.ts'

const units = unitTree([
  unitNamed('county', '县人民政府', null),
  unitNamed('village', '村民委员会', 'county'),
])
const calendar = officialCalendar()
/** Whose the case is. */
export const opened = { id: 'case', county: 'wuzhai', unit: 'village', owner: 'operator' }

/** One person for each role, each where the role is held. */
export const people: readonly Actor[] = Object.keys(deepTillage.roles).map((role) => {
  const unit = role === 'village' ? 'village' : 'county'
  return { id: role, county: 'wuzhai', posts: [{ role, unit, from: null, until: null }] }
})
export const centre = people.find(({ id }) => id === 'machinery-centre') as Actor

/** What is known at nine on a day; `facts` in the place of what the lookups would give. */
export function at(day: string, facts: Facts = {}): Context {
  return {
    now: `${day}T09:00:00+08:00`,
    calendar,
    units,
    programme: deepTillage,
    parameters: {
      'sample-percent': withValue(samplePercent, { from: '2022-09-01', value: '50', basis: null }),
    },
    facts: {
      earlierWorks: [],
      pendingClaims: [],
      operatorEntries: [{ certificate: 'promotion' }],
      acceptedArea: '29987.5',
      draws: [{ percent: '50', seed: 3, algorithm: SAMPLE_ALGORITHM, population: ['监-1', '监-2'] }],
      ...facts,
    },
  }
}

const signatures = { isFarmerSigned: true, isDriverSigned: true, isVerifierSigned: true }
/** What is filled in with each action. */
export const inputs: Readonly<Record<string, Record<string, unknown>>> = {
  verify: { source: 'manual', area: '12', depth: '26', spacing: '60', ...signatures },
  stamp: { isStamped: true },
  select: { draw: '抽-1' },
  passOver: { draw: '抽-1' },
  pass: { checkedArea: '12', checkedDepth: '25', checkedSpacing: '62.5', checkedBy: '秋实' },
  fail: { checkedBy: '秋实' },
}

/** The one who holds that role. */
export function holderOf(role: string): Actor {
  const person = people.find(({ id }) => id === role)
  if (person === undefined) throw new Error(`nobody is ${role}`)
  return person
}

/** One thing done: the day, who, what, and what is not as in `inputs` or in what is known. */
export type Step = readonly [
  day: string,
  role: string,
  action: string,
  otherwise?: { readonly input?: Record<string, unknown>; readonly facts?: Facts; readonly reason?: string },
]

/** The case after steps that are all done; one that is refused is a slip of the test. */
export function caseAfter(subject: Readonly<Record<string, unknown>>, ...steps: readonly Step[]): Case {
  const opening = openCase(claim, opened, { by: centre, input: subject }, at('2022-09-01'))
  return steps.reduce((before, step) => done(stepFrom(before, step)), done(opening))
}

/** What comes of one more step. */
export function stepFrom(
  before: Case,
  [day, role, name, { input, facts, reason = '测得偏浅' } = {}]: Step,
): Outcome {
  const action: Action = { name, by: holderOf(role), reason, input: input ?? inputs[name] ?? {} }
  return transition(claim, before, action, at(day, facts))
}

/** The sentences of a refusal; empty where it was done. */
export function refusalOf(outcome: Outcome): readonly string[] {
  return outcome.kind === 'refused' ? outcome.issues.map(({ message }) => message) : []
}

function done(outcome: Outcome): Case {
  if (outcome.kind === 'refused') throw new Error(refusalOf(outcome).join())
  return outcome.case
}
