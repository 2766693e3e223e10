import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { done, of, said } from '../api/deep-tillage.test-support.ts'
import { startSite, type TestSite } from '../test-support/api.ts'
import { PASSWORD } from './sign-in.test-support.ts'

let server: TestServer
let site: TestSite
const stops: (() => Promise<void>)[] = []
const county = 'wuzhai'
const at = (time: string) => `2026-03-02T${time}:00.000+08:00`

beforeAll(async () => {
  server = await startTestServer()
  site = await startSite(await server.database(), { county, now: at('09:00') }, (stop) => stops.push(stop))
  await site.officer('params', [['administration/clerk']])
  await site.officer('lin')
}, 120_000)
afterAll(async () => {
  for (const stop of stops) await stop()
  await server?.stop()
}, 60_000)

const set = async (parameter: string, value: string, from = '2026-03-02') => {
  const params = await site.signIn('params')
  const decided = { from, document: '县政府网络安全会议纪要', article: '第三条' }
  const input = { parameter: `administration/${parameter}`, value, ...decided }
  return params.open(of('parameter-values', 'administration'), { input })
}

const attempt = async (password: string) => {
  const answer = await site.client().signIn({ county, username: 'lin', password })
  return answer.ok ? 'in' : answer.problem.detail
}

it('a county sets how often one may fail and for how long that locks, and it holds at once', async () => {
  done(await set('sign-in-most-failures', '2'))
  done(await set('sign-in-lock-minutes', '7'))
  for (let time = 0; time < 2; time++) expect(await attempt('wrong')).toContain('2次')
  expect(await attempt('wrong')).toContain('9时07分')
  site.moveTo(at('09:08'))
  expect(await attempt('wrong')).toContain('2次')
})

it('a county sets from a day on how long a password must be', async () => {
  site.moveTo(at('10:00'))
  done(await set('password-least-length', '14', '2026-03-03'))
  const change = async () => {
    const officer = await site.signIn('params')
    return officer.call('POST', '/api/v1/session/password', {
      body: { current: PASSWORD, next: 'Aa34567890' },
    })
  }
  site.moveTo('2026-03-03T09:00:00.000+08:00')
  expect(said(await change())).toEqual(['口令有10个字符，应不少于14个。'])
})

it('a county cannot set what would let nobody in', async () => {
  site.moveTo('2026-03-03T09:10:00.000+08:00')
  expect(said(await set('sign-in-most-failures', '0', '2026-03-04'))[0]).toContain('登录参数不小于1')
  expect(said(await set('password-least-classes', '5', '2026-03-04'))[0]).toContain('登录参数在1至4之间')
})
