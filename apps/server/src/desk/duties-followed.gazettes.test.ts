import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unitsNamed } from '@luoshi/kernel'
import { requireRealGazettes } from '@luoshi/testing'
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { importFile } from '../gazettes/import-files.ts'
import { readCounty } from '../surroundings/read-county.ts'
import { makeOfficer, PASSWORD } from '../test-support/api.ts'
import { startSiteOf } from '../test-support/desk-site.ts'
import { temporaryFolder } from '../test-support/temporary-folder.ts'
import { DeskBrowsers, type WatchedDesk } from './desk.test-support.ts'

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 })

const TODAY = '2023-10-09'

let desks: DeskBrowsers

beforeAll(async () => {
  desks = await DeskBrowsers.start(
    startSiteOf('followed', ['wutai', 'wuzhai'], `${TODAY}T09:00:00.000+08:00`, 0, async (services) => {
      for (const { path } of requireRealGazettes()) {
        await importFile(services.db, path, { by: '测试', at: services.clock() })
      }
      for (const county of ['wutai', 'wuzhai']) {
        const { units } = await readCounty(services.db, county, services.programmes)
        const idOf = (name: string) => unitsNamed(units, name, TODAY)[0]?.id ?? ''
        const office = idOf('县人民政府办公室') || idOf('县政府办')
        await makeOfficer(services, county, 'duban', [['supervision/supervision-clerk', office]])
        await makeOfficer(services, county, 'zhuren', [['supervision/supervision-chief', office]])
        await makeOfficer(services, county, 'caizheng', [['supervision/handler', idOf('县财政局')]])
      }
    }),
  )
})

afterAll(() => desks?.stop())

async function signIn(context: BrowserContext, county: string, username: string): Promise<void> {
  const data = { county, username, password: PASSWORD }
  const answer = await context.request.post(`${desks.site.address}/api/v1/session`, { data })
  expect(answer.status(), await answer.text()).toBeLessThan(300)
}

async function deskOf(county: string, username: string): Promise<WatchedDesk> {
  const context = await desks.stranger({ width: 1440, height: 900 })
  await signIn(context, county, username)
  return desks.openDesk(context)
}

interface Order {
  readonly document: string
  readonly ordered: number
  readonly confirmed: number
  readonly nobody: number
}

async function ordersOf(desk: WatchedDesk, county: string): Promise<readonly Order[]> {
  const address = `${desks.site.address}/api/v1/${county}/supervision/orders`
  return (await (await desk.page.request.get(address)).json()) as Order[]
}

const orderScreen = (document: string) =>
  `/programmes/supervision/views/orders?document=${encodeURIComponent(document)}`

it('confirms what the five gazettes order, one by one and in bulk, on screen', async () => {
  let confirmed = 0
  for (const county of ['wutai', 'wuzhai']) {
    const clerk = await deskOf(county, 'duban')
    const orders = await ordersOf(clerk, county)
    for (const { document, nobody } of orders) {
      if (nobody === 0) continue
      await clerk.open(orderScreen(document))
      const single = clerk.page.getByRole('button', { name: /^确认(?!为任务)/ })
      await single.first().click()
      await clerk.page.getByText('确认 1 项，可以交办。').waitFor()
      confirmed++
      if (nobody === 1) continue
      await clerk.settle()
      await clerk.button('全部选择').click()
      await clerk.button(`确认为任务 ${nobody - 1} 项`).click()
      await clerk.page.getByText(`确认 ${nobody - 1} 项，可以交办。`).waitFor()
      confirmed += nobody - 1
    }
    const after = await ordersOf(clerk, county)
    expect(after.filter(({ nobody }) => nobody > 0)).toEqual([])
  }
  expect(confirmed).toBeGreaterThan(400)
})

it('follows one to its strike-off by three accounts, and tells of one that is late in a circular', async () => {
  const county = 'wutai'
  const [clerk, handler, chief] = [
    await deskOf(county, 'duban'),
    await deskOf(county, 'caizheng'),
    await deskOf(county, 'zhuren'),
  ]
  const given: string[] = []
  for (const place of [0, 1]) {
    await clerk.open('/programmes/supervision/duty?state=confirmed')
    await clerk.page.locator('table.cases tbody a').nth(place).click()
    await clerk.act('交办', '待反馈', {
      牵头机构: '县财政局',
      事项类型: '一般事项',
      理由: '按公报条款交办',
    })
    given.push(`/programmes/supervision/duty/cases/${new URL(clerk.page.url()).searchParams.get('case')}`)
  }
  const [done = '', late = ''] = given
  await handler.open(done)
  await handler.act('反馈办理方案', '办理中', { 办理方案: '分三步办理。' })
  await handler.act('办结', '待核查', { 办理结果: '已办成。', 佐证材料说明: '照片3张' })
  await clerk.open(done)
  await clerk.act('核查属实', '待销号', { 核查情况: '现场看过。' })
  await chief.open(done)
  await chief.act('同意销号', '已销号')
  await handler.open(late)
  await handler.act('反馈办理方案', '办理中', { 办理方案: '抓紧办理。' })

  desks.site.moveTo('2023-10-31T09:00:00.000+08:00')
  await signIn(clerk.page.context(), county, 'duban')
  await signIn(chief.page.context(), county, 'zhuren')
  await clerk.open('/programmes/supervision/views/board')
  const finance = clerk.page.getByRole('table', { name: '各机构任务' }).locator('tr', { hasText: '县财政局' })
  await expect.poll(async () => Number(await finance.locator('td').first().textContent())).toBe(1)

  await clerk.open('/programmes/supervision/views/circular')
  await clerk.page.getByLabel('通报编号').fill('2023-10')
  await clerk.page.getByLabel('通报事项').fill('2023年10月重点任务')
  await clerk.page.getByLabel('起', { exact: true }).fill('2023-10-01')
  await clerk.page.getByLabel('止', { exact: true }).fill('2023-10-31')
  await clerk.page.getByText('应办结2项，按期办结1项，超期1项').waitFor()
  await clerk.button('起草通报').click()
  await clerk.page.locator('.state-mark', { hasText: '起草中' }).waitFor()
  await clerk.act('修改', '起草中', { 下一步要求: '超期任务于11月10日前办结。' })
  await clerk.act('送审', '待签发')
  await chief.open(new URL(clerk.page.url()).pathname.replace('/desk', ''))
  await chief.act('签发', '已印发')
  const href = (await chief.page.locator('.papers a').first().getAttribute('href')) ?? ''
  const paper = await chief.page.request.get(`${desks.site.address}${href}`)
  expect(paper.status()).toBe(200)
  const folder = process.env['LUOSHI_SCREENSHOTS'] ?? temporaryFolder()
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'circular.docx'), await paper.body())
  if (isOfficeHere()) {
    execFileSync('soffice', [
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, 'circular.docx'),
    ])
    expect(readdirSync(folder)).toContain('circular.pdf')
  }
})

function isOfficeHere(): boolean {
  try {
    execFileSync('soffice', ['--version'])
    return true
  } catch {
    return false
  }
}
