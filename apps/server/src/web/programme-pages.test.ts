import { demoGazettePath } from '@luoshi/counties'
import { allActions, citesIn, openQuestionsIn, type Programme, parameterValueText } from '@luoshi/kernel'
import { programmes } from '@luoshi/programmes'
import { noticesByNumbers } from '@luoshi/store'
import { BpmnModdle } from 'bpmn-moddle'
import { Hono } from 'hono'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { wellPermits } from '../../../../packages/kernel/src/fixtures/well-permit.ts'
import { barriersOf } from '../test-support/barriers.ts'
import { launchBrowser } from '../test-support/browser.ts'
import { portalOver, startTestServer, type TestPortal, type TestServer } from '../test-support/serve.ts'
import { lineAddress, versionOf } from './addresses.ts'
import { addProgrammePages } from './programme-routes.ts'

// A page takes a while to open on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const hostile = '<img src=x onerror=alert(1)>"\'&'

/** A sound programme whose every title is markup. */
const hostileProgramme: Programme = {
  ...wellPermits,
  id: '../a b?<i>',
  title: hostile,
  roles: Object.fromEntries(
    Object.entries(wellPermits.roles).map(([role, held]) => [role, { ...held, title: hostile }]),
  ),
  procedures: wellPermits.procedures.map((procedure) => ({ ...procedure, title: hostile })),
  parameters: wellPermits.parameters.map((parameter) => ({ ...parameter, title: hostile, unit: hostile })),
  papers: wellPermits.papers.map((paper) => ({ ...paper, title: hostile, foot: [hostile] })),
}

let server: TestServer
let demo: TestPortal
let own: Hono
let madeUp: Hono

beforeAll(async () => {
  server = await startTestServer()
  demo = await portalOver(server, demoGazettePath)
  own = demo.portal as unknown as Hono
  madeUp = new Hono()
  addProgrammePages(madeUp, demo.db, [wellPermits, hostileProgramme])
}, 120_000)

afterAll(async () => {
  await demo?.stop()
  await server?.stop()
}, 60_000)

