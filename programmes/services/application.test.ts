import {
  citeText,
  documentNumberText,
  findProcedure,
  openCase,
  paperContent,
  transition,
} from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { licence, nonAcceptance, refusalDecision } from './papers.ts'
import { services } from './programme.ts'
import {
  accept,
  after,
  around,
  due,
  filledFor,
  firstAgrees,
  grant,
  guideOf,
  handed,
  leadAgrees,
  opened,
  people,
  person,
  procedure,
  tried,
} from './services.test-support.ts'

const ROAD = 'XK-021-1'
const FOOD = 'XK-077-1'
const BUILDING = 'XK-120-1'
const SYSTEM = '安全生产管理制度文本'

describe('limits across the National Day week of 2022', () => {
  it('count 20 working days from acceptance, the made-up days among them, and the county’s shorter promise', () => {
    const current = after(opened(ROAD, '2022-09-26'), ['2022-09-26', accept])
    // 27—30 September, 8 and 9 October (worked), 10—14, 17—21, 24—27.
    expect(due(current, 'decide')).toEqual(['2022-10-27', '2022-10-08'])
  })

  it('are the item’s own where a law sets a shorter one', () => {
    const current = after(opened(BUILDING, '2022-09-28'), ['2022-09-28', accept])
    expect(due(current, 'decide')).toEqual(['2022-10-12', '2022-10-08'])
  })

  it('leave five working days to say what is missing, and ten to hand out', () => {
    const fresh = opened(ROAD, '2022-09-28')
    expect(due(fresh, 'accept')).toEqual(['2022-10-10', null])
    const granted = after(fresh, ['2022-09-28', accept], ['2022-09-29', leadAgrees], ['2022-09-30', grant])
    expect(due(granted, 'handOut')).toEqual(['2022-10-19', null])
  })

  it('are 45 working days where departments handle it together', () => {
    const fresh = opened(FOOD, '2022-09-26')
    const joint = { ...fresh, data: { ...fresh.data, legalDays: 45 } }
    expect(due(after(joint, ['2022-09-26', accept]), 'decideJoint')).toEqual(['2022-12-01', '2022-10-11'])
    // What its guide sets shorter holds for it too.
    expect(due(after(fresh, ['2022-09-26', accept]), 'decideJoint')).toEqual(['2022-10-27', '2022-10-11'])
    expect(due(after(fresh, ['2022-09-26', accept]), 'decide')).toEqual([null, null])
  })

  it('do not run while the applicant corrects', () => {
    const correction = { name: 'askCorrection', by: people.clerk, input: { corrections: [SYSTEM] } }
    const asked = after(opened(ROAD, '2022-09-28', [SYSTEM]), ['2022-09-29', correction])
    const supplied = after(asked, [
      '2022-10-17',
      { name: 'supply', by: people.applicant, input: { materials: filledFor(guideOf(ROAD)).materials } },
    ])
    const accepted = after(supplied, ['2022-10-17', accept])
    expect(accepted.clocks['accept']?.ended).not.toBeNull()
    expect(due(accepted, 'decide')).toEqual(['2022-11-14', '2022-10-24'])
  })

  it('do not run during an expert review, and the clock goes on where it stopped', () => {
    const special = {
      name: 'startSpecial',
      by: people.examiner,
      reason: '需要专家评审',
      input: { specialKind: 'expert', specialUntil: '2022-10-11' },
    }
    const end = { name: 'endSpecial', by: people.examiner, input: { specialResult: '评审通过' } }
    const running = after(opened(ROAD, '2022-09-26'), ['2022-09-26', accept])
    const reviewed = after(running, ['2022-09-29', special], ['2022-10-11', end])
    expect(reviewed.state).toBe('examining')
    expect(due(reviewed, 'review')).toEqual(['2022-10-11', null])
    expect(due(running, 'decide')).toEqual(['2022-10-27', '2022-10-08'])
    expect(due(reviewed, 'decide')[0]).toBe('2022-11-04')
    expect(after(reviewed, ['2022-10-12', leadAgrees]).state).toBe('deciding')
  })

  it('are lengthened once, by ten days by the department’s head who did not ask', () => {
    const ask = { name: 'askExtension', by: people.examiner, reason: '情况复杂' }
    const give = { name: 'grantExtension', by: people.decider, reason: '情况复杂，需核实' }
    const longer = after(
      opened(ROAD, '2022-09-26'),
      ['2022-09-26', accept],
      ['2022-10-20', ask],
      ['2022-10-21', give],
    )
    expect(due(longer, 'decide')[0]).toBe('2022-11-10')
    const again = tried(after(longer, ['2022-10-24', ask]), '2022-10-25', give)
    expect(again).toMatchObject({ kind: 'refused', issues: [{ code: 'extended-enough' }] })
    const joint = after(opened(FOOD, '2022-09-26'), ['2022-09-26', accept], ['2022-10-20', ask])
    expect(tried(joint, '2022-10-21', give)).toMatchObject({ issues: [{ code: 'limit-not-running' }] })
    const byGovernment = { ...give, name: 'grantJointExtension', by: people.government }
    expect(due(after(joint, ['2022-10-21', byGovernment]), 'decideJoint')[0]).toBe('2022-11-17')
  })

  it('count from the day of receipt where nobody answered within five days', () => {
    const deemed = after(opened(ROAD, '2022-09-26'), [
      '2022-10-09',
      { name: 'deemAccepted', by: people.timer },
    ])
    expect(deemed.state).toBe('examining')
    expect(due(deemed, 'decide')).toEqual(['2022-10-27', '2022-10-08'])
  })
})

