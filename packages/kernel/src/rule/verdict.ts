import type { Cite } from '../cite.ts'
import type { UsedValue } from './parameter.ts'

/** One reason of a verdict, in a clerk's words. */
export interface Reason {
  /** Id of the rule that gave it. */
  readonly rule: string
  readonly isMet: boolean
  /** What is asked, as the clause has it: 作业深度不少于25厘米 */
  readonly wanted: string
  /** What was found: 24.9厘米 */
  readonly found: string
  readonly basis: Cite
}

/** Something that a rule looked at; personal texts are masked in it. */
export interface UsedInput {
  readonly name: string
  /** 作业深度（厘米） */
  readonly label: string
  readonly value: unknown
}

/** An answer that is never bare: with its reasons, what they rest on, and what was looked at. */
export interface Verdict {
  /** `unknown` where something that decides is not known; it is never taken for a yes. */
  readonly outcome: 'yes' | 'no' | 'unknown'
  readonly reasons: readonly Reason[]
  /** Values of parameters that were used, with their dates. */
  readonly used: readonly UsedValue<unknown>[]
  readonly inputs: readonly UsedInput[]
  /** What was not known, in the user's words; empty unless the outcome hangs on it. */
  readonly missing: readonly string[]
}

/** Yes where every verdict is yes; no as soon as one is no. All reasons are kept. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  const outcomes = verdicts.map(({ outcome }) => outcome)
  const outcome = outcomes.includes('no') ? 'no' : outcomes.includes('unknown') ? 'unknown' : 'yes'
  return combined(outcome, verdicts)
}

/** Yes as soon as one verdict is yes; no where every one is no. All reasons are kept. */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
  const outcomes = verdicts.map(({ outcome }) => outcome)
  const outcome = outcomes.includes('yes') ? 'yes' : outcomes.includes('unknown') ? 'unknown' : 'no'
  return combined(outcome, verdicts)
}

/** The reasons that stand against a yes: what a refusal shows. */
export function objectionsOf(verdict: Verdict): readonly Reason[] {
  return verdict.outcome === 'yes' ? [] : verdict.reasons.filter(({ isMet }) => !isMet)
}

/** The reasons as sentences: what was wanted and found, or for a value how it came about. */
export function reasonTexts(verdict: Verdict): readonly string[] {
  const isValue = 'value' in verdict
  return verdict.reasons.map(({ wanted, found }) =>
    isValue ? `${wanted}：${found}` : `要求${wanted}，实际${found}`,
  )
}

function combined(outcome: Verdict['outcome'], verdicts: readonly Verdict[]): Verdict {
  const used = new Map(verdicts.flatMap((verdict) => verdict.used.map((value) => [value.parameter, value])))
  const inputs = new Map(verdicts.flatMap((verdict) => verdict.inputs.map((input) => [input.name, input])))
  return {
    outcome,
    reasons: verdicts.flatMap(({ reasons }) => reasons),
    used: [...used.values()],
    inputs: [...inputs.values()],
    missing: [...new Set(verdicts.flatMap(({ missing }) => missing))],
  }
}
