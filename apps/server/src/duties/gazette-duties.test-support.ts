import { counties } from '@luoshi/counties'
import { type Instrument, type Issue, read } from '@luoshi/gazette'
import type { ProposedDuty } from '@luoshi/programmes/supervision'
import { requireRealGazettes } from '@luoshi/testing'
import { proposeDuties } from './propose-duties.ts'

/** The real gazettes as they are read, by name. */
export const issues: ReadonlyMap<string, Issue> = new Map(
  requireRealGazettes().map(({ name, text }) => [name, read(text, { file: `${name}.txt`, counties })]),
)

const proposals = new Map([...issues].map(([name, issue]) => [name, proposeDuties(issue)]))

/** All that a gazette orders. */
export function proposedIn(gazette: string): readonly ProposedDuty[] {
  return proposals.get(gazette) ?? []
}

/** What a notice orders, of the signs that are given, in the order of its lines. */
export function proposedBy(
  gazette: string,
  document: string,
  signs: readonly ProposedDuty['sign'][] = ['marked'],
): readonly ProposedDuty[] {
  return proposedIn(gazette).filter((duty) => duty.document === document && signs.includes(duty.sign))
}

/** A notice as it is read. */
export function instrumentOf(gazette: string, document: string): Instrument {
  const found = issues.get(gazette)?.instruments.find(({ docNumber }) => docNumber === document)
  if (found === undefined) throw new Error(`no ${document} in ${gazette}`)
  return found
}
