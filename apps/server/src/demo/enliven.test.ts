import { countyBySlug, demoGazettePath } from '@luoshi/counties'
import { addDays } from '@luoshi/kernel'
import { everyProgramme } from '@luoshi/programmes'
import { diskStorage, sealDay, verify } from '@luoshi/store'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testVault } from '../../../../packages/store/src/fixtures/test-vault.ts'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { importFile } from '../gazettes/import-files.ts'
import { prepareCounties } from '../prepare-counties.ts'
import { createLog } from '../server-log.ts'
import type { Services } from '../services.ts'
import { DEMO_COUNTY } from '../sign-in/session-view.ts'
import { readCounty } from '../surroundings/read-county.ts'
import { temporaryFolder } from '../test-support/temporary-folder.ts'
import { enlivenDemoCounty } from './enliven.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})

afterAll(() => server?.stop())

it.each(['2026-11-28', '2027-02-28', '2028-07-01'])(
  'fills the demo county on %s with work that every rule lets through, once, and tells nothing of today',
  async (today) => {
    const county = countyBySlug.get('qingyuan')
    if (county === undefined) throw new Error('the demo county is gone')
    const clock = () => `${today}T06:00:00.000+08:00`
    const log = createLog('silent', pino.destination(2))
    const db = await server.database()
    const files = diskStorage(temporaryFolder())
    const services: Services = {
      db,
      vault: testVault,
      files,
      fontFolder: null,
      programmes: everyProgramme,
      clock,
      log,
    }
    await prepareCounties(services, [county], () => undefined)
    await importFile(db, demoGazettePath, { by: '测试', at: clock() })
    const told = await enlivenDemoCounty(services)
    expect(told.refused).toEqual([])
    expect(told.acts).toBeGreaterThan(500)
    const { latest } = await db
      .selectFrom('cases')
      .select(({ fn }) => fn.max('latest').as('latest'))
      .executeTakeFirstOrThrow()
    expect(new Date(latest).getTime()).toBeLessThanOrEqual(new Date(clock()).getTime())
    expect(await enlivenDemoCounty(services)).toEqual({ acts: 0, refused: [] })
    // Days past are closed after it, and all that was told of them is found as it was logged.
    await sealDay(db, DEMO_COUNTY, addDays(today, -1))
    const { calendar, parameters } = await readCounty(db, DEMO_COUNTY, everyProgramme)
    const means = { vault: testVault, calendar, ownParameters: parameters }
    expect(await verify(db, everyProgramme, DEMO_COUNTY, means)).toMatchObject({ kind: 'verified' })
  },
)
