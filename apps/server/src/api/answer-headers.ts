import type { ServerResponse } from 'node:http'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

/** Headers that every answer bears, as `secureHeaders` writes them. */
type Named = readonly (readonly [name: string, value: string])[]

/**
 * The headers of `secureHeaders`, found out once and then only copied: they are the same for each answer. Where a request
 * came by a connection they are written to its answer, which then needs no collection of headers of its own.
 */
export function constantHeaders(options: Parameters<typeof secureHeaders>[0]): MiddlewareHandler {
  const probe = new Hono()
  probe.use(secureHeaders(options))
  probe.get('/', (c) => c.body(null))
  let known: Named | null = null
  return async (c, next) => {
    known ??= [...(await probe.request('/')).headers]
    for (const [name, value] of known) setHeader(c, name, value)
    await next()
  }
}

/** Sets a header of an answer that is still to come. */
export function setHeader(c: Context, name: string, value: string): void {
  const outgoing = outgoingOf(c)
  if (outgoing === undefined) c.header(name, value)
  else outgoing.setHeader(name, value)
}

/** What a part of the site passes on when it asks the API itself: from where the request comes, and no answer to write to. */
export function innerEnv(c: Context): Readonly<Record<string, unknown>> {
  const env = c.env as { readonly incoming?: unknown } | null | undefined
  return env?.incoming === undefined ? {} : { incoming: env.incoming }
}

/** Undefined where the request came by no connection, as one that a program makes in the same process. */
function outgoingOf(c: Context): ServerResponse | undefined {
  const env = c.env as { readonly outgoing?: ServerResponse } | null | undefined
  return env?.outgoing
}
