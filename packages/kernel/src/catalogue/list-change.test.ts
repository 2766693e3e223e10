import { describe, expect, it } from 'vitest'
import { instrument } from '../cite.ts'
import { count, fields, listOf, text } from '../schema/fields.ts'
import { type CatalogueVersion, defineCatalogue, textOf, versionOn } from './catalogue.ts'
import { catalogueDiff } from './catalogue-diff.ts'
import { changeFrom, changeParts } from './change-parts.ts'
import { itemsAfter, type ListChange, withChanges } from './list-change.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕7号')
const entry = (number: number, name: string, source = '《水法》') => ({ number, name, source })
const printed: CatalogueVersion = {
  name: '2026年版',
  from: '2026-01-01',
  until: null,
  basis: notice.lines(47, 52),
  items: ['取水许可', '打井许可', '回填验收'].map((name, place) => ({
    entry: entry(place + 1, name),
    basis: notice.lines(48 + place),
  })),
}
const list = defineCatalogue({
  id: 'wells',
  title: '机井事项清单',
  basis: notice.lines(47, 60),
  fields: fields({
    number: count('序号', '号'),
    name: text('事项'),
    source: text('依据'),
    holders: listOf('机关', text('机关')).optional(),
  }),
  parts: { key: 'name', name: 'name', number: 'number', source: 'source' },
  versions: [printed as CatalogueVersion<{ number: number; name: string; source: string }>],
})

const change = (given: Partial<ListChange>): ListChange => ({
  number: '调-1',
  kind: 'renamed',
  before: [],
  after: [],
  from: '2026-06-01',
  cause: '《某条例》第九条',
  basis: notice.lines(47),
  ...given,
})
const named = (items: CatalogueVersion['items']) =>
  items.map(({ entry: { number, name, source } }) => `${number} ${name} ${source}`)
const after = (given: Partial<ListChange>) => {
  const taken = itemsAfter(list, printed, change(given))
  return taken.kind === 'taken' ? named(taken.items) : taken.issues.map(({ message }) => message)
}

describe('a change of a list', () => {
  it('renames in its place and keeps what it does not say', () => {
    expect(after({ before: ['打井许可'], after: [{ name: '机井建设许可' }] })).toEqual([
      '1 取水许可 《水法》',
      '2 机井建设许可 《水法》',
      '3 回填验收 《水法》',
    ])
  })

  it('merges, splits, adds, takes away and puts on another law; numbers stay continuous', () => {
    const merged = [{ name: '打井和回填许可', source: '《水法》' }]
    expect(after({ kind: 'merged', before: ['打井许可', '回填验收'], after: merged })).toEqual([
      '1 取水许可 《水法》',
      '2 打井和回填许可 《水法》',
    ])
    const parts = ['浅井许可', '深井许可'].map((name) => ({ name, source: '《水法》' }))
    expect(after({ kind: 'split', before: ['打井许可'], after: parts })).toEqual([
      '1 取水许可 《水法》',
      '2 浅井许可 《水法》',
      '3 深井许可 《水法》',
      '4 回填验收 《水法》',
    ])
    expect(after({ kind: 'added', after: [{ name: '洗井许可', source: '《水法》' }] })[3]).toBe(
      '4 洗井许可 《水法》',
    )
    expect(after({ kind: 'removed', before: ['取水许可'] })).toEqual([
      '1 打井许可 《水法》',
      '2 回填验收 《水法》',
    ])
    const rebased = [{ name: '取水许可', source: '《黄河保护法》' }]
    expect(after({ kind: 'basis-changed', before: ['取水许可'], after: rebased })[0]).toBe(
      '1 取水许可 《黄河保护法》',
    )
  })

  it('is refused with every reason where it does not fit the list', () => {
    expect(after({ kind: 'merged', before: ['洗井许可'], after: [{ name: '取水许可' }] })).toEqual([
      '清单“机井事项清单”的调-1号调整没有采用：原事项应至少2项，填了1项，清单里没有“洗井许可”，清单里已有“取水许可”。',
    ])
    expect(
      after({ kind: 'split', before: ['打井许可'], after: [{ name: '甲' }, { name: '甲' }] })[0],
    ).toContain('调整后有两项都叫“甲”')
    expect(after({ kind: 'merged', before: ['打井许可', '打井许可'], after: [{ name: '甲' }] })[0]).toContain(
      '原事项“打井许可”写了两次',
    )
    expect(after({ kind: 'changed', before: ['打井许可'], after: [{ name: '甲' }] })[0]).toContain(
      '应按更名办理',
    )
    expect(after({ before: ['打井许可'], after: [{ name: '打井许可' }] })[0]).toContain('名称没有变')
    expect(after({ kind: 'removed', before: ['打井许可'], after: [{ name: '甲' }] })[0]).toContain(
      '调整后的事项应不填，填了1项',
    )
    expect(after({ kind: 'added', after: [{ name: '洗井许可' }] })).toEqual(['“依据”未填写，应填文字。'])
  })
})

