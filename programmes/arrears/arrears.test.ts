import {
  type Case,
  compareRecords,
  type Facts,
  isMissed,
  sumOf,
  tallyOf,
  unitNamed,
  unitTree,
} from '@luoshi/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actingIn, caseOf, refusalsOf } from '../acting.test-support.ts'
import { debtsBySettler, standingsOf } from './circular.ts'
import { handlingClue } from './clues.ts'
import { debtorKinds } from './debtors.ts'
import { clearing, debts } from './debts.ts'
import { feedback, feedbackAgainstLedger } from './feedback.ts'
import { arrears } from './index.ts'

const units = unitTree([
  unitNamed('government', '县人民政府', null),
  unitNamed('industry', '县工业和信息化局', 'government'),
  unitNamed('finance', '县财政局', 'government'),
  unitNamed('water', '县水利局', 'government'),
  unitNamed('town', '河湾镇人民政府', 'government'),
])
const OFFICE = 'group-office'
const { open, act, count, limitsOf, limitOf } = actingIn(arrears, {
  units,
  unitOf: { [OFFICE]: 'industry', chief: 'government', township: 'town' },
})
type Input = Readonly<Record<string, unknown>>
const reason = '按方案'

const debt = {
  number: '欠-1',
  debtor: '县水利局',
  debtorKind: 'organ',
  belonging: 'department',
  creditor: '河湾建筑公司',
  isPrivate: true,
  matter: 'works',
  amount: '300000.50',
  dueOn: '2023-05-31',
  dispute: 'none',
  plan: 'none',
  foundBy: 'search',
  isSuspended: false,
  isJudicial: false,
}
const entered = (input: Input = {}, day = '2023-06-27') =>
  caseOf(open('clearing', OFFICE, day, { ...debt, ...input }))
const accepted = (input: Input = {}, day = '2023-06-28', agreeBy = '2023-06-30') =>
  caseOf(
    act(
      caseOf(act(entered(input, day), OFFICE, day, 'assign', { receiver: 'finance' }, { reason })),
      'department',
      day,
      'accept',
      { agreeBy },
      { unit: 'finance' },
    ),
  )

describe('[wutai-2023-zbf20.1] an entry of the ledger', () => {
  it('is of organs, institutions and large state firms; any other debtor is refused', () => {
    const kinds = Object.keys(debtorKinds).map((debtorKind) => {
      const belonging = debtorKind === 'large-soe' ? 'county-soe' : 'department'
      return [debtorKind, open('clearing', OFFICE, '2023-06-27', { ...debt, debtorKind, belonging }).kind]
    })
    expect(Object.fromEntries(kinds)).toEqual({
      organ: 'done',
      institution: 'done',
      'large-soe': 'done',
      other: 'refused',
    })
  })

  it('lacks nothing that the ledger asks for', () => {
    for (const field of ['debtor', 'debtorKind', 'creditor', 'matter', 'amount', 'dispute', 'isJudicial']) {
      const { [field]: _left, ...others } = debt as Record<string, unknown>
      expect(open('clearing', OFFICE, '2023-06-27', others).kind, field).toBe('refused')
    }
  })

  it('is late from the day after the one on which it was to be paid', () => {
    expect(open('clearing', OFFICE, '2023-05-31', debt).kind).toBe('refused')
    expect(open('clearing', OFFICE, '2023-06-01', debt).kind).toBe('done')
  })

  it('of a firm that has stopped, or before a court, is marked as outside and given to nobody', () => {
    const firm = { debtorKind: 'large-soe', belonging: 'county-soe' }
    const suspended = entered({ ...firm, isSuspended: true })
    const judicial = entered({ isJudicial: true })
    expect([suspended, judicial, entered()].map(({ data }) => data['scope'])).toEqual([
      'suspended',
      'judicial',
      'covered',
    ])
    for (const outside of [suspended, judicial]) {
      expect(act(outside, OFFICE, '2023-06-27', 'assign', { receiver: 'finance' }, { reason }).kind).toBe(
        'refused',
      )
      expect(caseOf(act(outside, OFFICE, '2023-06-27', 'setOutside')).state).toBe('outside')
    }
    expect(act(entered(), OFFICE, '2023-06-27', 'setOutside').kind).toBe('refused')
  })

  it('that goes to court later leaves the clearing', () => {
    const input = { court: '县人民法院', filedOn: '2023-08-01' }
    const left = caseOf(act(accepted(), OFFICE, '2023-08-01', 'toCourt', input, { reason }))
    expect([left.state, clearing.states.outside.final]).toEqual(['outside', 'withdrawn'])
  })
})

