import type { ImportModeName, ImportView, ProgrammeSummary } from '@luoshi/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Link } from 'wouter'
import { screens } from '../addresses.ts'
import { api, type ProcedureKey } from '../api/addresses.ts'
import { call } from '../api/call.ts'
import { useProgrammes } from '../api/queries.ts'
import { useCounty } from '../api/session-context.ts'
import { FileField, SelectField } from '../form/form-field.tsx'
import { Crumbs, stepsTo } from '../parts/crumbs.tsx'
import { ProblemBox } from '../parts/problem.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Waiting } from '../parts/waiting.tsx'
import { ImportProgress } from '../transfer/import-progress.tsx'
import { NotHere } from './not-here.tsx'
import '../styles/list.css'

/** A sheet brought in row by row: the template, the file, how far it is, what stands against which row. */
export function ImportRecords(key: ProcedureKey) {
  const { data: programmes } = useProgrammes()
  const programme = programmes?.find(({ id }) => id === key.programme)
  const procedure = programme?.procedures.find(({ id }) => id === key.procedure)
  useTitle('导入表格')
  if (programmes === undefined) return <Waiting />
  if (programme === undefined || procedure === undefined || !procedure.canOpen) return <NotHere />
  return (
    <>
      <Crumbs steps={stepsTo(key, programme, procedure)} />
      <h1>导入表格</h1>
      {procedure.sources.length > 0 && (
        <p>
          也可以导入：
          {procedure.sources.map(({ id, title }) => (
            <Link key={id} className="button" href={screens.source(key, id)}>
              {title}
            </Link>
          ))}
        </p>
      )}
      <ImportForm procedureKey={key} procedure={procedure} />
      <Earlier procedureKey={key} />
    </>
  )
}

interface ImportFormProps {
  readonly procedureKey: ProcedureKey
  readonly procedure: ProgrammeSummary['procedures'][number]
}

const modes: readonly { readonly value: ImportModeName; readonly label: string }[] = [
  { value: 'all-or-nothing', label: '有一行有误就都不导入' },
  { value: 'good-rows', label: '先导入没有错误的行' },
]

function ImportForm({ procedureKey, procedure }: ImportFormProps) {
  const county = useCounty()
  const queries = useQueryClient()
  const id = useId()
  const [file, setFile] = useState<File | null>(null)
  const [mode, setMode] = useState<ImportModeName>('all-or-nothing')
  const [unit, setUnit] = useState(procedure.openingUnits[0]?.id ?? '')
  const imports = `${api.procedure(county, procedureKey)}/imports`
  const send = useMutation({
    mutationFn: (chosen: File) => {
      const body = new FormData()
      body.append('mode', mode)
      body.append('unit', unit)
      body.append('file', chosen)
      return call<ImportView>(imports, { method: 'POST', body })
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['imports', county, procedureKey.programme] }),
  })
  return (
    <form
      className="card form-page"
      onSubmit={(event) => {
        event.preventDefault()
        if (file !== null) send.mutate(file)
      }}
    >
      <p>
        第一行写各栏名称，每一条写一行，可用 Excel 或 CSV。
        <a href={`${imports}/template.xlsx`} download>
          下载空白表格
        </a>
      </p>
      <ProblemBox error={send.error} title="文件没有收下" />
      <div className="fields">
        {procedure.openingUnits.length > 1 && (
          <SelectField
            label="登记机构"
            value={unit}
            change={setUnit}
            offered={procedure.openingUnits.map(({ id: one, name }) => ({ id: one, title: name }))}
          />
        )}
        <FileField label="表格文件" accept=".xlsx,.csv" choose={setFile} />
        <div className="field">
          <span>有错误时</span>
          <fieldset className="options">
            <legend className="visually-hidden">有错误时</legend>
            {modes.map(({ value, label }) => (
              <label key={value} className="choice">
                <input type="radio" name={id} checked={mode === value} onChange={() => setMode(value)} />
                {label}
              </label>
            ))}
          </fieldset>
        </div>
      </div>
      <div className="form-actions">
        <button type="submit" className="button main" disabled={file === null || send.isPending}>
          {send.isPending ? '正在上传' : '导入'}
        </button>
      </div>
    </form>
  )
}

/** How often an import that runs is looked at. Milliseconds. */
const LOOK_AGAIN = 1000

const isRunning = ({ state }: ImportView) => ['waiting', 'checking', 'storing'].includes(state)

function Earlier({ procedureKey }: { readonly procedureKey: ProcedureKey }) {
  const county = useCounty()
  const imports = `${api.procedure(county, procedureKey)}/imports`
  const { data: earlier = [], error } = useQuery({
    queryKey: ['imports', county, procedureKey.programme, procedureKey.procedure],
    queryFn: () => call<readonly ImportView[]>(imports),
    refetchInterval: ({ state }) => (state.data?.some(isRunning) ? LOOK_AGAIN : false),
  })
  if (error) return <ProblemBox error={error} />
  if (earlier.length === 0) return null
  return (
    <>
      <h2 className="section-title">我的导入</h2>
      {earlier.map((one) => (
        <ImportProgress
          key={one.id}
          address={`${imports}/${one.id}`}
          shown={one}
          isRunning={isRunning(one)}
        />
      ))}
    </>
  )
}
