import { expect, it } from 'vitest'
import { phaseStanding } from './phase-standing.ts'

const phases = [
  { from: '2022-06-01', until: '2022-09-20' },
  { from: '2022-06-01', until: '2022-12-31' },
  { from: '2022-06-01', until: '2024-05-31' },
  { from: '2022-09-21', until: '2023-06-30' },
  { from: '2022-09-21', until: '2025-05-31' },
]

it('[wuzhai-2022-zbf25.8] tells of any day which phases run on it', () => {
  const on = (day: string) => phases.map((phase) => phaseStanding(phase, day))
  expect(on('2022-10-01')).toEqual(['over', 'running', 'running', 'running', 'running'])
  expect(on('2022-09-20')).toEqual(['running', 'running', 'running', 'coming', 'coming'])
  expect(on('2025-06-01')).toEqual(['over', 'over', 'over', 'over', 'over'])
})

it('tells nothing of a phase without dates, and takes one without an end to go on', () => {
  expect(phaseStanding({ from: null, until: null }, '2022-10-01')).toBe('undated')
  expect(phaseStanding({ from: '2022-10-01', until: null }, '2030-01-01')).toBe('running')
})
