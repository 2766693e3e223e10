import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EnforcementCockpitView, EnforcementYearView, ImportView } from '@luoshi/client'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { exitCodes } from '../cli/exit-codes.ts'
import { verifyFileCommand } from '../cli/file-command.ts'
import { readStoredZip } from '../dossier/stored-zip.ts'
import {
  county,
  dumped,
  EnforcementCounty,
  jpeg,
  littering,
  of,
  said,
  told,
} from './enforcement.test-support.ts'
import { EXCHANGE, exchangeGiven } from './exchange.ts'

let at: EnforcementCounty

beforeAll(async () => {
  at = await EnforcementCounty.begin()
}, 120_000)
afterAll(() => at?.stop(), 60_000)

/** What the portal says on a page. */
async function portal(path: string): Promise<string> {
  const response = await at.site.site.fetch(new Request(`http://localhost${path}`))
  return response.text()
}

/** One part of the page of publicity. */
function partOf(page: string, id: string): string {
  return page.split(`<section id="${id}" class="shown-part">`)[1]?.split('</section>')[0] ?? ''
}

/** Cases as their officer sees them. */
async function listed(procedure: string, query: Readonly<Record<string, string>>) {
  const list = await (await at.as('wu')).list(of(procedure), query)
  if (!list.ok) throw new Error(said(list))
  return list.value.rows
}

interface Schema {
  readonly $defs: Readonly<Record<string, { readonly required?: readonly string[] }>>
}

const EXCHANGE_PATH = `/api/v1/${county}/enforcement/exchange`

/** What an officer downloads of a case. */
async function download(who: string, id: string, file: string) {
  const browse = await at.site.browse(who)
  const response = await browse(`programmes/enforcement/procedures/ordinary/cases/${id}/${file}`)
  return {
    status: response.status,
    key: response.headers.get('x-signing-key') ?? '',
    bytes: new Uint8Array(await response.arrayBuffer()),
  }
}

/** What `luoshi file verify` says of an archive. */
function verified(bytes: Uint8Array, key: string) {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-archive-'))
  const path = join(folder, '卷宗.zip')
  writeFileSync(path, bytes)
  const lines: string[] = []
  const write = (text: string) => void lines.push(text)
  const code = verifyFileCommand(path, key, { out: write, err: write } as never)
  rmSync(folder, { recursive: true })
  return { code, text: lines.join('\n') }
}

