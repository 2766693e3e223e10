import type { Change, Changes } from '@luoshi/store'

/** What a change makes stale: one key, everything kept, or nothing. */
export type Stale = { readonly key: string } | 'all' | 'nothing'

/**
 * Keeps what was read from the database until a change in any process makes it stale. It never gives what is stale
 * longer than the database takes to tell: while changes cannot be heard it keeps nothing, and what was read while
 * something changed is not kept.
 */
export class ExactCache<Value> {
  readonly #kept = new Map<string, Value>()
  readonly #changes: Changes
  readonly #capacity: number
  #generation = 0

  constructor(changes: Changes, staleBy: (change: Change) => Stale, capacity = 10_000) {
    this.#changes = changes
    this.#capacity = capacity
    changes.subscribe((change) => this.#drop(change === null ? 'all' : staleBy(change)))
  }

  /** What is kept under a key, or what `load` gives. */
  async get(key: string, load: () => Promise<Value>): Promise<Value> {
    const known = this.#kept.get(key)
    if (known !== undefined) return known
    const generation = this.#generation
    const value = await load()
    if (this.#changes.isHearing && generation === this.#generation) this.#keep(key, value)
    return value
  }

  /** Forgets what this process knows to be stale before the database tells. */
  drop(key: string): void {
    this.#drop({ key })
  }

  /** Forgets everything, where what is stale has no one key. */
  clear(): void {
    this.#drop('all')
  }

  #keep(key: string, value: Value): void {
    if (this.#kept.size >= this.#capacity) {
      const [oldest] = this.#kept.keys()
      if (oldest !== undefined) this.#kept.delete(oldest)
    }
    this.#kept.set(key, value)
  }

  #drop(stale: Stale): void {
    if (stale === 'nothing') return
    this.#generation++
    if (stale === 'all') this.#kept.clear()
    else this.#kept.delete(stale.key)
  }
}
