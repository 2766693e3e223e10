import {
  type Action,
  type Actor,
  type Case,
  type Context,
  dueDatesOf,
  isMissed,
  officialCalendar,
  openCase,
  type Procedure,
  phasesOn,
  reportSummary,
  reportsDue,
  tallyOf,
  transition,
  unitNamed,
  unitTree,
} from '@luoshi/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { campaign, progressReport } from './campaign.ts'
import { goals, ledger, ledgerByVillage, overdueIn, surveyQueue } from './figures.ts'
import { houseSafety } from './house.ts'
import { houses, zones } from './house-register.ts'
import { selfBuiltHouses } from './index.ts'
import { liaisonStocktakes, liaisons, members, namesMember, withoutLiaison } from './liaisons.ts'
import { notice } from './notice.ts'
import { permitAnswer, permitCheck } from './permit-check.ts'
import { competence, duties, mechanisms, places } from './places.ts'
import { entering } from './platform.ts'
import { prioritising, routing } from './values.ts'

const calendar = officialCalendar()
const units = unitTree([
  unitNamed('government', '县人民政府', null),
  unitNamed('housing', '县住房和城乡建设管理局', 'government'),
  unitNamed('east', '东镇人民政府', 'government'),
  unitNamed('east-village', '上河村民委员会', 'east'),
  unitNamed('west', '西乡人民政府', 'government'),
])
const person = (id: string, role: string, unit: string): Actor => ({
  id,
  county: 'wuzhai',
  posts: [{ role, unit, from: null, until: null }],
})
const people = {
  east: person('east', 'township', 'east'),
  inspector: person('inspector', 'township', 'east'),
  housing: person('housing', 'housing', 'housing'),
  approval: person('approval', 'approval-bureau', 'government'),
}
const at = (day: string, facts: Context['facts'] = {}): Context => ({
  now: `${day}T09:00:00+08:00`,
  calendar,
  units,
  programme: selfBuiltHouses,
  parameters: {},
  facts,
})

const plain = {
  where: '上河村三街12号',
  village: '上河村',
  owner: '苗得雨',
  storeys: 2,
  span: '4.2',
  isComplex: false,
  isExtended: false,
  isConverted: false,
  isCrowded: false,
}
const business = { ...plain, number: 'B-1', use: 'business', place: 'hotel', zone: 'seat' }
const home = { ...plain, number: 'H-1', use: 'other', place: 'home', zone: 'village' }
const sheet = {
  surveyedOn: '2022-07-20',
  land: '集体',
  area: '180',
  builtIn: '2003年',
  builtBy: '自行建造',
  structure: '砖混',
  isInHazardZone: false,
  isSiteHazardous: false,
  isSlopeStable: true,
  hasDrawing: false,
  isDesignerQualified: false,
  isBuilderQualified: true,
  structuralHazards: ['superstructure'],
  isDilapidated: true,
  isFacadeLoose: false,
  equipment: 'none',
  isDecorationToxic: false,
  isMaterialUnfit: false,
  lacking: [],
  unlawful: [],
}
const shop = {
  permits: '营业执照已办',
  isFireFit: true,
  areExitsClear: true,
  isWiringFit: true,
  usesBottledGas: false,
}

function doneOf(outcome: ReturnType<typeof transition>): Case {
  if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
  return outcome.case
}
const open = (procedure: Procedure, by: Actor, input: Readonly<Record<string, unknown>>, context: Context) =>
  doneOf(
    openCase(
      procedure,
      { id: 'case', county: 'wuzhai', unit: by.posts[0]?.unit ?? '', owner: null },
      { by, input },
      context,
    ),
  )
const act = (current: Case, name: string, by: Actor, day: string, input = {}, reason?: string) =>
  transition(houseSafety, current, { name, by, input, ...(reason ? { reason } : {}) }, at(day))
const step = (...given: Parameters<typeof act>) => doneOf(act(...given))
const messages = (outcome: ReturnType<typeof transition>) =>
  outcome.kind === 'refused' ? outcome.issues.map(({ message }) => message) : []

