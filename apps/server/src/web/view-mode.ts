import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { PageEnv } from './page-cache.ts'

const COOKIE = 'luoshi-view'

/** How a visitor wants pages shown: `large`, `contrast`, both, or as they are. */
export function viewOf(c: Context): string {
  const words = (getCookie(c, COOKIE) ?? '').split('-')
  return ['large', 'contrast'].filter((word) => words.includes(word)).join(' ')
}

/**
 * Keeps the choice for a year, beside what was chosen before; without one, pages are shown as they are again. It says nothing
 * of who chose.
 */
export function viewCookie(
  before: string,
  choice: { size?: string | undefined; contrast?: string | undefined },
): string {
  const words = [choice.size === 'large' ? 'large' : '', choice.contrast === 'high' ? 'contrast' : '']
  const chosen = words.filter(Boolean)
  const value =
    chosen.length === 0 ? '' : [...new Set([...before.split(' '), ...chosen])].filter(Boolean).join('-')
  const age = value === '' ? 0 : 365 * 24 * 3600
  return `${COOKIE}=${value}; Path=/; Max-Age=${age}; SameSite=Lax`
}

/** Puts the choice on pages as they leave. */
export const viewMode: MiddlewareHandler<PageEnv> = async (c, next) => {
  await next()
  const view = viewOf(c)
  if (view === '' || !c.res.headers.get('content-type')?.startsWith('text/html')) return
  const text = await c.res.text()
  c.set('written', undefined)
  c.res = new Response(text.replace('<html lang="zh-CN">', `<html lang="zh-CN" class="${view}">`), c.res)
}
