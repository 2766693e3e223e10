import type { Client, MyDayView } from '@luoshi/client'
import {
  defineProcedure,
  defineProgramme,
  defineRegister,
  duration,
  fields,
  instrument,
  may,
  TIMER_ROLE,
  text,
} from '@luoshi/kernel'
import { administration, administrationOf } from '@luoshi/programmes'
import { act, type Database, entriesOf, findCase, movesOf, noticesOf, open, rootsOf } from '@luoshi/store'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { surroundingsFor } from '../surroundings/county-keeper.ts'
import { GOVERNMENT, seedActor } from '../surroundings/seed-county.ts'
import { startSite, type TestSite } from '../test-support/api.ts'
import { carryOutAlarms } from './alarms.ts'
import { recomputeLimitsOf, startJobs } from './jobs.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕9号')
const clerk = may('clerk', 'county')
const register = defineRegister({
  id: 'wells',
  title: '机井台账',
  basis: notice.lines(2),
  fields: fields({ number: text('编号') }),
  key: ['number'],
  access: { read: [clerk], write: [clerk] },
})

/** A case in ten working days, of which the clerk is reminded, the leader told, and which then lapses by itself. */
const repair = defineProcedure({
  id: 'repair',
  title: '机井维修',
  basis: notice.lines(2),
  version: 1,
  validFrom: '2026-01-01',
  validTo: null,
  register: 'wells',
  subject: register.fields,
  access: { read: [clerk, may('leader', 'county')] },
  lookups: {},
  opening: { title: '报修', by: [clerk], basis: notice.lines(2) },
  initial: 'asked',
  states: {
    asked: {
      title: '待修',
      on: {
        mend: { title: '修好', to: 'mended', by: [clerk], basis: notice.lines(3) },
        lapse: {
          title: '逾期转派',
          to: 'lapsed',
          by: [may(TIMER_ROLE, 'unit')],
          basis: notice.lines(4),
        },
        drain: { title: '抽干', to: 'lapsed', by: [], basis: notice.lines(4) },
      },
    },
    mended: { title: '已修好', final: 'completed', on: {} },
    lapsed: { title: '已转派', final: 'withdrawn', on: {} },
  },
  limits: {
    answer: {
      title: '答复期限',
      starts: 'opening',
      ends: ['mend'],
      legal: duration(5, 'workday', notice.lines(3)),
      reminderDays: 1,
      missed: { kind: 'flag' },
    },
    lead: {
      title: '报告期限',
      starts: 'opening',
      ends: ['mend'],
      legal: duration(6, 'workday', notice.lines(3)),
      missed: { kind: 'escalate', role: 'leader' },
    },
    mend: {
      title: '维修期限',
      starts: 'opening',
      ends: ['mend', 'lapse'],
      legal: duration(10, 'workday', notice.lines(3)),
      missed: { kind: 'act', action: 'lapse' },
    },
    drained: {
      title: '抽干期限',
      starts: 'opening',
      ends: ['mend'],
      legal: duration(8, 'workday', notice.lines(3)),
      missed: { kind: 'act', action: 'drain' },
    },
  },
})

const wells = defineProgramme({
  id: 'wells',
  title: '机井管理办法',
  basis: notice.lines(1, 9),
  version: 1,
  validFrom: '2026-01-01',
  validTo: null,
  roles: {
    clerk: { title: '经办人', basis: notice.lines(2) },
    leader: { title: '分管领导', basis: notice.lines(2) },
    [TIMER_ROLE]: { title: '系统', basis: notice.lines(4) },
  },
  registers: [register],
  procedures: [repair],
  rules: [],
  parameters: [],
  papers: [],
  open: [],
})

let server: TestServer
let db: Database
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server?.stop(), 60_000)
beforeEach(async () => {
  db = await server.database(16)
})

const processOf = () => startSite(db, { programmes: [administrationOf([wells]), wells] })

async function openRepair(site: TestSite, id: string): Promise<void> {
  const by = {
    id: 'lin',
    county: 'qingyuan',
    posts: [{ role: 'clerk', unit: GOVERNMENT, from: null, until: null }],
  }
  const opening = {
    procedure: 'repair',
    unit: GOVERNMENT,
    owner: null,
    action: { by, input: { number: id } },
  }
  const surroundings = surroundingsFor(await site.site.jobs.counties.of('qingyuan'), 'wells', site.services)
  const request = { county: 'qingyuan', case: id, requestKey: null }
  const opened = await open(db, wells, request, opening, surroundings)
  if (opened.kind !== 'done') throw new Error(JSON.stringify(opened))
}

const told = async (id: string) =>
  (await noticesOf(db, 'qingyuan', id)).map(({ name, kind, says }) => [name, kind, says])