/** A house that was looked at and judged. */
function judged(house: Readonly<Record<string, unknown>>, grade: string, more = {}): Case {
  const queued = open(houseSafety, people.east, house, at('2022-07-15'))
  const input = { ...sheet, ...(house['use'] === 'business' ? shop : {}), ...more }
  const surveyed = step(queued, 'survey', people.east, '2022-07-20', input)
  return step(surveyed, 'judge', people.east, '2022-07-22', {
    grade,
    judgedOn: '2022-07-22',
    technicians: '许望川',
    findings: '墙体开裂',
  })
}
const clearing = { sealedOn: '2022-07-22', cleared: '住客已离开，门窗已封' }
const leaving = {
  hazards: '墙体倾斜',
  evacuatedOn: '2022-07-22',
  evacuated: 7,
  evacuation: '本户和东邻已到村委会',
  proposal: '由专业机构鉴定',
}
const report = (conclusion: string) => ({
  institute: '衡正鉴定公司',
  qualification: '甲级',
  report: '鉴-7',
  appraisedOn: '2022-08-20',
  conclusion,
  ...(conclusion === 'qualified' ? {} : { demands: '加固二层墙体' }),
})
const plan = {
  cause: 'defect',
  remedy: 'reinforce',
  planText: '加固墙体',
  responsible: '苗得雨',
  deadline: '2022-10-31',
}
const acceptance = { acceptedOn: '2022-11-02', acceptors: '许望川' }

/** From an appraisal to what is mended and waits for acceptance. */
function mended(current: Case): Case {
  const appraised = step(current, 'appraise', people.east, '2022-08-22', report('repair'))
  const listed = step(appraised, 'listDemands', people.east, '2022-08-23', { hazards: '墙体' })
  const fixing = step(listed, 'plan', people.east, '2022-08-25', plan)
  return step(fixing, 'fix', people.east, '2022-10-30', { fixedOn: '2022-10-30', repair: '已加固' })
}

describe('[wuzhai-2022-zbf25.1] business premises judged gravely unsafe', () => {
  const house = judged(business, 'severe')
  const sealed = step(house, 'seal', people.east, '2022-07-22', clearing)

  it('are cleared, out of use and sealed, and wait for an appraisal', () => {
    expect(house.data).toMatchObject({ measure: 'seal' })
    for (const other of ['send', 'file', 'list', 'evacuate']) {
      const input = { ...leaving, ...clearing, fileNumber: '1' }
      const wanted = houseSafety.states.judged.on[other]?.input?.def.shape ?? {}
      const asked = Object.fromEntries(Object.entries(input).filter(([name]) => name in wanted))
      expect(act(house, other, people.east, '2022-07-22', asked).kind).toBe('refused')
    }
    expect(sealed).toMatchObject({ state: 'sealed', data: { restriction: 'sealed', hazardMark: 'found' } })
    expect(houseSafety.states.sealed.title).toBe('停用封房，待鉴定')
    expect(Object.keys(houseSafety.states.sealed.on)).toContain('appraise')
  })

  it('are not allowed business before both appraisal and acceptance are recorded', () => {
    const reasons = messages(act(sealed, 'allow', people.housing, '2022-08-01'))
    expect(reasons[0]).toContain('没有取得，鉴定结论是“尚未鉴定”')
    expect(reasons[1]).toContain('整治还没有验收')
    const fixed = mended(sealed)
    const accepted = step(fixed, 'acceptBusiness', people.housing, '2022-11-02', acceptance)
    const struck = step(accepted, 'strikeOff', people.east, '2022-11-03')
    expect(messages(act(struck, 'allow', people.housing, '2022-11-04'))).toHaveLength(1)
    const certified = step(struck, 'certify', people.east, '2022-11-10', {
      certificateNumber: '合-7',
      issuedOn: '2022-11-09',
    })
    expect(step(certified, 'allow', people.housing, '2022-11-11')).toMatchObject({
      state: 'released',
      data: { restriction: 'none' },
    })
  })

  it('stay shut where an appraisal finds them fit while nothing was accepted', () => {
    const appraised = step(sealed, 'appraise', people.east, '2022-08-22', report('qualified'))
    expect(messages(act(appraised, 'allow', people.housing, '2022-08-23'))).toEqual([
      '不符合规定：要求完成整治验收前一律不得用于经营，实际整治还没有验收（五政办发〔2022〕25号第1472—1480行）。',
    ])
  })

  it('that are not gravely unsafe go straight to an appraisal, and may be used once it finds them fit', () => {
    const sent = step(judged(business, 'general'), 'send', people.east, '2022-07-22')
    const appraised = step(sent, 'appraise', people.east, '2022-08-22', report('qualified'))
    expect(step(appraised, 'allow', people.housing, '2022-08-23').state).toBe('usable')
  })

  it('begin anew after a patrol: what was certified and accepted before holds no more', () => {
    const sent = step(judged(business, 'safe'), 'send', people.east, '2022-07-22')
    const appraised = step(sent, 'appraise', people.east, '2022-08-22', report('qualified'))
    const usable = step(appraised, 'allow', people.housing, '2022-08-23')
    const again = step(usable, 'reopen', people.east, '2023-05-01', {}, '后墙新裂缝')
    expect(again).toMatchObject({
      state: 'surveyed',
      data: { conclusion: 'none', acceptance: 'none', certificate: 'none' },
    })
  })
})

