import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { DeskBrowsers } from './desk.test-support.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 180_000 })

let desks: DeskBrowsers

beforeAll(async () => {
  desks = await DeskBrowsers.start()
})

afterAll(() => desks?.stop())

const ORDERS = `/programmes/supervision/views/orders?document=${encodeURIComponent('清政办发〔2026〕13号')}`

it('follows an order from the gazette to its strike-off by three officers, and turns red when it is late', async () => {
  const clerk = await desks.deskOf('clerk')
  await clerk.open(ORDERS)
  await clerk.page.locator('.proposals input[type=checkbox]').first().check()
  const title = await clerk.page.locator('.proposals li:has(:checked) strong').textContent()
  await clerk.button('只列入，待确认 1 项').click()
  await clerk.page.getByText('列入 1 项，待确认。').waitFor()

  await clerk.open('/programmes/supervision/duty?state=proposed')
  await clerk
    .link(title ?? '')
    .first()
    .click()
  await clerk.act('确认', '待交办')
  await clerk.act('交办', '待反馈', {
    牵头机构: '县农业机械发展中心',
    事项类型: '一般事项',
    理由: '按公报条款交办',
  })
  const address = new URL(clerk.page.url()).searchParams.get('case') ?? ''
  const page = `/programmes/supervision/duty/cases/${address}`

  const handler = await desks.deskOf('department')
  await handler.open(page)
  await handler.act('反馈办理方案', '办理中', { 办理方案: '分三步办理。' })

  desks.site.moveTo('2026-12-08T09:00:00.000+08:00')
  // Nobody stays signed in for eleven days.
  await desks.site.signIn(clerk.page.context(), 'clerk')
  await desks.site.signIn(handler.page.context(), 'department')
  await clerk.open('/programmes/supervision/views/board')
  const row = clerk.page.locator('.duty-table tr', { hasText: title ?? '' })
  await expect.poll(() => row.textContent()).toContain('超期')

  await handler.open(page)
  await expect.poll(() => handler.page.locator('.case-head .standing').textContent()).toContain('已超期')
  await handler.act('办结', '待核查', { 办理结果: '已办成。', 佐证材料说明: '照片3张' })
  await clerk.open(page)
  await clerk.act('核查属实', '待销号', { 核查情况: '现场看过。' })
  const chief = await desks.deskOf('leader')
  await chief.open(page)
  await chief.act('同意销号', '已销号')
  await expect
    .poll(() => chief.history())
    .toEqual(['同意销号', '核查属实', '办结', '反馈办理方案', '交办', '确认', '提出任务'])
})

it('drafts a circular from the data, which the clerk edits and another issues as an official paper', async () => {
  const clerk = await desks.deskOf('clerk')
  await clerk.open('/programmes/supervision/views/circular')
  await clerk.page.getByLabel('通报编号').fill('2026-11')
  await clerk.page.getByLabel('通报事项').fill('2026年11月重点任务')
  await clerk.page.getByLabel('起', { exact: true }).fill('2026-11-01')
  await clerk.page.getByLabel('止', { exact: true }).fill('2026-11-30')
  await clerk.button('起草通报').click()
  await clerk.page.locator('.state-mark', { hasText: '起草中' }).waitFor()
  const overview = clerk.page.locator('.data > div', { hasText: '总体情况' }).locator('dd')
  await expect
    .poll(() => overview.textContent())
    .toMatch(/^应办结\d+项，按期办结\d+项，超期\d+项，按期办结率[\d.]+%。$/)
  await clerk.act('修改', '起草中', { 下一步要求: '超期任务于12月15日前办结。' })
  await clerk.act('送审', '待签发')
  // At the same browser: nothing that the clerk was told may be shown to who signs in next.
  await desks.site.signIn(clerk.page.context(), 'leader')
  const chief = clerk
  await chief.open(new URL(clerk.page.url()).pathname.replace('/desk', ''))
  await chief.act('签发', '已印发')
  const href = await chief.page.locator('.papers a').first().getAttribute('href')
  const paper = await chief.page.request.get(`${desks.site.address}${href}`)
  expect(paper.status()).toBe(200)
  expect((await paper.body()).subarray(0, 2).toString()).toBe('PK')
})

it('gives what is due as a calendar to whoever holds the link, and to nobody else', async () => {
  const desk = await desks.deskOf('department')
  await desk.open('/programmes/supervision/views/unit')
  await desk.button('订阅到期日历').click()
  const address = (await desk.page.locator('code.token').first().textContent()) ?? ''
  const stranger = await desks.stranger()
  const calendar = await (await stranger.request.get(address)).text()
  expect(calendar).toMatch(/^BEGIN:VCALENDAR/)
  expect(calendar).toContain('DTSTART;VALUE=DATE:2026')
  await desk.button('订阅我的到期日历').click()
  await expect.poll(() => desk.page.locator('code.token').count()).toBe(2)
  const own = (await desk.page.locator('code.token').nth(1).textContent()) ?? ''
  expect(own).toContain('whose=own')
  expect(await (await stranger.request.get(own)).text()).toContain('DTSTART;VALUE=DATE:2026')
  const refused = await stranger.request.get(address.replace(/token=.*/, 'token=none'))
  expect(refused.status()).toBe(401)
})
