import { countyBySlug } from '@luoshi/counties'
import { administration, everyProgramme } from '@luoshi/programmes'
import { accountEventsOf, act, findAccount } from '@luoshi/store'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testVault } from '../../../../packages/store/src/fixtures/test-vault.ts'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { surroundingsFor } from '../surroundings/county-keeper.ts'
import { readCounty } from '../surroundings/read-county.ts'
import { GOVERNMENT, seedCounty, seededUnitCode } from '../surroundings/seed-county.ts'
import {
  ensureAdministrator,
  enter,
  giveAccount,
  officeActor,
  resetPassword,
  setBlocked,
} from './accounts-office.ts'
import { postsOf } from './posts.ts'
import { CookieJar, StoppedClock, startSignIn } from './sign-in.test-support.ts'

const qingyuan = countyBySlug.get('qingyuan')
if (qingyuan === undefined) throw new Error('the demo county is gone')
const centre = seededUnitCode(qingyuan, '县农业机械发展中心')

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server?.stop(), 60_000)

async function ready() {
  const db = await server.database()
  const clock = new StoppedClock()
  await seedCounty(db, testVault, qingyuan as NonNullable<typeof qingyuan>, clock.now)
  const office = { db, vault: testVault, programmes: everyProgramme, clock: clock.read }
  const process = await startSignIn(db, clock)
  return { db, clock, office, process, jar: new CookieJar(process) }
}

it('makes one administrator where there is no account, and says the password once', async () => {
  const { db, office, jar } = await ready()
  const made = await ensureAdministrator(office, 'qingyuan')
  expect(made?.password).toMatch(/^\w{4}-\w{4}-\w{4}$/)
  expect(await ensureAdministrator(office, 'qingyuan')).toBeNull()
  const answer = await jar.signIn('admin', made?.password)
  expect(await answer.json()).toMatchObject({
    officer: { id: 'admin', name: '系统管理员' },
    posts: [
      {
        programme: 'administration',
        role: 'administrator',
        roleTitle: '系统管理员',
        unit: GOVERNMENT,
        unitName: '县人民政府',
      },
    ],
    mustChangePassword: true,
  })
  expect(JSON.stringify(await accountEventsOf(db, 'qingyuan', 'admin'))).not.toContain(made?.password)
})

it('makes one administrator only where two processes start at the same moment', async () => {
  const { office } = await ready()
  const made = await Promise.all([
    ensureAdministrator(office, 'qingyuan'),
    ensureAdministrator(office, 'qingyuan'),
  ])
  expect(made.filter((one) => one !== null)).toHaveLength(1)
})

it('gives an officer an account and posts, which are effective at once', async () => {
  const { office, process, jar } = await ready()
  const officer = { number: 'lin', name: '林小满', unit: centre }
  expect((await enter(office, 'qingyuan', { officer })).kind).toBe('done')
  const given = await giveAccount(office, 'qingyuan', officer, 'lin')
  expect(await giveAccount(office, 'qingyuan', officer, 'lin')).toBeNull()
  expect(await giveAccount(office, 'qingyuan', { ...officer, number: 'other' }, 'lin')).toBeNull()
  await jar.signIn('lin', given?.password)
  const next = 'Another-2027'
  const changed = await jar.ask('POST', '/api/v1/session/password', { current: given?.password, next })
  expect(changed.status).toBe(200)
  const posts = async () => ((await (await jar.ask('GET', '/api/v1/session')).json()) as { posts: [] }).posts
  expect(await posts()).toEqual([])
  const post = { number: 'lin-1', officer: 'lin', role: 'deep-tillage/machinery-centre', unit: centre }
  expect((await enter(office, 'qingyuan', { post })).kind).toBe('done')
  await expect.poll(posts).toMatchObject([{ role: 'machinery-centre', unitName: '县农业机械发展中心' }])
  expect(process.logged.join('')).not.toContain(given?.password)
})

