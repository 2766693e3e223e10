import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../test-support/temporary-folder.ts'
import { createDesk } from './desk.ts'
import { createSite } from './site.ts'

const saying = (text: string) => new Hono().all('*', (c) => c.text(text))

describe('a site', () => {
  const site = createSite({ api: saying('api') }, saying('portal'))
  const answer = async (path: string) => (await site.fetch(new Request(`http://localhost${path}`))).text()

  it('gives each part its addresses, and the portal the rest', async () => {
    expect(await answer('/api')).toBe('api')
    expect(await answer('/api/v1/session?x=/portal')).toBe('api')
    expect(await answer('/apis')).toBe('portal')
    expect(await answer('/constructor')).toBe('portal')
    expect(await answer('/')).toBe('portal')
  })
})

describe('the desk', () => {
  it('is one page at every address, with its files', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), '<title>办公平台</title>')
    writeFileSync(join(folder, 'assets', 'desk-1.js'), '1')
    const desk = createDesk(folder)
    for (const path of ['/desk/', '/desk/cases/one']) {
      const page = await desk.request(path)
      expect(await page.text()).toContain('办公平台')
      expect(page.headers.get('content-security-policy')).toContain("script-src 'self';")
    }
    const script = await desk.request('/desk/assets/desk-1.js')
    expect(script.headers.get('cache-control')).toContain('immutable')
    expect((await desk.request('/desk/assets/desk-2.js')).status).toBe(404)
    expect((await desk.request('/desk')).headers.get('location')).toBe('/desk/')
  })
})
