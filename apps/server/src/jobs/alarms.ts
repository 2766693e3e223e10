import { type Actor, TIMER_ROLE } from '@luoshi/kernel'
import { act, findCase, type Notice, raiseNotice, type Timer, timersDue } from '@luoshi/store'
import type { Services } from '../services.ts'
import { type CountyKeeper, surroundingsFor } from '../surroundings/county-keeper.ts'

/** What alarms are carried out with. */
export interface AlarmContext {
  readonly services: Services
  readonly counties: CountyKeeper
}

/** Alarms that are looked at together. */
const BATCH = 100

/**
 * Carries out every alarm whose time has come, the earliest first, each once in all processes. One that fails is left
 * for the next time. Gives how many were carried out.
 */
export async function carryOutAlarms(context: AlarmContext): Promise<number> {
  const { db, clock, log } = context.services
  const failed = new Set<string>()
  let done = 0
  for (;;) {
    const due = await timersDue(db, clock(), BATCH + failed.size)
    const waiting = due.filter((timer) => !failed.has(keyOf(timer)))
    if (waiting.length === 0) return done
    for (const timer of waiting) {
      try {
        if (await carryOut(context, timer)) done++
        // Set anew, or carried out by another process: the next look at what is due tells.
        else failed.add(keyOf(timer))
      } catch (error) {
        failed.add(keyOf(timer))
        log.error({ county: timer.county, programme: timer.programme, err: error }, 'alarm failed')
      }
    }
  }
}

/** Carries out one alarm. False where another process was first, or the case went on meanwhile. */
async function carryOut(context: AlarmContext, timer: Timer): Promise<boolean> {
  const { db, clock } = context.services
  const { does } = timer
  switch (does.kind) {
    case 'remind':
      return raiseNotice(db, timer, { kind: 'reminder', role: null, says: null }, clock())
    case 'flag':
      return raiseNotice(db, timer, { kind: 'late', role: null, says: null }, clock())
    case 'escalate':
      return raiseNotice(db, timer, { kind: 'escalated', role: does.role, says: null }, clock())
    case 'disclosure-over':
      return raiseNotice(db, timer, { kind: 'publicity-over', role: null, says: null }, clock())
    case 'act':
      return actByItself(context, timer, does.action)
  }
}

/** Does an action as what runs by itself. What is refused is told to those who can act. */
async function actByItself(context: AlarmContext, timer: Timer, name: string): Promise<boolean> {
  const { services, counties } = context
  const { db, programmes, clock } = services
  const { county, case: id } = timer
  const programme = programmes.find((known) => known.id === timer.programme)
  const stored = await findCase(db, county, id)
  if (programme === undefined || stored === null) throw new Error('the case of an alarm is not served')
  // Whoever acts on the case from here on changes its version: then nothing is done, and it is looked at again.
  if (!(await isStillDue(services, timer))) return false
  const request = {
    county,
    case: id,
    expectedVersion: stored.version,
    requestKey: `timer/${id}/${timer.name}/${timer.at}`,
  }
  const action = { name, by: timerActor(county, stored.case.unit) }
  const surroundings = surroundingsFor(await counties.of(county), programme.id, services)
  const acted = await act(db, programme, request, action, surroundings)
  if (acted.kind === 'not-stored' && acted.issue.code === 'case-changed') return false
  if (acted.kind === 'done') {
    const isMarked = await raiseNotice(db, timer, null, clock())
    return isMarked || !acted.isRepeated
  }
  const issues = acted.kind === 'refused' ? acted.issues : [acted.issue]
  const notice: Notice = { kind: 'not-done', role: null, says: issues.map(({ message }) => message).join('') }
  return raiseNotice(db, timer, notice, clock())
}

/** What runs by itself in a unit. */
function timerActor(county: string, unit: string): Actor {
  return { id: TIMER_ROLE, county, posts: [{ role: TIMER_ROLE, unit, from: null, until: null }] }
}

async function isStillDue({ db }: Services, { county, case: id, name, at }: Timer): Promise<boolean> {
  const found = await db
    .selectFrom('timers')
    .select('name')
    .where('county', '=', county)
    .where('subject', '=', id)
    .where('name', '=', name)
    .where('at', '=', at)
    .where('fired', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

function keyOf({ county, case: id, name, at }: Timer): string {
  return [county, id, name, at].join(' ')
}
