import { type Facts, isMissed, sumOf } from '@luoshi/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actingIn, caseOf, refusalsOf } from '../acting.test-support.ts'
import { readFunds } from './funds.ts'
import { goalFrom, goalText } from './goals.ts'
import { pooledFunds } from './index.ts'
import { changesBetween, type PlanFunds } from './plans.ts'

const OFFICE = 'pool-office'
const { open, act, count, limitsOf, limitOf } = actingIn(pooledFunds)
type Input = Readonly<Record<string, unknown>>

const funds = {
  sources: [
    { source: 'central', amount: '8587' },
    { source: 'county', amount: '2600.0001' },
  ],
  uses: [
    { useClass: 'industry', amount: '11000', projects: 66 },
    { useClass: 'management', amount: '187.0001' },
  ],
} as const
const midyear = {
  number: '2021年年中调整',
  kind: 'midyear',
  previous: '2021年年初',
  total: '11187.0001',
  ...funds,
}
const before = {
  number: '2021年年初',
  sources: [
    { source: 'central', amount: '8000' },
    { source: 'county', amount: '2600.0001' },
    { source: 'carriedOver', amount: '645' },
  ],
  uses: [{ useClass: 'industry', amount: '11245.0001', projects: 60 }],
}
const plan = (input: Input = {}, previousPlans: Input[] = [before]) =>
  open('planning', OFFICE, '2021-08-29', { ...midyear, ...input }, { facts: { previousPlans } })

describe('a plan', () => {
  it('adds up: what comes in is what goes out, to the 元', () => {
    expect(plan().kind).toBe('done')
    expect(refusalsOf(plan({ total: '11187.0002' }))).toEqual([
      '不符合规定：要求来源合计、安排合计都等于整合规模11187.0002万元，实际来源合计11187.0001万元，安排合计11187.0001万元，来源相差-0.0001万元，安排相差-0.0001万元（五政发〔2021〕26号第76—90行）。',
    ])
    const [first, ...others] = funds.uses
    const uses = [{ ...first, amount: '11000.0001' }, ...others]
    expect(refusalsOf(plan({ uses }))[0]).toContain('安排相差0.0001万元')
  })

  it('has every source and class once', () => {
    const twice = [
      { source: 'central', amount: '8000' },
      { source: 'central', amount: '587' },
      { source: 'county', amount: '2600.0001' },
    ]
    expect(refusalsOf(plan({ sources: twice }))[0]).toContain('中央衔接资金列了不止一次')
  })

  it('agrees with the text that is pasted beside it', () => {
    const printed = (projects: string) =>
      `整合规模11187.0001万元，其中:中央衔接资金8587万元，县级衔接资金2600.0001 万元。
       1. 产业发展类:统筹安排11000万元，用于种植等项目${projects}个;
       2.项目管理费:统筹安排187.0001万元。`
    expect(plan({ printed: printed('66') }).kind).toBe('done')
    expect(refusalsOf(plan({ printed: printed('67') }))[0]).toContain('产业发展类项目67个，填的是66个')
  })

  it('is approved by the county, and not by who drew it up', () => {
    const drafted = caseOf(plan())
    expect(act(drafted, 'government', '2021-08-29', 'approve', {}, { as: OFFICE }).kind).toBe('refused')
    const approved = caseOf(act(drafted, 'government', '2021-08-29', 'approve'))
    const published = act(approved, OFFICE, '2021-08-30', 'publish', { publishedOn: '2021-08-30' })
    expect(published.kind === 'done' && published.effects).toContainEqual(
      expect.objectContaining({ kind: 'disclose', places: ['县政府门户网站'] }),
    )
  })
})

