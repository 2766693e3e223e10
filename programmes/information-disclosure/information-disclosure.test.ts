import { type Case, caseFieldsOf, fields, paperContent, tallyOf, unitTree } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { actingIn, caseOf, refusalsOf } from '../acting.test-support.ts'
import { answeringProcedure, replyFields } from './answering.ts'
import { convenienceCaseRule } from './convenience.ts'
import { requestsByResult, requestsReceived } from './figures.ts'
import { informationDisclosure } from './index.ts'
import { informationKinds } from './major-projects.ts'
import { replyPaper } from './papers.ts'
import { remedyRule } from './remedy.ts'
import { requests } from './requests.ts'
import { reportRowRule, reportRows, results, unanswered } from './results.ts'
import { sealPurposes, sealUses, sealUsesByPurpose } from './seal-uses.ts'

const { open, act, count } = actingIn(informationDisclosure)
const OFFICE = 'disclosure-office'
const HEAD = 'disclosure-head'

const request = {
  number: '依-1',
  receivedOn: '2022-09-01',
  channel: 'post',
  applicantKind: 'person',
  applicant: '田晓',
  idNumber: '140922199003070012',
  contact: '13900001234',
  content: '前街东段改造工程的招标文件',
  form: 'paper',
}
const reply = {
  result: 'granted',
  title: '关于公开招标文件的答复',
  searchFacts: '在档案室按工程名称查找，找到一份',
  legalBasis: '《政府信息公开条例》第三十六条',
  reply: '招标文件见附件',
}
const sealEntries = [{ purpose: 'reply', usedOn: '2022-09-07' }]
const service = { sealUse: '章-1', servedOn: '2022-09-07', way: 'post' }

const registered = () => caseOf(open('answering', OFFICE, '2022-09-01', request))
const step = (before: Case, name: string, input: object = {}, role = OFFICE, day = '2022-09-07') =>
  caseOf(act(before, role, day, name, { ...input }, { facts: { sealEntries } }))
const consulted = () =>
  ['accept', 'clear', 'skip'].reduce((current, name) => step(current, name), registered())
const approved = () => step(step(consulted(), 'decide', reply), 'approve', {}, HEAD)

