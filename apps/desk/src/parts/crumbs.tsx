import { Link } from 'wouter'

/** Where a screen stands, from the outside inwards. */
export function Crumbs({
  steps,
}: {
  readonly steps: readonly { readonly href: string; readonly label: string }[]
}) {
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