describe('[wutai-2021-zf26.8] versions of a plan', () => {
  it('are told apart source by source and class by class', () => {
    expect(caseOf(plan()).data['difference']).toBe(
      '中央衔接资金由8000万元调整为8587万元，增加587万元；整合上年结转中央资金由645万元调整为0万元，减少645万元；产业发展类由11245.0001万元调整为11000万元，减少245.0001万元；项目管理费由0万元调整为187.0001万元，增加187.0001万元。',
    )
    const approved = act(caseOf(plan()), 'government', '2021-08-29', 'approve')
    expect(approved.kind === 'done' && approved.effects).toContainEqual({
      kind: 'paper',
      paper: 'comparison',
    })
  })

  it('begin with one that is entered: its figures are in no text', () => {
    const { previous: _previous, ...initial } = { ...midyear, kind: 'initial', number: '2021年年初' }
    expect(
      caseOf(open('planning', OFFICE, '2021-08-29', initial, { facts: { previousPlans: [] } })).data[
        'difference'
      ],
    ).toBe('没有上一版方案。')
    expect(refusalsOf(plan({}, []))[0]).toContain('台账中没有2021年年初')
    const { previous: _none, ...without } = midyear
    expect(
      refusalsOf(open('planning', OFFICE, '2021-08-29', without, { facts: { previousPlans: [] } }))[0],
    ).toContain('没有写明上一版')
  })

  it('stay as they are when the next takes their place', () => {
    const approved = caseOf(act(caseOf(plan()), 'government', '2021-08-29', 'approve'))
    const published = caseOf(act(approved, OFFICE, '2021-08-30', 'publish', { publishedOn: '2021-08-30' }))
    const superseded = caseOf(act(published, OFFICE, '2021-12-01', 'supersede', {}, { reason: '印发新方案' }))
    expect([superseded.state, superseded.data['sources']]).toEqual(['superseded', funds.sources])
  })

  it('differ by as much as their totals do, whatever they are', () => {
    const amount = fc.integer({ min: 1, max: 999_999_999 }).map((units) => (units / 10_000).toFixed(4))
    const rows = fc.record({ central: amount, county: amount, carriedOver: amount })
    const planOf = (shares: Readonly<Record<string, string>>): PlanFunds => ({
      sources: Object.entries(shares).map(([source, one]) => ({ source: source as 'central', amount: one })),
      uses: [],
    })
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const signed = changesBetween(planOf(one), planOf(other)).map((change) => {
          const [, sign = '', by = ''] = /(增加|减少)([\d.]+)万元$/.exec(change) ?? []
          return sign === '减少' ? `-${by}` : by
        })
        const [from, to] = [one, other].map((shares) => sumOf(Object.values(shares)))
        expect(sumOf([String(from), ...signed])).toBe(to)
      }),
    )
  })
})

const project = {
  number: '项-1',
  plan: '2023年第二批',
  useClass: 'industry',
  township: '石桥镇',
  village: '河湾村',
  name: '食用菌大棚',
  nature: 'new',
  implementer: '石桥镇人民政府',
  content: '新建大棚10座。',
  central: '50',
  provincial: '15',
  isHousehold: false,
  completeBy: '2023-11-20',
}
const looked = {
  forbidden: [
    {
      number: '1',
      phrase: '办公楼',
      list: '省级财政衔接推进乡村振兴补助资金管理办法',
      document: '晋财农〔2021〕45号',
    },
  ],
  planEntries: [
    {
      number: '2023年第二批',
      sources: [
        { source: 'central', amount: '100' },
        { source: 'provincial', amount: '15' },
      ],
      uses: [{ useClass: 'industry', amount: '115' }],
      completeBy: '2023-11-20',
      householdsBy: '2023-09-20',
    },
  ],
  siblings: [],
}
const pooled = (input: Input = {}, facts: Facts = {}) =>
  open('carrying', OFFICE, '2023-08-11', { ...project, ...input }, { facts: { ...looked, ...facts } })
const building = (input: Input = {}) =>
  caseOf(act(caseOf(pooled(input)), 'township', '2023-08-20', 'begin', { begunOn: '2023-08-20' }))

