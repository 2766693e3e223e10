import { demoGazettePath } from '@luoshi/counties'
import type { ReadResult } from '@luoshi/gazette'
import { describe, expect, it, vi } from 'vitest'
import { workbookMediaType } from '../exports/workbook.ts'
import type { LibraryIssue } from '../library.ts'
import { noticeText } from '../test-support/notice-text.ts'
import { libraryOf } from '../test-support/serve.ts'
import { temporaryFile } from '../test-support/temporary-folder.ts'
import { downloadAddress, lineAddress, linesPerPage, noticeAddress } from './addresses.ts'
import { createApp } from './app.ts'
import { countRepairs } from './parts/repaired-lines.ts'

const library = await libraryOf(demoGazettePath)
const app = createApp(library)

async function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  return app.request(path, { headers, method })
}

describe('answers', () => {
  it.each([
    '/nowhere',
    '/notices/qingyuan/none',
    '/notices/nowhere/%E6%B8%85',
    '/units/qingyuan/none',
    '/issues/none/lines/1',
    '/issues/none/download/none.json',
    '/assets/../app.ts',
    '/assets/%2e%2e/app.ts',
  ])('%s with 404 and a page in Chinese', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('没有这一页')
  })

  it.each([
    '/search?page=0',
    '/search?page=x',
    '/findings?severity=fatal',
    '/deadlines?year=20',
    `/search?q=${'a'.repeat(201)}`,
  ])('%s with 400 and a page in Chinese', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('地址有误')
  })

  it('a mistake of ours with 500, without telling more', async () => {
    const spy = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const broken = createApp({
      ...library,
      get issues(): never {
        throw new Error('secret')
      },
    })
    const answer = await broken.request('/')
    spy.mockRestore()
    expect(answer.status).toBe(500)
    const text = await answer.text()
    expect(text).toContain('出错了')
    expect(text).not.toContain('secret')
  })

  it('HEAD like GET, without a body', async () => {
    const answer = await get('/', {}, 'HEAD')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('')
  })

  it('304 where nothing changed, and compresses', async () => {
    const answer = await get('/', { 'accept-encoding': 'gzip' })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    const etag = answer.headers.get('etag') ?? ''
    expect((await get('/', { 'if-none-match': etag, 'accept-encoding': 'gzip' })).status).toBe(304)
    expect((await get('/', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('with a policy that lets nothing run', async () => {
    const policy = (await get('/')).headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect((await get('/')).headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('all pages of a list, and the last one beyond its end', async () => {
    const unit = library.units[0]
    const page = await get(`/units/qingyuan/${encodeURIComponent(unit?.name ?? '')}?page=999`)
    expect(page.status).toBe(200)
  })
})

describe('downloads', () => {
  const [issue] = library.issues
  if (issue === undefined) throw new Error('the library is empty')

  it('give an issue as JSON', async () => {
    const answer = await get(downloadAddress(issue, 'json'))
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''/)
    expect(((await answer.json()) as ReadResult).issues).toEqual([issue.issue])
  })

  it.each([
    ['markdown', 'text/markdown; charset=utf-8', '# 清源县人民政府公报'],
    ['akn', 'application/akn+xml; charset=utf-8', '<officialGazette'],
  ] as const)('give an issue as %s', async (format, type, text) => {
    const answer = await get(downloadAddress(issue, format))
    expect(answer.headers.get('content-type')).toBe(type)
    expect(await answer.text()).toContain(text)
  })
})

describe('many issues', () => {
  const many = {
    ...library,
    issues: Array.from(
      { length: 45 },
      (_, index) => ({ ...library.issues[0], key: `i${index}` }) as LibraryIssue,
    ),
  }

  it('stand on several pages, each issue once', async () => {
    const shown: string[] = []
    for (const page of [1, 2, 3]) {
      const text = await (await createApp(many).request(`/?page=${page}`)).text()
      shown.push(...[...text.matchAll(/<h2 id="issue-(i\d+)"/g)].map((match) => match[1] ?? ''))
    }
    expect(shown).toEqual(many.issues.map(({ key }) => key))
  })

  it('have pages of their own, with all notices', async () => {
    const [issue] = library.issues
    const text = await (await get(`/issues/${encodeURIComponent(issue?.key ?? '')}`)).text()
    for (const notice of library.notices) expect(text).toContain(`href="${noticeAddress(notice)}"`)
    expect((await get('/issues/none')).status).toBe(404)
  })
})

describe("a notice's page", () => {
  it('says how often reading changed something and leads to the first line of each kind', async () => {
    const changed = library.notices.find(
      ({ from, instrument }) => countRepairs(from.issue.repairs, instrument.lines).length > 1,
    )
    if (changed === undefined) throw new Error('the demo gazette needs no repair')
    const text = await (await get(noticeAddress(changed))).text()
    expect(text).toContain('href="#repairs"')
    for (const { count, line } of countRepairs(changed.from.issue.repairs, changed.instrument.lines)) {
      expect(text).toContain(
        `${count} 处</td><td><a class="lines" href="${lineAddress(changed.from, line)}">`,
      )
    }
  })
})

describe('deadlines without a day', () => {
  it('stand on pages of their own, with what they mean', async () => {
    const { recurring, counted } = library.deadlines
    const often = await (await get('/deadlines?form=recurring')).text()
    expect(often.match(/<td class="rule"/g)).toHaveLength(recurring.length)
    expect(often).toMatch(/<h2>每(日|周|月|季度|半年|年) /)
    const after = await (await get('/deadlines?form=counted')).text()
    expect(after.match(/<td class="rule"/g)).toHaveLength(counted.length)
    expect((await get('/deadlines?form=never')).status).toBe(400)
  })
})

describe('units', () => {
  it('are found by a part of their names', async () => {
    const text = await (await get(`/units?name=${encodeURIComponent('水利')}`)).text()
    expect(text).toContain('>县水利局</a>')
    expect(text).not.toContain('>县财政局</a>')
    expect(await (await get(`/units?name=${encodeURIComponent('无此单位')}`)).text()).toContain(
      '没有这样的单位',
    )
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
    expect(await (await get('/units')).text()).toContain('href="/units/duties.xlsx"')
    expect(await (await get('/deadlines')).text()).toContain('href="/deadlines.xlsx"')
    expect(await (await get('/findings?severity=error')).text()).toContain(
      'href="/findings.xlsx?severity=error"',
    )
  })
})

describe('the source view', () => {
  it('shows each line once over its pages', async () => {
    const [issue] = library.issues
    const shown: string[] = []
    for (let first = 1; first <= (issue?.lines.length ?? 0); first += linesPerPage) {
      const text = await (
        await get(`/issues/${encodeURIComponent(issue?.key ?? '')}/lines/${first + 3}`)
      ).text()
      shown.push(...[...text.matchAll(/id="L(\d+)"/g)].map((match) => match[1] ?? ''))
    }
    expect(shown).toEqual(Array.from({ length: issue?.lines.length ?? 0 }, (_, index) => String(index + 1)))
  })
})

describe('a number that two notices bear', () => {
  it('leads to a choice of both', async () => {
    const loose = temporaryFile('loose.txt', noticeText.replace('90号', '8号'))
    const both = await libraryOf(demoGazettePath, loose)
    const answer = await createApp(both).request(
      `/notices/qingyuan/${encodeURIComponent('清政办发〔2026〕8号')}`,
    )
    expect(answer.status).toBe(200)
    const text = await answer.text()
    for (const notice of both.noticesByNumber('qingyuan', '清政办发〔2026〕8号')) {
      expect(text).toContain(`href="${noticeAddress(notice)}"`)
    }
  })
})

describe('a citation', () => {
  it('leads to the notice that it names, where that is here', async () => {
    const text = noticeText.replace('现就', '按照《春灌方案》（清政办发〔2026〕8号），现就')
    const both = await libraryOf(demoGazettePath, temporaryFile('citing.txt', text))
    const citing = both.findNotice('qingyuan', '清政办发〔2026〕90号')
    const cited = both.findNotice('qingyuan', '清政办发〔2026〕8号')
    if (citing === undefined || cited === undefined) throw new Error('a notice is missing')
    const page = await (await createApp(both).request(noticeAddress(citing))).text()
    expect(page).toContain(`<a href="${noticeAddress(cited)}">春灌方案</a>`)
  })
})

describe('no gazette at all', () => {
  it.each(['/', '/units', '/findings', '/deadlines', '/search?q=a'])(
    'shows what belongs on %s',
    async (path) => {
      const answer = await createApp(await libraryOf()).request(path)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain('class="empty"')
    },
  )
})
