import { counties } from '@luoshi/counties'
import { read } from '@luoshi/gazette'
import {
  type Catalogue,
  type CatalogueVersion,
  type Item,
  lawsInSeveralVersions,
  lawsReplaced,
  legalIndexOf,
  listFindings,
  numbersOfSeveralTitles,
  restingOn,
  sourcesOf,
  textOf,
  versionAmong,
} from '@luoshi/kernel'
import { requireRealGazettes } from '@luoshi/testing'
import { describe, expect, it } from 'vitest'
import { delegatedPenalties } from '../delegated-penalties/index.ts'
import { replacedLaws } from '../replaced-laws.ts'
import { ruleMakingBodies } from '../rule-making-bodies/index.ts'
import { townshipPowers } from '../township-powers/index.ts'
import { wuzhaiLicences } from '../wuzhai-licences/index.ts'

const issues = requireRealGazettes().map(({ text, path }) => read(text, { file: path, counties }))

/** The first version of a programme's list, read from the gazette in which it is printed. */
function listOf(programme: typeof wuzhaiLicences): { catalogue: Catalogue; version: CatalogueVersion } {
  const [catalogue] = programme.catalogues ?? []
  const [print] = catalogue?.prints ?? []
  if (catalogue === undefined || print === undefined) throw new Error('no list')
  const instrument = issues
    .filter(({ county }) => county === print.basis.county)
    .flatMap(({ instruments }) => instruments)
    .find(({ docNumber }) => docNumber === print.basis.docNumber)
  const outcome = versionAmong(catalogue, print, instrument?.tables ?? [])
  if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
  return { catalogue, version: outcome.version }
}

const licences = listOf(wuzhaiLicences)
const powers = listOf(townshipPowers)
const penalties = listOf(delegatedPenalties)
const bodies = listOf(ruleMakingBodies)

const numbers = (items: readonly Item[]) => items.map(({ entry }) => Number(entry['number']))
const where = (list: typeof licences, field: string, value: string) =>
  list.version.items.filter(({ entry }) => [entry[field]].flat().includes(value))
const indexOf = (programme: string, county: string, list: typeof licences) =>
  legalIndexOf([{ county, programme, ...list }])

describe('the list of licences', () => {
  it('[wuzhai-2022-zbf39.2] gives the rows of a department, also where several share one', () => {
    expect(numbers(where(licences, 'holders', '县公安局'))).toEqual(
      Array.from({ length: 33 }, (_, i) => 148 + i),
    )
    expect(where(licences, 'holders', '县行政审批局')).toHaveLength(144)
    expect(numbers(where(licences, 'holders', '乡（镇）人民政府'))).toEqual([187, 198, 199, 233])
  })

  it('[wuzhai-2022-zbf39.3] gives the rows of a provincial department over the county bodies that carry them out', () => {
    const housing = where(licences, 'superior', '省住建厅')
    const byHolder = Map.groupBy(housing, ({ entry }) => textOf(entry, 'holders'))
    expect([...byHolder].map(([holder, items]) => [holder, items.length])).toEqual([
      ['县行政审批局', 22],
      ['县住建局', 3],
      ['乡（镇）人民政府', 1],
    ])
  })

  it('[wuzhai-2022-zbf39.4] has 443 citations, and tells which licences rest on a law', () => {
    const sources = licences.version.items.flatMap((item) => sourcesOf(licences.catalogue, item))
    expect(sources).toHaveLength(443)
    const index = indexOf('wuzhai-licences', 'wuzhai', licences)
    expect(numbers(restingOn(index, '水法').map(({ item }) => item))).toEqual([85, 86, 88, 90, 208])
    expect(index.get('国务院对确需保留的行政审批项目设定行政许可的决定')?.items).toHaveLength(17)
  })

  it('[wuzhai-2022-zbf39.5] flags bases that are names, a basis copied from another field, and names that differ by a suffix', () => {
    const found = listFindings(licences.catalogue, licences.version)
    expect(found.map(({ kind, items }) => [kind, numbers(items)])).toEqual([
      ['name-as-basis', [113]],
      ['name-as-basis', [217]],
      ['copied-basis', [229, 233]],
      ['same-name-but-suffix', [3, 40]],
    ])
    expect(found[2]?.cites).toMatchObject([{ lines: [3037, 3037] }, { lines: [3043, 3043] }])
  })
})