describe('[wuzhai-2022-zbf25.2] other houses', () => {
  it('with ordinary dangers are put on the list of dangers', () => {
    const listed = step(judged(home, 'general'), 'list', people.east, '2022-07-22', { hazards: '屋面渗漏' })
    expect(listed).toMatchObject({ state: 'listed', data: { hazardMark: 'found', hazards: '屋面渗漏' } })
  })

  it('with grave ones need the record of the evacuation and the proposal of an appraisal besides', () => {
    const house = judged(home, 'severe')
    for (const missing of ['evacuatedOn', 'evacuated', 'evacuation', 'proposal'] as const) {
      const { [missing]: _left, ...others } = leaving
      expect(act(house, 'evacuate', people.east, '2022-07-22', others).kind, missing).toBe('refused')
    }
    expect(act(house, 'list', people.east, '2022-07-22', { hazards: '墙体' }).kind).toBe('refused')
    expect(step(house, 'evacuate', people.east, '2022-07-22', leaving)).toMatchObject({
      state: 'stopped',
      data: { restriction: 'stopped', hazardMark: 'found' },
    })
  })

  it('that are safe get their file', () => {
    const input = { fileNumber: '档-1' }
    expect(step(judged(home, 'safe'), 'file', people.east, '2022-07-22', input).state).toBe('safe')
    expect(act(judged(business, 'safe'), 'file', people.east, '2022-07-22', input).kind).toBe('refused')
  })
})

describe('[wuzhai-2022-zbf25.3] what was mended', () => {
  const ofBusiness = mended(step(judged(business, 'severe'), 'seal', people.east, '2022-07-22', clearing))
  const ofHome = mended(step(judged(home, 'severe'), 'evacuate', people.east, '2022-07-22', leaving))

  it('is accepted by the housing bureau for business premises, by the township for others', () => {
    expect(act(ofBusiness, 'acceptOther', people.inspector, '2022-11-02', acceptance).kind).toBe('refused')
    expect(act(ofHome, 'acceptBusiness', people.housing, '2022-11-02', acceptance).kind).toBe('refused')
    expect(act(ofBusiness, 'acceptBusiness', people.inspector, '2022-11-02', acceptance).kind).toBe('refused')
    expect(step(ofBusiness, 'acceptBusiness', people.housing, '2022-11-02', acceptance).data).toMatchObject({
      acceptor: '住建部门',
      acceptance: 'passed',
    })
    expect(step(ofHome, 'acceptOther', people.inspector, '2022-11-02', acceptance).data).toMatchObject({
      acceptor: '乡（镇）政府或者社区',
    })
  })

  it('is not accepted by who mended it', () => {
    expect(messages(act(ofHome, 'acceptOther', people.east, '2022-11-02', acceptance))[0]).toContain(
      '应由另一人',
    )
  })

  it('is struck off with its day and who accepted it, and never without', () => {
    expect(messages(act(ofHome, 'strikeOff', people.east, '2022-11-02'))[0]).toContain('待验收')
    const accepted = step(ofHome, 'acceptOther', people.inspector, '2022-11-02', acceptance)
    expect(step(accepted, 'strikeOff', people.east, '2022-11-03')).toMatchObject({
      state: 'struck',
      data: { struckOn: '2022-11-03', acceptedOn: '2022-11-02', acceptor: '乡（镇）政府或者社区' },
    })
    const rejected = step(ofHome, 'reject', people.inspector, '2022-11-02', {}, '二层没有加固')
    expect(rejected.state).toBe('fixing')
  })

  it('is mended as its kind of danger has it', () => {
    const listed = step(judged(home, 'general'), 'list', people.east, '2022-07-22', { hazards: '屋面' })
    const tried = (cause: string, remedy: string) =>
      act(listed, 'plan', people.east, '2022-08-25', { ...plan, cause, remedy }).kind
    expect([tried('general', 'mend'), tried('general', 'demolish'), tried('collapse', 'demolish')]).toEqual([
      'done',
      'refused',
      'done',
    ])
    expect([tried('slope', 'relocate'), tried('slope', 'mend'), tried('defect', 'restrict')]).toEqual([
      'done',
      'refused',
      'done',
    ])
  })
})

