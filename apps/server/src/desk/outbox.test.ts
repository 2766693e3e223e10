import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { startWeakNetwork, type WeakNetwork } from '../test-support/weak-network.ts'
import { DeskBrowsers, type WatchedDesk, type WindowOptions } from './desk.test-support.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })

let desks: DeskBrowsers

beforeAll(async () => {
  desks = await DeskBrowsers.start()
})

afterAll(() => desks?.stop())

const PLOTS = '/programmes/deep-tillage/plots'
const CLAIMS = '/programmes/deep-tillage/claim'

/** A desk on a telephone, on a network that may go. */
async function weakDesk(username: string, options: WindowOptions = {}) {
  const network = await startWeakNetwork(desks.site.address)
  onTestFinished(() => network.stop())
  const desk = await desks.deskOf(username, { width: 390, height: 844, ...options }, network.address)
  return { desk, network }
}

/** A desk in the field, opened once while there was a network. */
async function fieldDesk(username: string, path: string) {
  const { desk, network } = await weakDesk(username)
  await desk.open('/')
  await desk.page.evaluate(() => navigator.serviceWorker.ready)
  await desk.open(path)
  return { desk, network }
}

async function fillPlot(desk: WatchedDesk, number: string): Promise<void> {
  await desk.page.getByLabel('地块编号').fill(number)
  await desk.page.getByLabel(/^农户姓名/).fill('沈望川')
  await desk.page.getByLabel('乡（镇）').fill('龙泉镇')
  await desk.page.getByLabel('村', { exact: true }).fill('上河村')
  await desk.page.getByLabel('地块面积').fill('12.5')
  await desk.button('登记').click()
}

async function isKept(desk: WatchedDesk): Promise<void> {
  await desk.page.getByRole('heading', { level: 1, name: '待上传' }).waitFor()
  await desk.page.getByText('已存本机，待上传 1 件').waitFor()
}

async function arrives(desk: WatchedDesk, network: WeakNetwork): Promise<void> {
  network.become('up')
  await desk.page.getByText('已上传：').waitFor({ timeout: 40_000 })
  await desk.page.getByText('这台设备上没有待上传的内容').waitFor()
}

/** How often a plot was entered. */
async function timesEntered(desk: WatchedDesk, number: string): Promise<number> {
  await desk.open(`${PLOTS}?q=${encodeURIComponent(number)}`)
  return desk.page.locator('table.cases tbody tr').count()
}

describe('the outbox', () => {
  it('keeps what is filled in without a network through a reload, and it arrives once', async () => {
    const { desk, network } = await fieldDesk('township', `${PLOTS}/new`)
    network.become('down')
    await fillPlot(desk, '龙泉-701')
    await isKept(desk)
    await desk.page.reload()
    await isKept(desk)
    expect(await desk.accessibilityViolations()).toEqual([])
    expect(await desk.overflows()).toEqual([])
    await arrives(desk, network)
    expect(await timesEntered(desk, '龙泉-701')).toBe(1)
  })

  it('keeps what is filled in where the network goes before a service worker stands, and a screen that is not on the device says so', async () => {
    const { desk, network } = await weakDesk('township', { isWithoutWorker: true })
    await desk.open(`${PLOTS}/new`)
    await desk.page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/assets/outbox-')),
    )
    await desk.settle()
    network.become('down')
    await fillPlot(desk, '龙泉-703')
    await isKept(desk)
    await desk.button('栏目').click()
    await desk.link('报送').click()
    const said = desk.page.getByRole('alert')
    await said.getByText('没有网络，这里的内容还没有存到本机。').waitFor()
    await said.getByText('填写的和待上传的都存在这台设备上，没有丢。').waitFor()
    expect(await desk.accessibilityViolations()).toEqual([])
    network.become('up')
    await desk.button('再试一次').click()
    await desk.page.getByRole('heading', { level: 1, name: '报送' }).waitFor()
    await desk.page.getByText('已上传：').waitFor()
    expect(await timesEntered(desk, '龙泉-703')).toBe(1)
  })

  it('does once what arrived while its answer was lost', async () => {
    const { desk, network } = await fieldDesk('township', `${PLOTS}/new`)
    network.become('deaf')
    await fillPlot(desk, '龙泉-702')
    await isKept(desk)
    expect(await timesEntered(await desks.deskOf('township'), '龙泉-702')).toBe(1)
    await arrives(desk, network)
    expect(await timesEntered(desk, '龙泉-702')).toBe(1)
  })

  it('shows what another changed meanwhile, and goes on with what was filled in', async () => {
    const { desk, network } = await fieldDesk('department', `${CLAIMS}?state=recorded&sort=-latest`)
    const link = desk.page.locator('table.cases tbody th a').last()
    const name = (await link.textContent()) ?? ''
    await link.click()
    await desk.button('不予补助').click()
    await desk.page.getByLabel('理由').fill('重复申领')
    network.become('down')
    await desk.page.locator('.act').getByRole('button', { name: '不予补助' }).click()
    await desk.page.getByText(`${name}：不予补助，已存本机，待上传。`).waitFor()

    const other = await desks.deskOf('department')
    await other.open(`${CLAIMS}?state=recorded&sort=-latest`)
    await other.link(name).click()
    await other.button('更正').click()
    await other.page.locator('.act').getByLabel('作业地点').fill('西梁')
    await other.page.getByLabel('更正理由').fill('登记时写错')
    await other.page.getByRole('button', { name: /^更正 1 项/ }).click()
    await other.page.locator('.data dd', { hasText: '西梁' }).waitFor()

    network.become('up')
    await desk.link('看原因，接着办').click({ timeout: 40_000 })
    const card = desk.page.locator('.letters .problem')
    await card.locator('li').first().waitFor()
    await expect.poll(() => card.textContent()).toMatch(/更正，理由：登记时写错[\s\S]*作业地点[\s\S]*→ 西梁/)
    await desk.button('看现在的情况，保留我填的').click()
    await desk.page.locator('.data dd', { hasText: '西梁' }).waitFor()
    await desk.button('不予补助').click()
    await expect.poll(() => desk.page.getByLabel('理由').inputValue()).toBe('重复申领')
    await desk.page.locator('.act').getByRole('button', { name: '不予补助' }).click()
    await desk.page.locator('.state-mark', { hasText: '不予补助' }).waitFor()
  })
})
