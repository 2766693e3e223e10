import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findCase } from '@luoshi/store'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { DeskBrowsers, type WatchedDesk } from '../desk/desk.test-support.ts'
import { readInput } from '../inputs/read-input.ts'
import { barriersOf } from '../test-support/barriers.ts'
import { startSiteOf } from '../test-support/desk-site.ts'
import { temporaryFolder } from '../test-support/temporary-folder.ts'
import { citizenActor } from './citizen-desk.ts'
import { publishGuides } from './journey.test-support.ts'
import { ServiceDesk } from './service-desk.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

let desks: DeskBrowsers
beforeAll(async () => {
  desks = await DeskBrowsers.start(
    startSiteOf('guides_2022_09_26', ['qingyuan'], '2022-09-26T09:30:00.000+08:00', 0, publishGuides),
  )
})
afterAll(() => desks?.stop())

const MATERIALS = ['主要设备设施、经营布局和操作流程说明', '食品安全规章制度']
const photo = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
  'base64',
)
const jpeg = { name: '平面图.jpg', mimeType: 'image/jpeg', buffer: photo }

/** A phone without scripts: everything that citizens do works as plain pages. */
async function phone(): Promise<Page> {
  const context = await desks.stranger({ width: 390, height: 844 })
  return context.newPage()
}

async function signedIn(page: Page, number: string): Promise<void> {
  await page.getByLabel('手机号').fill(number)
  await page.getByRole('button', { name: '获取验证码' }).click()
  await page.getByLabel('6位验证码').waitFor()
  const clerk = await desks.stranger()
  await desks.site.signIn(clerk, 'window')
  const codes = await clerk.newPage()
  await codes.goto(`${desks.site.address}/counter/codes`)
  const code = (await codes.locator('.shown-code').first().textContent()) ?? ''
  await page.getByLabel('6位验证码').fill(code)
  await page.getByRole('main').getByRole('button', { name: '登录' }).click()
}

/** Does an action on an application at the desk of an officer. */
async function acts(
  desk: WatchedDesk,
  number: string,
  action: string,
  fill: (form: ReturnType<Page['locator']>) => Promise<void> = async () => undefined,
): Promise<void> {
  await desk.open(`/programmes/services/application/cases/${number}`)
  await desk.button(action).click()
  const form = desk.page.locator('.act')
  await fill(form)
  await form.getByRole('button', { name: action, exact: true }).click()
  await form.waitFor({ state: 'detached' })
}

const stateOf = async (number: string) =>
  (await findCase(desks.site.services.db, 'qingyuan', number))?.case.state

/** What the receipt tells anyone who holds it of where an application stands, and of its limits. */
async function progress(page: Page, number: string, code: string): Promise<string> {
  await page.goto(`${desks.site.address}/services/qingyuan/query`)
  await page.getByLabel('办件编号').fill(number)
  await page.getByLabel('查询码').fill(code)
  await page.getByRole('button', { name: '查询', exact: true }).click()
  await page.locator('.case-state').waitFor()
  return (await page.locator('.service').textContent()) ?? ''
}

