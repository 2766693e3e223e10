import { addDays, officialCalendar, reportsDue } from '@luoshi/kernel'
import {
  dutyRecord,
  firstDay,
  leadingUnits,
  type ProposedDuty,
  recurringOrders,
} from '@luoshi/programmes/supervision'
import { DEMO_COUNTY } from '../sign-in/session-view.ts'
import type { DemoSetting, DemoStep, DemoStory } from './story.ts'

const PROGRAMME = 'supervision'

const CLERK = 'clerk'
const CHIEF = 'leader'
const HANDLER = 'department'

const CLERKS_UNIT = '县人民政府办公室'

/** Every so many proposals one is left as the gazette has it: nobody has entered it yet. */
const LEFT_OUT = 8

/** Longest time for which a duty of the demo county has been followed. Days. */
const LONGEST = 200

/** How the name of all townships together ends in the gazette. */
const ALL_TOWNSHIPS = /^各乡/

/** What the gazette of the demo county orders, followed: struck off, under way, late, handed back, disputed, divided. */
export function supervisionStories(setting: DemoSetting): readonly DemoStory[] {
  const entered = setting.proposals.filter((_proposal, index) => index % LEFT_OUT !== LEFT_OUT - 1)
  const divided = entered
    .filter(({ units }) => units.some(({ name }) => ALL_TOWNSHIPS.test(name)))
    .slice(0, 4)
  const duties = entered.flatMap((proposal, index) => {
    const nth = divided.indexOf(proposal)
    const duty = dutyStory(proposal, index, setting, nth !== -1)
    return nth === -1 ? [duty] : [duty, ...partStories(proposal, nth, setting)]
  })
  return [...duties, ...answerStories(entered, setting)]
}

/** Days back to which what is ordered again and again is answered; of what is ordered daily only the latest. */
const ANSWERED_BACK = 60
const DAILY_BACK = 2

/** What units answered to what is ordered again and again: most in time, some late, some not at all. */
function answerStories(
  entered: readonly ProposedDuty[],
  { today, unitId }: DemoSetting,
): readonly DemoStory[] {
  const calendar = officialCalendar()
  return recurringOrders(DEMO_COUNTY, entered, () => null).flatMap(({ duty, report }, index) => {
    const back = report.due.turn.kind === 'daily' ? DAILY_BACK : ANSWERED_BACK
    const turns = reportsDue(report, addDays(today, -back), addDays(today, -1), calendar)
    // By how many turns ago: told on another day, they are the same answers.
    return turns.toReversed().flatMap(({ turn }, nth) =>
      duty.units.flatMap(({ name }, place): DemoStory[] => {
        const unit = unitId(name)
        if (unit === null || (index + nth + place) % 3 === 2) return []
        const isLate = (index + nth) % 4 === 1
        const daysAgo = Math.max(daysBetween(turn, today) - (isLate ? 3 : 0), 1)
        return [
          {
            programme: PROGRAMME,
            procedure: 'order-reports',
            id: `demo-answer-${report.id}-${nth + 1}-${unit}`,
            by: HANDLER,
            at: unit,
            unit,
            daysAgo,
            input: {
              order: report.id,
              subject: report.title,
              unit,
              turn,
              progress: '已按要求完成本期工作。',
            },
            steps: [],
          },
        ]
      }),
    )
  })
}

function dutyStory(
  proposal: ProposedDuty,
  index: number,
  { today, unitId }: DemoSetting,
  isDivided: boolean,
): DemoStory {
  const lead = leadOf(proposal, unitId)
  const day = firstDay(proposal)
  const input = { ...dutyRecord(proposal, unitId) }
  const known = { programme: PROGRAMME, procedure: 'duty', id: `demo-duty-${index + 1}`, by: CLERK, input }
  // Nobody gives out what is left of a marker whose task is lost: it waits for what the gazette's editor finds.
  if (lead === null || proposal.sign === 'fragment') return { ...known, daysAgo: 3, steps: [] }
  if (lead === unitId(CLERKS_UNIT)) return { ...known, ...ownCourse(addDays(today, 12)) }
  if (isDivided) return { ...known, ...dividedCourse(lead) }
  if (day === null) return { ...known, ...undatedCourse(index, lead, today) }
  return { ...known, ...datedCourse(index, lead, day, today) }
}

