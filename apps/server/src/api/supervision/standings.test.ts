import { addDays, type Case, dateOf, dueDatesOf, proceduresOf, startOf } from '@luoshi/kernel'
import { type FollowedDuty, followedDuty, orderToDone, wholeOf } from '@luoshi/programmes/supervision'
import {
  act,
  countBySource,
  countByUnit,
  countDueBetween,
  countParts,
  type Database,
  listAnew,
  listDivided,
  listLateBetween,
  listStandings,
  numbersEntered,
  open,
  openAll,
  placesFollowed,
  recomputeLimits,
  type StandingScope,
} from '@luoshi/store'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testVault } from '../../../../../packages/store/src/fixtures/test-vault.ts'
import { startTestServer, type TestServer } from '../../../../../packages/store/src/test-database.ts'
import {
  at,
  calendar,
  figuresBetween,
  people,
} from '../../../../../programmes/supervision/duty.test-support.ts'
import { supervision } from '../../../../../programmes/supervision/programme.ts'
import { Seeded } from '../../demo/seeded.ts'

const COUNTY = 'qingyuan'
const UNITS = ['housing', 'finance', 'east-town', 'west-town']
const DOCUMENTS = ['清政办发〔2022〕1号', '清政办发〔2022〕2号']
const MOMENTS = ['2022-12-01', '2022-12-05', '2022-12-08', '2022-12-09', '2022-12-20', '2023-02-01']

const [duty] = proceduresOf(supervision)
if (duty === undefined) throw new Error('no duty')

let server: TestServer
let db: Database

beforeAll(async () => {
  server = await startTestServer()
  db = await server.database()
  for (let number = 0; number < 160; number++) await tellDuty(number)
  await tellMany(3)
}, 120_000)

afterAll(() => server?.stop())

/** A duty with a course of its own: any of the actions that a duty may have, on any of the days after it. */
async function tellDuty(number: number): Promise<void> {
  const some = new Seeded(number)
  const id = `duty-${number}`
  const parent = number % 3 === 2 ? { parent: `D-${some.between(0, 12) * 3}`, origin: 'division' } : {}
  const document = some.oneOf(DOCUMENTS)
  const input = {
    ...{ number: `D-${number}`, origin: 'gazette', title: `任务${number}`, content: '内容' },
    ...('parent' in parent ? parent : { document, clause: `${document}/c${number % 40}` }),
  }
  const request = { county: COUNTY, case: id, requestKey: null }
  const action = { by: personOf('clerk'), input }
  const opening = { procedure: 'duty', unit: 'office', owner: null, action }
  const opened = await open(db, supervision, request, opening, { ...at('2022-12-01'), vault: testVault })
  expect(opened.kind).toBe('done')
  const unit = some.oneOf(UNITS)
  const nature = some.oneOf(['ordinary', 'complex', 'dated', 'own'])
  const dueDay = nature === 'dated' ? { dueDay: `2022-12-${some.between(10, 28)}` } : {}
  const later = (most: number) => addDays('2022-12-01', some.between(0, most))
  const course: readonly (readonly [by: string, name: string, input: Record<string, unknown>])[] = [
    ['clerk', some.between(0, 9) === 0 ? 'dismiss' : 'confirm', {}],
    ['clerk', 'assign', { lead: unit, nature, ...dueDay }],
    [
      unit,
      some.between(0, 6) === 0 ? 'giveBack' : 'answer',
      { plan: '方案', ...(nature === 'own' ? { dueDay: '2022-12-15' } : {}) },
    ],
    [unit, 'report', { progress: String(some.between(0, 100)), progressNote: '进展' }],
    [unit, 'askTime', { wantedDay: '2022-12-30' }],
    ['chief', nature === 'ordinary' ? 'grantTime' : 'grantDay', { dueDay: '2022-12-30' }],
    [unit, 'settle', { result: '已办', evidenceNote: '照片' }],
    ['clerk', some.between(0, 3) === 0 ? 'handBack' : 'verify', { checkNote: '属实' }],
    ['chief', 'strikeOff', {}],
  ]
  const steps = course.slice(0, some.between(0, course.length))
  const days = steps.map(() => later(40)).toSorted()
  for (const [place, [by, name, filled]] of steps.entries()) {
    const moment = `${days[place]}T1${place}:00`
    const { facts: _facts, ...around } = at(moment)
    const done = { name, by: personOf(by), input: filled, reason: '按程序' }
    // What may not be done here is left out: any course will do.
    await act(db, supervision, { ...request, expectedVersion: null }, done, {
      ...around,
      facts: {},
      vault: testVault,
    })
  }
}