it('an ordinary case goes from its opening over HTTP to a closed file that is checked outside', async () => {
  const id = await at.proposed()
  at.on('2026-03-05')
  await at.acts('wu', 'ordinary', id, 'tell', told('2026-03-05'))
  const defence = { defence: '请求从轻。', defenceAnswer: '没有法定从轻情形，不予采纳。' }
  await at.acts('wu', 'ordinary', id, 'defend', defence)
  at.on('2026-03-09')
  await at.acts('wu', 'ordinary', id, 'askHearing')
  const hearing = {
    hearingOn: '2026-03-19',
    hearingPlace: '镇会议室',
    hearingChair: 'shen',
    hearingChairName: '沈和',
  }
  await at.acts('shen', 'ordinary', id, 'tellHearing', { ...hearing, hearingClosed: true })
  const announced = async () => partOf(await portal('/enforcement/qingyuan'), 'announced')
  expect(await announced()).toContain('现在没有要举行的听证')
  await at.acts('shen', 'ordinary', id, 'tellHearing', { ...hearing, hearingClosed: false })
  expect(await announced()).toMatch(
    /听证公告[\s\S]*龙泉镇人民政府[\s\S]*对随地倾倒生活垃圾的处罚；听证日期：2026-03-19；听证地点：镇会议室/,
  )
  expect(await announced()).not.toContain('苗')
  const heard = { heard: true, hearingRecord: '双方陈述、质证。' }
  at.on('2026-03-18')
  expect(said(await at.tries('shen', 'ordinary', id, 'hear', heard))).toContain('至2026-03-18止')
  at.on('2026-03-19')
  await at.acts('shen', 'ordinary', id, 'hear', heard)
  expect(await announced()).toContain('现在没有要举行的听证')
  const decision = { finalFine: '900', decidedOn: '2026-03-23', decisionText: '罚款900元。' }
  at.on('2026-03-23')
  expect(said(await at.tries('ma', 'ordinary', id, 'decide', decision))).toContain('未经法制审核')
  const opinion = { reviewOpinion: 'agree', reviewNotes: '事实清楚，程序合法。', reviewerName: '沈和' }
  await at.acts('shen', 'ordinary', id, 'review', opinion)
  const decided = await at.acts('ma', 'ordinary', id, 'decide', decision)
  expect(decided.data).toMatchObject({ publicParty: '苗某' })
  at.on('2026-03-25')
  const service = { servedOn: '2026-03-25', serviceWay: 'direct', receiver: '本人' }
  await at.acts('wu', 'ordinary', id, 'serve', service)
  const publication = await at.opens('wu', 'publication', {
    number: '公示-1',
    case: dumped.number,
    document: '罚决〔2026〕1号',
    body: '龙泉镇人民政府',
    party: '苗某',
    summary: '向河道倾倒生活垃圾约两立方米。',
    ground: '《城市市容和环境卫生管理条例》第三十四条',
    result: '罚款900元。',
    decidedOn: '2026-03-23',
  })
  await at.acts('wu', 'publication', publication, 'showOrdinary')
  const published = { publishedOn: '2026-03-25', publicationNumber: '公示-1' }
  const links = [{ kind: 'publication', case: publication }]
  await at.acts('wu', 'ordinary', id, 'publish', published, { links })
  at.on('2026-04-14')
  const payment = { paid: '900', paidOn: '2026-04-14', receipt: '票-1', stayedDays: 0 }
  expect(said(await at.tries('wu', 'ordinary', id, 'pay', payment))).toContain(
    '缴清1035元（罚款900元，加处罚款135.00元）',
  )
  await at.acts('wu', 'ordinary', id, 'pay', { ...payment, paid: '1035' })
  at.on('2026-04-15')
  const closed = await at.acts('ma', 'ordinary', id, 'close', {
    result: '罚款和加处罚款已缴清。',
    volumes: 28,
  })
  expect(closed.state).toBe('closed')
  expect(closed.data).toMatchObject({ lateFee: '135.00' })

  const pdf = await download('ma', id, 'dossier.pdf')
  expect(pdf.status).toBe(200)
  expect(Buffer.from(pdf.bytes.subarray(0, 5)).toString()).toBe('%PDF-')
  const { bytes, key } = await download('ma', id, 'dossier.zip')
  const files = readStoredZip(bytes)
  if (typeof files === 'string') throw new Error(files)
  const titles = [...files.keys()].filter((path) => path.endsWith('.docx')).map((path) => path.slice(6, -5))
  expect(new Set(titles)).toEqual(
    new Set([
      '行政处罚立案审批表',
      '现场检查（勘验）笔录',
      '证据目录',
      '行政处罚告知书',
      '行政处罚听证通知书',
      '重大执法决定法制审核意见书',
      '行政处罚决定书',
      '送达回证',
      '行政处罚案件结案报告',
    ]),
  )
  expect(verified(bytes, key)).toMatchObject({ code: exitCodes.done })
  const bent = Buffer.from(bytes)
  bent[bent.indexOf(jpeg) + 40] = 0
  expect(verified(bent, key)).toMatchObject({ code: exitCodes.failed })
  expect(verified(bytes, 'f'.repeat(64)).text).toContain('签名密钥的指纹')
}, 60_000)

