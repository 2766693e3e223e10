import { type Issue, issueOf } from '../issue/issue.ts'
import type { Facts } from '../rule/rule.ts'
import type { ValueVerdict } from '../rule/value-rule.ts'
import { dateOf } from '../time/instant.ts'
import type { Context } from './transition.ts'

/** What was filled in with what was computed from it, and how; or what stands against it. */
export interface Computed {
  readonly input: Readonly<Record<string, unknown>>
  readonly issues: readonly Issue[]
  readonly verdicts: readonly ValueVerdict[]
}

/** Computes the fields that an action or the opening computes, in their order: a later one may rest on an earlier. */
export function computedBy(
  computes: Readonly<Record<string, string>> = {},
  data: Readonly<Record<string, unknown>>,
  filledIn: Readonly<Record<string, unknown>>,
  known: Facts,
  { programme, facts, parameters, now }: Context,
): Computed {
  let input = filledIn
  const issues: Issue[] = []
  const verdicts: ValueVerdict[] = []
  for (const [field, id] of Object.entries(computes)) {
    const rule = (programme.valueRules ?? []).find((one) => one.id === id)
    if (rule === undefined) {
      issues.push(issueOf('rule-unknown', ['computes', id], { rule: id }))
      continue
    }
    const verdict = rule.compute({ ...data, ...input, ...facts, ...known }, dateOf(now), parameters)
    verdicts.push(verdict)
    if (verdict.outcome === 'yes') input = { ...input, [field]: verdict.value }
    else {
      const missing = verdict.missing.join('、')
      issues.push(issueOf('value-unknown', ['computes', id], { rule: rule.title, missing }, rule.basis))
    }
  }
  return { input, issues, verdicts }
}
