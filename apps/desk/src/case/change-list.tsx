import type { HistoryEntry } from '@luoshi/client'
import type { FieldView } from '../schema/field-view.ts'
import { NOTHING, valueWithUnit } from '../words/field-text.ts'

interface ChangeListProps extends Pick<HistoryEntry, 'changes'> {
  readonly fields: readonly FieldView[]
}

/** What an entry of the log changed, field by field: before and after. */
export function ChangeList({ changes, fields }: ChangeListProps) {
  if (changes.length === 0) return null
  const textOf = (name: string, value: unknown) => {
    const field = fields.find((one) => one.name === name)
    return field === undefined ? '已改' : valueWithUnit(field, value)
  }
  return (
    <dl className="changes small">
      {changes.map(({ field, label, before, after }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd>
            {textOf(field, before) !== NOTHING && (
              <>
                <del>{textOf(field, before)}</del> →{' '}
              </>
            )}
            <ins>{textOf(field, after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
