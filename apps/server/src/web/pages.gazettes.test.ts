import { requireRealGazettes } from '@luoshi/testing'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Library } from '../library.ts'
import { launchBrowser } from '../test-support/browser.ts'
import { libraryOf, serveLibrary } from '../test-support/serve.ts'
import { noticeAddress, unitAddress } from './addresses.ts'
import { createApp } from './app.ts'

vi.setConfig({ testTimeout: 120_000 })

let browser: Browser
let library: Library
let server: Awaited<ReturnType<typeof serveLibrary>>

beforeAll(async () => {
  browser = await launchBrowser()
  library = await libraryOf(...requireRealGazettes().map(({ path }) => path))
  server = await serveLibrary(library)
})

afterAll(async () => {
  await browser.close()
  await server.stop()
})

describe('the site over the five gazettes', () => {
  it('has a page of its own for each of the sixty notices', () => {
    const addresses = library.notices.map(noticeAddress)
    expect(addresses).toHaveLength(60)
    expect(new Set(addresses).size).toBe(60)
  })

  it('tells the two counties apart that write the same number', () => {
    expect(library.findNotice('wutai', '五政办发〔2022〕52号')?.from.countyName).toBe('五台县')
    expect(library.findNotice('wuzhai', '五政办发〔2022〕29号')?.from.countyName).toBe('五寨县')
    expect(library.findNotice('wuzhai', '五政办发〔2022〕52号')).toBeUndefined()
  })

  it('fits a phone on every page', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    const paths = ['/', '/units', '/findings', '/deadlines', '/search?q=%E6%8A%A5%E9%80%81']
    for (const path of [...paths, ...library.notices.map(noticeAddress)]) {
      await page.goto(server.address + path)
      const scrolled = await page.evaluate<number>('document.documentElement.scrollWidth')
      expect(scrolled, decodeURI(path)).toBeLessThanOrEqual(390)
    }
    await page.close()
  })

  it('shows all duties of a unit, over all its gazettes', async () => {
    const unit = library.findUnit('wutai', '县财政局')
    expect(new Set(unit?.duties.map(({ notice }) => notice.from.key)).size).toBeGreaterThan(2)
    const answer = await createApp(library).request(unitAddress({ county: 'wutai', name: '县财政局' }))
    expect(await answer.text()).toContain(`${unit?.duties.length} 项任务`)
  })
})
