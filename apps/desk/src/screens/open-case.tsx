import type { DoneView, OpenBody, ProgrammeSummary } from '@luoshi/client'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { screens } from '../addresses.ts'
import { api, type ProcedureKey, queryOf } from '../api/addresses.ts'
import { Refusal } from '../api/call.ts'
import { useFirstActions, useProgrammes } from '../api/queries.ts'
import { useCounty, useSession } from '../api/session-context.ts'
import { ComputedFields } from '../form/computed-fields.tsx'
import { withDeviceTimes } from '../form/device-time.ts'
import { personalNames, readDraft, takenUpLetter, useDraft, type Values } from '../form/draft.ts'
import { FieldsForm, fieldId } from '../form/fields-form.tsx'
import { Summary } from '../form/summary.tsx'
import { useSend } from '../outbox/use-send.ts'
import { Crumbs, stepsTo } from '../parts/crumbs.tsx'
import { ProblemBox } from '../parts/problem.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Waiting } from '../parts/waiting.tsx'
import { checkFields } from '../schema/check-field.ts'
import { type FieldView, fieldsOf } from '../schema/field-view.ts'
import { dayText, isPast } from '../words/dates.ts'
import { NotHere } from './not-here.tsx'

/** How any case is opened or record entered: the form of its schema. */
export function OpenCase(key: ProcedureKey) {
  const { data: programmes } = useProgrammes()
  const programme = programmes?.find(({ id }) => id === key.programme)
  const procedure = programme?.procedures.find(({ id }) => id === key.procedure)
  const search = useSearch()
  useTitle(procedure?.openingTitle ?? '登记')
  if (programmes === undefined) return <Waiting />
  if (programme === undefined || procedure === undefined) return <NotHere />
  return (
    <>
      <Crumbs steps={stepsTo(key, programme, procedure)} />
      <h1>{procedure.openingTitle}</h1>
      {procedure.validTo !== null && isPast(procedure.validTo) && (
        <p className="problem mild">
          所依据的文件有效期至{dayText(procedure.validTo)}，已过有效期。办理前请核对是否延续或者有新的规定。
        </p>
      )}
      <OpeningForm
        key={`${key.programme}/${key.procedure}?${search}`}
        procedureKey={key}
        procedure={procedure}
      />
    </>
  )
}

interface OpeningFormProps {
  readonly procedureKey: ProcedureKey
  readonly procedure: ProgrammeSummary['procedures'][number]
}

function OpeningForm({ procedureKey, procedure }: OpeningFormProps) {
  const { officer } = useSession()
  const [, go] = useLocation()
  const fields = fieldsOf(procedure.asked)
  const given = useGiven(fields)
  const screen = screens.opening(procedureKey) + queryOf(given)
  // What is drafted for one case is not taken for another.
  const draftKey = `luoshi-draft/${officer.id}/${procedureKey.programme}/${procedureKey.procedure}${queryOf(given)}`
  const [kept, setKept] = useState(() => readDraft(draftKey))
  const [values, setValues] = useState<Values>({ ...given, ...kept })
  const [tries, setTries] = useState(0)
  const units = procedure.openingUnits
  const [unit, setUnit] = useState(units[0]?.id)
  const county = useCounty()
  const [takenUp] = useState(() => takenUpLetter(draftKey))
  const opening = {
    title: `${procedure.title}：${procedure.openingTitle}${calledIn(procedure.calledBy, values)}`,
    path: api.cases(county, procedureKey),
    version: null,
    screen,
    case: null,
    opens: procedureKey,
  }
  const open = useSend<DoneView>(opening, takenUp)
  useFirstActions(procedureKey)
  const dropDraft = useDraft(draftKey, fields, values, Object.keys(values).length > 0)
  const own = tries > 0 ? checkFields(fields, values).map((issue) => ({ ...issue, clause: null })) : []
  const refused = open.error instanceof Refusal ? open.error.issues : []
  const send = (event: React.FormEvent) => {
    event.preventDefault()
    setTries(tries + 1)
    if (checkFields(fields, values).length > 0) return
    const input = withDeviceTimes(fields, values)
    const body: OpenBody = { input, ...(unit === undefined ? {} : { unit }) }
    open.mutate(
      { body: { ...body }, draft: { key: draftKey, values, personal: personalNames(fields) } },
      {
        onSuccess: (delivered) => {
          dropDraft('sent')
          const isDone = delivered.kind === 'done'
          go(isDone ? screens.case({ ...procedureKey, id: delivered.answer.case.id }) : screens.outbox)
        },
      },
    )
  }
  return (
    <form className="card form-page" onSubmit={send} noValidate>
      {kept !== null && (
        <p className="problem mild">
          这是您上次没有交的草稿，保存在本机。{' '}
          <button
            type="button"
            className="button"
            onClick={() => {
              dropDraft('unwanted')
              setValues(given)
              setKept(null)
            }}
          >
            不要草稿，重新填写
          </button>
        </p>
      )}
      <ProblemBox
        error={open.error}
        title={`“${procedure.openingTitle}”没有办成`}
        fieldIdOf={({ path }) =>
          fields.some(({ name }) => name === path[0]) ? fieldId('open', path[0]) : undefined
        }
      />
      {own.length > 0 && <Summary issues={own} prefix="open" tries={tries} />}
      {units.length > 1 && (
        <div className="field">
          <label htmlFor="open-unit">登记机构</label>
          <div className="field-body">
            <select
              id="open-unit"
              className="field-input"
              value={unit}
              onChange={(event) => setUnit(event.target.value)}
            >
              {units.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        </div>
      )}
      <FieldsForm
        {...{ fields, values }}
        onChange={setValues}
        issues={[...own, ...refused]}
        idPrefix="open"
        procedureKey={procedureKey}
      />
      <ComputedFields computed={procedure.computed} />
      <div className="form-actions">
        <button type="submit" className="button main" disabled={open.isPending}>
          {open.isPending ? '正在办理' : procedure.openingTitle}
        </button>
        <span className="small secondary">填写中的内容随时保存在本机。</span>
      </div>
    </form>
  )
}

/** What people will call it, as far as it was filled in. */
function calledIn(names: readonly string[], values: Values): string {
  const called = names.map((name) => values[name]).filter((value) => typeof value === 'string')
  return called.length === 0 ? '' : `（${called.join('、')}）`
}

/** What the address that led here fills in: `?turn=2026-11-18` */
function useGiven(fields: readonly FieldView[]): Readonly<Record<string, string>> {
  const search = new URLSearchParams(useSearch())
  return Object.fromEntries(
    fields.flatMap(({ name }) => {
      const value = search.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
}
