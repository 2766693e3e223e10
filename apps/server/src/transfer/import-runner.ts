import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { findProcedure } from '@luoshi/kernel'
import { endImport, type StoredImport, takeImport, tellImport } from '@luoshi/store'
import type { Services } from '../services.ts'
import { type CountyKeeper, surroundingsFor } from '../surroundings/county-keeper.ts'
import type { ImportReport } from './import-report.ts'
import { runImport } from './run-import.ts'

/** Runs imports that were asked for, one at a time in each process; one that a dead process left is taken up again. */
export class ImportRunner {
  readonly #services: Services
  readonly #counties: CountyKeeper
  #running: Promise<void> | null = null
  #isStopped = false
  #wasAsked = false

  constructor(services: Services, counties: CountyKeeper) {
    this.#services = services
    this.#counties = counties
  }

  /** Looks for what there is to run, and runs it until nothing waits any more. */
  wake(): Promise<void> {
    this.#wasAsked = true
    this.#running ??= this.#runAll().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  /** Ends what is running; it is taken up again after the next start. */
  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#running
  }

  async #runAll(): Promise<void> {
    const { db, log } = this.#services
    while (!this.#isStopped) {
      this.#wasAsked = false
      const taken = await takeImport(db)
      if (taken === null) {
        // What was asked for while that looked may have come too late for it.
        if (this.#wasAsked) continue
        return
      }
      try {
        await this.#run(taken)
      } catch (error) {
        log.error({ import: taken.id, err: error }, 'import failed')
        await endImport(db, taken, 'failed', null)
      }
    }
  }

  async #run(asked: StoredImport): Promise<void> {
    const { db, programmes } = this.#services
    const programme = programmes.find(({ id }) => id === asked.programme)
    const procedure = programme && findProcedure(programme, asked.procedure)
    if (programme === undefined || procedure === undefined) throw new Error('its procedure is gone')
    const state = await this.#counties.of(asked.county)
    const path = await this.#fetched(asked)
    const { county, actor, unit, digest, mode } = asked
    try {
      const report = await runImport(
        {
          db,
          surroundings: () => surroundingsFor(state, programme.id, this.#services),
          report: async ({ phase, total, done }) =>
            !this.#isStopped && (await tellImport(db, asked, { state: phase, total, done })),
        },
        { county, programme, procedure, actor, unit, owner: null },
        { path, digest, mode },
      )
      // What was ended by a stop of this process goes on in another, or after the next start.
      if (report.outcome === 'cancelled' && this.#isStopped) return
      await endImport(db, asked, report.outcome, withoutOutcome(report))
      if (programme.id === 'administration') this.#counties.drop(county)
    } finally {
      await rm(path, { force: true })
    }
  }

  /** The sheet as a file on this machine. */
  async #fetched({ county, digest }: StoredImport): Promise<string> {
    const { files } = this.#services
    const source = await files.open(county, digest)
    if (source === null) throw new Error('its sheet is gone')
    await mkdir(files.spoolFolder, { recursive: true })
    const path = join(files.spoolFolder, randomUUID())
    await pipeline(source, createWriteStream(path))
    return path
  }
}

function withoutOutcome({ outcome: _outcome, ...report }: ImportReport) {
  return report
}
