import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findTableRegions } from './find-table-regions.ts'
import type { ReadTable } from './read-table.ts'
import { readTables } from './read-tables.ts'

function readAll(text: string): ReadTable[] {
  const lines = text.split('\n').map((raw, index) => ({ number: index + 1, raw }))
  return readTables({ lines, regions: findTableRegions(lines), clauses: [] })
}

/** The only table of a text. */
function readOne(text: string): ReadTable {
  const tables = readAll(text)
  expect(tables).toHaveLength(1)
  return tables[0] as ReadTable
}

function cellsOf({ table }: ReadTable): string[][] {
  return table.rows.map(({ cells }) => cells)
}

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

describe('a damaged table', () => {
  const head = '序号\t类别\t器材名称\t配备标准\t2024年\t2025年'
  const good = ['1\t基本装备\t头盔\t2顶/人\t30\t10', '2\t\t手套\t2副/人\t40\t15', '3\t\t腰带\t1根/人\t10\t5']

  it('has a lost cell put back where the contents fit, and said', () => {
    const read = readOne([head, ...good, '4\t绳索\t1条/人\t8\t4'].join('\n'))
    expect(cellsOf(read).at(-1)).toEqual(['4', '基本装备', '绳索', '1条/人', '8', '4'])
    expect(read.problems).toMatchObject([{ kind: 'lost-cells', lines: [5, 5], rows: 1 }])
  })

  it('has a shifted row put back, and said', () => {
    const read = readOne([head, ...good, '4\t绳索\t1条/人\t8\t4\t'].join('\n'))
    expect(cellsOf(read).at(-1)).toEqual(['4', '基本装备', '绳索', '1条/人', '8', '4'])
    expect(read.problems).toMatchObject([{ kind: 'shifted-cells', lines: [5, 5] }])
  })

  it('keeps every word of a row that fits no column, and says that it cannot be read', () => {
    const read = readOne([head, ...good, '4\t多\t余\t的\t文\t字\t很\t多'].join('\n'))
    expect(read.problems).toMatchObject([{ kind: 'unreadable-row', lines: [5, 5] }])
    expect(cellsOf(read).at(-1)?.join('')).toContain('很')
  })

  it('has a cell that breaks over lines joined', () => {
    const read = readOne('序号\t名称\t单位\t金额\n1\t南河\n大桥\t县交通运输局\t12\n2\t北山水库\t县水利局\t30')
    expect(cellsOf(read)).toEqual([
      ['1', '南河大桥', '县交通运输局', '12'],
      ['2', '北山水库', '县水利局', '30'],
    ])
    expect(read.sources[0]?.range).toEqual({ from: { line: 2, column: 0 }, to: { line: 3, column: 12 } })
  })

  it('has a numbered row joined that broke in several cells', () => {
    const read = readOne(
      '序号\t任务\t措施\t责任单位\t时限\n1\t建设农田\t新建2万亩，其中\n节水0.5万亩\t县农业农村局\n县水利局\t6月底前\n2\t土壤普查\t完成采样\t县农业农村局\t10月底前\n3\t产业转型\t新增企业\t县工业和信息化局\t年底前',
    )
    expect(cellsOf(read)[0]).toEqual([
      ...['1', '建设农田', '新建2万亩，其中节水0.5万亩', '县农业农村局 县水利局', '6月底前'],
    ])
    expect(read.sources[0]?.range.to.line).toBe(4)
    expect(read.table.rows.map(({ line }) => line)).toEqual([2, 5, 6])
  })

  it('has the rest of its last cell joined from the line below', () => {
    const read = readOne('序号\t名称\t建设内容\n1\t南河大桥\t桥长三百\n二十米\n2\t北山水库\t除险加固')
    expect(cellsOf(read)[0]).toEqual(['1', '南河大桥', '桥长三百二十米'])
  })

  it('says that the rest of broken cells, with their columns lost, is no row it can read', () => {
    const read = readOne(
      '序号\t项目名称\t建设内容\t单位\n1\t南河护岸\t护岸三百米\t县水利局\n2\t北河清淤工程第\t清淤河道一千二百\t县水利局\n一标段\t米，加固堤防\n3\t东桥\t维修桥面\t县交通运输局',
    )
    expect(read.problems).toMatchObject([{ kind: 'unreadable-row', lines: [4, 4] }])
  })

  it('may lack blank cells at the end of a row where remarks are often blank', () => {
    const read = readOne('序号\t名称\t金额\t备注\n1\t甲村\t10\n2\t乙村\t20\t新建\n3\t丙村\t30')
    expect(cellsOf(read)[2]).toEqual(['3', '丙村', '30', ''])
    expect(read.problems).toEqual([])
  })

  it('says where a cell at the end of a row is lost that no other row lacks', () => {
    const rows = Array.from({ length: 30 }, (_, index) => `${index + 1}\t甲村\t10\t县财政局`)
    const read = readOne(['序号\t名称\t金额\t责任人', ...rows, '31\t乙村\t20'].join('\n'))
    expect(read.problems).toMatchObject([{ kind: 'lost-cells', lines: [32, 32] }])
  })

  it('says which running number is skipped', () => {
    const read = readOne('序号\t名称\t金额\n1\t甲村\t10\n3\t乙村\t20\n4\t丙村\t30')
    expect(read.problems).toMatchObject([{ kind: 'skipped-number', lines: [3, 3], read: ['2'] }])
  })
})