describe('the versions that changes make', () => {
  const changes = [
    change({ number: '调-3', kind: 'removed', before: ['取水许可'], from: '2026-09-01' }),
    change({ number: '调-1', before: ['打井许可'], after: [{ name: '机井建设许可' }] }),
    change({ number: '调-2', before: ['机井建设许可'], after: [{ name: '建井许可' }] }),
    change({ number: '调-4', kind: 'removed', before: ['没有的'], from: '2026-10-01' }),
  ]
  const { catalogue, issues } = withChanges(list, changes)

  it('hold from their days on, each until the next; what does not fit is left out and told', () => {
    expect(catalogue.versions.map(({ name, from, until }) => [name, from, until])).toEqual([
      ['2026年版', '2026-01-01', '2026-06-01'],
      ['2026年版（调整）', '2026-06-01', '2026-09-01'],
      ['2026年版（调整）', '2026-09-01', null],
    ])
    expect(versionOn(catalogue, '2026-08-31')?.items.map((item) => textOf(item.entry, 'name'))).toEqual([
      '取水许可',
      '建井许可',
      '回填验收',
    ])
    expect(issues.map(({ message }) => message)).toEqual([
      '清单“机井事项清单”的调-4号调整没有采用：清单里没有“没有的”。',
    ])
  })

  it('tell what became of each entry, through two renamings on one day too', () => {
    const [first, second, third] = catalogue.versions
    if (!first || !second || !third) throw new Error('no versions')
    expect(catalogueDiff(catalogue, first, second)).toMatchObject([
      { kind: 'renamed', before: { entry: { name: '打井许可' } }, after: { entry: { name: '建井许可' } } },
    ])
    expect(catalogueDiff(catalogue, second, third)).toMatchObject([
      { kind: 'removed', before: { entry: { name: '取水许可' } } },
    ])
  })

  it('give way to the next printed version', () => {
    const reprinted = { ...printed, name: '2027年版', from: '2027-01-01' }
    const again = withChanges({ ...list, versions: [printed, reprinted] }, changes)
    expect(again.catalogue.versions.at(-1)).toMatchObject({
      name: '2027年版',
      until: null,
      items: { length: 3 },
    })
  })
})

describe('a case that changes a list', () => {
  const { rule, shape, from, lookups } = changeParts(list, notice.lines(47), {
    renamed: '更名',
    removed: '收回',
  })

  it('is held to the list by its rule', () => {
    const facts = { kind: 'renamed', before: ['洗井许可'], after: [{ name: '取水许可' }] }
    const verdict = rule.judge({ ...facts, standing: [], taken: [{ name: '取水许可' }] }, '2026-06-01')
    expect(verdict.reasons[0]?.found).toBe('清单里没有“洗井许可”，清单里已有“取水许可”')
    const met = rule.judge({ ...facts, standing: [{ name: '洗井许可' }], taken: [] }, '2026-06-01')
    expect(met.outcome).toBe('yes')
  })

  it('asks for the entries before and after, the cause and the day', () => {
    expect(Object.keys({ ...shape, ...from })).toEqual(['kind', 'before', 'after', 'cause', 'from'])
    expect(lookups['taken']?.where).toEqual({ name: 'after.name' })
    const data = { kind: 'removed', before: ['取水许可'], cause: '《某条例》', from: '2026-06-01' }
    const about = { number: '1', basis: notice.lines(47) }
    expect(changeFrom(data, about)).toMatchObject({ kind: 'removed', before: ['取水许可'], after: [] })
    expect(changeFrom({ ...data, from: undefined }, about)).toBe(null)
  })
})
