import { useUnits } from '../api/queries.ts'
import type { ControlProps } from './controls.tsx'

/** A unit of the county, chosen by its name. */
export function UnitControl({ id, field, value, isInvalid, describedBy, onChange }: ControlProps) {
  const { data: units = [] } = useUnits()
  return (
    <select
      id={id}
      className="field-input"
      aria-invalid={isInvalid || undefined}
      aria-describedby={describedBy}
      aria-required={field.isRequired || undefined}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    >
      <option value="">请选择机构</option>
      {units.map((unit) => (
        <option key={unit.id} value={unit.id}>
          {unit.name}
        </option>
      ))}
    </select>
  )
}