describe('laws whose place another had taken', () => {
  it('are told of as they stood when the list was published, and since', () => {
    const index = indexOf('wuzhai-licences', 'wuzhai', licences)
    const names = (on: string) => lawsReplaced(index, replacedLaws, on).map(({ law }) => law.name)
    const then = names(licences.version.from)
    expect(then).toContain('公司登记管理条例')
    expect(then).toContain('个体工商户条例')
    expect(then).not.toContain('煤矿安全监察条例')
    expect(names('2024-05-01')).toContain('煤矿安全监察条例')
    expect(names('2022-02-28')).toEqual([])
  })
})

describe('the list of township powers', () => {
  it('[wutai-2023-zbf25.2] has 186 citations of 117 titles, and shows the rows without an article', () => {
    const sources = powers.version.items.map((item) => sourcesOf(powers.catalogue, item))
    expect(sources.flat()).toHaveLength(186)
    expect(new Set(sources.flat().map(({ title }) => title)).size).toBe(117)
    const articles = sources.flat().flatMap((source) => source.articles)
    expect(articles).toHaveLength(228)
    expect(articles.filter(({ paragraph }) => paragraph !== null)).toHaveLength(50)
    expect(sources.flat().filter(({ version }) => version === null)).toHaveLength(36)
    const without = powers.version.items.filter((_, place) =>
      sources[place]?.every((source) => source.articles.length === 0),
    )
    expect(numbers(without)).toEqual([21, 29, 35])
  })

  it('[wutai-2023-zbf25.3] gives the powers of a law and of a word, and all of them to each township', () => {
    const index = indexOf('township-powers', 'wutai', powers)
    const named = (word: string) =>
      powers.version.items.filter(({ entry }) => textOf(entry, 'name').includes(word))
    expect(numbers(restingOn(index, '土地管理法').map(({ item }) => item))).toEqual([4, 27, 32, 99, 121])
    expect(numbers(named('露天焚烧'))).toEqual([61, 102])
    expect(numbers(named('野外用火'))).toEqual([21, 145, 148])
    expect(numbers(powers.version.items)).toEqual(Array.from({ length: 152 }, (_, place) => place + 1))
  })

  it('[wutai-2023-zbf25.7] reports laws cited under several versions, and a number behind two titles', () => {
    const index = indexOf('township-powers', 'wutai', powers)
    const several = lawsInSeveralVersions(index)
    const flood = several.find(({ name }) => name === '防汛条例')
    expect(flood?.versions).toEqual(['2011年修订', '1991年国务院令第86号，2011年修订'])
    expect(several.find(({ name }) => name === '物业管理条例')?.versions).toHaveLength(2)
    const numbered = numbersOfSeveralTitles(index).find(
      ({ docNumber }) => docNumber === '晋政办发〔2020〕117号',
    )
    expect(numbered?.titles).toHaveLength(2)
  })
})

describe('the catalogue of delegated penalties', () => {
  it('[wuzhai-2022-zf10.10] has 74 citations and 87 articles, one of them broken off', () => {
    const sources = penalties.version.items.flatMap((item) => sourcesOf(penalties.catalogue, item))
    expect(sources).toHaveLength(74)
    expect(sources.flatMap(({ articles }) => articles)).toHaveLength(87)
    expect(sources.filter(({ isCutOff }) => isCutOff).map(({ title, version }) => [title, version])).toEqual([
      ['农药管理条例', '1997年国务院令第216号,2022年修订'],
    ])
  })

  it('tells which department had a power', () => {
    expect(where(penalties, 'departments', '县林业局')).toHaveLength(12)
    expect(numbers(where(penalties, 'departments', '县消防救援大队'))).toEqual([52, 53, 54, 55])
  })
})

it('the bodies that may make rules stand in seven groups', () => {
  const groups = Map.groupBy(bodies.version.items, ({ entry }) => textOf(entry, 'group'))
  expect([...groups.values()].map((items) => items.length)).toEqual([1, 15, 27, 3, 13, 1, 6])
})
