import { type Actor, dateOf, findProcedure, isStanding, nameOn, type Procedure } from '@luoshi/kernel'
import { informationDisclosure as programme } from '@luoshi/programmes/information-disclosure'
import { type Acted, act, findByRequestKey, findCase, listCases, open, type StoredCase } from '@luoshi/store'
import { surroundingsFor } from '../surroundings/county-keeper.ts'
import { newNumber, type ServiceContext } from './service-desk.ts'

const found = findProcedure(programme, 'answering')
if (found === undefined) throw new Error('no procedure answering')

/** How a request for information goes. */
export const answering: Procedure = found

/** Requests for information, as citizens come to them. */
export class InformationDesk {
  readonly #context: ServiceContext

  constructor(context: ServiceContext) {
    this.#context = context
  }

  /** Organs of the county that can be asked, by id: the government's office first. */
  async organs(county: string): Promise<Readonly<Record<string, string>>> {
    const { units } = await this.#context.counties.of(county)
    const today = dateOf(this.#context.services.clock())
    const names = Object.values(units.units)
      .filter((unit) => isStanding(unit, today))
      .map((unit) => [unit.id, nameOn(unit, today)] as const)
    const isOffice = (name: string) => name.endsWith('人民政府办公室')
    return Object.fromEntries(
      names.toSorted(([, one], [, other]) => Number(isOffice(other)) - Number(isOffice(one))),
    )
  }

  /** Registers a request; one sheet is registered once, however often it comes. */
  async ask(
    county: string,
    by: Actor,
    unit: string,
    given: Readonly<Record<string, unknown>>,
    sheet: string | null,
  ): Promise<Acted | { readonly kind: 'known'; readonly number: string }> {
    const { db, clock } = this.#context.services
    const requestKey = sheet === null ? null : `information ${by.id} ${sheet}`
    const before = requestKey === null ? null : await findByRequestKey(db, county, requestKey)
    if (before !== null) return { kind: 'known', number: before.subject }
    const number = newNumber(clock())
    const input = { ...given, number, receivedOn: dateOf(clock()), channel: 'online' }
    const opening = { procedure: answering.id, unit, owner: by.id, action: { by, input } }
    return open(db, programme, { county, case: number, requestKey }, opening, await this.#around(county))
  }

  /** Someone's own requests, the latest first. */
  async own(county: string, actor: Actor): Promise<readonly StoredCase[]> {
    const filter = { county, isWholeCounty: false, units: [], owner: actor.id }
    const selection = { county, programme, procedure: answering, filter, limit: 100 }
    const listed = await listCases(this.#context.services.db, selection)
    return listed.kind === 'page' ? listed.rows : []
  }

  /** A request as it stands, personal data masked; null where someone has none of that number. */
  async request(county: string, actor: Actor, number: string): Promise<StoredCase | null> {
    const stored = await findCase(this.#context.services.db, county, number)
    const isOwn =
      stored?.programme === programme.id &&
      stored.case.procedure === answering.id &&
      stored.case.owner === actor.id
    return isOwn ? stored : null
  }

  /** Does something to a request. */
  async act(
    county: string,
    number: string,
    action: {
      readonly name: string
      readonly by: Actor
      readonly input?: Readonly<Record<string, unknown>>
      readonly reason?: string
    },
  ): Promise<Acted> {
    const request = { county, case: number, expectedVersion: null, requestKey: null }
    return act(this.#context.services.db, programme, request, action, await this.#around(county))
  }

  async #around(county: string) {
    const { counties, services } = this.#context
    return surroundingsFor(await counties.of(county), programme.id, services)
  }
}