describe('[wuzhai-2022-zbf25.4] the ledgers', () => {
  const states = Object.keys(houseSafety.states)
  const record = fc.record({
    unit: fc.constantFrom('east', 'east-village', 'west'),
    state: fc.constantFrom(...states),
    data: fc.record({
      village: fc.constantFrom('上河村', '石门村'),
      hazardMark: fc.constantFrom('none', 'found'),
    }),
  })
  const context = { fields: houses.fields, units, on: '2022-12-31' }

  it('of a county are the sum of its townships’, of a township of its villages’', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 40 }), (records) => {
        const { rows, total } = tallyOf(ledger, records, context)
        const valuesOf = (unit: string) => rows.find(({ key }) => key[0] === unit)?.values
        const own = (unit: string) =>
          tallyOf(
            ledger,
            records.filter((one) => one.unit === unit),
            context,
          ).total
        for (const { id } of ledger.columns) {
          const figure = (unit: string) => Number(valuesOf(unit)?.[id] ?? 0)
          expect(Number(total[id])).toBe(figure('east') + figure('west'))
          expect(figure('government')).toBe(figure('east') + figure('west'))
          expect(figure('east')).toBe(Number(own('east')[id]) + figure('east-village'))
        }
        const villages = tallyOf(ledgerByVillage, records, context).rows
        for (const unit of ['government', 'east', 'west']) {
          const sum = villages
            .filter(({ key }) => key[0] === unit)
            .reduce((all, { values }) => all + Number(values['found']), 0)
          expect(sum).toBe(Number(valuesOf(unit)?.['found'] ?? 0))
        }
      }),
    )
  })

  it('count what was found, listed, mended and struck off, each within the one before', () => {
    const of = (state: string, hazardMark = 'found') => ({ unit: 'east', state, data: { hazardMark } })
    const records = [
      of('queued', 'none'),
      of('sealed'),
      of('listed'),
      of('fixed'),
      of('struck'),
      of('released'),
    ]
    expect(tallyOf(ledger, [...records, of('usable', 'none')], context).total).toEqual({
      all: '7',
      found: '5',
      listed: '4',
      mended: '3',
      struck: '2',
    })
  })
})

describe('[wuzhai-2022-zbf25.5] which houses come first', () => {
  const flagged = (more: Readonly<Record<string, unknown>>) =>
    prioritising.compute({ ...business, ...more }, '2022-07-15')

  it('are business premises of three storeys, a span of six metres, or one of four other features', () => {
    expect(flagged({}).value).toBe('ordinary')
    expect([flagged({ storeys: 2 }).value, flagged({ storeys: 3 }).value]).toEqual(['ordinary', 'first'])
    expect([flagged({ span: '5.9' }).value, flagged({ span: '6' }).value]).toEqual(['ordinary', 'first'])
    for (const feature of ['isComplex', 'isExtended', 'isConverted', 'isCrowded']) {
      expect(flagged({ [feature]: true }).value, feature).toBe('first')
    }
    expect(flagged({ storeys: 5, isCrowded: true }).reasons[0]?.wanted).toBe('5层、人员密集')
    expect(flagged({ use: 'other', storeys: 5 }).value).toBe('ordinary')
  })

  it('are looked at first, and all along the way that the plan has', () => {
    const place = (zone: string) => routing.compute({ zone }, '2022-07-15').value
    expect(Object.keys(zones).map(place)).toEqual([1, 2, 3, 4, 5, 6, 1, 2, 3, 4])
    const of = (number: string, zone: string, priority: string, state = 'queued') => ({
      state,
      data: { number, zone, priority },
    })
    const queue = surveyQueue([
      of('1', 'village', 'ordinary'),
      of('2', 'seat', 'ordinary'),
      of('3', 'urban-other', 'first'),
      of('4', 'urban-village', 'first', 'surveyed'),
      of('5', 'urban-village', 'first'),
      of('6', 'urban-village', 'ordinary'),
    ])
    expect(queue.map(({ data }) => data.number)).toEqual(['5', '3', '6', '2', '1'])
  })
})