describe('what is missing', () => {
  it('is told at once and once only: after it was supplied it is accepted or refused', () => {
    const fresh = opened(ROAD, '2022-09-26', [SYSTEM])
    expect(tried(fresh, '2022-09-26', accept)).toMatchObject({
      issues: [{ message: expect.stringContaining(`缺${SYSTEM}`) }],
    })
    const correction = { name: 'askCorrection', by: people.clerk, input: { corrections: [SYSTEM] } }
    const supplied = after(
      fresh,
      ['2022-09-26', correction],
      [
        '2022-09-27',
        { name: 'supply', by: people.applicant, input: { materials: filledFor(guideOf(ROAD)).materials } },
      ],
    )
    expect(tried(supplied, '2022-09-28', correction)).toMatchObject({ issues: [{ code: 'action-not-here' }] })
    expect(after(supplied, ['2022-09-28', accept]).state).toBe('examining')
  })

  it('is nothing that government has: it is not asked and cannot be missing', () => {
    const { materials } = filledFor(guideOf(ROAD), [SYSTEM])
    expect(materials.filter(({ state }) => state === 'missing').map(({ name }) => name)).toEqual([SYSTEM])
    expect(materials.filter(({ state }) => state === 'held' || state === 'licence')).toHaveLength(3)
  })

  it('may not be more than the guide says, nor promised where the guide does not let one', () => {
    const guide = guideOf(FOOD)
    const input = filledFor(guide)
    const opening = (change: object) =>
      openCase(
        procedure,
        { id: 'A-2', county: 'qingyuan', unit: guide.decidedBy, owner: 'tian' },
        { by: people.applicant, input: { ...input, ...change } },
        around('2022-09-26', guide),
      )
    expect(opening({}).kind).toBe('done')
    expect(opening({ legalDays: 30 })).toMatchObject({ kind: 'refused' })
    const plus = [...input.materials, { name: '无犯罪记录证明', state: 'upload' }]
    expect(opening({ materials: plus })).toMatchObject({
      issues: [{ message: expect.stringContaining('不收指南以外的无犯罪记录证明') }],
    })
    const promised = input.materials.map((one) =>
      one.name.startsWith('主要设备') ? { ...one, state: 'promise' } : one,
    )
    expect(opening({ materials: promised })).toMatchObject({
      issues: [{ message: expect.stringContaining('不能以承诺代替') }],
    })
  })
})

