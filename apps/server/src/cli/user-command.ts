import type { County } from '@luoshi/counties'
import { dateOf, type Programme, type UnitTree, unitsNamed } from '@luoshi/kernel'
import { type Account, type Acted, accountsOf, changeAccount, findAccount } from '@luoshi/store'
import { openServices } from '../open-services.ts'
import type { Services } from '../services.ts'
import { readSettings } from '../settings.ts'
import {
  enter,
  giveAccount,
  officeActor,
  type PostEntry,
  resetPassword,
  setBlocked,
} from '../sign-in/accounts-office.ts'
import { clockTime } from '../sign-in/clock-time.ts'
import { isUsername } from '../sign-in/password-policy.ts'
import { postsOfCounty } from '../sign-in/posts.ts'
import { type CountyState, readCounty } from '../surroundings/read-county.ts'
import { seedCounty } from '../surroundings/seed-county.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** Whose accounts are meant, and where the data are. */
export interface UserOptions {
  readonly data: string
  /** Slug; the first county that is served where it is left out. */
  readonly county?: string
}

/** What a new officer is entered with. */
export interface NewUserOptions extends UserOptions {
  readonly unit: string
  readonly position?: string
}

/** What a post is given with. */
export interface GrantOptions extends UserOptions {
  readonly unit: string
  readonly from?: string
  readonly until?: string
  readonly delegatedBy?: string
}

/** `luoshi user add`: an account for an officer, who is entered into the register where that has not been done. */
export function addUser(
  username: string,
  name: string,
  options: NewUserOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  return inCounty(options, terminal, async ({ services, county, units, officers }) => {
    if (!isUsername(username)) {
      return `账号写的是“${username}”，应为2至32个小写字母、数字、点、连字符或下划线，以字母开头。`
    }
    if ((await findAccount(services.db, { county: county.slug, username })) !== null) {
      return `账号“${username}”已经有了，请换一个。`
    }
    const registered = officers.get(username)
    if (registered !== undefined && registered.name !== name) {
      return `编号为“${username}”的干部是${registered.name}，不是${name}，请换一个账号。`
    }
    const unit = unitIn(units, options.unit, services)
    if ('problem' in unit) return unit.problem
    const position = options.position === undefined ? {} : { position: options.position }
    const officer = { number: username, name, unit: unit.id, ...position }
    if (registered === undefined) {
      const entered = await enter(services, county.slug, { officer })
      if (entered.kind !== 'done') return reasonsOf(entered)
    }
    const given = await giveAccount(services, county.slug, officer, username)
    if (given === null) return `账号“${username}”已经有了，请换一个。`
    terminal.out(
      `已为${name}（${county.name}）建立账号“${username}”，初始口令是 ${given.password} ，只显示这一次，首次登录时须更换。\n`,
    )
    return null
  })
}

/** `luoshi user list`: accounts with their posts. */
export function listUsers(options: UserOptions, terminal: Terminal): Promise<ExitCode> {
  return inCounty(options, terminal, async ({ services, county }) => {
    const posts = await postsOfCounty(services.db, county.slug)
    for (const account of await accountsOf(services.db, county.slug)) {
      terminal.out(`${account.username}  ${account.name}  ${stateOf(account)}\n`)
      for (const { programme, role, unitName, from, until, delegatorName } of posts.get(account.officer) ??
        []) {
        const dates = [from && `自${from}`, until && `至${until}`].filter(Boolean).join('')
        const delegation = delegatorName === null ? '' : `，受${delegatorName}委托`
        const title = roleTitle(services.programmes, `${programme}/${role}`)
        terminal.out(`  ${title}，${unitName}${dates && `，${dates}`}${delegation}\n`)
      }
    }
    return null
  })
}

/** `luoshi user lock` and `unlock`. */
export function blockUser(
  username: string,
  isBlocked: boolean,
  options: UserOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  return inCounty(options, terminal, async ({ services, county }) => {
    if ((await findAccount(services.db, { county: county.slug, username })) === null) return noUser(username)
    await setBlocked(services, county.slug, username, isBlocked)
    terminal.out(
      isBlocked ? `账号“${username}”已停用，已有的登录已经结束。\n` : `账号“${username}”可以登录了。\n`,
    )
    return null
  })
}

/** `luoshi user reset-password`. */
export function resetUser(username: string, options: UserOptions, terminal: Terminal): Promise<ExitCode> {
  return inCounty(options, terminal, async ({ services, county }) => {
    const given = await resetPassword(services, county.slug, username)
    if (given === null) return noUser(username)
    terminal.out(
      `账号“${username}”的口令已重置为 ${given.password} ，只显示这一次，登录后应更换；已有的登录已经结束。\n`,
    )
    return null
  })
}