describe('a table with merged cells, some of whose rows lost a blank cell', () => {
  const rowArbitrary = fc.record({
    name: placeArbitrary,
    standard: fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('套', '副', '台'))
      .map(([n, unit]) => `${n}${unit}`),
    figures: fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 99 })),
    isFirst: fc.boolean(),
    damage: fc.constantFrom<'none' | 'lost' | 'shifted'>('none', 'none', 'none', 'none', 'lost', 'shifted'),
  })

  it('is read as if it were whole, and each of these rows is named', () => {
    fc.assert(
      fc.property(fc.array(rowArbitrary, { minLength: 12, maxLength: 40 }), (rows) => {
        const lines = ['序号\t类别\t器材名称\t配备标准\t2024年\t2025年']
        const expected: string[][] = []
        const damaged: number[] = []
        let group = 0
        for (const [index, { name, standard, figures, isFirst, damage }] of rows.entries()) {
          const opens = index === 0 || (isFirst && index % 4 === 0)
          if (opens) group++
          const cells = [
            String(index + 1),
            opens ? `第${group}类装备` : '',
            name,
            standard,
            ...figures.map(String),
          ]
          expected.push(cells.map((cell, column) => (column === 1 ? `第${group}类装备` : cell)))
          const isDamaged = !opens && damage !== 'none' && index > 5
          if (isDamaged) damaged.push(index + 2)
          const printed = isDamaged ? cells.filter((cell) => cell !== '') : cells
          lines.push(printed.join('\t') + (isDamaged && damage === 'shifted' ? '\t' : ''))
        }
        const read = readOne(lines.join('\n'))
        expect(cellsOf(read)).toEqual(expected)
        const named = read.problems.flatMap(({ lines: [first, last] }) =>
          Array.from({ length: last - first + 1 }, (_, index) => first + index),
        )
        expect(named).toEqual(damaged)
      }),
      { numRuns: 100 },
    )
  })
})

