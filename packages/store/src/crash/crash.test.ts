import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test-database.ts'
import { runCrash } from './crash-run.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ isOwn: true })
}, 60_000)
afterAll(() => server?.stop(), 60_000)

it('nothing that was acknowledged is lost or done twice when processes and the database are killed', async () => {
  const plan = { actions: 600, cases: 12, clientsEach: 8, kills: 3, databaseKills: 1 }
  const report = await runCrash(server, plan)
  expect(report).toMatchObject({
    lost: 0,
    doubles: 0,
    lostUpdates: 0,
    doubleTimers: 0,
    timers: 24,
    verified: { kind: 'verified', cases: 12 },
  })
  expect(report.acknowledged).toBeGreaterThanOrEqual(600)
})
