import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Answers } from '../site/site.ts'

/** A server that listens, or the sentence that says why it cannot. */
export type Listening =
  | { readonly isListening: true; readonly address: string; readonly stop: () => Promise<void> }
  | { readonly isListening: false; readonly reason: string }

/** How long open connections may take to end once the server stops. */
const closeWithin = 2000

/** Serves a site on an address of this machine. */
export function listen(app: Answers, at: { host: string; port: number }): Promise<Listening> {
  return new Promise((resolve) => {
    const server = serve({
      fetch: (request, env) => app.fetch(request, env),
      hostname: at.host,
      port: at.port,
    })
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve({ isListening: false, reason: listenFailure(error, at) })
    })
    server.once('listening', () => {
      const { port } = server.address() as AddressInfo
      const host = at.host.includes(':') ? `[${at.host}]` : at.host
      resolve({ isListening: true, address: `http://${host}:${port}`, stop })
    })
    const stop = () =>
      new Promise<void>((stopped) => {
        // Who keeps asking over one connection is told to ask elsewhere: it would keep us until the last moment.
        server.prependListener('request', (_: IncomingMessage, answer: ServerResponse) => {
          answer.setHeader('connection', 'close')
        })
        server.close(() => stopped())
        if ('closeIdleConnections' in server) server.closeIdleConnections()
        setTimeout(() => {
          if ('closeAllConnections' in server) server.closeAllConnections()
        }, closeWithin).unref()
      })
  })
}

function listenFailure(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `端口 ${port} 已被占用。请停止占用它的程序，或用 --port 另选一个端口。`
    case 'EACCES':
      return `没有使用端口 ${port} 的权限。请用 --port 选一个 1024 以上的端口。`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `本机没有“${host}”这个地址。请用 --host 另选。`
    default:
      return `无法在 ${host}:${port} 上监听（${error.code ?? error.message}）。`
  }
}