const textOf = async (app: Hono, path: string) => {
  const answer = await app.request(path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}

describe('the page of all programmes', () => {
  it('names each with its notice and leads to it', async () => {
    const page = await textOf(own, '/programmes')
    for (const { id, title } of programmes) expect(page).toContain(`href="/programmes/${id}">${title}</a>`)
    expect(page).toContain('五寨县 五政办发〔2022〕29号第1827—2028行')
  })

  it('says what belongs there where there is none', async () => {
    const app = new Hono()
    addProgrammePages(app, demo.db, [])
    expect(await textOf(app, '/programmes')).toContain('还没有写成的制度。')
  })
})

describe('the page of a programme', () => {
  it.each([...programmes, wellPermits])('shows all of $title', async (programme) => {
    const page = await textOf(
      programme === wellPermits ? madeUp : own,
      `/programmes/${encodeURIComponent(programme.id)}`,
    )
    for (const procedure of programme.procedures) {
      for (const { title, disclosure } of Object.values(procedure.states)) {
        expect(page).toContain(title)
        for (const place of disclosure?.places ?? []) expect(page).toContain(place)
      }
      for (const { action } of allActions(procedure)) expect(page).toContain(action.title)
      for (const { title } of Object.values(procedure.limits)) expect(page).toContain(title)
    }
    for (const { title } of [...programme.rules, ...programme.registers]) expect(page).toContain(title)
    for (const paper of programme.papers) {
      const texts =
        paper.form === 'table'
          ? paper.columns.map(({ heading }) => heading)
          : paper.body.map(({ text }) => text.split('{')[0] ?? '')
      for (const text of [paper.title, ...texts]) expect(page).toContain(text)
    }
    for (const parameter of programme.parameters) {
      const { title, values } = parameter
      expect(page).toContain(title)
      for (const { value, from } of values) {
        expect(page).toContain(parameterValueText(parameter, value))
        expect(page).toContain(from)
      }
    }
    for (const { says } of openQuestionsIn(programme)) expect(page).toContain(says)
  })

  it('shows targets, reports and lists with what each version changed', async () => {
    const page = await textOf(madeUp, '/programmes/well-permits')
    expect(page).toContain('<li>2026年不低于90%，自<time datetime="2026-01-01">2026-01-01</time>起 ')
    expect(page).toContain('<li>2026年4分，自<time datetime="2026-08-17">2026-08-17</time>起 ')
    expect(page).toContain('未定：待市里另行下达')
    expect(page).toContain('每月18日前（含当日）')
    expect(page).toContain('新打机井（眼）、计量用水（立方米）、存在问题')
    expect(page).toContain('<li>更名：对擅自打井的处罚 → 对擅自打井、毁井的处罚</li>')
    expect(page).toContain('<li>依据调整：取水许可</li>')
    expect(page).toContain('<td>县行政审批局</td>')
    expect(page).toContain('<td data-label="起止">2026-08-01至2026-10-31</td>')
    expect(page).toContain('<td data-label="要求">结束前销号</td>')
    expect(page).toContain('未定：摸底排查的起止日期没有写明')
  })

  it('shows what is counted, by what, and what every group must reach', async () => {
    const page = await textOf(madeUp, '/programmes/well-permits')
    expect(page).toContain('<td data-label="怎样分组">按机构、问题</td>')
    expect(page).toContain('<td data-label="怎样分组">按报送日所在月度</td>')
    expect(page).toContain('各组“月报”不少于1 ')
  })

  it('shows what is computed, and the tables that give values', async () => {
    const page = await textOf(madeUp, '/programmes/well-permits')
    expect(page).toContain('<h3>损毁等级表：取值表</h3>')
    expect(page).toContain('<td>≥50</td><td>严重</td>')
    expect(page).toContain('<li>算出损毁等级表</li>')
    expect(page).toContain('<li>算出修复补助</li>')
  })

  it('shows branches with where they lead, transfers, links and limits that end on a day', async () => {
    const page = await textOf(madeUp, '/programmes/well-permits')
    expect(page).toContain('联合验收·水利验收：未同意（不同意）')
    expect(page).toContain('各分支都办完后转入“已修复”，有不同意的转入“修复中”')
    expect(page).toContain('<li>交“修复单位”所选的下级机构 ')
    expect(page).toContain('<li>应关联再次损毁</li>')
    expect(page).toContain('<li>决定“申请延期”</li>')
    expect(page).toContain('<td data-label="法定">“修复期限”所填的日期 ')
    expect(page).toContain('<td data-label="承诺">2026-05-15前 ')
    expect(page).toContain('<li>“修复期限”延长5日，至多1次 ')
  })

  it('says what is masked in public and what happens when a limit is missed', async () => {
    const page = await textOf(madeUp, '/programmes/well-permits')
    expect(page).toContain('<li>联系电话<small>遮盖</small></li>')
    expect(page).toMatch(/<li>申请人<small>不遮盖 <span class="basis"[^>]*>第17行/)
    expect(page).toContain('报告负责人')
    expect(page).toContain('未定：送达从何日起算未写明')
    expect(page).toContain('未办结的环节都可办理')
    expect(page).toContain('<li>不得由办理“受理”的人办理</li>')
    expect(page).toContain('<li>“决定期限”延长10个工作日，至多1次 ')
    expect(page).toContain('<li>填写井深（米）</li>')
  })

  it('[wutai-2021-zbf49.6] says until when what orders a procedure is in force, where it says so', async () => {
    const ending = {
      ...wellPermits,
      procedures: wellPermits.procedures.map((one) => ({ ...one, validTo: '2029-01-01' })),
    }
    const app = new Hono()
    addProgrammePages(app, demo.db, [ending])
    expect(await textOf(app, '/programmes/well-permits')).toContain(
      '，有效期至<time datetime="2029-01-01">2029-01-01</time>',
    )
    expect(await textOf(madeUp, '/programmes/well-permits')).not.toContain('有效期至')
    expect(await textOf(own, '/programmes/rural-houses')).toContain(
      '，有效期至<time datetime="2024-07-19">2024-07-19</time>',
    )
  })

  it('gives lines as words where the gazette is not there', async () => {
    const page = await textOf(own, '/programmes/deep-tillage')
    expect(page).toContain('<span class="basis" title="五政办发〔2022〕29号第1857行">第1857行</span>')
    expect(page).not.toContain('/lines/')
  })

  it('links lines where the gazette is there', async () => {
    const [notice] = await noticesByNumbers(demo.db, 'qingyuan', ['清政办发〔2026〕8号'])
    if (notice === undefined) throw new Error('the demo gazette has no number')
    const [first, last] = notice.lines
    const basis = {
      kind: 'instrument',
      county: notice.county,
      docNumber: notice.docNumber ?? '',
      lines: [first, last],
    } as const
    const app = new Hono()
    addProgrammePages(app, demo.db, [{ ...wellPermits, basis }])
    expect(await textOf(app, '/programmes/well-permits')).toContain(
      `<a class="basis" href="${lineAddress(versionOf(notice), first)}"`,
    )
  })

  it('of no programme is not found', async () => {
    for (const path of [
      '/programmes/none',
      '/programmes/deep-tillage/procedures/none.bpmn',
      '/programmes/none/procedures/claim.bpmn',
      '/programmes/deep-tillage/procedures/claim',
    ]) {
      expect((await own.request(path)).status, path).toBe(404)
    }
  })

  it('shows markup in titles as it is, and finds its address', async () => {
    const list = await textOf(madeUp, '/programmes')
    const address = /href="(\/programmes\/[^"#]*%3C[^"#]*)"/.exec(list)?.[1] ?? ''
    for (const page of [list, await textOf(madeUp, address)]) {
      expect(page).not.toContain('<img')
      expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
    }
    const diagram = await madeUp.request(`${address}/procedures/permit.bpmn`)
    expect((await new BpmnModdle().fromXML(await diagram.text())).warnings).toEqual([])
  })
})

it('a procedure is taken along as a diagram under its own name', async () => {
  const answer = await own.request('/programmes/deep-tillage/procedures/claim.bpmn')
  expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8')
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toBe(
    "attachment; filename*=UTF-8''深松作业补助申领.bpmn",
  )
  expect((await new BpmnModdle().fromXML(await answer.text())).warnings).toEqual([])
})

it('no cite of a programme is shown without its lines', async () => {
  for (const programme of programmes) {
    const page = await textOf(own, `/programmes/${programme.id}`)
    for (const { cite } of citesIn(programme.procedures.map(({ states }) => states))) {
      if (cite.kind === 'instrument') expect(page).toContain(`第${[...new Set(cite.lines)].join('—')}行`)
    }
  }
})

describe('in a browser', () => {
  let browser: Browser
  let address: string
  let stop: () => Promise<void>

  beforeAll(async () => {
    browser = await launchBrowser()
    const listening = await demo.listen()
    address = listening.address
    stop = listening.stop
  })

  afterAll(async () => {
    await browser.close()
    await stop()
  })

  it.each([
    [1280, 800, 'light', undefined],
    [390, 844, 'light', 'width'],
    [390, 844, 'dark', 'colours'],
  ] as const)(
    'fits %i px, %i high, in the %s, and breaks no rule of WCAG 2.1 AA',
    async (width, height, colorScheme, again) => {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme })
      const page = await context.newPage()
      for (const path of ['/programmes', '/programmes/deep-tillage']) {
        await page.goto(address + path)
        await expect
          .poll(() => page.evaluate<number>('document.documentElement.scrollWidth'), { message: path })
          .toBeLessThanOrEqual(width)
        expect(await barriersOf(page, again), path).toEqual([])
      }
      await context.close()
    },
  )

  it('is reached from the front page', async () => {
    const page = await browser.newPage()
    await page.goto(address)
    await page.getByRole('navigation', { name: '栏目' }).getByRole('link', { name: '制度' }).click()
    await page.getByRole('link', { name: programmes[0]?.title ?? '' }).click()
    await page.getByRole('heading', { level: 1, name: programmes[0]?.title ?? '' }).waitFor()
    await page.close()
  })
})
