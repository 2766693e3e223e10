import { expect, it } from 'vitest'
import { may } from '../access/access.ts'
import { instrument } from '../cite.ts'
import { openCase, transition } from '../procedure/transition.ts'
import { defineProgramme } from '../programme/programme.ts'
import { fields, text } from '../schema/fields.ts'
import { officialCalendar } from '../time/official-calendar.ts'
import { unitNamed } from '../unit/unit.ts'
import { unitTree } from '../unit/unit-tree.ts'
import { findProcedure, proceduresOf } from './record-procedure.ts'
import { defineRegister } from './register.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕7号')
const hydrants = defineRegister({
  id: 'hydrants',
  title: '消火栓台账',
  basis: notice.lines(5),
  fields: fields({ number: text('编号'), place: text('位置'), note: text('备注').optional() }),
  key: ['number'],
  access: { read: [may('brigade', 'county')], write: [may('brigade', 'unit')] },
})
const programme = defineProgramme({
  id: 'hydrants-of-towns',
  title: '消火栓管理',
  basis: notice.lines(1, 9),
  version: 1,
  validFrom: '2026-01-01',
  validTo: null,
  roles: { brigade: { title: '消防大队', basis: notice.lines(5) } },
  registers: [hydrants],
  procedures: [],
  rules: [],
  parameters: [],
  papers: [],
  open: [],
})
const context = {
  now: '2026-03-02T09:00:00+08:00',
  calendar: officialCalendar(),
  units: unitTree([unitNamed('fire', '县消防救援大队', null)]),
  programme,
  parameters: {},
  facts: {},
}
const by = {
  id: 'lin',
  county: 'qingyuan',
  posts: [{ role: 'brigade', unit: 'fire', from: null, until: null }],
}
const belonging = { id: 'one', county: 'qingyuan', unit: 'fire', owner: null }

it('keeps a record of a register that no case carries as a case of its own kind', () => {
  expect(proceduresOf(programme).map(({ id }) => id)).toEqual(['hydrants'])
  expect(proceduresOf(programme)).toBe(proceduresOf(programme))
  const kept = findProcedure(programme, 'hydrants')
  if (kept === undefined) throw new Error('no procedure')
  const entered = openCase(kept, belonging, { by, input: { number: '1', place: '东街口' } }, context)
  if (entered.kind === 'refused') throw new Error(entered.issues[0]?.message)
  const moved = transition(kept, entered.case, { name: 'change', by, input: { place: '西街口' } }, context)
  expect(moved).toMatchObject({
    kind: 'done',
    case: { data: { number: '1', place: '西街口' }, state: 'current' },
  })
  const silent = transition(kept, entered.case, { name: 'strike', by }, context)
  expect(silent).toMatchObject({ kind: 'refused', issues: [{ code: 'reason-missing' }] })
  const struck = transition(kept, entered.case, { name: 'strike', by, reason: '道路拆除' }, context)
  expect(struck).toMatchObject({ kind: 'done', case: { state: 'struck' } })
})

it('does not let a change touch what tells one record from all others', () => {
  const kept = findProcedure(programme, 'hydrants')
  if (kept === undefined) throw new Error('no procedure')
  const entered = openCase(kept, belonging, { by, input: { number: '1', place: '东街口' } }, context)
  if (entered.kind === 'refused') throw new Error(entered.issues[0]?.message)
  const renamed = transition(kept, entered.case, { name: 'change', by, input: { number: '2' } }, context)
  expect(renamed).toMatchObject({ kind: 'refused', issues: [{ code: 'field-unknown' }] })
})
