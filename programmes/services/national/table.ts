import type { CodeListName } from './code-lists.ts'

/** What a value is: 字、数、日、日时、二进制. */
export type NationalKind = 'characters' | 'number' | 'date' | 'moment' | 'binary'

/** One data item of the standard. It says nowhere what is required. */
export interface NationalItem {
  /** In its table, from 1. */
  readonly number: number
  /** Ours; the standard has Chinese names only, two of them twice. */
  readonly id: string
  readonly name: string
  readonly kind: NationalKind
  /** As printed: an..200, n2, n..16,2, YYYYMMDDThhmmss */
  readonly format: string
  readonly codes?: CodeListName
  /** The group of rows in which it repeats: materials, steps. */
  readonly repeats?: string
}

/** A table of the standard. */
export interface NationalTable {
  readonly id: string
  readonly title: string
  /** As printed: table 4 to 16. */
  readonly number: number
  readonly items: readonly NationalItem[]
}

/** An item in one line. */
export function row(
  number: number,
  id: string,
  name: string,
  kind: NationalKind,
  format: string,
  more: Pick<NationalItem, 'codes' | 'repeats'> = {},
): NationalItem {
  return { number, id, name, kind, format, ...more }
}

/** Characters that a value may have at most, and whether it must have just as many; null where the format bounds none. */
export function lengthOf({
  format,
}: Pick<NationalItem, 'format'>): { readonly most: number; readonly isFixed: boolean } | null {
  const [, fixed] = /^(?:a|n|an)(\d+)$/.exec(format) ?? []
  if (fixed !== undefined) return { most: Number(fixed), isFixed: true }
  const [, most] = /^(?:a|n|an)\d*\.{0,2}(\d+)(?:,\d+)?$/.exec(format) ?? []
  return most === undefined ? null : { most: Number(most), isFixed: false }
}
