import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { PageEnv } from './page-cache.ts'

const packBeside = promisify(gzip)

/** What grows smaller: words, not pictures or archives. */
const PACKED = /^(?:text\/|application\/(?:json|xml|manifest|\w+\+(?:xml|json))|image\/svg)/

/** Smaller answers are not worth it, in bytes. */
const LEAST = 1024

/** Up to so many bytes it takes longer to hand an answer to another thread than to pack it. */
const MOST_AT_ONCE = 128 * 1024

/** Quickly: in two thirds of the time of the usual level, for a fifteenth more. */
const quickly = { level: 2, memLevel: 9, chunkSize: 64 * 1024 }

/**
 * Names what is answered by its digest, says where nothing changed, and packs it for once, quickly: what is kept is packed
 * where it is kept, and better. It reads each answer once, as it leaves.
 */
export const packing: MiddlewareHandler<PageEnv> = async (c, next) => {
  await next()
  const { res } = c
  const isElsewhere = c.get('depends') !== undefined && c.get('isKept') === true && res.status === 200
  const written = c.get('written')
  if (isElsewhere || (written === undefined && res.body === null)) return
  if (res.headers.has('content-encoding') || !PACKED.test(res.headers.get('content-type') ?? '')) return
  const plain = written ?? new Uint8Array(await res.arrayBuffer())
  const isPacked = plain.length >= LEAST && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
  const headers = new Headers(c.res.headers)
  headers.append('vary', 'accept-encoding')
  const digest = createHash('sha1').update(plain).digest('base64url')
  // Packed it is another answer, byte for byte.
  const etag = isPacked ? `W/"${digest}"` : `"${digest}"`
  if (res.status === 200) headers.set('etag', etag)
  // What was answered is taken away first: its headers would be put over the new ones.
  c.res = undefined
  if (res.status === 200 && isNamedIn(c.req.header('if-none-match'), digest)) {
    headers.delete('content-length')
    c.res = new Response(null, { status: 304, headers })
    return
  }
  const sent = isPacked ? await packed(plain) : plain
  if (isPacked) headers.set('content-encoding', 'gzip')
  headers.set('content-length', String(sent.length))
  c.res = new Response(c.req.method === 'HEAD' ? null : sent, { status: res.status, headers })
}

async function packed(plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return plain.length <= MOST_AT_ONCE ? gzipSync(plain, quickly) : packBeside(plain, quickly)
}

/** Whether a visitor has what is named so, packed or not. */
function isNamedIn(known: string | undefined, digest: string): boolean {
  return known?.split(',').some((name) => name.trim().replace(/^W\//, '') === `"${digest}"`) ?? false
}
