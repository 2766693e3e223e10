import { expect, it } from 'vitest'
import { brokenWells, mending } from '../fixtures/well-mending.ts'
import { fields, money } from '../schema/fields.ts'
import { openingFieldsOf } from './asked-fields.ts'
import type { Procedure } from './procedure.ts'

const asked = (procedure: Procedure) => Object.keys(openingFieldsOf(procedure).def.shape)

it('asks at the opening neither for what it computes nor for what an action will', () => {
  const all = Object.keys(brokenWells.fields.def.shape)
  expect(asked(mending)).toEqual(all.filter((name) => name !== 'grade' && name !== 'subsidy'))
})

it('asks for what an action computes again, where no case opens without it', () => {
  const subject = fields({ ...brokenWells.fields.def.shape, subsidy: money('修复补助') })
  expect(asked({ ...mending, subject })).toContain('subsidy')
})
