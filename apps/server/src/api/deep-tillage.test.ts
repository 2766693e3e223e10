import type { Answer, CaseAddress, Client, DoneView, ImportView } from '@luoshi/client'
import { drawSample, SAMPLE_ALGORITHM } from '@luoshi/kernel'
import { everyProgramme } from '@luoshi/programmes'
import { verify } from '@luoshi/store'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testVault } from '../../../../packages/store/src/fixtures/test-vault.ts'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { startSite, type TestSite } from '../test-support/api.ts'
import {
  claims,
  county,
  done,
  headings,
  importSheet,
  line,
  of,
  record,
  said,
  township,
} from './deep-tillage.test-support.ts'

let server: TestServer
let site: TestSite
const stops: (() => Promise<void>)[] = []

beforeAll(async () => {
  server = await startTestServer()
  const now = '2022-09-01T09:00:00.000+08:00'
  const options = { county, now, units: ['三岔镇人民政府', '县农业机械发展中心', '县财政局'] }
  site = await startSite(await server.database(), options, (stop) => stops.push(stop))
  const role = (name: string) => `deep-tillage/${name}`
  await site.officer('admin', [['administration/administrator']])
  await site.officer('params', [['administration/clerk']])
  await site.officer('centre', [[role('machinery-centre')]])
  await site.officer('township', [[role('township'), township]])
  await site.officer('acceptance', [[role('acceptance-group')]])
  await site.officer('finance', [[role('finance')]])
}, 120_000)
afterAll(async () => {
  for (const stop of stops) await stop()
  await server?.stop()
}, 60_000)

/** Someone, signed in at nine on a day of 2022. */
async function on(day: string, who: string): Promise<Client> {
  site.moveTo(`2022-${day}T09:00:00.000+08:00`)
  return site.signIn(who)
}

async function find(client: Client, number: string): Promise<CaseAddress & { version: number }> {
  const page = await client.list(claims, { 'where.number': number })
  const [row] = page.ok ? page.value.rows : []
  if (row === undefined) throw new Error(`no record ${number}`)
  return { ...claims, id: row.id, version: row.version }
}

/** Does an action on the record of that number, as it stands. */
async function act(
  client: Client,
  number: string,
  action: string,
  body: Parameters<Client['act']>[2] = {},
): Promise<Answer<DoneView>> {
  const found = await find(client, number)
  return client.act(found, action, body, found)
}

