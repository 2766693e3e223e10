import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Whence } from './session-keeper.ts'
import type { SignInOptions } from './sign-in-context.ts'

/** From where a request comes. A proxy's word is taken only where the server is told that there is one. */
export function whenceOf(c: Context, { trustsProxy }: SignInOptions): Whence {
  const forwarded = trustsProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return { agent: c.req.header('user-agent') ?? '', address: forwarded ?? peerOf(c) ?? '' }
}

/** Whether a request was made by one of our own pages, as far as its browser tells. */
export function isFromOwnPage(c: Context, { publicUrl }: SignInOptions): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = c.req.header('origin')
  if (origin === undefined) return true
  if (publicUrl !== null) return origin === new URL(publicUrl).origin
  return URL.canParse(origin) && new URL(origin).host === c.req.header('host')
}

/** Undefined where the request came by no connection, as one that a program makes in the same process. */
function peerOf(c: Context): string | undefined {
  const isConnected = typeof c.env === 'object' && c.env !== null && 'incoming' in c.env
  return isConnected ? getConnInfo(c).remote.address : undefined
}