type Course = Pick<DemoStory, 'daysAgo' | 'steps'>

/** Of a duty for which the text sets no day: ordinary ones have seven, complex ones a month. */
function undatedCourse(index: number, lead: string, today: string): Course {
  const courses: readonly (() => Course)[] = [
    () =>
      followed(24, lead, 'ordinary', [answer(22), report(20, '60'), settle(18), verify(17), strikeOff(16)]),
    () => followed(5, lead, 'ordinary', [answer(4), report(2, '40')]),
    () => followed(20, lead, 'ordinary', [answer(18), report(9, '30')]),
    () => followed(6, lead, 'ordinary', []),
    () => ({ daysAgo: 2, steps: [] }),
    () => followed(40, lead, 'complex', [answer(38), report(20, '80'), settle(3)]),
    () => followed(9, lead, 'ordinary', [giveBack(7)]),
    () => followed(26, lead, 'ordinary', [answer(24), settle(20), handBack(18), report(4, '70')]),
    () => followed(15, lead, 'complex', [answer(13), report(6, '35')]),
    () => followed(7, lead, 'ordinary', [answer(5), askTime(2)]),
    () => ({ daysAgo: 4, steps: [confirm(3)] }),
  ]
  return (courses[index % courses.length] ?? (() => ({ daysAgo: 2, steps: [] })))()

  function answer(daysAgo: number): DemoStep {
    return by(HANDLER, 'answer', daysAgo, { plan: '明确专人，列出清单，分步推进。' })
  }
  function report(daysAgo: number, progress: string): DemoStep {
    return by(HANDLER, 'report', daysAgo, { progress, progressNote: '按方案推进，每周调度一次。' })
  }
  function settle(daysAgo: number): DemoStep {
    return by(HANDLER, 'settle', daysAgo, { result: '已按要求完成。', evidenceNote: '照片6张、验收单1份' })
  }
  function giveBack(daysAgo: number): DemoStep {
    return { ...by(HANDLER, 'giveBack', daysAgo), reason: '不属于本单位职责，建议交主管部门牵头' }
  }
  function askTime(daysAgo: number): DemoStep {
    return {
      ...by(HANDLER, 'askTime', daysAgo, { wantedDay: addDays(today, 20) }),
      reason: '涉及征地手续，需要等上级批复',
    }
  }
  function by(username: string, action: string, daysAgo: number, input = {}): DemoStep {
    return { action, by: username, at: lead, daysAgo, input }
  }
}

/** Of a duty whose parts the townships do: it goes on while any of them is open. */
function dividedCourse(lead: string): Course {
  return followed(20, lead, 'complex', [
    step(HANDLER, 'answer', 18, { plan: '分解到各乡（镇），每周调度。' }, lead),
  ])
}

/** Of a duty with a day in the text: given out some weeks before it. */
function datedCourse(index: number, lead: string, day: string, today: string): Course {
  const ago = daysBetween(day, today)
  if (ago <= 0) {
    const steps = [
      step(HANDLER, 'answer', 18, { plan: '按时间节点倒排工期。' }, lead),
      reported(6, '55', lead),
    ]
    return followed(20, lead, 'dated', index % 3 === 0 ? [] : steps, day)
  }
  const given = Math.min(ago + 30, LONGEST)
  const begun = [step(HANDLER, 'answer', given - 2, { plan: '按时间节点倒排工期。' }, lead)]
  if (given <= ago) return followed(given, lead, 'own', [], undefined)
  // Nothing is told of today: its hour may not have come yet.
  const settledAgo = index % 4 === 1 ? Math.max(ago - 12, 1) : ago + 3
  const end = [
    step(HANDLER, 'settle', settledAgo, { result: '已按期完成。', evidenceNote: '验收单1份' }, lead),
    step(CLERK, 'verify', Math.max(settledAgo - 2, 1), { checkNote: '现场查看，情况属实。' }),
    step(CHIEF, 'strikeOff', Math.max(settledAgo - 3, 1)),
  ]
  if (index % 4 === 2) return followed(given, lead, 'dated', [...begun, reported(ago + 1, '70', lead)], day)
  return followed(given, lead, 'dated', [...begun, ...end], day)
}

