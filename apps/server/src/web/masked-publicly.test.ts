import { addEntry, findNotice, rewriteRows, searchNotices } from '@luoshi/store'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { rowText } from '../gazettes/passages.ts'
import { expectCountsOfTexts } from '../test-support/counted-words.ts'
import { noticeText } from '../test-support/notice-text.ts'
import { portalForTest, startTestServer, type TestPortal, type TestServer } from '../test-support/serve.ts'
import { temporaryFile } from '../test-support/temporary-folder.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const PHONE = '13900001234'
const number = '清政办发〔2026〕90号'
const address = `/qingyuan/${encodeURIComponent(number)}`
const text = noticeText.replace(
  '二、及时报告',
  `巡查员名单如下。\n\n乡镇\t巡查员\t联系电话\t桥数\n麦田乡\t王田\t${PHONE}\t12\n石桥镇\t李禾\t13900005678\t9\n\n二、及时报告`,
)

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const withPhones = () => portalForTest(server, temporaryFile('notice.txt', text))

const found = async ({ db }: TestPortal, words: string) =>
  (await searchNotices(db, { terms: [[words]], limit: 5 })).placeCount

it('[wuzhai-2022-zbf31.8] shows a number that tells of a person on no public page, in no file, and finds it nowhere', async () => {
  const own = await withPhones()
  const page = await (await own.request(address)).text()
  expect(page).toContain('139****1234')
  const [issue = ''] = /\/qingyuan\/issues\/[^/"]+/.exec(page) ?? []
  const issuePage = await (await own.request(issue)).text()
  const files = [...issuePage.matchAll(/href="([^"]+\/download\/[^"]+)"/g)].map((match) => match[1] ?? '')
  expect(files.length).toBeGreaterThanOrEqual(6)
  const lines = `${issue}/versions/1/lines/1`
  const read = [address, lines, `${address}/tables/1`, `${address}/tables/1.csv`, `${address}/tables/1.json`]
  for (const path of [...read, ...files.filter((file) => /\.(json|md|txt|xml)$/.test(file))]) {
    const response = await own.request(path)
    expect(response.status, path).toBe(200)
    const shown = await response.text()
    expect(shown, path).not.toContain(PHONE)
    expect(shown, path).toContain('麦田乡')
  }
  expect(await found(own, PHONE)).toBe(0)
  expect(await found(own, '王田')).toBe(1)
  const results = await (await own.request('/search?q=%E7%8E%8B%E7%94%B0')).text()
  expect(results).toContain('139****1234')
})

it('shows and finds it where the editor says that the column tells of nobody', async () => {
  const own = await withPhones()
  const stored = await findNotice(own.db, 'qingyuan', number)
  const rows = stored?.instrument.tables[0]?.rows.map(({ cells }) => ({ cells, text: rowText(cells) })) ?? []
  const table = { county: 'qingyuan', instrument: stored?.head.id ?? '', number: 1 }
  await addEntry(own.db, {
    county: 'qingyuan',
    kind: 'masking',
    subject: `${table.instrument}#1`,
    by: '编辑',
    at: '2026-03-02T09:00:00+08:00',
    payload: { columns: {} },
    numbers: [number],
    also: (transaction) => rewriteRows(transaction, table, rows),
  })
  expect(await found(own, PHONE)).toBe(1)
  expect(await (await own.request(address)).text()).toContain(PHONE)
  await expectCountsOfTexts(own.db)
})

it('[wutai-2021-zbf64.10] shows of who is to be asked neither name nor mobile number nor mail box, on no page, in no file', async () => {
  const own = await portalForTest(
    server,
    temporaryFile(
      'contact.txt',
      noticeText.replace(
        '二、及时报告。',
        '二、及时报告。联系人：苗得雨，电话：139 0000 1234，邮箱：miao.deyu@163.com，值班电话：0350-1234567。',
      ),
    ),
  )
  const page = await (await own.request(address)).text()
  expect(page).toContain('联系人：苗**，电话：139******1234，邮箱：*********@163.com，值班电话：0350-1234567')
  const [issue = ''] = /\/qingyuan\/issues\/[^/"]+/.exec(page) ?? []
  const issuePage = await (await own.request(issue)).text()
  const files = [...issuePage.matchAll(/href="([^"]+\/download\/[^"]+)"/g)].map((match) => match[1] ?? '')
  const texts = files.filter((file) => /\.(json|md|txt|xml)$/.test(file))
  expect(texts.length).toBeGreaterThan(2)
  for (const path of [address, `${issue}/versions/1/lines/1`, ...texts]) {
    const shown = await (await own.request(path)).text()
    for (const told of ['苗得雨', '139 0000 1234', '13900001234', 'miao.deyu']) {
      expect(shown, path).not.toContain(told)
    }
    expect(shown, path).toContain('值班电话')
  }
  expect(await found(own, '苗得雨')).toBe(0)
  expect(await found(own, '及时报告')).toBe(1)
})
