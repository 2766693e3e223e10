import { expect, it } from 'vitest'
import { findingsIn, kindsIn } from './invented-notice.test-support.ts'

it('tells placeholders of a template, all of a paper in one finding', () => {
  const [finding, ...others] = findingsIn('一、表一\n\n××机械化作业监测表。\n\n二、表二\n\nXX县春灌情况表。')
  expect(others).toEqual([])
  expect(finding).toMatchObject({
    kind: 'placeholder-left',
    lines: [
      [20, 20],
      [24, 24],
    ],
  })
})

it('leaves patterns that are shown on purpose, and multiplication, alone', () => {
  expect(kindsIn('启用“×××人民政府办公室专用章”。蓄水池10×6×2米，面积按长×宽计算。')).toEqual([])
})
