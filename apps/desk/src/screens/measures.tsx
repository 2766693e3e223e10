import { Link } from 'wouter'
import { screens } from '../addresses.ts'
import { useProgrammes } from '../api/queries.ts'
import { Clause } from '../parts/clause.tsx'
import { ProblemBox } from '../parts/problem.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Waiting } from '../parts/waiting.tsx'
import '../styles/programmes.css'

/** Every programme that measures something, each with its indicators one click away. */
export function Measures() {
  useTitle('指标')
  const { data: programmes, error } = useProgrammes()
  if (error) return <ProblemBox error={error} />
  if (programmes === undefined) return <Waiting />
  return (
    <>
      <h1>指标</h1>
      <ul className="programmes">
        {programmes
          .filter(({ hasIndicators }) => hasIndicators)
          .map(({ id, title, clause }) => (
            <li key={id} className="card programme">
              <h2>
                <Link href={screens.indicators(id)}>{title}</Link>
              </h2>
              <p className="small">
                <Clause clause={clause} />
              </p>
            </li>
          ))}
      </ul>
    </>
  )
}
