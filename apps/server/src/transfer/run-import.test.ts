import { createHash } from 'node:crypto'
import { type Database, listCases, reveal, verify } from '@luoshi/store'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { temporaryFile } from '../test-support/temporary-folder.ts'
import { deepTillage, plotsOf, surroundings } from './county-of-plots.test-support.ts'
import { exportList } from './export-list.ts'
import type { ImportReport } from './import-report.ts'
import { importTemplate } from './import-template.ts'
import { type ImportMode, type ImportProgress, runImport } from './run-import.ts'

let server: TestServer
let db: Database
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server?.stop(), 60_000)

const HEADINGS = '地块编号,乡（镇）,村,地块面积(亩),农户姓名,农户联系方式,所属机构'
const row = (number: number, more = '') =>
  `三岔-${number},三岔镇,上坪村,${number}.5,李田喜,13800005678,${more}`

interface Asked {
  readonly mode?: ImportMode
  readonly digest?: string
  readonly report?: (progress: ImportProgress) => Promise<boolean>
}

async function importCsv(lines: readonly string[], asked: Asked = {}): Promise<ImportReport> {
  const path = temporaryFile('地块.csv', [HEADINGS, ...lines].join('\n'))
  const {
    mode = 'good-rows',
    digest = createHash('sha256').update(lines.join()).digest('hex'),
    report = async () => true,
  } = asked
  return runImport({ db, surroundings: () => surroundings, report }, plotsOf(), { path, digest, mode })
}

const query = () => {
  const { programme, procedure, county } = plotsOf()
  const filter = { county, isWholeCounty: true, units: [], owner: null }
  return { county, programme, procedure, filter }
}
async function numbersStored(): Promise<unknown[]> {
  const listed = await listCases(db, { ...query(), limit: 500 })
  return listed.kind === 'page' ? listed.rows.map(({ case: found }) => found.data['number']).sort() : []
}

describe('an import', () => {
  beforeAll(async () => {
    db = await server.database(8)
  })

  it('stores each row as an action of its own, personal data sealed, for the unit that it names', async () => {
    const report = await importCsv([row(1), row(2, '上坪村')])
    expect(report).toEqual({
      outcome: 'stored',
      rows: 2,
      stored: 2,
      repeated: 0,
      refused: 0,
      problems: [],
      problemCount: 0,
      unused: [],
    })
    const listed = await listCases(db, query())
    const found = listed.kind === 'page' ? listed.rows.map(({ case: each }) => each) : []
    expect(found.map(({ unit }) => unit).sort()).toEqual(['sancha', 'shangping'])
    expect(found[0]?.data).toMatchObject({ farmer: '李**', area: expect.stringMatching(/^\d\.5$/) })
    const { programme, procedure, actor } = plotsOf()
    const cases = found.map(({ id }) => id)
    const clear = await reveal(
      db,
      programme,
      { county: 'qingyuan', procedure: procedure.id, cases, by: actor, reason: '核对' } as never,
      surroundings,
    )
    expect(JSON.stringify(clear)).toContain('李田喜')
    expect(await verify(db, [deepTillage], 'qingyuan', surroundings)).toMatchObject({
      kind: 'verified',
      cases: 2,
    })
  })

  it('does nothing twice: the same file again stores nothing, and one that broke off goes on', async () => {
    const lines = [row(11), row(12), row(13)]
    let told = 0
    const cancelled = await importCsv(lines, { digest: 'again', report: async () => ++told < 1 })
    expect(cancelled.outcome).toBe('cancelled')
    expect(await importCsv(lines, { digest: 'again' })).toMatchObject({ stored: 3, repeated: 0 })
    expect(await importCsv(lines, { digest: 'again' })).toMatchObject({
      outcome: 'stored',
      stored: 0,
      repeated: 3,
    })
  })

  it('tells of every row what was found and what would pass, by line and column, personal data masked', async () => {
    const report = await importCsv([
      row(21),
      '三岔-22,三岔镇,上坪村,十二,李田喜,123,',
      '三岔-23,三岔镇,,1.5,李田喜,,气象局',
      row(21),
      '合计,,,3,,,',
    ])
    expect(report).toMatchObject({ rows: 4, stored: 1, refused: 3, problemCount: 5 })
    expect(report.problems).toEqual([
      {
        line: 3,
        column: '地块面积（亩）（D列）',
        message: '“地块面积（亩）”填的是“十二”，应填不小于0的数，如12.5。',
      },
      {
        line: 3,
        column: '农户联系方式（F列）',
        message: '“农户联系方式”填的是“***”，应填11位手机号，或带区号的电话，如0350-1234567。',
      },
      {
        line: 4,
        column: '所属机构（G列）',
        message: '没有名为“气象局”的机构，请填本县机构的全称或规范简称。',
      },
      { line: 4, column: '村（C列）', message: '“村”未填写，应填文字。' },
      { line: 5, column: '', message: '与第2行重复：三岔-21在同一台账中只能有一条，请删去其中一行。' },
    ])
  })

  it('stores nothing at all where one row is wrong and all were wanted', async () => {
    const before = await numbersStored()
    expect(await importCsv([row(31), '三岔-32,,,,,,'], { mode: 'all-or-nothing' })).toMatchObject({
      outcome: 'nothing-stored',
      stored: 0,
      refused: 1,
    })
    expect(await numbersStored()).toEqual(before)
  })

  it('stores nothing at all where the register refuses one, and says which', async () => {
    const before = await numbersStored()
    const foreign = await importCsv([row(41), row(42, '胡会乡人民政府')], { mode: 'all-or-nothing' })
    expect(foreign).toMatchObject({ outcome: 'nothing-stored', stored: 0, refused: 1 })
    expect(foreign.problems[0]).toMatchObject({
      line: 3,
      message: expect.stringContaining('您无权对此办件办理“登记”'),
    })
    expect(await numbersStored()).toEqual(before)
    expect(await importCsv([row(41), row(42)], { mode: 'all-or-nothing' })).toMatchObject({
      outcome: 'stored',
      stored: 2,
    })
  })

  it('stops in the middle when asked to, and leaves nothing where all were wanted', async () => {
    const lines = Array.from({ length: 450 }, (_, index) => row(1000 + index))
    const before = await numbersStored()
    const seen: ImportProgress[] = []
    const report = async (progress: ImportProgress) => {
      seen.push(progress)
      return progress.phase === 'checking' || progress.done < 200
    }
    expect(await importCsv(lines, { mode: 'all-or-nothing', report })).toMatchObject({
      outcome: 'cancelled',
      stored: 0,
    })
    expect(await numbersStored()).toEqual(before)
    expect(seen).toContainEqual({ phase: 'checking', total: 450, done: 450 })
    expect(await importCsv(lines, { report })).toMatchObject({ outcome: 'cancelled' })
    expect(await importCsv(lines)).toMatchObject({ outcome: 'stored', rows: 450, refused: 0 })
  })
})

