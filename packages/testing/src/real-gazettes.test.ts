import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findGazettesFolder } from './real-gazettes.ts'

describe('findGazettesFolder', () => {
  it('takes the folder that LUOSHI_GAZETTES names', () => {
    const folder = mkdtempSync(join(tmpdir(), 'luoshi-gazettes-'))
    writeFileSync(join(folder, 'qingyuan-2024-01.txt'), '清源县人民政府公报\n')
    expect(findGazettesFolder({ LUOSHI_GAZETTES: folder })).toBe(folder)
  })

  it('refuses a LUOSHI_GAZETTES without a gazette, naming the folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'luoshi-gazettes-'))
    expect(() => findGazettesFolder({ LUOSHI_GAZETTES: folder })).toThrow(
      `LUOSHI_GAZETTES names ${folder}, which holds no *.txt file`,
    )
    expect(() => findGazettesFolder({ LUOSHI_GAZETTES: join(folder, 'missing') })).toThrow(
      /holds no \*\.txt file/,
    )
  })
})
