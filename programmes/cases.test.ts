import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { proceduresOf } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { everyProgramme } from './index.ts'
import { expectedOf, playCase, type WrittenCase } from './play-case.ts'

// A published list alone has nothing that could be played.
const played = everyProgramme.filter(({ procedures }) => procedures.length > 0)

describe.each(played.map((programme) => [programme.id, programme] as const))(
  'cases of %s',
  (id, programme) => {
    const folder = fileURLToPath(new URL(`./${id}/cases/`, import.meta.url))
    const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'))

    it('are there', () => {
      expect(files.length).toBeGreaterThan(0)
    })

    it.each(files)('%s', (file) => {
      const { 流程, ...written } = parse(readFileSync(`${folder}${file}`, 'utf8'), {
        merge: true,
      }) as WrittenCase & { 流程: string }
      const procedure = proceduresOf(programme).find(({ title }) => title === 流程)
      if (procedure === undefined) throw new Error(`${file}：没有名为“${流程}”的流程`)
      expect(playCase(programme, procedure, written)).toEqual(written.经过.map(expectedOf))
    })
  },
)
