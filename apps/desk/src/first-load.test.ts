import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { builtDesk } from '../build.ts'

/** Compressed JavaScript that a browser may have to load before the first screen works. Bytes. */
const MOST = 250 * 1024

interface Chunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
}

it('loads at most 250 KiB of compressed JavaScript before the first screen works', async () => {
  const folder = await builtDesk()
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, Chunk>
  const needed = new Set<string>()
  const need = (name: string) => {
    if (needed.has(name)) return
    needed.add(name)
    for (const imported of manifest[name]?.imports ?? []) need(imported)
  }
  for (const [name, { isEntry }] of Object.entries(manifest)) if (isEntry === true) need(name)
  expect(needed.size).toBeGreaterThan(0)
  const bytes = [...needed].map(
    (name) => gzipSync(readFileSync(join(folder, manifest[name]?.file ?? ''))).length,
  )
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST)
})
