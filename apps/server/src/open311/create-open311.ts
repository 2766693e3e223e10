import type { CasePage, CaseView, DoneView, ProblemView } from '@luoshi/client'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { innerEnv } from '../api/answer-headers.ts'
import type { Answers } from '../site/site.ts'

/** What can be asked or complained of; the codes stay the same. */
const serviceList = [
  { code: 'services', name: '政务服务', group: '政务' },
  { code: 'facilities', name: '市政设施', group: '城乡建设' },
  { code: 'environment', name: '环境卫生', group: '城乡建设' },
  { code: 'agriculture', name: '农业农村', group: '农业' },
  { code: 'traffic', name: '交通出行', group: '交通' },
  { code: 'other', name: '其他', group: '其他' },
] as const

/** Bytes of a request; photos come as addresses, and are not taken. */
const LARGEST = 64 * 1024

/**
 * Open311 GeoReport v2 under `/open311/v2/{county}`: other systems hand in requests and follow them, as JSON or XML. It
 * says what it is told to our own API, in the name of whose token the `api_key` is, and so has no right of its own.
 */
export function createOpen311(api: Answers, counties: readonly string[]): Hono {
  const app = new Hono()
  app.use(bodyLimit({ maxSize: LARGEST }))
  app.use('/open311/v2/:county/*', async (c, next) => {
    const county = c.req.param('county')
    return counties.includes(county) ? next() : fail(c, 404, `没有“${county}”这个县。`)
  })

  app.get('/open311/v2/:county/:file{services\\.(?:json|xml)}', (c) =>
    answer(c, 'services', 'service', serviceList.map(serviceRow)),
  )

  app.get('/open311/v2/:county/services/:file{[\\w-]+\\.(?:json|xml)}', (c) => {
    const code = c.req.param('file').replace(/\.\w+$/, '')
    const found = serviceList.find((service) => service.code === code)
    if (found === undefined) return fail(c, 404, `没有代码为“${code}”的诉求类别。`)
    return answer(c, 'service_definition', 'attributes', [{ service_code: found.code }])
  })

  app.post('/open311/v2/:county/:file{requests\\.(?:json|xml)}', async (c) => {
    const form = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>)
    const given = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : '')
    const service = serviceList.find(({ code }) => code === given('service_code'))
    if (service === undefined) return fail(c, 400, '没有写明诉求类别（service_code），或者没有这个类别。')
    if (given('description') === '') return fail(c, 400, '没有写明内容（description）。')
    const [lat, long, address] = [given('lat'), given('long'), given('address_string')]
    if ((lat === '' || long === '') && address === '') {
      return fail(c, 400, '没有写明位置：经纬度（lat、long）和地址（address_string）至少写一项。')
    }
    const name = [given('last_name'), given('first_name')].join('')
    const input = {
      number: `JR-${crypto.randomUUID()}`,
      origin: 'system',
      level: 'county',
      service: service.name,
      title: given('description').slice(0, 40),
      content: given('description').slice(0, 2000),
      ...(lat === '' || long === ''
        ? {}
        : { where: { type: 'Point', coordinates: [Number(long), Number(lat)] } }),
      ...(address === '' ? {} : { address: address.slice(0, 100) }),
      ...(name === '' ? {} : { complainant: name.slice(0, 100) }),
      ...(given('phone') === '' ? {} : { contact: given('phone') }),
    }
    const opened = await ask<DoneView>(c, given('api_key'), '', {
      method: 'POST',
      body: JSON.stringify({ input }),
    })
    if ('problem' in opened) return opened.problem
    const { id } = opened.value.case
    const row = { service_request_id: id, service_notice: '已经登记，由县里交办。', account_id: '' }
    return answer(c, 'service_requests', 'request', [row], 201)
  })

  app.get('/open311/v2/:county/:file{requests\\.(?:json|xml)}', async (c) => {
    const status = c.req.query('status')
    const closed = status === 'open' || status === 'closed' ? status : 'all'
    const listed = await ask<CasePage>(c, '', `?closed=${closed}&limit=100`)
    if ('problem' in listed) return listed.problem
    const code = c.req.query('service_code')
    const rows = listed.value.rows
      .map(requestRow)
      .filter((row) => code === undefined || row.service_code === code)
    return answer(c, 'service_requests', 'request', rows)
  })

  app.get('/open311/v2/:county/requests/:file{[\\w-]+\\.(?:json|xml)}', async (c) => {
    const id = c.req.param('file').replace(/\.\w+$/, '')
    const found = await ask<CaseView>(c, '', `/${encodeURIComponent(id)}`)
    if ('problem' in found) return found.problem
    return answer(c, 'service_requests', 'request', [requestRow(found.value)])
  })

  app.notFound((c) => fail(c, 404, '没有这个地址。'))

  /** Asks our own API in the name of whose key was given. */
  async function ask<View>(
    c: Context,
    givenKey: string,
    path: string,
    init: { readonly method?: string; readonly body?: string } = {},
  ): Promise<{ readonly value: View } | { readonly problem: Response }> {
    const key = givenKey || (c.req.query('api_key') ?? '')
    const authorization = c.req.header('authorization') ?? (key === '' ? null : `Bearer ${key}`)
    if (authorization === null) return { problem: await fail(c, 403, '没有给出接口令牌（api_key）。') }
    const county = c.req.param('county') ?? ''
    const cases = `/api/v1/${county}/programmes/services/procedures/settling/cases`
    const request = new Request(new URL(cases + path, c.req.url), {
      ...init,
      headers: { authorization, 'content-type': 'application/json' },
    })
    const told = await api.fetch(request, innerEnv(c))
    if (told.ok) return { value: (await told.json()) as View }
    const problem = (await told.json()) as ProblemView
    const says =
      problem.issues.length > 0 ? problem.issues.map(({ message }) => message).join('') : problem.detail
    return { problem: await fail(c, told.status === 401 ? 403 : told.status, says) }
  }
  return app
}

