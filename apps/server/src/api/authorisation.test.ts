import type { CasePage, FoundView, ProblemView, TallyView, WhatIfView } from '@luoshi/client'
import { belongingOf, type Grant, type Procedure, type Programme, proceduresOf } from '@luoshi/kernel'
import { everyProgramme } from '@luoshi/programmes'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import type { TestSite } from '../test-support/api.ts'
import {
  type Asker,
  AWAY,
  answerTo,
  askedAbout,
  askersOf,
  HOME,
  mayAt,
  OWN,
  placedOf,
  reached,
  startAskedSite,
} from '../test-support/askers.ts'
import { MARK, type PlacedCase } from '../test-support/placed-cases.ts'
import { sideBySide } from '../test-support/side-by-side.ts'
import { sumsOf } from './tally/asked-tally.ts'
import { rulesByCaseAlone } from './what-if/what-if-options.ts'

// Thousands of requests in one process, on what may be a busy machine.
vi.setConfig({ testTimeout: 900_000, hookTimeout: 900_000 })

let server: TestServer
let site: TestSite
const stops: (() => Promise<void>)[] = []

beforeAll(async () => {
  server = await startTestServer()
  site = await startAskedSite(await server.database(), (stop) => stops.push(stop))
})
afterAll(async () => {
  for (const stop of stops) await stop()
  await server?.stop()
})

const ask = (asker: Asker, method: string, path: string, body?: unknown) =>
  answerTo(site.site, asker, method, path, body)

const pathOf = (programme: Programme, procedure: Procedure, county = HOME) =>
  `${county}/programmes/${programme.id}/procedures/${procedure.id}/cases`

/** Every case with everyone who is asked about it. */
function aboutEach(
  programme: Programme,
  placed: ReadonlyMap<Procedure, readonly PlacedCase[]>,
  askers: readonly Asker[],
) {
  return [...placed].flatMap(([procedure, cases]) =>
    askedAbout(programme, procedure, cases, askers).map((asked) => ({ procedure, ...asked })),
  )
}

/** Each with each other. */
function eachWith<One, Other>(ones: Iterable<One>, others: readonly Other[]): (readonly [One, Other])[] {
  return [...ones].flatMap((one) => others.map((other) => [one, other] as const))
}

/** A field that no form has: whoever may act is told of it, so that nothing is done. */
const slip = { input: { 没有的项目: '1' } }

/** How many records a tally counts, and how many a rule is judged over where one can be. */
async function countedBy(asker: Asker, programme: Programme, procedure: Procedure) {
  const base = pathOf(programme, procedure).replace(/\/cases$/, '')
  const tally = (await (await ask(asker, 'GET', `${base}/tally`)).json()) as TallyView
  const [rule] = rulesByCaseAlone(programme, procedure)
  const [figure] = sumsOf(procedure)
  if (rule === undefined || figure === undefined) return { tallied: tally.records, judged: null }
  const body = { rule: rule.id, values: [], worth: { amount: figure.id } }
  const whatIf = (await (await ask(asker, 'POST', `${base}/what-if`, body)).json()) as WhatIfView
  return { tallied: tally.records, judged: whatIf.cases }
}

function countedAs(programme: Programme, procedure: Procedure, count: number) {
  const isJudged = rulesByCaseAlone(programme, procedure).length > 0 && sumsOf(procedure).length > 0
  return { tallied: count, judged: isJudged ? count : null }
}

async function codesOf(answer: Response): Promise<readonly string[]> {
  return ((await answer.json()) as ProblemView).issues.map(({ code }) => code)
}

/** In a branch of another unit, which is none here, no right within a unit reaches. */
function grantsOn(procedure: Procedure, { case: current }: PlacedCase, action: string, by: readonly Grant[]) {
  const isElsewhere = belongingOf(procedure, current, action).unit !== current.unit
  return isElsewhere ? by.filter(({ reach }) => reach === 'county' || reach === 'own') : by
}

