import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Library } from '../library.ts'
import type { ApiEnv } from './api-context.ts'
import { apiIssue } from './api-issues.ts'
import { refuse } from './refusal.ts'

/** Seconds over which requests are counted. */
const WINDOW = 60

/** Refuses more than so many requests a minute of whoever `who` tells: an address, an officer. */
export function limitRate(
  library: Library,
  points: number,
  who: (c: Context<ApiEnv>) => string,
): MiddlewareHandler<ApiEnv> {
  const limiter = new RateLimiterMemory({ points, duration: WINDOW })
  return async (c, next) => {
    try {
      await limiter.consume(who(c))
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
      c.header('retry-after', String(seconds))
      return refuse(c, library, apiIssue('too-many-requests', { seconds }))
    }
    return next()
  }
}
