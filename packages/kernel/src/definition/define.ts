import { z } from 'zod'
import { jsonSchemaOf } from '../schema/validate.ts'

/** Keys that a definition may have: null where any JSON may stand, a tree where keys are known, `'*'` for any key or index. */
export interface KeyTree {
  readonly [key: string]: KeyTree | null
}

/** A slip in a definition's code: its author sees it when the programme is loaded. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError'
}

/**
 * A definition: a new value, deeply frozen, of known keys, and JSON from top to bottom. Zod schemas stand in it for
 * their JSON Schemas and are kept as they are; so are the rules of a programme.
 *
 * @param what what is defined, for the author: 流程claim
 */
export function definitionOf<Definition extends object>(
  what: string,
  input: Definition,
  known: KeyTree,
): Definition {
  return frozenCopy(what, null, input, known) as Definition
}

/** The definition as JSON: schemas by their JSON Schemas, and code, which only rules have, left out. */
export function definitionJson(definition: unknown): unknown {
  if (definition instanceof z.core.$ZodType) return jsonSchemaOf(definition)
  if (Array.isArray(definition)) return definition.map(definitionJson)
  if (typeof definition !== 'object' || definition === null) return definition
  const pairs = Object.entries(definition).filter(([, value]) => !isLeftOut(value))
  return Object.fromEntries(pairs.map(([key, value]) => [key, definitionJson(value)]))
}

function isLeftOut(value: unknown): boolean {
  return value === undefined || typeof value === 'function'
}

/** Where something stands in a definition, from the inside outwards; null for the whole of it. */
type Place = { readonly key: string; readonly outside: Place } | null

/** Copies that were made: what is defined is often part of something larger, and need not be copied again. */
const copies = new WeakSet<object>()

function frozenCopy(what: string, place: Place, value: unknown, known: KeyTree | null): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value === 'object' && known === null && copies.has(value)) return value
  if (value instanceof z.core.$ZodType || isRule(value)) return value
  if (Array.isArray(value)) {
    const inner = known?.['*'] ?? null
    return kept(
      value.map((item, index) => frozenCopy(what, { key: String(index), outside: place }, item, inner)),
    )
  }
  if (!isPlainObject(value)) {
    throw new DefinitionError(`${what}的${placeOf(place)}不是数据（${typeof value}），定义里只能写数据。`)
  }
  const copied: Record<string, unknown> = {}
  for (const key of Object.keys(value)) {
    const item = value[key]
    if (item === undefined) continue
    const inner = known === null ? null : Object.hasOwn(known, key) ? known[key] : known['*']
    if (inner === undefined) throw unknownKey(what, place, key, known)
    if (key === '__proto__') throw unknownKey(what, place, key, known)
    copied[key] = frozenCopy(what, { key, outside: place }, item, inner)
  }
  return kept(copied)
}

function kept<Copy extends object>(copy: Copy): Copy {
  copies.add(copy)
  return Object.freeze(copy)
}

function unknownKey(what: string, place: Place, key: string, known: KeyTree | null) {
  const names = Object.keys(known ?? {}).join('、')
  return new DefinitionError(`${what}的${placeOf(place)}没有“${key}”这一项，可写的有：${names}。`)
}

function placeOf(place: Place): string {
  const keys: string[] = []
  for (let at = place; at !== null; at = at.outside) keys.unshift(at.key)
  return keys.length === 0 ? '定义' : keys.join('.')
}

/** A rule, of one case or of all records, is the one place for code; it freezes itself. */
function isRule(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false
  return value.kind === 'rule' || value.kind === 'value-rule' || value.kind === 'stocktake'
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