describe('[wutai-2021-zbf42.4] a request', () => {
  it('ends with an answer only by way of all six steps, in their order', () => {
    const order = [
      ['accept'],
      ['clear', 'correct'],
      ['skip', 'answerOfThird', 'silence'],
      ['decide'],
      ['approve'],
      ['serve'],
    ]
    const paths: string[][] = []
    const follow = (state: string, done: readonly string[], seen: ReadonlySet<string>) => {
      if (state === 'answered') paths.push([...done])
      for (const [name, { to }] of Object.entries(answeringProcedure.states[state as 'registered'].on)) {
        const target = String(to)
        if (!seen.has(target)) follow(target, [...done, name], new Set([...seen, target]))
      }
    }
    follow(answeringProcedure.initial, [], new Set([answeringProcedure.initial]))
    expect(paths.length).toBeGreaterThan(3)
    for (const path of paths) {
      const places = order.map((names) => path.findIndex((name) => names.includes(name)))
      expect(places, path.join()).not.toContain(-1)
      expect(places, path.join()).toEqual(places.toSorted((one, other) => one - other))
    }
  })

  it('refuses whatever comes before its turn, and says what can be done', () => {
    expect(refusalsOf(act(registered(), OFFICE, '2022-09-02', 'serve', service))[0]).toContain(
      '现在是“待受理”环节',
    )
    expect(refusalsOf(act(consulted(), HEAD, '2022-09-07', 'approve'))[0]).toContain('现在是“待作出决定”环节')
  })

  it.each(['searchFacts', 'legalBasis'] as const)('is not decided while its reply has no %s', (element) => {
    const { [element]: _left, ...rest } = reply
    const label = { searchFacts: '查找、检索的过程和事实', legalBasis: '处理决定的法律法规依据' }[element]
    expect(refusalsOf(act(consulted(), OFFICE, '2022-09-07', 'decide', rest))[0]).toContain(
      `“${label}”未填写`,
    )
    expect(
      refusalsOf(act(consulted(), OFFICE, '2022-09-07', 'decide', { ...rest, [element]: ' ' })),
    ).toHaveLength(1)
  })

  it('is decided with the remedies of the day, and nobody writes others', () => {
    const said = (result: string, day: string) => remedyRule.compute({ result, today: day }, day).value
    expect(said('granted', '2022-09-05')).toContain('或者六个月内')
    expect(said('thirdParty', '2023-12-31')).toContain('或者六个月内')
    expect(said('thirdParty', '2024-01-01')).toContain('先依法申请行政复议')
    expect(said('granted', '2024-01-01')).toContain('或者六个月内')
    const decided = step(consulted(), 'decide', { ...reply, remedy: '没有' })
    expect(decided.data['remedy']).toContain('六十日内')
  })

  it('is approved by another than who decided', () => {
    const decided = caseOf(act(consulted(), OFFICE, '2022-09-07', 'decide', reply, { as: 'one' }))
    const [refusal] = refusalsOf(act(decided, HEAD, '2022-09-07', 'approve', {}, { as: 'one' }))
    expect(refusal).toContain('应由另一人办理')
  })

  it('is listed while it has no answer', () => {
    const record = (number: string, state: string) => ({ state, data: { ...request, number } })
    const counted = count('every-request-answered', '2022-09-30', [
      record('依-1', 'answered'),
      record('依-2', 'consulted'),
      record('依-3', 'registered'),
      record('依-4', 'lapsed'),
    ])
    expect(counted).toMatchObject({
      isMet: false,
      says: '登记申请4件，没有答复的2件。',
      findings: [
        { name: '依-2', message: '2022-09-01收到，待作出决定。' },
        { name: '依-3', message: '2022-09-01收到，待受理。' },
      ],
    })
  })

  it('is due twenty working days after it came, and anew after its correction', () => {
    const due = (current: Case, limit: string) =>
      Object.values(current.clocks).length > 0 ? current.clocks[limit] : undefined
    expect(due(registered(), 'reply')).toBeDefined()
    const asked = step(step(registered(), 'accept'), 'askCorrection', { corrections: '写明年份' })
    const corrected = step(asked, 'correct', { corrected: '2021年的' })
    expect(due(corrected, 'replyAfterCorrection')).toBeDefined()
  })
})

describe('[wuzhai-2022-zbf31.7] the written reply', () => {
  it.each(Object.keys(replyFields))('is refused without its %s', (element) => {
    const input = Object.fromEntries(Object.entries(reply).filter(([name]) => name !== element))
    expect(act(consulted(), OFFICE, '2022-09-07', 'decide', input).kind).toBe('refused')
  })

  it.each([
    ['applicant', '申请人姓名或者名称'],
    ['receivedOn', '收到申请的日期'],
  ])('has its %s from the register, where it cannot be missing', (field, label) => {
    const input = Object.fromEntries(Object.entries(request).filter(([name]) => name !== field))
    expect(refusalsOf(open('answering', OFFICE, '2022-09-01', input))[0]).toContain(`“${label}”未填写`)
  })

  it('is not served without the seal that is for replies', () => {
    const serve = (facts: object) =>
      refusalsOf(act(approved(), OFFICE, '2022-09-07', 'serve', service, { facts: { ...facts } }))
    expect(serve({ sealEntries: [] })[0]).toContain('实际没有这样的登记')
    expect(serve({ sealEntries: [{ purpose: 'review', usedOn: '2022-09-07' }] })[0]).toContain(
      '实际拟发布政府信息的审核',
    )
    expect(serve({ sealEntries })).toEqual([])
  })

  it('bears title, number, applicant, day of receipt, facts and law, remedies, organ and day', () => {
    const outcome = act(approved(), OFFICE, '2022-09-07', 'serve', service, { facts: { sealEntries } })
    const { effects, case: answered } =
      outcome.kind === 'done' ? outcome : { effects: [], case: registered() }
    expect(effects).toContainEqual(expect.objectContaining({ kind: 'paper', paper: 'reply' }))
    const content = paperContent(replyPaper, {
      schema: fields(caseFieldsOf(answeringProcedure)),
      records: [answered.data],
      facts: {
        unit: '县财政局',
        county: '五寨县',
        case: '一',
        number: '信息公开答复〔2022〕1号',
        date: '2022-09-07',
        reason: null,
      },
      places: {},
      clear: ['applicant'],
    })
    const printed = JSON.stringify(content)
    for (const element of [
      '政府信息公开申请答复书',
      '信息公开答复〔2022〕1号',
      '田晓',
      '2022年9月1日',
      reply.searchFacts,
      reply.legalBasis,
      '六十日内',
      '县财政局',
    ]) {
      expect(printed).toContain(element)
    }
  })
})

