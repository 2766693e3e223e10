import type { Cite } from '../cite.ts'
import { definitionOf, type KeyTree } from '../definition/define.ts'
import type { Parameters } from '../rule/rule.ts'
import type { Fields } from '../schema/fields.ts'
import type { IsoDate } from '../time/calendar.ts'
import type { UnitTree } from '../unit/unit-tree.ts'

/**
 * A file of another system from which records come that it does not have as such: a platform's export, a terminal's
 * positions. The definition says what it is; how it is read is code, an `ImportReader` under the same id.
 */
export interface ImportSource {
  readonly kind: 'import-source'
  /** ASCII, unique in its programme: `terminal-track` */
  readonly id: string
  /** 监测平台导出表 */
  readonly title: string
  readonly basis: Cite
  /** Id of the procedure that its records open. */
  readonly procedure: string
  /** One sentence: what the file must have. */
  readonly help: string
  readonly accepts: readonly SourceFile['kind'][]
  /** What whoever imports says besides. */
  readonly asks: Fields
  /** The records that complete it, each found by the value of a field. */
  readonly needs: Readonly<Record<string, { readonly register: string; readonly field: string }>>
}

/** A line of a table, as whoever reads the file hands it on. */
export interface TableLine {
  /** From 1; the headings' own line is the first. */
  readonly line: number
  readonly cells: readonly string[]
}

/** A file as it was read: the lines of a sheet, or a text of GeoJSON. */
export type SourceFile =
  | { readonly kind: 'table'; readonly lines: readonly TableLine[] }
  | { readonly kind: 'geojson'; readonly text: string }

/** Something in a file that could not be taken as it stands. */
export interface ReadingProblem {
  /** Line of the file, from 1. */
  readonly line: number
  /** Heading of the column or name of the property; null where it is the whole line. */
  readonly column: string | null
  /** The whole sentence for the user: where, what was found, what would pass. */
  readonly message: string
}

/** What a file gives. */
export interface SourceRead {
  readonly records: readonly { readonly line: number; readonly input: Readonly<Record<string, unknown>> }[]
  readonly problems: readonly ReadingProblem[]
  /** What was measured in it, to be looked at before it is confirmed: 达标面积 3.02亩 */
  readonly measures: readonly { readonly title: string; readonly text: string }[]
  /** Outlines on a plane, in metres eastwards and northwards: polygons, each of rings. */
  readonly outlines: readonly {
    readonly title: string
    readonly polygons: readonly (readonly (readonly (readonly [number, number])[])[])[]
  }[]
}

/** What a file is read with. */
export interface SourceFacts {
  readonly asked: Readonly<Record<string, unknown>>
  /** For each need: the records that were found, by the value by which they were looked for. */
  readonly known: Readonly<Record<string, ReadonlyMap<string, Readonly<Record<string, unknown>>>>>
  readonly parameters: Parameters
  /** The county's units: a file names them as it was printed. */
  readonly units: UnitTree
  readonly today: IsoDate
}

/** How the files of a source are read: pure. */
export interface ImportReader {
  /** For each need: the values by which records are looked for. */
  keysIn(file: SourceFile, asked: SourceFacts['asked']): Readonly<Record<string, readonly string[]>>
  read(file: SourceFile, facts: SourceFacts): SourceRead
}

const KEYS: KeyTree = {
  kind: null,
  id: null,
  title: null,
  basis: null,
  procedure: null,
  help: null,
  accepts: null,
  asks: null,
  needs: { '*': { register: null, field: null } },
}

/** A source. */
export function defineImportSource(definition: Omit<ImportSource, 'kind'>): ImportSource {
  return definitionOf(`导入来源${definition.id}`, { kind: 'import-source', ...definition }, KEYS)
}
