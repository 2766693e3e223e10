import { dueDatesOf, officialCalendar } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { ordinary } from './ordinary.ts'
import {
  day,
  decidable,
  decision,
  documented,
  must,
  photo,
  proposal,
  proposed,
  served,
  told,
} from './penalty-case.test-support.ts'
import { dumped, idNumbers, people, said, settled, type World } from './world.test-support.ts'

const { wu, head, reviewer, overseer } = people

const dueOf = (county: World, limit: string) => {
  const found = dueDatesOf(ordinary, county.get('c'), officialCalendar()).find((one) => one.limit === limit)
  return found?.legal.kind === 'due' ? found.legal.due : undefined
}

const publishedCase = (county: World, change = {}) =>
  county.open('publication', 'pub', wu, {
    number: '公示-1',
    case: dumped.number,
    document: '罚决〔2023〕1号',
    body: '东山镇人民政府',
    party: '苗某',
    summary: '向河道倾倒生活垃圾。',
    ground: proposal.legalGround,
    result: '罚款1000元。',
    decidedOn: '2023-05-24',
    ...change,
  })

const closing = { result: '罚款已缴清', volumes: 32 }

describe('an ordinary case', () => {
  it('[wutai-2021-zbf61.1] goes through the seven functions in their order, each step with its time and person, none skipped', () => {
    const county = settled('2023-05-08T10:00:00+08:00')
    must(county.open('ordinary', 'c', wu, dumped))
    const early: [string, string][] = [
      ['applied', 'conclude'],
      ['applied', 'decide'],
      ['applied', 'serve'],
      ['applied', 'close'],
    ]
    for (const [state, action] of early) {
      expect(county.get('c').state).toBe(state)
      expect(said(county.act('c', action, wu))).toContain('待立案审批')
    }
    const full = served()
    day(full, '2023-06-01')
    must(publishedCase(full))
    const published = { publishedOn: '2023-06-01', publicationNumber: '公示-1' }
    const links = [{ kind: 'publication', case: 'pub' }]
    must(full.act('c', 'publish', wu, { input: published, links }))
    const paid = { paid: '1000', paidOn: '2023-06-01', receipt: '票-1', stayedDays: 0 }
    must(full.act('c', 'pay', wu, { input: paid }))
    must(full.act('c', 'close', head, { input: closing }))
    const { state, doneBy, events, clocks } = full.get('c')
    expect(state).toBe('closed')
    expect(doneBy).toEqual({
      opening: 'wu',
      approve: 'ma',
      conclude: 'wu',
      propose: 'wu',
      tell: 'wu',
      lapse: 'wu',
      decide: 'ma',
      serve: 'wu',
      publish: 'wu',
      pay: 'wu',
      close: 'ma',
    })
    expect(events).toBe(11)
    expect(Object.values(clocks).every(({ ended }) => ended !== null)).toBe(true)
  })

  it('has the limits of the law, over holidays', () => {
    const county = served()
    expect(dueOf(county, 'decision')).toBe('2023-08-07')
    expect(dueOf(county, 'service')).toBe('2023-06-02')
    expect(dueOf(county, 'publication')).toBe('2023-06-02')
    // 15 days after 25 May is 9 June, a Friday.
    expect(dueOf(county, 'pay')).toBe('2023-06-09')
    expect(dueOf(county, 'suit')).toBe('2023-11-27')
    expect(dueOf(county, 'court')).toBe('2024-02-26')
  })

  it('ends its investigation only with evidence and a signed record', () => {
    const county = settled('2023-05-08T10:00:00+08:00')
    must(county.open('ordinary', 'c', wu, dumped))
    must(county.act('c', 'approve', head))
    expect(said(county.act('c', 'conclude', wu))).toContain(
      '要求有证据，并有已签名的询问笔录或者现场笔录，实际证据0件，已签名的笔录0份',
    )
    documented(county, 'c', dumped.number)
    expect(said(county.act('c', 'conclude', wu))).toBe('concluded')
  })

  it('grades by the facts and takes no fine outside the published band, unless its leaving is approved', () => {
    expect(proposed().get('c').data).toMatchObject({ grade: 'ordinary', mustHear: 'yes', mustReview: 'no' })
    expect(() => proposed({ fine: '2000.01' })).toThrow(
      '要求“一般”罚款500元至2000元（裁量基准基准-2：按倾倒数量）；突破基准的写明并报负责人批准，实际罚款2000.01元',
    )
    expect(() => proposed({ fine: '499.99' })).toThrow('实际罚款499.99元')
    expect(proposed({ isMended: true, fine: '300' }).get('c').data['grade']).toBe('light')
    const heavy = proposed({ fine: '3000', departs: true })
    day(heavy, '2023-05-15')
    expect(said(heavy.act('c', 'tell', wu, { input: told }))).toContain('突破裁量基准经负责人批准并写明理由')
    must(heavy.act('c', 'approveDeparture', head, { input: { departureReason: '数量特别大' } }))
    expect(said(heavy.act('c', 'tell', wu, { input: told }))).toBe('told')
  })

  it('punishes nobody under fourteen, and those under eighteen less', () => {
    const child = { idNumber: idNumbers.child }
    const county = proposed({ fine: '0' }, child)
    expect(county.get('c').data).toMatchObject({ age: 'child', grade: 'exempt' })
    expect(said(county.act('c', 'tell', wu, { input: told }))).toContain('不属于不予处罚的情形')
    const none = { decidedOn: '2023-05-12', decisionText: '不满十四周岁' }
    expect(said(county.act('c', 'decideNone', head, { input: none }))).toBe('exempted')
    const minor = proposed({ fine: '200' }, { idNumber: idNumbers.minor })
    expect(minor.get('c').data).toMatchObject({ age: 'minor', grade: 'light' })
  })

  it('waits five working days for a hearing, and holds it seven working days after it was told', () => {
    const county = proposed()
    day(county, '2023-05-15')
    must(county.act('c', 'tell', wu, { input: told }))
    day(county, '2023-05-22')
    expect(said(county.act('c', 'lapse', wu))).toContain('“申请听证的期限”至2023-05-22止')
    must(county.act('c', 'askHearing', wu))
    const notice = {
      hearingOn: '2023-06-01',
      hearingPlace: '镇会议室',
      hearingChair: 'wu',
      hearingChairName: '吴明察',
    }
    expect(said(county.act('c', 'tellHearing', reviewer, { input: notice }))).toContain(
      '要求听证由非本案调查人员主持，实际本案执法人员',
    )
    const apart = { ...notice, hearingChair: 'shen', hearingChairName: '沈和' }
    must(county.act('c', 'tellHearing', reviewer, { input: apart }))
    const heard = { heard: true, hearingRecord: '双方陈述。' }
    day(county, '2023-05-31')
    expect(said(county.act('c', 'hear', reviewer, { input: heard }))).toContain('至2023-05-31止')
    day(county, '2023-06-01')
    must(county.act('c', 'hear', reviewer, { input: heard }))
    const late = { ...decision, decidedOn: '2023-06-01' }
    expect(said(county.act('c', 'decide', head, { input: late }))).toContain(
      '要求法制审核通过后作出决定，实际未经法制审核（《行政处罚法》第五十八条）',
    )
    const review = { reviewOpinion: 'agree', reviewNotes: '事实清楚', reviewerName: '沈和' }
    must(county.act('c', 'review', reviewer, { input: review }))
    expect(said(county.act('c', 'decide', head, { input: late }))).toBe('decided')
  })

  it('is decided with both rights told, reviewed and discussed where due, never heavier than told', () => {
    const untold = proposed()
    expect(
      said(untold.act('c', 'tell', wu, { input: { ...told, toldOn: '2023-05-12', toldHearing: false } })),
    ).toContain('应当告知听证权利')
    const county = decidable({ isComplicated: true, isMajor: true })
    const asked = said(county.act('c', 'decide', head, { input: { ...decision, finalFine: '1000.01' } }))
    expect(asked).toContain('要求决定的罚款不高于告知的1000元，实际1000.01元')
    expect(asked).toContain('法制审核通过后作出决定')
    expect(asked).toContain('机关负责人集体讨论决定')
    const opinion = { reviewOpinion: 'disagree', reviewNotes: '证据不足', reviewerName: '沈和' }
    must(county.act('c', 'review', reviewer, { input: opinion }))
    const talk = { discussion: '一致同意', discussedOn: '2023-05-24', attendees: '全体负责人' }
    must(county.act('c', 'discuss', head, { input: talk }))
    expect(said(county.act('c', 'decide', head, { input: decision }))).toContain('实际审核不同意')
    must(county.act('c', 'review', reviewer, { input: { ...opinion, reviewOpinion: 'amend' } }))
    expect(said(county.act('c', 'decide', head, { input: decision }))).toBe('decided')
  })

  it('is not served by electronic means without consent, nor before it was decided', () => {
    const county = decidable()
    must(county.act('c', 'decide', head, { input: decision }))
    const service = { servedOn: '2023-05-24', serviceWay: 'electronic', receiver: '本人' }
    expect(said(county.act('c', 'serve', wu, { input: service }))).toContain('实际没有确认书')
    const early = { ...service, servedOn: '2023-05-23', serviceWay: 'direct' }
    expect(said(county.act('c', 'serve', wu, { input: early }))).toContain(
      '送达在决定（2023-05-24）之日或者以后',
    )
    const agreed = { ...service, serviceConsent: photo('确认书.jpg') }
    expect(said(county.act('c', 'serve', wu, { input: agreed }))).toBe('served')
  })

  it('costs three per cent a day when it is paid late, never more than the fine, and not during review', () => {
    const county = served()
    day(county, '2023-06-12')
    const late = { paid: '1000', paidOn: '2023-06-12', receipt: '票-1', stayedDays: 0 }
    expect(said(county.act('c', 'pay', wu, { input: late }))).toContain(
      '缴清1090元（罚款1000元，加处罚款90.00元）',
    )
    const stayed = must(county.act('c', 'pay', wu, { input: { ...late, stayedDays: 3 } }))
    expect(stayed.case.data['lateFee']).toBe('0.00')
    const later = served()
    day(later, '2024-05-20')
    const paid = { ...late, paid: '2000', paidOn: '2024-05-20' }
    expect(must(later.act('c', 'pay', wu, { input: paid })).case.data['lateFee']).toBe('1000')
  })

  it('is put off on request, and goes to the court only after the limits of suit and urging', () => {
    const county = served()
    must(
      county.act('c', 'askDeferral', wu, { input: { deferralReason: '经济困难', deferUntil: '2023-07-09' } }),
    )
    must(county.act('c', 'grantDeferral', head, { input: { instalments: '一次' }, reason: '属实' }))
    expect(dueOf(county, 'pay')).toBe('2023-07-10')
    day(county, '2023-07-10')
    const urging = { urgedOn: '2023-07-11', urgedSum: '1000' }
    expect(said(county.act('c', 'urge', wu, { input: urging }))).toContain('至2023-07-10止')
    day(county, '2023-07-11')
    must(county.act('c', 'urge', wu, { input: urging }))
    const court = { courtDocument: '强申〔2023〕1号' }
    day(county, '2023-11-27')
    expect(said(county.act('c', 'applyCourt', head, { input: court }))).toContain(
      '“起诉的期限”至2023-11-27止',
    )
    day(county, '2023-11-28')
    expect(said(county.act('c', 'applyCourt', head, { input: court }))).toBe('atCourt')
  })

  it('goes to the police with its letter and comes back, its limit standing still meanwhile', () => {
    const county = settled('2023-05-08T10:00:00+08:00')
    must(county.open('ordinary', 'c', wu, dumped))
    must(county.act('c', 'approve', head))
    const report = { crimeReportedOn: '2023-05-08' }
    expect(said(county.act('c', 'toPolice', wu, { input: report }))).toContain('移送公安机关的案件')
    const links = [{ kind: 'crime', case: 'transfer-1' }]
    const sent = must(county.act('c', 'toPolice', wu, { input: report, links }))
    expect(sent.effects).toContainEqual(expect.objectContaining({ kind: 'paper', paper: 'police-letter' }))
    day(county, '2023-05-18')
    const returned = { input: { policeNotice: '公不立〔2023〕2号' }, reason: '未达标准' }
    must(county.act('c', 'policeReturned', wu, returned))
    expect(dueOf(county, 'decision')).not.toBe('2023-08-07')
    expect(county.get('c').state).toBe('investigating')
  })
})

