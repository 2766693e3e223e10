import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { temporaryFile } from '../../test-support/temporary-folder.ts'
import { excelDate, plainNumber } from './excel-values.ts'
import { madeWorkbook } from './made-workbook.test-support.ts'
import { openSheet } from './open-sheet.ts'
import { columnName, columnOf, type SheetRow } from './sheet-row.ts'

async function rowsOf(path: string): Promise<SheetRow[]> {
  const opened = await openSheet(path)
  if (opened.kind === 'refused') throw new Error(opened.message)
  const rows: SheetRow[] = []
  for await (const row of opened.rows) rows.push(row)
  return rows
}
const textsOf = async (path: string) =>
  (await rowsOf(path)).map(({ cells }) => cells.map((cell) => (cell === null ? null : cell.text)))

describe('a workbook', () => {
  const workbook = (...args: Parameters<typeof madeWorkbook>) =>
    temporaryFile('book.xlsx', madeWorkbook(...args))

  it('is read from its first sheet that is not hidden, with its row numbers and empty cells', async () => {
    const path = workbook(
      '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="5"><c r="C5" t="inlineStr"><is><t>上河村</t></is></c></row>',
      {
        strings: ['<t>地块</t>'],
      },
    )
    const text = (value: string) => ({ kind: 'text', text: value })
    expect(await rowsOf(path)).toEqual([
      { line: 1, cells: [text('地块')] },
      { line: 5, cells: [null, null, text('上河村')] },
    ])
  })

  it('gives days as days, by the format of their cells, and figures in plain digits', async () => {
    const cell = (style: number, value: string) => `<c s="${style}"><v>${value}</v></c>`
    const path = workbook(
      `<row r="1">${cell(1, '44803')}${cell(2, '44803')}${cell(3, '44803')}${cell(4, '44803.354166666664')}${cell(0, '0.30000000000000004')}${cell(0, '1.5E-3')}</row>`,
    )
    expect((await rowsOf(path))[0]?.cells).toEqual([
      { kind: 'date', text: '2022-08-30' },
      { kind: 'date', text: '2022-08-30' },
      { kind: 'number', text: '44803' },
      { kind: 'date-time', text: '2022-08-30T08:30:00+08:00' },
      { kind: 'number', text: '0.3' },
      { kind: 'number', text: '0.0015' },
    ])
    const old = workbook(`<row r="1">${cell(1, '43341')}</row>`, { is1904: true })
    expect(await textsOf(old)).toEqual([['2022-08-30']])
  })

  it('gives what formulas came to, and says of one that was never reckoned', async () => {
    const path = workbook(
      '<row r="1"><c><f>A1*30</f><v>375</v></c><c t="str"><f>B1</f><v>合格</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c><f>SUM(A1)</f></c><c t="b"><v>1</v></c></row>',
    )
    expect((await rowsOf(path))[0]?.cells).toEqual([
      { kind: 'number', text: '375' },
      { kind: 'text', text: '合格' },
      { kind: 'wrong', text: '#DIV/0!' },
      { kind: 'wrong', text: '没有算出结果的公式' },
      { kind: 'yes-no', text: 'true' },
    ])
  })

  it('gives every cell of a merged range what stands in its first', async () => {
    const text = (reference: string, value: string) => `<c r="${reference}" t="str"><v>${value}</v></c>`
    const path = workbook(
      `<row r="1">${text('A1', '乡')}${text('B1', '作业情况')}<c r="C1"/></row><row r="2"><c r="A2"/>${text('B2', '面积')}${text('C2', '深度')}</row><row r="3">${text('A3', '三岔镇')}</row><row r="4">${text('B4', '2')}</row>`,
      { merged: ['A1:A2', 'B1:C1', 'A3:A4'] },
    )
    expect(await textsOf(path)).toEqual([
      ['乡', '作业情况', '作业情况'],
      ['乡', '面积', '深度'],
      ['三岔镇'],
      ['三岔镇', '2'],
    ])
  })

  it('reads rich text without how it is read aloud', async () => {
    const path = workbook('<row r="1"><c t="s"><v>0</v></c></row>', {
      strings: ['<r><t>上</t></r><r><t>河</t></r><rPh><t>shanghe</t></rPh>'],
    })
    expect(await textsOf(path)).toEqual([['上河']])
  })

  it('is read as other programs write it', async () => {
    const bytes = await writeExcelFile([
      [{ value: '面积' }, { value: '日期' }],
      [
        { value: 12.5, type: Number },
        { value: new Date('2022-08-30T00:00:00Z'), type: Date, format: 'yyyy/mm/dd' },
      ],
    ]).toBuffer()
    expect(await textsOf(temporaryFile('book.xlsx', bytes))).toEqual([
      ['面积', '日期'],
      ['12.5', '2022-08-30'],
    ])
  })

  it('is refused where it is damaged or of the old kind', async () => {
    const whole = madeWorkbook('<row r="1"><c><v>1</v></c></row>')
    const messageOf = async (bytes: Uint8Array) => {
      const opened = await openSheet(temporaryFile('book.xlsx', bytes))
      return opened.kind === 'refused' ? opened.message : null
    }
    expect(await messageOf(whole.subarray(0, whole.length - 60))).toBe(
      '这个文件不是完好的Excel工作簿（.xlsx），请用Excel或WPS另存后再导入。',
    )
    expect(await messageOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toContain('旧格式的Excel文件')
  })
})

describe('separated values', () => {
  const table = '地块,村,面积\n三岔-1,"上河村\n东梁",12.5\n\n="007",\'=1+1,\n'

  it.each([
    ['utf-8', Buffer.from(table)],
    ['utf-8 with a mark', Buffer.from(`\uFEFF${table}`)],
    ['gb18030', iconv.encode(table, 'gb18030')],
    ['utf-16le', Buffer.from(`\uFEFF${table}`, 'utf16le')],
    ['tabs', Buffer.from(table.replaceAll(',', '\t'))],
  ])('in %s', async (_name, bytes) => {
    expect(await textsOf(temporaryFile('表.csv', bytes))).toEqual([
      ['地块', '村', '面积'],
      ['三岔-1', '上河村\n东梁', '12.5'],
      ['007', '=1+1', null],
    ])
  })

  it('tell the line on which each record begins', async () => {
    expect((await rowsOf(temporaryFile('表.csv', table))).map(({ line }) => line)).toEqual([1, 2, 5])
  })

  it('are refused where they are no text', async () => {
    const opened = await openSheet(temporaryFile('表.csv', Uint8Array.of(1, 2, 0, 255, 0)))
    expect(opened.kind === 'refused' && opened.message).toContain('不是UTF-8、UTF-16或GB18030编码的文本')
  })
})

it('numbers and names of columns', () => {
  for (const [column, name] of [
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ] as const) {
    expect([columnName(column), columnOf(name)]).toEqual([name, column])
  }
  expect([1e21, -0.5, 0, 123456789012345.6, 1e-7].map(plainNumber)).toEqual([
    '1000000000000000000000',
    '-0.5',
    '0',
    '123456789012346',
    '0.0000001',
  ])
  expect([excelDate(1, false), excelDate(59, false), excelDate(61, false)].map(({ text }) => text)).toEqual([
    '1900-01-01',
    '1900-02-28',
    '1900-03-01',
  ])
})
