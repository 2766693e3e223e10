import type { ProgrammeSummary } from '@luoshi/client'
import { useState } from 'react'
import { Link } from 'wouter'
import { screens } from '../addresses.ts'
import { useProgrammes } from '../api/queries.ts'
import { useSession } from '../api/session-context.ts'
import { Clause } from '../parts/clause.tsx'
import { ProblemBox } from '../parts/problem.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Empty, Waiting } from '../parts/waiting.tsx'
import '../styles/programmes.css'

/** Every programme of the county; mine first. */
export function Programmes() {
  useTitle('制度')
  const { posts } = useSession()
  const { data: programmes, error } = useProgrammes()
  const [words, setWords] = useState('')
  const mine = new Set(posts.map(({ programme }) => programme))
  const found = programmes?.filter((programme) => holds(programme, words)) ?? []
  const ordered = [...found.filter(({ id }) => mine.has(id)), ...found.filter(({ id }) => !mine.has(id))]
  return (
    <>
      <div className="screen-head">
        <h1>制度</h1>
        <input
          className="field-input narrow-input"
          type="search"
          aria-label="名称或文号含有的字"
          placeholder="名称或文号"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <ProblemBox error={error} />
      {programmes === undefined && error === null && <Waiting />}
      <ul className="programmes">
        {ordered.map((programme) => (
          <Card key={programme.id} programme={programme} isMine={mine.has(programme.id)} />
        ))}
      </ul>
      {programmes !== undefined && found.length === 0 && <Empty>没有名称或文号含有“{words}”的制度。</Empty>}
    </>
  )
}

function holds({ title, clause, procedures }: ProgrammeSummary, words: string): boolean {
  const text = [title, clause.text, ...procedures.map((procedure) => procedure.title)].join(' ')
  return words
    .trim()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function Card({ programme, isMine }: { readonly programme: ProgrammeSummary; readonly isMine: boolean }) {
  const { id, title, clause, procedures } = programme
  return (
    <li className="card programme">
      <h2>
        <Link href={screens.programme(id)}>{title}</Link>
        {isMine && <span className="mine small">我有职务</span>}
      </h2>
      <p className="small">
        <Clause clause={clause} />
      </p>
      <ul className="programme-lists">
        {procedures.map((procedure) => (
          <li key={procedure.id}>
            <Link href={screens.list({ programme: id, procedure: procedure.id })}>{procedure.title}</Link>{' '}
            {procedure.canRead && <span className="secondary figures">{procedure.open}</span>}
          </li>
        ))}
      </ul>
    </li>
  )
}
