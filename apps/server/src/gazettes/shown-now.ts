import { countyBySlug } from '@luoshi/counties'
import {
  caseFieldsOf,
  type FieldMeta,
  fields,
  fieldText,
  findFieldMeta,
  findProcedure,
  labelOf,
  momentInTable,
  type Procedure,
  type Programme,
} from '@luoshi/kernel'
import { type Database, disclosuresOf } from '@luoshi/store'
import { countyName } from './prepare-issue.ts'

/** Something on display now. What tells of a person was masked when it was put there. */
export interface ShownDisclosure {
  readonly county: string
  readonly place: string
  readonly title: string
  readonly programme: string
  readonly from: string
  /** The last day, or until when in words: 至2026-12-03, 撤下以前一直公示 */
  readonly until: string
  readonly fields: readonly { readonly label: string; readonly value: string }[]
}

const MOST_SHOWN = 100

/** What all counties show now, the latest first. */
export async function shownNow(
  db: Database,
  programmes: readonly Programme[],
): Promise<readonly ShownDisclosure[]> {
  const lists = await Promise.all(
    [...countyBySlug.keys()].map(async (county) => {
      const shown = await disclosuresOf(db, county, { isShown: true, limit: MOST_SHOWN })
      return shown.map((disclosed): ShownDisclosure => {
        const programme = programmes.find(({ id }) => id === disclosed.programme)
        const procedure = programme && findProcedure(programme, disclosed.procedure)
        return {
          county,
          place: countyName(county),
          title: disclosed.title,
          programme: programme?.title ?? '',
          from: shanghaiDay(disclosed.from),
          until:
            disclosed.until.kind === 'due'
              ? `至${disclosed.until.due.slice(0, 10)}`
              : disclosed.until.explanation.replace(/。$/, ''),
          // In the order of the form, which is how people know them.
          fields: procedure === undefined ? [] : shownFields(procedure, disclosed.record),
        }
      })
    }),
  )
  return lists.flat().sort((a, b) => (a.from < b.from ? 1 : -1))
}

/** Things on display of one kind, the latest first. */
export interface ShownGroup {
  readonly title: string
  readonly place: string
  readonly programme: string
  readonly items: readonly ShownDisclosure[]
}

/** What is shown, kind by kind: twelve records of one publicity are one line with twelve in it. */
export function groupsShown(shown: readonly ShownDisclosure[]): readonly ShownGroup[] {
  const groups = Map.groupBy(shown, ({ title, place, programme }) => [place, programme, title].join('\n'))
  return [...groups.values()].flatMap((items) => {
    const [latest] = items
    return latest === undefined
      ? []
      : [{ title: latest.title, place: latest.place, programme: latest.programme, items }]
  })
}

/** What is shown of a record, in the order of the form and as it is read: choices by their labels, moments to the minute. */
export function shownFields(
  procedure: Procedure,
  record: Readonly<Record<string, unknown>>,
): ShownDisclosure['fields'] {
  const known = caseFieldsOf(procedure)
  const schema = fields(known)
  return Object.entries(known).flatMap(([name, field]) => {
    if (record[name] === undefined) return []
    const meta = findFieldMeta(field)
    const label = meta === undefined ? name : labelOf(meta)
    return [{ label, value: shownValue(meta?.control, fieldText(schema, name, record[name]), record[name]) }]
  })
}

/** Days stand as they do on all pages, moments to the minute; all else as a paper has it. */
function shownValue(control: FieldMeta['control'] | undefined, text: string, value: unknown): string {
  if (control === 'date') return String(value)
  return control === 'date-time' ? momentInTable(String(value)) : text
}

function shanghaiDay(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
}
