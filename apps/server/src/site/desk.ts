import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'

/** Where the desk's build stands. */
export const deskFolder = join(import.meta.dirname, '..', '..', '..', 'desk', 'dist')

/**
 * The officials' desk: one page and its files, under `/desk/`. Every address of it gives the page, which reads the
 * address itself.
 */
export function createDesk(folder = deskFolder): Hono {
  const app = new Hono()
  app.use(secureHeaders(securityOptions))
  app.use(compress())
  if (!existsSync(join(folder, 'index.html'))) {
    return app.notFound((c) => c.text('办公平台的页面还没有生成，请联系管理员。', 404))
  }
  app.get('/desk', (c) => c.redirect('/desk/'))
  app.use('/desk/assets/*', async (c, next) => {
    await next()
    // The name of such a file is made from its content.
    if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable')
  })
  const toFile = (path: string) => path.replace(/^\/desk/, '')
  app.use('/desk/assets/*', serveStatic({ root: folder, rewriteRequestPath: toFile }))
  app.get('/desk/assets/*', (c) => c.text('没有这个文件。', 404))
  app.use('/desk/*', serveStatic({ root: folder, rewriteRequestPath: toFile }))
  app.get('/desk/*', serveStatic({ root: folder, path: 'index.html' }))
  return app
}

const securityOptions = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    // The desk's widgets write their rules into the page while it runs.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  strictTransportSecurity: false,
} satisfies Parameters<typeof secureHeaders>[0]