/** `luoshi user link`: by which value of the county's identity provider an account is known; none for null. */
export function linkUser(
  username: string,
  subject: string | null,
  options: UserOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  return inCounty(options, terminal, async ({ services, county }) => {
    const { db, clock } = services
    const other =
      subject === null ? null : await findAccount(db, { county: county.slug, providerSubject: subject })
    if (other !== null && other.username !== username) return `这一标识已登记给账号“${other.username}”。`
    const event = { kind: 'provider-linked', actor: officeActor(county.slug).id, at: clock() } as const
    const changed = await changeAccount(db, { county: county.slug, username }, () => ({
      change: { providerSubject: subject },
      event: { ...event, data: { isLinked: subject !== null } },
    }))
    if (changed === null) return noUser(username)
    terminal.out(
      subject === null
        ? `账号“${username}”不再能用统一身份认证登录。\n`
        : `账号“${username}”可以用统一身份认证登录了。\n`,
    )
    return null
  })
}

/** `luoshi user grant`: a post for an officer. */
export function grantPost(
  username: string,
  role: string,
  options: GrantOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  return inCounty(options, terminal, async ({ services, county, units }) => {
    const account = await findAccount(services.db, { county: county.slug, username })
    if (account === null) return noUser(username)
    const unit = unitIn(units, options.unit, services)
    if ('problem' in unit) return unit.problem
    const { from, until, delegatedBy } = options
    const dates = { ...(from && { from }), ...(until && { until }), ...(delegatedBy && { delegatedBy }) }
    const post = { officer: account.officer, role, unit: unit.id, ...dates }
    const entered = await enterNextPost(services, county.slug, post)
    if (entered.kind !== 'done') return reasonsOf(entered)
    terminal.out(`已授予${account.name}岗位：${roleTitle(services.programmes, role)}，${options.unit}。\n`)
    return null
  })
}

interface Place extends Pick<CountyState, 'units' | 'officers'> {
  readonly services: Services
  readonly county: County
}

/** Does something in a county, also while a server runs. What it gives is why it was not done; null where it was. */
async function inCounty(
  { data, county: wanted }: UserOptions,
  terminal: Terminal,
  work: (place: Place) => Promise<string | null>,
): Promise<ExitCode> {
  const failed = (message: string) => {
    terminal.err(message)
    return exitCodes.failed
  }
  const read = readSettings(process.env)
  if (read.kind === 'refused') return failed(read.message)
  const { counties } = read.settings
  const county = wanted === undefined ? counties[0] : counties.find(({ slug }) => slug === wanted)
  if (county === undefined) {
    const known = counties.map(({ slug, name }) => `${slug}（${name}）`).join('、')
    return failed(`没有“${wanted}”这个县，可写的有：${known}；要用别的县，请在 LUOSHI_COUNTIES 中写上。`)
  }
  const opened = await openServices(data, read.settings, true)
  if (opened.kind === 'refused') return failed(opened.message)
  const { services } = opened
  try {
    await seedCounty(services.db, services.vault, county, services.clock())
    const { units, officers } = await readCounty(services.db, county.slug, services.programmes)
    const problem = await work({ services, county, units, officers })
    return problem === null ? exitCodes.done : failed(problem)
  } finally {
    await opened.close()
  }
}

function unitIn(
  units: UnitTree,
  name: string,
  { clock }: Services,
): { readonly id: string } | { readonly problem: string } {
  const [found, ...others] = unitsNamed(units, name, dateOf(clock()))
  if (found === undefined) return { problem: `机构台账中没有“${name}”，请写全称，或先登记机构。` }
  if (others.length > 0) return { problem: `叫“${name}”的机构不止一个，请写全称。` }
  return { id: found.id }
}

/** Enters a post under the next number that is free. */
async function enterNextPost(
  services: Services,
  county: string,
  post: Omit<PostEntry, 'number'>,
): Promise<Acted> {
  for (let next = 1; ; next++) {
    const number = `${post.officer}-${next}`
    const entered = await enter(services, county, { post: { number, ...post } })
    if (entered.kind !== 'not-stored' || !isTaken(entered.issue.code)) return entered
  }
}

function isTaken(code: string): boolean {
  return code === 'case-exists' || code === 'record-exists'
}

function reasonsOf(acted: Exclude<Acted, { kind: 'done' }>): string {
  return acted.kind === 'refused'
    ? acted.issues.map(({ message }) => message).join('\n')
    : acted.issue.message
}

function noUser(username: string): string {
  return `没有账号“${username}”，现有的见 luoshi user list。`
}

function stateOf({ blocked, mustChange, password }: Account): string {
  if (blocked !== null) return `已停用（${clockTime(blocked)}）`
  if (password === null) return '没有口令'
  return mustChange ? '待更换口令' : '正常'
}

function roleTitle(programmes: readonly Programme[], role: string): string {
  const [id, name = ''] = role.split('/')
  const programme = programmes.find((one) => one.id === id)
  const title = programme?.roles[name]?.title
  return programme === undefined || title === undefined ? role : `${programme.title}：${title}`
}
