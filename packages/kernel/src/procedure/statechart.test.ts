import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Actor, rolesOf, timerActor } from '../access/access.ts'
import { brokenWells, mending } from '../fixtures/well-mending.ts'
import { at, people, wellPermits } from '../fixtures/well-permit.ts'
import { reasonTexts, type Verdict } from '../rule/verdict.ts'
import { validate } from '../schema/validate.ts'
import { addDays } from '../time/calendar.ts'
import { actionsOf, allActions } from './actions.ts'
import { openingFieldsOf } from './asked-fields.ts'
import { type BranchEnd, joined } from './branch.ts'
import { type Case, type CaseEvent, caseFrom, type NewCase } from './case.ts'
import { dueDatesOf } from './due-dates.ts'
import { type Action, openCase, transition } from './transition.ts'

const opened: NewCase = { id: 'B-1', county: 'qingyuan', unit: 'water', owner: null }
const record = {
  number: '损-1',
  where: { type: 'Point', coordinates: [113.25, 38.72] },
  damage: '井壁坍塌',
  deadline: '2026-04-10',
  households: 50,
}
const context = at('2026-03-02')
const reported = doneOf(openCase(mending, opened, { by: people.clerk, input: record }, context))

const assign: Action = {
  name: 'assign',
  by: people.head,
  reason: '就近修复',
  input: { receiver: 'north-station' },
}
const mend: Action = { name: 'mend', by: people.warden, input: { repair: '重砌井壁', cost: '1000.50' } }
const visit: Action = { name: 'visit', by: people.head, input: { holdsWater: true } }
const waterAgrees: Action = { name: 'waterAgrees', by: people.head }
const waterRefuses: Action = { name: 'waterRefuses', by: people.head, reason: '仍有渗漏' }
const policeAgree: Action = { name: 'policeAgree', by: people.police }

function doneOf(outcome: ReturnType<typeof transition>) {
  if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
  return outcome
}

function after(current: Case, ...actions: readonly Action[]): Case {
  return actions.reduce(
    (before, action) => doneOf(transition(mending, before, action, context)).case,
    current,
  )
}

const refusal = (current: Case, action: Action) => {
  const outcome = transition(mending, current, action, context)
  return outcome.kind === 'refused' ? outcome.issues.map(({ message }) => message) : []
}

const assigned = after(reported.case, assign)
const reviewed = after(assigned, mend)

describe('branches of a state', () => {
  it('begin side by side when it is entered, each with its own actions', () => {
    expect(Object.keys(actionsOf(mending, reviewed))).toEqual(['visit', 'policeAgree', 'recall'])
    const visited = after(reviewed, visit)
    expect(visited).toMatchObject({
      state: 'reviewed',
      entered: reviewed.entered,
      branches: { reviewed: { water: { state: 'judged' }, police: { state: 'asked' } } },
      data: { holdsWater: true },
    })
    expect(Object.keys(actionsOf(mending, visited))).toEqual([
      'waterAgrees',
      'waterRefuses',
      'policeAgree',
      'recall',
    ])
  })

  it('lead on when all have agreed, in whatever order', () => {
    const early = after(reviewed, policeAgree, visit, waterAgrees)
    const late = after(reviewed, visit, waterAgrees, policeAgree)
    expect(early.state).toBe('mended')
    expect(late.state).toBe('mended')
    expect(early.branches).toBeUndefined()
  })

  it('lead elsewhere when one has refused, as soon as all have ended', () => {
    const refused = after(reviewed, visit, waterRefuses)
    expect(refused.state).toBe('reviewed')
    expect(after(refused, policeAgree).state).toBe('assigned')
  })

  it('begin anew when their state is entered anew', () => {
    const again = after(reviewed, visit, { name: 'recall', by: people.warden, reason: '未完工' }, mend)
    expect(again.branches?.['reviewed']?.['water']).toEqual({ state: 'visited', entered: again.entered })
  })

  it('refuse an action whose turn has not come, and name those that can be done', () => {
    expect(refusal(reviewed, waterAgrees)).toEqual([
      '现在是“联合验收”环节，不能办理“水利同意”；可以办理的有：查看、公安同意、撤回验收。',
    ])
    expect(refusal(after(reviewed, policeAgree), policeAgree)).toHaveLength(1)
    expect(refusal(reviewed, { ...policeAgree, by: people.clerk })).toEqual([
      '您无权对此办件办理“公安同意”，应由公安机关办理。',
    ])
  })

  it('join as the join says, whatever they end with', () => {
    const end = fc.constantFrom<BranchEnd | null>('agreed', 'refused', null)
    const state = { to: 'on', otherwise: 'back', basis: mending.basis } as const
    fc.assert(
      fc.property(fc.array(end, { minLength: 1, maxLength: 4 }), (ends) => {
        const all = joined({ ...state, waitsFor: 'all' }, ends)
        expect(all === null).toBe(ends.includes(null))
        if (all !== null) expect(all).toBe(ends.includes('refused') ? 'back' : 'on')
        const any = joined({ ...state, waitsFor: 'any' }, ends)
        expect(any === 'on').toBe(ends.includes('agreed'))
        expect(any === 'back').toBe(ends.every((one) => one === 'refused'))
        expect(joined({ ...state, waitsFor: 'any' }, [...ends].reverse())).toBe(any)
      }),
    )
    expect(joined({ waitsFor: 'all', to: 'on', basis: mending.basis }, ['refused'])).toBe('on')
  })
})

