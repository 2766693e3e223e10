import type { ActBody, ActionView, FileView } from '@luoshi/client'
import type { ProcedureKey } from '../api/addresses.ts'
import { FilesChooser } from '../form/files-control.tsx'
import { Clause } from '../parts/clause.tsx'
import '../styles/form.css'

/** What was handed in, by the id of the material: its files, or that it came on paper. */
export type GivenMaterials = Readonly<Record<string, readonly FileView[] | 'paper'>>

/** The same as an action is sent with it. */
export function handedIn(given: GivenMaterials): Pick<ActBody, 'materials' | 'attachments'> {
  const entries = Object.entries(given)
  const withFiles = entries.filter((entry): entry is [string, readonly FileView[]] => entry[1] !== 'paper')
  return {
    materials: entries.filter(([, how]) => how === 'paper').map(([id]) => id),
    attachments: Object.fromEntries(withFiles),
  }
}

interface MaterialsProps {
  readonly materials: ActionView['materials']
  readonly given: GivenMaterials
  readonly idPrefix: string
  readonly procedureKey: ProcedureKey
  readonly onChange: (given: GivenMaterials) => void
}

/** The materials that an action asks for: each is attached, or was handed in on paper and is kept there. */
export function Materials({ materials, given, idPrefix, procedureKey, onChange }: MaterialsProps) {
  if (materials.length === 0) return null
  const change = (id: string, how: readonly FileView[] | 'paper' | null) => {
    const { [id]: _before, ...others } = given
    onChange(how === null || how.length === 0 ? others : { ...others, [id]: how })
  }
  return (
    <fieldset className="materials">
      <legend>材料</legend>
      {materials.map(({ id, title, clause }) => {
        const how = given[id]
        return (
          <div key={id} className="material">
            <p>
              <strong>{title}</strong> <Clause clause={clause} />
            </p>
            {how !== 'paper' && (
              <FilesChooser
                id={`${idPrefix}-material-${id}`}
                label={title}
                mediaTypes={undefined}
                given={how ?? []}
                procedureKey={procedureKey}
                isInvalid={false}
                describedBy={undefined}
                onChange={(files) => change(id, files)}
              />
            )}
            {(how === undefined || how === 'paper') && (
              <label className="choice">
                <input
                  type="checkbox"
                  checked={how === 'paper'}
                  onChange={(event) => change(id, event.target.checked ? 'paper' : null)}
                />
                只收到纸质的，原件存本单位<span className="visually-hidden">：{title}</span>
              </label>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
