import { z } from 'zod'
import type { Procedure } from '../procedure/procedure.ts'
import { defineProcedure } from '../procedure/procedure.ts'
import type { Programme } from '../programme/programme.ts'
import { fields } from '../schema/fields.ts'
import type { Register } from './register.ts'

/**
 * How a record is kept that no case carries: entered, changed, struck off with a reason, restored. It is a procedure
 * like any other, so records and cases have one log, one access rule and one set of screens. Its id is the register's.
 */
export function recordProcedure(register: Register, programme: Programme): Procedure {
  const { basis, access, entry } = register
  const gates = entry?.gates ?? []
  const { version, validFrom, validTo } = programme
  const by = access.write
  return defineProcedure({
    id: register.id,
    title: register.title,
    basis,
    version,
    validFrom,
    validTo,
    register: register.id,
    subject: register.fields,
    access: { read: access.read },
    lookups: entry?.lookups ?? {},
    opening: { title: '登记', by, basis, gates },
    initial: 'current',
    states: {
      current: {
        title: '在册',
        rests: true,
        on: {
          change: { title: '变更', to: 'current', by, basis, gates, input: changeableFields(register) },
          strike: { title: '注销', to: 'struck', by, basis, needsReason: true },
        },
      },
      struck: {
        title: '已注销',
        final: 'withdrawn',
        on: { restore: { title: '恢复', to: 'current', by, basis, needsReason: true } },
      },
    },
    limits: {},
  })
}

const proceduresByProgramme = new WeakMap<Programme, readonly Procedure[]>()

/** Every procedure of a programme: those it declares, and one for each register that none of them carries. */
export function proceduresOf(programme: Programme): readonly Procedure[] {
  const known = proceduresByProgramme.get(programme)
  if (known !== undefined) return known
  const carried = new Set(programme.procedures.map(({ register }) => register))
  const kept = programme.registers
    .filter(({ id }) => !carried.has(id))
    .map((register) => recordProcedure(register, programme))
  const procedures = [...programme.procedures, ...kept]
  proceduresByProgramme.set(programme, procedures)
  return procedures
}

/** The procedure of a programme by its id; undefined for none. */
export function findProcedure(programme: Programme, id: string): Procedure | undefined {
  return proceduresOf(programme).find((procedure) => procedure.id === id)
}

/** All fields but the key, each of which may be left as it is. */
function changeableFields({ fields: schema, key }: Register) {
  const shape = Object.entries(schema.def.shape).filter(([name]) => !key.includes(name))
  return fields(Object.fromEntries(shape.map(([name, field]) => [name, z.optional(field)])))
}
