import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findDifference } from '../cli/verify-command.ts'
import {
  county,
  dumped,
  EnforcementCounty,
  jpeg,
  minorsNumber,
  of,
  proposal,
  said,
  told,
} from './enforcement.test-support.ts'

let at: EnforcementCounty

beforeAll(async () => {
  at = await EnforcementCounty.begin()
}, 120_000)
afterAll(() => at?.stop(), 60_000)

/** A party of its own for each test: another decision on the same day would be another test's business. */
const firm = (organisation: string) => ({
  partyKind: 'organisation',
  person: undefined,
  idNumber: undefined,
  organisation,
})

it('back-dating is refused: of the act, of the telling and of the decision', async () => {
  at.on('2026-03-02')
  const future = { ...dumped, number: '龙罚-倒1', actOn: '2026-03-03', foundOn: '2026-03-03' }
  expect(said(await at.triesToOpen('wu', 'ordinary', future))).toContain('都不晚于今天（2026-03-02）')
  const id = await at.proposed({}, { number: '龙罚-倒2', ...firm('清源县上河砂石有限公司') })
  at.on('2026-03-05')
  expect(said(await at.tries('wu', 'ordinary', id, 'tell', told('2026-03-01')))).toContain(
    '要求告知在发现（2026-03-02）以后',
  )
  await at.acts('wu', 'ordinary', id, 'tell', told('2026-03-05'))
  at.on('2026-03-13')
  await at.acts('wu', 'ordinary', id, 'lapse')
  await at.acts('shen', 'ordinary', id, 'review', {
    reviewOpinion: 'agree',
    reviewNotes: '事实清楚。',
    reviewerName: '沈和',
  })
  const decision = { finalFine: '900', decidedOn: '2026-03-10', decisionText: '罚款900元。' }
  expect(said(await at.tries('ma', 'ordinary', id, 'decide', decision))).toContain(
    '要求决定书写作出决定的当日（2026-03-13），不得倒签，实际2026-03-10',
  )
  at.on('2026-03-04')
  expect(
    said(await at.tries('ma', 'ordinary', id, 'decide', { ...decision, decidedOn: '2026-03-04' })),
  ).toContain('早于')
})

it('a missing officer and an expired certificate are refused', async () => {
  at.on('2026-03-02')
  const { officer2: _none, ...alone } = { ...dumped, number: '龙罚-人1', ...firm('清源县一人砂石有限公司') }
  expect(said(await at.triesToOpen('wu', 'ordinary', alone))).toContain('协办执法人员')
  expect(said(await at.triesToOpen('wu', 'ordinary', { ...alone, officer2: 'wu' }))).toContain('实际只有一人')
  expect(said(await at.triesToOpen('wu', 'ordinary', { ...alone, officer2: 'gu' }))).toContain(
    '顾期满的证件已于2026-02-28到期',
  )
  expect(said(await at.triesToOpen('wu', 'ordinary', { ...alone, officer2: 'lin' }))).toContain(
    '林致远不是本机构的执法人员',
  )
})

it('a fine outside the band, or heavier than was told, is refused', async () => {
  const id = await at.proposed({}, { number: '龙罚-幅1', ...firm('清源县超幅砂石有限公司') })
  await at.acts('wu', 'ordinary', id, 'rethink', {}, { reason: '核对基准' })
  const outside = { ...proposal, fine: '2000.01' }
  expect(said(await at.tries('wu', 'ordinary', id, 'propose', outside))).toContain(
    '“一般”罚款500元至2000元（裁量基准基准-2：按倾倒数量）',
  )
  await at.acts('wu', 'ordinary', id, 'propose', { ...outside, departs: true })
  expect(said(await at.tries('wu', 'ordinary', id, 'tell', told('2026-03-04')))).toContain(
    '突破裁量基准经负责人批准并写明理由',
  )
})

it('a second decision on the same act is refused, by whatever procedure', async () => {
  at.on('2026-03-02')
  const party = { ...dumped, ...firm('清源县再罚砂石有限公司') }
  const first = await at.opens('wu', 'simple', { ...party, number: '龙当-1' })
  await at.acts('wu', 'simple', first, 'decide', {
    shownCards: true,
    toldFacts: true,
    toldRights: true,
    simplePenalty: 'warning',
    finalFine: '0',
    decisionText: '警告。',
    legalGround: proposal.legalGround,
    decidedOn: '2026-03-02',
  })
  for (const procedure of ['simple', 'ordinary']) {
    const again = await at.triesToOpen('wu', procedure, { ...party, number: '龙当-2' })
    expect(said(again)).toContain(
      '要求对同一违法行为只处罚一次；不是同一行为的，写明理由，实际龙当-1已作出决定',
    )
  }
})

it('a case in a county department for a power that was delegated is refused', async () => {
  at.on('2026-03-02')
  const own = {
    ...dumped,
    number: '市监罚-1',
    officer1: 'qin',
    officer2: 'tang',
    ...firm('清源县下放砂石有限公司'),
  }
  expect(said(await at.triesToOpen('qin', 'ordinary', own))).toContain(
    '已下放的职权由乡（镇）行使，原部门停止行使',
  )
})

