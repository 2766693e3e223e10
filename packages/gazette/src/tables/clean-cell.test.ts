import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanCell } from './clean-cell.ts'

describe('cleanCell', () => {
  it.each([
    ['收 入 和 就 业', '收入和就业'],
    ['亿元 GDP 损失率', '亿元GDP损失率'],
    ['2024 年', '2024年'],
    ['≤ 0.10', '≤0.10'],
    ['“十四五” 时期', '“十四五”时期'],
    ['核心保护范围内 拆除建筑物', '核心保护范围内拆除建筑物'],
    ['(2020年国务院令 第3号)', '(2020年国务院令第3号)'],
    ['300m <sup>2</sup> 。', '300m²。'],
    ['<b>三、扶持类</b>', '三、扶持类'],
    ['**合 计**', '合计'],
    ['老戏台’:', '老戏台'],
    ['南村 ¹¹', '南村'],
    ['北村.', '北村'],
    ['&lt;5', '<5'],
  ])('takes out what only layout put there: %s', (printed, text) => {
    expect(cleanCell(printed)).toBe(text)
  })

  it.each([
    '县财政局 县水利局',
    '县级 乡级',
    '王某 李某',
    '《甲法》第二条 《乙条例》第三条',
    '1. 带动就业。 2. 壮大集体经济。',
    '2023年：3辆 2024年：2辆',
    'fire engine',
    '12 34',
    '年 月 日',
    '专栏1 主要指标',
    '面积800m²。',
    '说明：',
  ])('keeps what parts two things, and marks that belong: %s', (text) => {
    expect(cleanCell(text)).toBe(text)
  })

  it('changes nothing more the second time, and loses no letter or digit', () => {
    const word = fc.constantFrom(
      '县',
      '局',
      '12',
      'GDP',
      '（',
      '）',
      '《',
      '。',
      ' ',
      '  ',
      '-',
      '王某',
      '级',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const printed = words.join('')
        const text = cleanCell(printed)
        expect(cleanCell(text)).toBe(text)
        expect(text.replace(/\s/g, '')).toBe(printed.replace(/\s/g, ''))
      }),
    )
  })
})
