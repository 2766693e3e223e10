import type { OfferedView, TallyView } from '@luoshi/client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useLocation, useSearch } from 'wouter'
import { api, type ProcedureKey } from '../api/addresses.ts'
import { call } from '../api/call.ts'
import { useProgrammes } from '../api/queries.ts'
import { useCounty } from '../api/session-context.ts'
import { withChanges } from '../list/list-address.ts'
import { Clause } from '../parts/clause.tsx'
import { Crumbs, stepsTo } from '../parts/crumbs.tsx'
import { Popup } from '../parts/popup.tsx'
import { ProblemBox } from '../parts/problem.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Empty, Waiting } from '../parts/waiting.tsx'
import { groupedText } from '../words/amounts.ts'
import { dayText } from '../words/dates.ts'
import { NotHere } from './not-here.tsx'
import '../styles/list.css'

/** How many groups can stand within one another. */
const DEPTHS = [0, 1, 2] as const

/** Records of any register counted and added up by what one chooses, or as its programme declares it. */
export function TallyScreen(key: ProcedureKey) {
  const county = useCounty()
  const { data: programmes } = useProgrammes()
  const search = useSearch()
  const programme = programmes?.find(({ id }) => id === key.programme)
  const procedure = programme?.procedures.find(({ id }) => id === key.procedure)
  useTitle('统计')
  const address = `${api.procedure(county, key)}/tally`
  const { data: view, error } = useQuery({
    queryKey: ['cases', county, key.programme, key.procedure, 'tally', search],
    queryFn: () => call<TallyView>(`${address}${search === '' ? '' : `?${search}`}`),
    // What is chosen from stays open while the next table is counted.
    placeholderData: keepPreviousData,
  })
  if (programmes === undefined) return <Waiting />
  if (programme === undefined || procedure === undefined) return <NotHere />
  return (
    <>
      <div className="screen-head">
        <div className="screen-title">
          <Crumbs steps={stepsTo(key, programme, procedure)} />
          <h1>{view?.title ?? '统计'}</h1>
        </div>
        <a className="button no-print" href={`${address}.xlsx${search === '' ? '' : `?${search}`}`} download>
          导出 Excel 表格
        </a>
      </div>
      <ProblemBox error={error} />
      {view === undefined ? (
        error === null && <Waiting rows={8} />
      ) : (
        <>
          <Choices view={view} search={search} states={procedure.states} />
          <Table view={view} />
          <p className="small secondary">
            共 {groupedText(String(view.records))} 条，{dayText(view.on)}
            。上级机构的数含其下级机构，每条只计入合计一次。
            <Clause clause={view.clause} />
          </p>
        </>
      )}
    </>
  )
}

interface ChoicesProps {
  readonly view: TallyView
  readonly search: string
  readonly states: readonly OfferedView[]
}

/** What the rows are put together by, what is added up, and which records count. */
function Choices({ view, search, states }: ChoicesProps) {
  const [here, go] = useLocation()
  const params = new URLSearchParams(search)
  const change = (changes: Readonly<Record<string, string | null>>) =>
    go(`${here}${withChanges(search, changes)}`, { replace: true })
  const by = (params.get('by') ?? '@unit').split(',')
  const sums = (params.get('sum') ?? '').split(',').filter(Boolean)
  const { tallies, groups, sums: offered } = view.offered
  const declared = params.get('tally') ?? ''
  return (
    <div className="list-bar no-print">
      {tallies.length > 0 && (
        <Select
          label="统计表"
          none="自己选"
          value={declared}
          offered={tallies}
          onChange={(tally) => change({ tally, by: null, sum: null })}
        />
      )}
      {declared === '' &&
        DEPTHS.slice(0, by.length + 1).map((depth) => (
          <Select
            key={depth}
            label={`第${depth + 1}层`}
            none={depth === 0 ? '' : '不再细分'}
            value={by[depth] ?? ''}
            offered={groups.filter(({ id }) => id === by[depth] || !by.includes(id))}
            onChange={(id) => {
              const next = [...by.slice(0, depth), id, ...(id === '' ? [] : by.slice(depth + 1))]
              change({ by: next.filter(Boolean).join(',') })
            }}
          />
        ))}
      {declared === '' && offered.length > 0 && (
        <Popup label="合计哪些数">
          <ul>
            {offered.map(({ id, title }) => (
              <li key={id}>
                <label className="choice">
                  <input
                    type="checkbox"
                    checked={sums.includes(id)}
                    onChange={(event) => {
                      const next = event.target.checked ? [...sums, id] : sums.filter((one) => one !== id)
                      change({ sum: next.join(',') })
                    }}
                  />
                  {title}
                </label>
              </li>
            ))}
          </ul>
        </Popup>
      )}
      <Select
        label="环节"
        none="全部环节"
        value={params.get('state') ?? ''}
        offered={states}
        onChange={(state) => change({ state })}
      />
    </div>
  )
}

interface SelectProps {
  readonly label: string
  /** What nothing chosen reads; empty where something must be. */
  readonly none: string
  readonly value: string
  readonly offered: readonly OfferedView[]
  readonly onChange: (id: string) => void
}

function Select({ label, none, value, offered, onChange }: SelectProps) {
  return (
    <select
      className="field-input"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {none !== '' && <option value="">{none}</option>}
      {offered.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  )
}

function Table({ view }: { readonly view: TallyView }) {
  const { groups, columns, rows, total, least } = view
  if (rows.length === 0) {
    return (
      <div className="card">
        <Empty>没有可统计的记录。</Empty>
      </div>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard too.
    <section className="card table-holder" tabIndex={0} aria-label={view.title}>
      <table className="cases">
        <caption className="visually-hidden">{view.title}</caption>
        <thead>
          <tr>
            {groups.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            {columns.map(({ id, title }) => (
              <th key={id} scope="col" className="figure">
                {title}
              </th>
            ))}
            {least !== null && <th scope="col">是否达到</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, titles, depth, values, isShort }) => (
            <tr key={key.join('/')}>
              <th scope="row" style={{ paddingInlineStart: `${0.6 + depth}rem` }}>
                {titles[0]}
              </th>
              {titles.slice(1).map((title, index) => (
                <td key={groups[index + 1]} data-label={groups[index + 1]}>
                  {title}
                </td>
              ))}
              {columns.map(({ id, title }) => (
                <td key={id} className="figure" data-label={title}>
                  {groupedText(values[id] ?? '0')}
                </td>
              ))}
              {least !== null && (
                <td data-label="是否达到">
                  <span className={`standing ${isShort ? 'late' : 'well'}`}>
                    {isShort ? `不足${least.figure}` : '达到'}
                  </span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={groups.length}>
              合计
            </th>
            {columns.map(({ id, title }) => (
              <td key={id} className="figure" data-label={title}>
                {groupedText(total[id] ?? '0')}
              </td>
            ))}
            {least !== null && <td />}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
