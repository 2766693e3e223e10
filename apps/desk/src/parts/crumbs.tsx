import { Link } from 'wouter'
import { screens } from '../addresses.ts'
import type { ProcedureKey } from '../api/addresses.ts'

interface Step {
  readonly href: string
  readonly label: string
}

/** The way to a screen of a procedure: its programme, and its list. */
export function stepsTo(
  key: ProcedureKey,
  programme: { readonly id: string; readonly title: string },
  procedure: { readonly title: string },
): readonly Step[] {
  return [
    { href: screens.programme(programme.id), label: programme.title },
    { href: screens.list(key), label: procedure.title },
  ]
}

/** Where a screen stands, from the outside inwards. */
export function Crumbs({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <p className="crumbs">
      {steps.map(({ href, label }) => (
        <span key={href}>
          <Link href={href}>{label}</Link> ›{' '}
        </span>
      ))}
    </p>
  )
}