describe('merged cells', () => {
  it('fill words downwards, but no figures and no remarks', () => {
    const read = readOne(
      [
        '类别\t指标\t责任单位\t目标值\t备注',
        '农业\t粮食产量（万吨）\t县农业农村局\t12\t约束性',
        '\t蔬菜产量（万吨）\t\t\t',
        '工业\t新增企业（户）\t县工业和信息化局\t8\t',
        '\t技改投资（亿元）\t\t3.5\t',
      ].join('\n'),
    )
    expect(cellsOf(read)).toEqual([
      ['农业', '粮食产量（万吨）', '县农业农村局', '12', '约束性'],
      ['农业', '蔬菜产量（万吨）', '县农业农村局', '', ''],
      ['工业', '新增企业（户）', '县工业和信息化局', '8', ''],
      ['工业', '技改投资（亿元）', '县工业和信息化局', '3.5', ''],
    ])
    expect(read.sources.map(({ carried }) => carried)).toEqual([[], [0, 2], [], [0, 2]])
  })

  it('are no blanks beside marks, and no blanks to the right of a full column', () => {
    const read = readOne(
      '序号\t项目\t县级\t乡级\t时间\n1\t信息公开\t√\t√\t长期\n2\t政务服务\t√\t\t长期\n3\t财政预决算\t√\t√\t每年',
    )
    expect(cellsOf(read)[1]).toEqual(['2', '政务服务', '√', '', '长期'])
  })

  it('of HTML fill exactly the rows and columns that they span', () => {
    const read = readOne(
      [
        '<table border="1">',
        '<tr><td rowspan="2">乡镇</td><td colspan="2">脱贫户</td><td rowspan="2">金额</td></tr>',
        '<tr><td>户数</td><td>人数</td></tr>',
        '<tr><td rowspan=2>东山镇</td><td>3</td><td>9</td><td></td></tr>',
        '<tr><td>4</td><td>12</td><td>7</td></tr>',
        '<tr><td>合计</td><td>7</td><td>21</td><td>7</td></tr></table>',
      ].join('\n'),
    )
    expect(read.table.columns).toEqual(['乡镇', '脱贫户 / 户数', '脱贫户 / 人数', '金额'])
    expect(cellsOf(read)).toEqual([
      ['东山镇', '3', '9', ''],
      ['东山镇', '4', '12', '7'],
      ['合计', '7', '21', '7'],
    ])
    expect(read.sources.map(({ carried }) => carried)).toEqual([[], [0], []])
    expect(read.table.rows.map(({ kind }) => kind)).toEqual(['row', 'row', 'total'])
  })

  it('of HTML go on over pages that open the table again, with and without its head', () => {
    const head = '<tr><td>序号</td><td>名称</td><td>金额</td></tr>'
    const read = readOne(
      [
        ...[`<table>${head}<tr><td>1</td><td>甲村</td><td>3</td></tr></table>`, '', '- 7 -', ''],
        ...[`<table>${head}`, '<tr><td>2</td><td>乙村</td><td>4</td></tr>', '</table>', ''],
        ...['<table>', '<tr>', '<td>3</td>', '<td>丙村</td><td>5</td></tr></table>', '', '正文。'],
      ].join('\n'),
    )
    expect(read.region.lines).toEqual([1, 12])
    expect(read.table.columns).toEqual(['序号', '名称', '金额'])
    expect(cellsOf(read).map(([number, name]) => `${number}${name}`)).toEqual(['1甲村', '2乙村', '3丙村'])
    expect(
      readAll(`<table>${head}<tr><td>1</td></tr></table>\n\n<table><tr><td>甲</td></tr></table>`),
    ).toHaveLength(2)
  })

  it('are read when the whole HTML table stands on one line', () => {
    const text =
      '<table><tr><th>序号</th><th>名称</th></tr><tr><td>1</td><td>老戏台</td></tr><tr><td>2</td><td>古井</td></tr></table>'
    const read = readOne(text)
    expect(cellsOf(read)).toEqual([
      ['1', '老戏台'],
      ['2', '古井'],
    ])
    const [first] = read.sources
    expect(text.slice(first?.range.from.column, first?.range.to.column)).toBe(
      '<tr><td>1</td><td>老戏台</td></tr>',
    )
  })
})

