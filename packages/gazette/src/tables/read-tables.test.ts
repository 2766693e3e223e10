import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsOf, readAll, readOne } from './read-text.test-support.ts'

interface Printed {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The lines of a table in one format: those of its head, and those of each row. */
type Printer = (table: Printed) => { head: string[]; rows: string[][]; open?: string; close?: string }

const printers: Record<string, Printer> = {
  tabs: ({ head, rows }) => ({ head: [head.join('\t')], rows: rows.map((row) => [row.join('\t')]) }),
  Markdown: ({ head, rows }) => ({
    head: [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`],
    rows: rows.map((row) => [`| ${row.join(' | ')} |`]),
  }),
  HTML: ({ head, rows }) => ({
    open: '<table>',
    head: [`<tr>${head.map((cell) => `<th>${cell}</th>`).join('')}</tr>`],
    rows: rows.map((row) => ['<tr>', ...row.map((cell) => `  <td>${cell}</td>`), '</tr>']),
    close: '</table>',
  }),
  'wide spaces': ({ head, rows }) => ({
    head: [head.map(padded).join('  ')],
    rows: rows.map((row) => [row.map(padded).join('  ')]),
  }),
  'single spaces': ({ head, rows }) => ({
    head: [head.join(' ')],
    rows: rows.map((row) => [row.join(' ')]),
  }),
  'a cell a line': ({ head, rows }) => ({ head: [...head], rows: rows.map((row) => [...row]) }),
}

/** Padded to 24 half widths, as print aligns it. */
function padded(cell: string): string {
  const width = [...cell].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)
  return cell + ' '.repeat(Math.max(0, 24 - width))
}

const placeArbitrary = fc
  .array(fc.constantFrom('东', '西', '南', '北', '河', '山', '桥', '泉', '岭'), {
    minLength: 2,
    maxLength: 4,
  })
  .map((words) => `${words.join('')}村`)
const unitArbitrary = fc.constantFrom('县财政局', '县水利局', '东山镇人民政府', '县农业农村局')
const figureArbitrary = fc
  .tuple(fc.integer({ min: 1, max: 99999 }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, cents]) => (cents === 0 ? `${whole}` : `${whole}.${String(cents).padStart(2, '0')}`))

const tableArbitrary = fc
  .array(fc.tuple(placeArbitrary, unitArbitrary, figureArbitrary), { minLength: 3, maxLength: 20 })
  .map(
    (rows): Printed => ({
      head: ['序号', '项目名称', '实施单位', '金额'],
      rows: rows.map((row, index) => [String(index + 1), ...row]),
    }),
  )

const afterRow = fc.constantFrom<'nothing' | 'break' | 'break with head' | 'page number'>(
  'nothing',
  'nothing',
  'break',
  'break with head',
  'page number',
)

describe('a table printed and read back', () => {
  it.each(Object.entries(printers))('in %s is the same table', (_, print) => {
    fc.assert(
      fc.property(tableArbitrary, (table) => {
        const { open, head, rows, close } = print(table)
        const text = ['项目一览表', '', open, ...head, ...rows.flat(), close, '', '特此通知。']
        const read = readOne(text.filter((line) => line !== undefined).join('\n'))
        expect(read.table.title).toBe('项目一览表')
        expect(read.table.columns).toEqual(table.head)
        expect(cellsOf(read)).toEqual(table.rows)
        expect(read.problems).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it.each(Object.entries(printers).filter(([format]) => format !== 'HTML' && format !== 'a cell a line'))(
    'in %s is the same over page breaks, page numbers and repeated heads',
    (_, print) => {
      fc.assert(
        fc.property(tableArbitrary, fc.array(afterRow, { minLength: 20, maxLength: 20 }), (table, damage) => {
          const { head, rows } = print(table)
          const lines = ['', ...head]
          for (const [index, row] of rows.entries()) {
            lines.push(...row)
            if (index === rows.length - 1 || damage[index] === 'nothing') continue
            lines.push('')
            if (damage[index] === 'page number') lines.push('- 12 -', '')
            if (damage[index] === 'break with head') lines.push(...head)
          }
          const read = readOne(lines.join('\n'))
          expect(read.table.columns).toEqual(table.head)
          expect(cellsOf(read)).toEqual(table.rows)
          expect(read.problems).toEqual([])
        }),
        { numRuns: 50 },
      )
    },
  )

  it('covers its whole lines by its rows, its heads and blanks', () => {
    fc.assert(
      fc.property(tableArbitrary, fc.constantFrom(...Object.keys(printers)), (table, format) => {
        const { open, head, rows, close } = (printers[format] as Printer)(table)
        const lines = [open, ...head, ...rows.flat(), close].filter((line) => line !== undefined)
        const read = readOne(lines.join('\n'))
        expect(read.region.lines).toEqual([1, lines.length])
        for (const [index, { range }] of read.sources.entries()) {
          expect(range.from.line).toBe(read.table.rows[index]?.line)
          expect(range.from.line).toBeLessThanOrEqual(range.to.line)
          expect(range.to.line).toBeLessThanOrEqual(lines.length)
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('what is no table', () => {
  it.each([
    ['a table of contents', '目 录\n一、总体要求\t3\n（一）指导思想\t3\n（二）基本原则\t4\n二、主要任务\t5'],
    [
      'a contents list in bars',
      '- | | |\n|--|----|\n| 1、关于甲的\n通知 清政发〔2024〕1 号 |(1) |\n| 2、关于乙的通知 |(5) |',
    ],
    [
      'a roster',
      '组  长：  张某    县长\n副组长：  李某    副县长\n成  员：  王某    县财政局局长\n        赵某    县水利局局长',
    ],
    ['a roster with tabs', '组 长：\t张 某\t县长\n副组长：\t李 某\t副县长\n成 员：\t王某\t县财政局局长'],
    [
      'a roster cut up into columns',
      '叶某\t县财政局\t苏某\t林场\n局长\t\t场长\t\n杜某\t县气象局\t下设办公室，办公\t',
    ],
    ['indented paragraphs', '\t一、总体要求\n\t坚持统筹推进。\n\n\t二、重点任务\n\t（一）开展排查。'],
    ['an imprint', '抄送：县委办公室\t县人大常委会办公室\n清源县人民政府办公室\t2024年5月6日印发'],
    ['a path of pages', '首页 | 政务公开 | 通知公告\n字体 | 大 | 小'],
    ['prose with a bar', '按照“一事一议|一村一策”原则办理。\n各单位抓好落实。'],
    ['numbered sentences', '工作清单\n1. 开展排查。\n2. 落实整改。\n3. 总结上报。'],
    ['a signature', '清源县人民政府\n\n        2024年5月6日'],
  ])('is left alone: %s', (_, text) => {
    expect(readAll(text)).toEqual([])
  })
})

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      '\t',
      '|',
      '  ',
      '\n',
      '序号',
      '1',
      '2',
      '合计',
      '<table>',
      '<tr>',
      '<td>',
      '</td>',
      '</table>',
      '、',
    ],
    ...['县财政局', '一、', '清单', '- 3 -', '金额', '3.5', '---', '附表 1', '\u3000', 'colspan=3', '<', '>'],
  )

  it('is read without a throw, the same each time, and inside its lines', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
        const text = pieces.join('')
        const tables = readAll(text)
        expect(readAll(text)).toEqual(tables)
        const last = text.split('\n').length
        for (const { table, sources } of tables) {
          expect(table.lines[0]).toBeGreaterThanOrEqual(1)
          expect(table.lines[1]).toBeLessThanOrEqual(last)
          expect(sources).toHaveLength(table.rows.length)
          for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('a megabyte that tempts to look again and again', () => {
  const megabyteOf = (unit: string) => unit.repeat(Math.floor(1_000_000 / unit.length))

  it.each([
    ['blank rows', '\t\t\t\t\n', 0],
    ['heads without rows', '序号\t名称\n\n正文。\n', 0],
    ['a list that never becomes one', '一、甲类清单\n', 0],
    ['HTML tables that never close', '<table><tr><td>甲\n', 1],
    ['one row of cells in HTML', '<td>', 0],
    ['one row of bars', '|甲', 0],
    ['one long line of words', '，甲 2023年', 0],
    ['one long line of tabs', '\t名称', 0],
  ])('is read: %s', (_, unit, tables) => {
    expect(readAll(megabyteOf(unit))).toHaveLength(tables)
  })

  it.each([
    ['bars', '| 名称 | 数量 |\n', '| 甲 | 1 |\n'],
    ['wide spaces', '名称  数量\n', '甲  1\n'],
    ['tabs', '名称\t数量\n', '甲\t1\n'],
    ['HTML', '<table><tr><th>名称</th><th>数量</th></tr>\n', '<tr><td>甲</td><td>1</td></tr>\n'],
  ])('is read row by row: %s', (_, head, row) => {
    const read = readOne(head + megabyteOf(row))
    expect(read.table.rows).toHaveLength(Math.floor(1_000_000 / row.length))
    expect(read.problems).toEqual([])
  })

  it('keeps the width of its rows under a head of a hundred thousand labels', () => {
    const read = readOne(`序号${'\t名称'.repeat(100_000)}\n${'1\t甲\n'.repeat(10_000)}`)
    expect(read.table.rows.slice(-10_000).map(({ cells }) => cells[1])).toEqual(Array(10_000).fill('甲'))
    expect(read.table.columns.length).toBeLessThan(100)
  })

  it('may hold nothing but totals', () => {
    const read = readOne(`项目\t数量\n${megabyteOf('合计\t1\n')}`)
    expect(new Set(read.table.rows.map(({ kind }) => kind))).toEqual(new Set(['total']))
  })
})
