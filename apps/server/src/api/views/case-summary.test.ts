import { type Case, unitNamed, unitTree } from '@luoshi/kernel'
import { everyProgramme } from '@luoshi/programmes'
import { expect, it } from 'vitest'
import { titleOf } from './case-summary.ts'
import type { Sight } from './sight.ts'

it('calls a record by its choices and units as they read, and never by what a unit is numbered', () => {
  const programme = everyProgramme.find(({ id }) => id === 'fire-services')
  const procedure = programme?.procedures.find(({ register }) => register === 'evaluations')
  if (programme === undefined || procedure === undefined) throw new Error('fire services are gone')
  const units = unitTree([unitNamed('u1', '东镇人民政府', null)])
  const state = { units } as Sight['state']
  const data = { stage: 'final', year: 2025, body: 'u1', kind: 'township' }
  const called = (more: object) =>
    titleOf({ programme, procedure, state, now: '2026-01-05T09:00:00+08:00' }, {
      id: 'case-1',
      data: { ...data, ...more },
    } as unknown as Case)
  expect(called({})).toBe('终期考核 东镇人民政府')
  expect(called({ body: undefined })).toBe('终期考核')
})
