import { writeFileSync } from 'node:fs'
import { effectsOn, findNotice, latestNotices } from '@luoshi/store'
import { requireRealGazettes } from '@luoshi/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { portalOver, startTestServer, type TestPortal, type TestServer } from '../test-support/serve.ts'
import { temporaryFolder } from '../test-support/temporary-folder.ts'
import { endFindings } from './draft-check.ts'
import { rowsWithoutArticle } from './list-articles.ts'
import { familyLists, publishedFamilyLists } from './list-family.ts'
import { maskedTable, personalColumns } from './personal-columns.ts'
import { listedName, mayIssue, type RuleMakers, ruleMakersOf } from './rule-making.ts'
import { validityOn } from './validity.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let server: TestServer
let real: TestPortal
let makers: RuleMakers

beforeAll(async () => {
  server = await startTestServer()
  real = await portalOver(server, ...requireRealGazettes().map(({ path }) => path))
  const found = await ruleMakersOf(real.db, 'wutai', '2023-07-01')
  if (found === null) throw new Error('the list is missing')
  makers = found
})

afterAll(async () => {
  await real.stop()
  await server.stop()
})

describe('who may issue normative documents', () => {
  it('[wutai-2023-zbf23.2] is told by the list, with the clause and what to do instead', () => {
    expect(makers).toMatchObject({ docNumber: '五政办发〔2023〕23号', from: '2023-06-29', line: 1080 })
    expect(makers.names).toHaveLength(66)
    expect(mayIssue('五台现代农业产业示范区管委会', '2023-07-01', makers)).toEqual({
      outcome: 'may-not',
      reason:
        '“五台现代农业产业示范区管委会”未列入制定主体清单，不得以本机构名义制定行政规范性文件；确需制定的，应当报请主管部门制定（五政办发〔2023〕23号第1080行）。',
    })
    expect(mayIssue('县地方煤矿安全监督管理局', '2023-07-01', makers).outcome).toBe('may')
    expect(mayIssue('五台县人民政府', '2023-06-29', makers).outcome).toBe('may')
    expect(mayIssue('五台县人民政府办公室', '2023-06-29', makers).outcome).toBe('may')
    expect(mayIssue('县发展和改革局', '2023-07-01', makers).outcome).toBe('may')
    expect(mayIssue('五台县人民政府', '2023-06-28', makers).outcome).toBe('unknown')
  })

  it('[wutai-2023-zbf23.9] is found by any name of a body', () => {
    const named = ['县发展和改革局', '人行五台支行', '县税务局', '市生态环境局五台分局'].map((name) =>
      listedName(name, makers),
    )
    expect(named).toEqual([
      '县发展和改革委员会',
      '中国人民银行五台支行',
      '国家税务总局五台县税务局',
      '忻州市生态环境局五台分局',
    ])
    expect(listedName('县气象站', makers)).toBe(null)
    expect(mayIssue('县税务局', '2023-07-01', makers).reason).toBe(
      '“县税务局”在清单中作“国家税务总局五台县税务局”，列入制定主体清单，可以制定行政规范性文件（五政办发〔2023〕23号第1080行）。',
    )
  })

  it.each([
    ['县河长制领导小组', '议事协调机构'],
    ['县河长制领导小组办公室', '议事协调机构'],
    ['项目建设工作专班', '临时机构'],
    ['县财政局预算股', '内设机构'],
    ['县教育科技局人事科', '内设机构'],
    ['台城镇司法所', '派出机构'],
  ])('[wutai-2023-zbf23.3] refuses %s as %s', (name, kind) => {
    const { outcome, reason } = mayIssue(name, '2023-07-01', makers)
    expect(outcome).toBe('may-not')
    expect(reason).toContain(`属于${kind}`)
  })
})

describe('the end of a normative document', () => {
  it('[wuzhai-2022-zbf31.4] has no term and no interpreter in the six notices issued after the rule', async () => {
    const heads = await latestNotices(real.db, { county: 'wuzhai', limit: 50 })
    const after = heads.filter(
      ({ issuedOn, docNumber }) =>
        docNumber?.startsWith('五政办发') === true && issuedOn !== null && issuedOn > '2022-08-23',
    )
    expect(after.map(({ docNumber }) => docNumber).sort()).toEqual([
      '五政办发〔2022〕34号',
      '五政办发〔2022〕35号',
      '五政办发〔2022〕36号',
      '五政办发〔2022〕37号',
      '五政办发〔2022〕39号',
      '五政办发〔2022〕48号',
    ])
    for (const { county, address } of after) {
      const stored = await findNotice(real.db, county, address)
      if (stored === null) throw new Error(`${address} is missing`)
      expect(
        endFindings(stored.instrument).map(({ kind }) => kind),
        address,
      ).toEqual(['有效期限', '解读主体'])
    }
  })
})

