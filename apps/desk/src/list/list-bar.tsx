import type { ProgrammeSummary } from '@luoshi/client'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { screens } from '../addresses.ts'
import { api, type ProcedureKey, queryOf } from '../api/addresses.ts'
import { useCounty, useSession } from '../api/session-context.ts'
import { Popup } from '../parts/popup.tsx'
import { type FieldView, fieldsOf } from '../schema/field-view.ts'
import { columnsOffered, columnsShown } from './columns.ts'
import { filterOf, listViewFrom } from './list-address.ts'
import { MoreFilters } from './more-filters.tsx'
import { useSavedFilters } from './saved-filters.ts'

/** How long after the last key words are looked for. Milliseconds. */
const TYPING_PAUSE = 300

interface ListBarProps {
  readonly procedureKey: ProcedureKey
  readonly procedure: ProgrammeSummary['procedures'][number]
  readonly fields: readonly FieldView[]
  readonly search: string
  readonly change: (changes: Readonly<Record<string, string | null>>) => void
  readonly goTo: (search: string) => void
}

/** Above a list: words, state, what of it is shown, filters that were kept, and what can be taken along. */
export function ListBar(props: ListBarProps) {
  const { procedure, search, change } = props
  const { query } = listViewFrom(search)
  return (
    <search className="list-bar no-print" aria-label="筛选">
      <Words key={query.q} words={query.q ?? ''} onWords={(q) => change({ q })} />
      <select
        className="field-input"
        aria-label="环节"
        value={query.state ?? ''}
        onChange={(event) => change({ state: event.target.value, closed: null })}
      >
        <option value="">全部环节</option>
        {procedure.states.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      {procedure.kind === 'procedure' && (
        <select
          className="field-input"
          aria-label="是否办结"
          value={query.closed ?? 'all'}
          onChange={(event) => change({ closed: event.target.value === 'all' ? null : event.target.value })}
        >
          <option value="all">全部</option>
          <option value="open">在办</option>
          <option value="closed">已办结</option>
        </select>
      )}
      <MoreFilters {...props} />
      <Chosen {...props} />
      <SavedFilters {...props} />
      <Columns {...props} />
      <TakeAlong {...props} />
    </search>
  )
}

function Words({ words, onWords }: { readonly words: string; readonly onWords: (words: string) => void }) {
  const [typed, setTyped] = useState(words)
  useEffect(() => {
    if (typed === words) return
    const timer = setTimeout(() => onWords(typed), TYPING_PAUSE)
    return () => clearTimeout(timer)
  })
  return (
    <input
      className="field-input"
      type="search"
      aria-label="含有的字"
      placeholder="含有的字"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}

/** Fields by which the list is narrowed from elsewhere, each to be taken out again. */
function Chosen({ search, fields, change }: ListBarProps) {
  const { query } = listViewFrom(search)
  return Object.entries(query)
    .filter(([name]) => name.startsWith('where.'))
    .map(([name, value]) => {
      const field = fields.find((one) => `where.${one.name}` === name)
      return (
        <button key={name} type="button" className="button" onClick={() => change({ [name]: null })}>
          {field?.label ?? '条件'}：{textOfChoice(field, value)} <span aria-hidden="true">✕</span>
          <span className="visually-hidden">，取消这个条件</span>
        </button>
      )
    })
}

/** 是, 远程监测: what a value is called where it is one of several. */
function textOfChoice(field: FieldView | undefined, value: string | undefined): string {
  if (field?.control === 'yes-no') return value === 'true' ? '是' : '否'
  return field?.choices?.[value ?? ''] ?? value ?? ''
}

function SavedFilters({ procedureKey, search, goTo }: ListBarProps) {
  const { officer } = useSession()
  const list = `${procedureKey.programme}/${procedureKey.procedure}`
  const { filters, save, remove } = useSavedFilters(officer.id, list)
  const [name, setName] = useState('')
  return (
    <Popup label="筛选方案">
      {filters.length === 0 && <p className="secondary">还没有存下筛选方案。</p>}
      <ul>
        {filters.map((filter) => (
          <li key={filter.name}>
            <button type="button" className="button plain" onClick={() => goTo(filter.search)}>
              {filter.name}
            </button>
            <button type="button" className="button plain" onClick={() => remove(filter.name)}>
              删去<span className="visually-hidden">{filter.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <form
        className="inline-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() === '') return
          save({ name: name.trim(), search: filterOf(search) })
          setName('')
        }}
      >
        <input
          className="field-input"
          aria-label="方案名称"
          placeholder="把现在的筛选存为"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="button">
          存下
        </button>
      </form>
    </Popup>
  )
}

function Columns({ procedure, fields, search, change }: ListBarProps) {
  const { columns } = listViewFrom(search)
  const shown = new Set(columnsShown(fields, procedure.calledBy, columns).map(({ name }) => name))
  const toggle = (name: string) => {
    const next = columnsOffered(fields)
      .map((field) => field.name)
      .filter((one) => (one === name ? !shown.has(one) : shown.has(one)))
    change({ columns: next.length === 0 ? ',' : next.join(',') })
  }
  return (
    <Popup label="栏目选择">
      <ul>
        {columnsOffered(fields).map(({ name, label }) => (
          <li key={name}>
            <label className="choice">
              <input type="checkbox" checked={shown.has(name)} onChange={() => toggle(name)} />
              {label}
            </label>
          </li>
        ))}
      </ul>
      {columns !== null && (
        <button type="button" className="button" onClick={() => change({ columns: null })}>
          恢复原样
        </button>
      )}
    </Popup>
  )
}

function TakeAlong({ procedureKey, search, fields }: ListBarProps) {
  const county = useCounty()
  const { query } = listViewFrom(search)
  const hasPlaces = fields.some(({ control }) => control === 'place')
  const exportAddress = (extension: 'xlsx' | 'csv' | 'geojson') =>
    `${api.procedure(county, procedureKey)}/export.${extension}${queryOf({ ...query })}`
  return (
    <Popup label="导出、打印">
      {(close) => (
        <ul>
          <li>
            <a className="button plain" href={exportAddress('xlsx')} download>
              导出 Excel 表格
            </a>
          </li>
          <li>
            <a className="button plain" href={exportAddress('csv')} download>
              导出 CSV
            </a>
          </li>
          {hasPlaces && (
            <li>
              <a className="button plain" href={exportAddress('geojson')} download>
                导出地图数据（GeoJSON）
              </a>
            </li>
          )}
          <li>
            <button
              type="button"
              className="button plain"
              onClick={() => {
                close()
                setTimeout(() => print())
              }}
            >
              打印这张表
            </button>
          </li>
        </ul>
      )}
    </Popup>
  )
}

/** Leads to what can be seen of all of a list together. */
export function LookLinks({ procedureKey, procedure }: Pick<ListBarProps, 'procedureKey' | 'procedure'>) {
  const hasPlaces = fieldsOf(procedure.subject).some(({ control }) => control === 'place')
  return (
    <>
      {hasPlaces && (
        <Link className="button no-print" href={screens.places(procedureKey)}>
          位置图
        </Link>
      )}
      <Link className="button no-print" href={screens.tally(procedureKey)}>
        统计
      </Link>
      <Link className="button no-print" href={screens.whatIf(procedureKey)}>
        试算
      </Link>
    </>
  )
}

/** Leads to what can be entered, one by one or as a sheet. */
export function EntryLinks({ procedureKey, procedure }: Pick<ListBarProps, 'procedureKey' | 'procedure'>) {
  if (!procedure.canOpen) return null
  return (
    <>
      <Link className="button" href={screens.import(procedureKey)}>
        导入表格
      </Link>
      <Link className="button main" href={screens.opening(procedureKey)}>
        {procedure.openingTitle}
      </Link>
    </>
  )
}
