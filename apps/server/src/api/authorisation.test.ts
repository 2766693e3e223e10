import { createHash } from 'node:crypto'
import type { CasePage, FoundView, ProblemView } from '@luoshi/client'
import { countyBySlug } from '@luoshi/counties'
import { allActions, type Grant, type Procedure, type Programme, proceduresOf } from '@luoshi/kernel'
import { everyProgramme } from '@luoshi/programmes'
import { createAccount, insertSession } from '@luoshi/store'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { enter } from '../sign-in/accounts-office.ts'
import { csrfTokenOf } from '../sign-in/session-keeper.ts'
import { GOVERNMENT, seedCounty, seededUnitCode } from '../surroundings/seed-county.ts'
import { startSite, type TestSite } from '../test-support/api.ts'
import { MARK, type PlacedCase, placeCases } from '../test-support/placed-cases.ts'

// Thousands of requests in one process, on what may be a busy machine.
vi.setConfig({ testTimeout: 900_000, hookTimeout: 900_000 })

const [HOME, AWAY] = ['qingyuan', 'wutai']
const [home, away] = [countyBySlug.get(HOME), countyBySlug.get(AWAY)]
if (home === undefined || away === undefined) throw new Error('the counties are gone')
const OWN = seededUnitCode(home, '县财政局')
const OTHER = seededUnitCode(home, '县水利局')

/** What a role may reach of a case of the unit OWN, from each unit: told here anew, not by the code under test. */
const reached: Readonly<Record<Grant['reach'], (unit: string, isOwner: boolean) => boolean>> = {
  own: (_unit, isOwner) => isOwner,
  unit: (unit) => unit === OWN,
  below: (unit) => unit === OWN || unit === GOVERNMENT,
  county: () => true,
}

/** Someone with one post, signed in. */
interface Asker {
  readonly id: string
  readonly county: string
  readonly role: string
  readonly unit: string
}

let server: TestServer
let site: TestSite
const stops: (() => Promise<void>)[] = []

beforeAll(async () => {
  server = await startTestServer()
  const api = { perOfficer: 1e9, perAddress: 1e9 }
  const units = ['县财政局', '县水利局']
  site = await startSite(await server.database(), { county: HOME, api, units }, (stop) => stops.push(stop))
  const { db, vault, clock } = site.services
  await seedCounty(db, vault, { ...away, units: away.units.slice(0, 1) }, clock())
})
afterAll(async () => {
  for (const stop of stops) await stop()
  await server?.stop()
})

const idOf = (programme: Programme, role: string, unit: string) =>
  `p-${createHash('sha256').update(`${programme.id} ${role} ${unit}`).digest('hex').slice(0, 12)}`

/** Makes everyone who can ask about a programme: each role in each unit, and each role in another county. */
async function askersOf(programme: Programme): Promise<readonly Asker[]> {
  const everyone = Object.keys(programme.roles).flatMap((role): Asker[] => [
    ...[OWN, OTHER, GOVERNMENT].map((unit) => ({
      id: idOf(programme, role, unit),
      county: HOME,
      role,
      unit,
    })),
    { id: idOf(programme, role, 'away'), county: AWAY, role, unit: GOVERNMENT },
  ])
  const nobody: Asker = { id: idOf(programme, 'none', OWN), county: HOME, role: 'none', unit: OWN }
  for (const asker of [...everyone, nobody]) await admit(programme, asker)
  return [...everyone, nobody]
}

async function admit(programme: Programme, { id, county, role, unit }: Asker): Promise<void> {
  const { services } = site
  const entered = [
    await enter(services, county, { officer: { number: id, name: '林小满', unit: GOVERNMENT } }),
  ]
  if (role !== 'none') {
    const post = { number: id, officer: id, role: `${programme.id}/${role}`, unit }
    entered.push(await enter(services, county, { post }))
  }
  if (entered.some(({ kind }) => kind !== 'done')) throw new Error(JSON.stringify(entered))
  const at = services.clock()
  const account = {
    county,
    officer: id,
    username: id,
    name: '林小满',
    password: null,
    passwordSet: null,
    mustChange: false,
    blocked: null,
    providerSubject: null,
  }
  await createAccount(services.db, account, { actor: 'test', at })
  const digest = createHash('sm3').update(id).digest('hex')
  const times = { opened: at, latest: at, ends: '2027-01-01T00:00:00Z' }
  await insertSession(services.db, { county, digest, id, officer: id, ...times, agent: '', address: '' })
}

