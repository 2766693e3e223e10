import { createHash, randomInt } from 'node:crypto'
import { type Actor, findProcedure, type Procedure } from '@luoshi/kernel'
import {
  type Application,
  type Guide,
  isBad,
  type Package,
  services as programme,
  type ratingChannels,
  type Satisfaction,
  type TakenIn,
  takenIn,
} from '@luoshi/programmes/services'
import {
  type Acted,
  act,
  findByRequestKey,
  findCase,
  listCases,
  open,
  reveal,
  type StoredCase,
} from '@luoshi/store'
import type { Services } from '../services.ts'
import { type CountyKeeper, surroundingsFor } from '../surroundings/county-keeper.ts'
import { GOVERNMENT } from '../surroundings/seed-county.ts'

/** What citizens and window clerks work with. */
export interface ServiceContext {
  readonly services: Services
  readonly counties: CountyKeeper
}

/** A form that was begun: what was filled in by name of its field, and the files. */
export interface Draft {
  readonly filled: Readonly<Record<string, string>>
  readonly documents: NonNullable<Application['documents']>
}

/** What is asked for at once: one guide, or those of a package. */
export interface Wanted {
  /** 食品经营许可（小餐饮店新办） */
  readonly title: string
  /** Number of the guide, or of the package. */
  readonly number: string
  readonly guides: readonly Guide[]
  readonly isPackage: boolean
}

/** An application that was taken in, and what its asker needs to ask after it. */
export interface Receipt {
  /** 办件编号; with a package, the number under which all were taken in. */
  readonly number: string
  readonly queryCode: string
  readonly applications: readonly { readonly number: string; readonly title: string }[]
}

export type Submitted =
  | { readonly kind: 'taken'; readonly receipt: Receipt }
  | { readonly kind: 'refused'; readonly messages: readonly string[] }

const applicationProcedure = procedureOf('application')

/** Procedure of the programme that is there. */
export function procedureOf(id: string): Procedure {
  const found = findProcedure(programme, id)
  if (found === undefined) throw new Error(`no procedure ${id}`)
  return found
}

/** Guides, drafts, applications and ratings, as citizens and clerks come to them. */
export class ServiceDesk {
  readonly #context: ServiceContext

  constructor(context: ServiceContext) {
    this.#context = context
  }

  /** Published guides, by item and situation. */
  async guides(county: string, q = ''): Promise<readonly Guide[]> {
    return (await this.#records<Guide>(county, 'guiding', ['published'], q)).toSorted((a, b) =>
      a.number < b.number ? -1 : 1,
    )
  }

  /** Published packages. */
  async packages(county: string): Promise<readonly Package[]> {
    const all = await this.#records<Package>(county, 'packages', ['current'])
    return all.filter(({ isPublished }) => isPublished)
  }

  /** What is asked for under a number; null for nothing that is published. */
  async wanted(county: string, number: string): Promise<Wanted | null> {
    const [guide] = await this.#records<Guide>(county, 'guiding', ['published'], '', { number })
    if (guide !== undefined) {
      return { title: titleOf(guide), number, guides: [guide], isPackage: false }
    }
    const [found] = await this.#records<Package>(county, 'packages', ['current'], '', { number })
    if (found === undefined || !found.isPublished) return null
    const all = new Map((await this.guides(county)).map((one) => [one.number, one]))
    const guides = found.guides.map((one) => all.get(one)).filter((one) => one !== undefined)
    return guides.length === found.guides.length
      ? { title: found.name, number, guides, isPackage: true }
      : null
  }