it("another township's file is as if it were not there: its page, its log, its photographs, its whole file", async () => {
  const id = await at.proposed({}, { number: '龙罚-阅1', ...firm('清源县他乡砂石有限公司') })
  const browse = await at.site.browse('lin')
  const path = `programmes/enforcement/procedures/ordinary/cases/${id}`
  for (const file of ['', '/history', '/dossier.pdf', '/dossier.zip']) {
    const response = await browse(`${path}${file}`)
    expect([file, response.status]).toEqual([file, 404])
    expect(await response.text()).not.toContain('砂石')
  }
  const evidence = await (await at.as('wu')).list(of('evidence'), { 'where.case': '龙罚-阅1' })
  const [row] = evidence.ok ? evidence.value.rows : []
  const [photo] = (row?.data['files'] ?? []) as { digest: string }[]
  const file = `programmes/enforcement/procedures/evidence/cases/${row?.id}/files/${photo?.digest}`
  expect((await (await at.site.browse('wu'))(file)).status).toBe(200)
  expect((await browse(file)).status).toBe(404)
  const list = await (await at.as('lin')).list(of('ordinary'))
  expect(list.ok && list.value.rows).toEqual([])
})

it('nobody puts evidence or a record into a file but the officers of its case', async () => {
  const number = '龙罚-塞1'
  await at.proposed({}, { number, ...firm('清源县旁人砂石有限公司') })
  for (const who of ['lin', 'gu']) {
    const photo = await at.hands(who, 'evidence', '现场.jpg', jpeg, 'image/jpeg')
    const planted = await at.triesToOpen(who, 'evidence', {
      ...{ number: `${number}-证9`, case: number, kind: 'audiovisual', name: '照片', proves: '倾倒' },
      ...{ files: [photo], takenAt: '2026-03-04T08:00:00+08:00', takenFrom: '路过' },
    })
    expect(said(planted)).toContain('由本案的主办或者协办执法人员登记，实际不是本案的执法人员')
  }
  const photo = await at.hands('wu', 'evidence', '现场.jpg', jpeg, 'image/jpeg')
  const astray = await at.triesToOpen('wu', 'evidence', {
    ...{ number: '无案-证1', case: '无此案', kind: 'audiovisual', name: '照片', proves: '倾倒' },
    ...{ files: [photo], takenAt: '2026-03-04T08:00:00+08:00', takenFrom: '现场' },
  })
  expect(said(astray)).toContain('没有这一编号的案件')
})

it("a minor's name is published nowhere, nor is a grown citizen's", async () => {
  const id = await at.proposed(
    { fine: '300' },
    { number: '龙罚-未1', person: '苗小雨', idNumber: minorsNumber, actOn: '2026-03-01' },
  )
  at.on('2026-03-05')
  await at.acts('wu', 'ordinary', id, 'tell', told('2026-03-05'))
  at.on('2026-03-13')
  await at.acts('wu', 'ordinary', id, 'lapse')
  await at.acts('shen', 'ordinary', id, 'review', {
    reviewOpinion: 'agree',
    reviewNotes: '从轻。',
    reviewerName: '沈和',
  })
  const decision = { finalFine: '300', decidedOn: '2026-03-13', decisionText: '罚款300元。' }
  await at.acts('ma', 'ordinary', id, 'decide', decision)
  const shown = {
    number: '公示-未1',
    case: '龙罚-未1',
    document: '罚决〔2026〕9号',
    body: '龙泉镇人民政府',
    party: '未成年人',
    summary: '向河道倾倒生活垃圾。',
    ground: proposal.legalGround,
    result: '罚款300元。',
    decidedOn: '2026-03-13',
  }
  expect(said(await at.triesToOpen('wu', 'publication', { ...shown, party: '苗某' }))).toContain(
    '写“未成年人”',
  )
  for (const field of ['summary', 'ground', 'result']) {
    expect(
      said(await at.triesToOpen('wu', 'publication', { ...shown, [field]: '苗小雨，罚款300元。' })),
    ).toContain('要求任何内容不写未成年人的姓名')
  }
  const publication = await at.opens('wu', 'publication', shown)
  await at.acts('wu', 'publication', publication, 'showOrdinary')
  const page = await (await at.site.site.fetch(new Request('http://localhost/now'))).text()
  expect(page).toContain('罚决〔2026〕9号')
  expect(page).not.toContain('苗小雨')
})

