import { Agent, get } from 'node:http'
import { expect, it } from 'vitest'
import { listen } from './listen.ts'

const site = { fetch: () => new Response('页') }

async function listening(host: string) {
  const server = await listen(site, { host, port: 0 })
  if (!server.isListening) throw new Error(server.reason)
  return server
}

const read = (address: string, agent: Agent) =>
  new Promise<number>((resolve, reject) => {
    get(address, { agent }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode ?? 0))
    }).once('error', reject)
  })

it('answers on an IPv6 address, written as addresses of pages have it', async () => {
  const server = await listening('::1')
  expect(server.address).toMatch(/^http:\/\/\[::1\]:\d+$/)
  expect(await (await fetch(server.address)).text()).toBe('页')
  await server.stop()
})

it('stops at once though browsers keep their connections', async () => {
  const server = await listening('127.0.0.1')
  const agent = new Agent({ keepAlive: true, maxSockets: 5 })
  await Promise.all(Array.from({ length: 5 }, () => read(server.address, agent)))
  const begin = performance.now()
  await server.stop()
  expect(performance.now() - begin).toBeLessThan(1000)
  agent.destroy()
})

it('stops soon though somebody keeps asking over the same connections', async () => {
  const server = await listening('127.0.0.1')
  const agent = new Agent({ keepAlive: true, maxSockets: 5 })
  let isAsking = true
  const asking = Array.from({ length: 5 }, async () => {
    while (isAsking) await read(server.address, agent).catch(() => (isAsking = false))
  })
  await new Promise((resolve) => setTimeout(resolve, 200))
  const begin = performance.now()
  await server.stop()
  expect(performance.now() - begin).toBeLessThan(1000)
  await Promise.all(asking)
  agent.destroy()
})

it('waits for what is being answered no longer than two seconds', async () => {
  const never = new Promise<Response>(() => undefined)
  const server = await listen({ fetch: () => never }, { host: '127.0.0.1', port: 0 })
  if (!server.isListening) throw new Error(server.reason)
  const asked = fetch(server.address).catch(() => 'cut off')
  await new Promise((resolve) => setTimeout(resolve, 100))
  const begin = performance.now()
  await server.stop()
  expect(performance.now() - begin).toBeLessThan(4000)
  expect(await asked).toBe('cut off')
})
