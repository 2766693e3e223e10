import { describe, expect, test } from 'vitest'
import { counties, countyBySlug } from './index.ts'

/** Names that the reader holds to be one: brackets and spaces say nothing. */
const fold = (name: string) => name.replace(/[（()）〈〉<>［］[\]\s]/g, '')

test('counties are found by their slug', () => {
  expect(countyBySlug.get('wutai')?.name).toBe('五台县')
  expect(countyBySlug.get('qingyuan')?.name).toBe('清源县')
  expect(countyBySlug.get('nowhere')).toBeUndefined()
  expect(countyBySlug.size).toBe(counties.length)
})

test('五台县 and 五寨县 carry their codes of GB/T 2260', () => {
  expect(countyBySlug.get('wutai')?.regionCode).toBe('140922')
  expect(countyBySlug.get('wuzhai')?.regionCode).toBe('140928')
})

describe.each(counties)('units of $name', ({ units, places }) => {
  test('no name leads to two units', () => {
    const written = units.flatMap(({ name, aliases }) => [name, ...aliases])
    const folded = written.map(fold)
    const twice = written.filter((name, index) => folded.indexOf(fold(name)) !== index)
    expect(twice.filter((name) => !isBracketVariant(name, units))).toEqual([])
  })

  test('no name is empty, spaced or cut', () => {
    for (const { name, aliases } of units) {
      for (const written of [name, ...aliases]) expect(written).toMatch(/^[^\s、，。：；]{2,40}$/)
    }
  })

  test('each township is a place and a unit', () => {
    for (const { name } of units) {
      const township = /^(.{2,4}[镇乡])人民政府$/.exec(name)?.[1]
      if (township) expect(places).toContain(township)
    }
  })
})

/** Whether a name folds to another of the same unit. */
function isBracketVariant(
  name: string,
  units: readonly { name: string; aliases: readonly string[] }[],
): boolean {
  return (
    units.filter((unit) => [unit.name, ...unit.aliases].some((other) => fold(other) === fold(name)))
      .length === 1
  )
}