describe('an alarm', () => {
  it('goes off once in two processes: reminded, late, told above, refused, done', async () => {
    const [one, other] = [await processOf(), await processOf()]
    const ids = Array.from({ length: 8 }, (_, number) => `R-${number}`)
    for (const id of ids) await openRepair(one, id)
    for (const day of ['09', '10', '11', '13', '17']) {
      for (const site of [one, other]) site.moveTo(`2026-03-${day}T08:00:00.000+08:00`)
      const counts = await Promise.all([one, other].map((site) => carryOutAlarms(site.site.jobs)))
      if (day === '17') expect(counts.reduce((sum, count) => sum + count, 0)).toBe(ids.length)
    }
    for (const id of ids) {
      expect(await told(id)).toEqual([
        ['limit/answer/reminder', 'reminder', null],
        ['limit/answer', 'late', null],
        ['limit/lead', 'escalated', null],
        ['limit/drained', 'not-done', '您无权对此办件办理“抽干”，应由无人办理。'],
      ])
      const [, lapsed, ...more] = await entriesOf(db, 'qingyuan', id)
      expect(lapsed).toMatchObject({ actor: TIMER_ROLE, payload: { event: { action: 'lapse' } } })
      expect(more).toEqual([])
    }
  })

  it('is told to those who can act, to the role that it names, and stands with its case', async () => {
    const site = await processOf()
    await openRepair(site, 'T-1')
    site.moveTo('2026-03-11T08:00:00.000+08:00')
    await carryOutAlarms(site.site.jobs)
    const told = async (client: Client) => {
      const day = await client.call<MyDayView>('GET', '/api/v1/qingyuan/my-day')
      const section = day.ok ? day.value.sections.find(({ id }) => id === 'notices') : undefined
      return section?.rows.map(({ detail }) => detail.split('。')[0]).sort()
    }
    const clerk = await site.officer('clerk', [['wells/clerk']])
    expect(await told(clerk)).toEqual([
      '“报告期限”已超期，已报分管领导',
      '“答复期限”即将到期',
      '“答复期限”已超期',
    ])
    expect(await told(await site.officer('leader', [['wells/leader']]))).toEqual([
      '“报告期限”已超期，已报分管领导',
    ])
    expect(await told(await site.officer('nobody'))).toEqual([])
    const of = { county: 'qingyuan', programme: 'wells', procedure: 'repair', id: 'T-1' }
    expect(await clerk.read(of)).toMatchObject({
      value: { notices: [{ kind: 'reminder' }, { kind: 'late', says: '“答复期限”已超期。' }, {}] },
    })
    await clerk.act(of, 'mend', {}, { version: 1 })
    expect(await told(clerk)).toEqual([])
  })

  it('does nothing to a case that was met in time', async () => {
    const site = await processOf()
    await openRepair(site, 'M-1')
    const by = {
      id: 'lin',
      county: 'qingyuan',
      posts: [{ role: 'clerk', unit: GOVERNMENT, from: null, until: null }],
    }
    const request = { county: 'qingyuan', case: 'M-1', expectedVersion: null, requestKey: null }
    const surroundings = surroundingsFor(await site.site.jobs.counties.of('qingyuan'), 'wells', site.services)
    await act(db, wells, request, { name: 'mend', by }, surroundings)
    site.moveTo('2026-06-01T08:00:00.000+08:00')
    expect(await carryOutAlarms(site.site.jobs)).toBe(0)
    expect(await told('M-1')).toEqual([])
  })

  it('that was slept over goes off when a process starts, once also where two start', async () => {
    const before = await processOf()
    await openRepair(before, 'S-1')
    const [one, other] = [await processOf(), await processOf()]
    for (const site of [one, other]) site.moveTo('2026-06-01T08:00:00.000+08:00')
    const jobs = await Promise.all([startJobs(one.site.jobs), startJobs(other.site.jobs)])
    onTestFinished(async () => {
      await Promise.all(jobs.map((running) => running.stop()))
    })
    await vi.waitFor(async () => expect((await findCase(db, 'qingyuan', 'S-1'))?.case.state).toBe('lapsed'), {
      timeout: 60_000,
      interval: 200,
    })
    expect((await entriesOf(db, 'qingyuan', 'S-1')).length).toBe(2)
    expect((await told('S-1')).length).toBe(4)
    await vi.waitFor(
      async () => expect(await rootsOf(db, 'qingyuan')).toMatchObject([{ day: '2026-05-31' }]),
      {
        timeout: 60_000,
        interval: 200,
      },
    )
  })
})

describe('a calendar that changes', () => {
  it('sets the alarms of open cases anew, and tells which due date moved because of which day', async () => {
    const site = await processOf()
    await openRepair(site, 'C-1')
    await recomputeLimitsOf(site.site.jobs, 'qingyuan')
    const atOf = async () => {
      const rows = await db.selectFrom('timers').select(['name', 'at']).where('subject', '=', 'C-1').execute()
      return rows.find(({ name }) => name === 'limit/answer')?.at
    }
    expect(await atOf()).toEqual(new Date('2026-03-10T00:00:00+08:00'))
    const day = { date: '2026-03-05', kind: 'holiday', name: '暴雪停工', document: '清政办发〔2026〕12号' }
    const opening = {
      procedure: 'calendar-days',
      unit: GOVERNMENT,
      owner: null,
      action: { by: seedActor('qingyuan'), input: day },
    }
    const state = await site.site.jobs.counties.of('qingyuan')
    const request = { county: 'qingyuan', case: 'D-1', requestKey: null }
    await open(db, administration, request, opening, surroundingsFor(state, administration.id, site.services))
    site.site.jobs.counties.drop('qingyuan')
    await recomputeLimitsOf(site.site.jobs, 'qingyuan')
    expect(await atOf()).toEqual(new Date('2026-03-11T00:00:00+08:00'))
    const moves = await movesOf(db, 'qingyuan', 'C-1')
    expect(moves.map(({ limit, explanation }) => [limit, explanation])).toContainEqual([
      'answer',
      '日历调整（2026-03-05由“计入”改为“法定节假日（暴雪停工）”）：“答复期限”的到期日由2026-03-09改为2026-03-10。',
    ])
    await recomputeLimitsOf(site.site.jobs, 'qingyuan')
    expect(await movesOf(db, 'qingyuan', 'C-1')).toEqual(moves)
  })
})