it('gives no post that there is not, nor to who is not there', async () => {
  const { office } = await ready()
  const refused = async (post: { officer: string; role: string; unit: string }) => {
    const acted = await enter(office, 'qingyuan', { post: { number: 'x', ...post } })
    return acted.kind === 'refused' ? acted.issues.map(({ code }) => code) : acted.kind
  }
  const officer = { number: 'lin', name: '林小满', unit: centre }
  await enter(office, 'qingyuan', { officer })
  const role = 'deep-tillage/machinery-centre'
  expect(await refused({ officer: 'lin', role: 'deep-tillage/king', unit: centre })).toEqual([
    'field-refused',
  ])
  expect(await refused({ officer: 'chen', role, unit: centre })).toEqual(['gate-refused'])
  expect(await refused({ officer: 'lin', role, unit: 'atlantis' })).toEqual(['gate-refused'])
})

it('lets a delegated post reach no further than the delegator’s own', async () => {
  const { db, office } = await ready()
  for (const number of ['lin', 'chen']) {
    await enter(office, 'qingyuan', { officer: { number, name: number, unit: centre } })
  }
  const role = 'deep-tillage/machinery-centre'
  const own = { number: 'own', officer: 'lin', role, unit: centre, from: '2026-01-01', until: '2026-06-01' }
  await enter(office, 'qingyuan', { post: own })
  const delegated = { ...own, number: 'delegated', officer: 'chen', delegatedBy: 'lin' }
  const until = async (day: string) =>
    (await enter(office, 'qingyuan', { post: { ...delegated, number: `d-${day}`, until: day } })).kind
  expect(await until('2026-06-02')).toBe('refused')
  expect(await until('2026-06-01')).toBe('done')
  expect(await postsOf(db, 'qingyuan', 'chen')).toMatchObject([
    { from: '2026-01-01', until: '2026-06-01', delegatedBy: 'lin', delegatorName: 'lin' },
  ])
  const state = await readCounty(db, 'qingyuan', everyProgramme)
  const withdrawn = await act(
    db,
    administration,
    { county: 'qingyuan', case: 'post-own', expectedVersion: null, requestKey: null },
    { name: 'withdraw', by: officeActor('qingyuan'), reason: '调离' },
    surroundingsFor(state, 'administration', office),
  )
  expect(withdrawn.kind).toBe('done')
  expect(await postsOf(db, 'qingyuan', 'chen')).toEqual([])
})

it('lets nobody in who is blocked, and lets in again', async () => {
  const { office, jar } = await ready()
  const officer = { number: 'lin', name: '林小满', unit: centre }
  const given = await giveAccount(office, 'qingyuan', officer, 'lin')
  await jar.signIn('lin', given?.password)
  expect(await setBlocked(office, 'qingyuan', 'lin', true)).toBe(true)
  expect(await setBlocked(office, 'qingyuan', 'lin', true)).toBe(false)
  expect(await setBlocked(office, 'qingyuan', 'nobody', true)).toBe(false)
  await expect.poll(async () => (await jar.ask('GET', '/api/v1/session')).status).toBe(401)
  expect((await jar.signIn('lin', given?.password)).status).toBe(403)
  expect(await setBlocked(office, 'qingyuan', 'lin', false)).toBe(true)
  expect((await jar.signIn('lin', given?.password)).status).toBe(200)
})

it('lets in who was locked out once an administrator resets the password', async () => {
  const { db, office, jar } = await ready()
  const officer = { number: 'lin', name: '林小满', unit: centre }
  await giveAccount(office, 'qingyuan', officer, 'lin')
  for (let failures = 0; failures < 5; failures++) await jar.signIn('lin', 'not-it')
  const reset = await resetPassword(office, 'qingyuan', 'lin')
  expect((await jar.signIn('lin', reset?.password)).status).toBe(200)
  expect(await findAccount(db, { county: 'qingyuan', username: 'lin' })).toMatchObject({ mustChange: true })
  expect(await resetPassword(office, 'qingyuan', 'nobody')).toBeNull()
})
