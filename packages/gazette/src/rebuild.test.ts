import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Issue } from './issue.ts'
import { read } from './read.ts'
import { rebuild } from './rebuild.ts'
import { repairKinds } from './repair-kinds.ts'

const options = { file: 'test.txt', counties: [] }

/** Lines that gazettes are made of: heads, clauses, tables, page noise, and pieces of all of them. */
const gazetteLine = fc.constantFrom(
  '清源县人民政府公报',
  '2021 年第 3 期（下）',
  '目 录',
  '1、清源县人民政府办公室关于做好春耕生产的通知 清政办发〔2021〕7号……（1）',
  '# 清源县人民政府办公室 关于做好春耕生产的通知',
  '清源县人民政府办公室',
  '关于印发清源县实施方案的通知',
  '清政办发〔2021〕7号',
  '第12号',
  '各乡（镇）人民政府，县直各单位：',
  '《清源县实施方案》已经县人民政府同意，现印发给你们。',
  '2021 年 3 月 9 日',
  '（此件公开发布）',
  '清源县实施方案',
  '一、总体目标',
  '（一）摸清底数。到 2025 年，全面排查 and 登记，',
  '**2. 建立台账。**2021年底前完成。（责任单位：县水利局、',
  '县财政局）',
  '第三条 为了加强管理，制定本办法。',
  '1.2.1 统一领导',
  '序号\t单位\t金额（万元）',
  '1\t县水利局\t12.5',
  '合计\t\t12.5',
  '| 名称 | 数量 |',
  '|---|---|',
  '| 水库 | 3 |',
  '<p>甲</p> <p>乙</p>',
  '组 长：林一鸣 县政府副县长',
  '附件1',
  '附件：1.工程台账',
  '- 12 -',
  '',
  '',
)
const lineEnding = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')
const gazette = fc
  .array(fc.tuple(gazetteLine, lineEnding), { maxLength: 40 })
  .map((lines) => lines.flat().join(''))

/** A gazette with characters lost, doubled, put in and moved. */
const damagedGazette = fc
  .tuple(
    gazette,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('', '（', '》', '\n', ' ', '\t', '|', '1.', '中')), {
      maxLength: 8,
    }),
  )
  .map(([text, damages]) =>
    damages.reduce((damaged, [place, put]) => {
      const at = damaged.length === 0 ? 0 : place % damaged.length
      return damaged.slice(0, at) + put + damaged.slice(at + (put === '' ? 3 : 0))
    }, text),
  )

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom(
      ...' \n\r\t　#*|<>一二（）()《》〔〕“”。，：；、.1234年月日号第条附件目录and\ufeff\ud800',
    ),
    maxLength: 300,
  }),
  gazette,
  damagedGazette,
)

describe('reading any text', () => {
  it('lets the file be rebuilt byte for byte', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(rebuild(read(text, options))).toBe(text)
      }),
      { numRuns: 600 },
    )
  })

  it('lets it be rebuilt from what was printed as JSON, too', () => {
    fc.assert(
      fc.property(gazette, (text) => {
        const printed = JSON.parse(JSON.stringify(read(text, options))) as Issue
        expect(rebuild(printed)).toBe(text)
      }),
      { numRuns: 50 },
    )
  })

  it('gives the same twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(read(text, options)).toEqual(read(text, options))
      }),
      { numRuns: 100 },
    )
  })

  it('names lines of the file only, ids once, and parents that stand before', () => {
    fc.assert(
      fc.property(damagedGazette, (text) => {
        const issue = read(text, options)
        const last = text.split(/\r\n|\n|\r/).length
        for (const [first, end] of spansIn(issue)) {
          expect(first).toBeGreaterThanOrEqual(1)
          expect(end).toBeGreaterThanOrEqual(first)
          expect(end).toBeLessThanOrEqual(last)
        }
        for (const { clauses } of issue.instruments) {
          const ids = new Set<string>()
          for (const { id, parent } of clauses) {
            expect(ids.has(id)).toBe(false)
            expect(parent === null || ids.has(parent)).toBe(true)
            ids.add(id)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})

/** All line spans anywhere in a value. */
function spansIn(value: unknown): [number, number][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key !== 'lines' || !Array.isArray(inner)) return spansIn(inner)
    return (Array.isArray(inner[0]) ? inner : [inner]) as [number, number][]
  })
}

describe('the repairs of a text', () => {
  const repairs = (text: string) =>
    read(text, options).repairs.map(({ kind, line, before, after }) => [kind, line, before, after])

  it('names each change with its line', () => {
    const text = [
      '清源县人民政府关于加强管理的通告',
      '',
      '（一）到 2025 年，加强管理、',
      '- 3 -',
      '服务。',
      '',
      '（二）落实责任',
    ].join('\n')
    expect(repairs(text)).toEqual([
      ['head', 1, '清源县人民政府关于加强管理的通告\n\n', ''],
      ['layout-space', 3, ' ', ''],
      ['layout-space', 3, ' ', ''],
      ['page-break-join', 3, '\n- 3 -\n', ''],
      ['blank-line', 5, '\n\n', '\n'],
      ['line-ending', 7, '', '\n'],
    ])
  })

  it('are of kinds that have a Chinese name', () => {
    fc.assert(
      fc.property(damagedGazette, (text) => {
        for (const { kind } of read(text, options).repairs) expect(Object.keys(repairKinds)).toContain(kind)
      }),
      { numRuns: 100 },
    )
    expect(Object.values(repairKinds).every((name) => /[\u4e00-\u9fff]/.test(name))).toBe(true)
  })
})
