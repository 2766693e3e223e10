import { getPath } from 'hono/utils/url'

/** Something that answers requests: a Hono application, or several put together. */
export interface Answers {
  fetch(request: Request, ...rest: unknown[]): Response | Promise<Response>
}

/** A part of the site, by the first segment of its addresses: `api` answers `/api` and all below it. */
export type Parts = Readonly<Record<string, Answers>>

/**
 * One site out of its parts. Each keeps its own headers and its own way to say what went wrong; what none of them
 * answers for is the portal's.
 */
export function createSite(parts: Parts, portal: Answers): Answers {
  return {
    fetch(request, ...rest) {
      const segment = getPath(request).split('/', 2)[1] ?? ''
      const part = Object.hasOwn(parts, segment) ? parts[segment] : undefined
      return (part ?? portal).fetch(request, ...rest)
    },
  }
}
