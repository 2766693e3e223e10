import { expect, it } from 'vitest'
import { findingsIn, kindsIn } from './invented-notice.test-support.ts'

it('tells the tail of a marker that has lost its beginning, and only that', () => {
  const findings = findingsIn(
    '一、整修渠道\n\n逐村整修渠道。（责任单位：县水利局）\n\n单位：县水利局、县财政局、县民政局）',
  )
  expect(findings).toMatchObject([{ kind: 'orphan-marker', lines: [[22, 22]] }])
})

it('leaves whole markers and labels without a bracket alone', () => {
  expect(kindsIn('逐村整修渠道。\n\n（责任单位：县水利局、县财政局）')).toEqual([])
  expect(kindsIn('逐村整修渠道。\n\n责任单位：县水利局、县财政局')).toEqual([])
})

it('tells a roster whose columns run into each other', () => {
  const roster = [
    '成立农田春灌保障领导小组，组成人员如下：',
    '',
    '组 长：\t王某某\t县政府办副主任',
    '李某某\t副县长\t赵某某',
    '副组长：\t\t县水利局局长',
    '',
    '成 员：孙某某 县财政局  ',
    '周某某 县公安局 副局长  ',
    '局长 吴某某 县民政局  ',
  ].join('\n')
  expect(kindsIn(roster)).toContain('roster-scrambled')
})
