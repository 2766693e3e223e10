import { demoGazettePath } from '@luoshi/counties'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { launchBrowser } from '../test-support/browser.ts'
import { portalOver, startTestServer, type TestPortal, type TestServer } from '../test-support/serve.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let browser: Browser
let server: TestServer
let demo: TestPortal

beforeAll(async () => {
  browser = await launchBrowser()
  server = await startTestServer()
  demo = await portalOver(server, demoGazettePath)
})

afterAll(async () => {
  await browser.close()
  await demo.stop()
  await server.stop()
})

it('reads an issue that was opened, its notices too, with the server stopped', async () => {
  const { address, stop } = await demo.listen()
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${address}/qingyuan/issues/${encodeURIComponent('2026-2-上')}`)
  const links = await page.evaluate<string[]>(
    "[...document.querySelectorAll('.notices th a')].map((link) => link.href)",
  )
  expect(links).toHaveLength(14)
  const isKept = `caches.open('luoshi-opened').then((cache) => cache.keys()).then((keys) => keys.length)`
  await expect
    .poll(() => page.evaluate<number>(isKept), { timeout: 60_000 })
    .toBeGreaterThanOrEqual(links.length + 2)
  await stop()
  await expect(fetch(address)).rejects.toThrow()
  await page.reload()
  await expect.poll(() => page.locator('.notices th a').count()).toBe(14)
  await page.getByRole('link', { name: '2026年春灌节水实施方案的通知' }).click()
  await expect.poll(() => page.locator('.clause').count()).toBeGreaterThan(20)
  const ground = await page.evaluate<string>(
    "getComputedStyle(document.querySelector('.site')).borderTopStyle",
  )
  expect(ground).toBe('solid')
  await context.close()
})

it('walks without JavaScript from the front page to a table that is taken along', async () => {
  const { address, stop } = await demo.listen()
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(address)
  await page.getByLabel('词语、文号或单位').fill('QY-019')
  await page.getByRole('button', { name: '查', exact: true }).click()
  await page.locator('.results h2 a').first().click()
  await page.getByRole('link', { name: '排序、下载' }).first().click()
  await page.getByRole('link', { name: /升序/ }).first().click()
  expect(new URL(page.url()).searchParams.get('sort')).toBe('1')
  const started = page.waitForEvent('download')
  await page.getByRole('link', { name: 'CSV' }).click()
  const download = await started
  expect(download.suggestedFilename()).toMatch(/\.csv$/)
  await context.close()
  await stop()
})
