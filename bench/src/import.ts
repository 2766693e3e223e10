import { createHash } from 'node:crypto'
import { chmodSync, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { findProcedure } from '@luoshi/kernel'
import { connectTo, migrate, startEmbeddedPostgres } from '@luoshi/store'
import { exportList } from '../../apps/server/src/transfer/export-list.ts'
import { openRecords } from '../../apps/server/src/transfer/read-records.ts'
import { type ImportMode, runImport } from '../../apps/server/src/transfer/run-import.ts'
import { workbookStream } from '../../apps/server/src/transfer/workbook-stream.ts'
import { clerk, surroundings, waterLevels } from './log-programme.ts'

/** Rows of the sheet; `ROWS` sets another number. */
const ROWS = Number(process.env['ROWS'] ?? 100_000)

const procedure = findProcedure(waterLevels, 'reading')

/** A workbook of readings, written as it is wide. */
async function writeSheet(path: string): Promise<number> {
  const column = (heading: string) => ({ heading, width: 12, isText: false, guide: null })
  const rows = (function* () {
    for (let number = 0; number < ROWS; number++) {
      yield [
        { kind: 'text', value: `${number}村` } as const,
        { kind: 'number', value: `${800 + (number % 50)}.25` } as const,
      ]
    }
  })()
  const sheet = { name: '水位', columns: [column('村'), column('水位')], rows }
  await pipeline(workbookStream([sheet]), createWriteStream(path))
  return ROWS
}

/** Rows a second and the largest memory meanwhile, of something done once. */
async function measured(what: () => Promise<number>): Promise<string> {
  const begin = performance.now()
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 50)
  const rows = await what()
  clearInterval(watch)
  const seconds = (performance.now() - begin) / 1000
  return `${rows} rows | ${seconds.toFixed(1)} | ${(rows / seconds).toFixed(0)} | ${(most / 1024 / 1024).toFixed(0)}`
}

/** A sheet read alone, imported both ways, and lists given out: rows a second and memory. */
export async function benchImport(say: (line: string) => void): Promise<void> {
  if (procedure === undefined) throw new Error('there are no readings')
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-bench-'))
  chmodSync(folder, 0o755)
  const path = join(folder, 'readings.xlsx')
  say('| what | rows | seconds | rows/s | memory, MB |')
  say('|---|---:|---:|---:|---:|')
  say(`| write a workbook | ${await measured(() => writeSheet(path))} |`)
  say(`| read and check it | ${await measured(readOnly)} |`)
  const outcome = await startEmbeddedPostgres(folder)
  if (outcome.kind === 'refused') throw new Error(outcome.message)
  const { server } = outcome
  const db = connectTo({ ...server.connection, database: 'postgres' }, 10)
  await migrate(db)
  for (const mode of ['good-rows', 'all-or-nothing'] as const) {
    say(`| import, ${mode} | ${await measured(() => importOnce(mode))} |`)
  }
  for (const format of ['xlsx', 'csv'] as const) {
    say(`| export, ${format} | ${await measured(() => exportOnce(format))} |`)
  }
  say(`The workbook has ${(statSync(path).size / 1024 / 1024).toFixed(1)} MB.`)
  await db.destroy()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })

  async function readOnly(): Promise<number> {
    const context = { units: surroundings.units, today: '2026-03-02' }
    const opened = await openRecords(path, procedure as NonNullable<typeof procedure>, context)
    if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.problems))
    let count = 0
    for await (const row of opened.rows) if (row.kind === 'record') count++
    return count
  }

  async function importOnce(mode: ImportMode): Promise<number> {
    const target = {
      county: 'qingyuan',
      programme: waterLevels,
      procedure: procedure as NonNullable<typeof procedure>,
      actor: clerk,
      unit: 'water',
      owner: null,
    }
    const digest = createHash('sha256').update(mode).digest('hex')
    const means = { db, surroundings: () => surroundings, report: async () => true }
    const report = await runImport(means, target, { path, digest, mode })
    if (report.stored !== ROWS)
      throw new Error(JSON.stringify({ ...report, problems: report.problems.slice(0, 3) }))
    return report.stored
  }

  async function exportOnce(format: 'xlsx' | 'csv'): Promise<number> {
    const filter = { county: 'qingyuan', isWholeCounty: true, units: [], owner: null }
    const query = { county: 'qingyuan', programme: waterLevels, procedure: procedure as never, filter }
    const exported = await exportList(db, { query, units: surroundings.units }, format)
    if (exported.kind === 'refused') throw new Error(exported.issue.message)
    await pipeline(exported.body, createWriteStream(join(folder, `list.${format}`)))
    return ROWS * 2
  }
}