describe('[wutai-2023-zbf20.2] an undisputed debt without a plan', () => {
  it('has its agreement by 30 June 2023, and is late from 1 July on', () => {
    const [limit, ...others] = limitsOf(accepted())
    if (limit === undefined) throw new Error('no limit')
    expect(others).toEqual([])
    expect(limit.legal).toMatchObject({ due: '2023-06-30' })
    expect(isMissed(limit, '2023-06-30T23:59:59+08:00')).toBe(false)
    expect(isMissed(limit, '2023-07-01T00:00:00+08:00')).toBe(true)
    expect(limit.missed).toEqual({ kind: 'flag' })
  })

  it('has no such day where it is disputed, or planned already', () => {
    expect(limitsOf(accepted({ dispute: 'disputed' }))).toEqual([])
    expect(limitsOf(accepted({ plan: 'agreed' }))).toEqual([])
  })

  it('that is found after June has the day that the office sets, never one before today', () => {
    const late = (agreeBy: string) => accepted({}, '2023-07-03', agreeBy)
    expect(limitsOf(late('2023-07-31'))[0]?.legal).toMatchObject({ due: '2023-07-31' })
    expect(() => late('2023-07-02')).toThrow('不早于今天')
    expect(() => accepted({}, '2023-06-28', '2023-07-01')).toThrow('不晚于2023-06-30')
  })

  it('meets it with an agreement that plans all that is owed', () => {
    const agree = (amount: string) =>
      act(
        accepted(),
        'department',
        '2023-06-30',
        'agree',
        {
          difficulty: 'funds',
          agreedOn: '2023-06-30',
          instalments: [
            { dueOn: '2023-09-30', amount: '200000' },
            { dueOn: '2023-12-31', amount },
          ],
        },
        { unit: 'finance', facts: { paidSoFar: '0' } },
      )
    expect(agree('100000.49').kind).toBe('refused')
    const agreed = caseOf(agree('100000.50'))
    const [limit] = limitsOf(agreed)
    expect([agreed.state, limit?.ended]).toEqual(['planned', '2023-06-30T09:00:00+08:00'])
  })

  it('is told one by one where the day has passed and nothing was signed', () => {
    expect(count('agreements-signed', '2023-06-30', [accepted()]).isMet).toBe(true)
    expect(count('agreements-signed', '2023-07-01', [accepted()])).toMatchObject({
      isMet: false,
      findings: [{ name: '欠-1 县水利局欠河湾建筑公司' }],
    })
  })
})

const clue = {
  number: '线-1',
  channel: '12345',
  creditor: '河湾建筑公司',
  debtor: '河湾镇供水站',
  debtorKind: 'institution',
  belonging: 'local',
  place: 'town',
  amount: '52000',
  content: '工程款没有付',
  receivedOn: '2023-07-03',
}
const investigated = (result: string) =>
  caseOf(
    act(
      caseOf(
        act(
          caseOf(open('handling', OFFICE, '2023-07-03', clue)),
          OFFICE,
          '2023-07-03',
          'refer',
          { receiver: 'town' },
          { reason },
        ),
      ),
      'township',
      '2023-07-10',
      'investigate',
      { result, investigation: '已看合同' },
    ),
  )

