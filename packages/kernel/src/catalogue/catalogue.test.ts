import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instrument } from '../cite.ts'
import { waterPowers } from '../fixtures/well-supervision.ts'
import { type CatalogueVersion, defineCatalogue, holderOn, type Item, keyOf, versionOn } from './catalogue.ts'
import { catalogueDiff } from './catalogue-diff.ts'
import { catalogueFindings } from './catalogue-findings.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕7号')
const [first, second] = waterPowers.versions as readonly CatalogueVersion[] as [
  CatalogueVersion,
  CatalogueVersion,
]

const item = (code: string, change: Readonly<Record<string, unknown>> = {}, replaces?: string[]): Item => ({
  entry: {
    code,
    number: 1,
    name: `事项${code}`,
    kind: 'penalty',
    holder: '县水利局',
    source: '《水法》',
    ...change,
  },
  basis: notice.lines(49),
  ...(replaces === undefined ? {} : { replaces }),
})
const version = (...items: Item[]): CatalogueVersion => ({ ...first, items })
const told = (before: CatalogueVersion, after: CatalogueVersion) =>
  catalogueDiff(waterPowers, before, after).map((change) => {
    const codes = (side: Item | readonly Item[]) => [side].flat().map((one) => (one as Item).entry['code'])
    return [
      change.kind,
      'before' in change ? codes(change.before) : [],
      'after' in change ? codes(change.after) : [],
    ]
  })

describe('a catalogue', () => {
  it('says who could do something on a day, and by which version', () => {
    expect(holderOn(waterPowers, 'W01', '2026-06-30')?.holder).toBe('县水利局')
    const held = holderOn(waterPowers, 'W01', '2026-07-01')
    expect(held?.holder).toBe('县行政审批局')
    expect(held?.version.basis).toEqual(notice.lines(53, 60))
    expect(holderOn(waterPowers, 'W02', '2026-07-01')).toBeUndefined()
    expect(holderOn(waterPowers, 'W01', '2025-12-31')).toBeUndefined()
    expect(versionOn(waterPowers, '2026-06-30')?.from).toBe('2026-01-01')
  })

  it('tells what became of entries from one version to the next', () => {
    const changes = catalogueDiff(waterPowers, first, second)
    expect(changes.map(({ kind }) => kind)).toEqual(['basis-changed', 'renamed'])
    expect(changes[0]).toMatchObject({
      fields: [
        { field: 'holder', before: '县水利局', after: '县行政审批局' },
        { field: 'source', before: '《水法》第七条' },
      ],
    })
  })

  it('tells merged from split, added and removed', () => {
    const before = version(item('A'), item('B'), item('C'), item('D'), item('E'))
    const after = version(
      item('AB', {}, ['A', 'B']),
      item('C1', {}, ['C']),
      item('C2', {}, ['C']),
      item('D', { holder: '县行政审批局', number: 7 }),
      item('F'),
    )
    expect(told(before, after)).toEqual([
      ['merged', ['A', 'B'], ['AB']],
      ['split', ['C'], ['C1', 'C2']],
      ['changed', ['D'], ['D']],
      ['added', [], ['F']],
      ['removed', ['E'], []],
    ])
  })

  it('finds numbers left out, given twice or missing, and entries named twice', () => {
    const broken = version(
      item('A'),
      item('B', { number: 2 }),
      item('C', { number: 4 }),
      item('D', { number: 5, name: '事项A' }),
      item('E', { number: 5 }),
    )
    expect(catalogueFindings(waterPowers, broken).map(({ message }) => message)).toEqual([
      '清单“机井管理权责清单”2026-01-01版的序号不连续：应为3，实际是4。',
      '清单“机井管理权责清单”2026-01-01版的序号不连续：应为6，实际是5。',
      '清单“机井管理权责清单”2026-01-01版有两项都叫“事项A”，实施机关也相同，请核对是否重复。',
    ])
    expect(catalogueFindings(waterPowers, first)).toEqual([])
    const unnumbered = defineCatalogue({
      ...without(waterPowers),
      parts: { key: 'code', name: 'name' },
      versions: [],
    })
    expect(catalogueFindings(unnumbered, broken).map(({ code }) => code)).toEqual(['item-named-twice'])
  })

  it('is held by the compiler to its fields', () => {
    const define = () =>
      defineCatalogue({
        ...without(waterPowers),
        // @ts-expect-error “nobody” is no field of it
        parts: { key: 'code', name: 'name', holder: 'nobody' },
      })
    expect(define().parts.holder).toBe('nobody')
  })
})

describe('whatever two versions of a list hold', () => {
  const code = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F')
  const list = fc.uniqueArray(code, { maxLength: 6 }).map((codes) => codes.map((one) => item(one)))
  const later = fc.uniqueArray(
    fc.record({ code, replaces: fc.option(fc.uniqueArray(code, { maxLength: 3 })), name: fc.boolean() }),
    { maxLength: 6, selector: ({ code: own }) => own },
  )

  it('nothing has changed from a version to itself', () => {
    fc.assert(
      fc.property(list, (items) => {
        expect(catalogueDiff(waterPowers, version(...items), version(...items))).toEqual([])
      }),
    )
  })

  it('each later entry stands in one change at most, each earlier one that is gone is told', () => {
    fc.assert(
      fc.property(list, later, (items, written) => {
        const after = written.map(({ code: own, replaces, name }) =>
          item(own, name ? { name: '新名' } : {}, replaces ?? undefined),
        )
        const changes = catalogueDiff(waterPowers, version(...items), version(...after))
        const afters = changes.flatMap((change) => ('after' in change ? [change.after].flat() : []))
        expect(new Set(afters).size).toBe(afters.length)
        const keys = new Set(after.map((one) => keyOf(waterPowers, one)))
        const named = new Set(after.flatMap((one) => one.replaces ?? [keyOf(waterPowers, one)]))
        for (const earlier of items) {
          const key = keyOf(waterPowers, earlier)
          const isRemoved = changes.some((change) => change.kind === 'removed' && change.before === earlier)
          expect(isRemoved).toBe(!named.has(key))
          if (isRemoved && keys.has(key)) expect(named.has(key)).toBe(false)
        }
      }),
    )
  })
})

function without({ kind: _kind, ...definition }: typeof waterPowers) {
  return definition
}
