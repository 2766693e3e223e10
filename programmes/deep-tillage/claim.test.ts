import {
  type Action,
  type Actor,
  actionsIn,
  addDays,
  allActions,
  type Case,
  type CaseEvent,
  caseFrom,
  openCase,
  transition,
} from '@luoshi/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, centre, inputs, opened, people, record } from './claim.test-support.ts'
import { claim } from './claim.ts'

const names = [...new Set(allActions(claim).map(({ name }) => name))]

interface Step {
  readonly name: string
  readonly by: Actor
  readonly reason: string
  readonly wait: number
  /** Takes in place of name and actor one of the actions that can be done here, and who may: chance alone gets nowhere. */
  readonly possible?: number | null
}

const step: fc.Arbitrary<Step> = fc.record({
  name: fc.constantFrom(...names),
  by: fc.constantFrom(...people),
  possible: fc.option(fc.nat({ max: 11 }), { freq: 9, nil: null }),
  reason: fc.constantFrom('', '测得偏浅'),
  wait: fc.integer({ min: 0, max: 16 }),
})

function stepFrom({ name, by, possible = null }: Omit<Step, 'wait' | 'reason'>, { state }: Case) {
  const here = Object.entries(actionsIn(claim, state))
  const [chosen, action] = (possible === null ? undefined : here[possible % here.length]) ?? []
  const actor = people.find(({ id }) => id === action?.by[0]?.role)
  return chosen === undefined || actor === undefined ? { name, by } : { name: chosen, by: actor }
}

/** The case after each action that was done, from the opening on, with its event. */
function run(steps: readonly Step[]) {
  let day = '2022-09-01'
  const opening = openCase(claim, opened, { by: centre, input: record }, at(day))
  if (opening.kind === 'refused') throw new Error(opening.issues.map(({ message }) => message).join())
  const done: { case: Case; event: CaseEvent }[] = [opening]
  for (const { wait, reason, ...wanted } of steps) {
    day = addDays(day, wait)
    const before = (done.at(-1) ?? opening).case
    const { name, by } = stepFrom(wanted, before)
    const action: Action = { name, by, reason, input: inputs[name] ?? {} }
    const outcome = transition(claim, before, action, at(day))
    if (outcome.kind === 'done') done.push(outcome)
  }
  return done
}

const walk = fc.array(step, { maxLength: 60, size: 'max' })

describe('after any sequence of actions', () => {
  it('the log alone gives the case again', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        const done = run(steps)
        expect(
          caseFrom(
            claim,
            opened,
            done.map(({ event }) => event),
          ),
        ).toEqual(done.at(-1)?.case)
      }),
    )
  })

  it('nothing is listed for payment that was not accepted, and nothing accepted that was not shown for a week', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        const done = run(steps)
        const states = done.map(({ case: { state } }) => state)
        if (states.includes('listed')) expect(states).toContain('accepted')
        for (const [index, { case: current, event }] of done.entries()) {
          if (event.action !== 'stamp' && event.action !== 'endPublicity') continue
          const shown = done[index - 1]?.case
          expect(current.latest.slice(0, 10) > addDays(shown?.entered.slice(0, 10) ?? '', 7)).toBe(true)
        }
      }),
    )
  })

  it('some walk comes to each state, so that the others show something', () => {
    const walks = fc.sample(walk, { seed: 7, numRuns: 300 })
    const states = new Set(walks.flatMap((steps) => run(steps).map(({ case: { state } }) => state)))
    expect([...states].sort()).toEqual(Object.keys(claim.states).sort())
  })

  it('a record that was objected to is checked by hand before it is shown again', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        const actions = run(steps).map(({ event }) => event.action)
        for (const [index, action] of actions.entries()) {
          if (action === 'object' || action === 'dispute')
            expect(actions[index + 1] ?? 'verify').toBe('verify')
        }
      }),
    )
  })
})

it('gets to every state by its actions in their order', () => {
  const by = (id: string) => people.find((person) => person.id === id) as Actor
  const way = [
    { name: 'publicise', by: centre, reason: '', wait: 1 },
    { name: 'object', by: by('public'), reason: '面积不实', wait: 2 },
    { name: 'verify', by: by('township'), reason: '', wait: 1 },
    { name: 'post', by: by('village'), reason: '', wait: 1 },
    { name: 'stamp', by: by('village'), reason: '', wait: 8 },
    { name: 'forward', by: by('township'), reason: '', wait: 1 },
    { name: 'select', by: by('acceptance-group'), reason: '', wait: 1 },
    { name: 'passOver', by: by('acceptance-group'), reason: '', wait: 0 },
    { name: 'pass', by: by('acceptance-group'), reason: '', wait: 1 },
    { name: 'accept', by: by('acceptance-group'), reason: '', wait: 1 },
    { name: 'list', by: centre, reason: '', wait: 1 },
    { name: 'pay', by: by('finance'), reason: '', wait: 1 },
  ]
  const states = run(way).map(({ case: { state } }) => state)
  expect(states.slice(0, 7)).toEqual([
    'recorded',
    'publicised',
    'verifying',
    'recorded',
    'posted',
    'stamped',
    'awaiting',
  ])
  expect(states.slice(-4)).toEqual(['checked', 'accepted', 'listed', 'paid'])
})
