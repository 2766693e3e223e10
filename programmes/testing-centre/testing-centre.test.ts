import { type Case, isMissed } from '@luoshi/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actingIn, caseOf, refusalsOf } from '../acting.test-support.ts'
import { missingParts, parts } from './equipment.ts'
import { testingCentre } from './index.ts'
import { standardCertified, stockOf } from './reagents.ts'
import { isQualified, posts } from './staff.ts'

type Input = Readonly<Record<string, unknown>>

const acting = actingIn(testingCentre)
const { open, act, count, limitOf } = acting
const MANAGER = 'quality-manager'

const record = (state: string, data: Input) => ({
  id: String(data['number']),
  state,
  data,
  opened: '2022-10-08T09:00:00+08:00',
  latest: '2022-10-08T09:00:00+08:00',
})
describe('[wuzhai-2022-zbf35.1] the staff', () => {
  const everyPost = Object.keys(posts)
  const employee = (number: number, given: Input = {}) =>
    record('working', {
      number: `人-${number}`,
      posts: number === 1 ? everyPost : ['tester'],
      degree: 'bachelor',
      major: 'food',
      title: 'none',
      certificateUntil: '2023-06-30',
      ...given,
    })
  const count = (all: ReturnType<typeof record>[], today = '2023-06-30') =>
    acting.count('staffing', today, all)

  it('has three with a matching degree or a middle title, three who test, and somebody in each post', () => {
    const three = [employee(1), employee(2), employee(3)]
    expect(count(three)).toMatchObject({ isMet: true, findings: [] })
    expect(count(three.slice(0, 2)).isMet).toBe(false)
    expect(count([employee(1), employee(2), employee(3, { posts: ['clerk'] })]).isMet).toBe(false)
    expect(count([employee(1), employee(2), employee(3, { major: 'other' })]).isMet).toBe(false)
    const titled = employee(3, { degree: 'none', major: 'other', title: 'middle' })
    expect([isQualified(titled), count([employee(1), employee(2), titled]).isMet]).toEqual([true, true])
    for (const post of everyPost) {
      const others = everyPost.filter((one) => one !== post)
      const lacking = [employee(1, { posts: others }), employee(2, { posts: [] }), employee(3, { posts: [] })]
      expect(count(lacking).findings.map(({ name }) => name)).toContain(posts[post as keyof typeof posts])
    }
  })

  it('tests only with a certificate in force, which is told from the day after its end', () => {
    const three = [employee(1), employee(2), employee(3)]
    expect(count(three, '2023-07-01')).toMatchObject({ isMet: false })
    expect(count(three, '2023-07-01').findings).toHaveLength(3)
    const entry = {
      number: '人-1',
      name: '赵某',
      posts: ['tester'],
      degree: 'bachelor',
      major: 'food',
      title: 'none',
      source: 'present',
    }
    const trained = caseOf(
      act(caseOf(open('employing', 'centre', '2022-10-08', entry)), 'centre', '2022-10-30', 'train', {
        trainedOn: '2022-10-30',
        certificateUntil: '2022-11-30',
      }),
    )
    expect(refusalsOf(act(trained, MANAGER, '2022-11-01', 'begin'))[0]).toContain('没有授权')
    const authorised = caseOf(
      act(trained, MANAGER, '2022-11-01', 'authorise', { authorisedOn: '2022-11-01', scope: '农残' }),
    )
    expect(act(authorised, MANAGER, '2022-11-30', 'begin').kind).toBe('done')
    expect(act(authorised, MANAGER, '2022-12-01', 'begin').kind).toBe('refused')
  })
})

const device = {
  number: '仪-1',
  name: '气相色谱仪',
  model: '某型',
  room: '3号实验室',
  keeper: '人-1',
  value: '260000',
  asset: '资-1',
  isKey: true,
  hasManual: true,
  hasAcceptance: true,
  hasCertificate: true,
  hasChecks: true,
  hasRuns: true,
  hasUsage: true,
  verifiedUntil: '2023-10-09',
  checkBy: '2023-04-10',
}