describe('a template', () => {
  it('has a column for each field and a sheet that explains them; filled in, it is read', async () => {
    const parts: Uint8Array[] = []
    for await (const part of importTemplate(plotsOf().procedure)) parts.push(part)
    const bytes = Buffer.concat(parts)
    expect((await readSheet(bytes))[0]).toEqual([
      '地块编号*',
      '乡（镇）*',
      '村*',
      '地块面积（亩）*',
      '农户姓名*',
      '农户联系方式',
      '所属机构',
    ])
    expect((await readSheet(bytes, '填写说明'))[4]).toEqual([
      '地块面积（亩）',
      '是',
      '不小于0的数，如12.5',
      null,
    ])
  })
})

describe('an export', () => {
  const exported = async (format: 'xlsx' | 'csv') => {
    const list = await exportList(db, { query: { ...query() }, units: surroundings.units }, format)
    if (list.kind === 'refused') throw new Error(list.issue.message)
    const parts: Uint8Array[] = []
    for await (const part of list.body) parts.push(part)
    return Buffer.concat(parts)
  }

  it('has all pages, masked, figures as figures and days as days', async () => {
    db = await server.database(8)
    const lines = Array.from({ length: 620 }, (_, index) => row(index + 1))
    await importCsv(lines)
    const rows = await readSheet(await exported('xlsx'))
    expect(rows).toHaveLength(621)
    expect(rows[0]?.slice(0, 8)).toEqual([
      '编号',
      '环节',
      '所属机构',
      '地块编号',
      '乡（镇）',
      '村',
      '地块面积（亩）',
      '农户姓名',
    ])
    expect(rows[1]?.slice(1, 3)).toEqual(['在册', '三岔镇人民政府'])
    expect(rows[1]?.[6]).toEqual(expect.any(Number))
    expect(rows[1]?.slice(7, 9)).toEqual(['李**', '138****5678'])
    expect(rows[1]?.[9]).toEqual(new Date('2026-03-02T00:00:00Z'))
  })

  it('keeps formulas from running, and comes back as it went', async () => {
    db = await server.database(8)
    await importCsv(['=1+1,三岔镇,@上坪,2.50,李田喜,,'])
    const text = (await exported('csv')).toString()
    expect(text.startsWith('\uFEFF编号,')).toBe(true)
    expect(text).toContain(",'=1+1,三岔镇,'@上坪,2.50,李**,,")
    expect((await readSheet(await exported('xlsx')))[1]?.[3]).toBe('=1+1')
  })
})
