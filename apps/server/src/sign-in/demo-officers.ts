import { countyBySlug, type DemoOfficer, demoOfficers } from '@luoshi/counties'
import { type Programme, TIMER_ROLE } from '@luoshi/kernel'
import { administration } from '@luoshi/programmes'
import { accountsOf, createAccount, type NewRecord, openMany } from '@luoshi/store'
import { surroundingsFor } from '../surroundings/county-keeper.ts'
import { readCounty } from '../surroundings/read-county.ts'
import { GOVERNMENT, seededUnitCode } from '../surroundings/seed-county.ts'
import { type Office, officeActor, type PostEntry } from './accounts-office.ts'
import { ADMINISTRATION } from './posts.ts'
import { DEMO_COUNTY } from './session-view.ts'

/** Roles of those who work in no unit. */
const outside = new Set([TIMER_ROLE, 'public', 'applicant', 'citizen'])

/** Enters the officers of the demo county with their accounts and posts; those that are there already stay. */
export async function ensureDemoOfficers(office: Office): Promise<void> {
  const known = new Set(await knownEntries(office))
  const state = await readCounty(office.db, DEMO_COUNTY, office.programmes)
  const enterAll = async (procedure: string, records: readonly NewRecord[]) => {
    const anew = records.filter((record) => !known.has(record.case))
    if (anew.length === 0) return
    const of = { county: DEMO_COUNTY, procedure }
    const by = officeActor(DEMO_COUNTY)
    const surroundings = surroundingsFor(state, administration.id, office)
    const entered = await openMany(office.db, administration, of, by, anew, surroundings)
    if (entered.kind === 'refused') throw new Error(`${entered.case}: ${entered.issues[0]?.message}`)
  }
  await enterAll('officers', demoOfficers.map(officerRecord))
  await enterAll(
    'posts',
    demoOfficers.flatMap((officer) => demoPosts(office.programmes, officer).map(postRecord)),
  )
  const accounts = new Set((await accountsOf(office.db, DEMO_COUNTY)).map(({ username }) => username))
  for (const officer of demoOfficers) {
    if (!accounts.has(officer.username)) await giveOpenAccount(office, officer)
  }
}

/** What the rules of the administration would find: its unit is seeded before, and the number is nobody else's. */
function officerRecord(officer: DemoOfficer): NewRecord {
  const { username, name, position } = officer
  const unit = unitOf(officer)
  return {
    case: `officer-${username}`,
    unit: GOVERNMENT,
    input: { number: username, name, unit, position },
    facts: { unitEntries: [{ code: unit }], officersOfNumber: [] },
  }
}

function postRecord(post: PostEntry): NewRecord {
  const { number, officer, unit } = post
  return {
    case: `post-${number}`,
    unit: GOVERNMENT,
    input: { ...post },
    facts: { unitEntries: [{ code: unit }], officerEntries: [{ number: officer }], postsOfDelegator: [] },
  }
}

/** The posts of an officer of the demo county: each role of each programme is held by someone. */
export function demoPosts(programmes: readonly Programme[], officer: DemoOfficer): readonly PostEntry[] {
  const { username, roles } = officer
  const ofOthers = new Set(demoOfficers.flatMap((other) => other.roles))
  const isHeld = (role: string) =>
    roles.includes(role) || (roles.includes('*') && !ofOthers.has(role) && !outside.has(role))
  return programmes.flatMap(({ id, roles: known }) =>
    Object.keys(known)
      .filter(isHeld)
      .map((role) => ({
        number: `${username}-${id}-${role}`,
        officer: username,
        role: `${id}/${role}`,
        unit: unitOf(officer),
      })),
  )
}

function unitOf({ unit }: DemoOfficer): string {
  const county = countyBySlug.get(DEMO_COUNTY)
  if (county === undefined) throw new Error('the demo county is gone')
  return seededUnitCode(county, unit)
}

/** An account without a password: whoever visits the demo county may take its place. */
async function giveOpenAccount({ db, clock }: Office, { username, name }: DemoOfficer): Promise<void> {
  const account = {
    county: DEMO_COUNTY,
    officer: username,
    username,
    name,
    password: null,
    passwordSet: null,
    mustChange: false,
    blocked: null,
    providerSubject: null,
  }
  await createAccount(db, account, { actor: officeActor(DEMO_COUNTY).id, at: clock() })
}

async function knownEntries({ db }: Office): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('cases')
    .select('id')
    .where('county', '=', DEMO_COUNTY)
    .where('programme', '=', ADMINISTRATION)
    .where('register', 'in', ['officers', 'posts'])
    .execute()
  return rows.map(({ id }) => id)
}
