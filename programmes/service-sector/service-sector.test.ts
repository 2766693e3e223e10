import { evaluateIndicator, officialCalendar, reportSummary, reportsDue, withValue } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { dispatchForm } from './dispatch-form.ts'
import { planItems } from './plan-items.ts'
import { praisedFrom, summonedBelow, unitRatings } from './ratings.ts'
import { forecast, summary } from './reports.ts'
import { indicators, planTargets, progressSheet, targetSheet } from './targets.ts'

const calendar = officialCalendar()

describe('[wutai-2021-zbf45.4] the monthly reports of 2021', () => {
  it('are a forecast of the month by the 20th and a summary of the last by the 2nd', () => {
    const due = (report: typeof forecast | typeof summary) =>
      reportsDue(report, '2021-08-01', '2021-09-30', calendar).map(({ period, due: day }) => [
        period.id,
        day.kind === 'due' ? day.due : null,
      ])
    expect(due(forecast)).toEqual([
      ['2021-08', '2021-08-20'],
      ['2021-09', '2021-09-20'],
    ])
    expect(due(summary)).toEqual([
      ['2021-07', '2021-08-02'],
      ['2021-08', '2021-09-02'],
    ])
  })

  it('tell who has not sent one, from the day after', () => {
    const [owed] = reportsDue(forecast, '2021-08-20', '2021-08-20', calendar)
    if (owed === undefined) throw new Error('nothing is owed')
    const given = [
      { unit: '县商务局', turn: owed.turn, at: '2021-08-20T17:00:00+08:00', data: { forecast: '平稳' } },
    ]
    const on = (at: string) => reportSummary(forecast, owed, ['县商务局', '县财政局'], given, at)
    expect([on('2021-08-20T18:00:00+08:00').isPast, on('2021-08-21T00:00:00+08:00').isPast]).toEqual([
      false,
      true,
    ])
    expect(on('2021-08-21T00:00:00+08:00').missing).toEqual(['县财政局'])
  })
})

describe('[wutai-2021-zbf45.5] a figure of the plan for 2021', () => {
  it('is so many per cent of its target', () => {
    const sheet = progressSheet(
      '2021',
      new Map([
        ['old-for-new-sellers', '3'],
        ['mechanised-area', '16.5'],
        ['tourism-projects', '6'],
      ]),
    )
    const of = (title: string) => sheet.find(({ indicator }) => indicator === title)
    expect(of('开展以旧换新的家电家具家装销售企业')).toMatchObject({
      item: 3,
      value: '6',
      found: '3',
      percent: '50.0',
    })
    expect(of('农作物全程机械化作业面积')).toMatchObject({ comparator: '≥', percent: '110.0' })
    expect(of('文旅康养项目')?.percent).toBe('66.7')
    expect(of('养老示范社区')).toMatchObject({ found: null, percent: null })
    expect(new Set(sheet.map(({ item }) => item))).toEqual(
      new Set([null, 2, 3, 6, 8, 10, 14, 15, 20, 21, 28, 29, 40, 41, 45]),
    )
  })
})

it('[wutai-2021-zbf45.6] the value added of services is held against more than 37.41 亿元', () => {
  const whole = indicators.find(({ id }) => id === 'value-added-2021')
  const judged = (value: string) =>
    whole === undefined ? null : evaluateIndicator(whole, '2021', value, '2022-02-01')
  expect([judged('37.41')?.outcome, judged('37.42')?.outcome]).toEqual(['no', 'yes'])
  expect(judged('36')?.reasons).toMatchObject([{ wanted: '服务业增加值高于37.41亿元', found: '36亿元' }])
})

it('[wutai-2022-zbf52.2] the target sheet of 2022 has item, figure, comparator and year', () => {
  expect(
    targetSheet('2022').map(
      ({ item, indicator, comparator, value, unit, year }) =>
        `${item} ${indicator} ${comparator}${value}${unit} ${year}`,
    ),
  ).toEqual([
    '2 市级众创空间 累计2家 2022',
    '2 市级星创天地 累计2家 2022',
    '4 高新技术企业 累计4家 2022',
    '11 “晋兴板”挂牌企业 ≥1户 2022',
    '14 5G基站 新增≥56座 2022',
    '17 乡村e镇 1个 2022',
    '22 农业生产托管面积 23万亩 2022',
    '23 省级示范家庭农场 2家 2022',
    '23 市级示范家庭农场 ≥4家 2022',
    '23 市级合作社示范社 新增4个 2022',
    '42 托育机构备案数 2家 2022',
    '42 示范托育机构 ≥2个 2022',
  ])
})

describe('[wutai-2022-zbf52.9] a unit', () => {
  const items = [
    { units: ['甲局', '乙局'], isDone: true },
    { units: ['甲局'], isDone: true },
    { units: ['乙局'], isDone: false },
    { units: ['丙局'], isDone: false },
  ]
  const set = {
    'praised-from': withValue(praisedFrom, { from: '2022-09-09', value: '100', basis: null }),
    'summoned-below': withValue(summonedBelow, { from: '2022-09-09', value: '50', basis: null }),
  }

  it('is rated by the share of its items that are done', () => {
    expect(
      unitRatings(items, '2022-12-31').ranking.map(({ place, item }) => [
        place,
        item.unit,
        item.done,
        item.items,
        item.percent,
      ]),
    ).toEqual([
      [1, '甲局', 2, 2, '100.0'],
      [2, '乙局', 1, 2, '50.0'],
      [3, '丙局', 0, 1, '0.0'],
    ])
  })

  it('is praised or summoned by the shares that the county sets, and not before', () => {
    expect(unitRatings(items, '2022-12-31')).toMatchObject({ praised: null, blamed: null })
    const { praised, blamed } = unitRatings(items, '2022-12-31', set)
    expect([praised?.map(({ unit }) => unit), blamed?.map(({ unit }) => unit)]).toEqual([['甲局'], ['丙局']])
  })
})

describe('[wutai-2023-zbf28.3] the month’s dispatch', () => {
  const said = { progress: '办了两场', problem: null, next: '再办一场' }

  it('has a row for each item and each of its units, with progress, problem and next step', () => {
    const { rows } = dispatchForm([{ item: 1, unit: '县文化和旅游局', ...said }])
    expect(planItems).toHaveLength(42)
    expect(
      rows.filter(({ item }) => item === 1).map(({ unit, entry }) => [unit, entry?.progress ?? null]),
    ).toEqual([
      ['县工业和信息化局', null],
      ['县住房和城乡建设管理局', null],
      ['县文化和旅游局', '办了两场'],
      ['县市场监督管理局', null],
    ])
    expect(rows.find(({ entry }) => entry !== null)).toMatchObject({
      entry: { next: '再办一场', problem: null },
    })
  })

  it('names the units that said nothing, with their items', () => {
    const all = dispatchForm([]).missing
    expect(all.get('县工业和信息化局')).toEqual([1, 2, 3, 4, 17, 24, 25, 27, 36, 37, 38, 39, 40, 41])
    const entries = planItems.flatMap(({ number, units }) =>
      units.split('、').map((unit) => ({ item: number, unit, ...said })),
    )
    expect(dispatchForm(entries).missing.size).toBe(0)
    expect([...dispatchForm(entries.slice(1)).missing]).toEqual([['县工业和信息化局', [1]]])
  })
})

it('every figure has an id of its own', () => {
  expect(new Set(planTargets.map(({ id }) => id)).size).toBe(planTargets.length)
})