describe.each([...everyProgramme].map((programme) => [programme.id, programme] as const))(
  '%s',
  (_id, programme) => {
    let askers: readonly Asker[] = []
    let placed: ReadonlyMap<Procedure, readonly PlacedCase[]> = new Map()

    beforeAll(async () => {
      askers = await askersOf(site.services, programme)
      placed = await placedOf(site.services, programme)
    })

    it('holds two registers against each other only for who may read all of both', async () => {
      for (const { id, left, right } of programme.comparisons ?? []) {
        const compared = proceduresOf(programme).filter(({ register }) =>
          [left.register, right.register].includes(register),
        )
        for (const asker of askers) {
          const mayAll = compared.every(({ access }) =>
            access.read.some(({ role, reach }) => reach === 'county' && role === asker.role),
          )
          const path = `${HOME}/programmes/${programme.id}/comparisons/${id}`
          const expected = asker.county === HOME && mayAll ? 200 : 403
          for (const address of [path, `${path}/rows.xlsx`]) {
            expect((await ask(asker, 'GET', address)).status, `${address} ${JSON.stringify(asker)}`).toBe(
              expected,
            )
          }
        }
      }
    })

    it('gives a case, its log and its personal data to exactly those who may read it', async () => {
      await sideBySide(aboutEach(programme, placed, askers), async ({ procedure, one, asker }) => {
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
      })
    })

    it('lets exactly those act to whom an action is given, and tells others nothing more', async () => {
      await sideBySide(aboutEach(programme, placed, askers), async ({ procedure, one, asker }) => {
        const path = `${pathOf(programme, procedure)}/${one.case.id}`
        const mayRead = mayAt(asker, procedure.access.read, one.case)
        for (const [name, { by }] of Object.entries(one.actions)) {
          const codes = await codesOf(await ask(asker, 'POST', `${path}/actions/${name}`, slip))
          const what = `${path} ${name} ${JSON.stringify(asker)}`
          if (asker.county !== HOME) expect(codes, what).toEqual(['county-not-own'])
          else if (!mayRead) expect(codes, what).toEqual(['case-unknown'])
          else if (!mayAt(asker, grantsOn(procedure, one, name, by), one.case)) {
            expect(codes, what).toEqual(['not-allowed'])
          } else expect(codes, what).toContain('field-unknown')
        }
      })
    })

    it('lets exactly those correct a case who may write to its register', async () => {
      await sideBySide(aboutEach(programme, placed, askers), async ({ procedure, one, asker }) => {
        const writers = programme.registers.find(({ id }) => id === procedure.register)?.access.write ?? []
        const path = `${pathOf(programme, procedure)}/${one.case.id}`
        const correction = { changes: slip.input, reason: '笔误' }
        const codes = await codesOf(await ask(asker, 'POST', `${path}/corrections`, correction))
        const what = `${path} ${JSON.stringify(asker)}`
        if (asker.county !== HOME) expect(codes, what).toEqual(['county-not-own'])
        else if (!mayAt(asker, procedure.access.read, one.case)) expect(codes, what).toEqual(['case-unknown'])
        else if (!mayAt(asker, writers, one.case)) expect(codes, what).toEqual(['not-allowed'])
        else expect(codes, what).toEqual(['field-unknown'])
      })
    })

    it('lets exactly those open a case to whom it is given', async () => {
      await sideBySide(eachWith(placed.keys(), askers), async ([procedure, asker]) => {
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
      })
    })

    it('lists, counts and finds for each exactly what each may read one by one', async () => {
      await sideBySide(eachWith(placed, askers), async ([[procedure, cases], asker]) => {
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
        if (asker.county === HOME) {
          expect(await countedBy(asker, programme, procedure), what).toEqual(
            countedAs(programme, procedure, all.count),
          )
        }
        const searched = await list(`&q=${encodeURIComponent(MARK)}`)
        expect(
          searched.ids.filter((id) => !all.ids.includes(id)),
          what,
        ).toEqual([])
        expect(searched.count, what).toBe(searched.ids.length)
        if (readable.length > 0) return
        const found = await ask(asker, 'GET', `${HOME}/find?q=${encodeURIComponent(MARK)}`)
        const hits = found.ok ? ((await found.json()) as FoundView[]) : []
        expect(
          hits.filter(({ href }) => href.includes(`/${programme.id}/${procedure.id}/`)),
          what,
        ).toEqual([])
      })
    })

    it('says nothing anywhere of a case that one may not read', async () => {
      const unreadableFor = (asker: Asker) =>
        [...placed].flatMap(([procedure, cases]) =>
          cases.filter((one) => !mayAt(asker, procedure.access.read, one.case)).map((one) => one.case.id),
        )
      const saysNothing = async (asker: Asker, address: string) => {
        const text = await (await ask(asker, 'GET', `${HOME}/${address}`)).text()
        const told = unreadableFor(asker).filter(
          (id) => text.includes(`${id}"`) || text.includes(`${MARK}${id}`),
        )
        expect(told, `${address} ${JSON.stringify(asker)}`).toEqual([])
      }
      const [ofProcedure, ofCounty] = [true, false].map((isOne) =>
        ofMany.filter((path) => path.includes(':procedure') === isOne),
      )
      await sideBySide(askers, async (asker) => {
        for (const { id } of placed.keys()) {
          for (const address of ofProcedure ?? []) {
            await saysNothing(asker, address.replace(':programme', programme.id).replace(':procedure', id))
          }
        }
      })
      // What hangs on no procedure is asked by one of each who sit in the same unit and may read the same.
      const unlike = new Map(
        askers.map((asker) => [JSON.stringify([asker.county, asker.unit, unreadableFor(asker)]), asker]),
      )
      await sideBySide([...unlike.values()], async (asker) => {
        for (const address of ofCounty ?? []) {
          await saysNothing(asker, address.replace(':programme', programme.id))
        }
      })
    })

    it('answers whoever may not read a case as if there were none, whatever is asked of it', async () => {
      await sideBySide(eachWith(placed, askers), async ([[procedure, [one]], asker]) => {
        if (one === undefined || mayAt(asker, procedure.access.read, one.case)) return
        for (const [method, address] of ofCase) {
          const path = address
            .replace(':programme', programme.id)
            .replace(':procedure', procedure.id)
            .replace(':id', one.case.id)
            .replace(':digest', '0'.repeat(64))
            .replace(':sequence/:file', '1/none.docx')
            .replace(':action', Object.keys(one.actions)[0] ?? 'none')
          const body = method === 'GET' ? undefined : bodyOf(address)
          const codes = await codesOf(await ask(asker, method, `${HOME}/${path}`, body))
          const wanted = asker.county === HOME ? 'case-unknown' : 'county-not-own'
          expect(codes, `${path} ${JSON.stringify(asker)}`).toEqual([wanted])
        }
      })
    })

    function isOpener({ role, unit }: Asker, { opening }: Procedure, isOwner: boolean): boolean {
      return opening.by.some((grant) => grant.role === role && reached[grant.reach](unit, isOwner))
    }
  },
)