describe('[wutai-2021-zf26.3] a use that is forbidden', () => {
  const why =
    '不符合规定：要求项目类别、名称和内容不在负面清单，实际“办公楼”列在省级财政衔接推进乡村振兴补助资金管理办法（晋财农〔2021〕45号）的负面清单（五政发〔2021〕26号第72行）。'

  it('is refused by its name or its content, with the list and the number of its document', () => {
    expect(refusalsOf(pooled({ name: '村委会办公楼' }))).toEqual([why])
    expect(refusalsOf(pooled({ content: '新建大棚10座，改造办公楼。' }))).toEqual([why])
    expect(pooled().kind).toBe('done')
  })

  it('is whatever the list says: what is not on it is let pass', () => {
    expect(pooled({ name: '村委会办公楼' }, { forbidden: [] }).kind).toBe('done')
  })
})

describe('the projects of a plan', () => {
  const sibling = { number: '项-0', useClass: 'industry', central: '50', total: '50' }

  it('take of each source and class no more than the plan has', () => {
    expect(pooled({}, { siblings: [sibling] }).kind).toBe('done')
    expect(refusalsOf(pooled({ central: '50.0001' }, { siblings: [sibling] }))[0]).toContain(
      '中央衔接资金方案100万元，项目合计100.0001万元，超出0.0001万元；产业发展类方案115万元，项目合计115.0001万元，超出0.0001万元',
    )
    expect(pooled({ city: '1' }).kind).toBe('refused')
    expect(pooled({}, { planEntries: [] }).kind).toBe('refused')
  })

  it('have a total that is the sum of their sources', () => {
    expect(caseOf(pooled({ total: '999' })).data['total']).toBe('65')
  })

  it('are adjusted within the plan, and never below what was paid', () => {
    const adjust = (central: string, paidShares: Input[]) => {
      const around = { facts: { ...looked, paidShares }, reason: '按方案' }
      return act(caseOf(pooled()), OFFICE, '2023-10-01', 'adjust', { central }, around)
    }
    expect(caseOf(adjust('60', [])).data['total']).toBe('75')
    expect(adjust('101', []).kind).toBe('refused')
    expect(refusalsOf(adjust('19.99', [{ central: '15' }, { central: '5' }]))[0]).toContain(
      '中央衔接资金已拨付20万元，调整为19.99万元',
    )
    expect(adjust('20', [{ central: '15' }, { central: '5' }]).kind).toBe('done')
  })
})

const payment = {
  number: '拨-1',
  project: '项-1',
  progress: '进-1',
  paidOn: '2023-09-01',
  payee: '石桥建筑公司',
  central: '20',
}
const payable = {
  progressEntries: [{ project: '项-1', percent: '40' }],
  paidOnProgress: [],
  projectEntries: [{ number: '项-1', central: '50', provincial: '15', total: '65' }],
  paidBefore: [],
}
const pay = (input: Input = {}, facts: Facts = {}) =>
  open('paying', OFFICE, '2023-09-01', { ...payment, ...input }, { facts: { ...payable, ...facts } })

describe('[wutai-2021-zf26.4] a payment', () => {
  it('rests on a progress of just that project, each on one of its own', () => {
    expect(pay().kind).toBe('done')
    expect(refusalsOf(pay({}, { progressEntries: [] }))[0]).toContain('没有进度记录')
    expect(refusalsOf(pay({}, { progressEntries: [{ project: '项-2', percent: '40' }] }))[0]).toContain(
      '进度是项-2的',
    )
    expect(refusalsOf(pay({}, { paidOnProgress: [{ number: '拨-0' }] }))[0]).toContain(
      '这一进度已拨付过（拨-0）',
    )
    const { progress: _progress, ...without } = payment
    expect(refusalsOf(open('paying', OFFICE, '2023-09-01', without, { facts: payable }))[0]).toContain(
      '“所依据的进度”未填写',
    )
  })

  it('is held back where all payments together are more than the project has', () => {
    const before = [{ central: '30', provincial: '15' }]
    expect(pay({ central: '20' }, { paidBefore: before }).kind).toBe('done')
    expect(refusalsOf(pay({ central: '20.0001' }, { paidBefore: before }))[0]).toContain(
      '合计项目65万元，累计拨付65.0001万元，超出0.0001万元',
    )
  })
})

