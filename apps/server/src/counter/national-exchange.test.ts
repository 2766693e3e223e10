import { unitsNamed } from '@luoshi/kernel'
import { guideDrafts, guideRecord, services as programme } from '@luoshi/programmes/services'
import { act, open } from '@luoshi/store'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { ServiceDesk } from '../citizens/service-desk.ts'
import { surroundingsFor } from '../surroundings/county-keeper.ts'
import { startSite, type TestSite } from '../test-support/api.ts'
import { exportApplications, exportComplaints, exportItems } from './national-export.ts'
import { importFile } from './national-import.ts'

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

it('all tables leave in the national shape and come in again: items, applications, what was handled elsewhere, ratings, complaints', async () => {
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
  const take = (file: unknown, order: 'standard' | 'reversed' = 'standard') =>
    importFile(exchange, officer, JSON.stringify(file), order)
  expect((await take(sent)).problems).toHaveLength(1)
  expect((await importFile(exchange, officer, '不是JSON', 'standard')).problems).toHaveLength(1)

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
  expect(await take(items)).toMatchObject({ done: ['已起草办事指南1件。'], problems: [] })

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
  const days = { from: '2026-03-01', until: '2026-03-31' }
  const told = await fileOf(exportApplications(exchange, officer, days))
  expect(told).toMatchObject({
    application: [
      { caseNumber: taken.receipt.number, applicantName: '田大有', applicantIdNumber: '11010519491231002X' },
    ],
    handling: [{ steps: [{ stepName: '收件' }] }],
  })
  const before = { from: '2026-02-01', until: '2026-02-28' }
  expect(await fileOf(exportApplications(exchange, officer, before))).toEqual({
    standard: 'GB/T 39046—2020',
  })
  expect(await take(told)).toMatchObject({
    done: [],
    warnings: expect.arrayContaining([`${taken.receipt.number}是本系统的办件，没有改动。`]),
  })

  // As another platform sends it: its own number, nothing of ours beside the standard's items.
  const { extensions: _ours, ...applied } = (told['application'] as Record<string, unknown>[])[0] ?? {}
  const of = (caseNumber: string) => ({ ...applied, caseNumber, appliedAt: '20260227T093000' })
  expect(await take({ application: [of('P-1')] })).toEqual({
    done: ['已收件1件。'],
    problems: [],
    warnings: [],
  })
  expect((await desk.application('qingyuan', 'P-1'))?.case).toMatchObject({
    state: 'received',
    data: { itemName: record.item, channel: '1' },
  })
  const elsewhere = {
    application: [{ ...of('P-2'), localField: '本地项目' }],
    acceptance: [{ caseNumber: 'P-2', acceptingUnitName: '邻县行政审批局', acceptedAt: '20260228T100000' }],
  }
  expect(await take(elsewhere)).toMatchObject({ done: ['已存外来办件1件。'], problems: [] })
  const closing = [{ caseNumber: 'P-2', handlerName: '乙', closedAt: '2026030209:30:00' }]
  expect(await take({ closing })).toMatchObject({ done: ['已更新外来办件1件。'], problems: [] })
  const again = await fileOf(exportApplications(exchange, officer, days))
  const foreign = (table: string) =>
    (again[table] as { caseNumber?: string }[]).filter(({ caseNumber }) => caseNumber === 'P-2')
  expect(foreign('application')).toEqual([{ ...of('P-2'), extensions: { localField: '本地项目' } }])
  expect(foreign('acceptance')).toEqual(elsewhere.acceptance)
  expect(foreign('closing')).toEqual(closing)

  const close = { name: 'notAccept', by, reason: '不需要许可' }
  const ours = { ...on, case: 'P-1' }
  expect((await act(services.db, programme, ours, close, around)).kind).toBe('done')
  const rating = {
    caseNumber: 'P-1',
    ratedAt: '20260302T093000',
    satisfactionCode: '2',
    satisfaction: '不满意',
  }
  expect((await take({ rating: [rating] })).problems).toEqual([
    'P-1：满意度代码与文字不一致，或者不是1至5，请核对代码的方向。',
  ])
  expect(await take({ rating: [rating] }, 'reversed')).toMatchObject({ done: ['已收评价1件。'] })
  const complaint = { complaintTitle: '窗口没有人', complainedAt: '20260302T093000', complainant: '田大有' }
  expect(await take({ interaction: [complaint, { consultationContent: '几点开门' }] })).toMatchObject({
    done: ['已登记投诉1件。'],
    problems: ['咨询没有收：本系统只收投诉。'],
  })
  const complaints = await fileOf(exportComplaints(exchange, officer, days))
  const sources = new Map(
    (complaints['interaction'] as { complaintTitle: string; complainant?: string }[]).map(
      ({ complaintTitle, complainant }) => [complaintTitle, complainant],
    ),
  )
  expect(sources).toEqual(
    new Map([
      [`${record.item}的差评`, undefined],
      ['窗口没有人', '田大有'],
    ]),
  )
  expect(await take({ payment: [{}], nothing: [{}] })).toMatchObject({
    warnings: ['没有收支付信息表。', '没有收“nothing”：标准没有这张表。'],
  })
})

async function fileOf(exported: ReturnType<typeof exportApplications>): Promise<Record<string, unknown>> {
  const told = await exported
  if (told.kind !== 'file') throw new Error(told.kind)
  return { ...told.file }
}
