import { expect, it } from 'vitest'
import { may } from '../access/access.ts'
import { instrument } from '../cite.ts'
import { defineProgramme } from '../programme/programme.ts'
import { fields, reference, text } from '../schema/fields.ts'
import { fieldsReferringTo, referencesIn } from './references.ts'
import { defineRegister } from './register.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕7号')
const access = { read: [may('brigade', 'county')], write: [may('brigade', 'unit')] }
const register = (id: string, title: string, more: Parameters<typeof fields>[0]) =>
  defineRegister({
    ...{ id, title, access, basis: notice.lines(5), key: ['number'] },
    fields: fields({ number: text('编号'), ...more }),
  })
const programme = defineProgramme({
  id: 'hydrants-of-towns',
  title: '消火栓管理',
  basis: notice.lines(1, 9),
  version: 1,
  validFrom: '2026-01-01',
  validTo: null,
  roles: { brigade: { title: '消防大队', basis: notice.lines(5) } },
  registers: [
    register('hydrants', '消火栓台账', { twin: reference('备用消火栓', 'hydrants').optional() }),
    register('repairs', '维修台账', { hydrant: reference('消火栓', 'hydrants') }),
    register('bills', '费用台账', {
      repair: reference('维修', 'repairs'),
      hydrant: reference('消火栓', 'hydrants').optional(),
    }),
  ],
  procedures: [],
  rules: [],
  parameters: [],
  papers: [],
  open: [],
})

it('finds what names the records of a register, and what belongs to them before all else', () => {
  const found = (id: string) =>
    fieldsReferringTo(programme, id).map(({ procedure, field, label, isFirst }) => [
      procedure.id,
      field,
      label,
      isFirst,
    ])
  expect(found('hydrants')).toEqual([
    ['hydrants', 'twin', '备用消火栓', true],
    ['repairs', 'hydrant', '消火栓', true],
    ['bills', 'hydrant', '消火栓', false],
  ])
  expect(referencesIn(programme.registers[2]?.fields ?? fields({}))).toEqual([
    { field: 'repair', label: '维修', register: 'repairs' },
    { field: 'hydrant', label: '消火栓', register: 'hydrants' },
  ])
  expect(found('repairs')).toEqual([['bills', 'repair', '维修', true]])
  expect(found('bills')).toEqual([])
})
