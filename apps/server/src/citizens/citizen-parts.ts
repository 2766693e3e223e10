import { countyBySlug } from '@luoshi/counties'
import type { Procedure, Programme } from '@luoshi/kernel'
import { services as programme } from '@luoshi/programmes/services'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type Sight, unitName } from '../api/views/sight.ts'
import type { Library } from '../library.ts'
import type { Services } from '../services.ts'
import { isSecure } from '../sign-in/cookies.ts'
import type { SignInOptions } from '../sign-in/index.ts'
import { isFromOwnPage } from '../sign-in/whence.ts'
import type { CountyKeeper } from '../surroundings/county-keeper.ts'
import { type Citizen, type CitizenDesk, isOwnForm } from './citizen-desk.ts'
import type { CodeSender } from './code-sender.ts'
import type { IdentityAdapter } from './identity.ts'
import type { InformationDesk } from './information-desk.ts'
import type { ServiceFrame } from './pages/frame.ts'
import { procedureOf, type ServiceDesk } from './service-desk.ts'

/** What the routes of citizens work with. */
export interface CitizenParts {
  readonly services: Services
  readonly counties: CountyKeeper
  readonly library: Library
  readonly options: SignInOptions
  readonly senderOf: (county: string) => CodeSender
  /** What checks identities; null where the county has nothing that does: the window looks at the paper. */
  readonly identity: IdentityAdapter | null
  readonly citizens: CitizenDesk
  readonly desk: ServiceDesk
  readonly information: InformationDesk
}

const COOKIE = 'luoshi-citizen'

/** The county of a page. */
export function countyOf(c: Context): string {
  return c.req.param('county') ?? ''
}

/** Who is signed in; null for nobody. */
export function citizenOf(c: Context, { citizens, options }: CitizenParts): Promise<Citizen | null> {
  const held = isSecure(c, options) ? getCookie(c, COOKIE, 'host') : getCookie(c, COOKIE)
  return citizens.find(countyOf(c), held ?? '')
}

/** Has the browser hold a session. */
export function holdSession(c: Context, { options }: CitizenParts, token: string): void {
  const common = { path: '/', httpOnly: true, sameSite: 'Lax' } as const
  setCookie(c, COOKIE, token, isSecure(c, options) ? { ...common, secure: true, prefix: 'host' } : common)
}

/** Has the browser forget it. */
export function dropSession(c: Context, { options }: CitizenParts): void {
  if (isSecure(c, options)) deleteCookie(c, COOKIE, { path: '/', secure: true, prefix: 'host' })
  else deleteCookie(c, COOKIE, { path: '/' })
}

/** Whether a form comes from a page of ours, in the session of who sends it. */
export function isOwn(
  c: Context,
  { options }: CitizenParts,
  citizen: Citizen,
  csrf: string | undefined,
): boolean {
  return isFromOwnPage(c, options) && isOwnForm(citizen, csrf ?? '')
}

/** What stands around a page. */
export function frameFor(c: Context, citizen: Citizen | null): ServiceFrame {
  const county = countyOf(c)
  return { county, countyName: countyBySlug.get(county)?.name ?? '', csrfToken: citizen?.csrfToken ?? null }
}

/** Names of units as they are today. */
export async function unitNames(
  county: string,
  { counties, services }: CitizenParts,
): Promise<(id: string) => string> {
  const state = await counties.of(county)
  const today = services.clock().slice(0, 10)
  return (id) => unitName(state, id, today)
}

/** What a citizen sees an application by: the same as an officer, with the rights of who asked. */
export function sightFor(parts: CitizenParts, citizen: Citizen): Promise<Sight> {
  return sightOf(parts, citizen, programme, procedureOf('application'))
}

/** What a citizen sees a case of any programme by. */
export async function sightOf(
  { counties, services, library }: CitizenParts,
  citizen: Citizen,
  programme: Programme,
  procedure: Procedure,
): Promise<Sight> {
  const { county, actor } = citizen
  const posts = actor.posts.map((post) => ({
    ...post,
    programme: programme.id,
    unitName: '',
    delegatedBy: null,
    delegatorName: null,
  }))
  return {
    programme,
    procedure,
    state: await counties.of(county),
    library,
    officer: { county, id: actor.id, name: '申请人', username: actor.id, posts, scopes: null },
    actor,
    now: services.clock(),
  }
}
