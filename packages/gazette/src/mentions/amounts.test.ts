import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAmounts } from './amounts.ts'
import { inventedInstrument, inventedTable } from './invented-instrument.test-support.ts'
import { scaleDecimal } from './numerals.ts'

const amountsOf = (...paragraphs: string[]) =>
  readAmounts(inventedInstrument(paragraphs)).map(({ text, yuan }) => [text, yuan])
const yuanOf = (text: string) => readAmounts(inventedInstrument([text])).map(({ yuan }) => yuan)

describe('readAmounts', () => {
  it.each([
    ['补助500元。', '500元', '500'],
    ['补助 1 500 元。', '1500元', '1500'],
    ['补助１０，０００元。', '１０，０００元', '10000'],
    ['补助1,234.50万元', '1,234.50万元', '12345000'],
    ['总投资24267.9897万元', '24267.9897万元', '242679897'],
    ['增加值突破37.41亿元', '37.41亿元', '3741000000'],
    ['投资1亿5000万元', '1亿5000万元', '150000000'],
    ['奖励五十万元', '五十万元', '500000'],
    ['处一万元罚款', '一万元', '10000'],
    ['借款人民币伍仟元整', '伍仟元', '5000'],
    ['人民币壹拾贰万叁仟肆佰伍拾陆圆柒角捌分', '壹拾贰万叁仟肆佰伍拾陆圆柒角捌分', '123456.78'],
    ['每户3元5角', '3元5角', '3.5'],
    ['每度补贴5角/度', '5角/度', '0.5'],
    ['每度补贴8分钱', '8分', '0.08'],
    ['补助标准30元/亩等措施', '30元/亩', '30'],
    ['标准5318 元 / 人·年', '5318元/人·年', '5318'],
    ['约3000余万元', '3000余万元', '30000000'],
    ['合计￥5,000.00。', '￥5,000.00', '5000'],
    ['合计￥5,000.00元。', '5,000.00元', '5000'],
    ['奖励三千元', '三千元', '3000'],
    ['5百万元以上', '5百万元', '5000000'],
    ['每人三元，', '三元', '3'],
  ])('reads %s', (paragraph, text, yuan) => {
    expect(amountsOf(paragraph)).toEqual([[text, yuan]])
  })

  it.each([
    ['处500元以上2000元以下罚款', ['500', '2000']],
    ['处五千元以上五万元以下罚款', ['5000', '50000']],
    ['奖励1000-3000元', ['1000', '3000']],
    ['奖励3～5万元', ['30000', '50000']],
    ['奖励1万—2万元', ['10000', '20000']],
    ['奖励三至五万元', ['30000', '50000']],
    ['奖励0.5至1亿元', ['50000000', '100000000']],
    ['处五百以上二千元以下罚款', ['500', '2000']],
    ['分别奖励20、10、5万元', ['200000', '100000', '50000']],
    ['分别奖励20万、10万、5万元', ['200000', '100000', '50000']],
    ['由30元提高到50元', ['30', '50']],
    ['每部补助20万元，其中：省级10万，市级3万，县级7万。', ['200000', '100000', '30000', '70000']],
  ])('reads every amount of %s', (paragraph, yuan) => {
    expect(yuanOf(paragraph)).toEqual(yuan)
  })

  it.each([
    '2022年元旦前',
    '二元结构和多元化发展',
    '一元化领导',
    '三元区人民政府',
    '3号楼2单元',
    '单位：万元',
    '数万元损失',
    '几十万元',
    '上百万元',
    '投资100万美元',
    '人口10万以上',
    '新增5万亩、3万户',
    '五角星',
    '获得80分',
    '按照4:3:3的比例分担',
    '30元素材'.replace('30', ''),
  ])('finds no money in %s', (paragraph) => {
    expect(amountsOf(paragraph)).toEqual([])
  })

  it('leaves what stands before the numeral out of it', () => {
    expect(yuanOf('全县统一三万元')).toEqual(['30000'])
    expect(yuanOf('奖励20，5万元')).toEqual(['50000'])
    expect(yuanOf('一、二十万元以下')).toEqual(['200000'])
    expect(yuanOf('1. 500元以上')).toEqual(['500'])
    expect(yuanOf('第3，500元')).toEqual(['3500'])
  })

  it("takes a clause's own number for no part of an amount", () => {
    const instrument = inventedInstrument(['1.500元以上的'])
    const [first] = instrument.clauses
    if (first === undefined) throw new Error('no clause')
    const labelled = { ...instrument, clauses: [{ ...first, clause: { ...first.clause, label: '1.' } }] }
    expect(readAmounts(labelled)).toMatchObject([{ text: '500元', yuan: '500' }])
  })

  it('reads an amount that a break of the page cut, and tells its lines', () => {
    expect(readAmounts(inventedInstrument(['整合资金159\n7.39万元']))).toEqual([
      { clause: '1', text: '1597.39万元', yuan: '15973900', lines: [1, 2] },
    ])
  })

  it('reads the cells of tables', () => {
    const table = inventedTable(['序号', '绩效目标'], [['1', '每年约3.5万元']], 20)
    expect(readAmounts(inventedInstrument(['见下表']), [table])).toEqual([
      { clause: '1', text: '3.5万元', yuan: '35000', lines: [21, 21] },
    ])
  })

  it('reads any printed amount back to its exact value', () => {
    const units = [
      ['元', 0],
      ['万元', 4],
      ['亿元', 8],
      [' 万 元', 4],
    ] as const
    fc.assert(
      fc.property(
        fc.nat({ max: 999_999_999 }),
        fc.option(fc.integer({ min: 0, max: 9999 }), { nil: null }),
        fc.constantFrom(...units),
        fc.constantFrom('plain', 'thousands', 'wide'),
        (whole, fraction, [unit, power], style) => {
          const decimals = fraction === null ? '' : `.${String(fraction).padStart(4, '0')}`
          const digits = style === 'thousands' ? withThousands(whole) : String(whole)
          const plain = digits + decimals
          const printed = style === 'wide' ? plain.replaceAll(/[0-9.]/g, wide) : plain
          expect(yuanOf(`计划安排资金${printed}${unit}，用于建设`)).toEqual([
            scaleDecimal(whole + decimals, power),
          ])
        },
      ),
    )
  })

  it('never throws and gives decimal strings', () => {
    const characters = fc.constantFrom(...'0１9.,，、-至点零一二十百千万亿壹拾元角分整￥/亩余多 。以上分别')
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 80 }), (text) => {
        for (const { yuan, lines } of readAmounts(inventedInstrument([text]))) {
          expect(yuan).toMatch(/^\d+(\.\d+)?$/)
          expect(lines).toEqual([1, 1])
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each(['1', '万', '元', '1元', '1、', '一万', '，', ' ', '1 ', '￥', '1角', '分别1、1元', '1-'])(
    'finds what stands behind a megabyte of %s',
    (unit) => {
      const instrument = inventedInstrument([`${unit.repeat(1_000_000 / unit.length)}。奖励500元。`])
      expect(readAmounts(instrument).at(-1)).toMatchObject({ text: '500元', yuan: '500' })
    },
    30_000,
  )
})

function withThousands(value: number): string {
  return String(value).replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, ',')
}

function wide(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) + 0xfee0)
}
