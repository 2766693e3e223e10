import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { SignInOptions } from './sign-in-context.ts'

/** Name of the cookie that holds a session; over HTTPS with the prefix that keeps other hosts from setting it. */
const NAME = 'luoshi'

/** Whether browsers reach the site over HTTPS. */
export function isSecure(c: Context, { publicUrl, trustsProxy }: SignInOptions): boolean {
  if (publicUrl !== null) return publicUrl.startsWith('https:')
  return (trustsProxy && c.req.header('x-forwarded-proto') === 'https') || c.req.url.startsWith('https:')
}

/** What the browser holds of its session; empty for nothing. */
export function heldBy(c: Context, options: SignInOptions): string {
  return (isSecure(c, options) ? getCookie(c, NAME, 'host') : getCookie(c, NAME)) ?? ''
}

/** Has the browser hold a session until it is closed; scripts cannot read it and other sites cannot send it. */
export function giveToHold(c: Context, options: SignInOptions, held: string): void {
  const common = { path: '/', httpOnly: true, sameSite: 'Strict' } as const
  setCookie(c, NAME, held, isSecure(c, options) ? { ...common, secure: true, prefix: 'host' } : common)
}

/** Has the browser forget its session. */
export function takeBack(c: Context, options: SignInOptions): void {
  if (isSecure(c, options)) deleteCookie(c, NAME, { path: '/', secure: true, prefix: 'host' })
  else deleteCookie(c, NAME, { path: '/' })
}
