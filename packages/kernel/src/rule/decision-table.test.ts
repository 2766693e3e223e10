import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instrument } from '../cite.ts'
import { choice, count, measure, yesNo } from '../schema/fields.ts'
import { decisionTableCells, defineDecisionTable } from './decision-table.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕7号')

const columns = {
  use: choice('用途', { drinking: '饮水', irrigation: '灌溉' }),
  depth: measure('井深', '米'),
  tested: yesNo('水质已检测').optional(),
}

const rows = [
  {
    when: { use: { is: 'drinking' }, tested: { is: true } },
    answer: 'yes',
    wanted: '饮水井经水质检测',
    found: '已检测',
    basis: notice.lines(31),
  },
  {
    when: { use: { is: 'drinking' } },
    answer: 'no',
    wanted: '饮水井经水质检测',
    found: '未检测',
    basis: notice.lines(31),
  },
  {
    when: { use: { oneOf: ['irrigation'] }, depth: { atMost: '100' } },
    answer: 'yes',
    wanted: '灌溉井不超过100米',
    found: '不超过100米',
    basis: notice.lines(32),
  },
] as const

const named = { id: 'usable', title: '可以启用', basis: notice.lines(31, 32), inputs: columns, rows }
const usable = defineDecisionTable({ ...named, hit: 'first' })

const judge = (facts: Record<string, unknown>) => usable.judge(facts, '2026-03-02')

describe('a decision table', () => {
  it('answers by its first row that holds, with that row’s reason and clause', () => {
    expect(judge({ use: 'drinking', depth: '50', tested: true })).toMatchObject({
      outcome: 'yes',
      reasons: [{ rule: 'usable', wanted: '饮水井经水质检测', found: '已检测', basis: notice.lines(31) }],
    })
    expect(judge({ use: 'drinking', depth: '50' }).reasons).toMatchObject([{ isMet: false, found: '未检测' }])
  })

  it('holds at its bounds and decides nothing beyond its rows', () => {
    expect(judge({ use: 'irrigation', depth: '100' }).outcome).toBe('yes')
    expect(judge({ use: 'irrigation', depth: '100.1' })).toMatchObject({
      outcome: 'unknown',
      missing: ['表中没有写到的情形'],
    })
  })

  it('compares counts as it does measures', () => {
    const crowded = defineDecisionTable({
      id: 'crowded',
      title: '受益户数',
      basis: notice.lines(33),
      inputs: { households: count('户数', '户') },
      hit: 'first',
      rows: [
        {
          when: { households: { atLeast: '50' } },
          answer: 'yes',
          wanted: '50户以上',
          found: '50户以上',
          basis: notice.lines(33),
        },
      ],
    })
    expect(crowded.judge({ households: 50 }, '2026-03-02').outcome).toBe('yes')
    expect(crowded.judge({ households: 49 }, '2026-03-02').outcome).toBe('unknown')
  })

  it('decides nothing where exactly one row should hold and more do', () => {
    const unique = defineDecisionTable({ ...named, hit: 'unique' })
    expect(unique.judge({ use: 'drinking', depth: '50', tested: true }, '2026-03-02').missing).toEqual([
      '唯一的结论：第1、2行同时成立',
    ])
  })

  it('prints as a table', () => {
    expect(decisionTableCells(usable)).toEqual({
      head: ['序号', '用途', '井深（米）', '水质已检测', '结论', '要求'],
      rows: [
        { cells: ['1', '饮水', '—', '是', '符合', '饮水井经水质检测'], basis: notice.lines(31) },
        { cells: ['2', '饮水', '—', '—', '不符合', '饮水井经水质检测'], basis: notice.lines(31) },
        { cells: ['3', '灌溉', '≤100', '—', '符合', '灌溉井不超过100米'], basis: notice.lines(32) },
      ],
    })
  })

  it('never says yes without a row that does', () => {
    fc.assert(
      fc.property(
        fc.record({
          use: fc.constantFrom('drinking', 'irrigation', 'fishing'),
          depth: fc.integer({ min: 0, max: 300 }).map(String),
          tested: fc.option(fc.boolean(), { nil: undefined }),
        }),
        ({ use, depth, tested }) => {
          const isYes =
            (use === 'drinking' && tested === true) || (use === 'irrigation' && Number(depth) <= 100)
          expect(judge({ use, depth, ...(tested === undefined ? {} : { tested }) }).outcome === 'yes').toBe(
            isYes,
          )
        },
      ),
    )
  })
})
