import { expect, it } from 'vitest'
import { groundwaterLevel, waterDrawn, wellsMetered } from '../fixtures/well-supervision.ts'
import { progressOf } from './progress.ts'

it('a figure is so far on its way, to one place, and may be past its target', () => {
  const of = (value: string) => progressOf(wellsMetered, '2026', value, '2026-12-31')
  expect([of('30'), of('90'), of('95.5')]).toEqual(['33.3', '100.0', '106.1'])
})

it('no share tells how far it is where less is better, or nothing is set', () => {
  expect(progressOf(waterDrawn, '2026', '100', '2026-12-31')).toBeNull()
  expect(progressOf(groundwaterLevel, '2026', '100', '2026-12-31')).toBeNull()
})
