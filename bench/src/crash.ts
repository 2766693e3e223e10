import { runCrash } from '../../packages/store/src/crash/crash-run.ts'
import { startTestServer } from '../../packages/store/src/test-database.ts'

const PLAN = { actions: 20_000, cases: 200, clientsEach: 8, kills: 20, databaseKills: 4 }

/** Two processes with 16 clients do 20,000 actions on one database, while they and it are killed time and again. */
export async function benchCrash(say: (line: string) => void): Promise<void> {
  const server = await startTestServer()
  const report = await runCrash(server, PLAN)
  await server.stop()
  const { verified, seconds, ...counts } = report
  const { actions, kills, databaseKills } = PLAN
  say(
    `${actions} additions by 2 processes of 8 clients, ${kills} kills of a process, ${databaseKills} of the database: ${seconds.toFixed(0)} s`,
  )
  say(`| ${Object.keys(counts).join(' | ')} | verified |`)
  say(
    `|${Object.keys(counts)
      .map(() => '---:')
      .join('|')}|---|`,
  )
  say(`| ${Object.values(counts).join(' | ')} | ${verified.kind === 'verified' ? 'yes' : verified.message} |`)
}
