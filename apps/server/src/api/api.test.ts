import type { Answer, CaseAddress, Client, DoneView } from '@luoshi/client'
import { administrationOf, programmes } from '@luoshi/programmes'
import { readingsOf } from '@luoshi/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pondPermits } from '../../../../packages/store/src/fixtures/pond-permit.ts'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { startSite, type TestSite } from '../test-support/api.ts'

let server: TestServer
let site: TestSite
let clerk: Client
let stranger: Client
const stops: (() => Promise<void>)[] = []
const ponds = { county: 'qingyuan', programme: 'pond-permits', procedure: 'permit' }
const pond = (village: string) => ({ village, area: '12.50', contact: '13800005678' })

beforeAll(async () => {
  server = await startTestServer()
  const served = [administrationOf([pondPermits]), pondPermits]
  site = await startSite(await server.database(), { programmes: served }, (stop) => stops.push(stop))
  clerk = await site.officer('clerk', [['pond-permits/clerk']])
  stranger = await site.officer('stranger')
}, 60_000)
afterAll(async () => {
  for (const stop of stops) await stop()
  await server?.stop()
}, 60_000)

function done(answer: Answer<DoneView>): DoneView['case'] {
  if (!answer.ok) throw new Error(answer.problem.detail)
  return answer.value.case
}

async function openPond(village: string): Promise<CaseAddress & { version: number }> {
  const { id, version } = done(await clerk.open(ponds, { input: pond(village) }))
  return { ...ponds, id, version }
}

const refusal = (answer: Answer<unknown>) =>
  answer.ok ? 'done' : [answer.status, ...answer.problem.issues.map(({ code }) => code)]

describe('a case', () => {
  it('is opened, read with what may be done, and acted on', async () => {
    const of = await openPond('上河村')
    const read = await clerk.read(of)
    expect(read).toMatchObject({
      ok: true,
      value: {
        title: '上河村',
        stateTitle: '审查',
        unitName: '县人民政府',
        data: { village: '上河村', contact: '138****5678' },
        maskedFields: ['contact'],
        limits: [
          { limit: 'decide', legal: { due: '2026-03-30' }, standing: 'running', remaining: '剩20个工作日' },
        ],
        correctable: ['village', 'area', 'contact'],
        papers: [],
        disclosures: [],
      },
    })
    const actions = read.ok ? read.value.actions : []
    expect(actions.map(({ name, isAllowed }) => [name, isAllowed])).toEqual([
      ['measure', true],
      ['publicise', true],
      ['grant', true],
    ])
    const days = read.ok ? read.value.limits[0]?.legal.days : []
    expect(days?.slice(0, 2)).toEqual([
      { date: '2026-03-02', isCounted: false, reason: '申请当日不计入' },
      { date: '2026-03-03', isCounted: true, reason: '计入' },
    ])
    const granted = done(await clerk.act(of, 'grant', {}, of))
    expect(granted).toMatchObject({
      state: 'granted',
      closed: 'completed',
      version: 2,
      limits: [{ standing: 'ended', remaining: '按期办结' }],
      papers: [{ paper: 'decision', title: '塘坝许可决定书', sequence: 2 }],
    })
  })

  it('is done once however often it is sent', async () => {
    const key = 'open-once-1'
    const [first, again] = [
      await clerk.open(ponds, { input: pond('一次村') }, key),
      await clerk.open(ponds, { input: pond('一次村') }, key),
    ]
    expect(again).toMatchObject({ ok: true, value: { isRepeated: true, case: { id: done(first).id } } })
    const of = { ...ponds, id: done(first).id }
    const act = () => clerk.act(of, 'measure', { input: { area: '13' } }, { version: 1, key: 'measure-once' })
    expect(done(await act()).version).toBe(2)
    expect(await act()).toMatchObject({ ok: true, value: { isRepeated: true, case: { version: 2 } } })
    const other = await clerk.act(
      of,
      'measure',
      { input: { area: '14' } },
      { version: 2, key: 'measure-once' },
    )
    expect(refusal(other)).toEqual([409, 'key-reused'])
  })

  it('shows its log with what each entry changed', async () => {
    const of = await openPond('变更村')
    await clerk.act(of, 'measure', { input: { area: '13' } }, of)
    await clerk.correct(of, { changes: { contact: '13900001234' }, reason: '写错' }, { version: 2 })
    expect(await clerk.history(of)).toMatchObject({
      value: [
        { kind: 'opening', actionTitle: '申请', actor: { id: 'clerk', name: 'clerk同志' } },
        {
          actionTitle: '复测面积',
          changes: [{ field: 'area', label: '水面面积（亩）', before: '12.50', after: '13' }],
          clause: {
            text: '清政办发〔2026〕9号第5行',
            href: `/qingyuan/${encodeURIComponent('清政办发〔2026〕9号')}/lines/5`,
          },
        },
        {
          kind: 'correction',
          reason: '写错',
          changes: [{ field: 'contact', before: '138****5678', after: '139****1234' }],
        },
      ],
    })
  })

  it('can be read as it stood at any moment', async () => {
    const of = await openPond('旧时村')
    site.moveTo('2026-03-02T09:10:00.000+08:00')
    await clerk.act(of, 'grant', {}, of)
    const then = await clerk.read(of, '2026-03-02T09:05:00+08:00')
    expect(then).toMatchObject({ value: { state: 'filed', version: 1, actions: [], papers: [] } })
    expect(refusal(await clerk.read(of, '2026-03-01T09:00:00+08:00'))).toEqual([404, 'case-unknown'])
    expect(refusal(await clerk.read(of, 'yesterday'))).toEqual([400, 'moment-unreadable'])
  })

  it('[wuzhai-2022-zbf26.11] gives personal data only for a reason, which is kept', async () => {
    const of = await openPond('查看村')
    expect(refusal(await clerk.reveal(of, { reason: ' ' }))).toEqual([422, 'reading-without-reason'])
    expect(await clerk.reveal(of, { reason: '电话核对', fields: ['contact'] })).toMatchObject({
      value: { data: { contact: '13800005678' } },
    })
    expect(await readingsOf(site.db, 'qingyuan', of.id)).toMatchObject([
      { reader: 'clerk', fields: ['contact'], reason: '电话核对' },
    ])
  })
})