/** What a request is sent with that is well formed. */
function bodyOf(address: string): unknown {
  if (address.endsWith('corrections')) return { changes: slip.input, reason: '笔误' }
  return address.endsWith('reveal') ? { reason: '核对' } : slip
}

const PROCEDURE = 'programmes/:programme/procedures/:procedure'

/** What is asked of a single case, each with a way to ask that nothing comes of but the answer whether there is one. */
const ofCase = [
  ['GET', `${PROCEDURE}/cases/:id`],
  ['GET', `${PROCEDURE}/cases/:id/history`],
  ['GET', `${PROCEDURE}/cases/:id/references`],
  ['POST', `${PROCEDURE}/cases/:id/actions/:action`],
  ['POST', `${PROCEDURE}/cases/:id/corrections`],
  ['POST', `${PROCEDURE}/cases/:id/reveal`],
  ['GET', `${PROCEDURE}/cases/:id/files/:digest`],
  ['GET', `${PROCEDURE}/cases/:id/papers/:sequence/:file`],
] as const

/** What shows many cases, or speaks of them: nothing of a case may be in it that one may not read. */
const ofMany = [
  `${PROCEDURE}/cases`,
  `${PROCEDURE}/export.csv`,
  `${PROCEDURE}/calendar.ics`,
  `${PROCEDURE}/imports`,
  `${PROCEDURE}/tally`,
  `${PROCEDURE}/what-if`,
  'programmes',
  'programmes/:programme',
  'programmes/:programme/indicators',
  'programmes/:programme/stocktakes',
  'programmes/:programme/scores',
  'programmes/:programme/campaigns',
  'my-day',
  'enforcement/cockpit',
  'enforcement/exchange',
  'enforcement/year',
  ...['waiting', 'limits', 'duties', 'publicity', 'notices', 'reports', 'findings'].map(
    (section) => `my-day/${section}?limit=200`,
  ),
  'reports',
  'disclosures',
  'disclosures?shown=ended',
  'units',
  `find?q=${encodeURIComponent(MARK)}`,
  'supervision/board',
  'supervision/duties',
  'supervision/matrix',
  'supervision/rereading',
  'supervision/arrangeable?document=none',
  'supervision/circular-draft?from=2026-01-01&until=2026-03-31',
  'supervision/orders',
  'supervision/order?document=none',
  `supervision/units/${OWN}`,
]