/** Of a duty of the office that supervises: it does that itself. */
function ownCourse(dueDay: string): Course {
  const plan = { dueDay, plan: '由信息股逐项落实。' }
  return { daysAgo: 10, steps: [confirm(10), step(CLERK, 'undertake', 10, plan)] }
}

function followed(
  daysAgo: number,
  lead: string,
  nature: string,
  steps: readonly DemoStep[],
  dueDay?: string,
): Course {
  const input = { lead, nature, ...(dueDay === undefined ? {} : { dueDay }) }
  const assign = { ...step(CLERK, 'assign', daysAgo, input), reason: '按公报条款交办' }
  return { daysAgo, steps: [confirm(daysAgo), assign, ...steps] }
}

function confirm(daysAgo: number): DemoStep {
  return step(CLERK, 'confirm', daysAgo)
}

function verify(daysAgo: number): DemoStep {
  return step(CLERK, 'verify', daysAgo, { checkNote: '现场查看，情况属实。' })
}

function strikeOff(daysAgo: number): DemoStep {
  return step(CHIEF, 'strikeOff', daysAgo)
}

function handBack(daysAgo: number): DemoStep {
  return { ...step(CLERK, 'handBack', daysAgo), reason: '现场还有两处没有整改到位' }
}

function reported(daysAgo: number, progress: string, lead: string): DemoStep {
  const input = { progress, progressNote: '按方案推进，每周调度一次。' }
  return step(HANDLER, 'report', daysAgo, input, lead)
}

function step(by: string, action: string, daysAgo: number, input = {}, at?: string): DemoStep {
  return { action, by, daysAgo, input, ...(at === undefined ? {} : { at }) }
}

/** What every township has of a duty: done, under way, late, not answered. */
function partStories(
  proposal: ProposedDuty,
  nth: number,
  { today, townships, unitId }: DemoSetting,
): readonly DemoStory[] {
  const lead = leadOf(proposal, unitId)
  if (lead === null) return []
  return townships.flatMap((township, index) => {
    const unit = unitId(`${township}人民政府`)
    if (unit === null) return []
    const number = `${proposal.number}-${township}`
    const input = {
      number,
      origin: 'division',
      parent: proposal.number,
      title: `${proposal.title}（${township}）`,
      content: `${township}范围内的${proposal.title}。`,
    }
    const place = (index + nth) % 5
    const dueDay = addDays(today, [9, 4, -4, 12, 2][place] ?? 9)
    const assign = {
      ...step(HANDLER, 'assignPart', 17, { lead: unit, dueDay }, lead),
      reason: '按属地负责',
    }
    const answer = step('township', 'answer', 15, { plan: '包村干部逐村落实。' }, unit)
    const report = step('township', 'report', 5, { progress: '50', progressNote: '已完成一半。' }, unit)
    const settle = step('township', 'settle', 8, { result: '已完成。', evidenceNote: '照片4张' }, unit)
    const courses = [
      [assign, answer, settle],
      [assign, answer, report],
      [assign, answer, report],
      [assign, answer, settle],
      [assign, answer],
    ]
    const story: DemoStory = {
      programme: PROGRAMME,
      procedure: 'duty',
      id: `demo-part-${number}`,
      by: HANDLER,
      at: lead,
      daysAgo: 17,
      input,
      steps: courses[place] ?? [],
    }
    return [story]
  })
}

function leadOf(proposal: ProposedDuty, unitId: DemoSetting['unitId']): string | null {
  const [leader] = leadingUnits(proposal)
  return leader === undefined ? null : unitId(leader)
}

function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)
}