describe('what is refused', () => {
  it('says in Chinese what was found and what would pass, with its clause', async () => {
    const [one, other] = [await openPond('满塘村'), await openPond('满塘村')]
    await clerk.act(one, 'grant', {}, one)
    const answer = await clerk.act(other, 'grant', {}, other)
    expect(answer).toMatchObject({
      status: 422,
      problem: {
        title: '没有通过',
        status: 422,
        detail: '不符合规定：要求本村没有已批的塘坝，实际已批1处（清政办发〔2026〕9号第4行）。',
        issues: [{ code: 'gate-refused', clause: { text: '清政办发〔2026〕9号第4行' } }],
      },
    })
    const instance = answer.ok ? '' : answer.problem.instance
    expect(instance).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('is what names no version, a wrong one, or none that can be read', async () => {
    const of = await openPond('版本村')
    const path = `/api/v1/qingyuan/programmes/pond-permits/procedures/permit/cases/${of.id}/actions/grant`
    expect(refusal(await clerk.call('POST', path, { body: {} }))).toEqual([428, 'version-missing'])
    await clerk.act(of, 'measure', { input: { area: '13' } }, of)
    expect(refusal(await clerk.act(of, 'grant', {}, of))).toEqual([412, 'case-changed'])
    expect(refusal(await clerk.act(of, 'grant', {}, { version: 2, key: 'short' }))).toEqual([
      400,
      'key-unreadable',
    ])
  })

  it('is a body that does not fit, field by field', async () => {
    const wrong = { village: '', area: '很大', contact: '1', colour: 'red' }
    expect(await clerk.open(ponds, { input: wrong })).toMatchObject({
      status: 422,
      problem: {
        issues: [
          { code: 'field-missing', path: ['village'] },
          {
            code: 'field-refused',
            path: ['area'],
            message: '“水面面积（亩）”填的是“很大”，应填不小于0的数，如12.5。',
          },
          { code: 'field-refused', path: ['contact'] },
          { code: 'field-unknown', path: ['colour'] },
        ],
      },
    })
    const cases = '/api/v1/qingyuan/programmes/pond-permits/procedures/permit/cases'
    const extra = await clerk.call('POST', cases, { body: { input: {}, id: 'mine' } })
    expect(refusal(extra)).toEqual([400, 'body-unreadable'])
    const large = await clerk.call('POST', cases, { body: { input: { village: 'x'.repeat(2 ** 20) } } })
    expect(refusal(large)).toEqual([413, 'body-too-large'])
  })

  it('is what the officer has no post for, without a word of the case', async () => {
    const of = await openPond('外人村')
    expect(refusal(await stranger.read(of))).toEqual([404, 'case-unknown'])
    expect(refusal(await stranger.history(of))).toEqual([404, 'case-unknown'])
    expect(refusal(await stranger.act(of, 'grant', {}, of))).toEqual([404, 'case-unknown'])
    expect(refusal(await stranger.reveal(of, { reason: '看看' }))).toEqual([404, 'case-unknown'])
    expect(refusal(await stranger.open(ponds, { input: pond('外人村') }))).toEqual([403, 'not-allowed'])
    expect(await stranger.list(ponds)).toMatchObject({ value: { rows: [], count: { value: 0 } } })
  })

  it('is another county, nobody, and what there is not', async () => {
    expect(refusal(await clerk.list({ ...ponds, county: 'wutai' }))).toEqual([403, 'county-not-own'])
    expect(refusal(await site.client().list(ponds))).toEqual([401, 'not-signed-in'])
    expect(refusal(await clerk.list({ ...ponds, programme: 'none' }))).toEqual([404, 'programme-unknown'])
    expect(refusal(await clerk.list({ ...ponds, procedure: 'none' }))).toEqual([404, 'procedure-unknown'])
    expect(refusal(await clerk.call('GET', '/api/v1/qingyuan/nothing'))).toEqual([404, 'address-unknown'])
  })
})

describe('a list', () => {
  it('is searched, filtered and put in order, page by page, with a count', async () => {
    const own = await site.officer('lister', [['pond-permits/clerk', 'government']])
    const names = ['甲村', '乙村', '丙村']
    for (const [index, village] of names.entries()) {
      await own.open(ponds, { input: { ...pond(`列表${village}`), area: String(30 - index) } })
    }
    const titles = async (query: Parameters<Client['list']>[1]) => {
      const page = await own.list(ponds, query)
      if (!page.ok) throw new Error(page.problem.detail)
      return { titles: page.value.rows.map(({ title }) => title), ...page.value }
    }
    const found = await titles({ q: '列表', sort: 'area' })
    expect(found.titles).toEqual(['列表丙村', '列表乙村', '列表甲村'])
    expect(found.count).toEqual({ value: 3, isAtLeast: false })
    const first = await titles({ q: '列表', sort: '-area', limit: 2 })
    expect(first.titles).toEqual(['列表甲村', '列表乙村'])
    const second = await titles({ q: '列表', sort: '-area', limit: 2, after: first.next ?? '' })
    expect([second.titles, second.next]).toEqual([['列表丙村'], null])
    expect((await titles({ 'where.village': '列表乙村' })).titles).toEqual(['列表乙村'])
    expect((await titles({ q: '列表', closed: 'closed' })).titles).toEqual([])
  })

  it('refuses a filter that it does not know, rather than show everything', async () => {
    const cases = '/api/v1/qingyuan/programmes/pond-permits/procedures/permit/cases'
    expect(refusal(await clerk.call('GET', `${cases}?stat=filed`))).toEqual([400, 'query-refused'])
    expect(refusal(await clerk.call('GET', `${cases}?limit=0`))).toEqual([400, 'query-refused'])
    expect(refusal(await clerk.list(ponds, { sort: 'contact' }))).toEqual([400, 'field-not-listed'])
    expect(refusal(await clerk.list(ponds, { after: 'x' }))).toEqual([400, 'cursor-unknown'])
  })
})

describe('programmes', () => {
  it('say what one may open and read, and give their whole definition', async () => {
    const found = await clerk.programmes('qingyuan')
    expect(found).toMatchObject({
      value: [
        {
          id: 'administration',
          procedures: [{ id: 'units', canOpen: false, canRead: false, open: 0 }, {}, {}, {}, {}],
        },
        {
          id: 'pond-permits',
          procedures: [
            { id: 'permit', kind: 'procedure', canOpen: true, openingUnits: [{ name: '县人民政府' }] },
            { id: 'keepers', kind: 'register' },
          ],
        },
      ],
    })
    const whole = await clerk.call('GET', '/api/v1/qingyuan/programmes/pond-permits')
    expect(whole).toMatchObject({ value: { kind: 'programme', id: 'pond-permits' } })
  })
})

describe('a server', () => {
  it('says that it is well, and what it measured', async () => {
    const get = async (path: string) => await site.site.fetch(new Request(`http://localhost${path}`))
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ready' })
    expect(await (await get('/healthz/live')).json()).toEqual({ status: 'live' })
    const metrics = await get('/metrics')
    expect(metrics.headers.get('content-type')).toMatch(/^application\/openmetrics-text/)
    const text = await metrics.text()
    expect(text).toContain(
      'luoshi_http_request_seconds_count{method="POST",route="/api/v1/:county/programmes/',
    )
    expect(text.trimEnd().endsWith('# EOF')).toBe(true)
  })

  it('has no browser keep what an officer was answered', async () => {
    const { id } = await openPond('暂存村')
    const send = await site.browse('clerk')
    const cases = 'programmes/pond-permits/procedures/permit/cases'
    const own = [cases, `${cases}/${id}`, `${cases}/${id}/history`, `${cases}.xlsx`, 'day', `${cases}/none`]
    const answers = await Promise.all(own.map(async (path) => [path, await send(path)] as const))
    for (const [path, { headers }] of answers) expect(headers.get('cache-control'), path).toBe('no-store')
    // A program that subscribes to a calendar may keep it for a while.
    const calendar = await send('programmes/pond-permits/procedures/permit/calendar.ics')
    expect(calendar.headers.get('cache-control')).toBe('private, max-age=900')
  })

  it('logs each request without what it says', async () => {
    const of = await openPond('日志村')
    await clerk.read(of)
    await clerk.list(ponds, { q: '日志村' })
    const lines = site.logged.join('')
    expect(lines).toContain('"route":"/api/v1/:county/programmes/:programme/procedures/:procedure/cases/:id"')
    for (const secret of ['日志村', '13800005678', '138****5678', of.id, '同志']) {
      expect(lines.includes(secret), secret).toBe(false)
    }
  })

  it('answers no more than so many requests a minute', async () => {
    const small = await startSite(await server.database(), { api: { perOfficer: 3 } })
    const one = await small.officer('one')
    const answers = []
    for (let count = 0; count < 4; count++) answers.push(refusal(await one.programmes('qingyuan')))
    expect(answers.slice(2)).toEqual(['done', [429, 'too-many-requests']])
    expect(programmes.length).toBeGreaterThan(0)
  })
})
