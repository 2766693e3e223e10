import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instrument } from '../cite.ts'
import { isStanding, nameOn, nameOutside, type Unit, unitNamed } from './unit.ts'
import {
  answeringOn,
  isWithin,
  unitsNamed,
  unitsWithin,
  unitTree,
  withMerger,
  withNewName,
  withNewParent,
} from './unit-tree.ts'

const reform = instrument('qingyuan', '清政办发〔2022〕5号').lines(40, 44)
const tree = unitTree([
  unitNamed('government', '清源县人民政府', null, ['县政府']),
  unitNamed('agriculture', '县农业局', 'government', ['县农委']),
  unitNamed('machinery', '县农机局', 'government'),
  unitNamed('machinery-team', '县农机推广站', 'machinery'),
])

describe('a unit', () => {
  const renamed = withNewName(tree, 'agriculture', '县农业农村局', '2022-04-01', reform)

  it.each([
    ['县公安局', '五台县公安局'],
    ['台城镇人民政府', '五台县台城镇人民政府'],
    ['国家税务总局五台县税务局', '国家税务总局五台县税务局'],
  ])('signs what leaves the county with the county in its name: %s', (name, signed) => {
    expect(nameOutside(name, '五台县')).toBe(signed)
  })

  it('bears on each date the name of that date', () => {
    const unit = renamed.units['agriculture'] as Unit
    expect(nameOn(unit, '2021-12-31')).toBe('县农业局')
    expect(nameOn(unit, '2022-03-31')).toBe('县农业局')
    expect(nameOn(unit, '2022-04-01')).toBe('县农业农村局')
  })

  it('is found by any of its names and aliases', () => {
    for (const name of ['县农业局', '县农业农村局', '县农委']) {
      expect(unitsNamed(renamed, name, '2022-06-01').map(({ id }) => id)).toEqual(['agriculture'])
    }
    expect(unitsNamed(renamed, '县水利局', '2022-06-01')).toEqual([])
  })
})

describe('a merger', () => {
  const bureau = unitNamed('bureau', '县农业农村局', 'government')
  const merged = withMerger(tree, ['agriculture', 'machinery'], bureau, '2022-04-01')

  it('ends the units on its day and keeps who they were', () => {
    const before = merged.units['machinery'] as Unit
    expect(isStanding(before, '2022-03-31')).toBe(true)
    expect(isStanding(before, '2022-04-01')).toBe(false)
    expect(nameOn(before, '2021-06-01')).toBe('县农机局')
    expect(isStanding(merged.units['bureau'] as Unit, '2022-03-31')).toBe(false)
  })

  it('says who answers for their work', () => {
    expect(answeringOn(merged, 'machinery', '2022-03-31')).toEqual(['machinery'])
    expect(answeringOn(merged, 'machinery', '2022-04-01')).toEqual(['bureau'])
  })

  it('may be into one of the merged', () => {
    const kept = withMerger(
      tree,
      ['agriculture', 'machinery'],
      tree.units['agriculture'] as Unit,
      '2022-04-01',
    )
    expect(isStanding(kept.units['agriculture'] as Unit, '2022-05-01')).toBe(true)
    expect(answeringOn(kept, 'machinery', '2022-05-01')).toEqual(['agriculture'])
  })
})

describe('the tree', () => {
  it('knows who stands below whom on a date', () => {
    const moved = withNewParent(tree, 'machinery', 'agriculture', '2022-04-01', reform)
    expect(isWithin(moved, 'machinery-team', 'agriculture', '2022-03-31')).toBe(false)
    expect(isWithin(moved, 'machinery-team', 'agriculture', '2022-04-01')).toBe(true)
    expect(unitsWithin(moved, 'machinery', '2022-04-01')).toEqual(['machinery', 'machinery-team'])
  })

  it('comes to an end also where units stand in a circle', () => {
    const circle = unitTree([unitNamed('a', '甲', 'b'), unitNamed('b', '乙', 'a')])
    expect(isWithin(circle, 'a', 'c', '2022-01-01')).toBe(false)
  })

  it('keeps under any mergers someone who answers', () => {
    const mergers = fc.array(
      fc.tuple(fc.constantFrom('agriculture', 'machinery', 'machinery-team'), fc.integer({ min: 1, max: 9 })),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(mergers, (list) => {
        const after = list.reduce(
          (before, [id, month], index) =>
            withMerger(before, [id], unitNamed(`new-${index}`, '新机构', 'government'), `2022-0${month}-01`),
          tree,
        )
        expect(answeringOn(after, 'machinery', '2022-12-31').length).toBeGreaterThan(0)
      }),
    )
  })
})
