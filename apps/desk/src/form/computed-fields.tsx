import type { ComputedView } from '@luoshi/client'
import { Clause } from '../parts/clause.tsx'

/** What nobody fills in, each with the rule that gives it. */
export function ComputedFields({ computed }: { readonly computed: readonly ComputedView[] }) {
  if (computed.length === 0) return null
  return (
    <ul className="computed small">
      {computed.map(({ field, label, ruleTitle, clause }) => (
        <li key={field}>
          “{label}”不用填写，办理时按“{ruleTitle}”算出。 <Clause clause={clause} />
        </li>
      ))}
    </ul>
  )
}