describe('deep tillage through the API', () => {
  it('begins with who acts, with which machine, and what the county has decided', async () => {
    const admin = await on('09-01', 'admin')
    const village = { code: 'shangping', name: '上坪村村民委员会', aliases: [], above: township }
    done(await admin.open(of('units', 'administration'), { input: village }))
    done(
      await admin.open(of('officers', 'administration'), {
        input: { number: 'v1', name: '谷满仓', unit: 'shangping' },
      }),
    )
    await site.officer('village', [['deep-tillage/village', 'shangping']])
    const centre = await on('09-01', 'centre')
    const operator = {
      number: '合作社-3',
      name: '丰穗农机专业合作社',
      account: '6222000011112222',
      contact: '13800005678',
      terminal: 'T-7',
      shankSpacing: '62.5',
      certificate: 'promotion',
    }
    done(await centre.open(of('operators'), { input: operator }))
    done(
      await centre.open(of('operators'), {
        input: { ...operator, number: '农机户-9', terminal: 'T-9', certificate: 'none' },
      }),
    )
    const params = await on('09-01', 'params')
    const percent = { parameter: 'deep-tillage/sample-percent', from: '2022-09-01', value: '50' }
    const decided = { ...percent, document: '领导小组会议纪要', article: '第二条' }
    done(await params.open(of('parameter-values', 'administration'), { input: decided }))
  })

  it('takes the good rows of a monitoring sheet, and says of the others what stands against them', async () => {
    const centre = await on('09-01', 'centre')
    const rows = [
      line('监-1', '三岔-17', '12.5', '25', '118'),
      line('监-2', '三岔-18', '29985', '26', '119'),
      line('监-3', '三岔-19', '很大', '26', '120'),
      line('监-5', '三岔-20', '8', '24.9', '122'),
    ]
    const first = await importSheet(centre, [headings, ...rows].join('\n'), 'good-rows')
    expect(first).toMatchObject({ state: 'stored', report: { rows: 4, stored: 3, refused: 1 } })
    const problems = ({ report }: ImportView) =>
      report?.problems.map(({ line: at, message }) => [at, message])
    expect(problems(first)).toEqual([[4, '“作业面积（亩）”填的是“很大”，应填不小于0.01的数，如12.5。']])
    const more = [line('监-3', '三岔-19', '3', '26', '120'), line('监-4', '三岔-17', '3', '26', '121')]
    const second = await importSheet(centre, [headings, ...more].join('\n'), 'all-or-nothing')
    expect(second.state).toBe('nothing-stored')
    expect(problems(second)).toEqual([
      [3, '不符合规定：要求该地块没有另一条正在办理的作业记录，实际有监-1（五政办发〔2022〕29号第1919行）。'],
    ])
  })

  it('does not let in what is outside the project, uncertified, or not theirs to enter', async () => {
    const centre = await on('09-01', 'centre')
    const open = (change: object) =>
      centre.open(claims, { input: { ...record, number: '监-9', plot: '东-1', ...change } })
    expect(said(await open({ township: '砚城镇' }))).toEqual([
      '不符合规定：要求在前所乡、三岔镇、胡会乡、杏岭子乡、李家坪乡作业，实际砚城镇（五政办发〔2022〕29号第1869行）。',
    ])
    expect(said(await open({ operator: '农机户-9' }))).toEqual([
      '不符合规定：要求机具有推广鉴定证书或试验鉴定证书，实际没有证书（五政办发〔2022〕29号第1873行）。',
    ])
    const finance = await on('09-01', 'finance')
    expect(said(await finance.open(claims, { input: record }))).toEqual([
      '您无权对此办件办理“登记作业记录”，应由县农机中心、乡（镇）农机管理人员、村委会负责人办理。',
    ])
  })

  it('is not shown where it is too shallow, too wide, or without its evidence', async () => {
    const centre = await on('09-02', 'centre')
    const shallow = await act(centre, '监-5', 'publicise')
    expect([shallow.status, said(shallow)]).toEqual([
      422,
      [
        '不符合规定：要求深松深度不少于25厘米，实际24.9厘米（五政办发〔2022〕29号第1857行）。',
        '不符合规定：要求相邻两铲间距不超过深度的2.5倍，即62.25厘米，实际62.5厘米（五政办发〔2022〕29号第1857行）。',
      ],
    ])
    const clauses = shallow.ok ? [] : shallow.problem.issues.map(({ clause }) => clause?.text)
    expect(clauses).toEqual(['五政办发〔2022〕29号第1857行', '五政办发〔2022〕29号第1857行'])
    await centre.correct(
      await find(centre, '监-5'),
      { changes: { spacing: '62.6', depth: '25' }, reason: '核对' },
      await find(centre, '监-5'),
    )
    expect(said(await act(centre, '监-5', 'publicise'))).toEqual([
      '不符合规定：要求相邻两铲间距不超过深度的2.5倍，即62.5厘米，实际62.6厘米（五政办发〔2022〕29号第1857行）。',
    ])
    const { exportRow: _row, ...without } = { ...record, number: '监-6', plot: '三岔-21' }
    done(await centre.open(claims, { input: without }))
    expect(said(await act(centre, '监-6', 'publicise'))).toEqual([
      '不符合规定：要求有监控系统导出的监测明细，实际没有写明监测明细行号（五政办发〔2022〕29号第1873行）。',
    ])
    expect(said(await act(centre, '监-6', 'post'))).toEqual([
      '您无权对此办件办理“公示人工记录”，应由村委会负责人办理。',
    ])
  })

  it('can be tried with other values: which claims and how much money they would change', async () => {
    const centre = await on('09-02', 'centre')
    const path = `/api/v1/${county}/programmes/deep-tillage/procedures/claim/what-if`
    const tried = {
      rule: 'depth-reached',
      values: [{ parameter: 'least-depth', from: '2022-08-22', value: '26' }],
      worth: { quantity: 'area', rate: 'subsidy-rate', datedBy: 'workedOn' },
    }
    expect(await centre.call('POST', path, { body: tried })).toMatchObject({
      value: {
        ruleTitle: '深松深度',
        before: { yes: 4, no: 0, money: '900540' },
        after: { yes: 1, no: 3, money: '899550' },
        difference: '-990',
        changedCount: 3,
      },
    })
    const wrong = await centre.call('POST', path, { body: { ...tried, rule: 'not-repeated' } })
    expect([wrong.status, said(wrong)[0]?.slice(0, 17)]).toEqual([422, '规则“not-repeated”不'])
    const depth = { ...tried, worth: { quantity: 'area', rate: 'least-depth' } }
    expect(said(await centre.call('POST', path, { body: depth }))).toEqual([
      '“least-depth”不是办件中的数，也不是这一制度以元计的参数，算不出金额。',
    ])
    const two = { ...tried, values: [{ parameter: 'least-depth', from: '2022-08-22', value: '深' }] }
    expect(said(await centre.call('POST', path, { body: two }))).toEqual([
      '参数“least-depth”不能是“深”，请写这一制度中参数的编号和合于它的值。',
    ])
  })

  it('is shown for a week, masked, and no earlier goes on', async () => {
    const centre = await on('09-02', 'centre')
    for (const number of ['监-1', '监-2']) {
      expect(done(await act(centre, number, 'publicise'))).toMatchObject({
        stateTitle: '监测记录公示中',
        disclosures: [{ record: { driverContact: '138****5678' }, until: { due: '2022-09-09' } }],
        papers: [{ title: '农机深松整地作业监测记录表' }],
      })
    }
    const lastDay = await on('09-09', 'centre')
    const early = await act(lastDay, '监-1', 'endPublicity')
    expect([early.status, said(early)]).toEqual([
      409,
      ['“监测记录公示”自2022-09-02起，至2022-09-09止，今天是2022-09-09，期满的次日起方可办理。'],
    ])
    const read = await lastDay.read(await find(lastDay, '监-1'))
    const closed = read.ok ? read.value.actions.find(({ name }) => name === 'endPublicity') : undefined
    expect(closed).toMatchObject({ isAllowed: false, reasons: [{ code: 'disclosure-running' }] })
    const after = await on('09-13', 'centre')
    for (const number of ['监-1', '监-2']) done(await act(after, number, 'endPublicity'))
  })

  it('is checked where the seed draws it, and only there', async () => {
    const acceptance = await on('09-20', 'acceptance')
    const population = ['监-1', '监-2']
    const draw = { population, percent: '50', seed: 7, algorithm: SAMPLE_ALGORITHM }
    done(await acceptance.open(of('draws'), { input: { number: '抽-1', drawnOn: '2022-09-20', ...draw } }))
    const [drawn = ''] = drawSample(draw)
    const [passed = ''] = population.filter((number) => number !== drawn)
    const input = { draw: '抽-1' }
    expect(said(await act(acceptance, passed, 'select', { input }))).toEqual([
      '不符合规定：要求由种子抽中，实际重新抽取，没有抽中（五政办发〔2022〕29号第1881行）。',
    ])
    expect(said(await act(acceptance, drawn, 'passOver', { input }))).toEqual([
      '不符合规定：要求没有被种子抽中，实际重新抽取，抽中（五政办发〔2022〕29号第1881行）。',
    ])
    done(await act(acceptance, passed, 'passOver', { input }))
    done(await act(acceptance, drawn, 'select', { input }))
    const checked = { checkedArea: '12', checkedDepth: '24.9', checkedSpacing: '62.5', checkedBy: '秋实' }
    expect(said(await act(acceptance, drawn, 'pass', { input: checked }))).toEqual([
      '不符合规定：要求深松深度不少于25厘米，实际24.9厘米（五政办发〔2022〕29号第1857行）。',
      '不符合规定：要求相邻两铲间距不超过深度的2.5倍，即62.25厘米，实际62.5厘米（五政办发〔2022〕29号第1857行）。',
    ])
    done(await act(acceptance, drawn, 'pass', { input: { ...checked, checkedDepth: '25' } }))
  })

  it('is accepted up to the planned area and money, once in three years', async () => {
    const acceptance = await on('09-21', 'acceptance')
    done(await act(acceptance, '监-2', 'accept'))
    const centre = await on('09-21', 'centre')
    await centre.correct(
      await find(centre, '监-1'),
      { changes: { area: '15.01' }, reason: '复核面积' },
      await find(centre, '监-1'),
    )
    const again = await on('09-21', 'acceptance')
    expect(said(await act(again, '监-1', 'accept'))).toEqual([
      '不符合规定：要求累计作业面积不超过30000亩，实际验收这一条后累计30000.01亩，超出0.01亩（五政办发〔2022〕29号第1851行）。',
      '不符合规定：要求累计补助金额不超过900000元，实际验收这一条后累计900000.3元，超出0.3元（五政办发〔2022〕29号第1851行）。',
    ])
    const back = await on('09-21', 'centre')
    await back.correct(
      await find(back, '监-1'),
      { changes: { area: '12.5' }, reason: '面积写错' },
      await find(back, '监-1'),
    )
    const last = await on('09-21', 'acceptance')
    done(await act(last, '监-1', 'accept'))
  })

  it('comes to the payee list, its sums and forms, and is paid', async () => {
    const centre = await on('09-22', 'centre')
    const payment = {
      number: '付-1',
      payee: '丰穗农机专业合作社',
      account: '6222000011112222',
      contact: '13800005678',
      place: '三岔镇上坪村',
      area: '12.5',
      rate: '30',
      amount: '375',
    }
    done(await centre.open(of('payments'), { input: payment }))
    const listed = done(await act(centre, '监-1', 'list'))
    expect(listed).toMatchObject({
      stateTitle: '已递交财政',
      papers: [{}, { title: '农机深松整地作业补助资金明细表' }, { title: '农机深松整地作业补助情况汇总表' }],
    })
    const detail = listed.papers[1]?.downloads ?? {}
    const cells = await readSheet(Buffer.from(await bytesOf(detail['xlsx'] ?? '')))
    const texts = cells.flat().map(String)
    for (const cell of ['支付对象', '补助标准(元/亩)', '补助金额(元)', '合计', '375'])
      expect(texts).toContain(cell)
    expect((await bytesOf(detail['docx'] ?? '')).subarray(0, 2).toString()).toBe('PK')
    expect((await bytesOf(detail['pdf'] ?? '')).subarray(0, 5).toString()).toBe('%PDF-')
    const finance = await on('09-26', 'finance')
    expect(done(await act(finance, '监-1', 'pay'))).toMatchObject({
      stateTitle: '已兑付',
      closed: 'completed',
    })
    const history = await finance.history(await find(finance, '监-1'))
    const titles = history.ok ? history.value.map(({ actionTitle }) => actionTitle) : []
    expect(titles).toEqual([
      '登记作业记录',
      '公示监测记录',
      '公示无异议',
      expect.stringMatching(/^(?:未抽中|抽中)$/),
      ...(titles.includes('抽查合格') ? ['抽查合格'] : []),
      '更正',
      '更正',
      '验收',
      '列入补助资金明细表',
      '兑付',
    ])
    const { calendar } = await site.site.jobs.counties.of(county)
    expect(await verify(site.db, everyProgramme, county, { vault: testVault, calendar })).toMatchObject({
      kind: 'verified',
    })
  })

  it('is not accepted a second time within three years', async () => {
    const centre = await on('09-27', 'centre')
    done(await centre.open(claims, { input: { ...record, number: '监-7', workedOn: '2025-08-30' } }))
    done(await act(centre, '监-7', 'publicise'))
    const later = await on('10-05', 'centre')
    done(await act(later, '监-7', 'endPublicity'))
    const acceptance = await on('10-05', 'acceptance')
    const draw = { population: ['监-7'], percent: '100', seed: 1, algorithm: SAMPLE_ALGORITHM }
    done(await acceptance.open(of('draws'), { input: { number: '抽-2', drawnOn: '2022-10-05', ...draw } }))
    done(await act(acceptance, '监-7', 'select', { input: { draw: '抽-2' } }))
    const checked = { checkedArea: '12', checkedDepth: '25', checkedSpacing: '62.5', checkedBy: '秋实' }
    done(await act(acceptance, '监-7', 'pass', { input: checked }))
    expect(said(await act(acceptance, '监-7', 'accept'))).toContain(
      '不符合规定：要求同一地块3年内没有深松过，实际2022-08-30深松过（监-1）（五政办发〔2022〕29号第1869行）。',
    )
  })

  it('goes by hand where it was not monitored: three signatures, a week in the village, its stamp', async () => {
    const manual = { ...record, number: '人-1', plot: '三岔-30', source: 'manual', exportRow: undefined }
    const signed = { isFarmerSigned: true, isDriverSigned: true, isVerifierSigned: true }
    const village = await on('10-08', 'village')
    done(await village.open(claims, { input: { ...manual, ...signed, isVerifierSigned: false } }))
    expect(said(await act(village, '人-1', 'post'))).toEqual([
      '不符合规定：要求农户、作业机手、核实人员三方签字，实际三方签字不全（五政办发〔2022〕29号第1877行）。',
    ])
    done(await village.open(claims, { input: { ...record, ...signed, number: '监-8', plot: '三岔-31' } }))
    expect(said(await act(village, '监-8', 'post'))).toEqual([
      '不符合规定：要求是人工核查的记录，实际远程监测（五政办发〔2022〕29号第1877行）。',
    ])
    const centre = await site.signIn('centre')
    expect(said(await act(centre, '人-1', 'publicise'))[0]).toBe(
      '不符合规定：要求是远程监测的记录，实际人工核查（五政办发〔2022〕29号第1873行）。',
    )
    const found = await find(village, '人-1')
    done(await village.correct(found, { changes: signed, reason: '补签' }, found))
    expect(done(await act(village, '人-1', 'post'))).toMatchObject({
      disclosures: [{ places: ['村务公开栏'], record: { farmer: '苗得雨', farmerContact: '139****1234' } }],
    })
    const later = await on('10-16', 'village')
    expect(said(await act(later, '人-1', 'stamp', { input: { isStamped: false } }))).toEqual([
      '不符合规定：要求农户、作业机手、核实人员三方签字，村委会盖章，实际三方已签字，村委会没有盖章（五政办发〔2022〕29号第1877行）。',
    ])
    done(await act(later, '人-1', 'stamp', { input: { isStamped: true } }))
    expect(said(await act(later, '人-1', 'forward'))).toEqual([
      '您无权对此办件办理“汇总上报县农机中心”，应由乡（镇）农机管理人员办理。',
    ])
    const above = await on('10-16', 'township')
    expect(done(await act(above, '人-1', 'forward')).stateTitle).toBe('待抽查')
  })
})

async function bytesOf(path: string): Promise<Buffer> {
  const browse = await site.browse('centre')
  const answer = await browse(path.replace(`/api/v1/${county}/`, ''))
  if (!answer.ok) throw new Error(await answer.text())
  return Buffer.from(await answer.arrayBuffer())
}
