import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { instrument } from '../cite.ts'
import { definitionJson } from '../definition/define.ts'
import { grade, subsidy, subsidyShare } from '../fixtures/well-mending.ts'
import { choice, count, measure, money } from '../schema/fields.ts'
import { defineParameter, withValue } from './parameter.ts'
import { defineRule } from './rule.ts'
import { defineValueRule, valueTextOf } from './value-rule.ts'
import { defineValueTable, isValueTable, valueTableCells } from './value-table.ts'
import { whatIf } from './what-if.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕7号')
const on = '2026-03-02'

describe('a rule that gives a value', () => {
  it('says how it came about, by which clause and which value of a parameter', () => {
    const verdict = subsidy.compute({ cost: '1000', grade: 'grave' }, on)
    expect(verdict).toMatchObject({
      outcome: 'yes',
      value: '600',
      text: '600元',
      reasons: [{ rule: 'subsidy', wanted: '1000元×0.6', found: '600元', basis: notice.lines(65) }],
      used: [{ parameter: 'subsidy-share', value: '0.6' }],
      inputs: [{ label: '修复费用（元）' }, { label: '损毁等级' }],
    })
    expect(subsidy.compute({ cost: '1000', grade: 'plain' }, on).reasons[0]?.basis).toEqual(notice.lines(66))
  })

  it('gives none where something is missing, in the facts or in the parameters', () => {
    expect(subsidy.compute({ grade: 'grave' }, '2025-12-31')).toMatchObject({
      outcome: 'unknown',
      value: null,
      text: '',
      missing: ['修复费用', '补助比例（2025-12-31尚无规定）'],
    })
    const empty = { 'subsidy-share': defineParameter<string>({ ...without(subsidyShare), values: [] }) }
    expect(subsidy.compute({ cost: '1', grade: 'grave' }, on, empty).missing).toHaveLength(1)
  })

  it('says itself what is not known, and is a slip where it gives what its field is not', () => {
    const rule = (value: string) =>
      defineValueRule({
        id: 'fine',
        title: '罚款',
        basis: notice.lines(9),
        gives: money('罚款'),
        inputs: { gain: money('违法所得') },
        parameters: {},
        decide: ({ gain }) => (gain === '0' ? { missing: '违法所得' } : { value, because: '一倍' }),
      })
    expect(rule('1').compute({ gain: '0' }, on).missing).toEqual(['违法所得'])
    expect(() => rule('很多').compute({ gain: '1' }, on)).toThrow(
      '规则fine算出的“很多”不是它所说的罚款（元）',
    )
  })

  it('is held by the compiler to its field', () => {
    const define = () =>
      defineValueRule({
        id: 'level',
        title: '级别',
        basis: notice.lines(9),
        gives: choice('级别', { high: '高', low: '低' }),
        inputs: { depth: measure('井深', '米') },
        parameters: {},
        // @ts-expect-error “middle” is none of its choices
        decide: () => ({ value: 'middle', because: '' }),
      })
    expect(define().id).toBe('level')
    expectTypeOf(subsidy.compute).returns.toHaveProperty('value')
  })

  it('is JSON but for its code', () => {
    const json = definitionJson(subsidy)
    expect(JSON.parse(JSON.stringify(json))).toEqual(json)
    expect(json).toMatchObject({ gives: { label: '修复补助' } })
  })

  it('values a register in a what-if', () => {
    const records = [
      { id: 'B-1', facts: { cost: '1000', grade: 'grave', households: 60 } },
      { id: 'B-2', facts: { cost: '1000', households: 60 } },
    ]
    const half = {
      'subsidy-share': withValue(subsidyShare, { from: '2026-01-01', value: '0.5', basis: null }),
    }
    const anyone = defineRule({
      id: 'anyone',
      title: '都补助',
      basis: notice.lines(9),
      inputs: {},
      parameters: {},
      decide: () => ({ isMet: true, wanted: '', found: '' }),
    })
    const shown = whatIf(anyone, records, { rule: subsidy }, on, {}, half)
    expect(shown).toMatchObject({ difference: '-100', before: { money: '600', withoutMoney: 1 } })
  })
})

describe('a table that gives a value', () => {
  it('gives the highest of which a condition holds, with its row', () => {
    expect(grade.compute({ households: 50 }, on)).toMatchObject({
      value: 'grave',
      text: '严重',
      reasons: [{ wanted: '损毁等级表第1行', found: '严重', basis: notice.lines(61) }],
    })
    expect(grade.compute({ households: 49 }, on).value).toBe('plain')
    expect(isValueTable(grade)).toBe(true)
    expect(isValueTable(subsidy)).toBe(false)
  })

  it('prints as a table', () => {
    expect(valueTableCells(grade)).toEqual({
      head: ['序号', '影响户数（户）', '损毁等级'],
      rows: [
        { cells: ['1', '≥50', '严重'], basis: notice.lines(61) },
        { cells: ['2', '—', '一般'], basis: notice.lines(62) },
      ],
    })
  })

  it('gives none where no row covers a case, or two do where one may', () => {
    const rows = [
      { when: { depth: { atLeast: '10' } }, value: '1', basis: notice.lines(9) },
      { when: { depth: { atLeast: '20' } }, value: '2', basis: notice.lines(9) },
    ] as const
    const table = (hit: 'first' | 'unique') =>
      defineValueTable({
        id: 'rate',
        title: '标准',
        basis: notice.lines(9),
        gives: money('标准'),
        inputs: { depth: measure('井深', '米') },
        hit,
        rows,
      })
    expect(table('first').compute({ depth: '25' }, on).value).toBe('1')
    expect(table('unique').compute({ depth: '25' }, on).missing).toEqual(['唯一的结论：第1、2行同时成立'])
    expect(table('first').compute({ depth: '9' }, on).missing).toEqual(['表中没有写到的情形'])
  })

  it('gives a higher grade never for fewer households', () => {
    const order = ['plain', 'grave']
    fc.assert(
      fc.property(fc.nat({ max: 200 }), fc.nat({ max: 200 }), (a, b) => {
        const [few, many] = [Math.min(a, b), Math.max(a, b)].map((households) =>
          order.indexOf(String(grade.compute({ households }, on).value)),
        )
        expect(few).toBeLessThanOrEqual(many ?? -1)
      }),
    )
  })

  it('reads a value without a unit or choices as it is', () => {
    expect(valueTextOf(count('户数', '户'), 3)).toBe('3户')
  })
})

function without({ kind: _kind, ...definition }: typeof subsidyShare) {
  return definition
}
