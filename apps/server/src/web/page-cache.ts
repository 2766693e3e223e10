import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Change, Changes } from '@luoshi/store'
import type { Context, MiddlewareHandler } from 'hono'

const compress = promisify(gzip)

/** What a page was made from: documents by county and number, or all that is published. */
export type PageDepends = readonly string[]

/** Everything that is published: lists depend on it. */
export const PUBLISHED = 'published'

/** A document, as a page depends on it; of any county where none is named. */
export function documentKey(county: string | null, docNumber: string): string {
  return `${county ?? '*'} ${docNumber}`
}

interface KeptPage {
  readonly plain: Uint8Array<ArrayBuffer>
  readonly packed: Uint8Array<ArrayBuffer>
  readonly etag: string
  readonly headers: Readonly<Record<string, string>>
  readonly depends: PageDepends
}

/** Variables by which a page says what it was made from. */
export interface PageEnv {
  Variables: {
    depends?: PageDepends
    isKept?: boolean
    /** The page as bytes, where they are at hand and need not be read out of the answer. */
    written?: Uint8Array<ArrayBuffer>
  }
}

const MOST_PAGES = 2000
/** Bytes of all pages that are kept. */
const MOST_BYTES = 256 * 1024 * 1024

/**
 * Keeps pages as they are sent until what they were made from changes in any process; exactly those are forgotten. While
 * changes cannot be heard nothing is kept, and what was made while something changed is not kept.
 */
export class PageCache {
  readonly #pages = new Map<string, KeptPage>()
  readonly #dependents = new Map<string, Set<string>>()
  readonly #changes: Changes
  #generation = 0
  #bytes = 0

  constructor(changes: Changes) {
    this.#changes = changes
    changes.subscribe((change) => this.#hear(change))
  }

  /** How many pages are kept. */
  get size(): number {
    return this.#pages.size
  }

  /** Answers from what is kept, else keeps what the handlers after it answer and say they depend on. */
  middleware(keyOf: (c: Context) => string | null): MiddlewareHandler<PageEnv> {
    return async (c, next) => {
      const key = c.req.method === 'GET' && this.#changes.isHearing ? keyOf(c) : null
      if (key === null) return next()
      const kept = this.#pages.get(key)
      if (kept !== undefined) return respond(c, kept)
      const generation = this.#generation
      c.set('isKept', true)
      await next()
      const depends = c.get('depends')
      if (depends === undefined || c.res.status !== 200) return
      const plain = c.get('written') ?? new Uint8Array(await c.res.arrayBuffer())
      const page = await pageFrom(plain, c.res.headers, depends)
      if (generation === this.#generation && this.#changes.isHearing) this.#keep(key, page)
      // What was answered is taken away first: its headers would be put over the new ones.
      c.res = undefined
      c.res = respond(c, page)
    }
  }

  #keep(key: string, page: KeptPage): void {
    const size = page.plain.length + page.packed.length
    while (this.#pages.size >= MOST_PAGES || (this.#bytes + size > MOST_BYTES && this.#pages.size > 0)) {
      const [oldest] = this.#pages.keys()
      if (oldest === undefined) break
      this.#forget(oldest)
    }
    this.#pages.set(key, page)
    this.#bytes += size
    for (const on of page.depends) {
      const known = this.#dependents.get(on) ?? new Set()
      this.#dependents.set(on, known.add(key))
    }
  }

  #forget(key: string): void {
    const page = this.#pages.get(key)
    if (page === undefined) return
    this.#pages.delete(key)
    this.#bytes -= page.plain.length + page.packed.length
    for (const on of page.depends) this.#dependents.get(on)?.delete(key)
  }

  #hear(change: Change | null): void {
    if (change !== null && change.kind !== 'gazette') return
    this.#generation++
    if (change === null) {
      this.#pages.clear()
      this.#dependents.clear()
      this.#bytes = 0
      return
    }
    const { county, key } = change
    const stale = key === '' ? [PUBLISHED] : [documentKey(county, key), documentKey(null, key)]
    for (const on of stale) {
      for (const page of [...(this.#dependents.get(on) ?? [])]) this.#forget(page)
      this.#dependents.delete(on)
    }
  }
}

async function pageFrom(
  plain: Uint8Array<ArrayBuffer>,
  answered: Headers,
  depends: PageDepends,
): Promise<KeptPage> {
  const headers = Object.fromEntries(answered)
  delete headers['content-length']
  return {
    plain,
    packed: new Uint8Array(await compress(plain, { level: 6 })),
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    headers,
    depends,
  }
}

function respond(c: Context, { plain, packed, etag, headers }: KeptPage): Response {
  if (c.req.header('if-none-match') === etag)
    return new Response(null, { status: 304, headers: { ...headers, etag } })
  const isPacked = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
  const sent = isPacked ? packed : plain
  const encoding = isPacked ? { 'content-encoding': 'gzip' } : {}
  return new Response(sent, {
    headers: {
      ...headers,
      ...encoding,
      etag,
      vary: 'accept-encoding, cookie',
      'content-length': String(sent.length),
    },
  })
}
