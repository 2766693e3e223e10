import type { CaseSummary } from '@luoshi/client'
import { Link } from 'wouter'
import { Remaining, Standing } from '../parts/standing.tsx'
import type { FieldView } from '../schema/field-view.ts'
import { momentInTable } from '../words/dates.ts'
import { isFigure, valueText } from '../words/field-text.ts'
import { foremost } from '../words/standing.ts'
import { nextSort } from './list-address.ts'

interface CaseTableProps {
  readonly caption: string
  /** What tells one row from another: 作业记录编号 */
  readonly nameLabel: string
  readonly rows: readonly CaseSummary[]
  readonly columns: readonly FieldView[]
  readonly hasLimits: boolean
  readonly sort: string | undefined
  readonly onSort: (sort: string | null) => void
  readonly hrefOf: (row: CaseSummary) => string
  readonly open: string | null
  readonly selected: ReadonlySet<string>
  readonly onSelect: (ids: readonly string[], isSelected: boolean) => void
}

/** A list of records or cases; one row each, the open one marked. */
export function CaseTable(props: CaseTableProps) {
  const { caption, nameLabel, rows, columns, hasLimits, sort, onSort, selected, onSelect } = props
  const isAllSelected = rows.length > 0 && rows.every(({ id }) => selected.has(id))
  return (
    <table className="cases">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="narrow no-print">
            <label className="tick">
              <input
                type="checkbox"
                aria-label="全部选择"
                checked={isAllSelected}
                onChange={(event) =>
                  onSelect(
                    rows.map(({ id }) => id),
                    event.target.checked,
                  )
                }
              />
            </label>
          </th>
          <th scope="col">{nameLabel}</th>
          {columns.map((field) => (
            <Heading
              key={field.name}
              name={field.name}
              label={headingOf(field)}
              isFigure={isFigure(field)}
              isSortable={field.isSortable === true}
              {...{ sort, onSort }}
            />
          ))}
          <th scope="col">机构</th>
          <th scope="col">环节</th>
          {hasLimits && <th scope="col">期限</th>}
          <Heading name="latest" label="最近办理" isFigure={false} isSortable {...{ sort, onSort }} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} {...props} />
        ))}
      </tbody>
    </table>
  )
}

function headingOf(field: FieldView): string {
  const hasUnit = field.unit !== undefined && field.unit !== '' && field.control !== 'money'
  return hasUnit ? `${field.label}（${field.unit}）` : field.label
}

interface HeadingProps {
  readonly name: string
  readonly label: string
  readonly isFigure: boolean
  readonly isSortable: boolean
  readonly sort: string | undefined
  readonly onSort: (sort: string | null) => void
}

function Heading({ name, label, isFigure, isSortable, sort, onSort }: HeadingProps) {
  const direction = sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : undefined
  const className = isFigure ? 'figure' : undefined
  if (!isSortable) {
    return (
      <th scope="col" className={className}>
        {label}
      </th>
    )
  }
  return (
    <th scope="col" className={className} aria-sort={direction}>
      <button type="button" className="sort" onClick={() => onSort(nextSort(sort, name))}>
        {label}
        <span aria-hidden="true">
          {direction === 'ascending' ? '↑' : direction === 'descending' ? '↓' : '↕'}
        </span>
      </button>
    </th>
  )
}

function Row({
  row,
  columns,
  hasLimits,
  hrefOf,
  open,
  selected,
  onSelect,
}: CaseTableProps & { row: CaseSummary }) {
  const limit = foremost(row)
  return (
    <tr aria-current={row.id === open ? 'true' : undefined}>
      <td className="narrow no-print">
        <label className="tick">
          <input
            type="checkbox"
            aria-label={`选择${row.title}`}
            checked={selected.has(row.id)}
            onChange={(event) => onSelect([row.id], event.target.checked)}
          />
        </label>
      </td>
      <th scope="row">
        <Link href={hrefOf(row)} data-case={row.id}>
          {row.title}
        </Link>
      </th>
      {columns.map((field) => (
        <td key={field.name} className={isFigure(field) ? 'figure' : undefined} data-label={field.label}>
          {valueText(field, row.data[field.name])}
        </td>
      ))}
      <td data-label="机构">{row.unitName}</td>
      <td data-label="环节">
        <span className={row.closed === null ? 'state' : 'state closed'}>{row.stateTitle}</span>
      </td>
      {hasLimits && (
        <td data-label="期限">
          {limit !== undefined && (
            <>
              <Standing standing={limit.standing} /> <Remaining limit={limit} isShort={open !== null} />
            </>
          )}
        </td>
      )}
      <td className="figures unbroken" data-label="最近办理">
        {momentInTable(row.latest)}
      </td>
    </tr>
  )
}
