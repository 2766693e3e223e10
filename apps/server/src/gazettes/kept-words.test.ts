import { findNotice, rewriteRows, searchNotices } from '@luoshi/store'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { expectCountsOfTexts } from '../test-support/counted-words.ts'
import { noticeText } from '../test-support/notice-text.ts'
import { portalForTest, startTestServer, type TestPortal, type TestServer } from '../test-support/serve.ts'
import { temporaryFile } from '../test-support/temporary-folder.ts'
import { rowText } from './passages.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

/** A notice with a table of so many bridges; each row has a word of three characters, each third one a longer word. */
function noticeWithRows(number: string, rows: number, plan = '加固计划'): string {
  const row = (index: number) => `桥${index}\t巡查员\t${index % 3 === 0 ? plan : '已通车'}\n`
  const table = `桥梁\t职责\t备注\n${Array.from({ length: rows }, (_, index) => row(index + 1)).join('')}`
  return noticeText
    .replace('90号', `${number}号`)
    .replace('二、及时报告', `桥梁如下。\n\n${table}\n二、及时报告`)
}

const portalOf = (...texts: readonly string[]) =>
  portalForTest(server, ...texts.map((text, index) => temporaryFile(`${index}.txt`, text)))

const found = async ({ db }: TestPortal, word: string) => {
  const { count, placeCount } = await searchNotices(db, { terms: [[word]], limit: 9 })
  return [count, placeCount]
}

it('keeps a word from the import with which it stands in enough places, and counts it in all notices', async () => {
  const before = await portalOf(noticeWithRows('91', 150))
  const inDemo = await found(before, '巡查员')
  const keptBefore = await expectCountsOfTexts(before.db)
  expect(keptBefore).not.toContain('巡查员')

  const after = await portalOf(noticeWithRows('91', 150), noticeWithRows('92', 150))
  const kept = await expectCountsOfTexts(after.db)
  expect(kept).toContain('巡查员')
  expect(kept).not.toContain('加固计划')
  expect(await found(after, '巡查员')).toEqual([(inDemo[0] ?? 0) + 1, (inDemo[1] ?? 0) + 150])
  expect(await found(after, '加固计划')).toEqual([2, 100])
})

it('does not read passages of a word that is kept, and finds it only where it stands', async () => {
  const own = await portalOf(noticeWithRows('91', 300))
  expect(await expectCountsOfTexts(own.db)).toContain('巡查员')
  const [notices, places] = await found(own, '巡查员')
  // Nothing but what was counted tells of it any more.
  await sql`drop index gazette_searched_runs`.execute(own.db)
  expect(await found(own, '巡查员')).toEqual([notices, places])
  expect(await found(own, '巡查员名')).toEqual([0, 0])
})

it('counts a kept word anew where rows of a table are shown otherwise', async () => {
  const own = await portalOf(noticeWithRows('91', 300))
  const [, places = 0] = await found(own, '巡查员')
  const notice = await findNotice(own.db, 'qingyuan', '清政办发〔2026〕91号')
  const rows = notice?.instrument.tables[0]?.rows.map(({ cells }, index) => {
    const shown = cells.map((cell) => (index < 100 ? cell.replace('巡查员', '***') : cell))
    return { cells: shown, text: rowText(shown) }
  })
  const table = { county: 'qingyuan', instrument: notice?.head.id ?? '', number: 1 }
  await own.db.transaction().execute((transaction) => rewriteRows(transaction, table, rows ?? []))
  expect(await found(own, '巡查员')).toEqual([expect.any(Number), places - 100])
  await expectCountsOfTexts(own.db)
})
