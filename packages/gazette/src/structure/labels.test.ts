import { describe, expect, it } from 'vitest'
import { cleanLine } from './cleaning.ts'
import { readLabel } from './labels.ts'

const label = (raw: string) => {
  const read = readLabel(cleanLine(raw, 1))
  return read === null ? null : [read.style, read.path.join('.'), read.text]
}

describe('readLabel', () => {
  it.each([
    ['第一编 总则', ['part', '1', '第一编']],
    ['第二章  附　则', ['chapter', '2', '第二章']],
    ['第三节 监督', ['section', '3', '第三节']],
    ['第 十 二 条 为了', ['article', '12', '第十二条']],
    ['第一条为促进发展', ['article', '1', '第一条']],
    ['十一、工作要求', ['han', '11', '十一、']],
    ['（三）加强监管', ['han-bracket', '3', '（三）']],
    ['(十二) 加强监管', ['han-bracket', '12', '(十二)']],
    ['3. 加强监管', ['digit', '3', '3.']],
    ['3、加强监管', ['digit', '3', '3、']],
    ['（4）加强监管', ['digit-bracket', '4', '（4）']],
    ['4）加强监管', ['digit-bracket', '4', '4）']],
    ['⑤加强监管', ['circled', '5', '⑤']],
    ['1.2.1 统一领导', ['decimal', '1.2.1', '1.2.1']],
    ['2.1指挥机构', ['decimal', '2.1', '2.1']],
    ['3 运行机制', ['decimal', '3', '3']],
  ])('reads the number of %s', (raw, expected) => {
    expect(label(raw)).toEqual(expected)
  })

  it.each([
    '2022年底前完成',
    '3.5亿元',
    '1.5%以上的单位',
    '第四条规定的情形',
    '第三方评估',
    '一是加强领导',
    '（镇）人民政府',
    '(2022) 17号',
    '12月底前完成',
    '3 个工作日内',
    '2021.7.1起',
    '100',
  ])('takes %s for no number of a clause', (raw) => {
    expect(label(raw)).toBeNull()
  })
})
