import { createHash } from 'node:crypto'
import { type County, countyBySlug } from '@luoshi/counties'
import {
  allActions,
  type Case,
  type Grant,
  type Procedure,
  type Programme,
  proceduresOf,
} from '@luoshi/kernel'
import { administration } from '@luoshi/programmes'
import { createAccount, type Database, insertSession, type NewRecord, openMany } from '@luoshi/store'
import type { Services } from '../services.ts'
import { officeActor } from '../sign-in/accounts-office.ts'
import { csrfTokenOf } from '../sign-in/session-keeper.ts'
import type { Answers } from '../site/site.ts'
import { surroundingsFor } from '../surroundings/county-keeper.ts'
import { readCounty } from '../surroundings/read-county.ts'
import { GOVERNMENT, seedCounty, seededUnitCode } from '../surroundings/seed-county.ts'
import { startSite, type TestSite } from './api.ts'
import { type PlacedCase, placeCases } from './placed-cases.ts'

/** Slugs of the county of the cases, and of another. */
export const [HOME, AWAY] = ['qingyuan', 'wutai']

function countyOf(slug: string): County {
  const county = countyBySlug.get(slug)
  if (county === undefined) throw new Error(`no county ${slug}`)
  return county
}

/** Unit of the cases. */
export const OWN = seededUnitCode(countyOf(HOME), '县财政局')
/** A unit beside it; the government is above both. */
const OTHER = seededUnitCode(countyOf(HOME), '县水利局')

/** What a role may reach of a case of the unit OWN, from each unit: told here anew, not by the code under test. */
export const reached: Readonly<Record<Grant['reach'], (unit: string, isOwner: boolean) => boolean>> = {
  own: (_unit, isOwner) => isOwner,
  unit: (unit) => unit === OWN,
  below: (unit) => unit === OWN || unit === GOVERNMENT,
  county: () => true,
}

/** Someone with one post, signed in. */
export interface Asker {
  readonly id: string
  readonly county: string
  readonly role: string
  readonly unit: string
}

/** A site of two counties, of which one has the units. */
export async function startAskedSite(
  db: Database,
  atEnd: (stop: () => Promise<void>) => void,
): Promise<TestSite> {
  const api = { perOfficer: 1e9, perAddress: 1e9 }
  const site = await startSite(db, { county: HOME, api, units: ['县财政局', '县水利局'] }, atEnd)
  const { vault, clock } = site.services
  const away = countyOf(AWAY)
  await seedCounty(db, vault, { ...away, units: away.units.slice(0, 1) }, clock())
  return site
}

const idOf = (programme: Programme, role: string, unit: string) =>
  `p-${createHash('sha256').update(`${programme.id} ${role} ${unit}`).digest('hex').slice(0, 12)}`

/** Makes everyone who can ask about a programme: each role in each unit, and each role in another county. */
export async function askersOf(services: Services, programme: Programme): Promise<readonly Asker[]> {
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
  const all = [...everyone, nobody]
  for (const county of [HOME, AWAY]) {
    await admit(
      services,
      programme,
      county,
      all.filter((asker) => asker.county === county),
    )
  }
  return all
}

/** Enters officers with their posts, and signs them in. */
async function admit(
  services: Services,
  programme: Programme,
  county: string,
  askers: readonly Asker[],
): Promise<void> {
  const { db, programmes, clock } = services
  const state = await readCounty(db, county, programmes)
  const enterAll = async (procedure: string, records: readonly NewRecord[]) => {
    const surroundings = surroundingsFor(state, administration.id, services)
    const of = { county, procedure }
    const entered = await openMany(db, administration, of, officeActor(county), records, surroundings)
    if (entered.kind !== 'done' || entered.opened !== records.length) throw new Error(JSON.stringify(entered))
  }
  await enterAll(
    'officers',
    askers.map(({ id }) => ({
      case: `officer-${id}`,
      unit: GOVERNMENT,
      input: { number: id, name: '林小满', unit: GOVERNMENT },
      facts: { unitEntries: [{ code: GOVERNMENT }], officersOfNumber: [] },
    })),
  )
  await enterAll(
    'posts',
    askers
      .filter(({ role }) => role !== 'none')
      .map(({ id, role, unit }) => ({
        case: `post-${id}`,
        unit: GOVERNMENT,
        input: { number: id, officer: id, role: `${programme.id}/${role}`, unit },
        facts: { unitEntries: [{ code: unit }], officerEntries: [{ number: id }], postsOfDelegator: [] },
      })),
  )
  const at = clock()
  for (const { id } of askers) {
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
    await createAccount(db, account, { actor: 'test', at })
    const digest = createHash('sm3').update(id).digest('hex')
    const times = { opened: at, latest: at, ends: '2027-01-01T00:00:00Z' }
    await insertSession(db, { county, digest, id, officer: id, ...times, agent: '', address: '' })
  }
}

/** What is answered to someone; each may have read version 1 of what is acted on. */
export async function answerTo(
  site: Answers,
  { id, county }: Asker,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> {
  return site.fetch(
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

/** Whether grants let someone at a case of the unit OWN: told here anew, not by the code under test. */
export function mayAt(
  { role, unit, id, county }: Asker,
  grants: readonly Grant[],
  { owner }: Pick<Case, 'owner'>,
): boolean {
  return (
    county === HOME && grants.some((grant) => grant.role === role && reached[grant.reach](unit, owner === id))
  )
}

/** Cases of a programme in every place: the unit's own, and one of each role's holder that reaches its own. */
export async function placedOf(
  services: Services,
  programme: Programme,
): Promise<ReadonlyMap<Procedure, readonly PlacedCase[]>> {
  const placed = new Map<Procedure, readonly PlacedCase[]>()
  for (const procedure of proceduresOf(programme)) {
    const owners = [null, ...ownersIn(procedure).map((role) => idOf(programme, role, OTHER))]
    const cases: PlacedCase[] = []
    for (const owner of owners) {
      cases.push(...(await placeCases(services, programme, procedure, { county: HOME, unit: OWN, owner })))
    }
    placed.set(procedure, cases)
  }
  return placed
}

/**
 * Who is asked about the cases of a procedure, each beside its case: all about the first; about the others, wherever they
 * stand, whoever the procedure names anywhere in the county. About a person's, its owner and others of that unit.
 */
export function askedAbout(
  { registers }: Programme,
  procedure: Procedure,
  cases: readonly PlacedCase[],
  askers: readonly Asker[],
): readonly { readonly one: PlacedCase; readonly asker: Asker }[] {
  const writers = registers.find(({ id }) => id === procedure.register)?.access.write ?? []
  const named = new Set([...grantsIn(procedure), ...writers].map(({ role }) => role))
  const concerned = askers.filter(({ county, role }) => county === HOME && named.has(role))
  return cases.flatMap((one, index) =>
    (index === 0 ? askers : concerned)
      .filter(({ unit }) => one.case.owner === null || unit === OTHER)
      .map((asker) => ({ one, asker })),
  )
}

/** Roles whose holders reach something of their own in a procedure. */
function ownersIn(procedure: Procedure): readonly string[] {
  return [
    ...new Set(
      grantsIn(procedure)
        .filter(({ reach }) => reach === 'own')
        .map(({ role }) => role),
    ),
  ]
}

function grantsIn(procedure: Procedure): readonly Grant[] {
  return [
    ...procedure.access.read,
    ...procedure.opening.by,
    ...allActions(procedure).flatMap(({ action }) => action.by),
  ]
}
