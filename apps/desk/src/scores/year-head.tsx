import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { queryOf } from '../api/addresses.ts'
import { inDesk } from '../day/in-desk.ts'
import { PrintButton } from '../parts/print-button.tsx'

interface YearHeadProps {
  readonly title: string
  readonly view: {
    readonly year: string
    readonly years: readonly string[]
    /** The list of the figures; null where nobody enters any. */
    readonly href: string | null
  }
  /** What else one may go to from here. */
  readonly children?: ReactNode
}

/** The head of a screen about the figures of one year: the year is chosen here and stands in the address. */
export function YearHead({ title, view, children }: YearHeadProps) {
  const [here, go] = useLocation()
  return (
    <div className="screen-head">
      <h1>{title}</h1>
      <select
        className="field-input narrow-input no-print"
        aria-label="年度"
        value={view.year}
        onChange={(event) => go(`${here}${queryOf({ year: event.target.value })}`, { replace: true })}
      >
        {view.years.map((one) => (
          <option key={one} value={one}>
            {one}年
          </option>
        ))}
      </select>
      {children}
      {view.href !== null && (
        <Link className="button no-print" href={inDesk(view.href)}>
          指标数据
        </Link>
      )}
      <PrintButton />
    </div>
  )
}
