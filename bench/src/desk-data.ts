import {
  type Action,
  type Actor,
  addDays,
  type Case,
  citeOf,
  findProcedure,
  type Outcome,
  openCase,
  type Programme,
  stateActionsIn,
  transition,
} from '@luoshi/kernel'
import type { ProposedDuty } from '@luoshi/programmes/supervision'
import type { Database, Surroundings } from '@luoshi/store'
import { listingChange } from '../../packages/store/src/listing/projection.ts'
import { type Appending, append, appendMany } from '../../packages/store/src/log/append.ts'
import { sealedBy } from '../../packages/store/src/log/perform.ts'
import { randomNumbers, wordsOf } from './cases-data.ts'

/** Duties whose actions are written in one transaction. */
const BATCH = 100

/** Of so many duties one is divided among all of its units. */
const PARTS = 30

/** Batches that are written side by side: the next are made while the database writes. */
const WRITERS = 4

/** What duties of a county are made with. */
export interface DutySetting {
  readonly county: string
  readonly supervision: Programme
  /** Ids of the unit that supervises, and of those that act. */
  readonly office: string
  readonly units: readonly string[]
  readonly proposals: readonly ProposedDuty[]
  readonly today: string
  readonly surroundings: Surroundings
}

/**
 * Writes duties with what was done to each: by the kernel's own transitions and the store's own paths, the log, the
 * alarms and everything that is listed and counted. Gives how many actions were written.
 */
export async function loadDuties(db: Database, setting: DutySetting, duties: number): Promise<number> {
  let actions = 0
  const { supervision } = setting
  const procedure = findProcedure(supervision, 'duty')
  if (procedure === undefined) throw new Error('no duty')
  let begun = 0
  const writer = async () => {
    for (let first = begun; first < duties; first = begun) {
      begun += BATCH
      const made = Array.from({ length: Math.min(BATCH, duties - first) }, (_, place) =>
        appendingsOf(setting, first + place),
      )
      await db.transaction().execute(async (transaction) => {
        const openings = made.flatMap(([opening]) => opening ?? [])
        actions += await appendMany(transaction, supervision, procedure, openings)
        for (const appending of made.flatMap((duty) => duty.slice(1))) {
          if (await append(transaction, supervision, procedure, appending)) actions++
        }
      })
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, writer))
  return actions
}

type Step = readonly [
  day: number,
  by: 'clerk' | 'chief' | 'handler',
  name: string,
  input?: Record<string, unknown>,
]

/** A duty from its opening on: ten actions, the later ones of those that go on left out and made up for by reports. */
function appendingsOf(setting: DutySetting, number: number): readonly Appending[] {
  const { county, supervision, office, units, today, surroundings } = setting
  const procedure = findProcedure(supervision, 'duty')
  if (procedure === undefined) throw new Error('no duty')
  const random = randomNumbers(number)
  const unit = units[Math.floor(random() * units.length)] ?? office
  const { course, begun } = courseOf(unit, random, today)
  const context = (day: number, order: number) => ({
    ...surroundings,
    programme: supervision,
    facts: { unsettledParts: [] },
    now: `${addDays(today, day - begun)}T${String(8 + order).padStart(2, '0')}:00:00+08:00`,
  })
  const appendings: Appending[] = []
  let before: { case: Case; head: string } | null = null
  const add = (outcome: Outcome, name: string) => {
    if (outcome.kind === 'refused') throw new Error(`${number} ${name}: ${JSON.stringify(outcome.issues)}`)
    const basis =
      before === null ? procedure.opening.basis : stateActionsIn(procedure, before.case.state)[name]?.basis
    const { event, effects, verdicts } = outcome
    const opened = { unit: office, owner: null, programme: supervision.id, procedure: procedure.id }
    const sealedOne = sealedBy(
      surroundings.vault,
      procedure,
      {
        kind: before === null ? 'opening' : 'action',
        cite: basis === undefined ? null : citeOf(basis),
        payload: {
          ...{ event, effects, verdicts },
          ...(before === null ? { opened: { ...opened, version: procedure.version } } : {}),
        },
        after: outcome.case,
      },
      before === null
        ? null
        : {
            case: before.case,
            version: appendings.length,
            head: before.head,
            programme: supervision.id,
            key: null,
          },
      { request_key: null, request_digest: null },
    )
    const listing = listingChange(
      surroundings.vault,
      supervision,
      procedure,
      before?.case ?? null,
      outcome.case,
    )
    appendings.push({ ...sealedOne, listing })
    before = { case: outcome.case, head: sealedOne.entry.digest }
    return outcome.case
  }
  const id = { id: `bench-${number}`, county, unit: office, owner: null }
  const input = subjectOf(setting, number, random)
  let current = add(
    openCase(procedure, id, { by: actorOf('clerk', county, office), input }, context(0, 0)),
    'opening',
  )
  for (const [order, [day, by, name, filled = {}]] of course.entries()) {
    const action: Action = {
      name,
      by: actorOf(by, county, by === 'handler' ? unit : office),
      input: filled,
      reason: '按程序办理',
    }
    current = add(transition(procedure, current, action, context(day, order + 1)), name)
  }
  return appendings
}

