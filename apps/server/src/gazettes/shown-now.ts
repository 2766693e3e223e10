import { countyBySlug } from '@luoshi/counties'
import { caseFieldsOf, findFieldMeta, findProcedure, labelOf, type Programme } from '@luoshi/kernel'
import { type Database, disclosuresOf } from '@luoshi/store'
import { countyName } from './prepare-issue.ts'

/** Something on display now. What tells of a person was masked when it was put there. */
export interface ShownDisclosure {
  readonly county: string
  readonly place: string
  readonly title: string
  readonly programme: string
  readonly from: string
  /** The last day, or why it cannot be told. */
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
        const labels = labelsOf(programme, disclosed.procedure)
        return {
          county,
          place: countyName(county),
          title: disclosed.title,
          programme: programme?.title ?? '',
          from: shanghaiDay(disclosed.from),
          until:
            disclosed.until.kind === 'due' ? disclosed.until.due.slice(0, 10) : disclosed.until.explanation,
          // In the order of the form, which is how people know them.
          fields: [...labels].flatMap(([name, label]) => {
            const value = disclosed.record[name]
            if (value === undefined) return []
            return [{ label, value: Array.isArray(value) ? value.join('、') : String(value ?? '') }]
          }),
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

function labelsOf(programme: Programme | undefined, procedure: string): ReadonlyMap<string, string> {
  const found = programme && findProcedure(programme, procedure)
  return new Map(
    Object.entries(found === undefined ? {} : caseFieldsOf(found)).map(([name, field]) => {
      const meta = findFieldMeta(field)
      return [name, meta === undefined ? name : labelOf(meta)]
    }),
  )
}

function shanghaiDay(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
}