describe('several departments', () => {
  const joint = () => after(opened(FOOD, '2022-09-26'), ['2022-09-26', accept])

  it('decide side by side, each only its own part', () => {
    expect(tried(joint(), '2022-09-27', { ...firstAgrees, by: people.examiner })).toMatchObject({
      issues: [{ code: 'not-allowed' }],
    })
    expect(tried(joint(), '2022-09-27', { ...leadAgrees, by: people.market })).toMatchObject({
      issues: [{ code: 'not-allowed' }],
    })
    const half = after(joint(), ['2022-09-27', firstAgrees])
    expect(half.state).toBe('examining')
    expect(after(half, ['2022-09-28', leadAgrees]).state).toBe('deciding')
  })

  it('lead to no grant where one of them objects', () => {
    const objects = { ...firstAgrees, name: 'firstObjects', reason: '没有排烟设施' }
    const opposed = after(joint(), ['2022-09-27', objects], ['2022-09-28', leadAgrees])
    expect(opposed.state).toBe('opposed')
    expect(tried(opposed, '2022-09-29', grant)).toMatchObject({ issues: [{ code: 'action-not-here' }] })
    const back = after(opposed, ['2022-09-29', { name: 'sendBack', by: people.decider, reason: '已整改' }])
    expect(
      after(back, ['2022-09-30', firstAgrees], ['2022-09-30', leadAgrees], ['2022-09-30', grant]).state,
    ).toBe('granted')
  })

  it('have no part in an item of one department', () => {
    const single = after(opened(ROAD, '2022-09-26'), ['2022-09-26', accept])
    expect(Object.keys(single.branches?.['examining'] ?? {})).toEqual(['lead'])
  })

  it('check a site with two officers', () => {
    const check = (checkers: string[]) =>
      tried(joint(), '2022-09-27', {
        name: 'checkSite',
        by: people.examiner,
        input: { checkers, siteFinding: '布局与图纸一致' },
      })
    expect(check(['甲'])).toMatchObject({ kind: 'refused' })
    expect(check(['甲', '甲'])).toMatchObject({ kind: 'refused' })
    expect(check(['甲', '乙']).kind).toBe('done')
  })
})

describe('what an applicant gets', () => {
  it('is told why not, and what to do against it', () => {
    for (const paper of [nonAcceptance, refusalDecision]) {
      const said = paper.body.map(({ text }) => text).join('')
      expect(said).toContain('{@reason}')
      expect(said).toMatch(/六十日内.*申请行政复议.*六个月内.*提起行政诉讼/)
    }
    const fresh = opened(ROAD, '2022-09-26')
    expect(tried(fresh, '2022-09-27', { name: 'notAccept', by: people.clerk })).toMatchObject({
      issues: [{ code: 'reason-missing' }],
    })
    expect(
      after(fresh, ['2022-09-27', { name: 'notAccept', by: people.clerk, reason: '不需要许可' }]).state,
    ).toBe('declined')
  })

  it('is a licence with its number, handed out at any window', () => {
    const granted = tried(
      after(opened(ROAD, '2022-09-26'), ['2022-09-26', accept], ['2022-09-27', leadAgrees]),
      '2022-09-28',
      grant,
    )
    if (granted.kind === 'refused') throw new Error('refused')
    expect(granted.effects.filter(({ kind }) => kind === 'paper')).toHaveLength(2)
    const content = paperContent(licence, {
      schema: procedure.subject,
      records: [granted.case.data],
      facts: {
        unit: '县行政审批服务管理局',
        county: '清源县',
        case: 'A-1',
        number: null,
        date: '2022-09-28',
        reason: null,
      },
      places: { 县: '清源县' } as never,
      clear: null,
    })
    expect(JSON.stringify(content)).toContain('证照编号：JY1')
    const elsewhere = person('window', '县人民政府')
    const out = after(granted.case, ['2022-09-29', { name: 'handOut', by: elsewhere, input: handed }])
    expect(out.state).toBe('handedOut')
    expect(documentNumberText({ mark: '政务准', year: 2022, count: 3 })).toBe('政务准〔2022〕3号')
  })

  it('on a promise is checked afterwards within the county’s days, mended, or revoked', () => {
    const promised = opened(ROAD, '2022-09-26', [SYSTEM], { handedIn: { [SYSTEM]: 'promise' } })
    expect(promised.data['isPromise']).toBe(true)
    const granted = after(promised, ['2022-09-26', accept], ['2022-09-26', leadAgrees], ['2022-09-26', grant])
    expect(tried(granted, '2022-09-27', { name: 'handOut', by: people.clerk, input: handed })).toMatchObject({
      kind: 'refused',
    })
    const out = after(granted, ['2022-09-27', { name: 'handOutPromised', by: people.clerk, input: handed }])
    expect(out.state).toBe('checking')
    expect(due(out, 'checkPromise')).toEqual(['2022-11-11', null])
    const broken = after(out, [
      '2022-10-10',
      { name: 'breakPromise', by: people.examiner, reason: '没有制度', input: { mendBy: '2022-10-20' } },
    ])
    expect(due(broken, 'mendPromise')).toEqual(['2022-10-20', null])
    const confirm = { name: 'confirmPromise', by: people.examiner, input: { promiseFinding: '已补齐' } }
    expect(after(broken, ['2022-10-19', confirm]).state).toBe('handedOut')
  })
})