  /** What someone had begun to fill in; the reading is kept. */
  async draft(county: string, actor: Actor, number: string): Promise<Draft | null> {
    const id = draftId(actor, number)
    const { db } = this.#context.services
    const stored = await findCase(db, county, id)
    if (stored === null || stored.case.state !== 'current') return null
    const asked = { county, cases: [id], by: actor, reason: '本人继续填写' }
    const shown = await reveal(db, programme, asked, await this.#around(county))
    if (shown.kind !== 'revealed') return null
    const filled = (shown.cases[0]?.data['filled'] ?? []) as { field: string; value: string }[]
    const documents = (stored.case.data['documents'] ?? []) as Draft['documents']
    return { filled: Object.fromEntries(filled.map(({ field, value }) => [field, value])), documents }
  }

  /** Keeps what was filled in so far. */
  async keepDraft(county: string, actor: Actor, number: string, { filled, documents }: Draft): Promise<void> {
    const id = draftId(actor, number)
    const { db } = this.#context.services
    const pairs = Object.entries(filled).filter(([, value]) => value.trim() !== '')
    const input = {
      guide: number,
      filled: pairs.map(([field, value]) => ({ field, value: value.slice(0, 2000) })),
      ...(documents.length === 0 ? {} : { documents }),
    }
    const around = await this.#around(county)
    const request = { county, case: id, requestKey: null }
    const before = await findCase(db, county, id)
    if (before === null) {
      const action = { by: actor, input: { number: id, ...input } }
      await open(
        db,
        programme,
        request,
        { procedure: 'drafts', unit: GOVERNMENT, owner: actor.id, action },
        around,
      )
      return
    }
    const on = { ...request, expectedVersion: null }
    if (before.case.state === 'struck') {
      await act(db, programme, on, { name: 'restore', by: actor, reason: '再次填写' }, around)
    }
    await act(db, programme, on, { name: 'change', by: actor, input }, around)
  }

  /**
   * Hands in: one case a guide, all under one number where they are a package; all of them or none. A sheet that comes
   * twice (a second press of the button, a page sent again) is taken in once and has the same receipt.
   *
   * @param sheet what the page of the form was told apart by; null where nothing can come twice
   */
  async submit(
    county: string,
    by: Actor,
    wanted: Wanted,
    given: Omit<TakenIn, 'number' | 'bundle' | 'filled' | 'handedIn'> & {
      readonly filledFor: (guide: Guide) => TakenIn['filled']
      readonly handedInFor: (guide: Guide) => TakenIn['handedIn']
    },
    owner: string | null,
    sheet: string | null,
    number = newNumber(this.#context.services.clock()),
  ): Promise<Submitted> {
    const { db } = this.#context.services
    const { filledFor, handedInFor, ...rest } = given
    const around = await this.#around(county)
    const applications = numbered(wanted, number)
    try {
      await db.transaction().execute(async (inside) => {
        for (const [place, { guide, number: own }] of applications.entries()) {
          const input = takenIn(guide, {
            ...rest,
            number: own,
            ...(wanted.isPackage ? { bundle: number } : {}),
            filled: filledFor(guide),
            handedIn: handedInFor(guide),
          })
          const opening = { procedure: 'application', unit: guide.decidedBy, owner, action: { by, input } }
          const acted = await open(
            inside,
            programme,
            { county, case: own, requestKey: place === 0 ? sheetKey(by, sheet) : null },
            opening,
            around,
          )
          if (acted.kind !== 'done') throw new NotTaken(sentencesOf(acted))
        }
      })
    } catch (error) {
      const meanwhile = await this.takenBefore(county, by, wanted, sheet)
      if (meanwhile !== null) return { kind: 'taken', receipt: meanwhile }
      if (error instanceof NotTaken) return { kind: 'refused', messages: error.messages }
      throw error
    }
    await this.#dropDraft(county, by, wanted.number)
    return { kind: 'taken', receipt: this.#receipt(county, wanted, number) }
  }

  /** The receipt of what the same sheet handed in before; null where it is new. */
  async takenBefore(
    county: string,
    by: Actor,
    wanted: Wanted,
    sheet: string | null,
  ): Promise<Receipt | null> {
    const key = sheetKey(by, sheet)
    if (key === null) return null
    const first = await findByRequestKey(this.#context.services.db, county, key)
    if (first === null) return null
    return this.#receipt(county, wanted, wanted.isPackage ? first.subject.replace(/-1$/, '') : first.subject)
  }

  #receipt(county: string, wanted: Wanted, number: string): Receipt {
    const applications = numbered(wanted, number).map(({ guide, number: own }) => ({
      number: own,
      title: titleOf(guide),
    }))
    return { number, queryCode: this.queryCode(county, number), applications }
  }

  /** The code with which anyone who holds the receipt asks after an application: nobody can guess it. */
  queryCode(county: string, number: string): string {
    const digest = this.#context.services.vault.blindIndex(county, `query ${number.replace(/-\d+$/, '')}`)
    return [...Buffer.from(digest.slice(0, 16), 'hex')]
      .map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length])
      .join('')
  }

  /** An application as it stands, personal data masked; null where there is none. */
  async application(county: string, number: string): Promise<StoredCase | null> {
    const found = await findCase(this.#context.services.db, county, number)
    return found !== null && found.programme === programme.id && found.case.procedure === 'application'
      ? found
      : null
  }

  /** What was taken in under the number of a receipt: one application, or those of a package. */
  async underReceipt(county: string, number: string): Promise<readonly StoredCase[]> {
    const only = await this.application(county, number)
    if (only !== null) return [only]
    const found: StoredCase[] = []
    for (;;) {
      const next = await this.application(county, `${number}-${found.length + 1}`)
      if (next === null) return found
      found.push(next)
    }
  }

  /** Someone’s own applications, the latest first. */
  async own(county: string, actor: Actor): Promise<readonly StoredCase[]> {
    const filter = { county, isWholeCounty: false, units: [], owner: actor.id }
    const listed = await listCases(this.#context.services.db, {
      county,
      programme,
      procedure: applicationProcedure,
      filter,
      limit: 100,
    })
    return listed.kind === 'page' ? listed.rows : []
  }

  /** Does something to an application. */
  async act(
    county: string,
    number: string,
    action: { readonly name: string; readonly by: Actor; readonly input?: Readonly<Record<string, unknown>> },
  ): Promise<Acted> {
    const request = { county, case: number, expectedVersion: null, requestKey: null }
    return act(this.#context.services.db, programme, request, action, await this.#around(county))
  }

  /** Rates an application, once; a bad rating becomes a matter of supervision in the same moment. */
  async rate(
    county: string,
    by: Actor,
    { case: rated }: StoredCase,
    given: {
      readonly level: Satisfaction
      readonly remark: string
      readonly channel: keyof typeof ratingChannels
    },
  ): Promise<'rated' | 'rated-before' | readonly string[]> {
    const { db } = this.#context.services
    if (applicationProcedure.states[rated.state]?.final === undefined) return ['办结以后再评价。']
    const { level, remark, channel } = given
    const number = `PJ-${rated.id}`
    const itemName = String(rated.data['itemName'])
    const around = await this.#around(county)
    const input = {
      number,
      application: rated.id,
      itemName,
      level,
      channel,
      ...(remark === '' ? {} : { remark }),
    }
    if ((await findCase(db, county, number)) !== null) return 'rated-before'
    try {
      await db.transaction().execute(async (inside) => {
        const opening = { procedure: 'ratings', unit: rated.unit, owner: by.id, action: { by, input } }
        const acted = await open(
          inside,
          programme,
          { county, case: number, requestKey: null },
          opening,
          around,
        )
        if (acted.kind !== 'done') throw new NotTaken(sentencesOf(acted))
        if (!isBad({ level })) return
        const matter = {
          number: `CP-${rated.id}`,
          origin: 'rating',
          level: 'county',
          service: '政务服务评价',
          title: `${itemName}的差评`,
          content: remark === '' ? '没有文字评价' : remark,
          application: rated.id,
          rating: number,
          respondent: rated.unit,
        }
        const settling = {
          procedure: 'settling',
          unit: rated.unit,
          owner: by.id,
          action: { by, input: matter },
        }
        const request = { county, case: matter.number, requestKey: null }
        const registered = await open(inside, programme, request, settling, around)
        if (registered.kind !== 'done') throw new NotTaken(sentencesOf(registered))
      })
    } catch (error) {
      if (error instanceof NotTaken) return error.messages
      throw error
    }
    return 'rated'
  }

  /** Whether an application was rated. */
  async isRated(county: string, number: string): Promise<boolean> {
    return (await findCase(this.#context.services.db, county, `PJ-${number}`)) !== null
  }

  async #dropDraft(county: string, actor: Actor, number: string): Promise<void> {
    const request = { county, case: draftId(actor, number), expectedVersion: null, requestKey: null }
    const strike = { name: 'strike', by: actor, reason: '已提交' }
    await act(this.#context.services.db, programme, request, strike, await this.#around(county))
  }

  async #around(county: string) {
    const { services, counties } = this.#context
    return surroundingsFor(await counties.of(county), programme.id, services)
  }

  async #records<Data>(
    county: string,
    procedure: string,
    states: readonly string[],
    q = '',
    where: Readonly<Record<string, string>> = {},
  ): Promise<Data[]> {
    const listed = await listCases(this.#context.services.db, {
      county,
      programme,
      procedure: procedureOf(procedure),
      // Guides and packages are for everyone.
      filter: { county, isWholeCounty: true, units: [], owner: null },
      states,
      where,
      q,
      limit: 500,
    })
    return listed.kind === 'page' ? listed.rows.map(({ case: { data } }) => data as Data) : []
  }
}

/** The key of a request by which a sheet of someone is known again. */
function sheetKey({ id }: Actor, sheet: string | null): string | null {
  return sheet === null ? null : `sheet ${id} ${sheet}`
}

/** What is handed in with its numbers: the parts of a package count on from the number of the whole. */
function numbered({ guides, isPackage }: Wanted, number: string) {
  return guides.map((guide, place) => ({ guide, number: isPackage ? `${number}-${place + 1}` : number }))
}

/** 食品经营许可（小餐饮店新办） */
export function titleOf({ item, situation }: Pick<Guide, 'item' | 'situation'>): string {
  return `${item}（${situation}）`
}

/** What was said against something, sentence by sentence. */
export function sentencesOf(acted: Exclude<Acted, { kind: 'done' }>): readonly string[] {
  return acted.kind === 'refused' ? acted.issues.map(({ message }) => message) : [acted.issue.message]
}

/** Letters and digits that nobody takes for another. */
const CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXY3456789Z'

/** 20261127409387126: the day, and figures that do not tell how many there were. */
export function newNumber(now: string): string {
  return `${now.slice(0, 10).replaceAll('-', '')}${String(randomInt(0, 1_000_000_000)).padStart(9, '0')}`
}

function draftId({ id }: Actor, number: string): string {
  return `drafts-${createHash('sha256').update(`${id} ${number}`).digest('hex').slice(0, 24)}`
}

/** Ends a transaction of which nothing is to be stored. */
class NotTaken extends Error {
  readonly messages: readonly string[]

  constructor(messages: readonly string[]) {
    super(messages.join(''))
    this.messages = messages
  }
}
