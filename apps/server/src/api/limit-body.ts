import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ApiEnv } from './api-context.ts'

/**
 * Refuses a body of more than so many bytes. Where a request tells its length, as nearly all do, nothing is opened to find
 * out, and its JSON is read in one piece; HTTP itself cuts off what is more than was told.
 */
export function limitBody(most: number, refuse: (c: Context<ApiEnv>) => Response): MiddlewareHandler<ApiEnv> {
  const counted = bodyLimit({ maxSize: most, onError: (c) => refuse(c as Context<ApiEnv>) })
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const length = c.req.header('content-length')
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) return counted(c, next)
    return Number(length) > most ? refuse(c) : next()
  }
}
