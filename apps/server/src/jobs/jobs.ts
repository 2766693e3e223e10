import { addDays, dateOf, ZONE } from '@luoshi/kernel'
import { type Changes, type Database, keepLimitsComputed, sealDay } from '@luoshi/store'
import { sql } from 'kysely'
import { sweepFilesOf } from '../files/sweep-files-of.ts'
import type { Services } from '../services.ts'
import type { SignIn } from '../sign-in/index.ts'
import type { CountyKeeper } from '../surroundings/county-keeper.ts'
import type { ImportRunner } from '../transfer/import-runner.ts'
import { carryOutAlarms } from './alarms.ts'
import { bossOver } from './boss.ts'

/** What jobs are done with. */
export interface JobContext {
  readonly services: Services
  readonly counties: CountyKeeper
  readonly signIn: Pick<SignIn, 'removeExpired'>
  readonly imports: Pick<ImportRunner, 'wake'>
  readonly changes: Changes
  /** Counties that are served, by slug. */
  readonly served: readonly string[]
}

/** What runs by itself, until it is stopped. */
export interface Jobs {
  stop(): Promise<void>
}

/** Registers of the administration by which limits are computed. */
const limitBases: ReadonlySet<string> = new Set(['calendar-days', 'parameter-values'])

/** Each kind of job, when it is done by itself, and one at a time in all processes. */
const queues = {
  alarms: { cron: '* * * * *' },
  limits: { cron: '5 0 * * *' },
  roots: { cron: '0 0 * * *' },
  tidy: { cron: '17 * * * *' },
  imports: { cron: '* * * * *' },
} as const

type Queue = keyof typeof queues

/**
 * Has jobs done in turn by whichever process is free: alarms every minute, and what was missed while no process ran at
 * once; alarms set anew when the calendar or a parameter changes; what nobody can use any more removed; imports that a
 * process left undone.
 */
export async function startJobs(context: JobContext): Promise<Jobs> {
  const { services, changes, served } = context
  const boss = bossOver(services.db, services.log)
  await oneAtATime(services.db, async () => {
    await boss.start()
    for (const [name, { cron }] of Object.entries(queues)) {
      await boss.createQueue(name, { name, policy: 'stately' })
      await boss.schedule(name, cron, {}, { tz: ZONE })
    }
  })
  const work: Readonly<Record<Queue, () => Promise<void>>> = {
    async alarms() {
      await carryOutAlarms(context)
    },
    async limits() {
      for (const county of served) await recomputeLimitsOf(context, county)
    },
    async roots() {
      const yesterday = addDays(dateOf(services.clock()), -1)
      for (const county of served) await sealDay(services.db, county, yesterday)
    },
    async tidy() {
      await context.signIn.removeExpired()
      for (const county of served) await sweepFilesOf(services, county)
    },
    // What a process that died left undone. It may take longer than a job may: it is not waited for.
    async imports() {
      context.imports.wake().catch((error) => services.log.error({ err: error }, 'imports were not run'))
    },
  }
  for (const name of Object.keys(queues) as Queue[]) {
    await boss.work(name, () => work[name]())
    await boss.send(name, {})
  }
  const unsubscribe = changes.subscribe((change) => {
    if (change !== null && (change.kind !== 'record' || !limitBases.has(change.key))) return
    boss.send('limits', {}).catch((error) => services.log.error({ err: error }, 'queue failed'))
  })
  return {
    async stop() {
      unsubscribe()
      await boss.stop({ graceful: true, wait: true, timeout: 5000 })
    },
  }
}

/** Lock under which one process at a time makes the queues: making them changes tables. */
const QUEUES_LOCK = 0x10_05_43

async function oneAtATime(db: Database, what: () => Promise<void>): Promise<void> {
  await db.transaction().execute(async (inside) => {
    await sql`select pg_advisory_xact_lock(${QUEUES_LOCK})`.execute(inside)
    await what()
  })
}

/** Recomputes a county's limits where its calendar or its parameters are not those by which they were computed. */
export async function recomputeLimitsOf(
  { services, counties }: Pick<JobContext, 'services' | 'counties'>,
  county: string,
): Promise<void> {
  const { db, programmes, clock, log } = services
  const { calendar, parameters } = await counties.of(county)
  const done = await keepLimitsComputed(db, county, { programmes, calendar, parameters }, clock())
  if (done !== null && done.moved > 0) log.info({ county, ...done }, 'limits moved')
}
