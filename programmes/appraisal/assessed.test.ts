import {
  evaluateIndicator,
  indicatorsByUnit,
  type Measured,
  type ScoringMethod,
  scoreCard,
  unitRanking,
  weightChange,
  withValue,
} from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { owedFigures, yearScores } from './assessed.ts'
import { ADJUSTED_ON, indicators } from './indicators.ts'
import { entryDays, scoring } from './parameters.ts'
import { printedRows } from './printed-rows.ts'
import { appraisal } from './programme.ts'

const ofTable = indicators.slice(0, 37)
const tenDays = { 'entry-days': withValue(entryDays, { from: '2021-07-13', value: 10, basis: null }) }
const scoredBy = (kind: ScoringMethod['kind']) => ({
  scoring: withValue(scoring, { from: '2021-07-13', value: kind, basis: null }),
})
const measured = (indicator: string, value: string): Measured => ({ indicator, period: '2021', value })
const evaluated = (id: string, value: string, period = '2021') => {
  const indicator = indicators.find((one) => one.id === id)
  if (indicator === undefined) throw new Error(`no indicator ${id}`)
  return evaluateIndicator(indicator, period, value, '2021-12-31')
}

describe('[wutai-2021-zbf46.2] the figures of each indicator and period', () => {
  it('are owed by month, quarter and year: 17, 7 and 13 indicators', () => {
    const counts = Map.groupBy(ofTable, ({ every }) => every)
    expect(['month', 'quarter', 'year'].map((every) => counts.get(every as 'month')?.length)).toEqual([
      17, 7, 13,
    ])
    const owed = owedFigures([], '2021-12-31', tenDays).filter(
      ({ indicator }) => indicator !== 'service-growth',
    )
    expect(owed).toHaveLength(17 * 12 + 7 * 4 + 13)
  })

  it('are late from the day after the last one on', () => {
    const standing = (today: string) =>
      owedFigures([], today, tenDays).find(
        ({ indicator, period }) => indicator === 'fixed-investment-growth' && period.id === '2021-07',
      )?.standing
    expect(['2021-07-31', '2021-08-01', '2021-08-10', '2021-08-11'].map(standing)).toEqual([
      'coming',
      'open',
      'open',
      'late',
    ])
  })

  it('are told to have come in time or late by the day of the first one', () => {
    const given = (on: string) =>
      owedFigures([{ indicator: 'gdp', period: '2021-Q3', value: '44', on }], '2021-12-31', tenDays).find(
        ({ indicator, period }) => indicator === 'gdp' && period.id === '2021-Q3',
      )
    expect([given('2021-10-10'), given('2021-10-11')].map((owed) => [owed?.due, owed?.standing])).toEqual([
      ['2021-10-10', 'given'],
      ['2021-10-10', 'given-late'],
    ])
  })

  it('are never late while the county has not set when they are due', () => {
    expect(
      owedFigures([], '2022-06-30').every(({ standing, due }) => standing === 'open' && due === null),
    ).toBe(true)
  })
})

describe('[wutai-2021-zbf46.3] a figure against its target', () => {
  it('is held by the printed operator, else by the way that is better', () => {
    expect(
      [evaluated('rural-income-growth', '8'), evaluated('rural-income-growth', '8.1')].map(outcomeOf),
    ).toEqual(['no', 'yes'])
    expect(
      [evaluated('urban-income-growth', '7.9'), evaluated('urban-income-growth', '8')].map(outcomeOf),
    ).toEqual(['no', 'yes'])
    expect([evaluated('serious-accidents', '0'), evaluated('serious-accidents', '1')].map(outcomeOf)).toEqual(
      ['yes', 'no'],
    )
    expect(
      [evaluated('accident-deaths-per-gdp', '3'), evaluated('accident-deaths-per-gdp', '3.01')].map(
        outcomeOf,
      ),
    ).toEqual(['yes', 'no'])
  })

  it('waits for it where the table says that it is to be set: numbers 12 to 17', () => {
    const pending = indicators.filter(({ targets }) => targets.length === 0)
    expect(pending.map(({ number }) => number)).toEqual(['12', '13', '14', '15', '16', '17'])
    expect(evaluated('energy-consumption', '100')).toMatchObject({
      outcome: 'unknown',
      missing: ['“能源消费总量”的目标值（待省政府明确市任务后另行下达）'],
    })
  })

  it('says with its reason which figure of which line it was held against', () => {
    expect(evaluated('fixed-investment-growth', '13.1', '2021-09').reasons).toEqual([
      {
        rule: 'fixed-investment-growth',
        isMet: false,
        wanted: '固定资产投资增长速度不低于13.2%',
        found: '13.1%',
        basis: { kind: 'instrument', county: 'wutai', docNumber: '五政办发〔2021〕46号', lines: [756, 756] },
      },
    ])
  })
})

