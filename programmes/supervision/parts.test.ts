import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FollowedDuty } from './followed-duty.ts'
import { unitMatrix, wholeOf } from './parts.ts'

const part = (otherwise: Partial<FollowedDuty> = {}): FollowedDuty => ({
  number: 'D-1-1',
  title: '东段清理',
  unit: 'east-town',
  state: 'underway',
  document: null,
  clause: null,
  parent: 'D-1',
  isConfirmed: true,
  isDone: false,
  isDropped: false,
  light: 'green',
  due: '2022-12-06',
  settling: { due: '2022-12-06', done: null },
  isLate: false,
  progress: '0',
  ...otherwise,
})
const done = part({ isDone: true, light: null, progress: '100', state: 'settled' })

describe('a duty that was divided', () => {
  it('is as far as its parts are in the mean, and as bad as the worst of them', () => {
    const parts = [done, part({ progress: '50' }), part({ light: 'red', isLate: true, progress: '0' })]
    expect(wholeOf(parts)).toEqual({ parts: 3, done: 1, late: 1, progress: '50.0', light: 'red' })
  })

  it('has no progress of its own without parts; dropped ones do not count', () => {
    expect(wholeOf([])).toBeNull()
    expect(wholeOf([part({ isDropped: true })])).toBeNull()
    expect(wholeOf([part({ isDropped: true }), done])).toMatchObject({
      parts: 1,
      progress: '100.0',
      light: null,
    })
  })

  it('is at 100 only when every part is done, and in whatever order they are told', () => {
    const anyPart = fc.record({
      isDone: fc.boolean(),
      figure: fc.integer({ min: 0, max: 100 }),
      light: fc.constantFrom('green', 'yellow', 'red' as const),
    })
    fc.assert(
      fc.property(fc.array(anyPart, { minLength: 1, maxLength: 12 }), (list) => {
        const parts = list.map(({ isDone, figure, light }) =>
          isDone ? done : part({ progress: String(figure), light: light as FollowedDuty['light'] }),
        )
        const whole = wholeOf(parts)
        expect(whole?.progress === '100.0').toBe(parts.every(({ isDone }) => isDone))
        expect(wholeOf(parts.toReversed())).toEqual(whole)
      }),
    )
  })
})

it('towns stand against duties, each cell its part, with how many are late', () => {
  const late = part({ unit: 'west-town', parent: 'D-2', isLate: true, light: 'red' })
  const rows = unitMatrix([part(), late], ['D-1', 'D-2'], ['east-town', 'west-town', 'north-town'])
  expect(
    rows.map(({ unit, cells, late: count }) => [unit, cells.map((cell) => cell?.light ?? null), count]),
  ).toEqual([
    ['east-town', ['green', null], 0],
    ['west-town', [null, 'red'], 1],
    ['north-town', [null, null], 0],
  ])
})
