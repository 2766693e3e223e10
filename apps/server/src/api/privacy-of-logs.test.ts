import { createHash } from 'node:crypto'
import { administrationOf } from '@luoshi/programmes'
import { expect, it } from 'vitest'
import { pondPermits } from '../../../../packages/store/src/fixtures/pond-permit.ts'
import { startTestServer } from '../../../../packages/store/src/test-database.ts'
import { startSite } from '../test-support/api.ts'

const PHONE = '13800005678'
const NAME = 'clerk同志'
const PASSWORD = 'Qing-Yuan-2026'
const CASES = 'programmes/pond-permits/procedures/permit/cases'

it('the log has each request with its route, officer and time, and no password, token or personal datum', async () => {
  const server = await startTestServer()
  const stops: (() => Promise<void>)[] = []
  const served = [administrationOf([pondPermits]), pondPermits]
  const site = await startSite(await server.database(), { programmes: served }, (stop) => stops.push(stop))
  const seen: string[] = [PASSWORD, PHONE, NAME, '林小满的口令']

  const ask = await site.browser('clerk', [['pond-permits/clerk']])
  const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const opened = await send('POST', CASES, { input: { village: '上河村', area: '12.50', contact: PHONE } })
  const { case: found } = (await opened.json()) as { case: { id: string } }
  const answers = [
    await send('POST', `${CASES}/${found.id}/reveal`, { reason: `核对${NAME}` }),
    await ask(`${CASES}?q=${PHONE}`),
    await ask(`${CASES}?where.contact=${PHONE}`),
    await ask(`find?q=${PHONE}`),
    await ask(`programmes/${PHONE}`),
    await send(
      'POST',
      `${CASES}/${found.id}/corrections`,
      { changes: { contact: '1' }, reason: NAME },
      { 'if-match': '"1"' },
    ),
    await send(
      'POST',
      `${CASES}/${found.id}/actions/measure`,
      { input: { area: PHONE } },
      { 'if-match': '"1"' },
    ),
    await send('POST', CASES, `{${PHONE}`),
    await ask(`${CASES}/${PHONE}/history`),
  ]
  expect(answers.map(({ status }) => status)).not.toContain(500)

  const client = site.client()
  for (const username of ['clerk', PHONE, '林小满的口令']) {
    expect((await client.signIn({ county: 'qingyuan', username, password: `${PASSWORD}x` })).ok).toBe(false)
  }
  const token = `luoshi_qingyuan_${'x'.repeat(43)}`
  seen.push(token.slice(-43))
  const request = new Request(`http://localhost/api/v1/qingyuan/${CASES}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect((await site.site.fetch(request)).status).toBe(401)
  const sessions = await site.db.selectFrom('sessions').select('digest').execute()
  seen.push(...sessions.map(({ digest }) => digest), createHash('sm3').update(PASSWORD).digest('hex'))

  const log = site.logged.join('')
  expect(site.logged.length).toBeGreaterThan(answers.length)
  expect(log).toContain('"officer":"clerk"')
  for (const secret of seen) expect(log).not.toContain(secret)
  expect(log).not.toMatch(/argon2|cookie|authorization|x-csrf/i)

  for (const stop of stops) await stop()
  await server.stop()
}, 120_000)
