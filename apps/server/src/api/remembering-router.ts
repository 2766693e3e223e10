import type { Result, Router } from 'hono/router'
import { TrieRouter } from 'hono/router/trie-router'

/** Addresses that are remembered, and characters of one that is. */
const [MOST, LONGEST] = [2000, 300]

/**
 * A router that remembers what it found for an address. Our addresses lie deep, and what is asked for once, a record, a
 * list, somebody's day, is mostly asked for again.
 */
export class RememberingRouter<T> implements Router<T> {
  readonly name = 'RememberingRouter'
  readonly #router = new TrieRouter<T>()
  readonly #found = new Map<string, Result<T>>()

  add(method: string, path: string, handler: T): void {
    this.#router.add(method, path, handler)
    this.#found.clear()
  }

  match(method: string, path: string): Result<T> {
    const key = `${method} ${path}`
    const known = this.#found.get(key)
    if (known !== undefined) return known
    const found = this.#router.match(method, path)
    if (path.length > LONGEST) return found
    if (this.#found.size >= MOST) this.#found.clear()
    this.#found.set(key, found)
    return found
  }
}
