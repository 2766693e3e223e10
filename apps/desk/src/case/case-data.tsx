import type { FileView, NamedView, RevealBody, RevealView } from '@luoshi/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { screens } from '../addresses.ts'
import { api, type CaseKey } from '../api/addresses.ts'
import { call } from '../api/call.ts'
import { caseQueryKey, useReferences } from '../api/queries.ts'
import { useCounty } from '../api/session-context.ts'
import { PartTitle } from '../parts/part-title.tsx'
import { ProblemBox } from '../parts/problem.tsx'
import type { FieldView } from '../schema/field-view.ts'
import { valueWithUnit } from '../words/field-text.ts'
import { type CaseProps, useCaseFields } from './case-detail.tsx'
import { CorrectionForm } from './correction-form.tsx'
import { FileList } from './file-list.tsx'
import { InnerTable } from './inner-table.tsx'
import { ReasonForm } from './reason-form.tsx'

/** What the record holds. Personal data show masked until they are asked for with a reason; what is wrong is put right. */
export function CaseData({ caseKey, found }: CaseProps) {
  const fields = useCaseFields(caseKey)
  const { data: references } = useReferences(caseKey)
  const [opened, setOpened] = useState<'reveal' | 'correct' | null>(null)
  const [clear, setClear] = useState<Readonly<Record<string, unknown>>>({})
  const data: Readonly<Record<string, unknown>> = { ...found.data, ...clear }
  const hasMasked = found.maskedFields.length > 0 && Object.keys(clear).length === 0
  return (
    <section className="case-part">
      <div className="part-head">
        <PartTitle>内容</PartTitle>
        <span className="no-print">
          {hasMasked && (
            <button type="button" className="button plain" onClick={() => setOpened('reveal')}>
              显示个人信息
            </button>
          )}
          {found.correctable.length > 0 && (
            <button type="button" className="button plain" onClick={() => setOpened('correct')}>
              更正
            </button>
          )}
        </span>
      </div>
      {opened === 'reveal' && (
        <Reveal
          {...{ caseKey, found }}
          shown={(values) => {
            setClear(values)
            setOpened(null)
          }}
          cancel={() => setOpened(null)}
        />
      )}
      {opened === 'correct' && (
        <CorrectionForm {...{ caseKey, found, fields }} close={() => setOpened(null)} />
      )}
      <dl className="data">
        {fields
          .filter(({ name }) => Object.hasOwn(data, name))
          .map((field) => (
            <Line
              key={field.name}
              {...{ caseKey, field }}
              value={data[field.name]}
              named={references?.named.find((one) => one.field === field.name)}
            />
          ))}
      </dl>
    </section>
  )
}

/** Characters that read well in a column beside others. */
const SHORT_TEXT = 24

interface LineProps {
  readonly caseKey: CaseKey
  readonly field: FieldView
  readonly value: unknown
  /** The record that the field names. */
  readonly named: NamedView | undefined
}

function Line({ caseKey, field, value, named }: LineProps) {
  const hasRows = Array.isArray(value) && field.item !== null && field.item.inner.length > 0
  const hasFiles = field.control === 'files' && Array.isArray(value)
  const isLong = field.control === 'long-text' && String(value).length > SHORT_TEXT
  return (
    <div className={hasRows ? 'is-wide' : isLong ? 'is-long' : undefined}>
      <dt>{field.label}</dt>
      <dd title={field.control === 'money' ? `${value} 元` : undefined}>
        {hasRows && field.item !== null && <InnerTable fields={field.item.inner} rows={value} />}
        {hasFiles && <FileList caseKey={caseKey} files={value as readonly FileView[]} />}
        {named !== undefined && <Named {...{ caseKey, named }} text={valueWithUnit(field, value)} />}
        {!hasRows && !hasFiles && named === undefined && valueWithUnit(field, value)}
      </dd>
    </div>
  )
}

interface NamedProps {
  readonly caseKey: CaseKey
  readonly named: NamedView
  /** What the field says. */
  readonly text: string
}

/** The record that a field names: what it is called, and by which key. */
function Named({ caseKey: { programme }, named: { procedure, id, title }, text }: NamedProps) {
  return (
    <>
      <Link href={screens.case({ programme, procedure, id })}>{title}</Link>
      {title !== text && <span className="secondary small"> {text}</span>}
    </>
  )
}

/** Clear personal data are read with a reason, and every reading is in the log. */
function Reveal({
  caseKey,
  found,
  shown,
  cancel,
}: CaseProps & {
  readonly shown: (values: Readonly<Record<string, unknown>>) => void
  readonly cancel: () => void
}) {
  const county = useCounty()
  const queries = useQueryClient()
  const reveal = useMutation({
    mutationFn: (reason: string) =>
      call<RevealView>(`${api.case(county, caseKey)}/reveal`, {
        method: 'POST',
        body: { reason, fields: found.maskedFields } satisfies RevealBody,
      }),
    onSuccess: ({ data }) => {
      shown(data)
      queries.invalidateQueries({ queryKey: caseQueryKey(county, caseKey) })
    },
  })
  return (
    <>
      <ProblemBox error={reveal.error} title="没有显示" />
      <ReasonForm
        label="为什么要看"
        help="查看个人信息会记入日志：谁、何时、为什么。"
        submit="显示"
        isBusy={reveal.isPending}
        onReason={reveal.mutate}
        cancel={cancel}
      />
    </>
  )
}
