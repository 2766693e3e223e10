import { read } from '@luoshi/gazette'
import { requireRealGazettes } from '@luoshi/testing'
import { expect, test } from 'vitest'
import { counties, countyBySlug } from './index.ts'

const gazettes = requireRealGazettes().map(({ name, text }) => ({
  name,
  issue: read(text, { file: name, counties }),
}))

test.each(gazettes)('$name is its own county’s', ({ name, issue }) => {
  expect(issue.county).toBe(name.split('-')[0])
})

test('at least 99 % of the units in responsibility markers are in the tables', () => {
  const bound = gazettes.flatMap(({ issue }) => {
    const known = new Set(countyBySlug.get(issue.county ?? '')?.units.map(({ name }) => name))
    const units = issue.instruments.flatMap(({ duties }) => duties.flatMap((duty) => duty.units))
    return units.map(({ name, printed }) => ({ printed, isKnown: known.has(name) }))
  })
  const unknown = bound.filter(({ isKnown }) => !isKnown).map(({ printed }) => printed)
  expect(bound.length).toBeGreaterThan(1600)
  expect(unknown.length / bound.length, unknown.join(' ')).toBeLessThan(0.01)
})