/** Duties that are entered at once, as a sheet is. */
async function tellMany(count: number): Promise<void> {
  const openings = Array.from({ length: count }, (_, place) => {
    const input = { number: `M-${place}`, origin: 'meeting', title: `同时列入${place}`, content: '内容' }
    const opening = {
      procedure: 'duty',
      unit: 'office',
      owner: null,
      action: { by: personOf('clerk'), input },
    }
    return { case: `many-${place}`, requestKey: `many-${place}`, opening }
  })
  const opened = await openAll(db, supervision, COUNTY, openings, { ...at('2022-12-01'), vault: testVault })
  expect(new Set(opened.map(({ kind }) => kind))).toEqual(new Set(['opened']))
}

function personOf(name: string) {
  const person = people[name] ?? people[`of-${name}`]
  if (person === undefined) throw new Error(`nobody is ${name}`)
  return person
}

const everyOne = { county: COUNTY, isWholeCounty: true, units: [], owner: null }

function scopeOn(day: string, units?: readonly string[]): StandingScope {
  const now = at(day).now
  const soon = startOf(addDays(dateOf(now), 4))
  const filter = units === undefined ? everyOne : { ...everyOne, isWholeCounty: false, units }
  if (duty === undefined) throw new Error('no duty')
  return { county: COUNTY, programme: supervision, procedure: duty, filter, now, soon }
}

async function followedOn(day: string): Promise<readonly FollowedDuty[]> {
  const { rows } = await sql<{
    body: Case
  }>`select body from cases where procedure = 'duty' order by id`.execute(db)
  return rows.map(({ body }) => {
    if (duty === undefined) throw new Error('no duty')
    return followedDuty(body, dueDatesOf(duty, body, calendar), at(day).now, 3)
  })
}

const byUnit = <Row extends { readonly unit: string }>(rows: readonly Row[]) =>
  rows.toSorted((a, b) => (a.unit < b.unit ? -1 : 1))

