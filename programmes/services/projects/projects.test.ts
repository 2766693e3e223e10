import { correctedCalendar, dueDatesOf, officialCalendar, openCase, transition } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { around, people, person } from '../services.test-support.ts'
import { courtFeed } from './court-feed.ts'
import { coverageStanding, matchingPlanStanding, planStanding, plansToIssue } from './coverage.ts'
import { reviewExempt } from './exemption.ts'
import { greenFinding, standardLandShare } from './land.ts'
import { projectDays } from './parameters.ts'
import { stagesPermitted, startAtOnce } from './start-at-once.ts'

const BUREAU = person('approval-bureau', '县行政审批服务管理局')
const calendar = officialCalendar()

function project(day = '2022-09-26') {
  const outcome = openCase(
    startAtOnce,
    { id: 'P-1', county: 'qingyuan', unit: '县行政审批服务管理局', owner: null },
    {
      by: BUREAU,
      input: { number: 'P-1', name: '预制菜厂', builder: '清源食品公司', isGeneralIndustry: true },
    },
    around(day),
  )
  if (outcome.kind === 'refused') throw new Error('refused')
  return outcome.case
}
type Step = readonly [day: string, name: string, input?: Record<string, unknown>]
const attempt = (before: ReturnType<typeof project>, [day, name, input = {}]: Step) =>
  transition(startAtOnce, before, { name, by: BUREAU, input }, around(day))
const after = (before: ReturnType<typeof project>, ...steps: Step[]) =>
  steps.reduce((current, step) => {
    const outcome = attempt(current, step)
    if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
    return outcome.case
  }, before)

const surveys = { hasSoilSurvey: true, hasRelicsSurvey: true, hasUnifiedServices: true }
const promise = { hasPromise: true }
const both = { planningPermit: '建字第1号', fireReview: '消审〔2022〕1号' }

describe('land, then start at once', () => {
  it('[wutai-2022-zbf60.2] tells from the documents which stage is allowed, or what each lacks', () => {
    expect(stagesPermitted({}, '2022-10-01')).toEqual({
      pit: { isAllowed: false, says: '缺国有土地使用权出让合同、告知承诺' },
      main: { isAllowed: false, says: '缺建设工程规划许可证、消防设计审查意见' },
    })
    expect(
      stagesPermitted({ landContract: '合同1', hasPromise: true, planningPermit: '建1' }, '2022-10-01'),
    ).toEqual({
      pit: { isAllowed: true, says: '都已具备' },
      main: { isAllowed: false, says: '缺消防设计审查意见' },
    })
    expect(
      stagesPermitted({ landContract: '合同1', hasPromise: true, ...both }, '2022-10-01').main.isAllowed,
    ).toBe(true)
    expect(
      attempt(project(), ['2022-09-27', 'survey', { ...surveys, hasRelicsSurvey: false }]),
    ).toMatchObject({
      issues: [{ message: expect.stringContaining('缺文物考古调查勘探') }],
    })
  })

  it('[wuzhai-2022-zbf37.4] refuses 主体 without either paper, and 基坑 without the land contract', () => {
    const surveyed = after(project(), ['2022-09-27', 'survey', surveys])
    expect(attempt(surveyed, ['2022-09-28', 'applyForPit', promise])).toMatchObject({
      issues: [{ message: expect.stringContaining('缺国有土地使用权出让合同') }],
    })
    const pit = after(
      surveyed,
      ['2022-09-28', 'contract', { landContract: '合同1' }],
      ['2022-09-28', 'applyForPit', promise],
      ['2022-09-29', 'permitPit', { pitPermit: '基坑1' }],
    )
    for (const missing of ['planningPermit', 'fireReview'] as const) {
      const { [missing]: _without, ...rest } = both
      expect(attempt(pit, ['2022-10-08', 'applyForMain', rest]).kind).toBe('refused')
    }
    expect(after(pit, ['2022-10-08', 'applyForMain', both]).state).toBe('mainApplied')
  })
})

