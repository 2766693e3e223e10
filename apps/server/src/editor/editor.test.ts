import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { barriersOf } from '../test-support/barriers.ts'
import { launchBrowser } from '../test-support/browser.ts'
import { type DeskSite, startDeskSite } from '../test-support/desk-site.ts'
import { noticeText } from '../test-support/notice-text.ts'
import { temporaryFile } from '../test-support/temporary-folder.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

let browser: Browser
let site: DeskSite
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  site = await startDeskSite()
  context = await browser.newContext({ javaScriptEnabled: false })
  await site.signIn(context, 'clerk')
  page = await context.newPage()
})

afterAll(async () => {
  await context.close()
  await browser.close()
  await site.stop()
})

const number = encodeURIComponent('清政办发〔2026〕90号')

async function upload(text: string): Promise<void> {
  await page.goto(`${site.address}/editor`)
  await page.getByLabel('公报文件').setInputFiles(temporaryFile('notice.txt', text))
  await page.getByRole('button', { name: '上传' }).click()
}

describe("the editor's desk", () => {
  it('is closed to who is not signed in, and to who is no editor but for checking drafts', async () => {
    const stranger = await browser.newContext()
    const strange = await stranger.newPage()
    await strange.goto(`${site.address}/editor`)
    expect(new URL(strange.url()).pathname).toBe('/sign-in')
    await site.signIn(stranger, 'township')
    expect((await strange.goto(`${site.address}/editor`))?.status()).toBe(403)
    expect((await strange.goto(`${site.address}/editor/check`))?.status()).toBe(200)
    const forged = await stranger.request.post(`${site.address}/editor/check`, { form: { text: '一' } })
    expect(forged.status()).toBe(403)
    await stranger.close()
  })

  it('shows what was read beside the lines, takes answers, publishes; a correction keeps both versions', async () => {
    await upload(noticeText.replace('二、及时', '三、及时'))
    await page.getByRole('link', { name: '对照原文' }).click()
    await expect.poll(() => page.locator('.beside tbody tr').count()).toBeGreaterThan(5)
    await expect.poll(() => page.locator('.beside').textContent()).toContain('【公文】清政办发〔2026〕90号')
    await page.getByRole('link', { name: '回到这一版' }).click()
    const before = await context.request.get(`${site.address}/qingyuan/${number}`)
    expect(before.status()).toBe(404)
    const finding = page.locator('.finding-answer').first()
    const lines = (await finding.locator('a.lines').first().getAttribute('href')) ?? ''
    expect((await context.request.get(site.address + lines)).status()).toBe(200)
    expect(await (await context.request.get(site.address + lines)).text()).toContain(
      `id="${lines.split('#')[1]}"`,
    )
    await expect
      .poll(() => page.locator('.editor-form .unanswered').textContent())
      .toContain('校核意见没有答复')
    await finding.getByLabel('答复').selectOption('dismissed')
    await finding.getByRole('button', { name: '答复' }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('不采纳校核意见，应写明理由。')
    await finding.getByLabel('答复').selectOption('dismissed')
    await finding.getByLabel(/说明/).fill('原件如此')
    await finding.getByRole('button', { name: '答复' }).click()
    await expect.poll(() => page.locator('.answered').first().textContent()).toBe('不采纳：原件如此')
    await page.getByRole('button', { name: '公开', exact: true }).click()
    await expect
      .poll(async () => (await context.request.get(`${site.address}/qingyuan/${number}`)).status())
      .toBe(200)
    await expect.poll(() => page.getByRole('status').textContent()).toContain('第 1 版已经公开')
    const shown = await page.getByRole('link', { name: '看公开的页面' }).first().getAttribute('href')
    expect((await context.request.get(site.address + shown)).status()).toBe(200)

    await page.getByRole('link', { name: '改正文字，另存一版' }).click()
    const text = page.locator('textarea[name="text"]')
    await text.fill((await text.inputValue()).replace('当日上报', '两小时内上报'))
    await page.getByRole('button', { name: '另存一版' }).click()
    expect(await (await context.request.get(`${site.address}/qingyuan/${number}`)).text()).toContain(
      '当日上报',
    )
    await page.getByLabel(/勘误说明/).fill('“当日上报”应为“两小时内上报”')
    await page.getByRole('button', { name: '公开更正' }).click()
    await expect
      .poll(async () => (await context.request.get(`${site.address}/qingyuan/${number}`)).text())
      .toContain('两小时内上报')
    const issue = await (await context.request.get(`${site.address}/qingyuan/issues/${number}`)).text()
    expect(issue).toContain('勘误：“当日上报”应为“两小时内上报”')
    const old = await (
      await context.request.get(`${site.address}/qingyuan/issues/${number}/versions/1/notices/1`)
    ).text()
    expect(old).toContain('当日上报')
    expect(old).toContain('这是已更正的版本')
  })

  it('[wuzhai-2022-zbf31.11] changes once and everywhere at the same time; what is past is kept apart, and two versions of one number are flagged', async () => {
    const paths = [
      `/search?q=${encodeURIComponent('两小时内上报')}`,
      `/qingyuan/${number}`,
      `/feeds/search.atom?q=${encodeURIComponent('两小时内上报')}`,
    ]
    const textOf = async (path: string) => (await context.request.get(site.address + path)).text()
    for (const path of paths) await expect.poll(() => textOf(path), { message: path }).toContain('桥梁巡查')
    const gone = `/search?q=${encodeURIComponent('当日上报')}`
    await expect.poll(() => textOf(gone)).not.toContain('桥梁巡查')
    await expect.poll(() => textOf(`/qingyuan/issues/${number}`)).toContain('已更正')
    await upload(
      noticeText.replace(
        '清源县人民政府办公室\n关于',
        '清源县人民政府公报\n\n2026年第9期\n\n清源县人民政府办公室\n关于',
      ),
    )
    await page.getByRole('button', { name: '公开', exact: true }).click()
    await expect
      .poll(async () => (await context.request.get(`${site.address}/qingyuan/${number}`)).text())
      .toContain('文字不一致')
  })

  it('keeps the ledger of attributes, the register and the interpretations, each refused with what is missing', async () => {
    await page.goto(`${site.address}/editor/attributes`)
    const fill = async (values: Readonly<Record<string, string>>) => {
      for (const [name, value] of Object.entries(values)) await page.locator(`[name="${name}"]`).fill(value)
    }
    await fill({
      docNumber: '清政办发〔2026〕90号',
      title: '桥梁巡查',
      unit: '县交通运输局',
      decidedOn: '2026-05-18',
    })
    await page.locator('[name="attribute"]').selectOption('不予公开')
    await page.getByRole('button', { name: '认定' }).click()
    await expect
      .poll(() => page.getByRole('alert').textContent())
      .toContain('没有说明不能主动公开的依据和理由')
    await page.locator('[name="reason"]').fill('内部管理事项')
    await page.getByRole('button', { name: '认定' }).click()
    await expect.poll(() => page.locator('table').first().textContent()).toContain('100.0%')

    await page.goto(`${site.address}/editor/normative`)
    const document = {
      docNumber: '清政规〔2026〕1号',
      title: '桥梁管理办法',
      issuer: '县交通运输局',
      from: '2026-05-18',
    }
    await fill(document)
    await page.getByRole('button', { name: '登记' }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('没有合法性审核的记录，不能编号')
    await fill({ reviewedOn: '2026-05-10' })
    await page.getByRole('button', { name: '登记' }).click()
    await expect.poll(() => page.locator('table').last().textContent()).toContain('缺登记、编号、印发')

    await page.goto(`${site.address}/editor/interpretations`)
    await fill({
      docNumber: '清政办发〔2026〕90号',
      title: '一图读懂',
      unit: '县交通运输局',
      publishedOn: '2026-05-20',
      text: '为什么要巡查：汛期将至。',
    })
    await page.getByRole('button', { name: '公开解读' }).click()
    await expect.poll(() => page.locator('table').first().textContent()).toContain('100.0%')
  })

  it('[wutai-2021-zbf42.7] publishes the debt with its eight fields, period by period, and refuses one that lacks any', async () => {
    const debt = {
      period: '2026-06',
      name: '农村公路专项债券',
      limit: '12000',
      balance: '8000.5',
      issued: '3000',
      kind: '专项债券',
      term: '10年',
      rate: '2.85',
      repayment: '到期一次还本',
      source: '车辆通行费收入',
    }
    await page.goto(`${site.address}/editor/debt`)
    for (const [name, value] of Object.entries(debt)) await page.locator(`[name="${name}"]`).fill(value)
    await page.locator('[name="rate"]').fill('约3')
    await page.getByRole('button', { name: '公开' }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('“利率（%）”没有填，或填得不对')
    await page.locator('[name="rate"]').fill(debt.rate)
    await page.getByRole('button', { name: '公开' }).click()
    await page.locator('table', { hasText: debt.name }).waitFor()
    await page.locator('[name="period"]').fill('2026-07')
    for (const [name, value] of Object.entries(debt).slice(1))
      await page.locator(`[name="${name}"]`).fill(value)
    await page.getByRole('button', { name: '公开' }).click()
    await page.locator('table', { hasText: '2026-07' }).waitFor()
    const shown = await (await context.request.get(`${site.address}/qingyuan/debt.json`)).json()
    expect(shown).toEqual([{ ...debt, period: '2026-07' }, debt])
    const text = await (await context.request.get(`${site.address}/qingyuan/debt`)).text()
    for (const word of ['限额', '余额', '发行', '品种', '期限', '利率', '偿还计划', '偿债资金来源']) {
      expect(text).toContain(word)
    }
  })

  it('checks a draft', async () => {
    await page.goto(`${site.address}/editor/check`)
    await page.getByLabel('拟发公文').fill(noticeText)
    await page.getByRole('button', { name: '校核' }).click()
    await expect.poll(() => page.locator('.findings').textContent()).toContain('没有明确公开属性，不得发文')
    await expect.poll(() => page.locator('.findings').textContent()).toContain('已经用过，请换一个')
  })

  it('breaks no rule of WCAG 2.1 AA', async () => {
    const seen = await browser.newContext()
    await site.signIn(seen, 'clerk')
    const look = await seen.newPage()
    for (const path of [
      '',
      '/attributes',
      '/normative',
      '/interpretations',
      '/tables',
      '/debt',
      '/check',
      `/issues/${number}/1`,
      `/issues/${number}/1/beside`,
    ]) {
      await look.goto(`${site.address}/editor${path}`)
      expect(await barriersOf(look), path).toEqual([])
    }
    await seen.close()
  })
})
