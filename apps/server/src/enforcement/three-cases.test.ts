import { builtDesk } from '@luoshi/desk'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { DeskBrowsers, type WatchedDesk, type WindowOptions } from '../desk/desk.test-support.ts'
import { PASSWORD } from '../test-support/api.ts'
import { startWeakNetwork } from '../test-support/weak-network.ts'
import { listen } from '../web/listen.ts'
import { county, dumped, EnforcementCounty, jpeg, of, proposal, told } from './enforcement.test-support.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })

let server: TestServer
let at: EnforcementCounty
let desks: DeskBrowsers
const stops: (() => Promise<void>)[] = []

beforeAll(async () => {
  const [made, deskFolder] = await Promise.all([startTestServer(), builtDesk()])
  server = made
  at = await EnforcementCounty.start(await server.database(10), (stop) => stops.push(stop), { deskFolder })
  const listening = await listen(at.site.site, { host: 'localhost', port: 0 })
  if (!listening.isListening) throw new Error(listening.reason)
  desks = await DeskBrowsers.start(
    Promise.resolve({
      address: listening.address,
      services: at.site.services,
      counties: at.site.site.jobs.counties,
      async signIn(context, username) {
        const form = { county, username, password: PASSWORD, next: '/healthz' }
        const answer = await context.request.post(`${listening.address}/sign-in`, { form })
        if (!answer.ok()) throw new Error(await answer.text())
      },
      moveTo: (moment) => at.site.moveTo(moment),
      stop: listening.stop,
    }),
  )
})
afterAll(async () => {
  await desks?.stop()
  for (const stop of stops) await stop()
  await server?.stop()
})

/** Someone's desk on a day. */
async function deskOn(
  who: string,
  date: string,
  options: WindowOptions & { readonly address?: string } = {},
): Promise<WatchedDesk> {
  at.on(date)
  const { address = desks.site.address, ...window } = options
  return desks.deskOf(who, window, address)
}

const screenOf = (procedure: string, id: string, programme = 'enforcement') =>
  `/programmes/${programme}/${procedure}/cases/${id}`

/** Answers a question with 是 or 否. */
const answer = (form: Locator, question: RegExp, said: '是' | '否') =>
  form.getByRole('group', { name: question }).getByLabel(said, { exact: true }).check()

/** Signs on the glass. */
async function signs(form: Locator, who: string): Promise<void> {
  const glass = form.getByRole('img', { name: `${who}：在框内签名` })
  await glass.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const box = await glass.boundingBox()
  if (box === null) throw new Error('there is no glass')
  const { mouse } = form.page()
  const middle = box.y + box.height / 2
  await mouse.move(box.x + 30, middle)
  await mouse.down()
  for (const [x, y] of [
    [80, -25],
    [120, 25],
    [180, -10],
  ] as const) {
    await mouse.move(box.x + x, middle + y)
  }
  await mouse.up()
}

/** What is published of a case, entered and shown. */
async function published(number: string, document: string, party: string, result: string, decidedOn: string) {
  const id = await at.opens('wu', 'publication', {
    number: `公示-${number}`,
    case: number,
    document,
    body: '龙泉镇人民政府',
    party,
    summary: '向河道倾倒生活垃圾。',
    ground: proposal.legalGround,
    result,
    decidedOn,
  })
  await at.acts('wu', 'publication', id, 'showOrdinary')
  return { links: [{ kind: 'publication', case: id }] }
}

/** Closes a case on its screen, where all its papers stand; its whole file is one PDF. */
async function closes(id: string, procedure: string, date: string, papers: readonly string[]): Promise<void> {
  const desk = await deskOn('ma', date)
  await desk.open(screenOf(procedure, id))
  await desk.act('结案归档', '已结案', { 案件执行情况和结案意见: '已执行完毕。', 案卷页数: '12' })
  for (const paper of papers) await desk.page.locator('.case-part').getByText(paper).first().waitFor()
  const address = await desk.page.getByRole('link', { name: '一个PDF' }).getAttribute('href')
  const pdf = await desk.page.context().request.get(new URL(address ?? '', desks.site.address).href)
  expect(pdf.status()).toBe(200)
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  expect(desk.complaints).toEqual([])
}

