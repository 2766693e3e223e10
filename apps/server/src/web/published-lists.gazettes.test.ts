import { AxeBuilder } from '@axe-core/playwright'
import { requireRealGazettes } from '@luoshi/testing'
import type { Browser } from 'playwright-core'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { launchBrowser } from '../test-support/browser.ts'
import { portalOver, startTestServer, type TestPortal, type TestServer } from '../test-support/serve.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let browser: Browser
let server: TestServer
let real: TestPortal
let listening: Awaited<ReturnType<TestPortal['listen']>>

beforeAll(async () => {
  browser = await launchBrowser()
  server = await startTestServer()
  real = await portalOver(server, ...requireRealGazettes().map(({ path }) => path))
  listening = await real.listen()
})

afterAll(async () => {
  await browser?.close()
  await listening?.stop()
  await real?.stop()
  await server?.stop()
})

async function textOf(path: string): Promise<string> {
  const answer = await real.request(path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}

const query = (values: Record<string, string>) => `?${new URLSearchParams(values)}`

describe('the published lists', () => {
  it('are there with their counts, read from the gazettes', async () => {
    const text = await textOf('/lists')
    for (const count of ['247', '152', '55', '66', '9', '29']) {
      expect(text).toContain(`data-label="事项">${count}</td>`)
    }
    expect(text).toContain('五台县')
    expect(await textOf('/lists/wutai-licences/licences')).toContain('登载这份清单的公报还没有公开')
  })

  it('are narrowed by department and by word, with the count that was chosen', async () => {
    const police = await textOf(`/lists/wuzhai-licences/licences${query({ holders: '县公安局' })}`)
    expect(police).toContain('共 247 项，选出 33 项')
    const burning = await textOf(`/lists/township-powers/powers${query({ q: '露天焚烧' })}`)
    expect(burning).toContain('共 152 项，选出 2 项')
    const penalties = await textOf(`/lists/delegated-penalties/penalties${query({ q: '采砂' })}`)
    expect(penalties).toContain('《中华人民共和国河道管理条例》')
    expect(penalties).toContain('县水利局')
  })

  it('[wuzhai-2022-zbf39.12] are one version in page, workbook, CSV and JSON', async () => {
    const page = await textOf('/lists/wuzhai-licences/licences')
    expect(page).toContain('共 247 项')
    const json = JSON.parse(await textOf('/lists/wuzhai-licences/licences.json'))
    expect(json.entries).toHaveLength(247)
    expect(page).toContain('2022年版')
    expect(json).toMatchObject({ version: '2022年版', from: '2022-11-08' })
    const csv = await textOf('/lists/wuzhai-licences/licences.csv')
    expect(csv.trim().split('\r\n')).toHaveLength(248)
    const sheet = await real.request('/lists/wuzhai-licences/licences.xlsx')
    const [first] = await readExcelFile(Buffer.from(await sheet.arrayBuffer()))
    expect(first?.data).toHaveLength(248)
    for (const { name } of json.entries) {
      expect(page).toContain(name.replaceAll('&', '&amp;'))
      expect(csv).toContain(name)
    }
  })

  it('the township powers go out as CSV with their four columns', async () => {
    const [head, first] = (await textOf('/lists/township-powers/powers.csv')).split('\r\n')
    expect(head).toBe('序号,职权类型,职权名称,职权依据')
    expect(first).toMatch(/^1,行政许可,/)
  })

  it('[wutai-2023-zbf23.8] the bodies that may make rules are a page and an export', async () => {
    const page = await textOf('/lists/rule-making-bodies/bodies')
    expect(page).toContain('共 66 项')
    const json = JSON.parse(await textOf('/lists/rule-making-bodies/bodies.json'))
    expect(json.entries.map(({ name }: { name: string }) => name)).toContain('县地方煤矿安全监督管理局')
  })

  it('tell what wants checking, with the lines', async () => {
    const text = await textOf('/lists/wuzhai-licences/licences')
    expect(text).toContain('第233项的设定依据与第229项逐字相同')
  })
})

describe('the index of laws', () => {
  it('tells which items rest on a law, over all lists and both counties', async () => {
    const water = await textOf('/laws/水法')
    expect(water).toContain('各份清单中 5 项以它为依据')
    const fire = await textOf('/laws/消防法')
    expect(fire).toContain('五台县')
    expect(fire).toContain('五寨县')
    const article = await textOf(`/laws/土地管理法${query({ article: '第七十五条' })}`)
    expect(article).toContain('其中引用第七十五条的')
  })

  it('shows laws cited under several versions', async () => {
    expect(await textOf(`/laws${query({ q: '防汛条例' })}`)).toContain('版本不一')
  })

  it('has no page for a law that no list cites', async () => {
    expect((await real.request('/laws/没有这部法')).status).toBe(404)
  })
})

it('every page of lists and laws fits a phone and has no barrier', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  for (const path of ['/lists', '/lists/rule-making-bodies/bodies', '/laws?q=消防', '/laws/水法']) {
    await page.goto(listening.address + path)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow, path).toBeLessThanOrEqual(0)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(
      violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
      path,
    ).toEqual([])
  }
  await context.close()
})