describe('heads', () => {
  it('may have years as labels, and a blank corner', () => {
    const read = readOne('指标\t2023\t2024\n粮食产量\t12\t13\n蔬菜产量\t5\t6')
    expect(read.table.columns).toEqual(['指标', '2023', '2024'])
    const corner = readOne('\t2023年\t2024年\n粮食产量\t12\t13\n蔬菜产量\t5\t6')
    expect(corner.table.columns).toEqual(['', '2023年', '2024年'])
  })

  it('may have labels that span the first columns too', () => {
    const read = readOne(
      '单位：万元\n收入\t\t支出\n项目\t预算数\t项目\t预算数\n财政拨款\t1,234.50\t公共服务\t800.00\n其他收入\t0.00\t社会保障\t434.50\n本年收入合计\t1,234.50\t本年支出合计\t1,234.50',
    )
    expect(read.table.columns).toEqual(['收入 / 项目', '收入 / 预算数', '支出 / 项目', '支出 / 预算数'])
    expect(read.table.rows.map(({ kind }) => kind)).toEqual(['row', 'row', 'total'])
  })

  it('stand below a title and a unit that the table itself holds', () => {
    const read = readOne(
      '表3 资金分配表\t\t\n单位：万元\t\t\n序号\t乡镇\t金额\n1\t东山镇\t9.6\n2\t西河乡\t15',
    )
    expect(read.table.title).toBe('表3 资金分配表')
    expect(read.table.columns).toEqual(['序号', '乡镇', '金额'])
    expect(read.headLines).toEqual([1, 2, 3])
    expect(read.table.rows).toHaveLength(2)
  })

  it('repeat under a running title of the page', () => {
    const read = readOne(
      '序号\t乡镇\t金额\n1\t东山镇\t9.6\n\n清源县人民政府公报\n\n序号\t乡镇\t金额\n2\t西河乡\t15\n3\t南岭乡\t8',
    )
    expect(read.table.rows.map(({ line }) => line)).toEqual([2, 7, 8])
  })

  it('part two tables with the same head and titles of their own', () => {
    const head = '序号\t乡镇\t金额'
    const tables = readAll(
      `附表1\n东片\n${head}\n1\t东山镇\t9\n2\t东河乡\t8\n\n附表2\n西片\n\n${head}\n1\t西河乡\t15\n2\t西岭乡\t6`,
    )
    expect(tables.map(({ table }) => [table.title, table.rows.length])).toEqual([
      ['东片', 2],
      ['西片', 2],
    ])
  })

  it('are told where figures follow in the same places, though single spaces part the cells', () => {
    const read = readOne(
      '资金分配表\n乡镇 任务数 金额\n东山镇 48 9.6\n西河乡 75 15\n合计 123 24.6\n\n特此通知。',
    )
    expect(cellsOf(read)).toEqual([
      ['东山镇', '48', '9.6'],
      ['西河乡', '75', '15'],
      ['合计', '123', '24.6'],
    ])
    expect(read.table.rows.at(-1)?.kind).toBe('total')
  })

  it('are told above numbered rows whose cells hold spaces or are lost, and these are said', () => {
    const read = readOne(
      [
        ...[
          '项目计划表',
          '序号 项目名称 建设地点 建设内容 投资 责任单位',
          '1 养殖场 东山镇南村 新建羊舍10间 59.6 东山镇人民政府',
        ],
        ...[
          '2 道路 西河乡北村 硬化 2 公里 41 西河乡人民政府',
          '3 水利 南岭乡 水池一座 35',
          '合计 135.6',
          '',
          '后文。',
        ],
      ].join('\n'),
    )
    expect(cellsOf(read).slice(1)).toEqual([
      ['2', '道路', '西河乡北村', '硬化2公里', '41', '西河乡人民政府'],
      ['3', '水利', '南岭乡', '水池一座', '35', ''],
      ['', '合计', '', '', '135.6', ''],
    ])
    expect(read.problems.map(({ kind, lines }) => [kind, lines[0]])).toEqual([
      ['shifted-cells', 4],
      ['lost-cells', 5],
    ])
  })

  it('place a cell that stands alone under the label above it', () => {
    const read = readOne(
      [
        '项目名称          金额      备注',
        '南河护岸          10        新建',
        '北河清淤                    续建',
        '东桥维修          5         新建',
      ].join('\n'),
    )
    expect(cellsOf(read)[1]).toEqual(['北河清淤', '', '续建'])
  })
})