describe('[wuzhai-2022-zbf35.2] a device', () => {
  const inUse = () =>
    caseOf(act(caseOf(open('keeping', 'centre', '2022-10-08', device)), MANAGER, '2022-10-11', 'commission'))
  const run = (before: Case, day: string) =>
    act(before, 'centre', day, 'run', { ranOn: day, sample: '农残' }).kind

  it('is not used from the day after its verification or interim check has lapsed', () => {
    expect([run(inUse(), '2023-04-10'), run(inUse(), '2023-04-11')]).toEqual(['done', 'refused'])
    const input = { checkedOn: '2023-04-11', checkBy: '2024-04-10', checkResult: '合格' }
    const checked = caseOf(act(inUse(), 'centre', '2023-04-11', 'check', input))
    expect([run(checked, '2023-10-09'), run(checked, '2023-10-10')]).toEqual(['done', 'refused'])
  })

  it('has both days as limits, which move when it is verified or checked', () => {
    expect(limitOf(inUse(), 'verification').legal).toMatchObject({ due: '2023-10-09' })
    expect(limitOf(inUse(), 'check').legal).toMatchObject({ due: '2023-04-10' })
    expect(isMissed(limitOf(inUse(), 'check'), '2023-04-11T00:00:00+08:00')).toBe(true)
    const input = {
      verifiedOn: '2023-10-09',
      verifiedUntil: '2024-10-08',
      verifier: '市计量所',
      result: 'passed',
    }
    const verified = caseOf(act(inUse(), 'centre', '2023-10-09', 'verify', input))
    expect(limitOf(verified, 'verification').legal).toMatchObject({ due: '2024-10-08' })
  })

  it('stands in the list of what is due, the nearest first', () => {
    const all = [
      record('inUse', { ...device, number: '仪-1' }),
      record('inUse', { ...device, number: '仪-2', checkBy: '2023-03-01' }),
      record('filed', { ...device, number: '仪-3', verifiedUntil: undefined, checkBy: undefined }),
    ]
    const counted = count('device-standing', '2023-03-02', all)
    expect(counted.findings.map(({ name }) => name.slice(0, 3))).toEqual(['仪-3', '仪-2', '仪-1'])
    expect(counted.says).toContain('2台')
    expect(counted.findings[1]?.message).toBe('检定至2023-10-09，期间核查2023-03-01已过期。')
  })
})

it('[wuzhai-2022-zbf35.3] the file of a device has its six parts, or what it lacks is named', () => {
  expect(Object.values(parts)).toHaveLength(6)
  expect(missingParts(device)).toEqual([])
  for (const [part, title] of Object.entries(parts)) {
    const lacking = { ...device, [part]: false }
    expect(missingParts(lacking)).toEqual([title])
    const filed = caseOf(open('keeping', 'centre', '2022-10-08', lacking))
    expect(refusalsOf(act(filed, MANAGER, '2022-10-11', 'commission'))[0]).toContain(`缺${title}`)
  }
  const two = { ...device, hasManual: false, hasRuns: false }
  expect(count('file-standing', '2022-10-11', [record('filed', two)]).findings).toEqual([
    { name: '仪-1 气相色谱仪', message: '缺说明书、运行记录。' },
  ])
})

describe('[wuzhai-2022-zbf35.4] reagents', () => {
  const request = { number: '采-1', substance: '物-1', supplier: '供-1', quantity: '500', purpose: '农残' }
  const receipt = { acceptedOn: '2022-11-01', accepted: '480', batch: '批-1', conformity: '符合' }

  it('are asked for, approved by another, accepted and stocked', () => {
    const asked = caseOf(open('purchasing', 'centre', '2022-10-08', request))
    expect(act(asked, MANAGER, '2022-10-09', 'approve', {}, { as: 'centre' }).kind).toBe('refused')
    expect(act(asked, 'centre', '2022-10-09', 'accept', receipt).kind).toBe('refused')
    const ordered = caseOf(act(asked, MANAGER, '2022-10-09', 'approve'))
    const accept = (accepted: string) =>
      act(ordered, 'centre', '2022-11-01', 'accept', { ...receipt, accepted })
    expect([accept('500.1').kind, caseOf(accept('480')).state]).toEqual(['refused', 'stocked'])
  })

  it('are issued up to what is in stock; standard substances while their certificate is in force', () => {
    const issue = (issued: string, certificateUntil = '2022-12-02') =>
      open(
        'issuing',
        'centre',
        '2022-12-02',
        { number: '领-1', substance: '物-1', issued, issuedOn: '2022-12-02', to: '人-1', use: '校准' },
        {
          facts: {
            received: '480',
            issuedBefore: '460.5',
            substanceFound: [{ kind: 'standard', certificateUntil }],
          },
        },
      ).kind
    expect([issue('19.5'), issue('19.51'), issue('0')]).toEqual(['done', 'refused', 'refused'])
    expect(issue('1', '2022-12-01')).toBe('refused')
    const judged = (input: Input) => standardCertified.judge(input, '2022-12-02').outcome
    expect([judged({ kind: 'standard' }), judged({ kind: 'reagent' })]).toEqual(['no', 'yes'])
  })

  it('are in stock as they were accepted less what was issued', () => {
    const amount = fc.integer({ min: 0, max: 100_000 })
    fc.assert(
      fc.property(fc.array(amount), fc.array(amount), (bought, used) => {
        const tenths = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0)
        const left = stockOf(
          '物-1',
          bought.map((one) => record('stocked', { substance: '物-1', accepted: (one / 10).toFixed(1) })),
          used.map((one) => record('issued', { substance: '物-1', issued: (one / 10).toFixed(1) })),
        )
        expect(Math.round(Number(left) * 10)).toBe(tenths(bought) - tenths(used))
      }),
    )
    const beside = {
      purchases: [
        record('stocked', { substance: '物-1', accepted: '480' }),
        record('ordered', { substance: '物-1', quantity: '100' }),
      ],
      issues: [record('issued', { substance: '物-1', issued: '20' })],
    }
    const substances = [
      record('current', {
        number: '物-1',
        name: '甲醇',
        kind: 'standard',
        unit: '毫升',
        certificateUntil: '2022-12-01',
      }),
    ]
    expect(count('stock', '2022-12-02', substances, {}, beside)).toMatchObject({
      isMet: false,
      findings: [{ name: '物-1 甲醇', message: '库存460毫升，标准物质证书已过期。' }],
    })
  })
})

