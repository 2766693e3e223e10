import { expect, it } from 'vitest'
import { findingsIn, kindsIn } from './invented-notice.test-support.ts'

it('tells English words between Chinese ones, all of a paper in one finding', () => {
  const [finding, ...others] = findingsIn(
    '一、材料\n\n申请材料and档案材料要齐全。\n\n二、窗口\n\n提供 service 场所。',
  )
  expect(others).toEqual([])
  expect(finding).toMatchObject({
    kind: 'foreign-word',
    lines: [
      [20, 20],
      [24, 24],
    ],
  })
  expect(finding?.message).toContain('“and”1处、“service”1处')
})

it('leaves units, names and addresses alone', () => {
  expect(kindsIn('渠道长5 km以上，可用手机app查询，电压10kv的线路由供电公司维护。')).toEqual([])
})
