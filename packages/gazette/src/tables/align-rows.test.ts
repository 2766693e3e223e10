import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsOf, readOne } from './read-text.test-support.ts'

const placeArbitrary = fc
  .array(fc.constantFrom('东', '西', '南', '北', '河', '山', '桥', '泉', '岭'), {
    minLength: 2,
    maxLength: 4,
  })
  .map((words) => `${words.join('')}村`)

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
