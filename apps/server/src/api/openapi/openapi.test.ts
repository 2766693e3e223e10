import { everyProgramme } from '@luoshi/programmes'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { startTestServer } from '../../../../../packages/store/src/test-database.ts'
import { startSite } from '../../test-support/api.ts'
import { generalOperations, openApiOf, operationsOf } from './document.ts'

describe('the OpenAPI document', () => {
  const document = openApiOf(everyProgramme, '1.0.0')

  it('is valid by the schema of OpenAPI 3.1, and every reference in it leads somewhere', async () => {
    const validator = new Validator()
    const result = await validator.validate(structuredClone(document) as Record<string, unknown>)
    expect(result.errors ?? []).toEqual([])
    expect([result.valid, validator.version]).toEqual([true, '3.1'])
    const schemas = Object.keys((document['components'] as { schemas: object }).schemas)
    const named = JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)
    for (const [, name] of named) expect(schemas).toContain(name)
  })

  it('names each operation once', () => {
    const operations = operationsOf(everyProgramme)
    const ids = operations.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const places = operations.map(({ method, path }) => `${method} ${path}`)
    expect(new Set(places).size).toBe(places.length)
  })

  it('has the form of each action as its definition has it', () => {
    const paths = document['paths'] as Record<string, Record<string, unknown>>
    const base = '/api/v1/{county}/programmes/deep-tillage/procedures/claim'
    expect(paths[`${base}/cases/{id}/actions/verify`]?.['post']).toMatchObject({
      summary: '填写核查结果',
      requestBody: {
        content: {
          'application/json': {
            schema: { properties: { input: { properties: { depth: { label: '作业质量', unit: '厘米' } } } } },
          },
        },
      },
    })
  })
})

describe('the API', () => {
  it('answers at no address that the document does not have', async () => {
    const server = await startTestServer()
    const { site, stop } = await start(server)
    const answers = await Promise.all(
      ['/api/v1/openapi.json', '/api/', '/api/programmes/deep-tillage', '/api/programmes/none'].map((path) =>
        site.fetch(new Request(`http://localhost${path}`)),
      ),
    )
    const [json, all, one, none] = answers
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404])
    expect(json?.headers.get('content-type')).toMatch(/^application\/json/)
    const etag = json?.headers.get('etag') ?? ''
    const again = new Request('http://localhost/api/v1/openapi.json', { headers: { 'if-none-match': etag } })
    expect((await site.fetch(again)).status).toBe(304)
    const pages = [await all?.text(), await one?.text()]
    expect(pages[0]).toContain('openapi.json')
    expect(pages[1]).toContain('深松作业补助')
    for (const html of pages) {
      expect(html).not.toMatch(/<script(?![^>]*\ssrc="\/)|\son\w+=|style="|(?:src|href)="https?:/)
    }
    expect(all?.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';")
    expect(none?.headers.get('content-type')).toContain('problem+json')
    const known = new Set(operationsOf(everyProgramme).map(({ method, path }) => shape(`${method} ${path}`)))
    const undocumented = site.addresses
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/') && !isOfItself(path))
      .map(({ method, path }) => shape(`${method.toLowerCase()} ${path}`))
      .filter((place) => !known.has(place))
    expect([...new Set(undocumented)]).toEqual([])
    expect(generalOperations.length).toBeGreaterThan(30)
    await stop()
    await server.stop()
  }, 120_000)
})

async function start(server: Awaited<ReturnType<typeof startTestServer>>) {
  const stops: (() => Promise<void>)[] = []
  const { site } = await startSite(await server.database(), {}, (stop) => stops.push(stop))
  return { site, stop: async () => void (await Promise.all(stops.map((stop) => stop()))) }
}

/** What the document says of itself, and of looking around, is no part of it. */
function isOfItself(path: string): boolean {
  return path === '/api/v1/openapi.json' || path === '/api/v1/session/demo'
}

/** An address with its variable parts all alike: `:id{\d+}` as `{sequence}`; a procedure's own paths as any's. */
function shape(place: string): string {
  return place
    .replace(/:\w+(?:\{(?:[^{}]|\{[^}]*\})*\})?/g, '{}')
    .replace(/\{\w+\}/g, '{}')
    .replace(/programmes\/[\w-]+\/procedures\/[\w-]+/, 'programmes/{}/procedures/{}')
    .replace(/actions\/[\w-]+$/, 'actions/{}')
    .replace(/export\.(?:xlsx|csv|geojson)$/, '{}')
}