describe('a table among indented paragraphs', () => {
  it('begins at its head and ends with its last row', () => {
    const text =
      '\t一、资金安排，各乡镇按照下列标准执行，不得挪用。\n序号\t乡镇\t金额\n1\t东山镇\t9.6\n2\t西河乡\t15\n\t二、资金监管，县财政局会同有关部门开展监督检查。'
    const read = readOne(text)
    expect(read.region.lines).toEqual([2, 4])
    expect(cellsOf(read)).toEqual([
      ['1', '东山镇', '9.6'],
      ['2', '西河乡', '15'],
    ])
  })

  it('is another one where a title without a number parts them', () => {
    const tables = readAll('乡镇\t金额\n东山镇\t9\n东河乡\t8\n西片\n乡镇\t金额\n西河乡\t15\n西岭乡\t6')
    expect(tables.map(({ table }) => [table.title, ...table.lines])).toEqual([
      [null, 1, 3],
      ['西片', 5, 7],
    ])
  })
})

describe('titles and clauses', () => {
  it('come from above: the title past the unit, the clause that begins last', () => {
    const text = '一、总体要求\n二、资金安排\n## 资金分配表\n单位：万元\n乡镇\t金额\n东山镇\t9\n西河乡\t8'
    const lines = text.split('\n').map((raw, index) => ({ number: index + 1, raw }))
    const clauses = [
      { id: '1', lines: [1, 1] as [number, number] },
      { id: '2', lines: [2, 7] as [number, number] },
      { id: '3', lines: [9, 9] as [number, number] },
    ]
    const [read] = readTables({ lines, regions: findTableRegions(lines), clauses })
    expect([read?.table.title, read?.table.clause]).toEqual(['资金分配表', '2'])
  })

  it('are none where prose or a date stands above', () => {
    expect(readOne('分配如下：\n乡镇\t金额\n东山镇\t9\n西河乡\t8').table.title).toBeNull()
    expect(readOne('3.2 响应分级\n级别\t时限\nⅠ级\t10分钟\nⅡ级\t20分钟').table.title).toBeNull()
    expect(readOne('三、资金分配表\n乡镇\t金额\n东山镇\t9\n西河乡\t8').table.title).toBe('资金分配表')
    expect(readOne('2024年5月6日\n\n乡镇\t金额\n东山镇\t9\n西河乡\t8').table.title).toBeNull()
  })
})

describe('a list', () => {
  it('is a table of its names, with its groups as sections', () => {
    const read = readOne(
      `${[
        '附件',
        '制定主体清单',
        '',
        '一、县政府',
        '清源县人民政府',
        '二、乡镇',
        '1. 东山镇人民政府',
        '2. 西河乡人民',
        '',
        '三、部门',
      ].join('\n')}\n管理机构\n1. 县财政局\n2. 县水利局\n\n清源县人民政府办公室`,
    )
    expect(read.table.title).toBe('制定主体清单')
    expect(read.table.rows.map(({ kind, cells }) => [kind, ...cells])).toEqual([
      ['section', '一', '县政府'],
      ['row', '', '清源县人民政府'],
      ['section', '二', '乡镇'],
      ['row', '1', '东山镇人民政府'],
      ['row', '2', '西河乡人民'],
      ['section', '三', '部门管理机构'],
      ['row', '1', '县财政局'],
      ['row', '2', '县水利局'],
    ])
  })
})

describe('kinds of rows', () => {
  it('tell sections, subtotals that close a part, and the total', () => {
    const read = readOne(
      [
        '序号\t项目\t单位\t金额',
        '一、水利类\t\t\t',
        '1\t南河护岸\t县水利局\t10',
        '2\t北河清淤\t县水利局\t20',
        '小计\t\t\t30',
        '二、交通类\t\t\t',
        '1\t东桥维修\t县交通运输局\t5',
        '2\t西路硬化\t县交通运输局\t6',
        '小计\t\t\t11',
        '合计\t\t\t41',
      ].join('\n'),
    )
    expect(read.table.rows.map(({ kind }) => kind)).toEqual([
      ...(['section', 'row', 'row', 'subtotal', 'section', 'row', 'row', 'subtotal', 'total'] as const),
    ])
    expect(read.problems).toEqual([])
  })
})

