import type { CountyNames } from '@luoshi/gazette'

/** A county: who carries out what its gazettes order. */
export interface County extends CountyNames {
  /** Six digits of GB/T 2260: 140922. */
  readonly regionCode: string
  /** City and province above it, from the nearer: 忻州市, 山西省. */
  readonly within: readonly string[]
}

/** A unit with every other way in which gazettes write its name. */
export type Unit = CountyNames['units'][number]

/**
 * One line of a county's table of units. Brackets and their widths need no alias (各乡〈镇〉 = 各乡（镇）), nor
 * do the county's own name before a unit (清源县财政局) and the name without 县 (财政局): the reader folds those.
 */
export function unit(name: string, ...aliases: string[]): Unit {
  return { name, aliases }
}

/** The government of a township or town, which is also written by the place's name alone. */
export function townshipGovernment(place: string): Unit {
  return unit(`${place}人民政府`, `${place}政府`, place)
}