describe.each(MOMENTS)('what the database counts on %s is what the duties say themselves', (day) => {
  it('by unit and light', async () => {
    const followed = (await followedOn(day)).filter(({ isDropped }) => !isDropped)
    const wanted = [...Map.groupBy(followed, ({ unit }) => unit)].map(([unit, own]) => {
      const count = (is: (duty: FollowedDuty) => boolean) => own.filter(is).length
      return {
        unit,
        proposed: count(({ state }) => state === 'proposed'),
        green: count(({ light }) => light === 'green'),
        yellow: count(({ light }) => light === 'yellow'),
        red: count(({ light }) => light === 'red'),
        done: count(({ isDone }) => isDone),
        doneInTime: count(({ isDone, isLate }) => isDone && !isLate),
      }
    })
    expect(byUnit(await countByUnit(db, scopeOn(day)))).toEqual(byUnit(wanted))
    expect(await countByUnit(db, scopeOn(day, ['housing']))).toEqual(
      wanted.filter(({ unit }) => unit === 'housing'),
    )
    expect(await countByUnit(db, { ...scopeOn(day), filter: null })).toEqual([])
  })

  it('page after page, each duty once, the first to end first', async () => {
    const followed = (await followedOn(day)).filter(({ isDropped }) => !isDropped)
    const listed: string[] = []
    const ends: (string | null)[] = []
    for (let after: string | undefined; ; ) {
      const query = { stages: ['open', 'done', 'proposed'] as const, limit: 7 }
      const page = await listStandings(db, scopeOn(day), { ...query, ...(after ? { after } : {}) })
      for (const row of page.rows) {
        listed.push(row.number ?? '')
        if (row.stage === 'open') ends.push(row.runsOut)
        const same = followed.find(({ number }) => number === row.number)
        expect({ light: row.light, isLate: row.isLate, progress: Number(row.progress) }).toEqual({
          light: same?.light,
          isLate: same?.isLate,
          progress: Number(same?.progress),
        })
        const due = row.settlesBy === null ? null : addDays(dateOf(row.settlesBy), -1)
        expect(due).toBe(same?.settling.due)
      }
      if (page.next === null) break
      after = page.next
    }
    expect(listed.toSorted()).toEqual(followed.map(({ number }) => number).toSorted())
    expect(ends).toEqual(ends.toSorted((a, b) => ((a ?? '9') < (b ?? '9') ? -1 : a === b ? 0 : 1)))
  })

  it('by their parts, and which have most late ones', async () => {
    const followed = await followedOn(day)
    const parents = new Set(followed.flatMap(({ parent }) => parent ?? []))
    const counted = await countParts(db, scopeOn(day), [...parents])
    const wanted = [...parents].flatMap((parent) => {
      const whole = wholeOf(followed.filter((one) => one.parent === parent))
      return whole === null ? [] : [{ parent, ...whole }]
    })
    expect(counted.size).toBe(wanted.length)
    for (const { parent, parts, done, late } of wanted) {
      expect(counted.get(parent)).toMatchObject({ parts, done, late })
    }
    const { divided, all } = await listDivided(db, scopeOn(day), { offset: 0, limit: 100 })
    expect(all).toBe(wanted.length)
    expect(divided.map(({ late }) => late)).toEqual(wanted.map(({ late }) => late).toSorted((a, b) => b - a))
  })

  it('by notice and clause', async () => {
    const followed = await followedOn(day)
    const proposals = DOCUMENTS.flatMap((document) =>
      Array.from({ length: 40 }, (_, index) => `${document}/c${index}`).map((clause) => ({
        document,
        clause,
      })),
    )
    const carried = new Set(proposals.slice(0, 5).map(({ document, clause }) => `${document}/${clause}`))
    const orders = proposals.map(({ document, clause }) => ({
      ...{
        number: `${document}/${clause}`,
        document,
        clause,
        label: null,
        within: [],
        lines: [1, 1] as const,
      },
      ...{ sign: 'marked' as const, title: '', text: '', units: [], markers: [], days: [], targets: [] },
    }))
    const wanted = orderToDone(orders, followed, carried).map(({ document, nobody, ...counts }) => ({
      source: document,
      ...counts,
      nobody: nobody.length,
    }))
    const places = orders.map(({ document, clause, number }) => ({
      source: document,
      place: clause,
      isCarried: carried.has(number),
    }))
    expect(await countBySource(db, scopeOn(day), places)).toEqual(wanted)
    for (const { source, ...counts } of wanted) {
      const own = orders.filter(({ document }) => document === source)
      const together = (await placesFollowed(db, scopeOn(day), source)).map(({ place, ...how }) => ({
        ...{ document: source, clause: place, parent: null, isConfirmed: true },
        ...how,
      }))
      const [told] = orderToDone(own, together, carried)
      expect({ ...told, nobody: told?.nobody.length }).toEqual({ document: source, ...counts })
    }
  })

  it('tells which numbers are taken, but for what was dropped', async () => {
    const entered = (await followedOn(day)).filter(({ isDropped }) => !isDropped)
    const numbers = entered.map(({ number }) => number)
    const taken = await numbersEntered(db, scopeOn(day), ['nobody has it', ...numbers])
    expect([...taken].sort()).toEqual([...new Set(numbers)].sort())
  })

  it('for a circular', async () => {
    const [from, until] = ['2022-12-07', day < '2022-12-07' ? '2022-12-07' : day]
    const wanted = figuresBetween(await followedOn(day), from, until)
    const stretch = {
      begins: startOf(from),
      firstEnd: startOf(addDays(from, 1)),
      lastEnd: startOf(addDays(until, 1)),
    }
    const counted = await countDueBetween(db, scopeOn(day), stretch, {})
    expect(counted.reduce((sum, { due }) => sum + due, 0)).toBe(wanted.due)
    expect(counted.reduce((sum, { inTime }) => sum + inTime, 0)).toBe(wanted.inTime)
    const late = await listLateBetween(db, scopeOn(day), stretch, { limit: 500 })
    expect(late.map(({ number }) => number).length).toBe(wanted.late.length)
    expect(late.map(({ settlesBy }) => settlesBy && addDays(dateOf(settlesBy), -1))).toEqual(
      wanted.late.map(({ due }) => due),
    )
  })
})

it('stands the same when it is written anew from the log', async () => {
  const rows = async () =>
    (
      await sql`select id, unit, state, stage, number, parent, source, place, progress, settling, settled, settles_by, runs_out
      from standings order by id`.execute(db)
    ).rows
  const before = await rows()
  expect(before).toHaveLength(163)
  await sql`delete from standings`.execute(db)
  await sql`delete from listings`.execute(db)
  await listAnew(db, testVault, [supervision])
  expect(await rows()).toEqual(before)
})

it('moves with the calendar', async () => {
  const ends = async () =>
    (
      await sql<{
        at: string
      }>`select max(runs_out) filter (where runs_out <> 'infinity')::text as at from standings`.execute(db)
    ).rows[0]?.at
  const before = await ends()
  const change = { before: calendar, after: calendar, at: '2023-02-01T09:00:00+08:00' }
  await sql`update timers set at = at + interval '1 day' where name like 'limit/%'`.execute(db)
  expect(await ends()).not.toBe(before)
  await recomputeLimits(db, [supervision], COUNTY, change)
  expect(await ends()).toBe(before)
})