it('shows with a case what it names, what names it, and where more is entered, as far as one may read and enter it', async () => {
  const [row] = await listed('ordinary', { 'where.number': dumped.number })
  const address = { ...of('ordinary'), id: row?.id ?? '' }
  const seenBy = async (who: string) => (await at.as(who)).references(address)
  const own = await seenBy('wu')
  if (!own.ok) throw new Error(said(own))
  const { named, referring } = own.value
  expect(named).toContainEqual(
    expect.objectContaining({
      field: 'power',
      procedure: 'power',
      title: expect.stringContaining(littering.name),
    }),
  )
  expect(named).toContainEqual(
    expect.objectContaining({ field: 'officer1', procedure: 'officer', title: '吴明察' }),
  )
  const shown = (procedure: string) => referring.find((kind) => kind.procedure === procedure)
  expect(shown('evidence')).toMatchObject({ field: 'case', value: dumped.number, count: 1, opening: '登记' })
  expect(shown('record')).toMatchObject({ opening: '制作笔录', rows: [{ stateTitle: '已签名' }] })
  expect(shown('publication')).toMatchObject({ rows: [{ title: '罚决〔2026〕1号', stateTitle: '公示中' }] })
  expect(shown('measure')).toMatchObject({ count: 0, rows: [], opening: '申请实施措施' })
  // The bureau of justice reads it all and demands corrections; it takes no evidence.
  const overseen = await seenBy('zheng')
  expect(overseen.ok && overseen.value.referring).toContainEqual(
    expect.objectContaining({ procedure: 'evidence', count: 1, opening: null }),
  )
  expect(overseen.ok && overseen.value.referring).toContainEqual(
    expect.objectContaining({ procedure: 'correction', count: 0, rows: [] }),
  )
  // Another township does not learn that there is such a case.
  expect((await seenBy('lin')).ok).toBe(false)
}, 30_000)

it('[wutai-2021-zbf61.3] a decision that is published is found by the public; changed, it is withdrawn within three days, and that leaves its trace with the reason', async () => {
  const page = await portal('/enforcement/qingyuan')
  const decisions = partOf(page, 'decisions')
  for (const text of ['罚决〔2026〕1号', '苗某', '罚款900元。', '2026-03-23'])
    expect(decisions).toContain(text)
  expect(page).not.toContain('苗得雨')
  expect(partOf(await portal('/enforcement/qingyuan?q=罚决〔2026〕1号'), 'decisions')).toContain(
    '罚款900元。',
  )
  expect(partOf(await portal('/enforcement/qingyuan?q=罚决〔2026〕7号'), 'decisions')).toContain(
    '没有公示中的决定。',
  )
  expect(await portal('/now')).toContain('罚决〔2026〕1号')

  at.on('2026-04-20')
  const [row] = await listed('ordinary', { 'where.number': dumped.number })
  const change = { changedBy: '清复决〔2026〕3号', changedOn: '2026-04-20' }
  const changed = await at.acts('zheng', 'ordinary', row?.id ?? '', 'changeDecision', change, {
    reason: '复议撤销',
  })
  const limit = changed.limits.find(({ title }) => title === '撤回公开信息的期限')
  expect(JSON.stringify(limit)).toContain('2026-04-23')
  const [shown] = await listed('publication', { 'where.case': dumped.number })
  const id = shown?.id ?? ''
  const { changedBy } = change
  expect(said(await at.tries('ma', 'publication', id, 'withdraw', { changedBy }))).toContain(
    '向社会公开说明的理由',
  )
  const withdrawalReason = '复议机关撤销了这一决定。'
  await at.acts('ma', 'publication', id, 'withdraw', { changedBy, withdrawalReason })
  const done = { withdrawnOn: '2026-04-20', withdrawalReason }
  await at.acts('ma', 'ordinary', row?.id ?? '', 'withdrawPublication', done)
  const after = await portal('/enforcement/qingyuan')
  expect(partOf(after, 'decisions')).not.toContain('罚决〔2026〕1号')
  for (const text of ['罚决〔2026〕1号', '清复决〔2026〕3号', withdrawalReason, '2026-04-20']) {
    expect(partOf(after, 'withdrawn')).toContain(text)
  }
  expect(await portal('/now')).not.toContain('罚决〔2026〕1号')
  const history = await (await at.as('ma')).history({ ...of('publication'), id })
  expect(history.ok && history.value.map(({ action }) => action)).toEqual([
    'opening',
    'showOrdinary',
    'withdraw',
  ])
})

