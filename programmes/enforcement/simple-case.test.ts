import { describe, expect, it } from 'vitest'
import { must } from './penalty-case.test-support.ts'
import { dumped, idNumbers, people, said, settled } from './world.test-support.ts'

const { wu, head } = people

const onSpot = {
  shownCards: true,
  toldFacts: true,
  toldRights: true,
  simplePenalty: 'fine',
  finalFine: '200',
  decisionText: '罚款200元。',
  legalGround: '《城市市容和环境卫生管理条例》第三十四条',
  decidedOn: '2023-05-08',
}
const cash = { isHardLater: false, isRemote: false, paid: '100', receipt: '票-1', paidOn: '2023-05-08' }

function opened(party = {}) {
  const county = settled('2023-05-08T10:00:00+08:00')
  must(county.open('simple', 'c', wu, { ...dumped, ...party }))
  return county
}

const organisation = {
  partyKind: 'organisation',
  person: undefined,
  idNumber: undefined,
  organisation: '清源县上河砂石有限公司',
}

describe('a case on the spot', () => {
  it('fines a citizen 200 元 and no more, an organisation 3000 元 and no more', () => {
    expect(said(opened().act('c', 'decide', wu, { input: onSpot }))).toBe('handedOver')
    expect(said(opened().act('c', 'decide', wu, { input: { ...onSpot, finalFine: '200.01' } }))).toContain(
      '要求警告，或者200元以下罚款；超过的用普通程序，实际罚款200.01元（《行政处罚法》第五十一条）',
    )
    const firm = Object.fromEntries(
      Object.entries({ ...dumped, ...organisation }).filter(([, value]) => value !== undefined),
    )
    for (const [fine, comes] of [
      ['3000', 'handedOver'],
      ['3000.01', '3000元以下罚款'],
    ] as const) {
      const county = settled('2023-05-08T10:00:00+08:00')
      must(county.open('simple', 'c', wu, firm))
      expect(said(county.act('c', 'decide', wu, { input: { ...onSpot, finalFine: fine } }))).toContain(comes)
    }
    const warned = { ...onSpot, simplePenalty: 'warning', finalFine: '100' }
    expect(said(opened().act('c', 'decide', wu, { input: warned }))).toContain('警告，罚款100元')
  })

  it('shows cards and tells rights, bears the day of the terminal, and spares children', () => {
    expect(said(opened().act('c', 'decide', wu, { input: { ...onSpot, toldRights: false } }))).toContain(
      '权利未告知',
    )
    expect(
      said(opened().act('c', 'decide', wu, { input: { ...onSpot, decidedOn: '2023-05-07' } })),
    ).toContain('现场没有网络、后来上传的，写移动终端记下的当日')
    const later = settled('2023-05-10T10:00:00+08:00')
    must(later.open('simple', 'c', wu, { ...dumped, deviceTime: '2023-05-08T09:30:00+08:00' }))
    expect(said(later.act('c', 'decide', wu, { input: onSpot }))).toBe('handedOver')
    const county = settled('2023-05-08T10:00:00+08:00')
    expect(said(county.open('simple', 'd', wu, { ...dumped, idNumber: idNumbers.child }))).toContain(
      '不满十四周岁，应责令监护人管教',
    )
  })

  it('takes cash up to 100 元 or where the law says so, and hands it in', () => {
    const county = opened()
    must(county.act('c', 'decide', wu, { input: onSpot }))
    must(county.act('c', 'file', wu, { input: { filedOn: '2023-05-08' } }))
    expect(said(county.act('c', 'collect', wu, { input: { ...cash, paid: '200' } }))).toContain(
      '实际罚款200元，没有其他情形（《行政处罚法》第六十八条）',
    )
    must(county.act('c', 'collect', wu, { input: { ...cash, paid: '200', isRemote: true } }))
    const handedIn = { handedInOn: '2023-05-09', bankReceipt: '银-1' }
    expect(said(county.act('c', 'handIn', wu, { input: handedIn }))).toBe('executed')
    expect(said(county.act('c', 'close', head, { input: { result: '办结', volumes: 6 } }))).toContain(
      '处罚决定依法公开以后结案',
    )
  })
})
