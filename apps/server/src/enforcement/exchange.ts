import {
  accessFilter,
  caseSchemaOf,
  dateOf,
  documentNumberText,
  findProcedure,
  jsonSchemaOf,
  type Procedure,
} from '@luoshi/kernel'
import { entriesOf, listCases, open, type StoredCase } from '@luoshi/store'
import { z } from 'zod'
import { openingUnits } from '../api/case-list-routes.ts'
import type { Sight } from '../api/views/sight.ts'
import type { Services } from '../services.ts'
import { surroundingsFor } from '../surroundings/county-keeper.ts'

/** Name and version of the form in which cases are exchanged: a new version for every change that a reader would notice. */
export const EXCHANGE = 'luoshi-enforcement-exchange/1'

/** Procedures whose cases are exchanged. */
const EXCHANGED = ['ordinary', 'simple'] as const

/** Cases of one document. */
const MOST = 500

/** What is taken in: the subject of each case, as its procedure's form asks for it. */
export const exchangeIn = z.strictObject({
  format: z.literal(EXCHANGE),
  cases: z
    .array(
      z.strictObject({
        procedure: z.enum(EXCHANGED),
        data: z.record(z.string().max(100), z.unknown()),
      }),
    )
    .max(MOST),
})

const instant = z.iso.datetime({ offset: true })

/** A case as it is given out: personal data masked, documents by their numbers, the log by its digests. */
const exchangedCase = z.strictObject({
  id: z.string(),
  procedure: z.enum(EXCHANGED),
  state: z.string(),
  stateTitle: z.string(),
  unit: z.string(),
  opened: instant,
  latest: instant,
  data: z.record(z.string(), z.unknown()),
  papers: z.array(z.strictObject({ paper: z.string(), number: z.string().nullable(), at: instant })),
  trace: z.array(
    z.strictObject({ action: z.string(), at: instant, digest: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
})

type ExchangedCase = z.output<typeof exchangedCase>

/** What is given out. */
export const exchangeGiven = z.strictObject({
  format: z.literal(EXCHANGE),
  county: z.string(),
  made: instant,
  cases: z.array(exchangedCase),
})

/** The JSON Schema of a document that is taken in, of one that is given out, and of the data of each procedure's cases. */
export function exchangeSchema(sight: Sight): object {
  const procedures = proceduresOfExchange(sight)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:${EXCHANGE}`,
    title: '行政处罚案件交换格式',
    ...jsonSchemaOf(exchangeIn),
    $defs: Object.fromEntries([
      ['given-out', jsonSchemaOf(exchangeGiven)],
      ...procedures.flatMap((procedure) => [
        [`${procedure.id}-in`, jsonSchemaOf(procedure.subject)],
        [`${procedure.id}-out`, jsonSchemaOf(caseSchemaOf(procedure))],
      ]),
    ]),
  }
}

/** The latest cases that someone may read. */
export async function exchangeOut(services: Services, sight: Sight): Promise<readonly ExchangedCase[]> {
  const { programme, actor, state, now } = sight
  const all: ExchangedCase[] = []
  for (const procedure of proceduresOfExchange(sight)) {
    const filter = accessFilter(actor, procedure.access.read, state.units, dateOf(now))
    const listed = await listCases(services.db, {
      county: state.county,
      programme,
      procedure,
      filter,
      limit: MOST,
    })
    if (listed.kind === 'refused') continue
    for (const row of listed.rows) all.push(await exchanged(services, procedure, row))
  }
  return all
}

async function exchanged(
  { db }: Services,
  procedure: Procedure,
  { case: current }: StoredCase,
): Promise<ExchangedCase> {
  const { id, county, state, unit, opened, latest, data } = current
  const entries = await entriesOf(db, county, id)
  return {
    id,
    procedure: procedure.id as ExchangedCase['procedure'],
    state,
    stateTitle: procedure.states[state]?.title ?? state,
    unit,
    opened,
    latest,
    data,
    papers: entries.flatMap(({ payload }) =>
      payload.effects.flatMap((effect) =>
        effect.kind === 'paper'
          ? [
              {
                paper: effect.paper,
                number: effect.number === undefined ? null : documentNumberText(effect.number),
                at: payload.event.at,
              },
            ]
          : [],
      ),
    ),
    trace: entries.map(({ payload, digest }) => ({
      action: payload.event.action,
      at: payload.event.at,
      digest,
    })),
  }
}

/** What came of each case that was taken in. */
export interface TakenIn {
  readonly number: string
  readonly isOpened: boolean
  /** Sentences of what stood against it. */
  readonly issues: readonly string[]
}

/** Opens cases that another system sent, each by the same gates as any other. */
export async function takeIn(
  services: Services,
  sight: Sight,
  cases: z.output<typeof exchangeIn>['cases'],
): Promise<readonly TakenIn[]> {
  const { programme, actor, state } = sight
  const taken: TakenIn[] = []
  for (const { procedure: id, data } of cases) {
    const procedure = findProcedure(programme, id)
    const number = String(data['number'] ?? '')
    if (procedure === undefined) continue
    const unit = openingUnits({ ...sight, procedure })[0] ?? ''
    const request = { county: state.county, case: `exchange-${id}-${number}`, requestKey: null }
    const opening = { procedure: id, unit, owner: null, action: { by: actor, input: data } }
    const surroundings = surroundingsFor(state, programme.id, services)
    const acted = await open(services.db, programme, request, opening, surroundings)
    const issues =
      acted.kind === 'done'
        ? []
        : acted.kind === 'refused'
          ? acted.issues.map(({ message }) => message)
          : [acted.issue.message]
    taken.push({ number, isOpened: acted.kind === 'done', issues })
  }
  return taken
}

function proceduresOfExchange({ programme }: Sight): readonly Procedure[] {
  return EXCHANGED.flatMap((id) => findProcedure(programme, id) ?? [])
}
