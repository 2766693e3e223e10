import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { PageEnv } from './page-cache.ts'

const pack = promisify(gzip)

/** What grows smaller: words, not pictures or archives. */
const PACKED = /^(?:text\/|application\/(?:json|xml|manifest|\w+\+(?:xml|json))|image\/svg)/

/** Smaller answers are not worth it, in bytes. */
const LEAST = 1024

/** Packs what is answered for once, quickly: what is kept is packed where it is kept, and better. */
export const packing: MiddlewareHandler<PageEnv> = async (c, next) => {
  await next()
  const { res } = c
  const isElsewhere = c.get('depends') !== undefined && c.get('isKept') === true && res.status === 200
  if (isElsewhere || res.body === null || c.req.method === 'HEAD') return
  if (res.headers.has('content-encoding') || !PACKED.test(res.headers.get('content-type') ?? '')) return
  c.header('vary', 'accept-encoding', { append: true })
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return
  const plain = new Uint8Array(await res.arrayBuffer())
  const headers = new Headers(c.res.headers)
  headers.delete('content-length')
  const isWorth = plain.length >= LEAST
  if (isWorth) {
    // Packed it is another answer, byte for byte.
    const etag = headers.get('etag')
    if (etag !== null && !etag.startsWith('W/')) headers.set('etag', `W/${etag}`)
    headers.set('content-encoding', 'gzip')
  }
  const sent = isWorth ? new Uint8Array(await pack(plain, { level: 4 })) : plain
  // What was answered is taken away first: its headers would be put over the new ones.
  c.res = undefined
  c.res = new Response(sent, { status: res.status, headers })
}