describe('[wutai-2023-zf24.6] what is paid out', () => {
  it('is never more than the project’s share of a source, though its total would allow it', () => {
    expect(refusalsOf(pay({ central: undefined, provincial: '15.01' }))[0]).toContain(
      '省级衔接资金项目15万元，累计拨付15.01万元，超出0.01万元',
    )
    expect(pay({ central: '0', provincial: '15' }).kind).toBe('done')
    expect(pay({ central: '0', city: '1' }).kind).toBe('refused')
    expect(pay({ central: '0' }).kind).toBe('refused')
    expect(pay({}, { projectEntries: [] }).kind).toBe('refused')
  })

  it('stays within every source and the total, whatever is asked for in whichever order', () => {
    const asked = fc.array(
      fc.record({ central: fc.integer({ min: 0, max: 40 }), provincial: fc.integer({ min: 0, max: 12 }) }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(asked, (all) => {
        const paidBefore: { central: string; provincial: string }[] = []
        for (const { central, provincial } of all) {
          const shares = { central: String(central), provincial: String(provincial) }
          if (pay(shares, { paidBefore }).kind === 'done') paidBefore.push(shares)
        }
        const sum = (source: 'central' | 'provincial') =>
          paidBefore.reduce((paid, one) => paid + Number(one[source]), 0)
        expect(sum('central')).toBeLessThanOrEqual(50)
        expect(sum('provincial')).toBeLessThanOrEqual(15)
      }),
      { numRuns: 40 },
    )
  })
})

const posted = {
  arrangementInTownship: '2023-08-20',
  arrangementInVillage: '2023-08-20',
  useInTownship: '2023-11-01',
  useInVillage: '2023-11-01',
}
const documents = { planDocument: '食用菌大棚实施方案', goal: '带动10户', responsible: '副镇长' }

describe('[wutai-2021-zf26.5] a project', () => {
  const closed = (given: Input) => {
    const prepared = caseOf(act(building(), 'township', '2023-08-21', 'prepare', given))
    const shown = caseOf(act(prepared, 'township', '2023-11-01', 'post', posted))
    const complete = { completedOn: '2023-11-10' }
    return act(
      caseOf(act(shown, 'township', '2023-11-10', 'complete', complete)),
      OFFICE,
      '2023-11-12',
      'close',
    )
  }

  it('is closed with its plan, its goal and who answers for it', () => {
    expect(closed(documents).kind).toBe('done')
  })

  it.each([
    ['its plan', 'planDocument', '实施方案'],
    ['its goal', 'goal', '绩效目标'],
    ['who answers for it', 'responsible', '责任人'],
  ])('is not closed without %s', (_what, field, label) => {
    const { [field]: _left, ...others } = documents as Record<string, unknown>
    expect(refusalsOf(closed(others))).toEqual([expect.stringContaining(`实际没有${label}`)])
  })
})

describe('[wutai-2021-zf26.6] what is to be on show', () => {
  it('is a list of whatever is not: the plan on the website, each project in township and village', () => {
    const approved = caseOf(act(caseOf(plan()), 'government', '2021-08-29', 'approve'))
    const some = caseOf(
      act(building(), 'township', '2023-08-21', 'post', {
        arrangementInTownship: '2023-08-20',
        arrangementInVillage: '2023-08-20',
      }),
    )
    expect(count('posted', '2023-09-01', [some], {}, { plans: [approved] })).toEqual({
      says: '方案没有公开的1个，项目1个中公示不全的1个。',
      isMet: false,
      findings: [
        { name: '2021年年中调整', message: '资金分配方案没有在县政府门户网站公开。' },
        { name: '项-1 食用菌大棚', message: '没有资金使用乡级公示、资金使用村级公示。' },
      ],
    })
  })

  it('is empty when all of it is on show', () => {
    const all = caseOf(act(building(), 'township', '2023-11-01', 'post', posted))
    expect(count('posted', '2023-09-01', [all], {}, { plans: [] })).toMatchObject({
      isMet: true,
      findings: [],
    })
  })

  it('keeps a project from being closed while something of it is not', () => {
    const completed = caseOf(
      act(building(), 'township', '2023-11-10', 'complete', { completedOn: '2023-11-10' }),
    )
    const { useInVillage: _useInVillage, ...three } = posted
    const shown = caseOf(act(completed, 'township', '2023-11-11', 'post', three))
    const ready = caseOf(act(shown, 'township', '2023-11-11', 'prepare', documents))
    expect(refusalsOf(act(ready, OFFICE, '2023-11-12', 'close'))).toEqual([
      expect.stringContaining('实际没有资金使用村级公示'),
    ])
  })
})

describe('[wutai-2023-zf24.5] a project is followed', () => {
  const household = { isHousehold: true, householdsBy: '2023-09-20' }

  it('to its completion: late from the day after the middle of November', () => {
    const [limit, ...others] = limitsOf(building())
    if (limit === undefined) throw new Error('no limit')
    expect([limit.limit, others]).toEqual(['completion', []])
    expect(isMissed(limit, '2023-11-20T23:59:00+08:00')).toBe(false)
    expect(isMissed(limit, '2023-11-21T00:00:00+08:00')).toBe(true)
    expect(limit.missed).toEqual({ kind: 'escalate', role: 'government' })
    const complete = { completedOn: '2023-11-10' }
    const completed = caseOf(act(building(), 'township', '2023-11-10', 'complete', complete))
    expect(limitsOf(completed)[0]?.ended).not.toBeNull()
  })

  it('to its pay-out, where a clerk has said that it is paid to households', () => {
    const limit = limitOf(building(household), 'households')
    expect(isMissed(limit, '2023-09-20T23:59:00+08:00')).toBe(false)
    expect(isMissed(limit, '2023-09-21T00:00:00+08:00')).toBe(true)
    const { isHousehold: _isHousehold, ...without } = project
    expect(refusalsOf(open('carrying', OFFICE, '2023-08-11', without, { facts: looked }))[0]).toContain(
      '“到户类项目”未填写',
    )
  })

  it('by days no later than the plan’s', () => {
    expect(pooled({ completeBy: '2023-11-21' }).kind).toBe('refused')
    expect(pooled({ completeBy: undefined }).kind).toBe('refused')
    expect(pooled({ ...household, householdsBy: '2023-09-21' }).kind).toBe('refused')
    expect(pooled({ isHousehold: true }).kind).toBe('refused')
    expect(pooled(household).kind).toBe('done')
  })

  it('until all is paid that is to be paid, before it is done with', () => {
    const paidOut = (paidTotal: string) =>
      act(
        building(household),
        'township',
        '2023-09-18',
        'payHouseholds',
        { householdsPaidOn: '2023-09-18' },
        { facts: { paidTotal } },
      ).kind
    expect([paidOut('64.99'), paidOut('65')]).toEqual(['refused', 'done'])
  })

  it('and told of when it is late, with what was paid', () => {
    const payments = [caseOf(pay())]
    const late = (today: string) => count('in-time', today, [building(household)], {}, { payments }).findings
    expect(late('2023-09-20')).toEqual([])
    expect(late('2023-11-21')).toEqual([
      {
        name: '项-1 食用菌大棚',
        message:
          '应于2023-11-20完成，没有完成；应于2023-09-20发放到户，没有发放完毕，已拨付20万元，共65万元。',
      },
    ])
  })
})

describe('what is read from words', () => {
  it('goals in figures, and none where there are none', () => {
    expect(goalFrom('带动 30 余户，每户增收 1,000')).toEqual({ households: 30, income: [] })
    expect(goalText(goalFrom('安排12人，年增收2.5万元'))).toBe('12人，年增收25000元')
    expect(goalText(goalFrom('改善村容村貌'))).toBe('')
  })

  it('funds: what has no word of ours is left out', () => {
    expect(readFunds('')).toEqual({ sources: [], uses: [] })
    expect(readFunds('社会资金30万元，中央衔接资金12.5万元。其他类：统筹安排3万元。')).toEqual({
      sources: [{ source: 'central', amount: '12.5' }],
      uses: [],
    })
  })
})
