import { describe, expect, it } from 'vitest'
import { drawDouble } from './draw-double.ts'

const objects = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛']
const inspectors = ['一', '二', '三', '四', '五']

describe('a double draw', () => {
  it('gives each object drawn two different officers, the same whenever it is drawn again', () => {
    const drawn = drawDouble({ objects, inspectors, percent: '25', seed: 7 })
    expect(drawn).toHaveLength(2)
    for (const one of drawn ?? []) expect(new Set(one.inspectors).size).toBe(2)
    expect(drawDouble({ objects: [...objects].reverse(), inspectors, percent: '25', seed: 7 })).toEqual(drawn)
  })

  it('is none where there are not two officers', () => {
    expect(drawDouble({ objects, inspectors: ['一', '一'], percent: '25', seed: 7 })).toBeNull()
    expect(
      drawDouble({ objects, inspectors: ['一', '二'], percent: '1', seed: 7 })?.[0]?.inspectors,
    ).toHaveLength(2)
  })
})