describe('what print leaves in tables', () => {
  it('may be a part named on a line without cells', () => {
    const read = readOne(
      '序号\t树种\t树龄\t备注\n一、一级古树\n1\t银杏\t1150\t\n2\t国槐\t820\t\n二、二级古树\n3\t杜梨\t460\t',
    )
    expect(read.table.rows.map(({ kind, cells }) => [kind, cells[0]])).toEqual([
      ['section', '一、一级古树'],
      ['row', '1'],
      ['row', '2'],
      ['section', '二、二级古树'],
      ['row', '3'],
    ])
  })

  it('may be a part named between two pages', () => {
    const read = readOne(
      '序号\t项目\t金额\n一、水利类\n1\t护岸\t10\n2\t清淤\t20\n\n- 5 -\n\n二、交通类\n1\t大桥\t30\n2\t道路\t40',
    )
    expect(read.table.rows.map(({ kind, line }) => [kind, line])).toEqual([
      ['section', 2],
      ['row', 3],
      ['row', 4],
      ['section', 8],
      ['row', 9],
      ['row', 10],
    ])
  })

  it('is another table where a heading parts two with heads of their own', () => {
    const head = '乡镇\t户数\t金额'
    const tables = readAll(
      `一、东片\n${head}\n甲乡\t3\t4\n乙乡\t5\t6\n\n二、西片\n${head}\n丙乡\t7\t8\n丁乡\t9\t1`,
    )
    expect(tables.map(({ table }) => table.lines)).toEqual([
      [2, 4],
      [7, 9],
    ])
  })

  it('may be an HTML head of plain cells', () => {
    const read = readOne(
      '<table>\n<tr><td>类别</td><td>签收</td><td>办结</td></tr>\n<tr><td>咨询</td><td rowspan="2">1小时</td><td>1日</td></tr>\n<tr><td>求助</td><td>3日</td></tr>\n</table>',
    )
    expect(read.table.columns).toEqual(['类别', '签收', '办结'])
    expect(cellsOf(read)).toEqual([
      ['咨询', '1小时', '1日'],
      ['求助', '1小时', '3日'],
    ])
  })

  it('may be specks behind a name, spaces inside words, and marks of type', () => {
    const read = readOne(
      '序 号\t名 称\t地 址\n1\t老戏台’:\t东山乡 南村 ¹\n2\t**古井**\t西河乡北村.\n3\t面积300m <sup>2</sup>\t河 边',
    )
    expect(read.table.columns).toEqual(['序号', '名称', '地址'])
    expect(cellsOf(read)).toEqual([
      ['1', '老戏台', '东山乡南村'],
      ['2', '古井', '西河乡北村'],
      ['3', '面积300m²', '河边'],
    ])
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

describe('time', () => {
  const hostile: Record<string, string> = {
    'lines of tabs': '\t\t\t\t\n',
    'heads without rows': '序号\t名称\n\n正文。\n',
    'a list that never becomes one': '一、甲类清单\n',
    'open HTML tables': '<table><tr><td>甲\n',
    bars: '| 甲 |\n',
    'spaced heads': '项目  金额  数量\n项目  金额\n',
    'lone numbers': '序号\n1\n2\n',
    'short rows under a long one': '1\t2\n',
  }

  it.each(Object.entries(hostile))('grows with the text and not with its square: %s', (_, unit) => {
    const text = `序号${'\t名称'.repeat(2000)}\n${unit.repeat(Math.ceil(400_000 / unit.length))}`
    const begin = performance.now()
    readAll(text)
    expect(performance.now() - begin).toBeLessThan(4000)
  })
})
