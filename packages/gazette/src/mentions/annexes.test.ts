import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAnnexes } from './annexes.ts'
import { inventedInstrument, inventedTable } from './invented-instrument.test-support.ts'

const annexesOf = (...paragraphs: string[]) => readAnnexes(inventedInstrument(paragraphs))

describe('readAnnexes', () => {
  it('reads a list of annexes, and where each is printed', () => {
    expect(
      annexesOf(
        '现将方案印发给你们。',
        '附件：1. 清源县某项任务分解表',
        '2. 清源县某项工作台账',
        '清源县人民政府办公室',
        '2022年5月10日',
        '附件1',
        '清源县某项任务分解表',
        '单位：万元',
        '附件2',
        '清源县某项工作台账',
      ),
    ).toEqual([
      { title: '清源县某项任务分解表', lines: [6, 8] },
      { title: '清源县某项工作台账', lines: [9, 10] },
    ])
  })

  it('reads a list in one line and one whose 附件： stands alone', () => {
    const titles = [{ title: '甲表' }, { title: '乙2022年方案' }, { title: '丙' }]
    expect(annexesOf('附件：1.甲表 2.乙2022年方案 3.丙')).toMatchObject(titles)
    expect(annexesOf('附件：1.甲表2.乙2022年方案（2.0版）3.丙')).toMatchObject([
      { title: '甲表' },
      { title: '乙2022年方案（2.0版）' },
      { title: '丙' },
    ])
    expect(annexesOf('附件：', '1．甲表', '2、乙2022年方案', '3. 丙')).toMatchObject(titles)
  })

  it('joins a title that runs on over a line', () => {
    expect(annexesOf('附件：1.清源县某项', '任务分解表', '2.名单')).toMatchObject([
      { title: '清源县某项任务分解表' },
      { title: '名单' },
    ])
  })

  it('reads tables of the annex kind, with pages of a list of contents', () => {
    expect(
      annexesOf('附表 1：某规划表\t58', '附表 2：另一规划表……60', '正文。', '附表 1', '某规划表', '附表 2:'),
    ).toEqual([
      { title: '某规划表', lines: [4, 5] },
      { title: '另一规划表', lines: [6, 6] },
    ])
  })

  it('tells parts of annexes apart', () => {
    expect(annexesOf('见附件1-1。', '附件1-1', '甲表', '附件1-2', '乙表')).toEqual([
      { title: '甲表', lines: [2, 3] },
      { title: '乙表', lines: [4, 5] },
    ])
  })

  it('reads a range of annexes in a reference', () => {
    expect(annexesOf('详见附件1-3。', '附件1', '甲表', '附件3', '乙表').map(({ title }) => title)).toEqual([
      '甲表',
      '乙表',
      null,
    ])
  })

  it('gives no lines for an annex that is not printed', () => {
    expect(annexesOf('附件：清源县某项清单', '清源县人民政府办公室', '2022年5月10日')).toEqual([
      { title: '清源县某项清单', lines: null },
    ])
    expect(annexesOf('成立工作专班（见附件）。')).toEqual([{ title: null, lines: null }])
    expect(annexesOf('按《某项分解表》执行（见附件3）。')).toEqual([{ title: '某项分解表', lines: null }])
    expect(annexesOf('（组成人员名单和职责分工附后）')).toEqual([
      { title: '组成人员名单和职责分工', lines: null },
    ])
    expect(annexesOf('（一）案件移送书；（附件1）')).toEqual([{ title: '案件移送书', lines: null }])
  })

  it('names an annex once however often the text refers to it', () => {
    expect(annexesOf('（见附件1）', '详见附件1、2。', '附件1', '名单')).toEqual([
      { title: '名单', lines: [3, 4] },
      { title: null, lines: null },
    ])
  })

  it('finds an annex without a head by its title', () => {
    expect(
      annexesOf('附件：清源县（试点）目录', '清源县人民政府', '2022年5月10日', '清源县(试点) 目录', '第一项'),
    ).toEqual([{ title: '清源县（试点）目录', lines: [4, 5] }])
    expect(
      annexesOf('附件：清源县某项试点目录', '2022年5月10日', '清源县某项', '试点目录', '第一项'),
    ).toEqual([{ title: '清源县某项试点目录', lines: [3, 5] }])
  })

  it('takes a head that holds its title for the annex itself', () => {
    expect(annexesOf('正文。', '2022年5月10日', '附件1：某项名单', '某局：三人。')).toEqual([
      { title: '某项名单', lines: [3, 4] },
    ])
    const instrument = inventedInstrument(['正文。', '附件：某项清单'])
    expect(readAnnexes(instrument, [inventedTable(['序号'], [['1']], 3)])).toEqual([
      { title: '某项清单', lines: [2, 4] },
    ])
  })

  it('takes the title of a head that nothing named from the line below it', () => {
    expect(annexesOf('正文。', '附 件', '某项名单', '甲')).toEqual([{ title: '某项名单', lines: [2, 4] }])
    expect(annexesOf('正文。', '附件', '某项名单', '甲')).toEqual([{ title: '某项名单', lines: [2, 4] }])
  })

  it.each(['附则', '第九章 附则', '房屋附近的附着物', '附件', '附属设施'].map((text) => [text]))(
    'does not throw at %s',
    (text) => {
      expect(annexesOf(text).length).toBeLessThanOrEqual(1)
    },
  )

  it('never throws, and gives spans inside the instrument', () => {
    const line = fc.string({
      unit: fc.constantFrom(...'附件表录后见：:123一二、.（）《》某 \t'),
      maxLength: 20,
    })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (paragraphs) => {
        for (const { lines } of annexesOf(...paragraphs)) {
          if (lines === null) continue
          expect(lines[0]).toBeLessThanOrEqual(lines[1])
          expect(lines[1]).toBeLessThanOrEqual(paragraphs.length)
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each(['附', '附件', '见附件', '附件1', '附后', '1.', '见附件1、'])(
    'finds what stands behind a megabyte of %s',
    (unit) => {
      const annexes = annexesOf(unit.repeat(1_000_000 / unit.length), '附件9：某项名单')
      expect(annexes).toContainEqual({ title: '某项名单', lines: null })
      expect(annexesOf(...Array.from({ length: 20_000 }, () => unit)).length).toBeLessThanOrEqual(1)
    },
    30_000,
  )
})
