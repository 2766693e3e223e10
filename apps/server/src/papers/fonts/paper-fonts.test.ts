import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../test-support/temporary-folder.ts'
import { fontsOf } from './paper-fonts.ts'

it('a county’s own font is drawn with first, and an open one for what it has not', async () => {
  const folder = temporaryFolder()
  const package_ = dirname(
    createRequire(import.meta.url).resolve('@fontsource-variable/noto-serif-sc/package.json'),
  )
  const slice = readFileSync(join(package_, 'files', 'noto-serif-sc-119-wght-normal.woff2'))
  const own = await subsetFont(slice, '的一', { targetFormat: 'truetype', variationAxes: { wght: 400 } })
  writeFileSync(join(folder, '仿宋_自有.ttf'), own)
  const { fonts, missing } = await fontsOf('body', new Set('的一亩𪚥'), folder)
  expect(missing).toEqual(['𪚥'])
  expect(fonts.map(({ characters }) => [...characters].sort())).toEqual([
    ['一', '的'],
    ['〓', '亩'],
  ])
  expect(Buffer.from(fonts[0]?.file ?? []).equals(own)).toBe(true)
  // Another face is not touched by it.
  const heading = await fontsOf('heading', new Set('的'), folder)
  expect(heading.fonts).toHaveLength(1)
})