it('what was decided, approved, computed or published is not corrected past its gates', async () => {
  const minor = { person: '苗小雨', idNumber: minorsNumber }
  const id = await at.proposed({ fine: '300' }, { number: '龙罚-更1', ...minor, actOn: '2026-02-20' })
  const corrects = async (who: string, procedure: string, of_: string, changes: Record<string, unknown>) => {
    const client = await at.as(who)
    const address = { ...of(procedure), id: of_ }
    const found = await client.read(address)
    if (!found.ok) throw new Error(said(found))
    const body = { changes, reason: '录入有误' }
    return said(await client.correct(address, body, { version: found.value.version }))
  }
  expect(await corrects('wu', 'ordinary', id, { age: 'adult' })).toBe(
    '“当事人年龄”是按“违法时的年龄”算出的，不能更正；应更正它所依据的内容。',
  )
  expect(await corrects('wu', 'ordinary', id, { reviewOpinion: 'agree' })).toBe(
    '“法制审核意见”还没有填写过，不能更正；应在办理相应事项时填写。',
  )
  expect(await corrects('wu', 'ordinary', id, { fine: '9000' })).toContain('裁量基准')
  expect(await corrects('wu', 'ordinary', id, { foundOn: '2026-04-01' })).toContain('都不晚于今天')
  expect(await corrects('wu', 'ordinary', id, { officer2: 'gu' })).toContain('顾期满的证件已于2026-02-28到期')
  expect(await corrects('wu', 'ordinary', id, { scene: '龙泉镇上河村西' })).toBe('')
  // A party that is of age is not in the light grade any more, and what rests on that falls.
  expect(await corrects('wu', 'ordinary', id, { idNumber: dumped.idNumber })).toContain('“一般”罚款500元')
  const young = { ...dumped, ...minor, number: '龙罚-更2', actOn: '2026-02-21' }
  const fresh = await at.opens('wu', 'ordinary', young)
  expect(await corrects('wu', 'ordinary', fresh, { idNumber: dumped.idNumber })).toBe('')
  const grown = await (await at.as('wu')).read({ ...of('ordinary'), id: fresh })
  expect(grown.ok && grown.value.data['age']).toBe('adult')

  at.on('2026-03-05')
  await at.acts('wu', 'ordinary', id, 'tell', told('2026-03-05'))
  await at.acts('wu', 'ordinary', id, 'waive', { waivedOn: '2026-03-05' })
  const opinion = { reviewOpinion: 'agree', reviewNotes: '同意。', reviewerName: '沈和' }
  await at.acts('shen', 'ordinary', id, 'review', opinion)
  const decision = { finalFine: '300', decidedOn: '2026-03-05', decisionText: '罚款300元。' }
  await at.acts('ma', 'ordinary', id, 'decide', decision)
  expect(await corrects('wu', 'ordinary', id, { finalFine: '100' })).toContain('应由行政执法机关负责人办理')
  expect(await corrects('wu', 'ordinary', id, { reviewOpinion: 'disagree' })).toContain(
    '应由法制审核人员办理',
  )
  // What has a day is judged as on the day on which it was done: it is put right later, and moved to no later day.
  at.on('2026-03-09')
  expect(await corrects('wu', 'ordinary', id, { toldOn: '2026-03-08' })).toContain('不晚于今天（2026-03-05）')
  expect(await corrects('wu', 'ordinary', id, { toldOn: '2026-03-04' })).toBe('')
  const publication = await at.opens('wu', 'publication', {
    number: '公示-更1',
    case: '龙罚-更1',
    document: '罚决〔2026〕19号',
    body: '龙泉镇人民政府',
    party: '未成年人',
    summary: '向河道倾倒生活垃圾。',
    ground: proposal.legalGround,
    result: '罚款300元。',
    decidedOn: '2026-03-05',
  })
  await at.acts('wu', 'publication', publication, 'showOrdinary')
  for (const changes of [{ party: '苗小雨' }, { summary: '苗小雨倾倒垃圾。' }]) {
    expect(await corrects('wu', 'publication', publication, changes)).toMatch(/未成年人/)
  }
  expect(await corrects('wu', 'publication', publication, { summary: '向河道倾倒生活垃圾一车。' })).toBe('')
})

it('a changed photograph and a deleted row are found by whoever looks', async () => {
  const id = await at.proposed({}, { number: '龙罚-改1', ...firm('清源县改图砂石有限公司') })
  const { db, services } = at.site
  const silent = { out: () => undefined, err: () => undefined } as never
  const found = () => findDifference(services, silent)
  expect(await found()).toBeNull()
  const [photo] = await db.selectFrom('case_files').selectAll().where('county', '=', county).execute()
  const { digest = '' } = photo ?? {}
  const kept = join(at.site.fileFolder, county, digest.slice(0, 2), digest)
  const bytes = readFileSync(kept)
  const changed = Buffer.from(bytes)
  changed[changed.length - 3] = (changed.at(-3) ?? 0) ^ 1
  writeFileSync(kept, changed)
  expect(await found()).toContain(`文件被改动过：内容与记录的国密SM3摘要${digest}不符。`)
  rmSync(kept)
  expect(await found()).toContain('的文件不在了')
  writeFileSync(kept, bytes)
  expect(await found()).toBeNull()
  await sql`alter table actions disable trigger actions_are_kept`.execute(db)
  const deleted = await sql`delete from actions where subject = ${id} and sequence = 2`.execute(db)
  await sql`alter table actions enable trigger actions_are_kept`.execute(db)
  expect(deleted.numAffectedRows).toBe(1n)
  expect(await found()).toBe(`办件“${id}”缺第2条办理记录。`)
})