it('shows everyone who may enforce, on which power, by which table, before anyone acts', async () => {
  const page = await portal('/enforcement/qingyuan')
  expect(partOf(page, 'bodies')).toContain('龙泉镇人民政府')
  expect(partOf(page, 'officers')).toMatch(/吴明察[\s\S]*晋执-wu[\s\S]*有效/)
  expect(partOf(page, 'officers')).toMatch(/顾期满[\s\S]*2026-02-28[\s\S]*已到期/)
  expect(partOf(page, 'powers')).toMatch(
    /对随地倾倒生活垃圾的处罚[\s\S]*石桥镇人民政府[\s\S]*县市场监督管理局/,
  )
  expect(partOf(page, 'bands')).toMatch(/一般[\s\S]*500[\s\S]*2000/)
  expect(await portal('/enforcement')).toContain('/enforcement/qingyuan')
  expect((await at.site.site.fetch(new Request('http://localhost/enforcement/none'))).status).toBe(404)
})

it('[wutai-2021-zbf61.7] cases go to another system and come from it by a documented form, as JSON and as workbooks', async () => {
  const client = await at.as('ma')
  const schema = await client.call<Schema>('GET', `${EXCHANGE_PATH}-schema`)
  const given = await client.call<unknown>('GET', EXCHANGE_PATH)
  if (!schema.ok || !given.ok) throw new Error('nothing was answered')
  const { cases } = exchangeGiven.parse(given.value)
  expect(cases).toMatchObject([
    { procedure: 'ordinary', state: 'executed', data: { number: dumped.number, person: '苗**' } },
  ])
  expect(cases[0]?.papers.map(({ number }) => number)).toContain('罚决〔2026〕1号')
  expect(cases[0]?.trace.map(({ action }) => action).slice(0, 3)).toEqual(['opening', 'approve', 'conclude'])
  expect(JSON.stringify(given.value)).not.toContain('苗得雨')

  at.on('2026-04-20')
  const organised = { ...dumped, partyKind: 'organisation', organisation: '清源县来文砂石有限公司' }
  const { person: _person, idNumber: _idNumber, ...data } = { ...organised, number: '外-1' }
  for (const name of schema.value.$defs['ordinary-in']?.required ?? []) expect(data).toHaveProperty(name)
  const alone = { ...data, number: '外-2', officer2: 'wu' }
  const sent = { format: EXCHANGE, cases: [data, alone].map((one) => ({ procedure: 'ordinary', data: one })) }
  const officer = await at.as('wu')
  const taken = await officer.call('POST', EXCHANGE_PATH, { body: sent })
  expect(taken.ok && taken.value).toMatchObject({
    cases: [
      { number: '外-1', isOpened: true, issues: [] },
      {
        number: '外-2',
        isOpened: false,
        issues: expect.arrayContaining([expect.stringContaining('实际只有一人')]),
      },
    ],
  })
  const twice = await officer.call('POST', EXCHANGE_PATH, {
    body: { ...sent, cases: sent.cases.slice(0, 1) },
  })
  expect(twice.ok && twice.value).toMatchObject({ cases: [{ isOpened: false }] })
  const wrong = await officer.call('POST', EXCHANGE_PATH, { body: { ...sent, format: 'other/1' } })
  expect(said(wrong)).toContain('luoshi-enforcement-exchange/1')

  const browse = await at.site.browse('wu')
  const base = 'programmes/enforcement/procedures/ordinary'
  const template = await readSheet(
    Buffer.from(await (await browse(`${base}/imports/template.xlsx`)).arrayBuffer()),
  )
  const headings = (template[0] ?? []).map((heading) => String(heading ?? ''))
  const cells: Readonly<Record<string, string>> = {
    案件编号: '表-1',
    执法事项: littering.code,
    '违法行为发生地乡（镇）': '龙泉镇人民政府',
    当事人类型: '法人或者其他组织',
    当事人名称: '清源县表内砂石有限公司',
    违法行为发生日期: '2026-04-18',
    发现日期: '2026-04-19',
    '涉及公民生命健康安全、金融安全且有危害后果': '否',
    违法行为地点: '上河村口',
    违法事实: '向河道倾倒生活垃圾。',
    主办执法人员: 'wu',
    协办执法人员: 'he',
    执法人员与本案有直接利害关系或者其他可能影响公正的关系: '否',
  }
  const row = headings.map((heading) => cells[heading.replace(/\*$/, '')] ?? '')
  const workbook = await writeExcelFile(
    [headings, row].map((line) => line.map((value) => (value === '' ? null : { value }))),
  ).toBuffer()
  const form = new FormData()
  form.set('mode', 'all-or-nothing')
  form.set('file', new File([new Uint8Array(workbook)], '案件.xlsx'))
  const asked = (await (await browse(`${base}/imports`, { method: 'POST', body: form })).json()) as ImportView
  await expect
    .poll(async () => ((await (await browse(`${base}/imports/${asked.id}`)).json()) as ImportView).state, {
      timeout: 30_000,
    })
    .toBe('stored')
  const exported = await readSheet(Buffer.from(await (await browse(`${base}/export.xlsx`)).arrayBuffer()))
  const place = exported[0]?.indexOf('案件编号') ?? -1
  const numbers = exported.slice(1).map((row) => String(row[place]))
  expect(numbers.sort()).toEqual(['外-1', '表-1', dumped.number].sort())
})

