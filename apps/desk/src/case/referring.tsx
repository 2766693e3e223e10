import type { ReferringView } from '@luoshi/client'
import { Link } from 'wouter'
import { screens } from '../addresses.ts'
import { queryOf } from '../api/addresses.ts'
import { useReferences } from '../api/queries.ts'
import { PartTitle } from '../parts/part-title.tsx'
import type { CaseProps } from './case-detail.tsx'

/** What names this case in a field of its own, its evidence and records; and where another is entered. */
export function Referring({ caseKey }: Pick<CaseProps, 'caseKey'>) {
  const { data } = useReferences(caseKey)
  const kinds = data?.referring ?? []
  if (kinds.length === 0) return null
  const entered = kinds.filter(({ rows }) => rows.length > 0)
  const openings = kinds.filter(({ opening }) => opening !== null)
  const { programme } = caseKey
  return (
    <section className="case-part">
      <PartTitle>名下台账和办件</PartTitle>
      {entered.length > 0 && (
        <dl className="referring">
          {entered.map((kind) => (
            <Kind key={`${kind.procedure}/${kind.field}`} programme={programme} kind={kind} />
          ))}
        </dl>
      )}
      {openings.length > 0 && (
        <p className="referring-openings no-print">
          {openings.map(({ procedure, title, field, value, opening }) => (
            <Link
              key={`${procedure}/${field}`}
              className="button"
              href={screens.opening({ programme, procedure }) + queryOf({ [field]: value })}
            >
              {title === opening ? title : `${title}：${opening}`}
            </Link>
          ))}
        </p>
      )}
    </section>
  )
}

interface KindProps {
  readonly programme: string
  readonly kind: ReferringView
}

function Kind({ programme, kind: { procedure, title, field, label, value, rows, count } }: KindProps) {
  const key = { programme, procedure }
  return (
    <>
      <dt>
        {title}
        <span className="secondary small">
          （{label}，{count}件）
        </span>
      </dt>
      <dd>
        <ul>
          {rows.map(({ id, title: called, stateTitle }) => (
            <li key={id}>
              <Link href={screens.case({ ...key, id })}>{called}</Link>{' '}
              <span className="secondary small">{stateTitle}</span>
            </li>
          ))}
          {count > rows.length && (
            <li>
              <Link href={screens.list(key) + queryOf({ [`where.${field}`]: value, closed: 'all' })}>
                全部{count}件
              </Link>
            </li>
          )}
        </ul>
      </dd>
    </>
  )
}