it('a case on the spot in a township without a signal is opened, photographed, decided and signed; it arrives once, and its file is closed', async () => {
  const network = await startWeakNetwork(desks.site.address)
  onTestFinished(() => network.stop())
  const phone = { width: 390, height: 844, address: network.address }
  const desk = await deskOn('wu', '2026-03-02', phone)
  const { page } = desk
  await desk.open('/')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await desk.open('/programmes/enforcement/simple/new')
  network.become('down')
  const opening = page.locator('form')
  for (const [label, value] of [
    ['案件编号', '龙当-现1'],
    ['执法事项', dumped.power],
    ['当事人姓名', dumped.person],
    ['公民身份号码', dumped.idNumber],
    ['违法行为发生日期', '2026-03-02'],
    ['发现日期', '2026-03-02'],
    ['违法行为地点', dumped.scene],
    ['违法事实', '向河道倾倒生活垃圾一小车。'],
    ['主办执法人员', 'wu'],
    ['协办执法人员', 'he'],
  ] as const) {
    await opening.getByLabel(new RegExp(`^${label}`)).fill(value)
  }
  await opening.getByLabel(/^违法行为发生地乡/).selectOption({ label: '龙泉镇人民政府' })
  await opening.getByRole('group', { name: '当事人类型' }).getByLabel('公民').check()
  await answer(opening, /^涉及公民生命/, '否')
  await answer(opening, /利害关系/, '否')
  await desk.button('现场立案').click()

  await page.getByRole('link', { name: /^查看和接着办/ }).click()
  await page.locator('.data dd', { hasText: '龙泉镇人民政府' }).waitFor()
  await desk.button('当场作出处罚决定').click()
  const form = page.locator('form.act')
  for (const told of [/^已出示/, /^已告知拟处罚/, /^已告知陈述/]) await answer(form, told, '是')
  await form.getByRole('group', { name: '当场处罚的种类' }).getByLabel('罚款').check()
  await form.getByLabel('决定的罚款数额').fill('100')
  await form.getByLabel('处罚内容').fill('罚款100元。')
  await form.getByLabel('处罚依据').fill(proposal.legalGround)
  await form.getByLabel('决定日期').fill('2026-03-02')
  const photo = { name: '现场.jpg', mimeType: 'image/jpeg', buffer: jpeg }
  await form
    .getByLabel(/现场照片$/)
    .first()
    .setInputFiles(photo)
  await form.getByText('现场.jpg').first().waitFor()
  await signs(form, '当事人签名')
  // What was signed and not taken does not go unnoticed.
  await form.getByRole('button', { name: '当场作出处罚决定' }).click()
  await form.getByText('已签名，还没有采用').waitFor()
  await form.getByRole('button', { name: /^用这个签名.*当事人签名$/ }).click()
  await form.getByText('当事人签名.png').first().waitFor()
  await form.getByRole('button', { name: '当场作出处罚决定' }).click()
  await page.getByText('待上传 2 件').waitFor()

  network.become('up')
  await desk.open('/outbox')
  await page.getByText('已上传：').waitFor({ timeout: 40_000 })
  await page.getByText('这台设备上没有待上传的内容').waitFor()
  const list = await (await at.as('wu')).list(of('simple'))
  const rows = list.ok ? list.value.rows : []
  expect(rows.map(({ title, state }) => [title, state])).toEqual([['龙当-现1', 'handedOver']])
  const id = rows[0]?.id ?? ''

  await at.acts('wu', 'simple', id, 'file', { filedOn: '2026-03-02' })
  const cash = { isHardLater: false, isRemote: false, paid: '100', receipt: '票-1', paidOn: '2026-03-02' }
  await at.acts('wu', 'simple', id, 'collect', cash)
  await at.acts('wu', 'simple', id, 'handIn', { handedInOn: '2026-03-02', bankReceipt: '银-1' })
  const shown = await published('龙当-现1', '当罚决〔2026〕1号', '苗某', '罚款100元。', '2026-03-02')
  const publication = { publishedOn: '2026-03-02', publicationNumber: '公示-龙当-现1' }
  await at.acts('wu', 'simple', id, 'publish', publication, shown)
  await closes(id, 'simple', '2026-03-03', ['现场.jpg', '当事人签名.png', '当场行政处罚决定书', '结案报告'])
})

