import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, newWell, openedWell, people, permit, wellRecord } from '../fixtures/well-permit.ts'
import { addDays } from '../time/calendar.ts'
import { officialCalendar } from '../time/official-calendar.ts'
import { allActions } from './actions.ts'
import { type Case, type CaseEvent, caseFrom } from './case.ts'
import { dueDatesOf } from './due-dates.ts'
import { transition } from './transition.ts'

const calendar = officialCalendar()
const names = [...new Set(allActions(permit).map(({ name }) => name)), 'nothing-known']

const step = fc.record({
  name: fc.constantFrom(...names),
  by: fc.constantFrom(...Object.values(people)),
  materials: fc.constantFrom([], ['map']),
  reason: fc.constantFrom('', '情况复杂'),
  input: fc.constantFrom({}, { depth: '90' }, { depth: '很深' }),
  wait: fc.integer({ min: 0, max: 9 }),
})

/** Runs actions one after another and gives every case on the way with the events that were done. */
function run(steps: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[]) {
  let day = '2026-03-02'
  let current: Case = openedWell(day)
  const cases = [current]
  const opening = { action: 'opening', at: current.opened, by: 'tian', input: wellRecord }
  const events: CaseEvent[] = [{ ...opening, materials: [], reason: null }]
  for (const { wait, ...action } of steps) {
    day = addDays(day, wait)
    const before = structuredClone(current)
    const outcome = transition(permit, current, action, at(day))
    expect(current).toEqual(before)
    if (outcome.kind === 'refused') {
      expect(outcome.issues.length).toBeGreaterThan(0)
      continue
    }
    current = outcome.case
    cases.push(current)
    events.push(outcome.event)
  }
  return { cases, events, current }
}

const steps = fc.array(step, { maxLength: 25 })

describe('after any sequence of actions', () => {
  it('a refused action changed nothing, and the log alone gives the case again', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { events, current } = run(list)
        expect(caseFrom(permit, newWell, events)).toEqual(current)
        expect(JSON.parse(JSON.stringify(current))).toEqual(current)
      }),
    )
  })

  it('the case is in a state that is there, its limits at rest where it is final, stopped where the state stops them', () => {
    fc.assert(
      fc.property(steps, (list) => {
        for (const current of run(list).cases) {
          const state = permit.states[current.state as keyof typeof permit.states]
          for (const clock of Object.values(current.clocks)) {
            if (state.final !== undefined) expect(clock.ended).not.toBeNull()
            const isStopped = clock.pauses.some(({ to }) => to === null)
            expect(isStopped).toBe(clock.ended === null && state.stopsClock !== undefined)
          }
        }
      }),
    )
  })

  it('nothing was granted before seven days of publicity were over', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { cases } = run(list)
        for (const [index, current] of cases.entries()) {
          const before = cases[index - 1]
          if (current.state !== 'granted' || before === undefined || before.state !== 'publicised') continue
          expect(current.entered.slice(0, 10) > addDays(before.entered.slice(0, 10), 7)).toBe(true)
        }
      }),
    )
  })

  it('a running legal limit never moves to an earlier day', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { cases } = run(list)
        for (const [index, current] of cases.entries()) {
          const before = cases[index - 1]
          if (before === undefined || before.clocks['decide']?.started !== current.clocks['decide']?.started)
            continue
          const [was, is] = [before, current].map((one) =>
            dueDatesOf(permit, one, calendar).find(({ limit }) => limit === 'decide'),
          )
          if (was?.legal.kind !== 'due' || is?.legal.kind !== 'due') continue
          expect(was.legal.due <= is.legal.due).toBe(true)
        }
      }),
    )
  })
})
