import { counties } from '@luoshi/counties'
import { read } from '@luoshi/gazette'
import {
  differenceOf,
  isSameAmount,
  type StocktakeRecord,
  sumOf,
  tallyOf,
  unitTree,
  versionAmong,
} from '@luoshi/kernel'
import { requireRealGazettes } from '@luoshi/testing'
import { describe, expect, it } from 'vitest'
import { type CheckedProject, measureDoubts, unspecified, villageDoubts } from './checks.ts'
import { readFunds, type Shares, totalOf, type UseClass } from './funds.ts'
import { goalFrom } from './goals.ts'
import { planDifferences } from './plans.ts'
import { printedProjects } from './printed-plan.ts'
import { projects, tallies } from './projects.ts'
import { planAgainstProjects, stocktakes } from './stocktakes.ts'

const textOf = (name: string) => {
  const gazette = requireRealGazettes().find((one) => one.name === name)
  if (gazette === undefined) throw new Error(`no ${name}`)
  return gazette.text
}
const linesOf = (name: string, first: number, last: number) =>
  textOf(name)
    .split('\n')
    .slice(first - 1, last)
    .join('\n')

describe('[wutai-2021-zf26.2] the uses of the 2021 plan', () => {
  const funds = readFunds(linesOf('wutai-2021-04', 74, 92))

  it('are five classes with their amounts; the last has no number of projects, which is not none', () => {
    expect(funds.uses).toEqual([
      { useClass: 'industry', amount: '11357.78', projects: 66 },
      { useClass: 'infrastructure', amount: '8980.8097', projects: 119 },
      { useClass: 'policy', amount: '2381.15', projects: 5 },
      { useClass: 'resettlement', amount: '1434.34', projects: 7 },
      { useClass: 'management', amount: '113.91' },
    ])
    expect(funds.uses.at(-1)).not.toHaveProperty('projects')
  })

  it('come to what the seven sources come to, to the 元', () => {
    expect(funds.sources).toHaveLength(7)
    const [given, used] = [funds.sources, funds.uses].map((rows) => sumOf(rows.map(({ amount }) => amount)))
    expect([given, used]).toEqual(['24267.9897', '24267.9897'])
    const changed = funds.uses.map((row) =>
      row.useClass === 'policy' ? { ...row, amount: '2381.1501' } : row,
    )
    expect(differenceOf(sumOf(changed.map(({ amount }) => amount)), String(given))).toBe('0.0001')
  })
})

const instrument = read(textOf('wutai-2023-02'), { file: 'wutai-2023-02.txt', counties }).instruments.find(
  ({ docNumber }) => docNumber === '五政发〔2023〕24号',
)
const [print] = printedProjects.prints ?? []
if (print === undefined) throw new Error('no print')
const outcome = versionAmong(printedProjects, print, instrument?.tables ?? [])
if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())

type Entry = CheckedProject & Shares & { readonly key: string; readonly useClass: UseClass }
const { items } = outcome.version
/** The projects with the line on which each stands in place of a number. */
const listed = items.map(({ entry, basis }) => ({
  ...(entry as unknown as Entry),
  number: String(basis.kind === 'instrument' ? basis.lines[0] : ''),
  plan: '2023年第二批',
  isHousehold: false,
}))
const recordOf = (data: Readonly<Record<string, unknown>>, state = 'pooled'): StocktakeRecord => ({
  id: String(data['number']),
  state,
  data,
  opened: '2023-08-10T09:00:00+08:00',
  latest: '2023-08-10T09:00:00+08:00',
})

describe('the printed plan of 2023', () => {
  it('is read as a list of 73, each with a key of its own and sources that add up', () => {
    expect(items).toHaveLength(73)
    expect(new Set(listed.map(({ key }) => key)).size).toBe(73)
    expect(listed.every((entry) => isSameAmount(totalOf(entry), entry.total))).toBe(true)
    expect(
      Object.entries(Object.groupBy(listed, ({ useClass }) => useClass)).map(([id, all]) => [
        id,
        all?.length,
      ]),
    ).toEqual([
      ['industry', 25],
      ['infrastructure', 41],
      ['resettlement', 2],
      ['policy', 5],
    ])
  })
})

describe('[wutai-2023-zf24.3] the notice’s text against its table', () => {
  const funds = readFunds(linesOf('wutai-2023-02', 450, 462))
  const plan = { number: '2023年第二批', ...funds }

  it('has five sources, four amounts and four numbers of projects that agree', () => {
    expect([funds.sources.length, funds.uses.length]).toEqual([5, 4])
    expect(funds.uses.map(({ amount, projects: counted }) => [amount, counted])).toEqual([
      ['2095.6', 25],
      ['1835.1', 41],
      ['66', 2],
      ['643.27', 5],
    ])
    expect(planAgainstProjects(plan, listed)).toEqual([])
  })

  it('names whatever does not agree', () => {
    expect(planAgainstProjects(plan, listed.slice(1))).toEqual([
      '中央衔接资金方案736万元，项目606万元',
      '产业发展类方案2095.6万元，项目1965.6万元',
      '产业发展类方案25个项目，项目库24个',
    ])
    const met = stocktakes.find(({ id }) => id === 'plans-met')
    const around = {
      today: '2023-08-11',
      county: 'wutai',
      units: [],
      nameOf: (unit: string) => unit,
      settingOf: () => undefined,
    }
    const beside = (all: typeof listed) => ({ projects: all.map((data) => recordOf({ ...data })) })
    const published = [recordOf({ ...plan }, 'published')]
    expect(met?.count(published, around, beside(listed)).isMet).toBe(true)
    expect(met?.count(published, around, beside(listed.slice(1))).isMet).toBe(false)
  })

  it('is held against what is filled in, too', () => {
    const off = {
      ...funds,
      uses: funds.uses.map((row) => ({ ...row, amount: row.amount === '66' ? '65' : row.amount })),
    }
    expect(planDifferences(funds, funds)).toEqual([])
    expect(planDifferences(funds, off)).toEqual(['易地搬迁后续扶持类66万元，填的是65万元'])
  })
})

