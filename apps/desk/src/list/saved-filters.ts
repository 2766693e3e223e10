import { useState } from 'react'

/** A filter of a list that was kept under a name. */
export interface SavedFilter {
  readonly name: string
  /** What stands behind the address of the list. */
  readonly search: string
}

/** Filters of a list, kept on this device for this officer. */
export function useSavedFilters(owner: string, list: string) {
  const key = `luoshi-filters/${owner}/${list}`
  const [filters, setFilters] = useState(() => read(key))
  const keep = (next: readonly SavedFilter[]) => {
    localStorage.setItem(key, JSON.stringify(next))
    setFilters(next)
  }
  return {
    filters,
    save: (filter: SavedFilter) => keep([...filters.filter(({ name }) => name !== filter.name), filter]),
    remove: (name: string) => keep(filters.filter((filter) => filter.name !== name)),
  }
}

function read(key: string): readonly SavedFilter[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as readonly SavedFilter[]
  } catch {
    return []
  }
}
