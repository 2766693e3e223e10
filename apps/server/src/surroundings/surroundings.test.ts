import { countyBySlug } from '@luoshi/counties'
import { findDay, findValueOn, isWithin, nameOn, parentOn, unitsNamed } from '@luoshi/kernel'
import { administration, everyProgramme } from '@luoshi/programmes'
import { type Acted, act, type Changes, type Database, listenForChanges, open } from '@luoshi/store'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { testVault } from '../../../../packages/store/src/fixtures/test-vault.ts'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { CountyKeeper, surroundingsFor } from './county-keeper.ts'
import { readCounty } from './read-county.ts'
import { GOVERNMENT, seedActor, seedCounty, seededUnitCode } from './seed-county.ts'

const qingyuan = countyBySlug.get('qingyuan')
if (qingyuan === undefined) throw new Error('the demo county is gone')
const now = '2026-03-02T09:00:00+08:00'
const by = seedActor('qingyuan')

let server: TestServer
let db: Database
beforeAll(async () => {
  server = await startTestServer()
  db = await server.database()
  await seedCounty(db, testVault, qingyuan, now)
}, 60_000)
afterAll(() => server?.stop(), 60_000)

async function enter(procedure: string, id: string, input: Record<string, unknown>): Promise<Acted> {
  const state = await readCounty(db, 'qingyuan', everyProgramme)
  const opening = { procedure, unit: GOVERNMENT, owner: null, action: { by, input } }
  const request = { county: 'qingyuan', case: id, requestKey: null }
  return open(
    db,
    administration,
    request,
    opening,
    surroundingsFor(state, administration.id, { vault: testVault, clock: () => now }),
  )
}

async function change(id: string, name: string, input: Record<string, unknown>): Promise<Acted> {
  const state = await readCounty(db, 'qingyuan', everyProgramme)
  const request = { county: 'qingyuan', case: id, expectedVersion: null, requestKey: null }
  const action = { name, by, input, reason: '机构改革' }
  return act(
    db,
    administration,
    request,
    action,
    surroundingsFor(state, administration.id, { vault: testVault, clock: () => now }),
  )
}

async function keeper(): Promise<{ counties: CountyKeeper; changes: Changes }> {
  const changes = await listenForChanges(db)
  onTestFinished(() => changes.stop())
  return { counties: new CountyKeeper(db, everyProgramme, changes), changes }
}

const messages = (acted: Acted) =>
  acted.kind === 'refused' ? acted.issues.map(({ message }) => message) : []

describe('a county', () => {
  it('is entered from its table once, the government above its units and beside the party', async () => {
    expect(await seedCounty(db, testVault, qingyuan, now)).toBe(0)
    const { units } = await readCounty(db, 'qingyuan', everyProgramme)
    const [finance] = unitsNamed(units, '县财政局', '2026-03-02')
    const [party] = unitsNamed(units, '县委组织部', '2026-03-02')
    expect(finance && isWithin(units, finance.id, GOVERNMENT, '2026-03-02')).toBe(true)
    expect(party && parentOn(party, '2026-03-02')).toBeNull()
    expect(unitsNamed(units, '县发改局', '2026-03-02')).toHaveLength(1)
    expect(unitsNamed(units, '各乡（镇）人民政府', '2026-03-02')).toEqual([])
  })

  it('names a unit by the name of the day, and finds who answers for it after a merger', async () => {
    const code = seededUnitCode(qingyuan, '县林业局')
    await change(`unit-${code}`, 'rename', {
      name: '县林业和草原局',
      renamedFrom: '2026-07-01',
      document: '清政发〔2026〕3号',
    })
    await change(`unit-${code}`, 'end', { until: '2027-01-01', successors: [GOVERNMENT] })
    const unit = (await readCounty(db, 'qingyuan', everyProgramme)).units.units[code]
    if (unit === undefined) throw new Error('the unit is gone')
    expect(nameOn(unit, '2026-06-30')).toBe('县林业局')
    expect(nameOn(unit, '2026-07-01')).toBe('县林业和草原局')
    expect(unit).toMatchObject({ until: '2027-01-01', successors: [GOVERNMENT] })
  })

  it('has its own value of a parameter from its day on, with its clause', async () => {
    const given = { parameter: 'deep-tillage/sample-percent', from: '2022-09-01', value: '20' }
    expect(messages(await enter('parameter-values', 'p-1', { ...given, document: '会议纪要' }))).toEqual([
      '不符合规定：要求写明依据文件的条款，或者公报中的起止行，实际没有写明（《地方各级人民代表大会和地方各级人民政府组织法》第七十三条）。',
    ])
    await enter('parameter-values', 'p-2', { ...given, document: '会议纪要', article: '第二条' })
    const townships = {
      parameter: 'deep-tillage/project-townships',
      from: '2022-10-01',
      value: '龙泉镇、麦田乡',
    }
    await enter('parameter-values', 'p-3', { ...townships, document: '清政办发〔2026〕7号', firstLine: 12 })
    const { parameters } = await readCounty(db, 'qingyuan', everyProgramme)
    const valueOn = (id: string, day: string) => {
      const parameter = parameters.get('deep-tillage')?.[id]
      return parameter && findValueOn(parameter, day)
    }
    expect(valueOn('sample-percent', '2022-08-31')).toBeNull()
    expect(valueOn('sample-percent', '2022-09-01')).toMatchObject({
      value: '20',
      basis: { kind: 'law', title: '会议纪要', article: '第二条' },
    })
    expect(valueOn('project-townships', '2022-10-01')).toMatchObject({
      value: ['龙泉镇', '麦田乡'],
      basis: { county: 'qingyuan', docNumber: '清政办发〔2026〕7号', lines: [12, 12] },
    })
  })

  it('has its own days off, and gives them back when they are withdrawn', async () => {
    const day = { date: '2026-03-20', kind: 'holiday', name: '暴雪停工', document: '清政办发〔2026〕12号' }
    await enter('calendar-days', 'd-1', day)
    const kindOn = async () =>
      findDay((await readCounty(db, 'qingyuan', everyProgramme)).calendar, '2026-03-20')?.kind
    expect(await kindOn()).toBe('holiday')
    await change('d-1', 'withdraw', {})
    expect(await kindOn()).toBe('workday')
  })
})

describe('what is kept of a county', () => {
  it('is read once, and again in every process after a change', async () => {
    const [one, other] = [await keeper(), await keeper()]
    const before = await one.counties.of('qingyuan')
    expect(await one.counties.of('qingyuan')).toBe(before)
    expect((await other.counties.of('qingyuan')).officers.get('lin')).toBeUndefined()
    const officer = { number: 'lin', name: '林小满', unit: GOVERNMENT, position: '科员' }
    expect((await enter('officers', 'officer-lin', officer)).kind).toBe('done')
    for (const { counties } of [one, other]) {
      await vi.waitFor(async () =>
        expect((await counties.of('qingyuan')).officers.get('lin')).toEqual({
          name: '林小满',
          unit: GOVERNMENT,
          position: '科员',
        }),
      )
    }
    expect(await other.counties.of('wutai')).not.toBe(await other.counties.of('qingyuan'))
  })
})
