import { checkProgramme, citesIn, definitionJson } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { programmes } from './index.ts'

describe.each(programmes.map((programme) => [programme.id, programme] as const))('%s', (_id, programme) => {
  it('fits together', () => {
    expect(checkProgramme(programme).map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([])
  })

  it('is JSON from top to bottom, its code in rules only', () => {
    const json = definitionJson(programme)
    expect(JSON.parse(JSON.stringify(json))).toEqual(json)
  })

  it('stands on its notice: every cite lies within it', () => {
    if (programme.basis.kind !== 'instrument') throw new Error('a programme cites its notice')
    const { docNumber, lines } = programme.basis
    for (const { cite, path } of citesIn(programme)) {
      if (cite.kind !== 'instrument' || cite.docNumber !== docNumber) continue
      expect(cite.lines[0] >= lines[0] && cite.lines[1] <= lines[1], path.join('.')).toBe(true)
    }
  })
})
