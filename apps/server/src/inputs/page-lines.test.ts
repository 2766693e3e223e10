import { describe, expect, it } from 'vitest'
import type { Run } from './page-cells.ts'
import { pageLines } from './page-lines.ts'

const size = 16

function run(text: string, x: number, y: number): Run {
  return { text, x, y, width: text.length * size, size }
}

describe('pageLines', () => {
  it('puts lines in order from the top, and runs in order from the left', () => {
    expect(pageLines([run('第二行', 90, 700), run('右', 122, 728), run('左边', 90, 728)])).toEqual([
      '左边右',
      '第二行',
    ])
  })

  it('marks an indented first line as print does', () => {
    const lines = pageLines([run('为做好防汛工作，保证安', 122, 728), run('全，制定本方案。', 90, 700)])
    expect(lines).toEqual(['　　为做好防汛工作，保证安', '全，制定本方案。'])
  })

  it('sets a line of another size apart, as a title is', () => {
    const title = { ...run('关于桥梁巡查的通知', 120, 730), size: 22 }
    expect(pageLines([title, run('各乡（镇）：', 90, 700)])).toEqual([
      '关于桥梁巡查的通知',
      '',
      '各乡（镇）：',
    ])
  })

  it('parts cells by tabs and words by spaces', () => {
    const row = [
      run('大桥', 90, 700),
      run('12', 90 + 2 * size + 40, 700),
      run('A', 300, 700),
      run('B', 300 + size + 8, 700),
    ]
    expect(pageLines(row)).toEqual(['大桥\t12\tA B'])
  })

  it('reads the left column before the right one', () => {
    const left = [0, 1, 2, 3, 4, 5].map((line) => run(`左${line}`, 60, 700 - 28 * line))
    const right = [0, 1, 2, 3, 4, 5].map((line) => run(`右${line}`, 330, 700 - 28 * line))
    expect(pageLines([...left, ...right])).toEqual([
      ...left.map(({ text }) => text),
      '',
      ...right.map(({ text }) => text),
    ])
  })

  it('keeps a table row whole whose cells are set one after the other', () => {
    const cells = [run('序号', 90, 700), run('名称', 200, 700), run('1', 90, 672), run('大桥', 200, 672)]
    expect(pageLines(cells)).toEqual(['序号\t名称', '1\t大桥'])
  })

  it('joins the lines of a cell, set in the middle of its row, and leaves empty columns empty', () => {
    const cells = [
      run('名单如下，请逐项核对，不得遗漏。', 90, 720),
      run('类', 90, 696),
      run('别', 90, 680),
      run('名称', 150, 688),
      run('责任单位', 300, 688),
      run('桥梁', 90, 640),
      run('石桥镇上桥', 150, 648),
      run('村大桥', 150, 632),
      run('县交通局', 300, 640),
      run('杏花桥', 150, 600),
      run('县水利局', 300, 600),
    ]
    expect(pageLines(cells)).toEqual([
      '名单如下，请逐项核对，不得遗漏。',
      '类别\t名称\t责任单位',
      '桥梁\t石桥镇上桥村大桥\t县交通局',
      '\t杏花桥\t县水利局',
    ])
  })

  it('takes a page of a hundred thousand runs in its stride', () => {
    const runs = Array.from({ length: 100_000 }, (_, index) =>
      run('一', (index * 7919) % 1000, 700 - (index % 3)),
    )
    const started = performance.now()
    pageLines(runs)
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('gives nothing for a page without text', () => {
    expect(pageLines([])).toEqual([])
    expect(pageLines([run('  ', 90, 700)])).toEqual([])
  })
})