/**
 * What only takes something in or counts, one's own imports, forms over a list, which no one reads as text, and published lists, which
 * anyone may read: they have tests of their own.
 */
const others = [
  `GET ${PROCEDURE}/papers/:file`,
  `GET ${PROCEDURE}/tally.xlsx`,
  `POST ${PROCEDURE}/what-if`,
  `POST ${PROCEDURE}/cases`,
  `GET ${PROCEDURE}/first-actions`,
  `POST ${PROCEDURE}/files`,
  `POST ${PROCEDURE}/imports`,
  `POST ${PROCEDURE}/sources/:source`,
  `GET ${PROCEDURE}/imports/template.xlsx`,
  `GET ${PROCEDURE}/imports/:import`,
  `GET ${PROCEDURE}/imports/:import/report.xlsx`,
  `POST ${PROCEDURE}/imports/:import/cancel`,
  'GET programmes/:programme/catalogues',
  'GET programmes/:programme/catalogues/:catalogue',
  'GET programmes/:programme/catalogues/:catalogue/checks',
  'POST programmes/:programme/catalogues/:catalogue/versions/readings',
  'GET programmes/:programme/catalogues/:catalogue/versions/tables',
  'GET programmes/:programme/catalogues/:catalogue/versions',
  'GET programmes/:programme/catalogues/:catalogue/versions/:id',
  'GET laws/:law',
  'GET programmes/:programme/comparisons/:comparison',
  'GET programmes/:programme/comparisons/:comparison/rows.xlsx',
  'GET reports.xlsx',
  `GET ${PROCEDURE}/cases/:id/dossier.pdf`,
  `GET ${PROCEDURE}/cases/:id/dossier.zip`,
  'GET enforcement/exchange-schema',
  'POST enforcement/exchange',
  'GET supervision/duties.xlsx',
  'GET supervision/matrix.xlsx',
  'POST supervision/proposals',
  'POST supervision/rereading',
  'POST supervision/split',
  'POST supervision/merge',
  'POST supervision/circulars',
]

/** An address without the names of its parts and what they must look like. */
const shapeOf = (address: string) =>
  address
    .replace(/\{[^}]*\}+/g, '')
    .replace(/\?.*$/, '')
    .replace(OWN, ':unit')
    .replace('export.csv', ':file')
    .replace(/my-day\/\w+/, 'my-day/:section')
    .replace(/:\w+/g, ':')

it('knows of every address of a county, so that none is forgotten', () => {
  const known = new Set(
    [...ofCase.map((pair) => pair.join(' ')), ...ofMany.map((path) => `GET ${path}`), ...others].map(shapeOf),
  )
  const unknown = site.site.addresses
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/:county/'))
    .map(({ method, path }) => `${method} ${path.slice('/api/v1/:county/'.length)}`)
    .filter((address) => !known.has(shapeOf(address)))
  expect(unknown).toEqual([])
})

it('nobody is anyone without a session', async () => {
  const paths = [`${HOME}/programmes`, `${HOME}/my-day`, `${HOME}/units`, `${HOME}/find?q=x`, `${HOME}/none`]
  for (const path of paths) {
    const stranger = { id: 'nobody', county: HOME, role: 'none', unit: OWN }
    expect((await ask(stranger, 'GET', path)).status, path).toBe(401)
  }
})
