import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * What a reading of an invented notice must give. What is left out is not judged, lists are whole, and names of
 * fields are those of the reading.
 */
export interface UnseenExpectation {
  readonly issue: Readonly<Record<string, string | number | null>>
  readonly instruments: readonly UnseenInstrument[]
}

/** What is expected of one instrument. */
export interface UnseenInstrument {
  readonly docNumber?: string | null
  readonly title?: string
  readonly issuer?: string | null
  readonly addressees?: string | null
  readonly issuedOn?: string | null
  readonly page?: number | null
  readonly lines?: readonly [number, number]
  /** Numbered clauses: label, level, first line, and the heading where it is beyond doubt. */
  readonly clauses?: readonly (readonly [label: string, level: number, line: number, heading?: string])[]
  /** Only clauses from this line on are judged. */
  readonly clausesFrom?: number
  /** Only clauses up to this line are judged. */
  readonly clausesUntil?: number
  /** First line, `role:unit` one after the other, and the date inside the marker. */
  readonly duties?: readonly (readonly [line: number, units: string, deadline: string | null])[]
  /** Deadlines that must be among those read: line, and date, `3 workday` or recurrence rule. */
  readonly deadlines?: readonly (readonly [line: number, due: string])[]
  readonly citations?: readonly (readonly [line: number, title: string, docNumber: string | null])[]
  readonly amounts?: readonly (readonly [line: number, yuan: string])[]
  /** Title, and whether the annex is printed. */
  readonly annexes?: readonly (readonly [title: string, isPrinted: boolean])[]
  readonly tables?: readonly {
    readonly columns: readonly string[]
    readonly rows: readonly (readonly [line: number, kind: string, cells: readonly string[]])[]
  }[]
  readonly bodies?: readonly {
    readonly name: string
    readonly office: string | null
    /** `role person` of each member. */
    readonly members: readonly string[]
  }[]
}

/** An invented notice or gazette in a form that the five real gazettes do not have. */
export interface UnseenNotice {
  /** What is special about it, as its file is named: `pdf-wrapped-lines`. */
  readonly name: string
  readonly file: string
  readonly text: string
  readonly expected: UnseenExpectation
}

const folder = fileURLToPath(new URL('./fixtures/unseen', import.meta.url))

/** Invented notices of invented places, in the order of their names. */
export function unseenNotices(): UnseenNotice[] {
  return readdirSync(folder)
    .filter((file) => !file.endsWith('.expected.json'))
    .sort()
    .map((file) => {
      const name = basename(file, extname(file))
      const expected: UnseenExpectation = JSON.parse(
        readFileSync(join(folder, `${name}.expected.json`), 'utf8'),
      )
      return { name, file, text: readFileSync(join(folder, file), 'utf8'), expected }
    })
}
