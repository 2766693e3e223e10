import type { z } from 'zod'
import { type Issue, issueOf } from '../issue/issue.ts'
import { caseFieldsOf } from '../procedure/actions.ts'
import { openingFieldsOf } from '../procedure/asked-fields.ts'
import type { LinkKind, Procedure } from '../procedure/procedure.ts'
import { proceduresOf } from '../register/record-procedure.ts'
import { type FieldControl, type FieldMeta, findFieldMeta } from '../schema/field-meta.ts'
import { dangling, idsOf, type Path } from './check-references.ts'
import type { Programme } from './programme.ts'

/**
 * Whether links are to procedures that are there, and what they take over is a field here and one that is filled in there.
 *
 * @param company the programmes that run beside this one; null where they are not at hand: then links to them are not
 * followed
 */
export function checkLinkKinds(
  programme: Programme,
  procedure: Procedure,
  company: readonly Programme[] | null,
): Issue[] {
  return Object.entries(procedure.links ?? {}).flatMap(([kind, link]) => {
    const path = ['links', kind]
    const own = checkOwnFields(procedure, [...path, 'fills'], link)
    const known = link.programme === undefined ? [programme] : company
    if (known === null) return own
    const other = known.find(({ id }) => id === (link.programme ?? programme.id))
    if (other === undefined) {
      return [...own, ...dangling('制度', [...path, 'programme'], [link.programme ?? ''], idsOf(known))]
    }
    const target = proceduresOf(other).find(({ id }) => id === link.procedure)
    if (target === undefined) {
      const ids = idsOf(proceduresOf(other))
      return [...own, ...dangling('流程', [...path, 'procedure'], [link.procedure], ids)]
    }
    return [
      ...own,
      ...checkFills(procedure, target, [...path, 'fills'], link),
      ...dangling('环节', [...path, 'states'], link.states ?? [], Object.keys(target.states)),
      ...checkAgreement(procedure, target, [...path, 'agrees'], link),
    ]
  })
}

/** What must say the same is a field of either case that tells of no person. */
function checkAgreement(
  procedure: Procedure,
  target: Procedure,
  path: Path,
  { title, agrees = {} }: LinkKind,
): Issue[] {
  const [here, there] = [caseFieldsOf(procedure), caseFieldsOf(target)]
  return Object.entries(agrees).flatMap(([field, own]) => {
    const place = [...path, field]
    const personal = [
      metaOf(here[own])?.personal === undefined ? null : own,
      metaOf(there[field])?.personal === undefined ? null : field,
    ].filter((name) => name !== null)
    return [
      ...dangling('字段', place, [own], Object.keys(here)),
      ...dangling('字段', place, [field], Object.keys(there)),
      ...personal.map((name) => issueOf('link-fill-personal', place, { link: title, own: name })),
    ]
  })
}

/** What is taken over is a field of the case, in words or figures that an address can hold, and tells of no person. */
function checkOwnFields(procedure: Procedure, path: Path, { title, fills = {} }: LinkKind): Issue[] {
  const fields = caseFieldsOf(procedure)
  return Object.entries(fills).flatMap(([field, own]) => {
    const meta = metaOf(fields[own])
    const place = [...path, field]
    if (meta === undefined) return dangling('字段', place, [own], Object.keys(fields))
    if (meta.personal !== undefined) return [issueOf('link-fill-personal', place, { link: title, own })]
    return kinds[meta.control] === null ? [issueOf('link-fill-uncarried', place, { link: title, own })] : []
  })
}

/** What it fills is asked for where the other case is opened, and of the same kind. */
function checkFills(
  procedure: Procedure,
  target: Procedure,
  path: Path,
  { title, fills = {} }: LinkKind,
): Issue[] {
  const [here, there] = [caseFieldsOf(procedure), openingFieldsOf(target).def.shape]
  return Object.entries(fills).flatMap(([field, own]) => {
    const [given, wanted] = [metaOf(here[own]), metaOf(there[field])]
    const place = [...path, field]
    if (wanted === undefined) return dangling('字段', place, [field], Object.keys(there))
    if (given === undefined || kinds[given.control] === null || isSameKind(given, wanted)) return []
    const data = { link: title, own, field, wanted: wanted.wanted, found: given.wanted }
    return [issueOf('link-fill-differs', place, data)]
  })
}

/** What a field holds, as far as an address can: null for what is no word and no figure. */
const kinds = {
  text: 'words',
  'long-text': 'words',
  reference: 'words',
  phone: 'phone',
  unit: 'unit',
  choice: 'choice',
  date: 'date',
  'date-time': 'date-time',
  decimal: 'figure',
  money: 'figure',
  count: null,
  'yes-no': null,
  place: null,
  files: null,
  list: null,
} as const satisfies Record<FieldControl, string | null>

/** Whether every value of one field is one of the other, as far as their kinds tell. */
function isSameKind(given: FieldMeta, wanted: FieldMeta): boolean {
  if (kinds[given.control] !== kinds[wanted.control] || given.unit !== wanted.unit) return false
  const isOfRegister = given.refersTo !== undefined && wanted.refersTo !== undefined
  if (isOfRegister && given.refersTo !== wanted.refersTo) return false
  return Object.keys(given.choices ?? {}).every((value) => value in (wanted.choices ?? {}))
}

function metaOf(field: z.core.$ZodType | undefined): FieldMeta | undefined {
  return field === undefined ? undefined : findFieldMeta(field)
}
