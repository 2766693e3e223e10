import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

/**
 * The officials' desk: one page and its files, under `/desk/`. Every address of it gives the page, which reads the
 * address itself. What the build compressed is sent as it is.
 *
 * @param folder the built desk
 */
export function createDesk(folder: string): Hono {
  const app = new Hono()
  app.use(secureHeaders(securityOptions))
  app.get('/desk', (c) => c.redirect('/desk/'))
  app.use('/desk/assets/*', async (c, next) => {
    await next()
    // The name of such a file is made from its content.
    if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable')
  })
  const toFile = (path: string) => path.replace(/^\/desk/, '')
  app.use('/desk/assets/*', serveStatic({ root: folder, rewriteRequestPath: toFile, precompressed: true }))
  app.get('/desk/assets/*', (c) => c.text('没有这个文件。', 404))
  app.use('/desk/service-worker.js', async (c, next) => {
    await next()
    // A browser that kept it would go on with the files of an earlier build.
    c.header('cache-control', 'no-cache')
  })
  app.get(
    '/desk/service-worker.js',
    serveStatic({ root: folder, rewriteRequestPath: toFile, precompressed: true }),
  )
  app.get('/desk/*', serveStatic({ root: folder, path: 'index.html', precompressed: true }))
  return app
}

const securityOptions = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    // Pictures that an officer is about to hand in are looked at before they are sent.
    imgSrc: ["'self'", 'blob:'],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  strictTransportSecurity: false,
} satisfies Parameters<typeof secureHeaders>[0]
