import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { createGenerator } from 'ts-json-schema-generator'
import { findGazettesFolder } from './real-gazettes.ts'

const repositoryRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')

/** Path of the agreed form of a reading, `contracts/reader.d.ts` beside the real gazettes' folder. */
export function requireReaderContract(): string {
  const gazettes = findGazettesFolder()
  const path = gazettes === null ? null : resolve(gazettes, '../contracts/reader.d.ts')
  if (path === null || !existsSync(path)) {
    throw new Error('No contract here: contracts/reader.d.ts belongs beside the folder of the real gazettes')
  }
  return path
}

/**
 * Gives a function that says what in a value is not as the contract's `ReadResult` wants it. Fields beyond the
 * contract are allowed: a repair says its column too.
 */
export function contractValidator(contract: string): (value: unknown) => string[] {
  const config = { path: contract, type: 'ReadResult', skipTypeCheck: true, additionalProperties: true }
  const schema: object = createGenerator(config).createSchema('ReadResult')
  const validate = new Ajv({ allErrors: true }).compile(schema)
  return (value) => {
    if (validate(value)) return []
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
}

/**
 * What the TypeScript compiler says where a type of ours is used as the contract's `ReadResult`; empty where it
 * may be.
 */
export function contractTypeErrors(
  contract: string,
  ours: { readonly path: string; readonly type: string },
): string {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-contract-'))
  try {
    const lines = [
      `import type { ReadResult } from ${JSON.stringify(contract)}`,
      `import type { ${ours.type} as Ours } from ${JSON.stringify(ours.path)}`,
      'export const asContract = (ours: Ours): ReadResult => ours',
    ]
    const file = join(folder, 'contract.ts')
    writeFileSync(file, `${lines.join('\n')}\n`)
    return compile(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function compile(file: string): string {
  const options = ['--noEmit', '--strict', '--allowImportingTsExtensions', '--module', 'esnext']
  const compiler = join(repositoryRoot, 'node_modules/typescript/bin/tsc')
  const more = ['--moduleResolution', 'bundler', '--target', 'es2024', '--types', '', '--ignoreConfig']
  try {
    execFileSync(process.execPath, [compiler, ...options, ...more, file], { encoding: 'utf8', stdio: 'pipe' })
    return ''
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout || error)
  }
}