describe('[wutai-2021-zbf42.8] 便民答复', () => {
  it('sorts a question into one of the four cases that the notice names', () => {
    const caseOfFound = (found: string) => convenienceCaseRule.compute({ found }, '2022-09-01').value
    expect(['notFound', 'notHeld', 'needsMaking', 'unclear'].map(caseOfFound)).toEqual(
      Object.keys(unanswered),
    )
  })

  it('keeps the answer, from the hotline or from the unit to which it was given', () => {
    const question = {
      number: '便-1',
      contact: '13900001234',
      content: '老房子的手续',
      found: 'notHeld',
      isCorrected: false,
    }
    const routed = caseOf(open('convenience', 'hotline', '2022-09-01', question))
    expect(routed).toMatchObject({ state: 'routed', data: { convenienceCase: 'notHeld' } })
    const answered = caseOf(
      act(routed, 'disclosure-office', '2022-09-02', 'answer', { answer: '到乡镇自然资源所问' }),
    )
    expect(answered).toMatchObject({ state: 'answered', data: { answer: '到乡镇自然资源所问' } })
    const unclear = open('convenience', 'hotline', '2022-09-01', { ...question, found: 'unclear' })
    expect(refusalsOf(unclear)[0]).toContain('没有补正过')
  })
})

describe('[wutai-2021-zbf42.9] the standard list', () => {
  const item = (number: string, publisher: string, dueOn: string, publishedOn?: string) => ({
    data: {
      number,
      area: '财政',
      name: `事项${number}`,
      publisher,
      dueOn,
      ...(publishedOn ? { publishedOn } : {}),
    },
  })

  it('tells for each unit what it did not publish by the day', () => {
    const counted = count('standard-items-published', '2022-09-02', [
      item('1', '县财政局', '2022-09-01'),
      item('2', '县财政局', '2022-09-02'),
      item('3', '县教育局', '2022-08-01', '2022-08-30'),
      item('4', '县医保局', '2022-08-01'),
    ])
    expect(counted.says).toBe('标准目录事项4项，已公开1项，到期没有公开2项，涉及2个单位。')
    expect(counted.findings).toEqual([
      { name: '县财政局', message: '没有按要求公开1项：事项1（1，应于2022-09-01公开）。' },
      { name: '县医保局', message: '没有按要求公开1项：事项4（4，应于2022-08-01公开）。' },
    ])
  })

  it('leads to a circular with a day by which to mend it, which nobody writes by hand', () => {
    const itemsOfUnit = [{ number: '1', name: '预算', dueOn: '2022-09-01' }]
    const circular = { number: '通-1', publisher: '东镇人民政府', deadline: '2022-09-15' }
    const drafted = open('rectifying', 'county-office', '2022-09-02', circular, { facts: { itemsOfUnit } })
    expect(caseOf(drafted).data['missing']).toBe('预算（1，应于2022-09-01公开）')
    const none = open('rectifying', 'county-office', '2022-09-02', circular, { facts: { itemsOfUnit: [] } })
    expect(refusalsOf(none)[0]).toContain('实际0项中0项')
  })
})