describe('an application', () => {
  it('is made on a phone, taken in at a township, corrected once, decided by two departments, handed out and rated', async () => {
    const page = await phone()
    await page.goto(`${desks.site.address}/services`)
    await page.getByRole('link', { name: '食品经营许可（小餐饮店新办）' }).click()
    await expect
      .poll(() => page.locator('.waived').first().textContent())
      .toContain('不收营业执照，因为它有市场监督管理部门发的电子证照。')
    await page.getByRole('link', { name: '在线申请' }).click()
    await signedIn(page, '13800005678')
    await page.getByRole('button', { name: '提交申请' }).click()
    await expect.poll(() => page.locator('.error-summary li').count()).toBeGreaterThan(3)
    await page.getByLabel('申请人姓名或者单位名称').fill('田大有')
    await page.getByLabel(/^公民身份号码/).fill('11010519491231002X')
    await page.getByLabel('店铺名称').fill('望月面馆')
    await page.getByRole('button', { name: '保存，以后再填' }).click()
    await page.getByText('已经保存。').waitFor()
    await page.goto(page.url())
    await expect.poll(() => page.getByLabel('店铺名称').inputValue()).toBe('望月面馆')
    await page.getByLabel(/^经营场所地址/).fill('望月街3号')
    await page.getByLabel(/^经营面积/).fill('46.5')
    await page.getByLabel('热食类食品制售').check()
    await page.getByLabel('食品安全管理人员').fill('田大有')
    await page.getByRole('group', { name: '是否网络经营' }).getByLabel('否').check()
    await page.getByLabel(MATERIALS[0] ?? '').setInputFiles(jpeg)
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(390)
    expect(await barriersOf(page)).toEqual([])
    await page.getByRole('button', { name: '提交申请' }).click()
    const number = (await page.locator('.receipt-number').textContent()) ?? ''
    const code = (await page.locator('.receipt-code').textContent()) ?? ''
    expect(code).toMatch(/^[A-Z3-9]{8}$/)
    expect(await stateOf(number)).toBe('received')
    // Who sends the same page again has the same receipt.
    await page.reload()
    await page.locator('.receipt-number').waitFor()
    expect(await page.locator('.receipt-number').textContent()).toBe(number)
    // 27 to 30 September, 8 October: a Saturday that was worked.
    expect(await progress(page, number, code)).toContain('2022-10-08')

    const taking = await desks.deskOf('township')
    await acts(taking, number, '一次告知补正', async (form) => {
      await form.locator('.rows > button').click()
      await form
        .getByRole('textbox')
        .first()
        .fill(MATERIALS[1] ?? '')
    })
    expect(await stateOf(number)).toBe('correcting')

    await page.goto(`${desks.site.address}/services/qingyuan/cases/${number}`)
    await expect.poll(() => page.locator('.corrections').textContent()).toBe(MATERIALS[1])
    await page.getByLabel(MATERIALS[1] ?? '').setInputFiles(jpeg)
    await page.getByRole('button', { name: '提交补正' }).click()
    await expect.poll(() => page.locator('.case-state strong').textContent()).toBe('已补正，待核对')

    // Officers come back on other days: each signs in anew.
    desks.site.moveTo('2022-09-28T09:00:00.000+08:00')
    await acts(await desks.deskOf('township'), number, '受理')
    expect(await stateOf(number)).toBe('examining')
    const accepted = await progress(page, number, code)
    // Twenty working days by law, and the eight that the guide promises.
    expect(accepted).toContain('2022-10-31')
    expect(accepted).toContain('2022-10-13')

    desks.site.moveTo('2022-09-29T09:00:00.000+08:00')
    const market = await desks.deskOf('officer')
    await market.open(`/programmes/services/application/cases/${number}`)
    await market.act('第一会办部门：同意', '审查中', { 第一会办部门意见: '布局合理' })
    const approval = await desks.deskOf('approver')
    await approval.open(`/programmes/services/application/cases/${number}`)
    await approval.act('主办部门审查：同意', '待决定', { 主办部门审查意见: '符合条件' })
    await approval.act('准予', '待送达', {
      证照编号: 'JY21409990000011',
      许可内容: '热食类食品制售',
      有效期至: '2027-09-28',
    })
    // 30 September, 8 to 14, 17 and 18 October.
    expect(await progress(page, number, code)).toContain('2022-10-18')

    desks.site.moveTo('2022-10-08T09:00:00.000+08:00')
    const handing = await desks.deskOf('township')
    await handing.open(`/programmes/services/application/cases/${number}`)
    await handing.act('送达', '已办结', { 送达方式: '窗口领取', 送达日期: '2022-10-08' })

    await page.goto(`${desks.site.address}/services/qingyuan/cases/${number}`)
    await signedIn(page, '13800005678')
    const href = await page.getByRole('link', { name: '许可证件' }).getAttribute('href')
    const printed = await page.request.get(`${desks.site.address}${href}`)
    const file = join(temporaryFolder(), 'licence.pdf')
    writeFileSync(file, await printed.body())
    const read = await readInput(file)
    const text = read.isRead ? read.text.replaceAll(/\s/g, '') : ''
    for (const says of ['食品经营许可证', 'JY21409990000011', '田大有', '2022年9月29日'])
      expect(text).toContain(says)
    await page.getByLabel('满意', { exact: true }).check()
    await page.getByRole('button', { name: '提交评价' }).click()
    await page.getByText('您已经评价过这次服务，谢谢。').waitFor()
    const rating = await findCase(desks.site.services.db, 'qingyuan', `PJ-${number}`)
    expect(rating?.case.data).toMatchObject({ application: number, level: '2' })
  })

  it('is taken in at the counter for any item, also as a package with one receipt', async () => {
    const context: BrowserContext = await desks.stranger()
    await desks.site.signIn(context, 'township')
    const page = await context.newPage()
    await page.goto(`${desks.site.address}/counter`)
    await page.getByRole('link', { name: '开餐饮店“一件事”' }).click()
    await page.getByLabel('申请人姓名或者单位名称').fill('望月餐饮店')
    await page.getByLabel(/^公民身份号码/).fill('11010519491231002X')
    await page.getByLabel('联系电话').first().fill('13800005679')
    const answers: readonly (readonly [string | RegExp, string])[] = [
      ['店铺名称', '望月面馆'],
      [/^经营场所地址/, '望月街3号'],
      [/^经营面积/, '46.5'],
      ['食品安全管理人员', '田大有'],
      ['设置地点', '望月街3号门头'],
      [/^宽/, '3'],
      [/^高/, '1'],
      ['设置从何日起', '2026-12-01'],
      ['设置至何日止', '2027-12-01'],
    ]
    for (const [label, value] of answers) await page.getByLabel(label).first().fill(value)
    await page.getByLabel('热食类食品制售').check()
    await page.getByRole('group', { name: '是否网络经营' }).getByLabel('否').check()
    await page.getByRole('button', { name: '收件并出回执' }).click()
    const number = (await page.locator('.receipt-number').textContent()) ?? ''
    await expect.poll(() => page.locator('.receipt > ul').first().locator('li').count()).toBe(2)
    for (const part of ['1', '2']) {
      const found = await findCase(desks.site.services.db, 'qingyuan', `${number}-${part}`)
      expect(found?.case.data).toMatchObject({ bundle: number, channel: '1' })
    }
  })

  it('is taken in once when its sheet comes twice at the same moment', async () => {
    const desk = new ServiceDesk(desks.site)
    const wanted = await desk.wanted('qingyuan', 'XK-021-1')
    if (wanted === null) throw new Error('the guide is gone')
    const citizen = citizenActor('qingyuan', 'citizen-twice')
    const sheet = crypto.randomUUID()
    const given = {
      channel: '3' as const,
      asker: {
        kind: '1' as const,
        applicant: '田大有',
        contact: '13800005678',
        idNumber: '11010519491231002X',
      },
      filledFor: () => ({ q1: '田大有运输', q2: 2, q3: '甲123', q4: '田大有' }),
      handedInFor: () => ({ 安全生产管理制度文本: 'upload' as const }),
    }
    const answers = await Promise.all(
      [1, 2, 3].map(() => desk.submit('qingyuan', citizen, wanted, given, citizen.id, sheet)),
    )
    const numbers = answers.map((answer) =>
      answer.kind === 'taken' ? answer.receipt.number : answer.messages,
    )
    expect(new Set(numbers).size).toBe(1)
    expect(await desk.own('qingyuan', citizen)).toHaveLength(1)
  })
})
