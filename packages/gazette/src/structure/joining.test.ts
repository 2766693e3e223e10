import { describe, expect, it } from 'vitest'
import { joinParagraphs } from './joining.ts'
import { splitLines } from './lines.ts'
import { printLines } from './printed-lines.ts'

/** Paragraphs of a text whose blank lines are written as `/`. */
const join = (...lines: string[]) => {
  const text = lines.map((line) => (line === '/' ? '' : line)).join('\n')
  return joinParagraphs(printLines(splitLines(text).lines, [], new Map())).map(({ traced }) => traced.text)
}

describe('joinParagraphs', () => {
  it.each([
    ['in a word', '县水利局要加强农', '田灌溉工程管护。'],
    ['in a number', '投资总额达到1', '200万元，按期完成。'],
    ['behind a comma', '县直各单位要高度重视，', '明确责任人。'],
    ['in a citation', '根据《关于加强水利工', '程管理的意见》，制定本方案。'],
    ['in a document number', '落实有关要求（清政办发〔2022〕', '15号)，制定本方案。'],
    ['in a number that looks like a label', '按照有关规定（清政办发', '（2022) 17号)执行。'],
    ['in a marker', '按期完成整改。（责任单位：', '县水利局、县财政局）'],
    ['in a name with brackets', '督促各乡（镇）', '人民政府按期完成。'],
    ['before what is no new article here', '对违反本办法第', '三条规定的，责令改正。'],
  ])('joins a sentence that a page breaks %s', (_, upper, lower) => {
    expect(join(upper, '/', lower)).toEqual([upper + lower])
    expect(join(upper, '/', '- 12 -', '/', lower)).toEqual([upper + lower])
  })

  it.each([
    ['a sentence that has ended', '各单位要高度重视。', '县直各单位要明确责任人。'],
    ['an announcement', '现将有关事项通知如下：', '各单位要高度重视。'],
    ['a heading', '二、工作目标', '到2025年，全县农田灌溉面积达到5万亩。'],
    ['a heading in two parts', '三、加强领导，落实责任', '各单位要高度重视，明确责任人。'],
    ['an item of a list', '（一）申请书；', '（二）身份证明'],
    [
      'a clause of which the full stop is missing',
      '（一）加快推进项目建设，确保按期完工',
      '（二）加强管护。',
    ],
    ['the head of an annex', '附件2', '清源县水利工程管护台账'],
    ['a marker behind its text', '加强管护。（县水利局牵头，县财政局配合）', '县直各单位要明确责任人。'],
  ])('ends a paragraph behind %s', (_, upper, lower) => {
    expect(join(upper, '/', lower)).toEqual([upper, lower])
  })

  it('keeps the entries of a roster apart', () => {
    expect(
      join('组　长：林一鸣　县政府副县长', '/', '高听泉　县水利局', '/', '方　舟　县财政局局长'),
    ).toEqual(['组长：林一鸣 县政府副县长', '高听泉 县水利局', '方舟 县财政局局长'])
  })

  it('joins the few characters of a heading that a column cut off', () => {
    expect(join('（一）提升网络设', '/', '施能力', '/', '加快建设基站，扩大覆盖。')).toEqual([
      '（一）提升网络设施能力',
      '加快建设基站，扩大覆盖。',
    ])
  })

  it('gives a marker on a line of its own to the clause above', () => {
    expect(join('（一）加强管护。明确责任人。', '/', '（责任单位：县水利局、各乡〈镇〉人民政府）')).toEqual([
      '（一）加强管护。明确责任人。（责任单位：县水利局、各乡〈镇〉人民政府）',
    ])
  })

  it('joins the short lines of a narrow column, and ends where a blank line stands', () => {
    const column = [
      '第二条 本办法适用于',
      '本县行政区域内的农田水利',
      '工程。各乡（镇）人民政府应',
      '当明确管护责任人。',
    ]
    expect(join(...column, '/', '第三条 县水利局负责监督。')).toEqual([
      '第二条本办法适用于本县行政区域内的农田水利工程。各乡（镇）人民政府应当明确管护责任人。',
      '第三条县水利局负责监督。',
    ])
  })

  it('keeps short lines apart that are no column', () => {
    expect(join('县水利局', '清源县农业综合行政执法大队办公用房', '县财政局')).toHaveLength(3)
  })

  it('goes by what the clause before did where a line may be heading or text', () => {
    const before = ['1. 摸清底数。全面排查水利工程。', '/']
    expect(join(...before, '2. 全面排查农田水利', '/', '工程和机井，建立台账。')).toHaveLength(2)
    expect(join('1. 摸清底数', '/', '全面排查。', '/', '2. 建立台账', '/', '逐项登记。')).toHaveLength(4)
  })

  it('takes out what is printed again behind a page break', () => {
    expect(join('满足群众多样化消费需求', '/', '需求，促进汽车销售。')).toEqual([
      '满足群众多样化消费需求，促进汽车销售。',
    ])
  })
})
