import { findCase } from '@luoshi/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { startSite, type TestSite } from '../test-support/api.ts'

let server: TestServer
let site: TestSite
let key = ''
const stops: (() => Promise<void>)[] = []
const BASE = 'http://localhost/open311/v2/qingyuan'

beforeAll(async () => {
  server = await startTestServer()
  site = await startSite(await server.database(), {}, (stop) => stops.push(stop))
  const browse = await site.browser('hotline', [['services/hotline']])
  const made = await browse('../tokens', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      label: '12345平台',
      scopes: [{ programme: 'services', procedure: 'settling', may: 'act' }],
      days: 30,
    }),
  })
  key = ((await made.json()) as { token: string }).token
}, 60_000)
afterAll(async () => {
  for (const stop of stops) await stop()
  await server?.stop()
})

const ask = async (path: string, init?: RequestInit) => site.site.fetch(new Request(BASE + path, init))
const handIn = (form: Record<string, string>, ending = 'json') =>
  ask(`/requests.${ending}`, { method: 'POST', body: new URLSearchParams(form) })

describe('Open311 GeoReport v2', () => {
  it('lists its services in JSON and XML', async () => {
    const services = (await (await ask('/services.json')).json()) as { service_code: string }[]
    expect(services.map(({ service_code }) => service_code)).toContain('traffic')
    const xml = await ask('/services.xml')
    expect(xml.headers.get('content-type')).toContain('text/xml')
    expect(await xml.text()).toContain('<service_code>traffic</service_code>')
    expect((await ask('/services/nothing.json')).status).toBe(404)
  })

  it('takes a request in as a matter of supervision and tells where it stands, personal data masked', async () => {
    const form = {
      api_key: key,
      service_code: 'facilities',
      description: '望月街路灯不亮',
      lat: '38.72',
      long: '113.25',
      address_string: '清源县望月街3号门前',
      last_name: '田',
      first_name: '大有',
      phone: '13800005678',
    }
    const taken = await handIn(form)
    expect(taken.status).toBe(201)
    const [{ service_request_id: id } = { service_request_id: '' }] = (await taken.json()) as {
      service_request_id: string
    }[]
    const stored = await findCase(site.db, 'qingyuan', id)
    expect(stored?.case).toMatchObject({
      procedure: 'settling',
      state: 'registered',
      data: { origin: 'system' },
    })
    const read = await ask(`/requests/${id}.json?api_key=${key}`)
    const text = await read.text()
    expect(JSON.parse(text)).toMatchObject([
      { status: 'open', service_code: 'facilities', status_notes: '待交办' },
    ])
    expect(text).not.toContain('望月街3号门前')
    const listed = (await (await ask(`/requests.json?status=open&api_key=${key}`)).json()) as unknown[]
    expect(listed).toHaveLength(1)
    expect(await (await ask(`/requests.json?status=closed&api_key=${key}`)).json()).toEqual([])
  })

  it('refuses what has no key, no service or no place, in its own form', async () => {
    const form = { service_code: 'facilities', description: '路灯不亮', address_string: '望月街' }
    const refused = await handIn(form)
    expect(refused.status).toBe(403)
    expect(await refused.json()).toEqual([{ code: 403, description: '没有给出接口令牌（api_key）。' }])
    expect((await handIn({ ...form, api_key: 'wrong' })).status).toBe(403)
    expect((await handIn({ ...form, api_key: key, service_code: 'x' })).status).toBe(400)
    const { address_string: _none, ...placeless } = form
    const xml = await handIn({ ...placeless, api_key: key }, 'xml')
    expect(xml.status).toBe(400)
    expect(await xml.text()).toContain('<code>400</code>')
  })
})
