import type { CaseQuery } from '@luoshi/client'

/** What the address of a list says of it, besides the case that is open beside it. */
export interface ListView {
  readonly query: CaseQuery
  /** Names of the fields shown; null for those that are shown without a choice. */
  readonly columns: readonly string[] | null
  /** Id of the case that is open beside the list. */
  readonly open: string | null
}

const QUERY_NAMES = ['q', 'state', 'closed', 'unit', 'sort'] as const

/** Reads a list's address. What is in it can be kept, sent to a colleague and opened again. */
export function listViewFrom(search: string): ListView {
  const params = new URLSearchParams(search)
  const names = [...params.keys()].filter(
    (name) => name.startsWith('where.') || (QUERY_NAMES as readonly string[]).includes(name),
  )
  return {
    query: Object.fromEntries(names.map((name) => [name, params.get(name) ?? ''])),
    columns: params.has('columns') ? (params.get('columns') ?? '').split(',').filter(Boolean) : null,
    open: params.get('case'),
  }
}

/** The address again with some of it changed; null takes a word out. */
export function withChanges(search: string, changes: Readonly<Record<string, string | null>>): string {
  const params = new URLSearchParams(search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') params.delete(name)
    else params.set(name, value)
  }
  const query = params.toString()
  return query === '' ? '' : `?${query}`
}

/** The filter alone, without the case that is open: what is worth keeping under a name. */
export function filterOf(search: string): string {
  return withChanges(search, { case: null })
}

/** The order after a click on a heading: ascending, descending, as before. */
export function nextSort(current: string | undefined, name: string): string | null {
  if (current === name) return `-${name}`
  return current === `-${name}` ? null : name
}