it('an ordinary case is heard, reviewed, decided and published on its screens, paid late with the surcharge, and closed', async () => {
  const number = '龙罚-听1'
  const id = await at.proposed({}, { number, partyKind: 'organisation', ...firm('清源县倾倒砂石有限公司') })
  at.on('2026-03-05')
  await at.acts('wu', 'ordinary', id, 'tell', told('2026-03-05'))
  at.on('2026-03-09')
  await at.acts('wu', 'ordinary', id, 'askHearing')
  const chair = { hearingChair: 'shen', hearingChairName: '沈和' }
  await at.acts('shen', 'ordinary', id, 'tellHearing', {
    hearingOn: '2026-03-19',
    hearingPlace: '镇会议室',
    ...chair,
  })
  const reviewer = await deskOn('shen', '2026-03-19')
  await reviewer.open(screenOf('ordinary', id))
  await reviewer.act('举行听证', '审核决定', { 已举行听证: '是', 听证笔录: '双方陈述、质证。' })
  const opinion = { 法制审核意见: '同意', 审核意见: '程序合法。', 法制审核人员: '沈和' }
  await reviewer.act('法制审核', '审核决定', opinion)

  const head = await deskOn('ma', '2026-03-23')
  await head.open(screenOf('ordinary', id))
  const decision = { 决定的罚款数额: '900', 决定日期: '2026-03-23', 处罚内容: '罚款900元。' }
  await head.act('作出处罚决定', '待送达', decision)
  at.on('2026-03-25')
  const service = { servedOn: '2026-03-25', serviceWay: 'direct', receiver: '本人' }
  await at.acts('wu', 'ordinary', id, 'serve', service)

  const officer = await deskOn('wu', '2026-03-25')
  await officer.open(screenOf('ordinary', id))
  await officer.button('公开处罚决定').click()
  await officer.page.locator('form.act').getByRole('link', { name: '登记' }).click()
  const form = officer.page.locator('form.form-page')
  await form.getByLabel('公示编号').fill(`公示-${number}`)
  await form.getByLabel('决定书文号').fill('罚决〔2026〕1号')
  await form.getByLabel('执法机关').fill('龙泉镇人民政府')
  // The rest is the case's own.
  expect(await form.getByLabel(/^处罚结果/).inputValue()).toBe('罚款900元。')
  await officer.button('拟公示').click()
  await officer.act('公示（一般，至多1年）', '公示中')
  await officer.open(screenOf('ordinary', id))
  await officer.button('公开处罚决定').click()
  const publishing = officer.page.locator('form.act')
  await publishing.getByLabel('公开日期').fill('2026-03-25')
  await publishing.getByLabel('公示编号').fill(`公示-${number}`)
  await publishing.getByLabel('公示', { exact: true }).fill(`公示-${number}`)
  await publishing.getByText('，公示中').waitFor()
  await publishing.getByRole('button', { name: '公开处罚决定' }).click()
  await publishing.waitFor({ state: 'detached' })
  await officer.page.goto(`${desks.site.address}/enforcement/${county}`)
  await officer.page.locator('#decisions').getByText('罚决〔2026〕1号', { exact: true }).waitFor()

  const late = await deskOn('wu', '2026-04-14')
  await late.open(screenOf('ordinary', id))
  await late.button('缴清罚款').click()
  const paying = late.page.locator('form.act')
  const payment = { 累计已缴数额: '900', 缴清日期: '2026-04-14', 票据号: '票-2', 复议: '0' }
  for (const [label, value] of Object.entries(payment)) {
    await paying.getByLabel(new RegExp(`^${label}`)).fill(value)
  }
  await paying.getByRole('button', { name: '缴清罚款' }).click()
  await paying.getByText('缴清1035元（罚款900元，加处罚款135.00元）').waitFor()
  await paying.getByLabel(/^累计已缴数额/).fill('1035')
  await paying.getByRole('button', { name: '缴清罚款' }).click()
  await late.page.locator('.state-mark', { hasText: '卷宗管理' }).waitFor()
  await closes(id, 'ordinary', '2026-04-15', [
    '听证通知书',
    '法制审核意见书',
    '行政处罚决定书',
    '送达回证',
    '结案报告',
  ])
  for (const { complaints } of [reviewer, head, officer, late]) expect(complaints).toEqual([])
})

