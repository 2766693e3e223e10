import { describe, expect, it } from 'vitest'
import { pageLines, type Run } from './page-lines.ts'

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

  it('gives nothing for a page without text', () => {
    expect(pageLines([])).toEqual([])
    expect(pageLines([run('  ', 90, 700)])).toEqual([])
  })
})
