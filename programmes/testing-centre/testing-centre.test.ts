import {
  type Actor,
  type Case,
  type Context,
  dueDatesOf,
  type Facts,
  isMissed,
  type Outcome,
  officialCalendar,
  openCase,
  type Parameter,
  type Procedure,
  transition,
  unitNamed,
  unitTree,
} from '@luoshi/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documenting, documentStanding } from './documents.ts'
import { deviceStanding, fileStanding, keeping, missingParts, parts } from './equipment.ts'
import { testingCentre } from './index.ts'
import { issuing, purchasing, standardCertified, stock, stockOf } from './reagents.ts'
import { employing, isQualified, posts, staffing, training, trainingStanding } from './staff.ts'

type Input = Readonly<Record<string, unknown>>

const calendar = officialCalendar()
const units = unitTree([unitNamed('centre', '县综合检验检测中心', null)])
const person = (role: string): Actor => ({
  id: role,
  county: 'wuzhai',
  posts: [{ role, unit: 'centre', from: null, until: null }],
})
const centre = person('centre')
const manager = person('quality-manager')
const both: Actor = { ...centre, posts: [...centre.posts, ...manager.posts] }

const at = (day: string, facts: Facts = {}): Context => ({
  now: `${day}T09:00:00+08:00`,
  calendar,
  units,
  programme: testingCentre,
  parameters: {},
  facts,
})
const said = (outcome: Outcome) =>
  outcome.kind === 'refused' ? outcome.issues.map(({ message }) => message) : []
const done = (outcome: Outcome): Case => {
  if (outcome.kind === 'done') return outcome.case
  throw new Error(said(outcome).join())
}
const open = (procedure: Procedure, input: Input, day: string, facts: Facts = {}) =>
  openCase(
    procedure,
    { id: String(input['number']), county: 'wuzhai', unit: 'centre', owner: null },
    { by: centre, input },
    at(day, facts),
  )
const act = (
  procedure: Procedure,
  before: Case,
  name: string,
  day: string,
  { by = centre, input = {} }: { by?: Actor; input?: Input } = {},
) => transition(procedure, before, { name, by, input, reason: '按方案' }, at(day))