it('[wutai-2021-zbf46.4] each unit has its leaves: 37 in all', () => {
  const byUnit = indicatorsByUnit(ofTable)
  expect(Object.fromEntries([...byUnit].map(([unit, own]) => [unit, own.length]))).toEqual({
    县工业和信息化局: 6,
    县发展和改革委员会: 3,
    县招商服务中心: 2,
    县教育科技局: 1,
    县能源局: 2,
    市生态环境局五台分局: 4,
    县财政局: 6,
    县农业农村局: 8,
    县人力资源和社会保障局: 2,
    县应急管理局: 3,
  })
})

describe('the adjusted weights', () => {
  it('[wutai-2021-zbf57.1] stand beside those before, their total unchanged', () => {
    const change = weightChange(indicators, '2021', '2021-08-16', ADJUSTED_ON)
    expect(change.rows.map(({ title, before, after }) => [title, before, after])).toEqual([
      ['制造业增加值占规模以上工业增加值比重上升率', '5', '4'],
      ['固定资产投资增长速度', '5', '4'],
      ['高新技术企业数', '5', '4'],
      ['第一产业固定资产投资增长速度', '3', '2'],
      ['服务业增加值增速', null, '4'],
    ])
    expect([change.before, change.after, change.isTotalUnchanged]).toEqual(['18', '18', true])
  })

  it('[wutai-2021-zbf57.5] count from the day of the notice on; before it the year stands by the old ones', () => {
    const firms = (on: string) =>
      yearScores([measured('high-tech-firms', '4')], on, scoredBy('all-or-nothing')).rows.find(
        ({ indicator }) => indicator === 'high-tech-firms',
      )
    expect([firms('2021-08-16')?.score, firms(ADJUSTED_ON)?.score, firms('2022-03-01')?.score]).toEqual([
      '5',
      '4',
      '4',
    ])
  })
})

describe('[wutai-2021-zbf57.3] the growth of services', () => {
  const score = (value: string, kind: ScoringMethod['kind'] | null) => {
    const card = yearScores(
      [measured('service-growth', value)],
      '2021-12-31',
      kind === null ? {} : scoredBy(kind),
    )
    return card.rows.find(({ indicator }) => indicator === 'service-growth')
  }

  it('is scored against 10 % at 4 points, by the method that the county sets', () => {
    expect(score('10', 'all-or-nothing')?.score).toBe('4')
    expect(score('9.99', 'all-or-nothing')?.score).toBe('0')
    expect(score('9', 'proportional')?.score).toBe('3.6')
    expect(score('12', 'proportional')?.score).toBe('4')
  })

  it('has no score while no method is set, and is told to be met all the same', () => {
    expect(score('10', null)).toMatchObject({ score: null, weight: '4', verdict: { outcome: 'yes' } })
  })
})

it('[wutai-2021-zbf57.4] the annex that the notice names and does not print is declared missing', () => {
  const missing = appraisal.open.filter(
    (question) => question.kind === 'gap' && question.says.includes('没有刊印'),
  )
  expect(missing.map((question) => question.kind === 'gap' && question.basis)).toContainEqual({
    kind: 'instrument',
    county: 'wutai',
    docNumber: '五政办发〔2021〕57号',
    lines: [332, 332],
  })
})

it('[wutai-2021-zbf46.5] the reform that another notice counts among the indicators is told to be missing', () => {
  const told = appraisal.open.find((question) => question.kind === 'conflict')
  expect(told).toMatchObject({
    says: '承诺制改革方案说这项改革已列入考核指标体系，考核指标表中没有这一项',
    bases: [{ docNumber: '五政办发〔2021〕43号', lines: [432, 432] }, { docNumber: '五政办发〔2021〕46号' }],
  })
  expect(printedRows.some(({ title }) => title.includes('承诺制'))).toBe(false)
})

describe('units', () => {
  it('are ranked by their share of the points, with those of whom nothing is scored apart', () => {
    const figures = [
      measured('service-growth', '5'),
      measured('high-tech-firms', '4'),
      measured('fixed-investment-growth', '6.6'),
    ]
    const card = scoreCard(indicators, '2021', figures, '2021-12-31', { kind: 'proportional', places: 2 })
    const oneName = (printed: string) => (printed === '县发展和改革委员会' ? '县发展和改革局' : printed)
    const { ranked, unranked } = unitRanking(indicators, card, oneName)
    expect(
      ranked.map(({ place, item }) => [place, item.unit, item.score, item.weight, item.percent]),
    ).toEqual([
      [1, '县教育科技局', '4', '4', '100.00'],
      [2, '县发展和改革局', '4', '8', '50.00'],
    ])
    expect(unranked).toHaveLength(8)
  })
})

function outcomeOf({ outcome }: { readonly outcome: string }): string {
  return outcome
}
