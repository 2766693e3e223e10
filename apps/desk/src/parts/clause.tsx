import type { CiteView } from '@luoshi/client'

/** The clause on which something rests, one click away where its gazette is loaded. */
export function Clause({
  clause,
  label = '依据',
}: {
  readonly clause: CiteView | null
  readonly label?: string
}) {
  if (clause === null) return null
  if (clause.href === null) return <span className="clause secondary">{clause.text}</span>
  return (
    <a
      className="clause"
      href={clause.href}
      target="_blank"
      rel="noreferrer"
      title={`${label}：${clause.text}`}
    >
      {clause.text}
    </a>
  )
}
