import type { DoneView, ListReadingView, ListReplaces, ListTableBody, ListTableView } from '@luoshi/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Link } from 'wouter'
import { screens } from '../../addresses.ts'
import { api, queryOf } from '../../api/addresses.ts'
import { call } from '../../api/call.ts'
import { newKey } from '../../api/new-key.ts'
import { useCounty } from '../../api/session-context.ts'
import { FileField, InputField, SelectField } from '../../form/form-field.tsx'
import { ProblemBox } from '../../parts/problem.tsx'
import { ListDifference } from './list-difference.tsx'
import { Replaced } from './replaced.tsx'

/** Where new versions are drawn up and published. */
export const publishing = { programme: 'administration', procedure: 'list-versions' } as const

interface NewVersionProps {
  /** Address of the list. */
  readonly path: string
  /** `programme/list` */
  readonly list: string
}

/** A table from a file or a gazette, compared with the list as it is, then drawn up for someone else to publish. */
export function NewVersion({ path, list }: NewVersionProps) {
  const id = useId()
  const [source, setSource] = useState<'file' | 'gazette'>('file')
  const [from, setFrom] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [document, setDocument] = useState('')
  const [table, setTable] = useState('')
  const [replaces, setReplaces] = useState<ListReplaces>([])
  const read = useMutation({
    mutationFn: (body: FormData | ListTableBody) =>
      call<ListReadingView>(`${path}/versions/readings`, { method: 'POST', body }),
  })
  const { data: tables, error: tablesError } = useQuery({
    queryKey: ['list-tables', path, document],
    queryFn: () => call<readonly ListTableView[]>(`${path}/versions/tables${queryOf({ document })}`),
    enabled: source === 'gazette' && document.trim() !== '',
  })
  const isReady = from !== '' && (source === 'file' ? file !== null : table !== '')
  const reading = read.data
  const compare = (event: React.FormEvent) => {
    event.preventDefault()
    setReplaces([])
    if (source === 'gazette') return read.mutate({ document: document.trim(), table: Number(table), from })
    if (file === null) return
    const form = new FormData()
    form.set('from', from)
    form.set('file', file)
    read.mutate(form)
  }
  const compareAgain = (chosen: ListReplaces) => {
    setReplaces(chosen)
    if (reading === undefined) return
    const { headings, rows, lines } = reading
    read.mutate({ headings, rows, lines, from, replaces: chosen })
  }
  return (
    <>
      {/* What is drawn up is what was compared: whoever changes the form compares again. */}
      <form className="card form-page" onSubmit={compare} onChange={() => read.reset()}>
        <div className="fields">
          <div className="field">
            <span>表格来自</span>
            <fieldset className="options">
              <legend className="visually-hidden">表格来自</legend>
              {(['file', 'gazette'] as const).map((value) => (
                <label key={value} className="choice">
                  <input
                    type="radio"
                    name={id}
                    checked={source === value}
                    onChange={() => setSource(value)}
                  />
                  {value === 'file' ? 'Excel 或 CSV 文件' : '已公布的公报'}
                </label>
              ))}
            </fieldset>
          </div>
          {source === 'file' ? (
            <FileField
              label="表格文件"
              accept=".xlsx,.csv"
              choose={setFile}
              help="表头写这份清单的栏目名称；几个机关之间用顿号隔开。"
            />
          ) : (
            <>
              <InputField
                label="文号"
                value={document}
                change={(number) => {
                  setDocument(number)
                  setTable('')
                }}
              />
              <SelectField
                label="哪张表"
                value={table}
                change={setTable}
                offered={[
                  { id: '', title: tables?.length === 0 ? '没有公布这份文件，或者其中没有表' : '请选择' },
                  ...(tables ?? []).map((one) => ({ id: String(one.table), title: tableTitle(one) })),
                ]}
                help={<ProblemBox error={tablesError} />}
              />
            </>
          )}
          <InputField label="施行日期" type="date" value={from} change={setFrom} />
        </div>
        <ProblemBox error={read.error} title="表格没有读" />
        <div className="form-actions">
          <button type="submit" className="button main" disabled={!isReady || read.isPending}>
            {read.isPending ? '正在比较' : '与现行版本比较'}
          </button>
        </div>
      </form>
      {reading === undefined ? null : (
        <>
          <ListDifference reading={reading} title="新版本与前一版的差异" />
          {reading.problemCount > 0 ? null : (
            <>
              <Replaced reading={reading} replaces={replaces} change={compareAgain} />
              <DrawUp
                list={list}
                path={path}
                reading={reading}
                document={source === 'gazette' ? document.trim() : ''}
                from={from}
                replaces={replaces}
              />
            </>
          )}
        </>
      )}
    </>
  )
}

interface DrawUpProps extends NewVersionProps {
  readonly reading: ListReadingView
  readonly document: string
  readonly from: string
  readonly replaces: ListReplaces
}

function DrawUp({ path, list, reading, document, from, replaces }: DrawUpProps) {
  const county = useCounty()
  const queries = useQueryClient()
  const [key] = useState(newKey)
  const [name, setName] = useState(`${from.slice(0, 4)}年版`)
  const [number, setNumber] = useState(document)
  const [article, setArticle] = useState('')
  const { headings, rows, lines } = reading
  const draw = useMutation({
    mutationFn: () => {
      const clause =
        lines === null ? { article: article.trim() } : { firstLine: lines[0], lastLine: lines[1] }
      const replaced = replaces.length === 0 ? {} : { replaces }
      const input = {
        list,
        name: name.trim(),
        from,
        document: number.trim(),
        ...clause,
        headings,
        rows,
        ...replaced,
      }
      return call<DoneView>(api.cases(county, publishing), { method: 'POST', body: { input }, key })
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['list-versions', path] }),
  })
  if (draw.data !== undefined) {
    return (
      <p className="card" role="status">
        已拟定。请清单公布人核对差异后
        <Link href={screens.case({ ...publishing, id: draw.data.case.id })}>公布</Link>。
      </p>
    )
  }
  const isReady = name.trim() !== '' && number.trim() !== '' && (lines !== null || article.trim() !== '')
  return (
    <form
      className="card form-page"
      onSubmit={(event) => {
        event.preventDefault()
        draw.mutate()
      }}
    >
      <div className="fields">
        <InputField label="版本名称" value={name} change={setName} />
        <InputField label="依据文件" value={number} change={setNumber} />
        {lines === null ? (
          <InputField label="条款或附件" value={article} change={setArticle} />
        ) : (
          <p className="secondary">依据公报第{lines.join('—')}行。</p>
        )}
      </div>
      <ProblemBox error={draw.error} title="没有拟定" />
      <div className="form-actions">
        <button type="submit" className="button main" disabled={!isReady || draw.isPending}>
          {draw.isPending ? '正在保存' : '拟定，交另一人公布'}
        </button>
      </div>
    </form>
  )
}

function tableTitle({ title, headings, rows, lines }: ListTableView): string {
  return `${title || headings.join('、')}（${rows} 行，公报第${lines.join('—')}行）`
}