describe('the whole approval time of a general industrial project', () => {
  const applied = after(
    project(),
    ['2022-09-26', 'survey', surveys],
    ['2022-09-26', 'contract', { landContract: '合同1' }],
    ['2022-09-26', 'applyForPit', promise],
  )

  it('[wutai-2022-zbf60.3] is 45 working days at most, by the calendar with its holidays', () => {
    const dueBy = (by: typeof calendar) =>
      dueDatesOf(startAtOnce, applied, by, { [projectDays.id]: projectDays }).map(({ legal }) =>
        legal.kind === 'due' ? legal.due : legal.kind,
      )
    expect(dueBy(calendar)).toEqual(['2022-12-01'])
    const closed = correctedCalendar(
      calendar,
      [{ date: '2022-10-12', kind: 'holiday', name: '停电' }],
      '清政办发〔2022〕1号',
    )
    expect(dueBy(closed)).toEqual(['2022-12-02'])
  })

  it('[wuzhai-2022-zbf37.5] is flagged when it runs over 45 working days', () => {
    const [limit] = dueDatesOf(startAtOnce, applied, calendar, { [projectDays.id]: projectDays })
    expect(limit).toMatchObject({ legal: { kind: 'due', due: '2022-12-01' }, missed: { kind: 'flag' } })
    expect(startAtOnce.limits['whole']?.when).toEqual({ field: 'isGeneralIndustry', is: ['true'] })
  })
})

describe('standard land and green buildings', () => {
  const land = (standard: string, other: string) => [
    { area: standard, isStandard: true },
    { area: other, isStandard: false },
  ]

  it('[wutai-2022-zbf60.4] share of standard land against 80 %, and whether a building must have a star', () => {
    expect(standardLandShare(land('80', '20'), '80')).toEqual({
      standard: '80',
      all: '100',
      share: '80.0',
      isMet: true,
    })
    expect(standardLandShare(land('79.99', '20.01'), '80')).toMatchObject({ share: '79.9', isMet: false })
    expect(standardLandShare([], '80')).toMatchObject({ share: null, isMet: false })
    const needs = (kind: 'civil' | 'welfare' | 'public' | 'other', area: string) =>
      greenFinding({ kind, area, clause: 'none' }, '20000').isRequired
    expect([
      needs('civil', '10'),
      needs('welfare', '10'),
      needs('public', '20000'),
      needs('public', '19999.9'),
      needs('other', '90000'),
    ]).toEqual([true, true, true, false, false])
  })

  it('[wuzhai-2022-zbf37.6] share of standard land among newly approved industrial plots, and whether it passes', () => {
    const plots = [...land('6000', '900'), ...land('3000', '1200')]
    expect(standardLandShare(plots, '80')).toEqual({
      standard: '9000',
      all: '11100',
      share: '81.0',
      isMet: true,
    })
  })

  it('[wuzhai-2022-zbf37.7] flags a contract without the clause, of a large public or a welfare building', () => {
    const flagged = (kind: 'welfare' | 'public', area: string, clause: 'none' | 'one') =>
      greenFinding({ kind, area, clause }, '20000').isFlagged
    expect(flagged('public', '20000', 'none')).toBe(true)
    expect(flagged('public', '20000', 'one')).toBe(false)
    expect(flagged('public', '19999', 'none')).toBe(false)
    expect(flagged('welfare', '100', 'none')).toBe(true)
    expect(flagged('welfare', '100', 'one')).toBe(false)
  })
})

