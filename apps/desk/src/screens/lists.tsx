import type { ProgrammeSummary } from '@luoshi/client'
import { useState } from 'react'
import { Link } from 'wouter'
import { screens } from '../addresses.ts'
import { useProgrammes } from '../api/queries.ts'
import { useSession } from '../api/session-context.ts'
import { ProblemBox } from '../parts/problem.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Empty, Waiting } from '../parts/waiting.tsx'
import { PinButton } from '../shell/pin-button.tsx'
import '../styles/list.css'
import '../styles/programmes.css'

type Kind = ProgrammeSummary['procedures'][number]['kind']

const titles = { register: '台账', procedure: '办件' } as const satisfies Record<Kind, string>

/** Every register, or every kind of case, that I may read, by programme; mine first. */
export function Lists({ kind }: { readonly kind: Kind }) {
  const title = titles[kind]
  useTitle(title)
  const { posts } = useSession()
  const { data: programmes, error } = useProgrammes()
  const [words, setWords] = useState('')
  const mine = new Set(posts.map(({ programme }) => programme))
  const found = (programmes ?? [])
    .map((programme) => ({
      ...programme,
      procedures: programme.procedures.filter(
        (procedure) =>
          procedure.kind === kind &&
          procedure.canRead &&
          holds(`${programme.title} ${procedure.title}`, words),
      ),
    }))
    .filter(({ procedures }) => procedures.length > 0)
    .toSorted((a, b) => Number(mine.has(b.id)) - Number(mine.has(a.id)))
  return (
    <>
      <div className="screen-head">
        <h1>{title}</h1>
        <input
          className="field-input narrow-input"
          type="search"
          aria-label="名称含有的字"
          placeholder="名称含有的字"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <ProblemBox error={error} />
      {programmes === undefined && error === null && <Waiting />}
      {programmes !== undefined && found.length === 0 && (
        <div className="card">
          <Empty>{words === '' ? `没有您可以查看的${title}。` : `没有名称含有“${words}”的${title}。`}</Empty>
        </div>
      )}
      {found.map((programme) => (
        <Group key={programme.id} programme={programme} kind={kind} />
      ))}
    </>
  )
}

function holds(text: string, words: string): boolean {
  return words
    .trim()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function Group({ programme, kind }: { readonly programme: ProgrammeSummary; readonly kind: Kind }) {
  return (
    <section className="card list-group">
      <h2>
        <Link href={screens.programme(programme.id)}>{programme.title}</Link>
      </h2>
      <ul>
        {programme.procedures.map((procedure) => {
          const key = { programme: programme.id, procedure: procedure.id }
          return (
            <li key={procedure.id}>
              <Link href={screens.list(key)}>{procedure.title}</Link>
              <span className="secondary figures">
                {procedure.open} {kind === 'register' ? '条' : '件在办、在册'}
              </span>
              <span className="list-group-acts no-print">
                {procedure.canOpen && (
                  <Link className="button" href={screens.opening(key)}>
                    {procedure.openingTitle}
                  </Link>
                )}
                <PinButton href={screens.list(key)} label={procedure.title} />
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
