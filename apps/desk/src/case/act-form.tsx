import type { ActBody, ActionView, CaseView, DoneView } from '@luoshi/client'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { screens } from '../addresses.ts'
import { api, type CaseKey } from '../api/addresses.ts'
import { Refusal } from '../api/call.ts'
import { caseQueryKey } from '../api/queries.ts'
import { useCounty, useSession } from '../api/session-context.ts'
import { ComputedFields } from '../form/computed-fields.tsx'
import { withDeviceTimes } from '../form/device-time.ts'
import { personalNames, readDraft, useDraft, type Values } from '../form/draft.ts'
import { FieldsForm, fieldId } from '../form/fields-form.tsx'
import { Summary } from '../form/summary.tsx'
import { useSend } from '../outbox/use-send.ts'
import { Clause } from '../parts/clause.tsx'
import { ProblemBox } from '../parts/problem.tsx'
import { checkFields } from '../schema/check-field.ts'
import { fieldsOf } from '../schema/field-view.ts'
import { Conflict } from './conflict.tsx'
import { changedValues, presentValues } from './edited.ts'
import { type GivenLinks, LinksControl, linked, linksMissing } from './links-control.tsx'
import { type GivenMaterials, handedIn, Materials } from './materials.tsx'

interface ActFormProps {
  readonly caseKey: CaseKey
  readonly found: Pick<CaseView, 'id' | 'title' | 'version' | 'data'>
  readonly action: ActionView
  /** Letter after which it goes, where the case is on the device only. */
  readonly follows?: string
  readonly done: () => void
  readonly cancel: () => void
}

/** Under what the reason, the materials and the links stand in a draft; no field is named so. */
const REASON = '理由'
const MATERIALS = '材料'
const LINKS = '关联'

/** The form of one action: what is filled in, the materials, the reason; sent once however often it is tried. */
export function ActForm({ caseKey, found, action, follows, done, cancel }: ActFormProps) {
  const { officer } = useSession()
  const draftKey = `luoshi-draft/${officer.id}/${found.id}/${action.name}`
  const fields = fieldsOf(action.input)
  const [draft] = useState(() => readDraft(draftKey) ?? {})
  const {
    [REASON]: draftedReason = '',
    [MATERIALS]: draftedMaterials,
    [LINKS]: draftedLinks,
    ...draftedValues
  } = draft
  const [before] = useState(() => presentValues(fields, found.data))
  const [values, setValues] = useState<Values>({ ...before, ...draftedValues })
  const changed = changedValues(values, before)
  const [materials, setMaterials] = useState<GivenMaterials>((draftedMaterials ?? {}) as GivenMaterials)
  const [links, setLinks] = useState<GivenLinks>((draftedLinks ?? {}) as GivenLinks)
  const [reason, setReason] = useState(String(draftedReason))
  const [tries, setTries] = useState(0)
  const act = useAct(caseKey, found, action, follows)
  const queries = useQueryClient()
  const county = useCounty()
  const isBegun = [changed, materials, links].some((part) => Object.keys(part).length > 0) || reason !== ''
  const drafted = { ...changed, [REASON]: reason, [MATERIALS]: materials, [LINKS]: links }
  const dropDraft = useDraft(draftKey, fields, drafted, isBegun)
  const prefix = `act-${action.name}`
  const own = tries > 0 ? checkFields(fields, values).map((issue) => ({ ...issue, clause: null })) : []
  const refused = act.error instanceof Refusal ? act.error : null
  const send = (event: React.FormEvent) => {
    event.preventDefault()
    setTries(tries + 1)
    if (checkFields(fields, values).length > 0 || linksMissing(action.links, links).length > 0) return
    const input = withDeviceTimes(fields, changed)
    const body: ActBody = { input, ...handedIn(materials), ...linked(links), reason: reason.trim() || null }
    act.mutate(
      { body: { ...body }, draft: { key: draftKey, values: drafted, personal: personalNames(fields) } },
      {
        onSuccess: (delivered) => {
          if (delivered.kind === 'done') {
            queries.setQueryData(caseQueryKey(county, caseKey), delivered.answer.case)
          }
          dropDraft('sent')
          done()
        },
      },
    )
  }
  return (
    <form className="act card" onSubmit={send} noValidate aria-label={action.title}>
      {refused?.isConflict ? (
        <Conflict caseKey={caseKey} version={found.version} keep={() => act.reset()} />
      ) : (
        <ProblemBox
          error={act.error}
          title={`“${action.title}”没有办成`}
          fieldIdOf={({ path }) =>
            path.length > 0 && knows(fields, path) ? fieldId(prefix, path[0]) : undefined
          }
        />
      )}
      {own.length > 0 && <Summary issues={own} prefix={prefix} tries={tries} />}
      {fields.length > 0 && (
        <FieldsForm
          {...{ fields, values }}
          onChange={setValues}
          issues={[...own, ...(refused?.issues ?? [])]}
          idPrefix={prefix}
          procedureKey={caseKey}
        />
      )}
      <ComputedFields computed={action.computed} />
      <Materials
        materials={action.materials}
        given={materials}
        idPrefix={prefix}
        procedureKey={caseKey}
        onChange={setMaterials}
      />
      <LinksControl
        links={action.links}
        given={links}
        idPrefix={prefix}
        data={found.data}
        onChange={setLinks}
      />
      {tries > 0 && linksMissing(action.links, links).length > 0 && (
        <p className="field-problem" role="alert">
          {linksMissing(action.links, links).join('')}
        </p>
      )}
      {action.needsReason && (
        <div className="field">
          <label htmlFor={`${prefix}-reason`}>理由</label>
          <textarea
            id={`${prefix}-reason`}
            className="field-input"
            rows={3}
            aria-required="true"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      )}
      <div className="form-actions">
        <button type="submit" className="button main" disabled={act.isPending}>
          {act.isPending ? '正在办理' : action.title}
        </button>
        <button type="button" className="button" onClick={cancel}>
          暂不办理
        </button>
        <span className="small secondary">
          办理后转入“{action.toTitle}”。
          <Clause clause={action.clause} />
        </span>
      </div>
    </form>
  )
}

function knows(fields: readonly { readonly name: string }[], path: readonly (string | number)[]): boolean {
  return fields.some(({ name }) => name === path[0])
}

/** Does an action on what was seen: if someone was quicker it is refused and nothing is overwritten. */
function useAct(
  caseKey: CaseKey,
  found: ActFormProps['found'],
  { name, title }: ActionView,
  follows: string | undefined,
) {
  const county = useCounty()
  return useSend<DoneView>({
    title: `${found.title}：${title}`,
    path: `${api.case(county, caseKey)}/actions/${name}`,
    version: follows === undefined ? found.version : null,
    screen: screens.case(caseKey),
    case: caseKey,
    follows: follows ?? null,
  })
}