function serviceRow({ code, name, group }: (typeof serviceList)[number]) {
  return {
    service_code: code,
    service_name: name,
    description: name,
    metadata: 'false',
    type: 'realtime',
    keywords: name,
    group,
  }
}

/** A matter as another system follows it; who asked stays masked as everywhere. */
function requestRow({
  id,
  data,
  state,
  stateTitle,
  closed,
  opened,
  latest,
  unitName,
}: CasePage['rows'][number]) {
  const text = (name: string) => (typeof data[name] === 'string' ? data[name] : '')
  const { coordinates } = (data['where'] ?? {}) as { coordinates?: readonly [number, number] }
  return {
    service_request_id: id,
    status: closed === null ? 'open' : 'closed',
    status_notes: stateTitle,
    service_name: text('service'),
    service_code: serviceList.find(({ name }) => name === text('service'))?.code ?? 'other',
    description: text('content'),
    agency_responsible: state === 'registered' ? '' : unitName,
    service_notice: text('reply'),
    requested_datetime: opened,
    updated_datetime: latest,
    address: text('address'),
    lat: coordinates?.[1] ?? '',
    long: coordinates?.[0] ?? '',
  }
}

type Row = Readonly<Record<string, string | number>>

/** Rows as the ending of the address asks for them. */
async function answer(
  c: Context,
  root: string,
  item: string,
  rows: readonly Row[],
  status: 200 | 201 = 200,
): Promise<Response> {
  c.header('cache-control', 'no-store')
  if (!c.req.path.endsWith('.xml')) return c.json(rows, status)
  // Loaded with the first answer in XML.
  const { create } = await import('xmlbuilder2')
  const document = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\uFFFD' })
  const list = document.ele(root)
  for (const row of rows) {
    const element = list.ele(item)
    for (const [name, value] of Object.entries(row)) element.ele(name).txt(String(value))
  }
  c.header('content-type', 'text/xml; charset=utf-8')
  return c.body(document.end(), status)
}

async function fail(c: Context, code: number, description: string): Promise<Response> {
  const status = code as 400
  if (!c.req.path.endsWith('.xml')) return c.json([{ code, description }], status)
  const { create } = await import('xmlbuilder2')
  const document = create({ version: '1.0', encoding: 'UTF-8' })
  const error = document.ele('errors').ele('error')
  error.ele('code').txt(String(code))
  error.ele('description').txt(description)
  c.header('content-type', 'text/xml; charset=utf-8')
  return c.body(document.end(), status)
}