function subjectOf(
  { proposals }: DutySetting,
  number: number,
  random: () => number,
): Readonly<Record<string, unknown>> {
  const { village, project } = wordsOf(random)
  const own = { number: `D-${number}`, title: `${village}${project}`, content: `完成${village}${project}。` }
  // The first duty of a thousand is divided among the parts that follow it.
  if (number % 100 > 0 && number % 100 <= PARTS) {
    return { ...own, origin: 'division', parent: `D-${number - (number % 100)}` }
  }
  const proposal = proposals[number % proposals.length]
  if (random() < 0.2 || proposal === undefined) return { ...own, origin: 'meeting' }
  const { document, clause, lines } = proposal
  return { ...own, origin: 'gazette', document, clause, lines: lines.join('-') }
}

/** How a duty goes, in days from its opening, and how many days ago that was. */
function courseOf(unit: string, random: () => number, today: string): { course: Step[]; begun: number } {
  const isOver = random() < 0.8
  const begun = isOver ? 60 + Math.floor(random() * 640) : 12 + Math.floor(random() * 20)
  const nature = random() < 0.6 ? 'complex' : 'dated'
  const until = isOver ? 30 : begun + Math.floor(random() * 30) - 8
  const dueDay = nature === 'dated' ? { dueDay: addDays(today, until - begun) } : {}
  const report = (day: number): Step => [
    day,
    'handler',
    'report',
    { progress: String(Math.min(95, day * 4)), progressNote: '按方案推进，每周调度一次。' },
  ]
  const lead: Step[] = [
    [0, 'clerk', 'confirm'],
    [0, 'clerk', 'assign', { lead: unit, nature, ...dueDay }],
    [2, 'handler', 'answer', { plan: '明确专人，列出清单，分步推进。' }],
  ]
  const done = isOver && random() < 0.15 ? 45 : 20
  const end: Step[] = [
    [done, 'handler', 'settle', { result: '已按要求完成。', evidenceNote: '照片6张' }],
    [done + 1, 'clerk', 'verify', { checkNote: '现场查看，情况属实。' }],
    [done + 2, 'chief', 'strikeOff'],
  ]
  const course = isOver
    ? [...lead, report(6), report(10), report(14), ...end]
    : [...lead, ...[3, 4, 5, 6, 7, 8].map(report)]
  return { course, begun }
}

const roles = { clerk: 'supervision-clerk', chief: 'supervision-chief', handler: 'handler' } as const

function actorOf(role: keyof typeof roles, county: string, unit: string): Actor {
  return { id: `bench-${role}`, county, posts: [{ role: roles[role], unit, from: null, until: null }] }
}