it('[wutai-2021-zbf60.10] a case of sand mining gives a letter to the police that bears its date', () => {
  const county = settled('2023-05-08T10:00:00+08:00')
  must(county.open('ordinary', 'c', wu, { ...dumped, act: '在河道内无证采砂。' }))
  must(county.act('c', 'approve', head))
  const links = [{ kind: 'crime', case: 'transfer-1' }]
  const sent = must(county.act('c', 'toPolice', wu, { input: { crimeReportedOn: '2023-05-08' }, links }))
  expect(sent.effects).toContainEqual(expect.objectContaining({ kind: 'paper', paper: 'police-letter' }))
  expect(sent.event.at).toBe('2023-05-08T10:00:00+08:00')
})

describe('publication', () => {
  it('shows the party by surname, an organisation by name, and a minor not at all', () => {
    const county = served()
    const shown = must(publishedCase(county))
    expect(shown.case.data['party']).toBe('苗某')
    const opened = must(county.act('pub', 'showOrdinary', wu))
    expect(opened.effects).toContainEqual(
      expect.objectContaining({ kind: 'disclose', record: expect.objectContaining({ party: '苗某' }) }),
    )
    const minor = served({ idNumber: idNumbers.minor }, { fine: '300' })
    expect(said(publishedCase(minor))).toContain('公示的当事人写“未成年人”')
  })

  it('is withdrawn within three working days with a public reason when the decision falls', () => {
    const county = served()
    must(publishedCase(county))
    must(county.act('pub', 'showOrdinary', wu))
    const change = { changedBy: '清复决〔2023〕1号', changedOn: '2023-05-25' }
    must(county.act('c', 'changeDecision', overseer, { input: change, reason: '复议撤销' }))
    expect(dueOf(county, 'unpublish')).toBe('2023-05-30')
    expect(said(county.act('pub', 'withdraw', wu, { input: { changedBy: '清复决〔2023〕1号' } }))).toContain(
      '向社会公开说明的理由',
    )
    const reason = { changedBy: '清复决〔2023〕1号', withdrawalReason: '决定被撤销' }
    const gone = must(county.act('pub', 'withdraw', wu, { input: reason }))
    expect(gone.effects).toContainEqual(expect.objectContaining({ kind: 'end-disclosure' }))
    expect(gone.case.events).toBe(3)
    const done = { withdrawnOn: '2023-05-25', withdrawalReason: '决定被撤销' }
    expect(said(county.act('c', 'withdrawPublication', wu, { input: done }))).toBe('served')
  })
})
