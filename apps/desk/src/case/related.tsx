import { Link } from 'wouter'
import { screens } from '../addresses.ts'
import { PartTitle } from '../parts/part-title.tsx'
import type { CaseProps } from './case-detail.tsx'

/** Other cases that it has to do with. */
export function Related({ found }: Pick<CaseProps, 'found'>) {
  if (found.links.length === 0) return null
  return (
    <section className="case-part">
      <PartTitle>相关办件</PartTitle>
      <ul>
        {found.links.map(({ kind, title, id, programme, procedure }) => (
          <li key={`${kind}/${id}`}>
            <Link href={screens.case({ programme, procedure, id })}>{title}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
