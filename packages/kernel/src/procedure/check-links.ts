import { citeOf } from '../definition/gap.ts'
import { type Issue, issueOf } from '../issue/issue.ts'
import type { Case } from './case.ts'
import type { ActionDefinition, Procedure } from './procedure.ts'
import type { Action } from './transition.ts'

/** Whether links are of the kinds that the action names, none to the case itself, and those there that it requires. */
export function checkLinks(
  procedure: Procedure,
  before: Case,
  { links: declared = [], title, basis }: ActionDefinition,
  { links: given = [] }: Action,
): Issue[] {
  const titleOf = (kind: string) => procedure.links?.[kind]?.title ?? kind
  const known = declared.length === 0 ? '无' : declared.map(({ kind }) => titleOf(kind)).join('、')
  const refused = given.flatMap(({ kind, case: id }, index) => {
    const link = titleOf(kind)
    if (!declared.some((one) => one.kind === kind)) {
      return [issueOf('link-unknown', ['links', index], { action: title, link, known })]
    }
    const isNothing = id.trim() === '' || id === before.id
    return isNothing ? [issueOf('link-to-nothing', ['links', index], { link, found: id })] : []
  })
  const there = new Set([...Object.keys(before.links ?? {}), ...given.map(({ kind }) => kind)])
  const missing = declared
    .filter(({ kind, isRequired }) => isRequired && !there.has(kind))
    .map(({ kind }) =>
      issueOf('link-missing', ['links'], { action: title, link: titleOf(kind) }, citeOf(basis)),
    )
  return [...refused, ...missing]
}
