import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const walk = readFileSync(`${root}docs/adding-a-programme.md`, 'utf8')
const blocks = [...walk.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code)

/** Lines without what differs by where they stand: how far they are set in. */
const linesOf = (code: string) =>
  code
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')

const files = globSync(['programmes/deep-tillage/*.ts', 'packages/kernel/src/fixtures/*.ts'], { cwd: root })
const sources = files.map((file) => linesOf(readFileSync(root + file, 'utf8')))

describe('the walk from a notice to a programme', () => {
  it('has code', () => {
    expect(blocks.length).toBeGreaterThan(5)
  })

  it.each(blocks.map((block) => [block.split('\n')[0], block]))(
    'shows only code that is compiled: %s',
    (_first, block = '') => {
      // “// …” stands for what is left out.
      for (const part of block.split('// …')) {
        expect(
          sources.some((source) => source.includes(linesOf(part))),
          part,
        ).toBe(true)
      }
    },
  )

  it('names only files that are there', () => {
    const named = [...walk.matchAll(/`((?:programmes|packages|counties)\/[\w./-]+\.ts)`/g)].map(
      ([, file = '']) => file,
    )
    expect(named.length).toBeGreaterThan(3)
    for (const file of named) expect(globSync(file, { cwd: root }), file).toEqual([file])
  })
})