describe('[wuzhai-2022-zbf25.6] whether business may be permitted in a house', () => {
  const fit = {
    use: 'business',
    grade: 'general',
    conclusion: 'qualified',
    acceptance: 'none',
    certificate: 'held',
    unlawful: [],
  }
  const judge = (more: Readonly<Record<string, unknown>>) => permitAnswer([{ ...fit, ...more }], '2022-09-01')

  it('is answered with every ground for it', () => {
    expect(judge({})).toEqual({
      isMet: true,
      grounds:
        '取得房屋安全鉴定合格证明：是（已取得）；没有违法建设、违法违规审批问题：是（没有发现）；没有未验收的整治：是（没有需要整治的隐患）',
    })
    expect(judge({ certificate: 'none', unlawful: ['approved'], grade: 'severe' })).toEqual({
      isMet: false,
      grounds:
        '取得房屋安全鉴定合格证明：否（没有取得，鉴定结论是“鉴定合格”）；没有违法建设、违法违规审批问题：否（违法违规审批）；没有未验收的整治：否（整治还没有验收）',
    })
    for (const unlawful of ['unapproved', 'extended', 'approved']) {
      expect(judge({ unlawful: [unlawful] }).isMet).toBe(false)
    }
    expect(judge({ conclusion: 'repair' }).isMet).toBe(false)
    expect(judge({ conclusion: 'repair', acceptance: 'passed' }).isMet).toBe(true)
    const { unlawful: _left, ...unsurveyed } = fit
    expect(permitAnswer([unsurveyed], '2022-09-01').isMet).toBe(false)
    expect(permitAnswer([], '2022-09-01').isMet).toBe(false)
  })

  it('is answered to the approval bureau as soon as it enters the number', () => {
    const input = { number: '核-1', house: 'B-1', applicant: '上河宾馆', item: '旅馆业特种行业许可' }
    const asked = (record: object) =>
      open(permitCheck, people.approval, input, at('2022-09-01', { houseRecords: [record] }))
    expect(asked(fit).data).toMatchObject({ answer: 'may' })
    expect(asked({ ...fit, certificate: 'none' }).data).toMatchObject({ answer: 'may-not' })
  })
})

it('[wuzhai-2022-zbf25.7] progress is reported by the 22nd of each month from July 2022 on; who has not is named', () => {
  const due = reportsDue(progressReport, '2022-06-01', '2022-09-30', calendar)
  expect(due.map((owed) => owed.due.kind === 'due' && owed.due.due)).toEqual([
    '2022-07-22',
    '2022-08-22',
    '2022-09-22',
  ])
  const [july] = due
  if (july === undefined) throw new Error('nothing is owed')
  const data = { surveyed: 1, business: 1, hazards: 0, appraised: 0, mended: 0, struck: 0 }
  const given = [{ unit: 'east', turn: '2022-07-22', at: '2022-07-22T17:00:00+08:00', data }]
  const on = (moment: string) =>
    reportSummary(progressReport, july, ['east', 'west', 'housing'], given, moment)
  expect(on('2022-07-22T18:00:00+08:00')).toMatchObject({ isPast: false, missing: ['housing', 'west'] })
  expect(on('2022-07-23T00:00:00+08:00')).toMatchObject({ isPast: true, missing: ['housing', 'west'] })
  const basis = progressReport.due.basis
  expect(basis.kind === 'gap' && basis.basis).toEqual(notice.lines(1548))
})