describe('a case given to another unit', () => {
  it('belongs to it, with a reason, and its officers may act', () => {
    expect(assigned).toMatchObject({ unit: 'north-station', sender: 'water' })
    expect(refusal(reported.case, { ...assign, reason: ' ' })).toEqual(['办理“交办”应写明理由。'])
    expect(refusal(reported.case, { ...mend })[0]).toContain('您无权')
    const given = doneOf(transition(mending, reported.case, assign, context))
    expect(given.effects).toContainEqual({ kind: 'transfer', from: 'water', to: 'north-station' })
    expect(given.event).toMatchObject({ unit: 'north-station' })
  })

  it('goes only where its rule lets it', () => {
    for (const receiver of ['police', 'water', 'nobody']) {
      expect(refusal(reported.case, { ...assign, input: { receiver } })[0]).toMatch(
        /^“交办”不能交给“.+”，应在下级机构（不含现承办机构）中选定。$/,
      )
    }
    const back = after(assigned, { name: 'giveBack', by: people.warden, reason: '不属本站' })
    expect(back).toMatchObject({ unit: 'water', sender: 'north-station', state: 'reported' })
  })

  it('goes to the unit that a field of it names, with nobody’s choice, and stays with who has it already', () => {
    const { assign: named, ...others } = mending.states['reported']?.on ?? {}
    if (named === undefined) throw new Error('no action')
    const { needsReason: _reason, input: _input, ...rest } = named
    const send = { ...rest, transfer: { to: 'named', field: 'station', basis: mending.basis } } as const
    const reporting = { title: '待交办', on: { ...others, send } }
    const byPlace = { ...mending, states: { ...mending.states, reported: reporting } }
    const sent = (station: string) => {
      const current = { ...reported.case, data: { ...reported.case.data, station } }
      return transition(byPlace, current, { name: 'send', by: people.head }, context)
    }
    expect(doneOf(sent('north-station')).case).toMatchObject({ unit: 'north-station', sender: 'water' })
    expect(doneOf(sent('water')).case).toMatchObject({ unit: 'water' })
    expect(sent('nobody')).toMatchObject({ kind: 'refused', issues: [{ code: 'receiver-refused' }] })
  })

  it('goes up as far as there is a unit above, and back only if it came from one', () => {
    const sendUp: Action = { name: 'sendUp', by: people.clerk, reason: '无力修复' }
    const up = after(reported.case, sendUp)
    expect(up.unit).toBe('government')
    const topClerk: Actor = {
      ...people.clerk,
      posts: [{ role: 'clerk', unit: 'government', from: null, until: null }],
    }
    expect(refusal(up, { ...sendUp, by: topClerk })).toEqual(['本机构没有上级机构，不能办理“报上级”。'])
    const unsent: Case = { ...reported.case, state: 'assigned' }
    expect(refusal(unsent, { name: 'giveBack', by: people.clerk, reason: '不属本站' })).toEqual([
      '这一办件不是别的机构移送来的，不能办理“退回”。',
    ])
  })
})

