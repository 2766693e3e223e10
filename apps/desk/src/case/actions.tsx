import type { ActionView } from '@luoshi/client'
import { useState } from 'react'
import { Link } from 'wouter'
import { screens } from '../addresses.ts'
import type { KeptLetter } from '../outbox/letter.ts'
import { useLetters } from '../outbox/use-outbox.ts'
import { Clause } from '../parts/clause.tsx'
import { ActForm } from './act-form.tsx'
import type { CaseProps } from './case-detail.tsx'

/** What I may do next, and below it what I may not, with the reason. */
export function Actions({ caseKey, found }: CaseProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const allowed = found.actions.filter(({ isAllowed }) => isAllowed)
  const closed = found.actions.filter(({ isAllowed }) => !isAllowed)
  const action = allowed.find(({ name }) => name === chosen)
  const waiting = useLetters().filter((letter) => letter.case?.id === found.id)
  const main = allowed.find(({ needsReason }) => !needsReason) ?? allowed[0]
  if (waiting.length > 0) return <OnDevice letters={waiting} />
  return (
    <section className="case-part no-print" aria-label="办理">
      <div className="action-bar">
        {allowed.map(({ name, title }) => (
          <button
            key={name}
            type="button"
            className={name === main?.name ? 'button main' : 'button'}
            aria-expanded={name === chosen}
            onClick={() => setChosen(name === chosen ? null : name)}
          >
            {title}
          </button>
        ))}
        {allowed.length === 0 && (
          <p className="secondary">
            {found.closed === null ? '这个环节没有要您办理的。' : '已办结，没有要办理的。'}
          </p>
        )}
      </div>
      {action !== undefined && (
        <ActForm
          key={`${action.name}/${found.version}`}
          {...{ caseKey, found, action }}
          done={() => setChosen(null)}
          cancel={() => setChosen(null)}
        />
      )}
      {closed.length > 0 && <ClosedActions actions={closed} />}
    </section>
  )
}

/** What was done here without a network: until it arrives, nothing else can be. */
function OnDevice({ letters }: { readonly letters: readonly KeptLetter[] }) {
  return (
    <ul className="problem mild no-print">
      {letters.map(({ id, title, refused }) => (
        <li key={id}>
          {refused === null ? `${title}，已存本机，待上传。` : `${title}，上传后没有办成。`}
          <Link href={screens.outbox}>{refused === null ? '查看待上传' : '看原因，接着办'}</Link>
        </li>
      ))}
    </ul>
  )
}

function ClosedActions({ actions }: { readonly actions: readonly ActionView[] }) {
  return (
    <ul className="closed-actions" aria-label="现在不能办理">
      {actions.map(({ name, title, reasons, clause }) => (
        <li key={name}>
          <button type="button" className="button" aria-disabled="true" aria-describedby={`why-${name}`}>
            {title}
          </button>
          <span id={`why-${name}`} className="small">
            {reasons.map(({ message }) => message).join(' ')} <Clause clause={clause} />
          </span>
        </li>
      ))}
    </ul>
  )
}
