import type { EnforcementCockpitView } from '@luoshi/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeOfficer } from '../test-support/api.ts'
import {
  county,
  done,
  dumped,
  EnforcementCounty,
  other,
  png,
  proposal,
  said,
} from './enforcement.test-support.ts'

let at: EnforcementCounty

beforeAll(async () => {
  at = await EnforcementCounty.begin()
}, 120_000)
afterAll(() => at?.stop(), 60_000)

async function cockpitOf(who: string): Promise<EnforcementCockpitView> {
  const client = await at.as(who)
  const answer = await client.call<EnforcementCockpitView>('GET', `/api/v1/${county}/enforcement/cockpit`)
  if (!answer.ok) throw new Error(said(answer))
  return answer.value
}

/** What someone is told of a case: kind and sentence. */
async function toldOf(who: string, number: string): Promise<readonly (readonly [string, string])[]> {
  const { alarms } = await cockpitOf(who)
  return alarms.filter((alarm) => alarm.number === number).map(({ kind, says }) => [kind, says] as const)
}

/** An ordinary case that is being investigated since the second of March. */
async function investigated(number: string, party: Readonly<Record<string, unknown>> = {}): Promise<string> {
  at.on('2026-03-02')
  const organisation = { partyKind: 'organisation', person: undefined, idNumber: undefined }
  const input = { ...dumped, ...organisation, organisation: `${number}砂石有限公司`, number, ...party }
  const id = await at.opens('wu', 'ordinary', input)
  await at.acts('ma', 'ordinary', id, 'approve')
  return id
}

it('tells of what was just done: a record, a proposal outside the band, the end of the case', async () => {
  const number = '龙罚-看1'
  const id = await investigated(number)
  expect(await toldOf('zheng', number)).toEqual([])
  at.on('2026-03-09')
  expect(await toldOf('zheng', number)).toEqual([['no-record', '调查7日，没有笔录和证据。']])
  const statement = await at.opens('wu', 'evidence', {
    number: `${number}-证0`,
    case: number,
    kind: 'statement',
    name: '陈述',
    proves: '倾倒的经过',
    files: [await at.hands('wu', 'evidence', '陈述.png', png, 'image/png')],
    takenAt: '2026-03-09T08:30:00+08:00',
    takenFrom: '当事人',
  })
  expect(await toldOf('zheng', number)).toEqual([['record-gap', '没有已签名的笔录。']])
  await at.acts('wu', 'evidence', statement, 'strike', {}, { reason: '当事人撤回陈述' })
  expect(await toldOf('zheng', number)).toEqual([['no-record', '调查7日，没有笔录和证据。']])
  await at.documents(number, '2026-03-09', '2026-03-09T08:40:00+08:00')
  expect(await toldOf('zheng', number)).toEqual([])
  await at.acts('wu', 'ordinary', id, 'conclude')
  await at.acts('wu', 'ordinary', id, 'propose', { ...proposal, fine: '3000', departs: true })
  expect(await toldOf('zheng', number)).toEqual([['outlier', '罚款3000元超出裁量基准，没有批准。']])
  await at.acts('ma', 'ordinary', id, 'approveDeparture', { departureReason: '数量特别大' })
  expect(await toldOf('zheng', number)).toEqual([
    ['outlier', '罚款3000元超出裁量基准，已批准，理由：数量特别大。'],
  ])
  const { cases } = await cockpitOf('zheng')
  await at.acts('ma', 'ordinary', id, 'rethink', {}, { reason: '重新核对' })
  await at.acts('ma', 'ordinary', id, 'drop', {}, { reason: '违法事实不能成立' })
  expect(await toldOf('zheng', number)).toEqual([])
  expect((await cockpitOf('zheng')).cases).toBe(cases - 1)
})

it('turns with the day, and with what the county sets: a limit that was met by it no longer is, or is again', async () => {
  const number = '龙罚-看2'
  await investigated(number)
  await at.documents(number, '2026-03-02', '2026-03-02T09:00:00+08:00')
  const late = (due: string) => [['late', `作出处罚决定的期限：应在${due}前，至今没有办理。`]]
  at.on('2026-03-23', '23:59')
  expect(await toldOf('zheng', number)).toEqual([])
  await makeOfficer(at.site.services, county, 'params', [['administration/clerk']])
  const params = await at.as('params')
  const sets = async (value: string, from: string) => {
    const set = { parameter: 'enforcement/decision-days', document: '会议纪要', article: '第二条' }
    const values = { county, programme: 'administration', procedure: 'parameter-values' }
    done(await params.open(values, { input: { ...set, from, value } }))
  }
  await sets('21', '2026-03-01')
  expect(await toldOf('zheng', number)).toEqual([])
  at.on('2026-03-24', '00:00')
  expect(await toldOf('zheng', number)).toEqual(late('2026-03-23'))
  await sets('42', '2026-03-02')
  expect(await toldOf('zheng', number)).toEqual([])
  at.on('2026-04-14')
  expect(await toldOf('zheng', number)).toEqual(late('2026-04-13'))
})

it('shows nobody a case that they may not read, whoever asked before', async () => {
  const number = '龙罚-看3'
  await investigated(number)
  const elsewhere = { number: '石罚-看1', placeUnit: other, officer1: 'lin', officer2: 'xi' }
  await at.opens('zheng', 'officer', {
    number: 'xi',
    name: '席同',
    unit: other,
    examPassedOn: '2024-11-01',
    certificate: '晋执-xi',
    certificateFrom: '2025-01-01',
    certificateUntil: '2027-12-31',
  })
  const organisation = { partyKind: 'organisation', person: undefined, idNumber: undefined }
  const theirs = await at.triesToOpen('lin', 'ordinary', {
    ...dumped,
    ...organisation,
    organisation: '石桥砂石有限公司',
    ...elsewhere,
  })
  expect(said(theirs)).toBe('')
  at.on('2026-04-14')
  const numbers = async (who: string) => (await cockpitOf(who)).alarms.map((alarm) => alarm.number)
  expect(await numbers('zheng')).toContain(number)
  const seen = await cockpitOf('lin')
  expect(JSON.stringify(seen)).not.toContain('龙罚')
  expect(seen.cases).toBe(1)
  expect(await numbers('wu')).toContain(number)
  expect((await cockpitOf('qin')).cases).toBe(0)
})
