import { connect, createServer, type Socket } from 'node:net'

/** A network between a browser and a server that can be taken away at any step. */
export interface WeakNetwork {
  /** Address at which the server is met through it. */
  readonly address: string
  /** `up`: all passes; `down`: nothing does; `deaf`: what is sent arrives, and no answer comes back. */
  become(state: 'up' | 'down' | 'deaf'): void
  stop(): Promise<void>
}

/** Puts a weak network before a server. */
export async function startWeakNetwork(server: string): Promise<WeakNetwork> {
  let now: 'up' | 'down' | 'deaf' = 'up'
  const open = new Set<Socket>()
  const target = new URL(server)
  const gate = createServer((client) => {
    if (now === 'down') return client.destroy()
    const behind = connect(Number(target.port), target.hostname)
    const isDeaf = now === 'deaf'
    for (const socket of [client, behind]) {
      open.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => open.delete(socket))
    }
    client.pipe(behind)
    behind.on('data', (bytes) => (isDeaf ? client.destroy() : client.write(bytes)))
    client.on('close', () => (isDeaf ? undefined : behind.destroy()))
    behind.on('close', () => client.destroy())
  })
  await new Promise<void>((resolve) => gate.listen(0, 'localhost', resolve))
  const place = gate.address()
  if (place === null || typeof place === 'string') throw new Error('the gate has no port')
  const cut = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    address: `http://localhost:${place.port}`,
    become(state) {
      now = state
      cut()
    },
    stop: () =>
      new Promise((resolve) => {
        cut()
        gate.close(() => resolve())
      }),
  }
}
