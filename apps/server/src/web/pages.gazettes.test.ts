import { findNotice, latestNotices, noticesByNumbers, unitTotals } from '@luoshi/store'
import { requireRealGazettes } from '@luoshi/testing'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { launchBrowser } from '../test-support/browser.ts'
import { portalOver, startTestServer, type TestPortal, type TestServer } from '../test-support/serve.ts'
import { noticeAddress, unitAddress } from './addresses.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let browser: Browser
let server: TestServer
let real: TestPortal
let address: string
let stop: () => Promise<void>

beforeAll(async () => {
  browser = await launchBrowser()
  server = await startTestServer()
  real = await portalOver(server, ...requireRealGazettes().map(({ path }) => path))
  const listening = await real.listen()
  address = listening.address
  stop = listening.stop
})

afterAll(async () => {
  await browser.close()
  await stop()
  await real.stop()
  await server.stop()
})

const all = () => latestNotices(real.db, { limit: 100 })

describe('the site over the five gazettes', () => {
  it('has a page of its own for each of the sixty notices', async () => {
    const addresses = (await all()).map(noticeAddress)
    expect(addresses).toHaveLength(60)
    expect(new Set(addresses).size).toBe(60)
  })

  it('tells the two counties apart that write the same number', async () => {
    expect((await findNotice(real.db, 'wutai', '五政办发〔2022〕52号'))?.head.county).toBe('wutai')
    expect((await findNotice(real.db, 'wuzhai', '五政办发〔2022〕29号'))?.head.county).toBe('wuzhai')
    expect(await noticesByNumbers(real.db, 'wuzhai', ['五政办发〔2022〕52号'])).toEqual([])
  })

  it('fits a phone on every page', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    const paths = [
      '/',
      '/issues',
      '/units',
      '/findings',
      '/deadlines',
      '/search?q=%E6%8A%A5%E9%80%81',
      '/catalogue',
    ]
    for (const path of [...paths, ...(await all()).map(noticeAddress)]) {
      await page.goto(address + path)
      const scrolled = await page.evaluate<number>('document.documentElement.scrollWidth')
      expect(scrolled, decodeURI(path)).toBeLessThanOrEqual(390)
    }
    await page.close()
  })

  it('sends no page of more than 60 KiB', async () => {
    for (const path of [
      '/',
      '/issues',
      '/units',
      '/findings',
      '/deadlines',
      ...(await all()).map(noticeAddress),
    ]) {
      const answer = await real.request(path, { headers: { 'accept-encoding': 'gzip' } })
      expect(answer.headers.get('content-encoding'), decodeURI(path)).toBe('gzip')
      expect((await answer.arrayBuffer()).byteLength, decodeURI(path)).toBeLessThanOrEqual(60 * 1024)
    }
  })

  it('shows all duties of a unit, over all its gazettes', async () => {
    const { total, notices } = await unitTotals(real.db, 'wutai', '县财政局')
    expect(notices).toBeGreaterThan(2)
    const answer = await real.request(unitAddress({ county: 'wutai', name: '县财政局' }))
    expect(await answer.text()).toContain(`${total} 项任务`)
  })
})