describe('[wutai-2023-zf24.4] the projects', () => {
  const facts = { fields: projects.fields, units: unitTree([]), on: '2023-08-11' }
  const rowsBy = (id: string) => {
    const tally = tallies.find((one) => one.id === id)
    if (tally === undefined) throw new Error(`no ${id}`)
    const records = listed.map((data) => ({ unit: 'government', state: 'pooled', data }))
    return new Map(tallyOf(tally, records, facts).rows.map(({ titles, values }) => [titles[1], values]))
  }

  it('are listed by township: 9 of 东冶镇, 10 of 豆村镇', () => {
    const rows = rowsBy('by-township')
    expect([rows.get('东冶镇')?.['projects'], rows.get('豆村镇')?.['projects']]).toEqual(['9', '10'])
    expect(sumOf([...rows.values()].map((values) => values['total'] ?? '0'))).toBe('4639.97')
  })

  it('are listed by who carries them out', () => {
    const rows = rowsBy('by-implementer')
    expect([rows.get('水利局')?.['projects'], rows.get('乡村振兴局')?.['projects']]).toEqual(['6', '5'])
  })

  it('are listed by class, with every source', () => {
    expect(rowsBy('by-class').get('产业发展类')).toMatchObject({
      projects: '25',
      total: '2095.6',
      central: '736',
      provincial: '165',
      city: '585.92',
      pooledCentral: '595.68',
      pooledProvincial: '13',
    })
  })
})

const goalOn = (line: string) => goalFrom(listed.find(({ number }) => number === line)?.goal ?? '')

it('[wutai-2023-zf24.7] figures of goals are taken out of the words where there are some, and left empty where there are none', () => {
  expect(goalOn('480')).toEqual({ households: 3, persons: 8, income: [{ of: '户均增长', yuan: '3000' }] })
  expect(goalOn('493')).toEqual({ persons: 3, income: [{ of: '人均年增收', yuan: '15000' }] })
  expect(goalOn('502')).toEqual({ persons: 20, income: [{ of: '增加集体收入', yuan: '100000' }] })
  expect(goalOn('488').income.map(({ yuan }) => yuan)).toEqual(['35000'])
  expect(goalOn('482')).toMatchObject({ households: 30, income: [{ yuan: '1000' }] })
  expect(goalOn('484')).toEqual({ income: [] })
  const roofs = listed.filter(({ name }) => name.startsWith('屋顶光伏'))
  expect(roofs.map(({ number }) => goalOn(number).income[0]?.yuan)).toEqual([
    ...Array.from({ length: 5 }, () => '35000'),
    ...['70000', '55000', '55000'],
    ...Array.from({ length: 4 }, () => '35000'),
  ])
})

it('[wutai-2023-zf24.8] measures that do not fit each other are named', () => {
  expect(measureDoubts(listed).map(({ number, message }) => [number, message])).toEqual([
    ['493', '长宽相乘是405平方米，写作400平米。'],
    ['541', '长宽高相乘是120立方米，写作120平方米。'],
    ['495', '170千瓦70万元，与140千瓦的金额相同。'],
    ['496', '140千瓦70万元，与170千瓦的金额相同。'],
  ])
})

it('[wutai-2023-zf24.9] villages are told apart by township and name, and each spelling is reported', () => {
  const doubts = villageDoubts(listed)
  const found = new Map(doubts.map(({ name, message }) => [name, message]))
  expect(found.get('东冶镇大朴')).toBe('有2种写法：大朴、大朴村。')
  expect(found.get('豆村镇小豆')).toBe('有2种写法：小豆村、小豆村村。')
  expect(found.get('耿镇镇殊官寺')).toBe('有2种写法：殊官寺、殊官寺村。')
  expect(found.get('陈家庄乡环春坪')).toBe('有2种写法：环春坪、环春坪村。')
  expect(found.get('建安镇檀')).toBe('有2种写法：檀村、檀村村。')
  expect(found.get('李家庄')).toBe('阳白乡、陈家庄乡都有，不是同一个村。')
  expect(found.size).toBe(6)
})

it('[wutai-2023-zf24.10] digital villages are told to have no specification', () => {
  const numbers = unspecified(listed).map(({ number }) => number)
  expect(numbers.filter((line) => Number(line) < 567)).toEqual(['555', '556', '557', '558'])
})
