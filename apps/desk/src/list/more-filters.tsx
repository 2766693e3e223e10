import { useId } from 'react'
import { useUnits } from '../api/queries.ts'
import { Popup } from '../parts/popup.tsx'
import type { FieldView } from '../schema/field-view.ts'
import { listViewFrom } from './list-address.ts'

interface MoreFiltersProps {
  readonly fields: readonly FieldView[]
  readonly search: string
  readonly change: (changes: Readonly<Record<string, string | null>>) => void
}

interface Filter {
  readonly name: string
  readonly label: string
  readonly choices: readonly (readonly [value: string, label: string])[]
}

/** Narrows a list by unit and by each field that has choices. */
export function MoreFilters({ fields, search, change }: MoreFiltersProps) {
  const { query } = listViewFrom(search)
  const { data: units = [] } = useUnits()
  const filters: readonly Filter[] = [
    { name: 'unit', label: '机构', choices: units.map(({ id, name }) => [id, name] as const) },
    ...fields.flatMap((field) => filterOf(field) ?? []),
  ]
  const chosen = filters.filter(({ name }) => query[name as 'unit'] !== undefined).length
  return (
    <Popup label={chosen === 0 ? '更多筛选' : `更多筛选（${chosen}）`}>
      <div className="more-filters">
        {filters.map((filter) => (
          <OneFilter
            key={filter.name}
            filter={filter}
            value={query[filter.name as 'unit'] ?? ''}
            onChange={(value) => change({ [filter.name]: value })}
          />
        ))}
      </div>
    </Popup>
  )
}

function OneFilter({
  filter: { label, choices },
  value,
  onChange,
}: {
  readonly filter: Filter
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <p>
      <label htmlFor={id} className="small">
        {label}
      </label>
      <select
        id={id}
        className="field-input"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">不限</option>
        {choices.map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
    </p>
  )
}

/** Null for a field without choices. */
function filterOf({ name, label, control, choices }: FieldView): Filter | null {
  if (control === 'yes-no') {
    return {
      name: `where.${name}`,
      label,
      choices: [
        ['true', '是'],
        ['false', '否'],
      ],
    }
  }
  if ((control !== 'choice' && control !== 'unit') || choices === undefined) return null
  return { name: `where.${name}`, label, choices: Object.entries(choices) }
}