describe('a result that was got by false papers', () => {
  it('[wutai-2021-zbf63.7] is revoked and entered on the credit file, both linked', () => {
    const out = after(
      opened(ROAD, '2022-09-26'),
      ['2022-09-26', accept],
      ['2022-09-27', leadAgrees],
      ['2022-09-28', grant],
      ['2022-09-29', { name: 'handOut', by: people.clerk, input: handed }],
    )
    const revoke = { name: 'revoke', by: people.decider, reason: '检测报告是伪造的' }
    expect(tried(out, '2022-10-10', revoke)).toMatchObject({
      kind: 'refused',
      issues: [{ code: 'link-missing' }],
    })
    const done = tried(out, '2022-10-10', { ...revoke, links: [{ kind: 'creditEntry', case: 'C-1' }] })
    if (done.kind === 'refused') throw new Error(done.issues.map(({ message }) => message).join())
    expect(done.case).toMatchObject({ state: 'revoked', links: { creditEntry: ['C-1'] } })
    expect(done.effects).toContainEqual({
      kind: 'link',
      link: 'creditEntry',
      programme: null,
      procedure: 'crediting',
      case: 'C-1',
    })
    const crediting = findProcedure(services, 'crediting')
    if (crediting === undefined) throw new Error('no credit entries')
    const entry = openCase(
      crediting,
      { id: 'C-1', county: 'qingyuan', unit: '县行政审批服务管理局', owner: null },
      {
        by: people.examiner,
        input: {
          number: 'C-1',
          application: 'A-1',
          subject: '田大有',
          fact: '伪造检测报告',
          evidence: '检测机构复函',
        },
      },
      around('2022-10-10'),
    )
    if (entry.kind === 'refused') throw new Error('refused')
    const enter = { name: 'enter', by: people.decider, input: { enteredOn: '2022-10-11' } }
    expect(transition(crediting, entry.case, enter, around('2022-10-11'))).toMatchObject({
      issues: [{ code: 'link-missing' }],
    })
    const entered = transition(
      crediting,
      entry.case,
      { ...enter, links: [{ kind: 'application', case: 'A-1' }] },
      around('2022-10-11'),
    )
    expect(entered).toMatchObject({ case: { state: 'entered', links: { application: ['A-1'] } } })
    expect(citeText(crediting.basis as never)).toBe('五政办发〔2021〕63号第821—823行')
  })
})
