import type { Cite, Since, Unit } from '@luoshi/kernel'

/** What an entry of a unit's log says. */
export interface UnitEntry {
  /** `opening`, `rename`, `move`, `alias`, `end`, `correction` */
  readonly action: string
  readonly input: {
    readonly code?: string
    readonly name?: string
    readonly aliases?: readonly string[]
    readonly above?: string
    readonly since?: string
    readonly renamedFrom?: string
    readonly movedFrom?: string
    readonly until?: string
    readonly successors?: readonly string[]
    readonly document?: string
  }
}

/** A unit from its log, in order: each name and each place in the tree from the day that its entry gives. */
export function unitFromLog(entries: readonly UnitEntry[]): Unit | null {
  return entries.reduce<Unit | null>(afterEntry, null)
}

function afterEntry(before: Unit | null, { action, input }: UnitEntry): Unit | null {
  if (before === null) return opened(input)
  switch (action) {
    case 'rename':
      return {
        ...before,
        names: withSince(before.names, input.renamedFrom, input.name ?? '', input.document),
      }
    case 'move':
      return {
        ...before,
        parents: withSince(before.parents, input.movedFrom, input.above ?? null, input.document),
      }
    case 'alias':
      return { ...before, aliases: input.aliases ?? [] }
    case 'end':
      return { ...before, until: input.until ?? null, successors: input.successors ?? [] }
    default:
      return corrected(before, input)
  }
}

function opened({ code, name = '', aliases = [], above, since }: UnitEntry['input']): Unit | null {
  if (code === undefined) return null
  return {
    id: code,
    names: [{ from: null, value: name, basis: null }],
    parents: [{ from: null, value: above ?? null, basis: null }],
    aliases,
    from: since ?? null,
    until: null,
    successors: [],
  }
}

/** What was wrong in the latest name, place or end is put right; those before them stay. */
function corrected(before: Unit, input: UnitEntry['input']): Unit {
  return {
    ...before,
    names: correctedLast(before.names, input.renamedFrom, input.name),
    parents: correctedLast(before.parents, input.movedFrom, input.above),
    aliases: input.aliases ?? before.aliases,
    from: input.since ?? before.from,
    until: input.until ?? before.until,
    successors: input.successors ?? before.successors,
  }
}

function correctedLast<Value>(
  dated: readonly Since<Value>[],
  from: string | undefined,
  value: Value | undefined,
): readonly Since<Value>[] {
  const last = dated.at(-1)
  if (last === undefined) return dated
  return inOrder([...dated.slice(0, -1), { ...last, from: from ?? last.from, value: value ?? last.value }])
}

function withSince<Value>(
  dated: readonly Since<Value>[],
  from: string | undefined,
  value: Value,
  document: string | undefined,
): readonly Since<Value>[] {
  const basis: Cite | null = document === undefined ? null : { kind: 'law', title: document, article: '' }
  return inOrder([...dated, { from: from ?? null, value, basis }])
}

function inOrder<Value>(dated: readonly Since<Value>[]): readonly Since<Value>[] {
  return [...dated].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
}
