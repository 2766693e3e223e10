import { chmodSync, copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { reachDatabase } from '@luoshi/store'
import { backUp, restore } from '@luoshi/store/backup'
import { openFileStorage } from '../files/open-file-storage.ts'
import { openServices } from '../open-services.ts'
import { systemClock } from '../services.ts'
import { readSettings, type Settings } from '../settings.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'
import { findDifference } from './verify-command.ts'

/** Where the data are. */
export interface BackupOptions {
  readonly data: string
}

/** Where they come to, and what they were encrypted with. */
export interface RestoreOptions extends BackupOptions {
  /** File of the master keys. */
  readonly keys?: string
}

/** Name of the file of master keys in a data folder. */
const KEYS = 'master-keys'

/** `luoshi backup`: everything into one file, also while the server runs. */
export async function backupCommand(
  file: string,
  { data }: BackupOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const read = readSettings(process.env)
  if (read.kind === 'refused') return failed(terminal, read.message)
  const path = resolve(file)
  if (existsSync(path)) return failed(terminal, `${path}已经有了：请换一个文件名，或先移走它。`)
  const storage = openFileStorage(read.settings.files, data)
  if ('kind' in storage) return failed(terminal, storage.message)
  const reached = await reachDatabase({ folder: data, url: read.settings.databaseUrl, isGuest: true })
  if (reached.kind === 'refused') return failed(terminal, reached.message)
  try {
    const done = await backUp(reached.connection, storage, path, systemClock(), terminal.err)
    const size = (statSync(path).size / 1024 / 1024).toFixed(1)
    terminal.out(
      `已备份 ${done.tables} 张表 ${done.rows} 行、${done.files} 个文件，写到 ${path}（${size} MB）。\n`,
    )
    terminal.out(`${keysNote(read.settings, data)}\n`)
    return exitCodes.done
  } finally {
    await reached.stop()
  }
}

/** `luoshi restore`: everything back from one file, and every chain recomputed. */
export async function restoreCommand(
  file: string,
  { data, keys }: RestoreOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const read = readSettings(process.env)
  if (read.kind === 'refused') return failed(terminal, read.message)
  const lacking = placeKeys(read.settings, data, keys)
  if (lacking !== null) return failed(terminal, lacking)
  const storage = openFileStorage(read.settings.files, data)
  if ('kind' in storage) return failed(terminal, storage.message)
  const reached = await reachDatabase({ folder: data, url: read.settings.databaseUrl })
  if (reached.kind === 'refused') return failed(terminal, reached.message)
  const restored = await restore(reached.connection, storage, resolve(file), terminal.err).finally(() =>
    reached.stop(),
  )
  if (restored.kind === 'refused') return failed(terminal, restored.message)
  const { rows, files, made, applied } = restored
  terminal.out(`已恢复 ${made.slice(0, 16).replace('T', ' ')} 的备份：${rows} 行、${files} 个文件。\n`)
  if (applied.length > 0) terminal.out(`数据已升级到本程序的版本（${applied.length} 步）。\n`)
  return verifyAll(data, read.settings, terminal)
}

/** Recomputes every chain and everything projected of each county. */
async function verifyAll(data: string, settings: Settings, terminal: Terminal): Promise<ExitCode> {
  const opened = await openServices(data, settings)
  if (opened.kind === 'refused') return failed(terminal, `数据已恢复，但打不开：${opened.message}`)
  try {
    const difference = await findDifference(opened.services, terminal)
    return difference === null ? exitCodes.done : failed(terminal, `数据已恢复，但核对发现：${difference}`)
  } finally {
    await opened.close()
  }
}

/** Puts the master keys where the server looks for them; or says what is lacking. */
function placeKeys({ masterKeys }: Settings, data: string, keys: string | undefined): string | null {
  if (masterKeys !== null) return null
  const place = join(data, KEYS)
  if (keys === undefined) {
    return existsSync(place)
      ? null
      : `备份里的个人信息是加密的：请用 --keys 给出备份时的主密钥文件（原数据文件夹里的 ${KEYS}），或设置 LUOSHI_MASTER_KEYS。`
  }
  if (!existsSync(keys)) return `没有主密钥文件${keys}。`
  if (existsSync(place)) return `${place}已经有了：请换一个空的数据文件夹，或不写 --keys。`
  mkdirSync(data, { recursive: true })
  copyFileSync(keys, place)
  chmodSync(place, 0o600)
  return null
}

function keysNote({ masterKeys }: Settings, data: string): string {
  const where = masterKeys === null ? resolve(data, KEYS) : '环境变量 LUOSHI_MASTER_KEYS'
  return `备份里的个人信息是加密的，恢复时要用主密钥（${where}）：请另行妥善保存，不要和备份放在一处。`
}

function failed(terminal: Terminal, message: string): ExitCode {
  terminal.err(message)
  return exitCodes.failed
}
