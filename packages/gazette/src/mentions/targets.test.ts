import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inventedInstrument, inventedTable } from './invented-instrument.test-support.ts'
import { readTargets } from './targets.ts'

const targetsOf = (...paragraphs: string[]) =>
  readTargets(inventedInstrument(paragraphs)).map(({ indicator, operator, value, unit }) => [
    indicator,
    operator,
    value,
    unit,
  ])
const yearsOf = (...paragraphs: string[]) =>
  readTargets(inventedInstrument(paragraphs)).map(({ year }) => year)

describe('readTargets', () => {
  it.each([
    ['全县再生水利用率达到20%以上。', ['全县再生水利用率', '>=', '20', '%']],
    ['力争畜禽良种覆盖率达到 78%。', ['畜禽良种覆盖率', '=', '78', '%']],
    ['规模以上工业增加值增长7%以上', ['规模以上工业增加值增长', '>=', '7', '%']],
    ['城镇调查失业率控制在5.5%以内', ['城镇调查失业率', '<=', '5.5', '%']],
    ['优良天数比例>88%', ['优良天数比例', '>', '88', '%']],
    ['能耗降低率≥3.2%', ['能耗降低率', '>=', '3.2', '%']],
    ['地区生产总值增长6%左右', ['地区生产总值增长', '~', '6', '%']],
    ['草原植被盖度不低于百分之七十', ['草原植被盖度', '>=', '70', '%']],
    ['建成高效节水灌溉面积2.42万亩', ['高效节水灌溉面积', '=', '2.42', '万亩']],
    ['全年用水总量不超过3,900万立方米', ['用水总量', '<=', '3900', '万立方米']],
    ['全县2023年完成造林面积3万亩', ['全县造林面积', '=', '3', '万亩']],
    ['用水总量严格控制在下达的年度目标之内3915.27万立方米', ['用水总量', '<=', '3915.27', '万立方米']],
    ['通过网站公布不少于30项套餐服务', ['套餐服务', '>=', '30', '项']],
    ['新建5G基站56座以上', ['新建5G基站', '>=', '56', '座']],
    ['打造10个以上庭院经济示范村、50户示范户', ['庭院经济示范村', '>=', '10', '个']],
    ['至少建成并开放1处科普基地', ['科普基地', '>=', '1', '处']],
    ['力争全县服务业增加值突破37.41亿元', ['全县服务业增加值', '>', '37.41', '亿元']],
    ['四季度完成一产投资1亿元以上', ['一产投资', '>=', '1', '亿元']],
    ['年接待游客突破120万人次', ['年接待游客', '>', '120', '万人次']],
    ['细颗粒物年均浓度不高于３５微克/立方米', ['细颗粒物年均浓度', '<=', '35', '微克/立方米']],
  ])('reads %s', (paragraph, target) => {
    expect(targetsOf(paragraph)[0]).toEqual(target)
  })

  it('reads both ends of a range', () => {
    expect(targetsOf('实施2000—3000亩草种基地建设')).toEqual([
      ['草种基地建设', '>=', '2000', '亩'],
      ['草种基地建设', '<=', '3000', '亩'],
    ])
  })

  it('gives a second figure the indicator of the first', () => {
    expect(targetsOf('煤炭产量达到260万吨，争取达到280万吨')).toEqual([
      ['煤炭产量', '=', '260', '万吨'],
      ['煤炭产量', '=', '280', '万吨'],
    ])
  })

  it.each([
    '截至去年底，全县已建成蓄水池30座。',
    '“十三五”期间，累计投入经费150万元。',
    '火灾起数较上年下降了20%。',
    '建筑面积2万平方米以上的公共建筑应执行绿色建筑标准。',
    '处500元以上2000元以下罚款。',
    '在职职工30人以下免征残保金。',
    '死亡10人以上30人以下的，为重大火灾。',
    '对符合条件的单位给予10万元奖励。',
    '对年营业收入首次突破10亿元的企业奖励100万元。',
    '对连续两年增长15%以上的给予5万元。',
    '3个工作日内办结，24小时值班。',
    '按照4:3:3的比例分担。',
    '第3号楼，2022年5月。',
  ])('finds no target in %s', (paragraph) => {
    expect(targetsOf(paragraph)).toEqual([])
  })

  it('leaves out what stands under a heading that looks back', () => {
    expect(targetsOf('# 一、发展现状', '绿化率达到30%。')).toEqual([])
    expect(targetsOf('# 一、工作目标', '绿化率达到30%。')).toHaveLength(1)
  })

  it('takes the year from the sentence, the paragraph before, the heading, the title or the date of issue', () => {
    expect(yearsOf('到2025年，绿化率达到30%，到2030年达到35%。')).toEqual([2025, 2030])
    expect(yearsOf('2021—2025年，绿化率达到30%。')).toEqual([2025])
    expect(yearsOf('“十四五”末，绿化率达到30%。')).toEqual([2025])
    expect(yearsOf('# 2023年目标', '绿化率达到30%。')).toEqual([2023])
    expect(yearsOf('到2025年，建成体系。', '绿化率达到30%。')).toEqual([2025])
    expect(yearsOf('比2020年提高5个百分点，绿化率达到30%')).toEqual([2022, 2022])
    expect(yearsOf('绿化率达到30%')).toEqual([2022])
    const titled = inventedInstrument(['绿化率达到30%'], { title: '清源县2023年工作要点', issuedOn: null })
    expect(readTargets(titled).map(({ year }) => year)).toEqual([2023])
  })

  it('reads tables of indicators, and the last of several years', () => {
    const table = inventedTable(
      ['序号', '指标', '2020年', '2025年', '属性'],
      [
        ['1', '1. 绿化率（%）', '20', '≥35', '约束性'],
        ['2', '改造户数', '', '120户', '预期性'],
        ['3', '制度建设', '', '完善', '预期性'],
      ],
      10,
    )
    expect(readTargets(inventedInstrument(['见下表']), [table])).toEqual([
      {
        clause: '1',
        indicator: '绿化率',
        operator: '>=',
        value: '35',
        unit: '%',
        year: 2025,
        lines: [11, 11],
      },
      {
        clause: '1',
        indicator: '改造户数',
        operator: '=',
        value: '120',
        unit: '户',
        year: 2025,
        lines: [12, 12],
      },
    ])
  })

  it('never throws and gives decimal strings', () => {
    const words = fc.constantFrom(
      ...[
        '达到',
        '不低于',
        '以上',
        '以内',
        '左右',
        '完成',
        '新建',
        '面积',
        '覆盖率',
        '的',
        '到2025年',
        '，',
        '。',
        '“',
      ],
      ...['1', '2.5', '3,000', '百分之', '七十', '%', '万亩', '个', '—', ' ', '亿元', '已', '至少'],
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), (parts) => {
        for (const { indicator, value } of readTargets(inventedInstrument([parts.join('') || '无']))) {
          expect(indicator).not.toBe('')
          expect(value).toMatch(/^\d+(\.\d+)?$/)
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    '1',
    '1个',
    '达到',
    '达到1个',
    '到',
    '至少',
    '的',
    '1-',
    '百分之',
    '百分之一',
    '均',
    '2025年',
    '，1个',
  ])(
    'finds what stands behind a megabyte of %s',
    (unit) => {
      const text = `${unit.repeat(1_000_000 / unit.length)}。全县绿化率达到30%。`
      expect(readTargets(inventedInstrument([text])).at(-1)).toMatchObject({
        indicator: '全县绿化率',
        value: '30',
      })
    },
    30_000,
  )
})
