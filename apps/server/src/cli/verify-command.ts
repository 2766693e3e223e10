import { dateOf } from '@luoshi/kernel'
import { everyProgramme } from '@luoshi/programmes'
import { findChangedFile, rotateKeys, verify } from '@luoshi/store'
import type { Services } from '../services.ts'
import { readCounty } from '../surroundings/read-county.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'
import { withServices } from './with-services.ts'

/** Where the data are. */
export interface DataOptions {
  readonly data: string
}

/** `luoshi verify`: recomputes every chain, all that is projected and every file's digest, also beside a running server. */
export async function verifyCommand({ data }: DataOptions, terminal: Terminal): Promise<ExitCode> {
  return withServices(data, terminal, async (services) => {
    const difference = await findDifference(services, terminal)
    if (difference === null) return exitCodes.done
    terminal.err(`核对发现：${difference}`)
    return exitCodes.failed
  })
}

/** `luoshi keys rotate`: wraps every key under the first of the master keys. */
export async function rotateKeysCommand({ data }: DataOptions, terminal: Terminal): Promise<ExitCode> {
  return withServices(data, terminal, async ({ db, vault }) => {
    const wrapped = await rotateKeys(db, vault)
    terminal.out(
      wrapped === 0
        ? '全部密钥都已由现在的主密钥保护，没有要更换的。\n'
        : `已用现在的主密钥重新保护 ${wrapped} 把密钥；数据和办理记录没有改动，旧的主密钥可以停用。\n`,
    )
    return exitCodes.done
  })
}

/** Recomputes everything of each county, saying what was gone through; the first difference, null where there is none. */
export async function findDifference(
  { db, vault, files, clock }: Services,
  terminal: Terminal,
): Promise<string | null> {
  const counties = await db.selectFrom('actions').select('county').distinct().orderBy('county').execute()
  for (const { county } of counties) {
    const { calendar, parameters } = await readCounty(db, county, everyProgramme)
    const means = { vault, calendar, ownParameters: parameters }
    const verified = await verify(db, everyProgramme, county, means)
    if (verified.kind === 'differs') return verified.message
    const changed = await findChangedFile(db, files, county)
    if (changed !== null) return changed
    terminal.out(
      `已核对 ${county}：${verified.cases} 个办件、${verified.actions} 条办理记录，无误（${dateOf(clock())}）。\n`,
    )
  }
  if (counties.length === 0) terminal.out('还没有办理记录，没有要核对的。\n')
  return null
}
