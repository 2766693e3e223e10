import {
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  fields,
  listOf,
  reference,
  text,
} from '@luoshi/kernel'
import { administrator, readers } from './access.ts'
import { basis } from './laws.ts'
import { validity } from './validity.ts'

const by = [administrator]

/** Who acts: departments, townships, institutions. A unit's names and places in the tree by date stand in its log. */
export const units = defineRegister({
  id: 'units',
  title: '机构台账',
  basis: basis.departments,
  fields: fields({
    code: text('机构编码', { help: '小写字母和数字，今后不再用于别的机构' }),
    name: text('机构名称'),
    aliases: listOf('别名', text('别名')),
    above: reference('上级机构', 'units').optional(),
    since: date('设立日期').optional(),
  }),
  key: ['code'],
  calledBy: ['name'],
  access: { read: readers, write: by },
})

const { shape } = units.fields
const document = text('依据文件', { help: '文号，或文件名称' }).optional()

/** A unit from its setting up to its end. Each name and each place in the tree holds from the day that its action says. */
export const unitProcedure = defineProcedure({
  id: units.id,
  title: '机构',
  basis: basis.departments,
  ...validity,
  register: units.id,
  subject: units.fields,
  access: { read: readers },
  lookups: {
    unitsOfCode: {
      title: '同编码的机构',
      register: units.id,
      where: { code: 'code' },
      gives: { kind: 'records', fields: ['code'] },
    },
  },
  opening: { title: '登记机构', by, basis: basis.departments, gates: ['unit-code-new'] },
  initial: 'standing',
  states: {
    standing: {
      title: '现有',
      rests: true,
      on: {
        rename: {
          title: '更名',
          to: 'standing',
          by,
          basis: basis.departments,
          input: fields({ name: shape.name, renamedFrom: date('更名日期'), document }),
        },
        move: {
          title: '变更上级',
          to: 'standing',
          by,
          basis: basis.departments,
          input: fields({ above: shape.above, movedFrom: date('变更日期'), document }),
        },
        alias: {
          title: '登记别名',
          to: 'standing',
          by,
          basis: basis.departments,
          input: fields({ aliases: shape.aliases }),
        },
        end: {
          title: '撤并',
          to: 'ended',
          by,
          basis: basis.departments,
          needsReason: true,
          input: fields({
            until: date('撤并日期', { help: '自该日起不再存在' }),
            successors: listOf('承接职责的机构', reference('机构', units.id)),
            document,
          }),
        },
      },
    },
    ended: { title: '已撤并', final: 'completed', on: {} },
  },
  limits: {},
})

/** A code stands in addresses and for ever: it is plain, and nobody else's. */
export const unitCodeNew = defineRule({
  id: 'unit-code-new',
  title: '机构编码不重复',
  basis: basis.departments,
  inputs: { code: shape.code, unitsOfCode: listOf('同编码的机构', fields({ code: shape.code })) },
  parameters: {},
  decide: ({ code, unitsOfCode }) => ({
    isMet: unitsOfCode.length === 0 && /^[a-z0-9][a-z0-9-]*$/.test(code),
    wanted: '机构编码由小写字母、数字和连字符组成，且没有用过',
    found: unitsOfCode.length === 0 ? `“${code}”` : `“${code}”已经用过`,
  }),
})

/** Whoever is put into a unit is put into one that stands in the register. */
export const unitKnown = defineRule({
  id: 'unit-known',
  title: '机构在册',
  basis: basis.departments,
  inputs: {
    unit: reference('机构', units.id),
    unitEntries: listOf('机构台账', fields({ code: shape.code })),
  },
  parameters: {},
  decide: ({ unit, unitEntries }) => ({
    isMet: unitEntries.length > 0,
    wanted: '机构在机构台账中登记，且没有撤并',
    found: unitEntries.length > 0 ? '在册' : `机构台账中没有“${unit}”`,
  }),
})

/** The unit that a record names, where it stands. */
export const unitEntries = {
  title: '机构台账',
  register: units.id,
  where: { code: 'unit' },
  states: ['standing'],
  gives: { kind: 'records', fields: ['code'] },
} as const