describe('[wutai-2021-zbf42.10] the seal', () => {
  it('is used for the four purposes that the notice names, each use on record', () => {
    expect(Object.keys(sealPurposes)).toEqual(['attribute', 'review', 'reply', 'inquiry'])
    const use = {
      number: '章-1',
      usedOn: '2022-09-01',
      purpose: 'reply',
      document: '答复书',
      copies: 1,
      asker: '县财政局',
      approver: '甲',
    }
    expect(open('seal-uses', OFFICE, '2022-09-01', use).kind).toBe('done')
    expect(refusalsOf(open('seal-uses', OFFICE, '2022-09-01', { ...use, purpose: 'contract' }))[0]).toContain(
      '拟发公文公开属性的认定',
    )
    const { rows } = tallyOf(
      sealUsesByPurpose,
      [{ unit: 'town', state: 'current', data: { ...use, copies: 2 } }],
      {
        fields: sealUses.fields,
        units: unitTree([]),
        on: '2022-09-30',
      },
    )
    expect(rows.map(({ key, values }) => [key, values['uses'], values['copies']])).toEqual([
      [['2022', 'reply'], '1', '2'],
    ])
  })
})

describe('[wuzhai-2022-zbf31.9] major projects', () => {
  it('show which of the eight kinds of information are published and which are missing', () => {
    expect(Object.keys(informationKinds)).toHaveLength(8)
    const project = {
      number: '项-1',
      name: '集中供热二期',
      publisher: '县住建局',
      services: '2022-09-01',
      approvals: '2022-09-02',
    }
    const shown = caseOf(open('showing', 'county-office', '2022-09-05', project))
    expect(String(shown.data['missing']).split('、')).toHaveLength(6)
    const all = Object.fromEntries(Object.keys(informationKinds).map((kind) => [kind, '2022-09-06']))
    const whole = caseOf(act(shown, 'publisher', '2022-09-06', 'publish', all))
    expect(whole.data['missing']).toBe('8类信息都已公开')
    expect(count('eight-kinds-shown', '2022-09-06', [shown, whole])).toMatchObject({
      isMet: false,
      says: '重大建设项目2个，8类信息都已公开的1个。',
      findings: [
        { name: '集中供热二期', message: expect.stringContaining('已公开2类，尚未公开：招标投标信息') },
      ],
    })
    expect(refusalsOf(act(shown, 'publisher', '2022-09-05', 'publish', { land: '2022-09-06' }))[0]).toContain(
      '征收土地信息2022-09-06',
    )
  })
})

describe('the yearly report', () => {
  it('has a row for every answer, in the order of the form', () => {
    const rows = Object.keys(results).map((result) => reportRowRule.compute({ result }, '2022-09-01').value)
    expect(new Set(rows)).toEqual(new Set(Object.keys(reportRows).filter((row) => row !== '21')))
  })

  it('adds up: what was received is what was answered and what is carried forward', () => {
    const record = (applicantKind: string, state: string, reportRow?: string) => ({
      unit: 'town',
      state,
      data: { ...request, applicantKind, ...(reportRow ? { reportRow } : {}) },
    })
    const records = [
      record('person', 'answered', '03'),
      record('company', 'answered', '13'),
      record('person', 'lapsed', '21'),
      record('research', 'consulted'),
    ]
    const around = { fields: requests.fields, units: unitTree([]), on: '2022-12-31' }
    const [received] = tallyOf(requestsReceived, records, around).rows
    const byResult = tallyOf(requestsByResult, records, around).rows
    const sum = (column: string) => byResult.reduce((total, { values }) => total + Number(values[column]), 0)
    expect(received?.values['total']).toBe('4')
    expect(sum('total') + sum('open')).toBe(4)
    expect(sum('person')).toBe(2)
  })
})
