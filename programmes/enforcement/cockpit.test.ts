import { citeText, dueDatesOf, officialCalendar, type Procedure } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { alarmsAt, alarmsOfRecord, countedBy, mobileCoverage, outlookOf, owesRecord } from './cockpit.ts'
import { correction } from './corrections.ts'
import { ordinary } from './ordinary.ts'
import { day, must, proposed, served } from './penalty-case.test-support.ts'
import { simple } from './simple.ts'
import { dumped, littering, people, said, settled, type World } from './world.test-support.ts'

const { wu, head, overseer } = people

function alarms(
  county: World,
  at: string,
  onRecord = { hasRecord: true, hasEvidence: true },
  procedure: Procedure = ordinary,
) {
  const current = county.get('c')
  const limits = dueDatesOf(procedure, current, officialCalendar())
  return alarmsAt(outlookOf(procedure, current, limits), onRecord, `${at}T09:00:00+08:00`)
}

const told = (county: World, at: string, onRecord?: { hasRecord: boolean; hasEvidence: boolean }) =>
  alarms(county, at, onRecord).map(({ kind, says, basis }) => [kind, says, citeText(basis)])

describe('the cockpit of the justice bureau', () => {
  it('[wutai-2021-zbf61.4] lists cases without a record, late steps and decisions that are not public, each with its clause', () => {
    const bare = settled('2023-05-08T10:00:00+08:00')
    must(bare.open('ordinary', 'c', wu, dumped))
    must(bare.act('c', 'approve', head))
    const nothing = { hasRecord: false, hasEvidence: false }
    expect(told(bare, '2023-05-14', nothing)).toEqual([])
    expect(told(bare, '2023-05-15', nothing)).toEqual([
      ['no-record', '调查7日，没有笔录和证据。', '五政发〔2022〕10号第394—396行'],
    ])
    expect(told(bare, '2023-05-15', { ...nothing, hasEvidence: true })).toEqual([
      ['record-gap', '没有已签名的笔录。', '五政发〔2022〕10号第394—396行'],
    ])
    expect(told(bare, '2023-05-15', { ...nothing, hasRecord: true })[0]?.[1]).toBe('没有证据。')
    const outlook = outlookOf(ordinary, bare.get('c'), [])
    expect(['2023-05-14', '2023-05-15'].map((day) => owesRecord(outlook, day))).toEqual([false, true])
    expect(told(bare, '2023-08-07')).toEqual([])
    expect(told(bare, '2023-08-08')[0]?.slice(0, 2)).toEqual([
      'late',
      '作出处罚决定的期限：应在2023-08-07前，至今没有办理。',
    ])
    const decided = served()
    expect(told(decided, '2023-06-02')).toEqual([])
    expect(told(decided, '2023-06-03')).toEqual([
      [
        'unpublished',
        '公开处罚决定的期限：应在2023-06-02前，至今没有办理。',
        '《国办发〔2018〕118号》行政执法公示制度',
      ],
    ])
  })

  it('shows what leaves the table, what is punished again and what was entered afterwards', () => {
    const heavy = proposed({ fine: '3000', departs: true })
    day(heavy, '2023-05-15')
    must(heavy.act('c', 'approveDeparture', head, { input: { departureReason: '数量特别大' } }))
    expect(told(heavy, '2023-05-15')).toEqual([
      ['outlier', '罚款3000元超出裁量基准，已批准，理由：数量特别大。', '《行政处罚法》第三十四条'],
    ])
    const later = settled('2023-05-10T10:00:00+08:00')
    must(later.open('simple', 'c', wu, { ...dumped, deviceTime: '2023-05-08T09:30:00+08:00' }))
    expect(alarms(later, '2023-05-10', undefined, simple).map(({ kind, says }) => [kind, says])).toEqual([
      ['entered-late', '移动终端2023-05-08 09:30记录，2023-05-10上传。'],
    ])
  })

  it('tells before anyone acts whose certificate has ended, which power has no table and which entrustment is not public', () => {
    const county = settled('2027-01-04T09:00:00+08:00')
    const banded = new Set([littering.code])
    const of = (id: string, known = banded) =>
      alarmsOfRecord(county.get(id), known, '2027-01-04').map(({ kind, says }) => [kind, says])
    expect(of('o1')).toEqual([['certificate', '证件已于2026-12-31到期。']])
    expect(of('p1')).toEqual([])
    expect(of('p1', new Set())).toEqual([
      ['no-band', '“对随地倾倒生活垃圾的处罚”没有公布裁量基准，不能提出罚款意见。'],
    ])
    const paper = {
      number: '委-1',
      entrusted: 'west',
      legalBasis: '《行政处罚法》第二十条',
      power: littering.code,
      scope: '现场检查',
      from: '2027-01-01',
      until: '2027-12-31',
    }
    must(county.open('entrustment', 'e', head, paper))
    expect(of('e').map(([kind]) => kind)).toEqual(['entrustment-hidden'])
    must(county.act('e', 'publish', head, { input: { publishedAt: '县政府网站' } }))
    expect(of('e')).toEqual([])
  })

  it('counts by body and by officer', () => {
    const decided = served()
    const found = alarms(decided, '2023-06-03')
    expect(countedBy(found, ({ unit }) => [unit])).toEqual([
      { key: 'east', total: 1, counts: { unpublished: 1 } },
    ])
    expect(countedBy(found, ({ officers }) => officers).map(({ key }) => key)).toEqual(['he', 'wu'])
  })

  it('rounds mobile handling down: 100 % only where every case was made on a terminal', () => {
    expect(mobileCoverage({ cases: 200, mobile: 199 })).toBe(99)
    expect(mobileCoverage({ cases: 3, mobile: 3 })).toBe(100)
    expect(mobileCoverage({ cases: 0, mobile: 0 })).toBe(0)
  })
})

describe('a correction', () => {
  it('is demanded of the body with its clause, answered by a day, sent back once more, and closed', () => {
    const county = served()
    const raised = {
      number: '监-1',
      kind: 'check',
      body: 'east',
      case: dumped.number,
      clause: '《行政处罚法》第四十七条',
      problem: '询问笔录没有当事人签名。',
      answerBy: '2023-06-09',
    }
    must(county.open('correction', 'k', overseer, raised))
    const demand = { input: { receiver: 'east' }, reason: '案卷抽查' }
    expect(said(county.act('k', 'demand', head, demand))).toContain('县司法局执法监督人员')
    const sent = must(county.act('k', 'demand', overseer, demand))
    expect(sent.case.unit).toBe('east')
    expect(sent.effects).toContainEqual(
      expect.objectContaining({ kind: 'paper', paper: 'correction-notice' }),
    )
    const limits = () => dueDatesOf(correction, county.get('k'), officialCalendar())
    expect(limits()).toMatchObject([{ limit: 'answer', legal: { due: '2023-06-09' }, ended: null }])
    must(county.act('k', 'answer', head, { input: { answer: '已补正。' } }))
    const again = { input: { answerBy: '2023-06-16' }, reason: '签名日期不符' }
    must(county.act('k', 'again', overseer, again))
    // The second time is counted as the first was.
    expect(limits()[1]).toMatchObject({ limit: 'answerAgain', legal: { due: '2023-06-16' }, ended: null })
    must(county.act('k', 'answer', head, { input: { answer: '已核对日期。' } }))
    expect(said(county.act('k', 'close', head))).toContain('县司法局执法监督人员')
    expect(said(county.act('k', 'close', overseer))).toBe('closed')
  })
})