describe('[wutai-2023-zbf20.3] a lead', () => {
  const ways = {
    explain: { toldOn: '2023-07-11', reasonTold: '不是机关、事业单位和大型国企' },
    order: { payBy: '2023-08-31' },
    explainDispute: { toldOn: '2023-07-11', situationTold: '验收数量有争议' },
    track: { whyOpen: '镇财力不足' },
    confirmPaid: { settledOn: '2023-07-01', feedback: '已告知' },
  }
  const inLedger = { inLedger: [{ number: '欠-9' }] }

  it('goes the way of what was found of it, and no other', () => {
    const open = (result: string) =>
      Object.entries(ways)
        .filter(
          ([name, input]) =>
            act(investigated(result), 'township', '2023-07-11', name, input, { facts: inLedger }).kind ===
            'done',
        )
        .map(([name]) => name)
    expect(open('outside')).toEqual(['explain'])
    expect(open('undisputed')).toEqual(['order', 'track'])
    expect(open('disputed')).toEqual(['explainDispute', 'track'])
    expect(open('paid')).toEqual(['confirmPaid'])
  })

  it('that is to be paid by a day is late from the day after', () => {
    const ordered = caseOf(act(investigated('undisputed'), 'township', '2023-07-11', 'order', ways.order))
    const limit = limitOf(ordered, 'payment')
    expect(isMissed(limit, '2023-08-31T23:59:00+08:00')).toBe(false)
    expect(isMissed(limit, '2023-09-01T00:00:00+08:00')).toBe(true)
  })

  const tracked = () =>
    caseOf(
      act(investigated('undisputed'), 'township', '2023-07-11', 'track', ways.track, { facts: inLedger }),
    )

  it('that cannot be paid now is in the ledger with its number, and can be opened there from the lead', () => {
    const track = (facts: Facts) =>
      act(investigated('undisputed'), 'township', '2023-07-11', 'track', ways.track, { facts })
    expect(refusalsOf(track({ inLedger: [] }))[0]).toContain('清欠台账中已有写明这条线索的欠款')
    expect(track(inLedger).kind).toBe('done')
    expect(handlingClue.links?.['ledger']).toMatchObject({
      procedure: clearing.id,
      fills: { clue: 'number', amount: 'amount' },
    })
    expect(handlingClue.lookups['inLedger']).toMatchObject({ register: debts.id, where: { clue: 'number' } })
  })

  it('is reported on while it is tracked, and closed only when nothing of it is owed', () => {
    const updated = caseOf(act(tracked(), 'township', '2023-09-01', 'update', { progress: '付了一半' }))
    const close = (openInLedger: Input[], clearedInLedger: Input[]) =>
      act(updated, 'township', '2023-10-08', 'close', ways.confirmPaid, {
        facts: { openInLedger, clearedInLedger },
      }).kind
    expect([
      close([{ number: '欠-9' }], []),
      close([{ number: '欠-9' }], [{ number: '欠-8' }]),
      close([], []),
      close([], [{ number: '欠-9' }]),
    ]).toEqual(['refused', 'refused', 'refused', 'done'])
    expect(Object.keys(handlingClue.states.tracked.on)).toEqual(['update', 'close', 'leave'])
  })
})

it('[wutai-2023-zbf20.4] who complained is told the reason, which stays in the case and stands in the letter', () => {
  const explain = (input: Input) => act(investigated('outside'), 'township', '2023-07-11', 'explain', input)
  expect(refusalsOf(explain({ toldOn: '2023-07-11' }))).toEqual([
    '“告知投诉人的理由”未填写，应填文字，至多20000字。',
  ])
  expect(explain({ toldOn: '2023-07-11', reasonTold: '  ' }).kind).toBe('refused')
  const told = explain({ toldOn: '2023-07-11', reasonTold: '不属于清欠范围' })
  expect(caseOf(told).data['reasonTold']).toBe('不属于清欠范围')
  expect(told.kind === 'done' && told.effects).toContainEqual({ kind: 'paper', paper: 'explanation' })
})

