import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { countyBySlug } from '@luoshi/counties'
import { unitNamed, unitTree, validate } from '@luoshi/kernel'
import { everyProgramme } from '@luoshi/programmes'
import { powers } from '@luoshi/programmes/enforcement'
import { countyList } from '@luoshi/store'
import { requireRealGazettes } from '@luoshi/testing'
import type { Browser } from 'playwright-core'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readPublishedList } from '../../../../programmes/enforcement/read-published-list.ts'
import { changeLines } from '../catalogues/change-lines.ts'
import { readInput } from '../inputs/read-input.ts'
import { barriersOf } from '../test-support/barriers.ts'
import { launchBrowser } from '../test-support/browser.ts'
import { portalOver, startTestServer, type TestPortal, type TestServer } from '../test-support/serve.ts'
import { temporaryFolder } from '../test-support/temporary-folder.ts'
import { readSourceFile } from '../transfer/sources/read-source-file.ts'

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

const textOf = (path: string) => real.textOf(path)

/** A county's units as it has them, each called by its name. */
function unitsOf(slug: string) {
  const { units = [] } = countyBySlug.get(slug) ?? {}
  return unitTree(units.map(({ name, aliases }) => unitNamed(name, name, null, aliases)))
}

/** Letters only: a file breaks its lines and pages where it likes. */
const plain = (text: string) => text.replaceAll(/\s/g, '').replaceAll(/—\d{1,3}—/g, '')

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

  it.each([
    [
      'delegated-penalties/penalties',
      'wuzhai',
      '五政发〔2022〕10号',
      55,
      { isSimpleOnly: 4, isReportedUp: 0 },
    ],
    ['township-powers/powers', 'wutai', '五政办发〔2023〕25号', 152, { isSimpleOnly: 4, isReportedUp: 18 }],
  ] as const)(
    'are taken into the catalogue of enforcement as they stand: %s',
    async (path, slug, document, count, flags) => {
      const asked = { document, holders: ['township'], isTownship: true, from: '2022-10-28' }
      for (const format of ['csv', 'xlsx']) {
        const answer = await real.request(`/lists/${path}.${format}`)
        const file = join(temporaryFolder(), `list.${format}`)
        writeFileSync(file, Buffer.from(await answer.arrayBuffer()))
        const sent = await readSourceFile(file, `list.${format}`)
        if (sent.kind !== 'read') throw new Error(sent.message)
        const facts = { asked, known: {}, parameters: {}, units: unitsOf(slug), today: '2022-11-01' }
        const { records, problems } = readPublishedList.read(sent.file, facts)
        expect(problems, format).toEqual([])
        expect(records, format).toHaveLength(count)
        for (const { input } of records)
          expect(validate(powers.fields, input)).toMatchObject({ kind: 'valid' })
        for (const [flag, wanted] of Object.entries(flags)) {
          expect(
            records.filter(({ input }) => input[flag] === true),
            flag,
          ).toHaveLength(wanted)
        }
        expect(records.at(-1)?.input).toMatchObject({
          code: `${document}#${count}`,
          list: `${document}第${count}项`,
        })
      }
    },
  )

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

  it('[wutai-2023-zbf25.9] the township powers are a handbook and go out as CSV with their four columns', async () => {
    const [head, first, ...others] = (await textOf('/lists/township-powers/powers.csv')).trim().split('\r\n')
    expect(head).toBe('序号,职权类型,职权名称,职权依据')
    expect(first).toMatch(/^1,行政许可,/)
    expect(others).toHaveLength(151)
    const json = JSON.parse(await textOf('/lists/township-powers/powers.json'))
    for (const format of ['docx', 'pdf']) {
      const answer = await real.request(`/lists/township-powers/powers.${format}`)
      const file = join(temporaryFolder(), `handbook.${format}`)
      writeFileSync(file, Buffer.from(await answer.arrayBuffer()))
      const input = await readInput(file)
      if (!input.isRead) throw new Error(input.reason)
      const text = plain(input.text)
      for (const heading of [
        '五台县乡镇权责清单（2023年版）',
        '一、行政许可（5项）',
        '九、行政处罚（55项）',
      ]) {
        expect(text, format).toContain(heading)
      }
      for (const { number, name } of json.entries) expect(text, format).toContain(plain(`${number}.${name}`))
      expect(text, format).toContain('五政办发〔2023〕25号第1205行')
    }
  })

  it('[wuzhai-2022-zf10.2] an offence leads to its number, laws with articles, the department and the townships that may use it', async () => {
    const page = await textOf(`/lists/delegated-penalties/penalties${query({ q: '河道管理范围内采砂' })}`)
    expect(page).toContain('选出 1 项')
    expect(page).toMatch(/data-label="序号">23</)
    expect(page).toMatch(/《中华人民共和国河道管理条例》<\/a>（[^）]*）第[一-鿿]+条/)
    expect(page).toContain('县水利局')
    expect(page).toContain('各项由各乡（镇）人民政府（砚城镇')
  })

  it('[wutai-2023-zbf25.8] two versions are compared by name and basis: what was added, taken away and changed', async () => {
    const townshipPowers = everyProgramme.find(({ id }) => id === 'township-powers')
    const [catalogue] = townshipPowers?.catalogues ?? []
    if (townshipPowers === undefined || catalogue === undefined) throw new Error('no list')
    const { catalogue: read } = await countyList(real.db, townshipPowers, catalogue, 'wutai')
    const [before] = read.versions
    if (before === undefined) throw new Error('not printed')
    const items = before.items.slice(1).map((item, place) => {
      if (place === 0) return { ...item, entry: { ...item.entry, source: '《某某法》（2024年）第一条' } }
      return place === 1 ? { ...item, entry: { ...item.entry, number: 9 } } : item
    })
    const added = {
      entry: { number: 152, kind: 'other', name: '新增的职权', source: '《某某法》' },
      basis: before.basis,
    }
    const after = { ...before, name: '2024年版', from: '2024-08-01', items: [...items, added] }
    const lines = changeLines(read, before, after)
    const named = (place: number) => String(before.items[place]?.entry['name'])
    expect(lines.map((line) => [line.kind, line.before, line.after])).toEqual([
      ['依据调整', named(1), named(1)],
      ['新增', '', '新增的职权'],
      ['取消', named(0), ''],
    ])
    expect(lines[0]?.details[0]).toMatch(/^职权依据：.+ → 《某某法》（2024年）第一条$/)
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

  it('shows laws whose place another took, with the day, and what rests on them', async () => {
    expect(await textOf('/laws')).toContain('已被取代的')
    const noise = await textOf('/laws/环境噪声污染防治法')
    expect(noise).toContain('《环境噪声污染防治法》自2022-06-05起由《噪声污染防治法》取代')
    expect(noise).toContain('各份清单中 3 项以它为依据')
  })

  it('has no page for a law that no list cites', async () => {
    expect((await real.request('/laws/没有这部法')).status).toBe(404)
  })
})

it('every page of lists and laws fits a phone and has no barrier', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  for (const path of [
    '/lists',
    '/lists/rule-making-bodies/bodies',
    '/lists/township-powers/powers?q=露天生火',
    '/laws?q=消防',
    '/laws/水法',
  ]) {
    await page.goto(listening.address + path)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow, path).toBeLessThanOrEqual(0)
    expect(await barriersOf(page), path).toEqual([])
  }
  await context.close()
})