describe('[wuzhai-2022-zbf35.5] a document of the system', () => {
  const manual = { number: '文-1', title: '质量手册', kind: 'manual', version: 1, content: '首次编制' }
  const issued = () =>
    caseOf(
      act(caseOf(open('documenting', 'centre', '2022-10-08', manual)), MANAGER, '2022-10-20', 'issue', {
        issuedOn: '2022-10-20',
      }),
    )

  it('is approved by another, and has its versions one after another', () => {
    const drafted = caseOf(open('documenting', 'centre', '2022-10-08', manual))
    expect(
      act(drafted, MANAGER, '2022-10-20', 'issue', { issuedOn: '2022-10-20' }, { as: 'centre' }).kind,
    ).toBe('refused')
    const revise = (newVersion: number) =>
      act(
        issued(),
        'centre',
        '2023-03-01',
        'revise',
        { newVersion, content: '改抽样' },
        { reason: '抽样有误' },
      )
    expect([revise(1).kind, revise(3).kind]).toEqual(['refused', 'refused'])
    const revised = caseOf(revise(2))
    expect(revised.data['version']).toBe(1)
    const approved = caseOf(act(revised, MANAGER, '2023-03-10', 'approve', { issuedOn: '2023-03-10' }))
    expect(approved).toMatchObject({ state: 'inForce', data: { version: 2, issuedOn: '2023-03-10' } })
  })

  it('is of five kinds, of which none is missing', () => {
    const kinds = ['manual', 'procedure', 'instruction', 'form', 'rule']
    const all = kinds.map((kind) =>
      record('inForce', { number: kind, title: kind, kind, version: 1, issuedOn: '2022-10-20' }),
    )
    expect(count('document-standing', '2023-01-01', all).isMet).toBe(true)
    expect(count('document-standing', '2023-01-01', all.slice(1))).toMatchObject({
      isMet: false,
      says: '运行中的文件4份，还没有质量手册。',
    })
  })
})

it('[wuzhai-2022-zbf35.6] training is over when another has evaluated whether it helped', () => {
  const entry = {
    number: '训-1',
    subject: '农残检测',
    way: 'province',
    place: '省级机构',
    from: '2022-10-10',
    to: '2022-10-30',
    persons: ['人-1', '人-2', '人-3'],
  }
  const recorded = caseOf(open('training', 'centre', '2022-11-01', entry))
  const input = { evaluatedOn: '2022-11-10', method: '盲样', effectiveness: 'effective', evaluation: '合格' }
  expect(act(recorded, MANAGER, '2022-11-10', 'evaluate', input, { as: 'centre' }).kind).toBe('refused')
  const { effectiveness: _left, ...without } = input
  expect(act(recorded, MANAGER, '2022-11-10', 'evaluate', without).kind).toBe('refused')
  const evaluated = caseOf(act(recorded, MANAGER, '2022-11-10', 'evaluate', input))
  expect(evaluated.state).toBe('evaluated')
  expect(count('training-standing', '2022-11-10', [recorded])).toMatchObject({
    isMet: false,
    findings: [{ name: '训-1 农残检测' }],
  })
  expect(count('training-standing', '2022-11-10', [evaluated]).isMet).toBe(true)
  const two = { ...evaluated, data: { ...evaluated.data, persons: ['人-1', '人-2', '人-2'] } }
  expect(count('training-standing', '2022-11-10', [two]).isMet).toBe(false)
})
