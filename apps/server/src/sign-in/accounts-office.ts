import { randomInt } from 'node:crypto'
import type { Actor, IsoDate, Programme } from '@luoshi/kernel'
import {
  type Account,
  type Acted,
  accountsOf,
  changeAccount,
  createAccount,
  type Database,
  endSessions,
  findAccount,
  forgetFailures,
  keepFormerPassword,
  open,
} from '@luoshi/store'
import type { Services } from '../services.ts'
import { surroundingsFor } from '../surroundings/county-keeper.ts'
import { readCounty, readOwnParameters } from '../surroundings/read-county.ts'
import { GOVERNMENT } from '../surroundings/seed-county.ts'
import { hashPassword } from './password-hash.ts'
import { passwordFaults } from './password-policy.ts'
import { ADMINISTRATION } from './posts.ts'
import { type SignInSettings, signInSettings } from './settings.ts'

/** What giving accounts and posts works with. */
export type Office = Pick<Services, 'db' | 'vault' | 'programmes' | 'clock'>

/** An officer as the register has one. */
export interface OfficerEntry {
  readonly number: string
  readonly name: string
  /** Code of the unit. */
  readonly unit: string
  readonly position?: string
}

/** A post as the register has one. */
export interface PostEntry {
  readonly number: string
  readonly officer: string
  /** `programme/role` */
  readonly role: string
  readonly unit: string
  readonly from?: IsoDate
  readonly until?: IsoDate
  /** Number of the officer who delegates it. */
  readonly delegatedBy?: string
}

/** Who acts from the command line or at the first start: nobody is signed in, but whoever runs the server may. */
export function officeActor(county: string): Actor {
  const post = { role: 'administrator', unit: GOVERNMENT, from: null, until: null }
  return { id: 'command-line', county, posts: [post] }
}

/** Enters an officer into the register, or a post; what the rules of the administration refuse is not entered. */
export async function enter(
  office: Office,
  county: string,
  entry: { readonly officer: OfficerEntry } | { readonly post: PostEntry },
): Promise<Acted> {
  const state = await readCounty(office.db, county, office.programmes)
  const administration = administrationIn(office)
  const [procedure, input] = 'officer' in entry ? ['officers', entry.officer] : ['posts', entry.post]
  const kind = 'officer' in entry ? 'officer' : 'post'
  return open(
    office.db,
    administration,
    { county, case: `${kind}-${input.number}`, requestKey: null },
    {
      procedure,
      unit: GOVERNMENT,
      owner: null,
      action: { by: officeActor(county), input: { ...input } },
    },
    surroundingsFor(state, administration.id, office),
  )
}

/** An account with a password that its officer has to change at once; null where the officer or the name has one. */
export async function giveAccount(
  { db, clock }: Office,
  county: string,
  { number, name }: OfficerEntry,
  username: string,
): Promise<{ readonly password: string } | null> {
  const settings = signInSettings(clock(), await readOwnParameters(db, county))
  const password = firstPassword({ username, name }, settings)
  const at = clock()
  const account = {
    county,
    officer: number,
    username,
    name,
    password: await hashPassword(password),
    passwordSet: at,
    mustChange: true,
    blocked: null,
    providerSubject: null,
  }
  const isMade = await createAccount(db, account, { actor: officeActor(county).id, at })
  return isMade ? { password } : null
}

/** Another password for who forgot it, to be changed at once; all sessions end. Null where there is no such account. */
export async function resetPassword(
  { db, clock }: Office,
  county: string,
  username: string,
): Promise<{ readonly password: string } | null> {
  const account = await findAccount(db, { county, username })
  if (account === null) return null
  const at = clock()
  const settings = signInSettings(at, await readOwnParameters(db, county))
  const password = firstPassword(account, settings)
  const hash = await hashPassword(password)
  await changeAccount(
    db,
    { county, username },
    () => ({
      change: { password: hash, passwordSet: at, mustChange: true },
      event: { kind: 'password-reset', actor: officeActor(county).id, at },
    }),
    async (transaction, before) => {
      await keepFormerPassword(transaction, before, settings.notAgain)
      await letNobodyStay(transaction, before)
      await forgetFailures(transaction, county, username)
    },
  )
  return { password }
}

/** Lets nobody in by an account, or lets its officer in again. False where there is none, or it is so already. */
export async function setBlocked(
  { db, clock }: Office,
  county: string,
  username: string,
  isBlocked: boolean,
): Promise<boolean> {
  const at = clock()
  const changed = await changeAccount(
    db,
    { county, username },
    (before) =>
      isBlocked === (before.blocked !== null)
        ? null
        : {
            change: { blocked: isBlocked ? at : null },
            event: { kind: isBlocked ? 'blocked' : 'unblocked', actor: officeActor(county).id, at },
          },
    letNobodyStay,
  )
  if (!isBlocked) await forgetFailures(db, county, username)
  return changed !== null
}

/** Makes one administrator where a county has no account yet. Gives the password, once; null where there are accounts. */
export async function ensureAdministrator(
  office: Office,
  county: string,
): Promise<{ readonly username: string; readonly password: string } | null> {
  if ((await accountsOf(office.db, county)).length > 0) return null
  const [username, number] = ['admin', 'admin']
  const officer = { number, name: '系统管理员', unit: GOVERNMENT }
  // What an interrupted start entered is there already.
  await enter(office, county, { officer })
  const role = `${administrationIn(office).id}/administrator`
  await enter(office, county, { post: { number: 'admin', officer: number, role, unit: GOVERNMENT } })
  const given = await giveAccount(office, county, officer, username)
  return given === null ? null : { username, password: given.password }
}

/** The programme in which a county keeps its units, officers and posts. */
function administrationIn({ programmes }: Office): Programme {
  const found = programmes.find(({ id }) => id === ADMINISTRATION)
  if (found === undefined) throw new Error('the programmes that are served are without administration')
  return found
}

async function letNobodyStay(transaction: Database, { county, officer }: Account): Promise<void> {
  await endSessions(transaction, county, officer, { except: null })
}

/** Letters and digits that are not taken for each other when written down. */
const PLAIN = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A password for the first time: three groups of four, more where the policy asks for longer ones. */
function firstPassword(
  owner: { readonly username: string; readonly name: string },
  settings: SignInSettings,
): string {
  const groups = Math.max(3, Math.ceil((settings.leastLength + 1) / 5))
  const group = () => Array.from({ length: 4 }, () => PLAIN[randomInt(PLAIN.length)]).join('')
  for (;;) {
    const password = Array.from({ length: groups }, group).join('-')
    if (passwordFaults(password, owner, settings).length === 0) return password
  }
}
