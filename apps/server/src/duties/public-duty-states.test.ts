import { demoGazettePath } from '@luoshi/counties'
import { type Actor, unitsNamed } from '@luoshi/kernel'
import { act, open } from '@luoshi/store'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { importFile } from '../gazettes/import-files.ts'
import { surroundingsFor } from '../surroundings/county-keeper.ts'
import { readCounty } from '../surroundings/read-county.ts'
import { GOVERNMENT } from '../surroundings/seed-county.ts'
import { startSite, type TestSite } from '../test-support/api.ts'
import { publicDutyStates } from './public-duty-states.ts'

const DOCUMENT = '清政办发〔2026〕13号'

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
  site = await startSite(
    await server.database(),
    { now: '2026-11-02T09:00:00.000+08:00', units: ['县财政局'] },
    afterAll,
  )
})

afterAll(() => server?.stop())

const officer = (id: string, role: string, unit = GOVERNMENT): Actor => ({
  id,
  county: 'qingyuan',
  posts: [{ role, unit, from: null, until: null }],
})
const clerk = officer('clerk', 'supervision-clerk')

type Step = readonly [by: Actor, action: string, input?: Record<string, unknown>]

async function dutyOf(clause: string, lines: string, steps: readonly Step[]): Promise<void> {
  const { db, services } = site
  const programme = services.programmes.find(({ id }) => id === 'supervision')
  if (programme === undefined) throw new Error('no supervision')
  const state = await readCounty(db, 'qingyuan', services.programmes)
  const around = () => surroundingsFor(state, 'supervision', services)
  const id = `duty-${clause}`
  const input = {
    ...{ number: `${DOCUMENT}/${clause}`, origin: 'gazette', document: DOCUMENT, clause, lines },
    ...{ title: '整治占道堆物', content: '整治主街占道堆物' },
  }
  const request = { county: 'qingyuan', case: id, requestKey: null }
  const opening = { procedure: 'duty', unit: GOVERNMENT, owner: null, action: { by: clerk, input } }
  expect(await open(db, programme, request, opening, around())).toMatchObject({ kind: 'done' })
  for (const [by, name, filled = {}] of steps) {
    const action = { name, by, input: filled, reason: '按程序办理' }
    const acted = await act(db, programme, { ...request, expectedVersion: null }, action, around())
    expect(acted, name).toMatchObject({ kind: 'done' })
  }
}

async function financeUnit(): Promise<string> {
  const { units } = await readCounty(site.db, 'qingyuan', site.services.programmes)
  return unitsNamed(units, '县财政局', '2026-11-02')[0]?.id ?? ''
}

it('tells of a notice only what is confirmed: unit, clause, day and how far it has come', async () => {
  const finance = await financeUnit()
  const handler = officer('handler', 'handler', finance)
  await dutyOf('c3', '30-31', [
    [clerk, 'confirm'],
    [clerk, 'assign', { lead: finance, nature: 'ordinary' }],
    [handler, 'answer', { plan: '张三负责' }],
  ])
  await dutyOf('c1', '10-12', [[clerk, 'confirm']])
  await dutyOf('c2', '20', [])
  await dutyOf('c4', '40', [[clerk, 'dismiss']])
  const told = await publicDutyStates(site.services, 'qingyuan', DOCUMENT)
  expect(told).toEqual([
    { clause: 'c1', lines: [10, 12], unit: null, due: null, standing: 'listed', isLate: false },
    {
      clause: 'c3',
      lines: [30, 31],
      unit: '县财政局',
      due: '2026-11-09',
      standing: 'underway',
      isLate: false,
    },
  ])
  site.moveTo('2026-11-10T00:00:00.000+08:00')
  const later = await publicDutyStates(site.services, 'qingyuan', DOCUMENT)
  expect(later.map(({ isLate }) => isLate)).toEqual([false, true])
  expect(await publicDutyStates(site.services, 'qingyuan', '清政办发〔2026〕99号')).toEqual([])
})

it('is shown on the page of the notice, which is made anew when a duty changes', async () => {
  await importFile(site.db, demoGazettePath, { by: '测试', at: site.services.clock() })
  const address = `http://localhost/qingyuan/${encodeURIComponent(DOCUMENT)}`
  const page = async () => (await site.site.fetch(new Request(address))).text()
  const finance = await financeUnit()
  const first = await page()
  expect(first).toContain('<a href="#progress">办理进展 <b>2</b></a>')
  expect(first).toContain('已列为任务，待交办')
  expect(first).toContain('已超期')
  expect(first).toContain('县财政局')
  expect(first).not.toContain('张三')
  await dutyOf('c5', '50', [[clerk, 'confirm']])
  await expect.poll(page, { timeout: 5000 }).toContain('办理进展 <b>3</b>')
  expect(finance).not.toBe('')
})