describe('[wuzhai-2022-zbf25.8] the phases', () => {
  it('run side by side: on a day those whose days it is among', () => {
    const on = (day: string) => phasesOn(campaign, day).map(({ title }) => title)
    expect(on('2022-05-31')).toEqual([])
    expect(on('2022-06-01')).toEqual(['重点排查', '重点鉴定', '重点整治'])
    expect(on('2022-09-20')).toEqual(['重点排查', '重点鉴定', '重点整治'])
    expect(on('2022-09-21')).toEqual(['重点鉴定', '重点整治', '全面排查', '全面整治'])
    expect(on('2022-10-01')).toEqual(['重点鉴定', '重点整治', '全面排查', '全面整治'])
    expect(on('2025-05-31')).toEqual(['全面整治'])
    expect(on('2025-06-01')).toEqual([])
  })

  it('name what they have not dealt with, from the day after their end on', () => {
    const queued = open(houseSafety, people.east, business, at('2022-07-15'))
    const records = [queued, judged(home, 'general'), judged(business, 'severe')]
    const late = (day: string) => goals.map((goal) => overdueIn(goal, records, day).length)
    expect(late('2022-09-20')).toEqual([0, 0, 0, 0, 0])
    expect(late('2022-09-21')).toEqual([1, 0, 0, 0, 0])
    expect(late('2023-01-01')).toEqual([1, 2, 0, 0, 0])
    expect(late('2024-06-01')).toEqual([1, 2, 2, 0, 0])
    expect(late('2025-06-01')).toEqual([1, 2, 2, 0, 3])
  })

  it('have nothing to do with what a patrol finds after their end', () => {
    const sent = step(judged(business, 'safe'), 'send', people.east, '2022-07-22')
    const appraised = step(sent, 'appraise', people.east, '2022-08-22', report('qualified'))
    const usable = step(appraised, 'allow', people.housing, '2022-08-23')
    const again = (day: string) => step(usable, 'reopen', people.east, day, {}, '后墙新裂缝')
    const late = (house: Case) => goals.map((goal) => overdueIn(goal, [house], '2025-06-01').length)
    expect(late(usable)).toEqual([0, 0, 0, 0, 0])
    expect(late(again('2025-06-01'))).toEqual([0, 0, 0, 0, 0])
    expect(late(again('2024-06-01'))).toEqual([0, 0, 0, 0, 1])
    expect(late(again('2024-05-31'))).toEqual([0, 0, 1, 0, 1])
  })

  it('are limits of each house, by whether business is carried on in it', () => {
    const limitsOf = (house: Case) =>
      dueDatesOf(houseSafety, house, calendar).map(({ title, legal }) => [
        title,
        legal.kind === 'due' && legal.due,
      ])
    const queued = open(houseSafety, people.east, business, at('2022-07-15'))
    expect(limitsOf(queued)).toEqual([
      ['重点排查', '2022-09-20'],
      ['重点鉴定', '2022-12-31'],
      ['重点整治', '2024-05-31'],
    ])
    const other = open(houseSafety, people.east, home, at('2022-07-15'))
    expect(limitsOf(other)).toEqual([
      ['全面排查', '2023-06-30'],
      ['全面整治', '2025-05-31'],
    ])
    const [survey] = dueDatesOf(houseSafety, queued, calendar)
    if (survey === undefined) throw new Error('no limit')
    expect(isMissed(survey, '2022-09-20T23:00:00+08:00')).toBe(false)
    expect(isMissed(survey, '2022-09-21T00:00:00+08:00')).toBe(true)
  })
})

describe('[wuzhai-2022-zbf25.9] who answers for a kind of place', () => {
  it('is found by the kind', () => {
    const unitOf = (place: string) => competence.compute({ place }, '2022-07-15').value
    expect(['hotel', 'school', 'religious', 'mine', 'hospital', 'care-home'].map(unitOf)).toEqual([
      '县公安局',
      '县教育科技局',
      '县委统战部',
      '县应急管理局',
      '县卫生健康和体育局',
      '县民政局',
    ])
    expect(competence.compute({ place: 'hotel' }, '2022-07-15').reasons[0]?.basis).toEqual(notice.lines(1641))
    expect(unitOf('home')).toBe('所在乡（镇）人民政府')
    expect(competence.compute({ place: 'moon' }, '2022-07-15').outcome).toBe('unknown')
  })

  it('stands in a list of all kinds, each with its line, and on the file of each house', () => {
    const items = duties.versions[0]?.items ?? []
    expect(items).toHaveLength(Object.keys(places).length - 2)
    expect(new Set(items.map(({ entry }) => entry['place'])).size).toBe(items.length)
    expect(judged(business, 'safe').data).toMatchObject({ competentUnit: '县公安局' })
    expect(mechanisms.versions[0]?.items).toHaveLength(13)
  })
})

