import { createHash } from 'node:crypto'
import type { Programme } from '@luoshi/kernel'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'

/** Answers what the API is: `/api/v1/openapi.json` for programs, `/api/` for people. Anyone may know. */
export function openApiRoutes(programmes: readonly Programme[], version: string): Hono {
  const app = new Hono()
  const described = onlyOnce(() => describe(programmes, version))
  app.use('/api/v1/openapi.json', compress())
  app.get('/api/v1/openapi.json', async (c) => {
    const { text, etag } = await described()
    c.header('etag', etag)
    c.header('cache-control', 'no-cache')
    if (c.req.header('if-none-match') === etag) return c.body(null, 304)
    return c.body(text, 200, { 'content-type': 'application/json; charset=utf-8' })
  })
  for (const path of ['/api', '/api/', '/api/programmes/*'])
    app.use(path, secureHeaders(pageHeaders), compress())
  app.get('/api', (c) => c.redirect('/api/'))
  app.get('/api/', async (c) => c.html((await pages()).allPage(programmes)))
  app.get('/api/programmes/:programme', async (c) => {
    const programme = programmes.find(({ id }) => id === c.req.param('programme'))
    return programme === undefined ? c.notFound() : c.html((await pages()).programmePage(programme))
  })
  return app
}

const pages = () => import('./api-pages.ts')

/** The document and what tells it from another. What it is made of is loaded for who asks: most never do. */
async function describe(
  programmes: readonly Programme[],
  version: string,
): Promise<{ readonly text: string; readonly etag: string }> {
  const { openApiOf } = await import('./document.ts')
  const text = JSON.stringify(openApiOf(programmes, version))
  return { text, etag: `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"` }
}

const pageHeaders = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    manifestSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  strictTransportSecurity: false,
} satisfies Parameters<typeof secureHeaders>[0]

function onlyOnce<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
