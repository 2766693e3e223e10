import { describe, expect, it } from 'vitest'
import {
  day,
  decidable,
  decision,
  must,
  proposal,
  proposed,
  served,
  told,
} from './penalty-case.test-support.ts'
import { dumped, idNumbers, people, said, settled } from './world.test-support.ts'

const { wu, head, market, overseer, other } = people

/** A decision against a minor, as it is published. */
const shown = {
  number: '公示-1',
  case: dumped.number,
  document: '罚决〔2023〕1号',
  body: '东山镇人民政府',
  party: '未成年人',
  summary: '向河道倾倒生活垃圾。',
  ground: '《城市市容和环境卫生管理条例》第三十四条',
  result: '罚款300元。',
  decidedOn: '2023-05-24',
}

describe('what someone may try', () => {
  it('back-dating is refused: of the act, of the decision, and of the clock', () => {
    const county = settled('2023-05-08T10:00:00+08:00')
    const future = { ...dumped, actOn: '2023-05-09', foundOn: '2023-05-09' }
    expect(said(county.open('ordinary', 'c', wu, future))).toContain('都不晚于今天（2023-05-08）')
    const ready = decidable()
    expect(said(ready.act('c', 'decide', head, { input: { ...decision, decidedOn: '2023-05-20' } }))).toBe(
      '不符合规定：要求决定书写作出决定的当日（2023-05-24），不得倒签，实际2023-05-20（五政办发〔2021〕61号第649行）。',
    )
    day(ready, '2023-05-20')
    expect(
      said(ready.act('c', 'decide', head, { input: { ...decision, decidedOn: '2023-05-20' } })),
    ).toContain('早于')
  })

  it('a missing officer is refused', () => {
    const county = settled('2023-05-08T10:00:00+08:00')
    const { officer2: _none, ...alone } = dumped
    expect(said(county.open('ordinary', 'c', wu, alone))).toContain('协办执法人员')
    expect(said(county.open('ordinary', 'c', wu, { ...dumped, officer2: 'wu' }))).toContain('实际只有一人')
  })

  it('an expired certificate is refused, also in the middle of a case', () => {
    const county = settled('2026-12-30T10:00:00+08:00')
    must(county.open('ordinary', 'c', wu, { ...dumped, actOn: '2026-12-29', foundOn: '2026-12-29' }))
    must(county.act('c', 'approve', head))
    day(county, '2027-01-04')
    expect(said(county.act('c', 'conclude', wu))).toContain('证件已于2026-12-31到期')
    must(county.act('o1', 'revoke', overseer, { reason: '证件作废' }))
    expect(said(county.act('c', 'conclude', wu))).toContain('不是在岗的执法人员')
  })

  it('a decision outside the band, or heavier than told, is refused', () => {
    expect(() => decidable({ fine: '9000' })).toThrow('罚款500元至2000元')
    const ready = decidable()
    expect(said(ready.act('c', 'decide', head, { input: { ...decision, finalFine: '2000' } }))).toContain(
      '决定的罚款不高于告知的1000元',
    )
  })

  it('a second decision on the same act is refused, by whatever procedure and power', () => {
    const county = served()
    const again = { ...dumped, number: '东罚-2' }
    expect(said(county.open('ordinary', 'd', wu, again))).toBe(
      '不符合规定：要求对同一违法行为只处罚一次；不是同一行为的，写明理由，实际东罚-1已作出决定（《行政处罚法》第二十九条）。',
    )
    expect(said(county.open('simple', 'e', wu, again))).toContain('东罚-1已作出决定')
  })

  it('a case in a county department for a power that was delegated is refused', () => {
    const county = settled('2023-05-08T10:00:00+08:00')
    const own = { ...dumped, officer1: 'qin', officer2: 'tang' }
    expect(said(county.open('ordinary', 'c', market, own))).toContain('停止行使')
  })

  it("nobody acts on another township's file, nor is told where it stands", () => {
    const county = served()
    const outcome = county.act('c', 'pay', other, {})
    expect(outcome.kind === 'refused' && outcome.issues.map(({ code }) => code)).toEqual(['not-allowed'])
  })

  it("a minor's name is published nowhere: not as the party, not in any text", () => {
    const county = served({ idNumber: idNumbers.minor }, { fine: '300' })
    expect(said(county.open('publication', 'p', wu, { ...shown, party: '苗某' }))).toContain('写“未成年人”')
    expect(said(county.open('publication', 'p', wu, { ...shown, summary: '苗得雨倾倒垃圾' }))).toBe(
      '不符合规定：要求任何内容不写未成年人的姓名，实际内容里写了当事人的姓名（《行政处罚法》第四十八条）。',
    )
    expect(said(county.open('publication', 'p', wu, shown))).toBe('prepared')
  })

  it('a fine below the band is refused as one above it is', () => {
    const ready = decidable()
    expect(said(ready.act('c', 'decide', head, { input: { ...decision, finalFine: '499.99' } }))).toContain(
      '“一般”罚款500元至2000元（裁量基准基准-2）；低于或者高于基准的，重新提出处罚意见',
    )
    expect(said(ready.act('c', 'decide', head, { input: { ...decision, finalFine: '500' } }))).toBe('decided')
  })

  it('an approval, a review and a discussion of one proposal are none of the next', () => {
    const { reviewer } = people
    const departing = { fine: '2100', departs: true, isComplicated: true, isMajor: true }
    const county = proposed(departing)
    const approve = () =>
      must(county.act('c', 'approveDeparture', head, { input: { departureReason: '数量大' } }))
    const tell = () => county.act('c', 'tell', wu, { input: { ...told, toldOn: county.now.slice(0, 10) } })
    day(county, '2023-05-15')
    approve()
    must(tell())
    must(county.act('c', 'waive', wu, { input: { waivedOn: '2023-05-15' } }))
    const opinion = { reviewOpinion: 'agree', reviewNotes: '同意', reviewerName: '沈和' }
    const review = () => must(county.act('c', 'review', reviewer, { input: opinion }))
    const talk = { discussion: '一致同意', discussedOn: '2023-05-15', attendees: '全体' }
    const discuss = () => must(county.act('c', 'discuss', head, { input: talk }))
    review()
    discuss()
    must(county.act('c', 'rethink', head, { reason: '加重' }))
    must(county.act('c', 'propose', wu, { input: { ...proposal, ...departing, fine: '9000' } }))
    expect(said(tell())).toContain('批准的是“罚款、没收：罚款2100元，没收0元')
    approve()
    must(tell())
    must(county.act('c', 'waive', wu, { input: { waivedOn: '2023-05-15' } }))
    const decide = () =>
      said(
        county.act('c', 'decide', head, {
          input: { finalFine: '9000', decidedOn: '2023-05-15', decisionText: '罚款9000元。' },
        }),
      )
    expect(decide()).toContain('要求对现在的处罚意见进行法制审核，实际审核的是“罚款、没收：罚款2100元')
    expect(decide()).toContain(
      '要求机关负责人集体讨论决定现在的处罚意见，实际讨论的是“罚款、没收：罚款2100元',
    )
    review()
    discuss()
    expect(decide()).toBe('decided')
  })

  it('a record by one officer, by one without a certificate, or of a day that has yet to come is refused', () => {
    const county = settled('2023-05-08T10:00:00+08:00')
    must(county.open('ordinary', 'c', wu, dumped))
    const record = {
      number: '笔-1',
      case: dumped.number,
      kind: 'inquiry',
      from: '2023-05-08T09:00:00+08:00',
      until: '2023-05-08T09:40:00+08:00',
      scene: '镇政府',
      officer1: 'wu',
      officer2: 'he',
      asked: '苗得雨',
      content: '问：倾倒了什么？',
    }
    const taken = (change: Readonly<Record<string, unknown>>) =>
      said(county.open('record', 'r', wu, { ...record, ...change }))
    expect(taken({ officer2: 'wu' })).toContain('实际只有一人')
    expect(taken({ officer2: 'lin' })).toContain('林致远不是本机构的执法人员')
    expect(taken({ until: '2023-05-09T09:00:00+08:00' })).toContain('不晚于今天（2023-05-08）')
    expect(said(county.open('record', 'r', head, record))).not.toBe('drafted')
    expect(taken({})).toBe('drafted')
  })

  it('a number of a case is not given to another, behind which its records and its party would be hidden', () => {
    const county = settled('2023-05-08T10:00:00+08:00')
    must(county.open('ordinary', 'c', wu, dumped))
    for (const procedure of ['ordinary', 'simple']) {
      expect(said(county.open(procedure, 'd', wu, { ...dumped, actOn: '2023-05-07' }))).toContain(
        '要求一案一号，案件编号没有用过，实际“东罚-1”已有案件',
      )
    }
  })

  it('a name is published in no field, however it is spaced, nor in why a publication is withdrawn', () => {
    const county = served({ idNumber: idNumbers.minor }, { fine: '300' })
    for (const [field, text] of [
      ['document', '罚决〔2023〕1号（苗得雨）'],
      ['body', '东山镇人民政府（苗得雨案）'],
      ['summary', '苗 得\u200b雨倾倒垃圾'],
      ['result', '苗·得·雨，罚款300元。'],
    ] as const) {
      expect(said(county.open('publication', 'p', wu, { ...shown, [field]: text }))).toContain(
        '写了当事人的姓名',
      )
    }
    must(county.open('publication', 'p', wu, shown))
    must(county.act('p', 'showSlight', wu))
    const reason = { changedBy: '清复决〔2023〕1号', withdrawalReason: '苗得雨违法时不满十四周岁。' }
    expect(said(county.act('p', 'withdraw', wu, { input: reason }))).toContain('任何内容不写未成年人的姓名')
    const plain = { ...reason, withdrawalReason: '当事人违法时不满十四周岁。' }
    expect(said(county.act('p', 'withdraw', wu, { input: plain }))).toBe('withdrawn')
  })
})
