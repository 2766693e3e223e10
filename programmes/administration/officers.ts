import {
  defineProcedure,
  defineRegister,
  defineRule,
  fields,
  listOf,
  phone,
  reference,
  text,
} from '@luoshi/kernel'
import { administrator, readers } from './access.ts'
import { basis } from './laws.ts'
import { unitEntries, units } from './units.ts'
import { validity } from './validity.ts'

const by = [administrator]

/** Who works in the county's units. What an officer may do is said by posts, never here. */
export const officers = defineRegister({
  id: 'officers',
  title: '干部台账',
  basis: basis.accessControl,
  fields: fields({
    number: text('干部编号', { help: '小写字母和数字，今后不再用于别人' }),
    name: text('姓名'),
    unit: reference('所在机构', units.id),
    position: text('职务').optional(),
    phone: phone('联系电话').optional(),
  }),
  key: ['number'],
  calledBy: ['name'],
  access: { read: readers, write: by },
})

const { shape } = officers.fields

/** An officer, from coming to leaving. */
export const officerProcedure = defineProcedure({
  id: officers.id,
  title: '干部',
  basis: basis.accessControl,
  ...validity,
  register: officers.id,
  subject: officers.fields,
  access: { read: readers },
  lookups: {
    unitEntries,
    officersOfNumber: {
      title: '同编号的干部',
      register: officers.id,
      where: { number: 'number' },
      gives: { kind: 'records', fields: ['number'] },
    },
  },
  opening: { title: '登记干部', by, basis: basis.accessControl, gates: ['officer-number-new', 'unit-known'] },
  initial: 'serving',
  states: {
    serving: {
      title: '在岗',
      rests: true,
      on: {
        change: {
          title: '变更',
          to: 'serving',
          by,
          basis: basis.accessControl,
          gates: ['unit-known'],
          input: fields({ unit: shape.unit, position: shape.position, phone: shape.phone }),
        },
        leave: { title: '离岗', to: 'left', by, basis: basis.accessControl, needsReason: true },
      },
    },
    left: {
      title: '已离岗',
      final: 'completed',
      on: { return: { title: '返岗', to: 'serving', by, basis: basis.accessControl, needsReason: true } },
    },
  },
  limits: {},
})

/** A number stands for one person in the log for ever. */
export const officerNumberNew = defineRule({
  id: 'officer-number-new',
  title: '干部编号不重复',
  basis: basis.accessControl,
  inputs: {
    number: shape.number,
    officersOfNumber: listOf('同编号的干部', fields({ number: shape.number })),
  },
  parameters: {},
  decide: ({ number, officersOfNumber }) => ({
    isMet: officersOfNumber.length === 0 && /^[a-z0-9][a-z0-9-]*$/.test(number),
    wanted: '干部编号由小写字母、数字和连字符组成，且没有用过',
    found: officersOfNumber.length === 0 ? `“${number}”` : `“${number}”已经用过`,
  }),
})
