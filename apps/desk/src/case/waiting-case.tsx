import type { FileView } from '@luoshi/client'
import { useState } from 'react'
import { Link, Redirect } from 'wouter'
import { screens } from '../addresses.ts'
import type { CaseKey } from '../api/addresses.ts'
import { useFirstActions, useProgrammes } from '../api/queries.ts'
import { Thumbnail } from '../form/thumbnail.tsx'
import type { KeptLetter } from '../outbox/letter.ts'
import { arrivalOf } from '../outbox/stand-in.ts'
import { useLetter, useLetters } from '../outbox/use-outbox.ts'
import { Crumbs } from '../parts/crumbs.tsx'
import { PartTitle } from '../parts/part-title.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Empty, Waiting } from '../parts/waiting.tsx'
import type { JsonSchema } from '../schema/field-view.ts'
import { useFields } from '../schema/use-fields.ts'
import { momentText } from '../words/dates.ts'
import { valueWithUnit } from '../words/field-text.ts'
import { ActForm } from './act-form.tsx'
import '../styles/case.css'

/** A case that was opened without a network and is on this device only: what was filled in, and what can be done next. */
export function WaitingCase(key: CaseKey) {
  const letter = useLetter(key.id)
  const { data: programmes } = useProgrammes()
  const programme = programmes?.find(({ id }) => id === key.programme)
  const procedure = programme?.procedures.find(({ id }) => id === key.procedure)
  useTitle(letter?.title ?? '待上传')
  if (letter === undefined || programmes === undefined) return <Waiting />
  const arrived = arrivalOf(key.id)
  if (letter === null && arrived !== null) return <Redirect to={screens.case({ ...key, id: arrived })} />
  return (
    <>
      <Crumbs
        steps={[
          { href: screens.programme(key.programme), label: programme?.title ?? '制度' },
          { href: screens.list(key), label: procedure?.title ?? '办件' },
        ]}
      />
      {letter === null ? (
        <div className="card">
          <Empty>
            这件已经上传，或者已从这台设备上删去。<Link href={screens.list(key)}>在台账里找</Link>
          </Empty>
        </div>
      ) : (
        <div className="card">
          <article className="case">
            <Kept caseKey={key} letter={letter} schema={procedure?.asked ?? null} />
          </article>
        </div>
      )}
    </>
  )
}

interface KeptProps {
  readonly caseKey: CaseKey
  readonly letter: KeptLetter
  /** Of what opened it. */
  readonly schema: JsonSchema | null
}

function Kept({ caseKey, letter, schema }: KeptProps) {
  const { data: actions = [] } = useFirstActions(caseKey)
  const next = useLetters().filter(({ case: acted }) => acted?.id === letter.id)
  const [chosen, setChosen] = useState<string | null>(null)
  const action = actions.find(({ name }) => name === chosen)
  const found = { id: letter.id, title: letter.title, version: 0, data: {} }
  return (
    <>
      <h1>{letter.title}</h1>
      <p className="problem mild">
        已存本机，{letter.refused === null ? '待上传' : '上传后没有办成'}，{momentText(letter.written)} 填写。
        <Link href={screens.outbox}>查看待上传</Link>
      </p>
      {next.length === 0 && letter.refused === null && actions.length > 0 && (
        <section className="case-part no-print" aria-label="接着办">
          <div className="action-bar">
            {actions.map(({ name, title, needsReason }, place) => (
              <button
                key={name}
                type="button"
                className={place === 0 && !needsReason ? 'button main' : 'button'}
                aria-expanded={name === chosen}
                onClick={() => setChosen(name === chosen ? null : name)}
              >
                {title}
              </button>
            ))}
          </div>
          {action !== undefined && (
            <ActForm
              key={action.name}
              {...{ caseKey, found, action }}
              follows={letter.id}
              done={() => setChosen(null)}
              cancel={() => setChosen(null)}
            />
          )}
        </section>
      )}
      <Filled title="内容" schema={schema} input={letter.body['input']} />
      {next.map((follower) => {
        const done = actions.find(({ name }) => follower.path.endsWith(`/actions/${name}`))
        const title = `${done?.title ?? follower.title}（${momentText(follower.written)}）`
        const input = follower.body['input']
        return <Filled key={follower.id} title={title} schema={done?.input ?? null} input={input} />
      })}
      <p className="no-print">
        <button type="button" className="button" onClick={() => print()}>
          打印
        </button>
      </p>
    </>
  )
}

interface FilledProps {
  readonly title: string
  readonly schema: JsonSchema | null
  readonly input: unknown
}

/** What was filled in, to be shown on the spot and printed. */
function Filled({ title, schema, input }: FilledProps) {
  const fields = useFields(schema)
  const values = (input ?? {}) as Readonly<Record<string, unknown>>
  return (
    <section className="case-part">
      <div className="part-head">
        <PartTitle>{title}</PartTitle>
      </div>
      <dl className="data">
        {fields
          .filter(({ name }) => Object.hasOwn(values, name) && values[name] !== undefined)
          .map((field) => (
            <div key={field.name}>
              <dt>{field.label}</dt>
              <dd>
                {field.control === 'files' ? (
                  <span className="files">
                    {(values[field.name] as readonly FileView[]).map((file) => (
                      <Thumbnail key={file.digest} file={file} />
                    ))}
                  </span>
                ) : (
                  valueWithUnit(field, values[field.name])
                )}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
