import type { Client, ComparisonView } from '@luoshi/client'
import { countyBySlug } from '@luoshi/counties'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../../../packages/store/src/test-database.ts'
import { seededUnitCode } from '../../surroundings/seed-county.ts'
import { startSite, type TestSite } from '../../test-support/api.ts'

const county = 'wutai'
const wutai = countyBySlug.get(county)
if (wutai === undefined) throw new Error('the county is gone')
const town = seededUnitCode(wutai, '豆村镇人民政府')
const of = (procedure: string) => ({ county, programme: 'medical-insurance', procedure })
const role = (name: string) => `medical-insurance/${name}`
const path = `/api/v1/${county}/programmes/medical-insurance/comparisons/receipts-against-roster`

let server: TestServer
let site: TestSite
let tax: Client
let agency: Client
const stops: (() => Promise<void>)[] = []

beforeAll(async () => {
  server = await startTestServer()
  const now = '2022-10-08T09:00:00.000+08:00'
  const options = { county, now, units: ['豆村镇人民政府', '县医疗保障局'] }
  site = await startSite(await server.database(), options, (stop) => stops.push(stop))
  await site.officer('tax', [[role('tax')]])
  await site.officer('agency', [[role('insurance-agency')]])
  await site.officer('town', [[role('township'), town]])
  ;[tax, agency] = [await site.signIn('tax'), await site.signIn('agency')]
}, 120_000)
afterAll(async () => {
  for (const stop of stops) await stop()
  await server?.stop()
}, 60_000)

const person = (identity: string, name: string, more: Readonly<Record<string, string>> = {}) => ({
  identity,
  name,
  insuredYear: '2023',
  township: '豆村镇',
  village: '上坪村',
  standing: 'local',
  amount: '350',
  ...more,
})
const [one, two, three] = ['11010519491231002X', '110105194912310038', '110105194912310054'] as const

const pay = (client: Client, number: string, input: Readonly<Record<string, string>>) =>
  client.open(of('premium'), {
    input: { number, channel: 'wechat', paidOn: '2022-10-08', ...input },
  })
const insure = (number: string, input: Readonly<Record<string, string>>) =>
  agency.open(of('roster'), { input: { number, ...input } })
const problem = (answer: Awaited<ReturnType<typeof pay>>) =>
  answer.ok ? '' : answer.problem.issues.map(({ message }) => message).join('')

describe('premiums held against the roster over HTTP', () => {
  it('[wutai-2021-zbf59.2] no premium is entered before the season of its year was confirmed', async () => {
    expect(problem(await pay(tax, '缴-1', person(one, '苗得雨')))).toContain('已核定的集中征缴期')
    const season = {
      insuredYear: '2023',
      begins: '2022-09-01',
      ends: '2022-12-25',
      confirmed: '五政办发〔2022〕53号第616行',
    }
    expect((await tax.open(of('seasons'), { input: season })).ok).toBe(true)
    const paid = await pay(tax, '缴-1', person(one, '苗得雨'))
    expect(paid.ok && [paid.value.case.data['period'], paid.value.case.data['treasuryBy']]).toEqual([
      'within',
      '2022-12-25',
    ])
  })

  it('[wutai-2021-zbf59.4] a second premium of the same person for the year is refused, both records named', async () => {
    expect(problem(await pay(tax, '缴-2', person(one, '苗得雨', { township: '耿镇镇' })))).toContain(
      '“缴-2”之外已有“缴-1”（豆村镇上坪村）',
    )
  })

  it('[wutai-2021-zbf59.5] each person comes to its result, found by the identity that nobody is shown', async () => {
    expect((await pay(tax, '缴-3', person(two, '田大有'))).ok).toBe(true)
    for (const [number, insured] of [
      ['参-1', person(one, '苗得雨')],
      ['参-2', person(two, '田大友')],
      ['参-3', person(three, '谷满仓')],
    ] as const) {
      expect((await insure(number, insured)).ok, number).toBe(true)
    }
    const answer = await tax.call<ComparisonView>('GET', path)
    if (!answer.ok) throw new Error(answer.problem.detail)
    const { rows, results, left, right } = answer.value
    expect([left.records, right.records]).toEqual([2, 3])
    const titles = (records: readonly { readonly title: string }[]) =>
      records.map(({ title }) => title).join()
    expect(
      rows
        .map((row) => [titles(row.left), titles(row.right), row.matches.join(), row.differing.join()])
        .toSorted(),
    ).toEqual([
      ['', '参-3', 'right-only', ''],
      ['缴-1', '参-1', 'agrees', ''],
      ['缴-3', '参-2', 'differs', 'name'],
    ])
    expect(Object.fromEntries(results.map(({ match, count }) => [match, count]))).toMatchObject({
      agrees: 1,
      differs: 1,
      'right-only': 1,
      'left-only': 0,
    })
    expect(JSON.stringify(answer.value)).not.toContain(one)
    expect(JSON.stringify(answer.value)).not.toContain('苗得雨')
    const only = await tax.call<ComparisonView>('GET', `${path}?match=differs`)
    expect(only.ok && only.value.rows).toHaveLength(1)
  })

  it('gives every row as a sheet', async () => {
    const answer = await (await site.browse('tax'))(
      'programmes/medical-insurance/comparisons/receipts-against-roster/rows.xlsx',
    )
    const sheet = await readSheet(Buffer.from(await answer.arrayBuffer()))
    expect(sheet).toHaveLength(1 + 5)
    expect(sheet[0]?.slice(0, 4)).toEqual(['结果', '不一致的项目', '台账', '编号'])
  })

  it('is refused to who sees only a part, since what one cannot see would count as missing', async () => {
    const answer = await (await site.signIn('town')).call<ComparisonView>('GET', path)
    expect(answer.ok ? [] : [answer.status, answer.problem.issues.map(({ code }) => code)]).toEqual([
      403,
      ['comparison-not-whole'],
    ])
  })
})