async function ask({ id, county }: Asker, method: string, path: string, body?: unknown): Promise<Response> {
  return site.site.fetch(
    new Request(`http://localhost/api/v1/${path}`, {
      method,
      headers: {
        cookie: `luoshi=${county}.${id}`,
        'x-csrf-token': csrfTokenOf({ token: id } as Parameters<typeof csrfTokenOf>[0]),
        'content-type': 'application/json',
        'if-match': '"1"',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
}

const mayAt = ({ role, unit, id, county }: Asker, grants: readonly Grant[], found: PlacedCase['case']) =>
  county === HOME &&
  grants.some((grant) => grant.role === role && reached[grant.reach](unit, found.owner === id))

/** Roles whose holders reach something of their own in a procedure. */
function ownersIn(procedure: Procedure): readonly string[] {
  const grants = [
    ...procedure.access.read,
    ...procedure.opening.by,
    ...allActions(procedure).flatMap(({ action }) => action.by),
  ]
  return [...new Set(grants.filter(({ reach }) => reach === 'own').map(({ role }) => role))]
}

const pathOf = (programme: Programme, procedure: Procedure, county = HOME) =>
  `${county}/programmes/${programme.id}/procedures/${procedure.id}/cases`

/** A field that no form has: whoever may act is told of it, so that nothing is done. */
const slip = { input: { 没有的项目: '1' } }

async function codesOf(answer: Response): Promise<readonly string[]> {
  return ((await answer.json()) as ProblemView).issues.map(({ code }) => code)
}

describe.each([...everyProgramme].map((programme) => [programme.id, programme] as const))(
  '%s',
  (_id, programme) => {
    let askers: readonly Asker[] = []
    const placed = new Map<Procedure, readonly PlacedCase[]>()

    beforeAll(async () => {
      askers = await askersOf(programme)
      for (const procedure of proceduresOf(programme)) {
        const owners = ownersIn(procedure).map((role) => idOf(programme, role, OTHER))
        const cases: PlacedCase[] = []
        for (const owner of [null, ...owners]) {
          cases.push(
            ...(await placeCases(site.services, programme, procedure, { county: HOME, unit: OWN, owner })),
          )
        }
        placed.set(procedure, cases)
      }
    })

    /** Who is asked about a case: all about a unit's own; about a person's, its owner and who is in the same unit. */
    const askersAbout = ({ case: { owner } }: PlacedCase) =>
      owner === null ? askers : askers.filter(({ unit }) => unit === OTHER)

    it('gives a case, its log and its personal data to exactly those who may read it', async () => {
      for (const [procedure, cases] of placed) {
        for (const one of cases) {
          for (const asker of askersAbout(one)) {
            const path = `${pathOf(programme, procedure)}/${one.case.id}`
            const may = mayAt(asker, procedure.access.read, one.case)
            const expected = asker.county === HOME ? (may ? 200 : 404) : 403
            const what = `${path} ${JSON.stringify(asker)}`
            expect((await ask(asker, 'GET', path)).status, what).toBe(expected)
            expect((await ask(asker, 'GET', `${path}/history`)).status, what).toBe(expected)
            if (!may) {
              const revealed = await ask(asker, 'POST', `${path}/reveal`, { reason: '核对' })
              expect(revealed.status, what).toBe(expected)
              expect((await ask(asker, 'GET', path.replace(HOME, AWAY))).status, what).not.toBe(200)
            }
          }
        }
      }
    })

    it('lets exactly those act to whom an action is given, and tells others nothing more', async () => {
      for (const [procedure, cases] of placed) {
        for (const one of cases) {
          for (const asker of askersAbout(one)) {
            const path = `${pathOf(programme, procedure)}/${one.case.id}`
            const mayRead = mayAt(asker, procedure.access.read, one.case)
            for (const [name, { by }] of Object.entries(one.actions)) {
              const codes = await codesOf(await ask(asker, 'POST', `${path}/actions/${name}`, slip))
              const what = `${path} ${name} ${JSON.stringify(asker)}`
              if (asker.county !== HOME) expect(codes, what).toEqual(['county-not-own'])
              else if (!mayRead) expect(codes, what).toEqual(['case-unknown'])
              else if (!mayAt(asker, by, one.case)) expect(codes, what).toEqual(['not-allowed'])
              else expect(codes, what).toContain('field-unknown')
            }
          }
        }
      }
    })

    it('lets exactly those correct a case who may write to its register', async () => {
      for (const [procedure, cases] of placed) {
        const writers = programme.registers.find(({ id }) => id === procedure.register)?.access.write ?? []
        for (const one of cases) {
          for (const asker of askersAbout(one)) {
            const path = `${pathOf(programme, procedure)}/${one.case.id}`
            const correction = { changes: slip.input, reason: '笔误' }
            const codes = await codesOf(await ask(asker, 'POST', `${path}/corrections`, correction))
            const what = `${path} ${JSON.stringify(asker)}`
            if (asker.county !== HOME) expect(codes, what).toEqual(['county-not-own'])
            else if (!mayAt(asker, procedure.access.read, one.case))
              expect(codes, what).toEqual(['case-unknown'])
            else if (!mayAt(asker, writers, one.case)) expect(codes, what).toEqual(['not-allowed'])
            else expect(codes, what).toEqual(['field-unknown'])
          }
        }
      }
    })

    it('lets exactly those open a case to whom it is given', async () => {
      for (const procedure of placed.keys()) {
        for (const asker of askers) {
          for (const owner of [null, asker.id]) {
            const whose = { unit: OWN, owner: owner ?? undefined }
            const codes = await codesOf(
              await ask(asker, 'POST', pathOf(programme, procedure), { ...whose, ...slip }),
            )
            const what = `${procedure.id} ${JSON.stringify({ ...asker, owner })}`
            const byUnit = asker.county === HOME && isOpener(asker, procedure, false)
            const byPerson = asker.county === HOME && isOpener(asker, procedure, true)
            if (asker.county !== HOME) expect(codes, what).toEqual(['county-not-own'])
            else if (byUnit || byPerson) expect(codes, what).not.toContain('not-allowed')
            else expect(codes, what).toEqual(['not-allowed'])
          }
        }
      }
    })

    it('lists, counts and finds for each exactly what each may read one by one', async () => {
      for (const [procedure, cases] of placed) {
        for (const asker of askers) {
          const readable = cases
            .filter((one) => mayAt(asker, procedure.access.read, one.case))
            .map((one) => one.case.id)
            .sort()
          const list = async (query: string) => {
            const answer = await ask(
              asker,
              'GET',
              `${pathOf(programme, procedure)}?limit=500&closed=all${query}`,
            )
            if (answer.status === 403 && asker.county !== HOME) return { ids: [], count: 0 }
            expect(answer.status, query).toBe(200)
            const { rows, count } = (await answer.json()) as CasePage
            return { ids: rows.map(({ id }) => id).sort(), count: count.value }
          }
          const what = `${procedure.id} ${JSON.stringify(asker)}`
          const all = await list('')
          // The administration holds the askers themselves too.
          const known = new Set(cases.map((one) => one.case.id))
          expect(
            all.ids.filter((id) => known.has(id)),
            what,
          ).toEqual(readable)
          expect(all.count, what).toBe(all.ids.length)
          const searched = await list(`&q=${encodeURIComponent(MARK)}`)
          expect(
            searched.ids.filter((id) => !all.ids.includes(id)),
            what,
          ).toEqual([])
          expect(searched.count, what).toBe(searched.ids.length)
          if (readable.length > 0) continue
          const found = await ask(asker, 'GET', `${HOME}/find?q=${encodeURIComponent(MARK)}`)
          const hits = found.ok ? ((await found.json()) as FoundView[]) : []
          expect(
            hits.filter(({ href }) => href.includes(`/${programme.id}/${procedure.id}/`)),
            what,
          ).toEqual([])
        }
      }
    })

    function isOpener({ role, unit }: Asker, { opening }: Procedure, isOwner: boolean): boolean {
      return opening.by.some((grant) => grant.role === role && reached[grant.reach](unit, isOwner))
    }
  },
)

it('nobody is anyone without a session', async () => {
  const paths = [`${HOME}/programmes`, `${HOME}/my-day`, `${HOME}/units`, `${HOME}/find?q=x`, `${HOME}/none`]
  for (const path of paths) {
    const stranger = { id: 'nobody', county: HOME, role: 'none', unit: OWN }
    expect((await ask(stranger, 'GET', path)).status, path).toBe(401)
  }
})