it('[wutai-2021-zbf61.6] tells the justice bureau how far mobile handling covers each body, what lacks of the recorders, and the figures of a year as the cases have them', async () => {
  at.on('2026-04-20')
  const field = { deviceTime: '2026-04-20T08:50:00+08:00', actOn: '2026-04-20', foundOn: '2026-04-20' }
  await at.opens('wu', 'simple', { ...dumped, ...field, number: '龙当-移1', scene: '上河村西' })
  const client = await at.as('zheng')
  const path = `/api/v1/${county}/enforcement`
  const cockpit = await client.call<EnforcementCockpitView>('GET', `${path}/cockpit`)
  if (!cockpit.ok) throw new Error(said(cockpit))
  expect(cockpit.value.coverage).toMatchObject([{ name: '龙泉镇人民政府', cases: 4, mobile: 1, percent: 25 }])
  expect(cockpit.value.alarms).toContainEqual(
    expect.objectContaining({
      kind: 'certificate',
      phase: 'before',
      number: '顾期满',
      says: '证件已于2026-02-28到期。',
    }),
  )
  expect(cockpit.value.recorders).toMatchObject({
    wanted: 115,
    found: 0,
    finding: '执法记录仪应有115台，登记0台，缺115台，请核对。',
  })
  const year = await client.call<EnforcementYearView>('GET', `${path}/year?year=2026`)
  expect(year.ok && year.value.rows).toMatchObject([
    {
      name: '龙泉镇人民政府',
      penalties: 1,
      simple: 0,
      exempted: 0,
      fines: '900',
      annulled: 1,
      withPolice: 0,
    },
  ])
  const before = await client.call<EnforcementYearView>('GET', `${path}/year?year=2025`)
  expect(before.ok && before.value.rows).toEqual([])
  const own = await (await at.as('lin')).call<EnforcementYearView>('GET', `${path}/year?year=2026`)
  expect(own.ok && own.value.rows).toEqual([])
})
