import type { Cite } from '../cite.ts'
import { definitionJson } from '../definition/define.ts'

/** A cite of a definition and where in it that stands. */
export interface PlacedCite {
  readonly cite: Cite
  readonly path: readonly (string | number)[]
}

/** Every cite in a definition: what a checker opens the gazette for. */
export function citesIn(definition: unknown): readonly PlacedCite[] {
  return placedIn(definitionJson(definition), [])
}

function placedIn(value: unknown, path: readonly (string | number)[]): PlacedCite[] {
  if (typeof value !== 'object' || value === null) return []
  if (isCite(value)) return [{ cite: value, path }]
  if (Array.isArray(value)) return value.flatMap((item, index) => placedIn(item, [...path, index]))
  return Object.entries(value).flatMap(([key, item]) => placedIn(item, [...path, key]))
}

function isCite(value: object): value is Cite {
  if (!('kind' in value)) return false
  return (value.kind === 'instrument' && 'lines' in value) || (value.kind === 'law' && 'article' in value)
}
