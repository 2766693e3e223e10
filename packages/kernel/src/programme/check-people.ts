import { isGap } from '../definition/gap.ts'
import { type Issue, issueOf } from '../issue/issue.ts'
import { caseFieldsOf } from '../procedure/actions.ts'
import type { Disclosure, Procedure } from '../procedure/procedure.ts'
import type { Register } from '../register/register.ts'
import { findFieldMeta } from '../schema/field-meta.ts'
import { fields } from '../schema/fields.ts'
import { personalFieldsOf } from '../schema/mask.ts'

/** Whether personal fields are shown unmasked only where a clause asks for it, and announced never. */
export function checkDisclosures(procedure: Procedure): Issue[] {
  const known = caseFieldsOf(procedure)
  const personal = new Set(personalFieldsOf(fields(known)).map(({ path: [field] }) => field))
  const labelOf = (field: string) => {
    const schema = known[field]
    return (schema === undefined ? undefined : findFieldMeta(schema)?.label) ?? field
  }
  return Object.entries(procedure.states).flatMap(([state, { disclosure, announces }]) => {
    const unmasked = (announces?.shows ?? [])
      .filter((field) => personal.has(field))
      .map((field) => {
        const data = { disclosure: announces?.title ?? '', field: labelOf(field) }
        return issueOf('personal-unmasked', ['states', state, 'announces', 'shows'], data)
      })
    if (disclosure === undefined) return unmasked
    return [
      ...unmasked,
      ...checkClear(['states', state, 'disclosure', 'clear'], disclosure, personal, labelOf),
    ]
  })
}

function checkClear(
  path: readonly string[],
  { title, clear, shows }: Disclosure,
  personal: ReadonlySet<string | undefined>,
  labelOf: (field: string) => string,
): Issue[] {
  return clear.flatMap(({ field, basis }, index) => {
    const data = { disclosure: title, field: labelOf(field) }
    const place = [...path, index]
    if (!personal.has(field) || !shows.includes(field)) return [issueOf('clear-not-shown', place, data)]
    return isGap(basis) ? [issueOf('personal-unmasked', place, data, basis.basis)] : []
  })
}

/** Whether no register's key, which stands in addresses and logs, tells of a person. */
export function checkKey({ title, key, fields: schema }: Register): Issue[] {
  const personal = new Set(personalFieldsOf(schema).map(({ path: [field] }) => field))
  return key
    .filter((field) => personal.has(field))
    .map((field) => issueOf('personal-in-key', ['key'], { register: title, field }))
}
