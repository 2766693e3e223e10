import { demoGazettePath } from '@luoshi/counties'
import type { ReadResult } from '@luoshi/gazette'
import { dutiesOf, findNotice, issueReading, latestNotices, noticesByNumbers } from '@luoshi/store'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { workbookMediaType } from '../exports/workbook.ts'
import { createLog } from '../server-log.ts'
import { noticeText } from '../test-support/notice-text.ts'
import {
  portalForTest,
  portalOver,
  startTestServer,
  type TestPortal,
  type TestServer,
} from '../test-support/serve.ts'
import { temporaryFile } from '../test-support/temporary-folder.ts'
import {
  downloadAddress,
  fileAddress,
  lineAddress,
  linesPerPage,
  noticeAddress,
  versionOf,
} from './addresses.ts'
import { countRepairs } from './parts/repaired-lines.ts'
import { createPortal } from './portal.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let server: TestServer
let demo: TestPortal
const issue = { county: 'qingyuan', key: '2026-2-上', version: 1 }

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

describe('answers', () => {
  it.each([
    '/nowhere',
    '/qingyuan/none',
    '/nowhere/%E6%B8%85',
    '/units/qingyuan/none',
    '/qingyuan/issues/none',
    '/qingyuan/issues/none/versions/1/lines/1',
    '/qingyuan/issues/2026-2-%E4%B8%8A/versions/9',
    '/qingyuan/issues/2026-2-%E4%B8%8A/download/none.exe',
    '/qingyuan/%E6%B8%85%E6%94%BF%E5%8A%9E%E5%8F%91%E3%80%942026%E3%80%958%E5%8F%B7/tables/99',
    '/compare/qingyuan/none/qingyuan/none',
    '/assets/../portal.ts',
    '/assets/%2e%2e/portal.ts',
  ])('%s with 404 and a page in Chinese', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('没有这一页')
  })

  it.each([
    '/search?page=0',
    '/search?page=x',
    '/search?on=2026-13-01',
    '/findings?severity=fatal',
    '/deadlines?year=20',
    `/search?q=${'a'.repeat(201)}`,
    '/view?size=huge',
  ])('%s with 400 and a page in Chinese', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('地址有误')
  })

  it.each([
    ['a mistake of ours with 500', new Error('secret'), 500, '出错了'],
    ['a database that is away with 503', new Error('Connection terminated: secret'), 503, '数据库连接不上'],
  ])('%s, and tells only the log', async (_, error, status, said) => {
    const logged: string[] = []
    const log = createLog('error', { write: (line) => void logged.push(line) })
    const clock = () => {
      throw error
    }
    const broken = createPortal(
      { ...demo, programmes: [], clock, log },
      { publicUrl: null, isCaching: false },
    )
    const answer = await broken.request('/')
    expect(answer.status).toBe(status)
    const text = await answer.text()
    expect(text).toContain(said)
    expect(text).not.toContain('secret')
    expect(logged).toEqual([expect.stringContaining('a page failed')])
  })

  it('HEAD like GET, without a body', async () => {
    const answer = await get('/', {}, 'HEAD')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('')
  })

  it.each(['/', '/issues'])('304 where nothing changed, and compresses %s', async (path) => {
    const answer = await get(path, { 'accept-encoding': 'gzip' })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    const etag = answer.headers.get('etag') ?? ''
    expect((await get(path, { 'if-none-match': etag, 'accept-encoding': 'gzip' })).status).toBe(304)
    expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it.each(['/', '/issues'])('%s with a policy that runs only our own scripts', async (path) => {
    const { headers } = await get(path)
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('all pages of a list, and the last one beyond its end', async () => {
    const [duty] = await dutiesOf(demo.db, { limit: 1 })
    const page = await get(`/units/qingyuan/${encodeURIComponent(duty?.unit ?? '')}?page=999`)
    expect(page.status).toBe(200)
  })

  it('an address of before with the one of now', async () => {
    const answer = await get(`/notices/qingyuan/${encodeURIComponent('清政办发〔2026〕8号')}`)
    expect(answer.status).toBe(301)
    expect(decodeURI(answer.headers.get('location') ?? '')).toBe('/qingyuan/清政办发〔2026〕8号')
  })
})

describe('downloads', () => {
  it('give an issue as JSON, with what tells of persons covered', async () => {
    const answer = await get(downloadAddress(issue, 'json'))
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''/)
    const reading = await issueReading(demo.db, issue.county, issue.key, 1)
    const covered = JSON.stringify(reading)
      .replaceAll('19900000000', '199****0000')
      .replaceAll('999901190001010001', '9999************01')
    expect(((await answer.json()) as ReadResult).issues).toEqual([JSON.parse(covered)])
  })

  it.each([
    ['markdown', 'text/markdown; charset=utf-8', '# 清源县人民政府公报'],
    ['akn', 'application/akn+xml; charset=utf-8', '<officialGazette'],
  ] as const)('give an issue as %s', async (format, type, text) => {
    const answer = await get(downloadAddress(issue, format))
    expect(answer.headers.get('content-type')).toBe(type)
    expect(await answer.text()).toContain(text)
  })

  it.each([
    ['pdf', 'application/pdf', '%PDF-'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
  ])('give an issue as %s, written beside the other answers', async (ending, type, start) => {
    const path = fileAddress(issue, ending)
    const [file, page, again] = await Promise.all([get(path), get('/subscribe'), get(path)])
    expect(page.status).toBe(200)
    expect(file.headers.get('content-type')).toBe(type)
    const bytes = Buffer.from(await file.arrayBuffer())
    expect(bytes.toString('latin1').startsWith(start)).toBe(true)
    expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true)
  })

  it('give a table as CSV, JSON and a workbook, each row with its line', async () => {
    const stored = await findNotice(demo.db, 'qingyuan', '清政发〔2026〕5号')
    const [table] = stored?.instrument.tables ?? []
    if (stored === null || table === undefined) throw new Error('the table is missing')
    const base = `${noticeAddress(stored.head)}/tables/1`
    const bytes = new Uint8Array(await (await get(`${base}.csv`)).arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const csv = new TextDecoder().decode(bytes)
    expect(csv.trimEnd().split('\r\n')).toHaveLength(table.rows.length + 1)
    const json = (await (await get(`${base}.json`)).json()) as { rows: { line: number }[] }
    expect(json.rows.map(({ line }) => line)).toEqual(table.rows.map(({ line }) => line))
    expect((await get(`${base}.xlsx`)).headers.get('content-type')).toBe(workbookMediaType)
  })

  it('let no cell of a CSV begin a formula', async () => {
    const rows = '| 序号 | 名称 |\n| --- | --- |\n| 1 | =HYPERLINK("x") |\n| 2 | 桥二 |\n'
    const text = noticeText.replace('二、及时报告', `${rows}\n二、及时报告`)
    const own = await portalForTest(server, temporaryFile('formula.md', text))
    const csv = await (
      await own.request(`/qingyuan/${encodeURIComponent('清政办发〔2026〕90号')}/tables/1.csv`)
    ).text()
    expect(csv).toContain("'=HYPERLINK")
  })
})

describe("a table's page", () => {
  it('is sorted by a link, figures as figures', async () => {
    const base = `${encodeURI('/qingyuan/清政发〔2026〕5号')}/tables/1`
    const lines = async (path: string) =>
      [...(await textOf(path)).matchAll(/aria-label="原文第(\d+)行"/g)].map((match) => Number(match[1]))
    const printed = await lines(base)
    const up = await lines(`${base}?sort=1&order=asc`)
    const down = await lines(`${base}?sort=1&order=desc`)
    expect(printed.length).toBeGreaterThanOrEqual(up.length)
    expect(new Set(up)).toEqual(new Set(down))
    expect(up[0]).not.toBe(down[0])
  })
})

describe('an issue', () => {
  it('stands with its notices on the page of all, and on a page of its own', async () => {
    const heads = await latestNotices(demo.db, { limit: 100 })
    for (const path of ['/issues', '/qingyuan/issues/2026-2-%E4%B8%8A']) {
      const text = await textOf(path)
      for (const head of heads) expect(text).toContain(`href="${noticeAddress(head)}"`)
    }
  })
})

describe("a notice's page", () => {
  it('says how often reading changed something and leads to the first line of each kind', async () => {
    const reading = await issueReading(demo.db, issue.county, issue.key, 1)
    const heads = await latestNotices(demo.db, { limit: 100 })
    const changed = heads.find(({ lines }) => countRepairs(reading?.repairs ?? [], [...lines]).length > 1)
    if (changed === undefined || reading === null) throw new Error('the demo gazette needs no repair')
    const text = await textOf(noticeAddress(changed))
    expect(text).toContain('href="#repairs"')
    for (const { count, line } of countRepairs(reading.repairs, [...changed.lines])) {
      expect(text).toContain(
        `${count} 处</td><td><a class="lines" href="${lineAddress(versionOf(changed), line)}">`,
      )
    }
  })

  it('says what it is to those who list it, and what its one address is', async () => {
    const text = await textOf(
      '/qingyuan/%E6%B8%85%E6%94%BF%E5%8A%9E%E5%8F%91%E3%80%942026%E3%80%958%E5%8F%B7',
    )
    const block = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(text)?.[1] ?? ''
    expect(JSON.parse(block)).toMatchObject({
      '@type': 'Legislation',
      legislationIdentifier: '清政办发〔2026〕8号',
      legislationJurisdiction: '清源县',
    })
    expect(text).toContain('<link rel="canonical" href="/qingyuan/%E6%B8%85')
  })

  it('leads from a document and a line to the line', async () => {
    const [head] = await noticesByNumbers(demo.db, 'qingyuan', ['清政办发〔2026〕8号'])
    if (head === undefined) throw new Error('the notice is missing')
    const answer = await get(`${noticeAddress(head)}/lines/${head.lines[0]}`)
    expect(answer.headers.get('location')).toBe(lineAddress(versionOf(head), head.lines[0]))
  })
})

describe('deadlines without a day', () => {
  it('stand on pages of their own, with what they mean', async () => {
    const often = await textOf('/deadlines?form=recurring')
    expect(often.match(/<td class="rule"/g)?.length).toBeGreaterThan(1)
    expect(often).toMatch(/<h2>每(日|周|月|季度|半年|年) /)
    expect(await textOf('/deadlines?form=counted')).toContain('<td class="rule"')
    expect((await get('/deadlines?form=never')).status).toBe(400)
  })
})

describe('units', () => {
  it('are found by a part of their names', async () => {
    const text = await textOf(`/units?name=${encodeURIComponent('水利')}`)
    expect(text).toContain('>县水利局</a>')
    expect(text).not.toContain('>县财政局</a>')
    expect(await textOf(`/units?name=${encodeURIComponent('无此单位')}`)).toContain('没有这样的单位')
  })
})

describe('workbooks over all gazettes', () => {
  it.each(['/units/duties.xlsx', '/deadlines.xlsx', '/findings.xlsx', '/findings.xlsx?severity=error'])(
    '%s is one',
    async (path) => {
      const answer = await get(path)
      expect(answer.headers.get('content-type')).toBe(workbookMediaType)
      expect(new Uint8Array(await answer.arrayBuffer()).subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
    },
  )

  it('are led to from the pages that list the same', async () => {
    expect(await textOf('/units')).toContain('href="/units/duties.xlsx"')
    expect(await textOf('/deadlines')).toContain('href="/deadlines.xlsx"')
    expect(await textOf('/findings?severity=error')).toContain('href="/findings.xlsx?severity=error"')
  })
})

describe('the source view', () => {
  it('shows each line once over its pages', async () => {
    const shown: string[] = []
    for (let first = 1; ; first += linesPerPage) {
      const answer = await get(`/qingyuan/issues/2026-2-%E4%B8%8A/versions/1/lines/${first}`)
      if (answer.status === 404) break
      shown.push(...[...(await answer.text()).matchAll(/id="L(\d+)"/g)].map((match) => match[1] ?? ''))
    }
    expect(shown).toEqual(Array.from({ length: shown.length }, (_, index) => String(index + 1)))
    expect(shown.length).toBeGreaterThan(300)
  })
})

describe('a number that two notices bear', () => {
  it('leads to a choice of both, whatever file came first', async () => {
    const loose = temporaryFile('loose.txt', noticeText.replace('90号', '8号'))
    for (const files of [
      [demoGazettePath, loose],
      [loose, demoGazettePath],
    ]) {
      const both = await portalForTest(server, ...files)
      const path = `/qingyuan/${encodeURIComponent('清政办发〔2026〕8号')}`
      const text = await (await both.request(path)).text()
      const heads = await noticesByNumbers(both.db, 'qingyuan', ['清政办发〔2026〕8号'])
      expect(heads).toHaveLength(2)
      for (const head of heads) {
        expect(text).toContain(`href="${noticeAddress(head)}"`)
        expect((await both.request(noticeAddress(head))).status).toBe(200)
      }
    }
  })
})

describe('a citation', () => {
  it('leads to the notice that it names, and back, where that is here', async () => {
    const text = noticeText.replace('现就', '按照《春灌方案》（清政办发〔2026〕8号），现就')
    const both = await portalForTest(server, demoGazettePath, temporaryFile('citing.txt', text))
    const pageOf = async (number: string) =>
      (await both.request(`/qingyuan/${encodeURIComponent(number)}`)).text()
    const cited = `/qingyuan/${encodeURIComponent('清政办发〔2026〕8号')}`
    expect(await pageOf('清政办发〔2026〕90号')).toContain(`<a href="${cited}">春灌方案</a>`)
    expect(await pageOf('清政办发〔2026〕8号')).toContain(
      `<a href="/qingyuan/${encodeURIComponent('清政办发〔2026〕90号')}#p1">清政办发〔2026〕90号`,
    )
  })
})

describe('no gazette at all', () => {
  it.each(['/', '/issues', '/units', '/findings', '/deadlines', '/search?q=a', '/finder?who=farmer', '/now'])(
    'shows what belongs on %s',
    async (path) => {
      const empty = await portalForTest(server)
      const answer = await empty.request(path)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain('class="empty"')
    },
  )
})

describe('large print and high contrast', () => {
  it('hold on every page until they are taken back', async () => {
    const chosen = await get('/view?size=large&contrast=high', { referer: 'http://localhost/issues' })
    expect(chosen.headers.get('location')).toBe('/issues')
    const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? ''
    for (const path of ['/issues', '/issues', '/search']) {
      expect(await (await get(path, { cookie })).text()).toContain(
        '<html lang="zh-CN" class="large contrast">',
      )
      expect(await textOf(path)).toContain('<html lang="zh-CN">')
      const etagOf = async (headers: Record<string, string>) => (await get(path, headers)).headers.get('etag')
      expect(await etagOf({ cookie }), path).not.toBe(await etagOf({}))
    }
    expect((await get('/view', { referer: 'http://elsewhere.cn/x' })).headers.get('location')).toBe('/')
  })

  it('are chosen one beside the other', async () => {
    const cookieOf = async (path: string, cookie = '') =>
      (await get(path, { cookie })).headers.get('set-cookie')?.split(';')[0] ?? ''
    const large = await cookieOf('/view?size=large')
    const both = await cookieOf('/view?contrast=high', large)
    expect([large, both]).toEqual(['luoshi-view=large', 'luoshi-view=large-contrast'])
    expect(await cookieOf('/view', both)).toBe('luoshi-view=')
  })
})

describe('what is kept of pages', () => {
  it('is given until what a page shows changes, in any process, and of others then too', async () => {
    const own = await portalForTest(server, demoGazettePath)
    const path = `/qingyuan/${encodeURIComponent('清政办发〔2026〕8号')}`
    const other = `/qingyuan/${encodeURIComponent('清政办发〔2026〕9号')}`
    const etagOf = async (of: string) => (await own.request(of)).headers.get('etag')
    const [before, beside] = [await etagOf(path), await etagOf(other)]
    expect(await etagOf(path)).toBe(before)
    await own.publish(
      temporaryFile(
        'citing.txt',
        noticeText.replace('现就', '按照《春灌方案》（清政办发〔2026〕8号），现就'),
      ),
    )
    await vi.waitFor(async () => expect(await etagOf(path)).not.toBe(before))
    expect(await (await own.request(path)).text()).toContain('清政办发〔2026〕90号')
    expect(await etagOf(other)).toBe(beside)
  })
})

describe('a correction', () => {
  it('takes the place of what it corrects; both stay, and each says so', async () => {
    const own = await portalForTest(server, temporaryFile('notice.txt', noticeText))
    const path = `/qingyuan/${encodeURIComponent('清政办发〔2026〕90号')}`
    expect(await (await own.request(path)).text()).toContain('当日上报')
    await own.publish(temporaryFile('notice.txt', noticeText.replace('当日上报', '两小时内上报')))
    await vi.waitFor(async () => expect(await (await own.request(path)).text()).toContain('两小时内上报'))
    const key = encodeURIComponent('清政办发〔2026〕90号')
    const old = await (await own.request(`/qingyuan/issues/${key}/versions/1/notices/1`)).text()
    expect(old).toContain('当日上报')
    expect(old).toContain('这是已更正的版本')
    expect(await (await own.request(`/qingyuan/issues/${key}/versions/1`)).text()).toContain('本版已更正')
    expect(await (await own.request(`/qingyuan/issues/${key}`)).text()).toContain('各版本')
  })
})
