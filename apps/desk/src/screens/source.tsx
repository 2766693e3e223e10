import type { ImportSourceView, ProgrammeSummary, SourcePreviewView } from '@luoshi/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { screens } from '../addresses.ts'
import { api, type ProcedureKey } from '../api/addresses.ts'
import { call, Refusal } from '../api/call.ts'
import { useProgrammes } from '../api/queries.ts'
import { useCounty } from '../api/session-context.ts'
import type { Values } from '../form/draft.ts'
import { FieldsForm } from '../form/fields-form.tsx'
import { FileField } from '../form/form-field.tsx'
import { Summary } from '../form/summary.tsx'
import { Clause } from '../parts/clause.tsx'
import { Crumbs, stepsTo } from '../parts/crumbs.tsx'
import { ProblemBox } from '../parts/problem.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Waiting } from '../parts/waiting.tsx'
import { checkFields } from '../schema/check-field.ts'
import { fieldsOf } from '../schema/field-view.ts'
import { SourcePreview } from '../transfer/source-preview.tsx'
import { NotHere } from './not-here.tsx'
import '../styles/list.css'

/** A file of another system: what it gives is looked at first, and confirmed then. */
export function SourceScreen({ source: id, ...key }: ProcedureKey & { readonly source: string }) {
  const { data: programmes } = useProgrammes()
  const programme = programmes?.find((one) => one.id === key.programme)
  const procedure = programme?.procedures.find((one) => one.id === key.procedure)
  const source = procedure?.sources.find((one) => one.id === id)
  useTitle(source?.title ?? '导入')
  if (programmes === undefined) return <Waiting />
  if (programme === undefined || procedure === undefined || source === undefined || !procedure.canOpen) {
    return <NotHere />
  }
  return (
    <>
      <Crumbs
        steps={[...stepsTo(key, programme, procedure), { href: screens.import(key), label: '导入表格' }]}
      />
      <h1>{source.title}</h1>
      <SourceForm procedureKey={key} {...{ procedure, source }} />
    </>
  )
}

interface SourceFormProps {
  readonly procedureKey: ProcedureKey
  readonly procedure: ProgrammeSummary['procedures'][number]
  readonly source: ImportSourceView
}

function SourceForm({ procedureKey, procedure, source }: SourceFormProps) {
  const fields = fieldsOf(source.asks)
  const [values, setValues] = useState<Values>({})
  const [file, setFile] = useState<File | null>(null)
  const [tries, setTries] = useState(0)
  const send = useSend(procedureKey, source.id)
  const own = tries > 0 ? checkFields(fields, values).map((issue) => ({ ...issue, clause: null })) : []
  const refused = send.error instanceof Refusal ? send.error.issues : []
  const unit = procedure.openingUnits[0]?.id ?? ''
  const change = (next: Values) => {
    setValues(next)
    send.reset()
  }
  const shown = send.data
  return (
    <>
      <form
        className="card form-page"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTries(tries + 1)
          if (file !== null && checkFields(fields, values).length === 0) {
            send.mutate({ values, file, unit, isConfirmed: false })
          }
        }}
      >
        <p>
          {source.help}。 <Clause clause={source.clause} />
        </p>
        <ProblemBox error={send.error} title="文件没有读成" />
        {own.length > 0 && <Summary issues={own} prefix="source" tries={tries} />}
        <FieldsForm
          {...{ fields, values, procedureKey }}
          onChange={change}
          issues={[...own, ...refused]}
          idPrefix="source"
        />
        <FileField
          label="文件"
          accept=".xlsx,.csv,.json,.geojson"
          choose={(chosen) => {
            setFile(chosen)
            send.reset()
          }}
        />
        <div className="form-actions">
          <button type="submit" className="button main" disabled={file === null || send.isPending}>
            {send.isPending ? '正在读取' : '读取，看结果'}
          </button>
        </div>
      </form>
      {shown !== undefined && <SourcePreview view={shown} />}
      {shown !== undefined && shown.opened.length + shown.repeated === 0 && shown.records > 0 && (
        <p>
          <button
            type="button"
            className="button main"
            disabled={send.isPending}
            onClick={() => file !== null && send.mutate({ values, file, unit, isConfirmed: true })}
          >
            确认无误，登记 {shown.records} 条
          </button>
        </p>
      )}
      {shown !== undefined && shown.opened.length + shown.repeated > 0 && (
        <p role="status">
          已登记 {shown.opened.length} 条{shown.repeated > 0 && `，另有 ${shown.repeated} 条此前已登记`}。{' '}
          {shown.opened.slice(0, 1).map((one) => (
            <Link key={one} href={screens.case({ ...procedureKey, id: one })}>
              看这一条
            </Link>
          ))}{' '}
          <Link href={screens.list(procedureKey)}>看{procedure.title}</Link>
        </p>
      )}
    </>
  )
}

interface Sent {
  readonly values: Values
  readonly file: File
  readonly unit: string
  readonly isConfirmed: boolean
}

function useSend(key: ProcedureKey, source: string) {
  const county = useCounty()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ values, file, unit, isConfirmed }: Sent) => {
      const body = new FormData()
      body.append('asked', JSON.stringify(values))
      body.append('unit', unit)
      if (isConfirmed) body.append('confirm', 'yes')
      body.append('file', file)
      return call<SourcePreviewView>(`${api.procedure(county, key)}/sources/${source}`, {
        method: 'POST',
        body,
      })
    },
    onSuccess: ({ opened }) => {
      if (opened.length === 0) return
      for (const name of ['cases', 'my-day', 'programmes'])
        queries.invalidateQueries({ queryKey: [name, county] })
    },
  })
}
