import { readFileSync } from 'node:fs'
import { demoGazettePath } from '@luoshi/counties'
import { everyProgramme } from '@luoshi/programmes'
import { latestNotices, publishedIssues } from '@luoshi/store'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { z } from 'zod'
import { publishedLists } from '../catalogues/published-lists.ts'
import { noticeText } from '../test-support/notice-text.ts'
import {
  portalForTest,
  portalOver,
  startTestServer,
  type TestPortal,
  type TestServer,
  TODAY,
} from '../test-support/serve.ts'
import { temporaryFile } from '../test-support/temporary-folder.ts'
import { noticeAddress } from './addresses.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let server: TestServer
let demo: TestPortal

beforeAll(async () => {
  server = await startTestServer()
  demo = await portalOver(server, demoGazettePath)
})

afterAll(async () => {
  await demo.stop()
  await server.stop()
})

async function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  return demo.request(path, { headers, method })
}

const textOf = (path: string) => demo.textOf(path)

describe('what others read', () => {
  it('is a feed of issues, of notices, of a unit and of words, each well-formed with what it names', async () => {
    const feed = async (path: string) => {
      const answer = await get(path)
      expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
      return answer.text()
    }
    expect(await feed('/feeds/issues.atom')).toContain('<title>清源县人民政府公报 2026年第2期（上）</title>')
    expect((await feed('/feeds/notices.atom')).match(/<entry>/g)?.length).toBe(
      (await latestNotices(demo.db, { limit: 50 })).length,
    )
    expect(await feed(`/units/qingyuan/${encodeURIComponent('县水利局')}/notices.atom`)).toContain('<entry>')
    expect(await feed(`/feeds/search.atom?q=${encodeURIComponent('滴灌')}`)).toContain('清政办发〔2026〕8号')
  })

  it.each([
    ['/feeds/issues.atom', 'atom-structure.xsd'],
    ['/feeds/notices.atom', 'atom-structure.xsd'],
    [`/units/qingyuan/${encodeURIComponent('县水利局')}/notices.atom`, 'atom-structure.xsd'],
    [`/feeds/search.atom?q=${encodeURIComponent('<无>&')}`, 'atom-structure.xsd'],
    ['/sitemap.xml', 'sitemap-structure.xsd'],
  ])('holds to its standard: %s', async (path, fileName) => {
    const { errors } = await validateXML({
      xml: { fileName: 'given.xml', contents: await textOf(path) },
      schema: [
        {
          fileName,
          contents: readFileSync(new URL(`./fixtures/${fileName}`, import.meta.url), 'utf8'),
        },
      ],
    })
    expect(errors.map(({ message }) => message)).toEqual([])
  })

  it('is a list of all notices, and a catalogue of all tables and published lists', async () => {
    const heads = await latestNotices(demo.db, { limit: 100 })
    const listed = await textOf('/sitemap.xml')
    for (const head of heads) expect(listed).toContain(`<loc>http://localhost${noticeAddress(head)}</loc>`)
    const catalogue = (await (await get('/catalogue.jsonld')).json()) as {
      '@type': string
      'dcat:dataset': { 'dcat:distribution': unknown[] }[]
    }
    expect(catalogue['@type']).toBe('dcat:Catalog')
    const tables = heads.reduce((sum, { counts }) => sum + counts.tables, 0)
    const lists = (await publishedLists(demo.db, everyProgramme, TODAY)).filter(
      ({ version }) => version !== null,
    )
    expect(catalogue['dcat:dataset']).toHaveLength(
      2 + (await publishedIssues(demo.db, { limit: 9 })).length + tables + lists.length,
    )
    for (const { 'dcat:distribution': files } of catalogue['dcat:dataset'])
      expect(files.length).toBeGreaterThan(0)
  })

  it('is a catalogue by DCAT 3: what each class must have, in its kind, under addresses that are whole and its own', async () => {
    const address = z.object({ '@id': z.url({ protocol: /^https?$/ }) }).strict()
    const named = z.object({ '@value': z.string().min(1), '@language': z.literal('zh-CN') }).strict()
    const distribution = address.extend({
      '@type': z.literal('dcat:Distribution'),
      'dcat:accessURL': address,
      'dcat:downloadURL': address,
      'dcat:mediaType': z
        .object({ '@id': z.string().startsWith('https://www.iana.org/assignments/media-types/') })
        .strict(),
      'dct:format': z.string().min(1),
    })
    const dataset = address.extend({
      '@type': z.literal('dcat:Dataset'),
      'dct:title': named,
      'dct:description': named,
      'dct:publisher': z
        .object({ '@type': z.literal('foaf:Organization'), 'foaf:name': z.string().min(1) })
        .strict(),
      'dct:issued': z
        .object({ '@value': z.iso.date(), '@type': z.literal('xsd:date') })
        .strict()
        .optional(),
      'dcat:landingPage': address,
      'dcat:distribution': z.array(distribution).min(1),
    })
    const catalogue = address
      .extend({
        '@context': z.record(z.string(), z.url()),
        '@type': z.literal('dcat:Catalog'),
        'dct:title': named,
        'dct:language': z.literal('zh-CN'),
        'foaf:homepage': address,
        'dcat:dataset': z.array(dataset).min(1),
      })
      .parse(await (await get('/catalogue.jsonld')).json())
    const ids = catalogue['dcat:dataset'].flatMap((one) => [
      one['@id'],
      ...one['dcat:distribution'].map((file) => file['@id']),
    ])
    expect(new Set(ids).size).toBe(ids.length)
    const files = catalogue['dcat:dataset'].flatMap((one) => one['dcat:distribution'].slice(0, 1))
    for (const { 'dcat:downloadURL': file } of files.slice(0, 12)) {
      const { pathname } = new URL(file['@id'])
      expect((await get(pathname)).status, pathname).toBe(200)
    }
  })

  it('is a calendar of what is asked of the public', async () => {
    const text = noticeText.replace('6月20日前查完全部农村公路桥梁。', '桥下农户应于6月20日前到村委会登记。')
    const own = await portalForTest(server, temporaryFile('notice.txt', text))
    const calendar = await (await own.request('/deadlines.ics')).text()
    expect(calendar).toContain('DTSTART;VALUE=DATE:20260620')
    // RFC 5545: lines end in CRLF and have at most 75 octets; what a calendar and an event must have, once.
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:.*END:VCALENDAR\s*$/s)
    expect(calendar.replaceAll('\r\n', '')).not.toContain('\n')
    for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
    const [, ...events] = calendar.split('BEGIN:VEVENT\r\n')
    for (const event of events) {
      for (const property of ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY']) {
        expect(event.match(new RegExp(`^${property}[:;]`, 'gm')), property).toHaveLength(1)
      }
    }
    expect(new Set(events.map((event) => /^UID:(.+)$/m.exec(event)?.[1])).size).toBe(events.length)
    expect(await (await own.request('/')).text()).toContain('2026-06-20')
  })
})