describe('[wutai-2023-zbf20.5] the circular', () => {
  it('has each township and unit with its debts, amount, payments and agreements', () => {
    const ledger = [
      { number: 'a', amount: '100.10', settler: '县财政局', agreedOn: '2023-06-29' },
      { number: 'b', amount: '200.20', settler: '县财政局' },
      { number: 'c', amount: '50', settler: '河湾镇人民政府' },
    ]
    const paid = [
      { debt: 'a', paid: '100.10' },
      { debt: 'c', paid: '10' },
      { debt: 'c', paid: '15' },
    ]
    expect(standingsOf(ledger, paid)).toEqual([
      { settler: '河湾镇人民政府', debts: 1, amount: '50', paid: '25', share: '50.0', agreements: 0 },
      { settler: '县财政局', debts: 2, amount: '300.3', paid: '100.1', share: '33.3', agreements: 1 },
    ])
  })

  it('adds up to the ledger, whatever is in it', () => {
    const cents = fc.integer({ min: 1, max: 99_999_999 }).map((all) => (all / 100).toFixed(2))
    const ledger = fc.uniqueArray(
      fc.record({
        number: fc.string({ minLength: 1 }),
        amount: cents,
        settler: fc.constantFrom('县财政局', '河湾镇人民政府', undefined),
      }),
      { selector: ({ number }) => number },
    )
    fc.assert(
      fc.property(ledger, (all) => {
        const paid = all.map(({ number, amount }) => ({ debt: number, paid: amount }))
        const rows = standingsOf(all, paid)
        const total = sumOf(all.map(({ amount }) => amount))
        expect(sumOf(rows.map(({ amount }) => amount))).toBe(total)
        expect(sumOf(rows.map((row) => row.paid))).toBe(total)
        expect(rows.reduce((count, row) => count + row.debts, 0)).toBe(all.length)
      }),
    )
  })

  it('is drawn from the ledger, and signed by another than who drew it', () => {
    const facts = { ledger: [{ number: 'a', amount: '100', settler: '县财政局' }], paidEntries: [] }
    const input = { number: '2023年第1期', asOf: '2023-07-31' }
    const byHand = { ...input, standing: '都已清零' }
    const drawn = caseOf(open('circulating', OFFICE, '2023-08-01', byHand, { facts }))
    expect(drawn.data['standing']).toBe('县财政局：1笔100元，已还0元（0.0%），签订还款协议0笔。')
    expect(refusalsOf(act(drawn, 'chief', '2023-08-02', 'issue', {}, { as: OFFICE }))[0]).toContain('另一人')
    const issued = act(drawn, 'chief', '2023-08-02', 'issue')
    expect(issued.kind === 'done' && issued.effects).toContainEqual({ kind: 'paper', paper: 'circular' })
  })

  it('counts the ledger by unit', () => {
    const record = ({ unit, state, data }: Case) => ({ unit, state, data })
    const facts = { fields: debts.fields, units, on: '2023-07-31' }
    const table = tallyOf(debtsBySettler, [accepted(), accepted({ amount: '0.50' })].map(record), facts)
    const row = table.rows.find(({ titles }) => titles[0] === '县财政局')
    expect(row?.values).toMatchObject({ debts: '2', amount: '300001', undisputed: '2', cleared: '0' })
  })

  it('is followed by a list of the slow, each with a day by which to be done', () => {
    const facts = { issuedCirculars: [{ number: '2023年第1期' }] }
    const input = { number: '督-1', circular: '2023年第1期', reason: '进展缓慢', deadline: '2023-09-30' }
    expect(open('listing', OFFICE, '2023-08-03', input, { facts: { issuedCirculars: [] } }).kind).toBe(
      'refused',
    )
    const drafted = caseOf(open('listing', OFFICE, '2023-08-03', input, { facts }))
    const listed = caseOf(act(drafted, OFFICE, '2023-08-03', 'list', { receiver: 'finance' }, { reason }))
    const limit = limitOf(listed, 'settle')
    expect([listed.unit, listed.state, limit.missed]).toEqual([
      'finance',
      'listed',
      { kind: 'escalate', role: 'chief' },
    ])
    expect(isMissed(limit, '2023-09-30T23:59:00+08:00')).toBe(false)
    expect(isMissed(limit, '2023-10-01T00:00:00+08:00')).toBe(true)
  })
})

describe('[wutai-2023-zbf20.6] who settles', () => {
  const firm = { debtorKind: 'large-soe' }
  const local = { belonging: 'local', place: 'town' }
  it.each([
    ['a department or its institution', {}, 'finance'],
    ['a firm that the finance bureau supervises', { ...firm, belonging: 'finance-soe' }, 'finance'],
    ['a firm of the county', { ...firm, belonging: 'county-soe' }, 'industry'],
    ['a firm of a township', { ...firm, ...local }, 'town'],
    ['an institution of a township', { debtorKind: 'institution', ...local }, 'town'],
  ])('for %s', (_whose, input, wanted) => {
    const opened = caseOf(
      open('clearing', OFFICE, '2023-06-27', { ...debt, ...input }, { caseUnit: 'government' }),
    )
    const takers = ['finance', 'industry', 'town', 'water'].filter(
      (receiver) => act(opened, OFFICE, '2023-06-27', 'assign', { receiver }, { reason }).kind === 'done',
    )
    expect(takers).toEqual([wanted])
  })

  it('is asked of whoever takes a debt upon itself, too', () => {
    const own = (unit: string) =>
      act(
        caseOf(
          open(
            'clearing',
            OFFICE,
            '2023-07-03',
            { ...debt, debtorKind: 'institution', ...local },
            { caseUnit: unit },
          ),
        ),
        unit === 'town' ? 'township' : 'department',
        '2023-07-03',
        'accept',
        { agreeBy: '2023-07-31' },
        { unit },
      ).kind
    expect([own('town'), own('finance'), own('water')]).toEqual(['done', 'refused', 'refused'])
  })

  it('hangs on to whom the firm belongs, which is entered with every debt', () => {
    const { belonging: _belonging, ...without } = { ...debt, ...firm }
    expect(refusalsOf(open('clearing', OFFICE, '2023-06-27', without))[0]).toContain('“隶属关系”未填写')
    expect(open('clearing', OFFICE, '2023-06-27', { ...debt, belonging: 'county-soe' }).kind).toBe('refused')
    expect(arrears.open.some(({ kind, says }) => kind === 'conflict' && says.includes('隶属关系'))).toBe(true)
  })
})