it('a case goes to the police, comes back with their reason, and is decided and closed', async () => {
  const number = '龙罚-移1'
  at.on('2026-03-02')
  const party = { partyKind: 'organisation', ...firm('清源县移送砂石有限公司') }
  const id = await at.opens('wu', 'ordinary', { ...dumped, ...party, number })
  await at.acts('ma', 'ordinary', id, 'approve')
  await at.documents(number, '2026-03-02', '2026-03-02T09:00:00+08:00')
  const crime = { programme: 'crime-transfer' } as const
  const report = {
    number: '移-1',
    suspect: '吕某',
    facts: '多次向河道倾倒垃圾。',
    offence: '污染环境罪',
    isObvious: false,
    reportedBy: '吴明察',
  }
  const reported = await at.triesToOpen('wu', 'transfer', report, 'crime-transfer')
  const transfer = reported.ok ? reported.value.case.id : ''

  const desk = await deskOn('wu', '2026-03-02')
  await desk.open(screenOf('ordinary', id))
  await desk.page
    .locator('.referring')
    .getByRole('link', { name: `${number}-笔1` })
    .waitFor()
  await desk.page.getByRole('link', { name: '证据台账：登记' }).click()
  const entry = desk.page.locator('form.form-page')
  await entry.locator('p', { hasText: `${number} ${dumped.power} 龙泉镇人民政府` }).waitFor()
  expect(await entry.getByLabel('案件').inputValue()).toBe(number)
  await desk.open(screenOf('ordinary', id))
  await desk.button('涉嫌犯罪，移送公安机关').click()
  const form = desk.page.locator('form.act')
  await form.getByLabel('提出移送报告日期').fill('2026-03-02')
  await form.getByLabel('移送公安机关的案件').fill('移-1')
  await form.getByText('，待决定').waitFor()
  const handOver = form.getByRole('button', { name: '涉嫌犯罪，移送公安机关' })
  await handOver.click()
  await desk.page
    .getByText('“移送公安机关的案件”移-1现在是“待决定”，要求是“待移送、公安机关审查中”。')
    .waitFor()
  await at.acts('ma', 'transfer', transfer, 'approve', {}, crime)
  await handOver.click()
  await desk.page.locator('.state-mark', { hasText: '公安机关审查中' }).waitFor()

  at.on('2026-03-03')
  const materials = ['transfer-letter', 'investigation-report', 'list-of-goods', 'appraisal', 'other']
  await at.acts('wu', 'transfer', transfer, 'transfer', {}, { ...crime, materials })
  const police = await deskOn('police', '2026-03-09')
  await police.open(screenOf('transfer', transfer, 'crime-transfer'))
  await police.act('不立案', '待依法处理', {
    不予立案通知书文号: '清公不立字〔2026〕2号',
    理由: '情节轻微。',
  })

  const officer = await deskOn('wu', '2026-03-10')
  await officer.open(screenOf('ordinary', id))
  const returned = { 公安机关通知文号: '清公不立字〔2026〕2号', 理由: '公安机关不予立案。' }
  await officer.act('公安机关退回', '调查取证', returned)
  await at.acts('wu', 'ordinary', id, 'conclude')
  await at.acts('wu', 'ordinary', id, 'propose', { ...proposal, isComplicated: false })
  await at.acts('wu', 'ordinary', id, 'tell', told('2026-03-10'))
  await at.acts('wu', 'ordinary', id, 'waive', { waivedOn: '2026-03-10' })
  const decision = { finalFine: '900', decidedOn: '2026-03-10', decisionText: '罚款900元。' }
  const decided = await at.acts('ma', 'ordinary', id, 'decide', decision)
  const service = { servedOn: '2026-03-10', serviceWay: 'direct', receiver: '本人' }
  await at.acts('wu', 'ordinary', id, 'serve', service)
  const document = '罚决〔2026〕2号'
  const shown = await published(
    number,
    document,
    String(decided.data['publicParty']),
    '罚款900元。',
    '2026-03-10',
  )
  const publication = { publishedOn: '2026-03-10', publicationNumber: `公示-${number}` }
  await at.acts('wu', 'ordinary', id, 'publish', publication, shown)
  const payment = { paid: '900', paidOn: '2026-03-10', receipt: '票-3', stayedDays: 0 }
  await at.acts('wu', 'ordinary', id, 'pay', payment)
  const handled = { result: '罚款900元' }
  await at.acts('wu', 'transfer', transfer, 'handle', handled, crime)
  const informed = await at.acts('wu', 'transfer', transfer, 'inform', {}, crime)
  expect(informed.state).toBe('informed')
  await closes(id, 'ordinary', '2026-03-11', ['涉嫌犯罪案件移送函', '行政处罚决定书', '结案报告'])
  for (const { complaints } of [desk, police, officer]) expect(complaints).toEqual([])
})

/** A party that is no person. */
function firm(organisation: string) {
  return { person: undefined, idNumber: undefined, organisation }
}
