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
  return frozenCopy(what, [], input, known) as Definition
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

function frozenCopy(what: string, path: readonly string[], value: unknown, known: KeyTree | null): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (value instanceof z.core.$ZodType || isRule(value)) return value
  if (Array.isArray(value)) {
    const inner = known?.['*'] ?? null
    return Object.freeze(value.map((item, index) => frozenCopy(what, [...path, String(index)], item, inner)))
  }
  if (!isPlainObject(value)) {
    throw new DefinitionError(`${what}的${placeOf(path)}不是数据（${typeof value}），定义里只能写数据。`)
  }
  const copied = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => {
      const inner = known === null ? null : Object.hasOwn(known, key) ? known[key] : known['*']
      if (inner === undefined) throw unknownKey(what, path, key, known)
      return [key, frozenCopy(what, [...path, key], item, inner)]
    })
  return Object.freeze(Object.fromEntries(copied))
}

function unknownKey(what: string, path: readonly string[], key: string, known: KeyTree | null) {
  const names = Object.keys(known ?? {}).join('、')
  return new DefinitionError(`${what}的${placeOf(path)}没有“${key}”这一项，可写的有：${names}。`)
}

function placeOf(path: readonly string[]): string {
  return path.length === 0 ? '定义' : path.join('.')
}

/** A rule, of one case or of all records, is the one place for code; it freezes itself. */
function isRule(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false
  return value.kind === 'rule' || value.kind === 'value-rule' || value.kind === 'stocktake'
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