it('[wutai-2022-zbf60.10] technical review is let go of in the three kinds of project, else not', () => {
  const exempt = (projectKind: string, touchesPublic: boolean, touchesSafety: boolean) =>
    reviewExempt.judge({ projectKind, touchesPublic, touchesSafety }, '2022-12-01').outcome
  expect(exempt('major', false, true)).toBe('yes')
  expect(exempt('major', true, false)).toBe('no')
  expect(exempt('enterprise', true, false)).toBe('yes')
  expect(exempt('enterprise', false, true)).toBe('no')
  expect(exempt('promise', true, true)).toBe('yes')
  expect(exempt('other', false, false)).toBe('no')
})

it('[wutai-2022-zbf60.8] of the five documents to be issued, which are and which are not', () => {
  expect(plansToIssue.map(({ basis }) => basis.lines[0])).toEqual([775, 781, 801, 809, 863])
  const issued = [{ title: '五台县2022年营商环境考核办法', issuedOn: '2022-12-20' }]
  expect(planStanding(issued, '2022-12-31').map(({ issuedOn }) => issuedOn)).toEqual([
    null,
    '2022-12-20',
    null,
    null,
    null,
  ])
  expect(planStanding(issued, '2022-12-19').every(({ issuedOn }) => issuedOn === null)).toBe(true)
})

const places = [
  { place: '县政务大厅', kind: 'hall' as const, coveredOn: '2022-11-01' },
  { place: '龙泉镇', kind: 'township' as const, coveredOn: '2022-11-01' },
  { place: '望月乡', kind: 'township' as const },
  { place: '上河村', kind: 'village' as const, coveredOn: '2023-01-05' },
]

it('[wutai-2022-zbf60.9] townships with a centre of all, villages with a point of all, by the end of the year', () => {
  const [, townships, villages] = coverageStanding(places, '2022-12-31', 2022)
  expect(townships).toEqual({
    kind: 'township',
    covered: 1,
    all: 2,
    share: '50.0',
    missing: ['望月乡'],
    isOverdue: true,
  })
  expect(villages).toMatchObject({ covered: 0, all: 1, share: '0.0', isOverdue: true })
})

it('[wuzhai-2022-zbf37.11] halls, townships and villages are overdue at the end of 2022 where one is not covered', () => {
  const overdue = (day: string) => coverageStanding(places, day, 2022).map(({ isOverdue }) => isOverdue)
  expect(overdue('2022-12-30')).toEqual([false, false, false])
  expect(overdue('2022-12-31')).toEqual([false, true, true])
  expect(overdue('2023-01-05')).toEqual([false, true, false])
})

it('[wuzhai-2022-zbf37.12] each township and department shows whether its own plan is issued', () => {
  const issued = [{ owner: '砚城镇', docNumber: '砚政发〔2022〕9号', issuedOn: '2022-10-20' }]
  expect(matchingPlanStanding(['砚城镇', '县财政局'], issued)).toEqual([
    { unit: '砚城镇', isIssued: true, docNumber: '砚政发〔2022〕9号' },
    { unit: '县财政局', isIssued: false, docNumber: null },
  ])
})

it('[wuzhai-2022-zbf37.10] what the court pushes of a government body reaches the integrity lead and waits there', () => {
  const court = person('court', '县人民法院')
  const lead = person('integrity-lead', '县发展和改革局')
  const pushed = openCase(
    courtFeed,
    { id: 'F-1', county: 'qingyuan', unit: '县人民法院', owner: null },
    {
      by: court,
      input: {
        number: '（2022）执1号',
        body: '某局',
        kind: 'department',
        owed: '120000.00',
        listedOn: '2022-10-08',
      },
    },
    around('2022-10-08'),
  )
  if (pushed.kind === 'refused') throw new Error('refused')
  expect(courtFeed.access.read.map(({ role }) => role)).toContain('integrity-lead')
  const receive = { name: 'receive', by: lead }
  expect(
    transition(courtFeed, pushed.case, { ...receive, by: people.clerk }, around('2022-10-09')).kind,
  ).toBe('refused')
  expect(transition(courtFeed, pushed.case, receive, around('2022-10-09'))).toMatchObject({
    case: { state: 'received' },
  })
})