describe('a list', () => {
  it('[wuzhai-2022-zbf31.5] of 247 licences names an article on two lines only', async () => {
    const stored = await findNotice(real.db, 'wuzhai', '五政办发〔2022〕39号')
    const [table] = stored?.instrument.tables ?? []
    if (table === undefined) throw new Error('the list is missing')
    const rows = table.rows.filter(({ kind }) => kind === 'row')
    expect(rows).toHaveLength(247)
    const without = new Set(rowsWithoutArticle(table))
    expect(rows.filter((row) => !without.has(row)).map(({ line }) => line)).toEqual([2760, 2977])
  })
})

describe('forms that hold personal data', () => {
  it.each(['五政办发〔2022〕29号', '五政办发〔2022〕30号'])(
    'of %s are shown with those columns masked',
    async (number) => {
      const stored = await findNotice(real.db, 'wuzhai', number)
      const tables = stored?.instrument.tables ?? []
      expect(tables).toHaveLength(4)
      for (const table of tables) {
        expect(Object.keys(personalColumns(table)).length).toBeGreaterThan(0)
        const [column] = Object.keys(personalColumns(table))
        const filled = {
          ...table,
          rows: [{ cells: table.columns.map(() => '13900001234'), kind: 'row' as const, line: 1 }],
        }
        expect(maskedTable(filled).rows[0]?.cells[Number(column)]).toMatch(/\*{4}/)
      }
    },
  )
})

describe('the lists that a county keeps public', () => {
  it('[wutai-2021-zbf42.5] are shown with every version and the day of the last, and those that were never published too', async () => {
    const lists = await publishedFamilyLists(real.db, 'wutai')
    expect(lists.map(({ title, lastUpdated }) => [title, lastUpdated])).toEqual([
      ['政府部门权责清单', '2023-07-31'],
      ...familyLists.slice(1).map(({ title }) => [title, null]),
    ])
    const path = `${temporaryFolder()}/newer.txt`
    writeFileSync(
      path,
      '五台县人民政府办公室\n关于印发五台县乡镇权责清单（2024年版）的通知\n\n五政办发〔2024〕9号\n\n各乡（镇）人民政府：\n\n现印发给你们，请遵照执行。\n\n五台县人民政府办公室\n\n2024年3月1日\n',
    )
    await real.publish(path)
    const [first] = await publishedFamilyLists(real.db, 'wutai')
    expect(first?.versions.map(({ docNumber }) => docNumber)).toEqual([
      '五政办发〔2024〕9号',
      '五政办发〔2023〕25号',
    ])
    expect(first?.lastUpdated).toBe('2024-03-01')
    const page = await (await real.request('/wutai/lists')).text()
    expect(page).toContain('没有公开过')
    expect(page).toContain('2024-03-01')
  })
})

describe('validity', () => {
  it('[wutai-2022-zbf65.10] ends for 五政办发〔2020〕32号 on 2022-12-29, by the notice that repeals it', async () => {
    const effects = await effectsOn(real.db, 'wutai', '五政办发〔2020〕32号')
    expect(effects.map(({ kind, onDay, by }) => [kind, onDay, by.docNumber])).toEqual([
      ['repeals', '2022-12-29', '五政办发〔2022〕65号'],
    ])
    const old = { issuedOn: '2020-04-01' }
    expect(validityOn(old, effects, '2022-12-28').standing).toBe('in-force')
    expect(validityOn(old, effects, '2022-12-29').standing).toBe('repealed')
    const answer = await real.request(`/wutai/${encodeURIComponent('五政办发〔2020〕32号')}`)
    const page = await answer.text()
    expect(page).toContain('已废止')
    expect(page).toContain(`href="/wutai/${encodeURIComponent('五政办发〔2022〕65号')}#p1"`)
  })

  it('is over for a notice of three years on the day after its last', async () => {
    const stored = await findNotice(real.db, 'wutai', '五政办发〔2021〕49号')
    const effects = await effectsOn(real.db, 'wutai', '五政办发〔2021〕49号')
    if (stored === null) throw new Error('the notice is missing')
    expect(validityOn(stored.head, effects, '2024-07-19').standing).toBe('in-force')
    expect(validityOn(stored.head, effects, '2024-07-20').standing).toBe('ended')
    expect(validityOn(stored.head, effects, '2021-07-18').standing).toBe('not-yet')
  })
})
