import { describe, expect, it } from 'vitest'
import { readRosterEntry } from './roster-entry.ts'

const read = (raw: string) => readRosterEntry(raw, 1, 0, raw.length)?.text ?? null

describe('readRosterEntry', () => {
  it.each([
    ['组　长：林一鸣　县政府副县长', '组长：林一鸣 县政府副县长'],
    ['副组长：方 舟 县财政局局长', '副组长：方舟 县财政局局长'],
    ['　　　　高听泉　县水利局局长', '高听泉 县水利局局长'],
    ['方 舟 县交通运输局', '方舟 县交通运输局'],
    ['成 员：林一 鸣 县政府办公室 主任', '成员：林一鸣 县政府办公室主任'],
  ])('keeps the space between name and post of %s, and no other', (raw, text) => {
    expect(read(raw)).toBe(text)
  })

  it.each([
    '发展 实施方案的通知',
    '组长：县长',
    '成员：县水利局、县财政局',
    '到 2025 年 全县面积达到5万亩',
    '责任单位：林一鸣 县水利局',
  ])('takes %s for no entry', (raw) => {
    expect(read(raw)).toBeNull()
  })

  it('knows where the space stood', () => {
    const raw = '方舟　　县财政局局长'
    expect(readRosterEntry(raw, 7, 0, raw.length)?.pieces).toEqual([
      { at: 0, line: 7, column: 0, width: 2 },
      { at: 2, line: 7, column: 2, width: 2 },
      { at: 3, line: 7, column: 4, width: 6 },
    ])
  })
})
