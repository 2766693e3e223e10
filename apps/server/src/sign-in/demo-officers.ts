import { countyBySlug, type DemoOfficer, demoOfficers } from '@luoshi/counties'
import { type Programme, TIMER_ROLE } from '@luoshi/kernel'
import { createAccount, findAccount } from '@luoshi/store'
import { seededUnitCode } from '../surroundings/seed-county.ts'
import { enter, type Office, officeActor, type PostEntry } from './accounts-office.ts'
import { ADMINISTRATION } from './posts.ts'
import { DEMO_COUNTY } from './session-view.ts'

/** Roles of those who work in no unit. */
const outside = new Set([TIMER_ROLE, 'public', 'applicant', 'citizen'])

/** Enters the officers of the demo county with their accounts and posts; those that are there already stay. */
export async function ensureDemoOfficers(office: Office): Promise<void> {
  const known = new Set(await knownEntries(office))
  for (const officer of demoOfficers) {
    const { username, name, position } = officer
    const unit = unitOf(officer)
    if (!known.has(`officer-${username}`)) {
      await enter(office, DEMO_COUNTY, { officer: { number: username, name, unit, position } })
    }
    for (const post of demoPosts(office.programmes, officer)) {
      if (!known.has(`post-${post.number}`)) await enter(office, DEMO_COUNTY, { post })
    }
    if ((await findAccount(office.db, { county: DEMO_COUNTY, username })) === null) {
      await giveOpenAccount(office, officer)
    }
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