const record = (state: string, data: Input) => ({
  id: String(data['number']),
  state,
  data,
  opened: '2022-10-08T09:00:00+08:00',
  latest: '2022-10-08T09:00:00+08:00',
})
const around = (today: string) => ({
  today,
  county: 'wuzhai',
  units: [],
  nameOf: (unit: string) => unit,
  settingOf: <Value>(parameter: Parameter<Value>) => parameter.values.at(-1)?.value,
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
  const count = (all: ReturnType<typeof record>[], today = '2023-06-30') => staffing.count(all, around(today))

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
    const trained = done(
      act(employing, done(open(employing, entry, '2022-10-08')), 'train', '2022-10-30', {
        input: { trainedOn: '2022-10-30', certificateUntil: '2022-11-30' },
      }),
    )
    expect(said(act(employing, trained, 'begin', '2022-11-01', { by: manager }))[0]).toContain('没有授权')
    const authorised = done(
      act(employing, trained, 'authorise', '2022-11-01', {
        by: manager,
        input: { authorisedOn: '2022-11-01', scope: '农残' },
      }),
    )
    expect(act(employing, authorised, 'begin', '2022-11-30', { by: manager }).kind).toBe('done')
    expect(act(employing, authorised, 'begin', '2022-12-01', { by: manager }).kind).toBe('refused')
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
    done(act(keeping, done(open(keeping, device, '2022-10-08')), 'commission', '2022-10-11', { by: manager }))
  const run = (before: Case, day: string) =>
    act(keeping, before, 'run', day, { input: { ranOn: day, sample: '农残' } }).kind

  it('is not used from the day after its verification or interim check has lapsed', () => {
    expect([run(inUse(), '2023-04-10'), run(inUse(), '2023-04-11')]).toEqual(['done', 'refused'])
    const input = { checkedOn: '2023-04-11', checkBy: '2024-04-10', checkResult: '合格' }
    const checked = done(act(keeping, inUse(), 'check', '2023-04-11', { input }))
    expect([run(checked, '2023-10-09'), run(checked, '2023-10-10')]).toEqual(['done', 'refused'])
  })

  it('has both days as limits, which move when it is verified or checked', () => {
    const limit = (current: Case, id: string) =>
      dueDatesOf(keeping, current, calendar).find((one) => one.limit === id)
    expect(limit(inUse(), 'verification')?.legal).toMatchObject({ due: '2023-10-09' })
    expect(limit(inUse(), 'check')?.legal).toMatchObject({ due: '2023-04-10' })
    const late = limit(inUse(), 'check')
    expect(late !== undefined && isMissed(late, '2023-04-11T00:00:00+08:00')).toBe(true)
    const input = {
      verifiedOn: '2023-10-09',
      verifiedUntil: '2024-10-08',
      verifier: '市计量所',
      result: 'passed',
    }
    const verified = done(act(keeping, inUse(), 'verify', '2023-10-09', { input }))
    expect(limit(verified, 'verification')?.legal).toMatchObject({ due: '2024-10-08' })
  })

  it('stands in the list of what is due, the nearest first', () => {
    const all = [
      record('inUse', { ...device, number: '仪-1' }),
      record('inUse', { ...device, number: '仪-2', checkBy: '2023-03-01' }),
      record('filed', { ...device, number: '仪-3', verifiedUntil: undefined, checkBy: undefined }),
    ]
    const counted = deviceStanding.count(all, around('2023-03-02'))
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
    const filed = done(open(keeping, lacking, '2022-10-08'))
    expect(said(act(keeping, filed, 'commission', '2022-10-11', { by: manager }))[0]).toContain(`缺${title}`)
  }
  const two = { ...device, hasManual: false, hasRuns: false }
  expect(fileStanding.count([record('filed', two)], around('2022-10-11')).findings).toEqual([
    { name: '仪-1 气相色谱仪', message: '缺说明书、运行记录。' },
  ])
})

describe('[wuzhai-2022-zbf35.4] reagents', () => {
  const request = { number: '采-1', substance: '物-1', supplier: '供-1', quantity: '500', purpose: '农残' }
  const receipt = { acceptedOn: '2022-11-01', accepted: '480', batch: '批-1', conformity: '符合' }

  it('are asked for, approved by another, accepted and stocked', () => {
    const asked = done(open(purchasing, request, '2022-10-08'))
    expect(act(purchasing, asked, 'approve', '2022-10-09', { by: both }).kind).toBe('refused')
    expect(act(purchasing, asked, 'accept', '2022-10-09', { input: receipt }).kind).toBe('refused')
    const ordered = done(act(purchasing, asked, 'approve', '2022-10-09', { by: manager }))
    const accept = (accepted: string) =>
      act(purchasing, ordered, 'accept', '2022-11-01', { input: { ...receipt, accepted } })
    expect([accept('500.1').kind, done(accept('480')).state]).toEqual(['refused', 'stocked'])
  })

  it('are issued up to what is in stock; standard substances while their certificate is in force', () => {
    const issue = (issued: string, certificateUntil = '2022-12-02') =>
      open(
        issuing,
        { number: '领-1', substance: '物-1', issued, issuedOn: '2022-12-02', to: '人-1', use: '校准' },
        '2022-12-02',
        { received: '480', issuedBefore: '460.5', substanceFound: [{ kind: 'standard', certificateUntil }] },
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
    expect(stock.count(substances, around('2022-12-02'), beside)).toMatchObject({
      isMet: false,
      findings: [{ name: '物-1 甲醇', message: '库存460毫升，标准物质证书已过期。' }],
    })
  })
})

describe('[wuzhai-2022-zbf35.5] a document of the system', () => {
  const manual = { number: '文-1', title: '质量手册', kind: 'manual', version: 1, content: '首次编制' }
  const issued = () =>
    done(
      act(documenting, done(open(documenting, manual, '2022-10-08')), 'issue', '2022-10-20', {
        by: manager,
        input: { issuedOn: '2022-10-20' },
      }),
    )

  it('is approved by another, and has its versions one after another', () => {
    const drafted = done(open(documenting, manual, '2022-10-08'))
    expect(
      act(documenting, drafted, 'issue', '2022-10-20', { by: both, input: { issuedOn: '2022-10-20' } }).kind,
    ).toBe('refused')
    const revise = (newVersion: number) =>
      act(documenting, issued(), 'revise', '2023-03-01', { input: { newVersion, content: '改抽样' } })
    expect([revise(1).kind, revise(3).kind]).toEqual(['refused', 'refused'])
    const revised = done(revise(2))
    expect(revised.data['version']).toBe(1)
    const approved = done(
      act(documenting, revised, 'approve', '2023-03-10', { by: manager, input: { issuedOn: '2023-03-10' } }),
    )
    expect(approved).toMatchObject({ state: 'inForce', data: { version: 2, issuedOn: '2023-03-10' } })
  })

  it('is of five kinds, of which none is missing', () => {
    const kinds = ['manual', 'procedure', 'instruction', 'form', 'rule']
    const all = kinds.map((kind) =>
      record('inForce', { number: kind, title: kind, kind, version: 1, issuedOn: '2022-10-20' }),
    )
    expect(documentStanding.count(all, around('2023-01-01')).isMet).toBe(true)
    expect(documentStanding.count(all.slice(1), around('2023-01-01'))).toMatchObject({
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
  const recorded = done(open(training, entry, '2022-11-01'))
  const input = { evaluatedOn: '2022-11-10', method: '盲样', effectiveness: 'effective', evaluation: '合格' }
  expect(act(training, recorded, 'evaluate', '2022-11-10', { by: both, input }).kind).toBe('refused')
  const { effectiveness: _left, ...without } = input
  expect(act(training, recorded, 'evaluate', '2022-11-10', { by: manager, input: without }).kind).toBe(
    'refused',
  )
  const evaluated = done(act(training, recorded, 'evaluate', '2022-11-10', { by: manager, input }))
  expect(evaluated.state).toBe('evaluated')
  expect(trainingStanding.count([recorded], around('2022-11-10'))).toMatchObject({
    isMet: false,
    findings: [{ name: '训-1 农残检测' }],
  })
  expect(trainingStanding.count([evaluated], around('2022-11-10')).isMet).toBe(true)
  const two = { ...evaluated, data: { ...evaluated.data, persons: ['人-1', '人-2', '人-2'] } }
  expect(trainingStanding.count([two], around('2022-11-10')).isMet).toBe(false)
})
