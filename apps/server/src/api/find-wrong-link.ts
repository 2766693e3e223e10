import { type Case, caseFieldsOf, findFieldMeta, findProcedure, type LinkKind } from '@luoshi/kernel'
import { findCase, storeIssue } from '@luoshi/store'
import type { Services } from '../services.ts'
import { apiIssue } from './api-issues.ts'
import { isReadable } from './is-readable.ts'
import type { AnyIssue } from './refusal.ts'
import { keyOf } from './views/case-summary.ts'
import { type Sight, sightOf } from './views/sight.ts'

/** The first link to a case that there is not, that whoever acts may not read, or that is not as it has to be. */
export async function findWrongLink(
  { db, programmes }: Services,
  sight: Sight,
  current: Case,
  links: readonly { readonly kind: string; readonly case: string }[],
): Promise<AnyIssue | null> {
  for (const { kind, case: id } of links) {
    const link = sight.procedure.links?.[kind]
    // A kind that there is not is refused with what there is when the action is judged.
    if (link === undefined) continue
    const other = link.programme ?? sight.programme.id
    const programme = programmes.find((known) => known.id === other)
    const procedure = programme && findProcedure(programme, link.procedure)
    const stored = await findCase(db, sight.state.county, id)
    if (programme === undefined || procedure === undefined || stored === null) return unknown(id)
    const seen = sightOf({ ...sight, programme, procedure })
    if (!isReadable(seen, stored)) return unknown(id)
    const wrong = stateIssue(link, seen, stored.case) ?? agreementIssue(link, seen, stored.case, current)
    if (wrong !== null) return wrong
  }
  return null
}

function unknown(id: string): AnyIssue {
  return storeIssue('case-unknown', { case: id })
}

function stateIssue({ title, states = [] }: LinkKind, seen: Sight, other: Case): AnyIssue | null {
  if (states.length === 0 || states.includes(other.state)) return null
  const { procedure } = seen
  const titleOf = (state: string) => procedure.states[state]?.title ?? state
  const wanted = [...new Set(states.map(titleOf))].join('、')
  const key = keyOf(seen.programme, procedure, other)
  return apiIssue('linked-case-elsewhere', { link: title, key, found: titleOf(other.state), wanted })
}

function agreementIssue(
  { title, agrees = {} }: LinkKind,
  { programme, procedure }: Sight,
  other: Case,
  current: Case,
): AnyIssue | null {
  const differs = Object.entries(agrees).find(([field, own]) => other.data[field] !== current.data[own])
  if (differs === undefined) return null
  const [field, own] = differs
  const schema = caseFieldsOf(procedure)[field]
  return apiIssue('linked-case-differs', {
    link: title,
    key: keyOf(programme, procedure, other),
    label: (schema && findFieldMeta(schema)?.label) ?? field,
    found: String(other.data[field] ?? ''),
    wanted: String(current.data[own] ?? ''),
  })
}