describe('a request and its decision', () => {
  const askTime: Action = { name: 'askTime', by: people.warden, reason: '连日降雨' }
  const grantTime: Action = { name: 'grantTime', by: people.head }
  const mendLimit = (current: Case) =>
    dueDatesOf(mending, current, context.calendar).find(({ limit }) => limit === 'mend')?.legal

  it('lengthens a limit only when another has granted what was asked', () => {
    expect(refusal(assigned, grantTime)).toEqual([
      '没有等待决定的“申请延期”，不能办理“批准延期”，应先办理“申请延期”。',
    ])
    const asked = after(assigned, askTime)
    expect(asked.requests).toEqual({ askTime: context.now })
    expect(refusal(asked, askTime)).toEqual([
      '2026-03-02已经办理过“申请延期”，正在等待决定，决定以后才能再次办理。',
    ])
    const granted = after(asked, grantTime)
    expect(granted.requests).toBeUndefined()
    expect(mendLimit(granted)).toMatchObject({
      due: '2026-04-15',
      explanation:
        '交办：2026-03-02；期限：“修复期限”所填的2026-04-10前（含当日），延长5日（清政办发〔2026〕7号第65行）；到期：2026-04-15。',
    })
  })

  it('is settled by a refusal too', () => {
    const refused = after(assigned, askTime, { name: 'refuseTime', by: people.head, reason: '汛期将至' })
    expect(refused.requests).toBeUndefined()
    expect(mendLimit(refused)).toMatchObject({ due: '2026-04-10' })
  })
})

describe('a limit that ends on a day', () => {
  const limits = (current: Case) =>
    Object.fromEntries(
      dueDatesOf(mending, current, at('2026-03-02').calendar).map((limit) => [limit.limit, limit]),
    )

  it('ends on the day of the text, promised and legal', () => {
    expect(limits(reported.case)['season']).toMatchObject({
      legal: { due: '2026-05-31' },
      target: { due: '2026-05-15' },
    })
  })

  it('cannot be told where the field is not filled in, and its alarm follows the field', () => {
    const { deadline: _deadline, ...unfilled } = assigned.data
    expect(limits({ ...assigned, data: unfilled })['mend']?.legal).toEqual({
      kind: 'not-said',
      explanation: '“修复期限”未填写，算不出到期日。',
    })
    const given = doneOf(transition(mending, reported.case, assign, context))
    expect(given.effects).toContainEqual({
      kind: 'alarm',
      name: 'limit/mend',
      at: '2026-04-11T00:00:00+08:00',
      does: { kind: 'escalate', role: 'head' },
    })
  })
})

describe('what is computed', () => {
  it('is part of the case, with how it came about', () => {
    expect(reported.case.data['grade']).toBe('grave')
    expect(reported.event.input['grade']).toBe('grave')
    const mended = doneOf(transition(mending, assigned, mend, context))
    expect(mended.case.data['subsidy']).toBe('600.3')
    expect(mended.verdicts).toMatchObject([
      { outcome: 'yes', text: '600.3元', reasons: [{ wanted: '1000.50元×0.6', found: '600.3元' }] },
    ])
    expect(reasonTexts(mended.verdicts[0] as Verdict)).toEqual(['1000.50元×0.6：600.3元'])
  })

  it('refuses what it cannot be computed from, and is not what somebody fills in', () => {
    const { grade: _grade, ...ungraded } = assigned.data
    expect(refusal({ ...assigned, data: ungraded }, mend)).toEqual(['“修复补助”还算不出来，缺少：损毁等级。'])
    const few = { ...record, households: 3, grade: 'grave' }
    const opening = openCase(mending, opened, { by: people.clerk, input: few }, context)
    expect(doneOf(opening).case.data['grade']).toBe('plain')
    expect(Object.keys(openingFieldsOf(mending).def.shape)).not.toContain('grade')
    const nonsense = openCase(mending, opened, { by: people.clerk, input: { ...few, grade: '?' } }, context)
    expect(doneOf(nonsense).case.data['grade']).toBe('plain')
    const without = at('2026-03-02', '09:00', { programme: { ...wellPermits, valueRules: [] } })
    const lost = openCase(mending, opened, { by: people.clerk, input: record }, without)
    expect(lost).toMatchObject({ kind: 'refused', issues: [{ code: 'rule-unknown' }] })
  })
})