describe('[wutai-2023-zbf20.7] a payment on a debt with wages in it', () => {
  const pay = (paid: string, paidBefore: string, wagesBefore: string, wages?: string) =>
    open(
      'paying',
      'department',
      '2023-08-10',
      { number: '还-1', debt: '欠-1', paidOn: '2023-08-10', paid },
      {
        unit: 'finance',
        facts: {
          openDebts: [{ amount: '1000', ...(wages === undefined ? {} : { wages }) }],
          paidBefore,
          wagesBefore,
        },
      },
    )
  const split = (...given: Parameters<typeof pay>) => {
    const { toWages, toFirm } = caseOf(pay(...given)).data
    return [toWages, toFirm]
  }

  it('goes to the workers first, and to the firm when they are paid', () => {
    expect(split('299.99', '0', '0', '300')).toEqual(['299.99', '0'])
    expect(split('300', '0', '0', '300')).toEqual(['300', '0'])
    expect(split('300.01', '0', '0', '300')).toEqual(['300', '0.01'])
    expect(split('100', '400', '300', '300')).toEqual(['0', '100'])
    expect(split('100', '0', '0')).toEqual(['0', '100'])
  })

  it('is never more than is owed', () => {
    expect(pay('600', '400', '0').kind).toBe('done')
    expect(pay('600.01', '400', '0').kind).toBe('refused')
    expect(pay('0', '400', '0').kind).toBe('refused')
  })

  it('leaves the firm nothing while wages are owed, whatever is paid in whichever parts', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 100_000 }), (parts, cents) => {
        const wages = (cents / 100).toFixed(2)
        let [before, wagesBefore] = [0, 0]
        for (const part of parts) {
          if (before + part > 100_000) break
          const [toWages, toFirm] = split(
            (part / 100).toFixed(2),
            (before / 100).toFixed(2),
            (wagesBefore / 100).toFixed(2),
            wages,
          ).map((one) => Math.round(Number(one) * 100))
          expect(Number(toWages) + Number(toFirm)).toBe(part)
          wagesBefore += Number(toWages)
          before += part
          if (Number(toFirm) > 0) expect(wagesBefore).toBe(cents)
        }
      }),
      { numRuns: 50 },
    )
  })
})

it('[wutai-2023-zbf20.8] arrears of a debtor are put on show whole, and the day is kept', () => {
  const facts = {
    debtsOfDebtor: [
      { number: 'a', amount: '100.10' },
      { number: 'b', amount: '200' },
    ],
    paidEntries: [
      { debt: 'a', paid: '50' },
      { debt: 'other', paid: '7' },
    ],
  }
  const input = { number: '公-1', debtor: '县水利局', asOf: '2023-07-31', debtCount: 0, unpaidTotal: '0' }
  const drafted = caseOf(open('publishing', OFFICE, '2023-08-05', input, { facts }))
  expect(drafted.data).toMatchObject({ debtCount: 2, unpaidTotal: '250.1' })
  const publish = (publishedOn: string) => act(drafted, OFFICE, '2023-08-07', 'publish', { publishedOn })
  expect(publish('2023-08-06').kind).toBe('refused')
  const published = publish('2023-08-07')
  expect(caseOf(published).data['publishedOn']).toBe('2023-08-07')
  expect(published.kind === 'done' && published.effects).toContainEqual({
    kind: 'disclose',
    title: '逾期未支付中小企业账款信息',
    places: ['政府信息公开专栏'],
    record: {
      debtor: '县水利局',
      asOf: '2023-07-31',
      debtCount: 2,
      unpaidTotal: '250.1',
      publishedOn: '2023-08-07',
    },
    until: { kind: 'not-said', explanation: '公开多久没有写明，撤下以前一直公开。' },
  })
})