describe('[wuzhai-2022-zbf25.10] those who are called', () => {
  const liaison = {
    name: '苗得雨',
    gender: '男',
    post: '副局长',
    officePhone: '0350-4330001',
    mobile: '13800001234',
    unitName: '县水利局',
    address: '县水利局办公楼',
  }

  it('are kept with the eleven fields of the form, one for a unit', () => {
    expect(Object.keys(liaisons.fields.shape)).toHaveLength(11)
    expect(liaisons.fields.safeParse(liaison).success).toBe(true)
    expect(liaisons.key).toEqual(['unitName'])
    const judge = (unitName: string) => namesMember.judge({ unitName }, '2022-07-15').outcome
    expect([judge('县水利局'), judge('东镇人民政府'), judge('上河宾馆')]).toEqual(['yes', 'yes', 'no'])
  })

  it('are missed where a member or a township has named none', () => {
    expect(members).toHaveLength(25)
    const names = ['县人民政府', '东镇人民政府', '西乡人民政府']
    const missing = withoutLiaison(['县水利局', '西乡人民政府'], names)
    expect(missing).toHaveLength(25)
    expect(missing).toContain('东镇人民政府')
    expect(missing).not.toContain('西乡人民政府')
    const around = {
      today: '2022-08-01',
      county: 'wuzhai',
      units: names,
      nameOf: (unit: string) => unit,
      settingOf: () => undefined,
    }
    const counted = liaisonStocktakes[0]?.count(
      [{ id: '1', state: 'current', data: liaison, opened: '', latest: '' }],
      around,
    )
    expect(counted?.isMet).toBe(false)
    expect(counted?.findings).toHaveLength(26)
  })

  it('were to be named before the plan was issued, which is shown as it is', () => {
    expect(selfBuiltHouses.open.filter(({ kind }) => kind === 'conflict')).toContainEqual(
      expect.objectContaining({ bases: [notice.lines(1534), notice.lines(1418)] }),
    )
  })
})

describe('[wuzhai-2022-zbf25.11] what goes to the state’s platform', () => {
  const entry = (source: string) =>
    open(entering, people.east, { number: '录-1', house: 'B-1', source }, at('2022-10-10'))
  const take = (current: Case, action: Action, day: string) => transition(entering, current, action, at(day))
  const enter: Action = {
    name: 'enter',
    by: people.east,
    input: { platformNumber: 'P-1', enteredOn: '2022-10-12' },
  }

  it('is verified before where it comes from the town’s database', () => {
    const drafted = entry('database')
    expect(messages(take(drafted, enter, '2022-10-12'))).toHaveLength(1)
    const input = { isVerified: true, verifiedOn: '2022-10-11', verification: '与现场一致' }
    const verified = doneOf(take(drafted, { name: 'verify', by: people.housing, input }, '2022-10-11'))
    expect(doneOf(take(verified, enter, '2022-10-12')).state).toBe('entered')
    const refuted = { ...input, isVerified: false }
    const unverified = doneOf(
      take(drafted, { name: 'verify', by: people.housing, input: refuted }, '2022-10-11'),
    )
    expect(take(unverified, enter, '2022-10-12').kind).toBe('refused')
  })

  it('is brought up to date where a rural house has changed: it waits until that is done', () => {
    const entered = doneOf(take(entry('earlier-survey'), enter, '2022-10-12'))
    const change: Action = { name: 'change', by: people.east, input: { changes: '加建一层' } }
    const outdated = doneOf(take(entered, change, '2023-04-01'))
    expect(outdated.state).toBe('outdated')
    expect(entering.states.outdated).not.toHaveProperty('rests')
    const update: Action = { name: 'update', by: people.housing, input: { updatedOn: '2023-04-03' } }
    expect(doneOf(take(outdated, update, '2023-04-03')).state).toBe('entered')
  })
})
