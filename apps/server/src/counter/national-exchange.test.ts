import { unitsNamed } from '@luoshi/kernel'
import { guideDrafts, guideRecord, services as programme } from '@luoshi/programmes/services'
import { act, open } from '@luoshi/store'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { ServiceDesk } from '../citizens/service-desk.ts'
import { surroundingsFor } from '../surroundings/county-keeper.ts'
import { startSite, type TestSite } from '../test-support/api.ts'
import { exportApplication, exportItems, importItems } from './national-exchange.ts'

let server: TestServer
let site: TestSite
const stops: (() => Promise<void>)[] = []
beforeAll(async () => {
  server = await startTestServer()
  const units = ['县行政审批服务管理局']
  site = await startSite(await server.database(), { units }, (stop) => stops.push(stop))
}, 60_000)
afterAll(async () => {
  for (const stop of stops) await stop()
  await server?.stop()
})

it('items and applications leave in the national shape, and items come back as drafts', async () => {
  const { services } = site
  const { counties } = site.site.jobs
  const desk = new ServiceDesk({ services, counties })
  const exchange = { services, counties, desk }
  const state = await counties.of('qingyuan')
  const [{ id: unit } = { id: '' }] = unitsNamed(state.units, '县行政审批服务管理局', '2026-03-02')
  const post = (role: string) => ({
    role,
    unit,
    from: null,
    until: null,
    programme: programme.id,
    unitName: '',
    delegatedBy: null,
    delegatorName: null,
  })
  const officer = {
    county: 'qingyuan',
    id: 'bureau',
    name: '甲',
    username: 'bureau',
    posts: [post('approval-bureau'), post('window')],
    scopes: null,
  }
  const draft = guideDrafts.find(({ number }) => number === 'XK-021-1')
  const record =
    draft &&
    guideRecord(draft, {
      place: '大厅',
      hours: '9:00',
      enquiries: '1',
      complaints: '12345',
      unitId: () => unit,
    })
  if (!record) throw new Error('no guide')
  const sent = { records: [{ itemName: '没有别的' }] }
  expect((await importItems(exchange, officer, JSON.stringify(sent))).problems).toHaveLength(1)
  expect((await importItems(exchange, officer, '不是JSON')).drafted).toBe(0)

  const around = surroundingsFor(state, programme.id, services)
  const by = { id: 'bureau', county: 'qingyuan', posts: officer.posts }
  const opened = await open(
    services.db,
    programme,
    { county: 'qingyuan', case: 'guide-1', requestKey: null },
    { procedure: 'guiding', unit, owner: null, action: { by, input: record } },
    around,
  )
  expect(opened.kind).toBe('done')
  const on = { county: 'qingyuan', case: 'guide-1', expectedVersion: null, requestKey: null }
  expect((await act(services.db, programme, on, { name: 'publish', by }, around)).kind).toBe('done')
  const items = (await exportItems(exchange, 'qingyuan')) as { records: { itemName: string }[] }
  expect(items.records.map(({ itemName }) => itemName)).toEqual([record.item])
  expect(await importItems(exchange, officer, JSON.stringify(items))).toMatchObject({
    drafted: 1,
    problems: [],
  })

  const wanted = { title: record.item, number: record.number, guides: [record], isPackage: false }
  const taken = await desk.submit(
    'qingyuan',
    by,
    wanted,
    {
      channel: '1',
      takenAt: unit,
      asker: { kind: '1', applicant: '田大有', contact: '13800005678', idNumber: '11010519491231002X' },
      filledFor: () => ({ q1: '田大有运输', q2: 2, q3: '甲123', q4: '田大有' }),
      handedInFor: () => ({ 安全生产管理制度文本: 'original' }),
    },
    null,
    null,
  )
  if (taken.kind !== 'taken') throw new Error(taken.messages.join(''))
  const told = await exportApplication(exchange, officer, taken.receipt.number)
  expect(told).toMatchObject({
    application: [
      { caseNumber: taken.receipt.number, applicantName: '田大有', applicantIdNumber: '11010519491231002X' },
    ],
    acceptance: [],
    handling: [{ steps: [{ stepName: '收件' }] }],
  })
  expect(await exportApplication(exchange, officer, 'none')).toBeNull()
})
