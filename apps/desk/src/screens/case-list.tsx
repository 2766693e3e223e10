import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { screens } from '../addresses.ts'
import type { ProcedureKey } from '../api/addresses.ts'
import { useCases, useProgrammes } from '../api/queries.ts'
import { CaseDetail } from '../case/case-detail.tsx'
import { BulkBar } from '../list/bulk-bar.tsx'
import { CaseTable } from '../list/case-table.tsx'
import { columnsShown } from '../list/columns.ts'
import { listViewFrom, withChanges } from '../list/list-address.ts'
import { EntryLinks, ListBar, LookLinks } from '../list/list-bar.tsx'
import { ListFoot } from '../list/list-foot.tsx'
import { Crumbs } from '../parts/crumbs.tsx'
import { ProblemBox } from '../parts/problem.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Empty, Waiting } from '../parts/waiting.tsx'
import type { FieldView } from '../schema/field-view.ts'
import { useFields } from '../schema/use-fields.ts'
import { PinButton } from '../shell/pin-button.tsx'
import { NotHere } from './not-here.tsx'
import '../styles/list.css'

/** The list of any procedure or register, with the chosen one beside it. */
export function CaseList(key: ProcedureKey) {
  const { data: programmes } = useProgrammes()
  const programme = programmes?.find(({ id }) => id === key.programme)
  const procedure = programme?.procedures.find(({ id }) => id === key.procedure)
  useTitle(procedure?.title ?? '办件')
  if (programmes === undefined) return <Waiting />
  if (programme === undefined || procedure === undefined) return <NotHere />
  return (
    <>
      <div className="screen-head">
        <div className="screen-title">
          <Crumbs steps={[{ href: screens.programme(programme.id), label: programme.title }]} />
          <h1>{procedure.title}</h1>
        </div>
        <LookLinks procedureKey={key} procedure={procedure} />
        <PinButton href={screens.list(key)} label={procedure.title} />
        <EntryLinks procedureKey={key} procedure={procedure} />
      </div>
      <ListAndPanel key={`${key.programme}/${key.procedure}`} procedureKey={key} procedure={procedure} />
    </>
  )
}

type ListProps = Pick<Parameters<typeof ListBar>[0], 'procedureKey' | 'procedure'>

function ListAndPanel({ procedureKey, procedure }: ListProps) {
  const search = useSearch()
  const [here, go] = useLocation()
  const { query, columns, open } = listViewFrom(search)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const fields = useFields(procedure.subject)
  const goTo = (next: string) => go(`${here}${next}`, { replace: true })
  const change = (changes: Readonly<Record<string, string | null>>) => goTo(withChanges(search, changes))
  const select = (ids: readonly string[], isSelected: boolean) => {
    const next = new Set(selected)
    for (const id of ids) isSelected ? next.add(id) : next.delete(id)
    setSelected(next)
  }
  const close = () => {
    goTo(withChanges(search, { case: null }))
    if (open !== null) document.querySelector<HTMLElement>(`[data-case="${CSS.escape(open)}"]`)?.focus()
  }
  return (
    <div className={open === null ? 'with-panel' : 'with-panel is-open'}>
      <div>
        <ListBar {...{ procedureKey, procedure, fields, search, change, goTo }} />
        <BulkBar {...{ procedureKey, selected }} clear={() => setSelected(new Set())} />
        <Rows
          {...{ procedureKey, procedure, query, selected, open }}
          columns={columnsShown(fields, procedure.calledBy, columns, open !== null)}
          nameLabel={nameLabel(fields, procedure.calledBy)}
          hrefOf={({ id }) => `${here}${withChanges(search, { case: id })}`}
          onSort={(sort) => change({ sort })}
          onSelect={select}
        />
      </div>
      {open !== null && (
        <Panel close={close}>
          <CaseDetail key={open} caseKey={{ ...procedureKey, id: open }} close={close} />
        </Panel>
      )}
    </div>
  )
}

function Rows({
  procedureKey,
  procedure,
  query,
  ...table
}: ListProps &
  Pick<ReturnType<typeof listViewFrom>, 'query'> &
  Omit<Parameters<typeof CaseTable>[0], 'rows' | 'caption' | 'hasLimits' | 'sort'>) {
  const cases = useCases(procedureKey, query)
  const { data, error } = cases
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const count = data?.pages[0]?.count
  if (error) return <ProblemBox error={error} />
  if (data === undefined) return <Waiting rows={10} />
  if (rows.length === 0) return <NothingListed {...{ procedureKey, procedure, query }} />
  return (
    <div className="card table-holder">
      <CaseTable
        {...table}
        caption={procedure.title}
        rows={rows}
        sort={query.sort}
        hasLimits={rows.some(({ limits }) => limits.length > 0)}
      />
      <ListFoot pages={cases}>
        已列出 {rows.length} 件
        {count !== undefined && `，共 ${count.value}${count.isAtLeast ? ' 件以上' : ' 件'}`}
      </ListFoot>
    </div>
  )
}

function NothingListed({ procedureKey, procedure, query }: ListProps & { query: object }) {
  if (Object.keys(query).length > 0) {
    return (
      <div className="card">
        <Empty>没有符合筛选条件的，请放宽条件。</Empty>
      </div>
    )
  }
  return (
    <div className="card">
      <Empty>
        <p>{procedure.title}还没有内容。</p>
        {procedure.canOpen ? (
          <EntryLinks {...{ procedureKey, procedure }} />
        ) : (
          <p>由有权“{procedure.openingTitle}”的人登记后，会列在这里。</p>
        )}
      </Empty>
    </div>
  )
}

/** The right side: the case that is open, while the list stays. Escape closes it. */
function Panel({ children, close }: { readonly children: React.ReactNode; readonly close: () => void }) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  })
  return (
    <aside className="panel card" aria-label="详情">
      {children}
    </aside>
  )
}

/** What the titles are: 作业记录编号, 机构名称 */
function nameLabel(fields: readonly FieldView[], calledBy: readonly string[]): string {
  const labels = fields.filter(({ name }) => calledBy.includes(name)).map(({ label }) => label)
  return labels.length === 0 ? '名称' : labels.join('、')
}
