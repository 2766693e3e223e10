import { describe, expect, it } from 'vitest'
import { findingsIn, kindsIn } from './invented-notice.test-support.ts'

describe('names of bodies', () => {
  it('are told where a word is left out', () => {
    const text = '成立县农田春灌保障工作领导小组。\n\n县农田春灌保障领导小组负责督导。'
    expect(kindsIn(text)).toEqual(['body-name-variant'])
  })

  it('are left alone where they are the same but for the county, or short', () => {
    expect(
      kindsIn('成立清源县农田春灌保障领导小组。\n\n县农田春灌保障领导小组负责督导，领导小组下设办公室。'),
    ).toEqual([])
  })
})

describe('members and duties', () => {
  const text = (members: string) =>
    [
      '一、组织领导',
      '成立县农田春灌保障领导小组，组成人员如下：',
      '组长：分管副县长',
      `成员单位：${members}。`,
      '二、任务分工',
      '（一）整修渠道。逐村整修。（责任单位：县水利局、县财政局）',
      '（二）维护秩序。加强巡逻。（责任单位：县公安局、县交通运输局）',
      '（三）救助困难户。逐户走访。（责任单位：县民政局、县交通运输局）',
    ].join('\n\n')

  it('are told where a member has no task and a unit with tasks is no member', () => {
    const found = findingsIn(text('县水利局、县财政局、县公安局、县民政局、县气象局'))
    expect(found.map(({ kind }) => kind).sort()).toEqual(['duty-without-member', 'member-without-duty'])
    expect(found.map(({ message }) => message).join()).toMatch(
      /县气象局.*县交通运输局|县交通运输局.*县气象局/,
    )
  })

  it('are left alone where they agree', () => {
    expect(kindsIn(text('县水利局、县财政局、县公安局、县民政局、县交通运输局'))).toEqual([])
  })
})

describe('posts', () => {
  const rosters = (second: string) =>
    [
      '一、成立农田春灌保障领导小组',
      '组长：王某某 县水利局局长',
      '成员：李某某 县财政局局长',
      '二、成立渠道整修指挥部',
      `总指挥：${second} 县水利局局长`,
      '成员：李某某 县财政局局长',
    ].join('\n\n')

  it('are told where two rosters give one to two persons', () => {
    const [finding, ...others] = findingsIn(rosters('赵某某')).filter(({ kind }) => kind === 'post-conflict')
    expect(others).toEqual([])
    expect(finding?.message).toContain('“县水利局局长”')
  })

  it('are left alone where both name the same person', () => {
    expect(kindsIn(rosters('王某某'))).not.toContain('post-conflict')
  })
})