it('[wutai-2023-zbf20.9] what inspectors and auditors found and the ledger has not is told', () => {
  const found = (id: string, data: Input) => ({ id, data })
  const left = [
    found('f1', { debtor: '县水利局', creditor: '河湾建筑公司', amount: '300000.5' }),
    found('f2', { debtor: '县水利局', creditor: '石桥管材公司', amount: '80000' }),
    found('f3', { debtor: '县水利局', creditor: '云岭设计公司', amount: '9000' }),
  ]
  const right = [
    found('d1', debt),
    found('d2', { debtor: '县水利局', creditor: '云岭设计公司', amount: '4000' }),
  ]
  const rows = compareRecords(feedbackAgainstLedger, left, right)
  const { labels } = feedbackAgainstLedger
  expect(rows.map(({ left: [one], matches }) => [one?.id, matches.map((match) => labels[match])])).toEqual([
    ['f1', ['台账中有，金额相同']],
    ['f2', ['反馈的欠款不在台账，可能瞒报漏报']],
    ['f3', ['台账中有，金额不同']],
  ])
  expect(feedback.fields.shape.source.options).toEqual(['inspection', 'guidance', 'audit', 'clue'])
})

describe('[wutai-2023-zbf20.10] a new project', () => {
  const project = {
    number: '政-1',
    name: '污水管网',
    owner: '县水利局',
    investment: '2600000',
    fundSource: '专项债券',
    isFunded: true,
    isEstablished: true,
    approval: '清发改审〔2023〕9号',
    isAdvanced: false,
  }
  const start = (input: Input) => {
    const given = Object.entries({ ...project, ...input }).filter(([, value]) => value !== undefined)
    const listed = caseOf(
      open('starting', 'department', '2023-07-03', Object.fromEntries(given), { unit: 'water' }),
    )
    return refusalsOf(act(listed, 'department', '2023-07-04', 'start', {}, { unit: 'water' }))
  }

  it('begins with its money, its approval and nobody’s advance', () => {
    expect(start({})).toEqual([])
  })

  it.each([
    ['no source is named', { fundSource: undefined }, '没有写明资金来源'],
    ['the money is not there', { isFunded: false }, '专项债券没有落实'],
    ['it is not established', { isEstablished: false }, '没有立项'],
    ['it is not approved', { approval: undefined }, '没有批准'],
    ['the builder is to advance it', { isAdvanced: true }, '由施工单位垫资'],
  ])('is held back where %s', (_why, input, found) => {
    expect(start(input)).toEqual([expect.stringContaining(`实际${found}`)])
  })
})

it('an instalment is behind from the day after the one on which it was to be paid', () => {
  const instalments = [
    { dueOn: '2023-09-30', amount: '200000' },
    { dueOn: '2023-12-31', amount: '100000.50' },
  ]
  const agreed = caseOf(
    act(
      accepted(),
      'department',
      '2023-06-30',
      'agree',
      { difficulty: 'funds', agreedOn: '2023-06-30', instalments },
      { unit: 'finance', facts: { paidSoFar: '0' } },
    ),
  )
  const behind = (today: string, paid: string) => {
    const beside = { payments: [{ state: 'entered', data: { debt: '欠-1', paid } }] }
    return count('agreements-kept', today, [agreed], {}, beside).findings.map(({ message }) => message)
  }
  expect(behind('2023-09-30', '0')).toEqual([])
  expect(behind('2023-10-01', '199999.99')).toEqual(['已到期的还款计划还差0.01元，县财政局。'])
  expect(behind('2023-10-01', '200000')).toEqual([])
  expect(behind('2024-01-01', '200000')).toEqual(['已到期的还款计划还差100000.5元，县财政局。'])
})

it('undisputed debts are to be cleared to the last', () => {
  const cleared = (records: readonly Case[], beside = {}) =>
    count('undisputed-cleared', '2023-12-31', records, {}, beside)
  const paid = caseOf(
    act(
      accepted({ number: '欠-2' }),
      OFFICE,
      '2023-08-01',
      'clear',
      {},
      { facts: { paidSoFar: '300000.50' } },
    ),
  )
  const all = [accepted(), paid, accepted({ number: '欠-3', dispute: 'disputed' })]
  const payment = { state: 'entered', data: { debt: '欠-1', paid: '100000.25' } }
  expect(cleared(all, { payments: [payment] })).toMatchObject({
    says: '无分歧欠款2笔，已清零1笔，没有清零1笔，还欠200000.25元。',
    isMet: false,
    findings: [{ name: '欠-1 县水利局欠河湾建筑公司', message: '还欠200000.25元，县财政局。' }],
  })
  expect(cleared([paid]).isMet).toBe(true)
  expect(cleared([]).isMet).toBeNull()
})
