import type { Database } from '@luoshi/store'
import { CompiledQuery } from 'kysely'
import PgBoss from 'pg-boss'
import type { Logger } from 'pino'

/** Schema in which the queue keeps its own tables, apart from ours. */
const SCHEMA = 'jobs'

/** Seconds between two looks at a queue, and between two of the queue's own tidying up. */
const [POLLED_EVERY, TIDIED_EVERY] = [2, 300]

/**
 * The queue over our own database; it keeps its jobs in a schema of its own. Its statements take turns: it looks at all
 * its queues at the same moment, and would keep a connection for each.
 */
export function bossOver(db: Database, log: Logger): PgBoss {
  let turn: Promise<unknown> = Promise.resolve()
  let isStopped = false
  const boss = new PgBoss({
    schema: SCHEMA,
    db: {
      async executeSql(text, values) {
        // What waited for its turn when the queue stopped, as while the database was away, asks nothing any more.
        const asked = turn.then(() =>
          isStopped ? { rows: [] } : db.executeQuery(CompiledQuery.raw(text, values ?? [])),
        )
        turn = asked.catch(() => undefined)
        const { rows } = await asked
        return { rows: rows ?? [] }
      },
    },
    pollingIntervalSeconds: POLLED_EVERY,
    maintenanceIntervalSeconds: TIDIED_EVERY,
  })
  boss.on('stopped', () => {
    isStopped = true
  })
  // A look that was under way when it stopped finds no database any more.
  boss.on('error', (error) => isStopped || log.error({ err: error }, 'queue failed'))
  return boss
}