describe('links to other cases', () => {
  const mended = after(reviewed, visit, waterAgrees, policeAgree)
  const reopen: Action = { name: 'reopen', by: people.head, reason: '再次坍塌' }

  it('are asked for where an action needs one, and kept', () => {
    expect(refusal(mended, reopen)).toEqual(['办理“重新处置”应先关联“再次损毁”的办件。'])
    const outcome = doneOf(
      transition(mending, mended, { ...reopen, links: [{ kind: 'relapse', case: 'B-9' }] }, context),
    )
    expect(outcome.case).toMatchObject({ state: 'assigned', links: { relapse: ['B-9'] } })
    expect(outcome.effects).toContainEqual({
      kind: 'link',
      link: 'relapse',
      programme: null,
      procedure: 'mending',
      case: 'B-9',
    })
  })

  it('are of the kinds that the action names, and to another case', () => {
    expect(refusal(reported.case, { ...assign, links: [{ kind: 'relapse', case: 'B-9' }] })).toEqual([
      '办理“交办”不能关联“再次损毁”，可以关联的有：原机井许可。',
    ])
    expect(refusal(reported.case, { ...assign, links: [{ kind: 'permit', case: 'B-1' }] })).toEqual([
      '“原机井许可”关联的是“B-1”，应填写另一办件的编号。',
    ])
  })
})

describe('what is done by itself when a limit is missed', () => {
  it('is done by the timer, and by nobody else', () => {
    const timer = timerActor('qingyuan')
    expect(rolesOf(timer, '2026-03-10')).toEqual(['timer'])
    const lapsed = doneOf(
      transition(mending, reported.case, { name: 'lapse', by: timer }, at('2026-03-10', '00:00')),
    )
    expect(lapsed.case).toMatchObject({ state: 'lapsed', doneBy: { lapse: 'timer' } })
    expect(lapsed.effects).toContainEqual({ kind: 'closed', how: 'refused' })
    expect(refusal(reported.case, { name: 'lapse', by: people.head })[0]).toContain('应由到期自动办理办理')
    expect(refusal(reported.case, { name: 'lapse', by: timerActor('other') })[0]).toContain('您无权')
  })

  it('is asked for by the alarm', () => {
    expect(reported.effects).toContainEqual({
      kind: 'alarm',
      name: 'limit/assign',
      at: '2026-03-10T00:00:00+08:00',
      does: { kind: 'act', action: 'lapse' },
    })
  })
})

describe('whatever is done in whatever order', () => {
  const names = [...new Set(allActions(mending).map(({ name }) => name))]
  const step = fc.record({
    name: fc.constantFrom(...names),
    by: fc.constantFrom(people.clerk, people.head, people.police, people.warden, timerActor('qingyuan')),
    reason: fc.constant('理由'),
    input: fc.constantFrom<Action['input'] & object>(
      {},
      { receiver: 'north-station' },
      { repair: '重砌', cost: '800' },
      { holdsWater: true },
    ),
    links: fc.constantFrom([], [{ kind: 'relapse', case: 'B-9' }]),
    wait: fc.integer({ min: 0, max: 3 }),
  })

  it('the log alone gives the case again, its branches and links too', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let day = '2026-03-02'
        let current = reported.case
        const events: CaseEvent[] = [reported.event]
        for (const { wait, ...action } of steps) {
          day = addDays(day, wait)
          const outcome = transition(mending, current, action, at(day))
          if (outcome.kind === 'refused') continue
          current = outcome.case
          events.push(outcome.event)
          const positions = current.branches?.[current.state]
          const has = mending.states[current.state as keyof typeof mending.states]
          expect(positions === undefined).toBe(has.branches === undefined)
          for (const { action: open, branch } of allActions(mending)) {
            if (branch === null || !Object.values(actionsOf(mending, current)).includes(open)) continue
            expect(positions?.[branch.name]?.state).toBe(branch.state)
          }
        }
        expect(caseFrom(mending, opened, events)).toEqual(current)
        expect(JSON.parse(JSON.stringify(current))).toEqual(current)
      }),
    )
  })

  it('the branches of a state lead to one end, in whatever order their actions come', () => {
    const water = fc.constantFrom(waterAgrees, waterRefuses)
    const place = fc.integer({ min: 0, max: 2 })
    fc.assert(
      fc.property(water, place, (opinion, at) => {
        const actions = [visit, opinion]
        actions.splice(at, 0, policeAgree)
        const ended = after(reviewed, ...actions)
        expect(ended.state).toBe(opinion === waterAgrees ? 'mended' : 'assigned')
      }),
    )
  })
})

it('the register keeps places and files', () => {
  expect(validate(brokenWells.fields, record).kind).toBe('valid')
})
