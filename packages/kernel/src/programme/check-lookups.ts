import { type Issue, issueOf } from '../issue/issue.ts'
import { caseFieldsOf } from '../procedure/actions.ts'
import type { ListLookup, Lookup, Procedure, RecordLookup } from '../procedure/procedure.ts'
import { proceduresOf } from '../register/record-procedure.ts'
import type { Register } from '../register/register.ts'
import type { Rule } from '../rule/rule.ts'
import { findFieldMeta } from '../schema/field-meta.ts'
import { isFigure } from '../schema/listed-fields.ts'
import { dangling, fieldNames, idsOf, type Path } from './check-references.ts'
import type { Programme } from './programme.ts'

/** Whether what rules look up is there: registers, fields, states, figures where something is added up. */
export function checkLookups(programme: Programme, procedure: Procedure): Issue[] {
  const caseFields = Object.keys(caseFieldsOf(procedure))
  return Object.entries(procedure.lookups).flatMap(([name, lookup]) => {
    const path = ['lookups', name]
    if ('catalogue' in lookup) return checkListLookup(programme, path, lookup, caseFields)
    const register = programme.registers.find(({ id }) => id === lookup.register)
    if (register === undefined) {
      return dangling('台账', [...path, 'register'], [lookup.register], idsOf(programme.registers))
    }
    const given = lookup.gives.kind === 'sum' ? [lookup.gives.field] : lookup.gives.fields
    const kept = [...new Set([...fieldNames(register), ...filledInLater(programme, lookup.register)])]
    return [
      ...dangling('字段', [...path, 'where'], Object.keys(lookup.where), kept),
      ...dangling('字段', [...path, 'where'], Object.values(lookup.where), caseFields),
      ...dangling('字段', [...path, 'gives'], given, kept),
      ...dangling('环节', [...path, 'states'], lookup.states ?? [], statesOf(programme, lookup.register)),
      ...checkSum([...path, 'gives'], lookup, register),
    ]
  })
}

/** What actions fill in, in all procedures that carry records of a register. */
export function filledInLater(programme: Programme, register: string): string[] {
  return proceduresOf(programme)
    .filter((procedure) => procedure.register === register)
    .flatMap((procedure) => Object.keys(caseFieldsOf(procedure)))
}

/** Whether the list is there, and the fields by which it is asked. */
function checkListLookup(
  { catalogues = [] }: Programme,
  path: Path,
  { catalogue: id, where, gives }: ListLookup,
  caseFields: readonly string[],
): Issue[] {
  const catalogue = catalogues.find((one) => one.id === id)
  if (catalogue === undefined) return dangling('清单', [...path, 'catalogue'], [id], idsOf(catalogues))
  const known = Object.keys(catalogue.fields.def.shape)
  const asked = Object.values(where).map((field) => field.split('.')[0] ?? field)
  return [
    ...dangling('字段', [...path, 'where'], Object.keys(where), known),
    ...dangling('字段', [...path, 'where'], asked, caseFields),
    ...dangling('字段', [...path, 'gives'], gives.fields, known),
  ]
}

/** The states of all procedures that carry records of a register. */
function statesOf(programme: Programme, register: string): string[] {
  return proceduresOf(programme)
    .filter((procedure) => procedure.register === register)
    .flatMap(({ states }) => Object.keys(states))
}

/** Only figures are added up. */
function checkSum(path: Path, { title, gives }: RecordLookup, register: Register): Issue[] {
  if (gives.kind !== 'sum') return []
  const field = register.fields.def.shape[gives.field]
  if (field === undefined || isFigure(field)) return []
  return [issueOf('sum-of-words', path, { lookup: title, field: gives.field })]
}

/** A rule counts in the unit of measure in which its input is filled in or added up. */
export function checkUnits(programme: Programme, procedure: Procedure, path: Path, rule: Rule): Issue[] {
  const known = caseFieldsOf(procedure)
  return Object.entries(rule.inputs).flatMap(([input, wanted]) => {
    const given = known[input] ?? summedField(programme, procedure.lookups[input])
    const [inRule, inCase] = [wanted, given].map((field) =>
      field === undefined ? undefined : findFieldMeta(field)?.unit,
    )
    if (inRule === undefined || inCase === undefined || inRule === inCase) return []
    return [issueOf('unit-differs', path, { rule: rule.title, input, wanted: inRule, found: inCase })]
  })
}

function summedField({ registers }: Programme, lookup: Lookup | undefined) {
  if (lookup === undefined || 'catalogue' in lookup || lookup.gives.kind !== 'sum') return undefined
  const { register, gives } = lookup
  return registers.find(({ id }) => id === register)?.fields.def.shape[gives.field]
}
