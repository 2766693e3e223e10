import {
  AlignmentType,
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { describe, expect, it } from 'vitest'
import { readDocx } from './docx-text.ts'
import { InputRefusal } from './input-text.ts'

function cell(text: string, span: { columnSpan?: number; rowSpan?: number } = {}): TableCell {
  return new TableCell({ ...span, children: [new Paragraph(text)] })
}

function packed(
  children: (Paragraph | Table)[],
  numbering?: ConstructorParameters<typeof Document>[0]['numbering'],
) {
  return Packer.toBuffer(new Document({ ...(numbering && { numbering }), sections: [{ children }] }))
}

describe('readDocx', () => {
  it('gives a line for each paragraph, with line breaks and tabs as they are', async () => {
    const bytes = await packed([
      new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun('关于桥梁巡查的通知')] }),
      new Paragraph(''),
      new Paragraph({
        children: [new TextRun('组长：'), new TextRun('\t'), new TextRun({ text: '副县长', break: 1 })],
      }),
    ])
    const { text, warnings } = await readDocx(bytes)
    expect(text).toBe('关于桥梁巡查的通知\n\n组长：\t\n副县长\n')
    expect(warnings).toEqual([])
  })

  it('gives tables with their merged cells', async () => {
    const table = new Table({
      rows: [
        new TableRow({ children: [cell('乡（镇）', { rowSpan: 2 }), cell('任务（座）', { columnSpan: 2 })] }),
        new TableRow({ children: [cell('大桥'), cell('小桥')] }),
        new TableRow({ children: [cell('石桥镇'), cell('2'), cell('11')] }),
      ],
    })
    const { text } = await readDocx(await packed([new Paragraph('任务分配表'), table]))
    expect(text).toBe(
      [
        '任务分配表',
        '',
        '<table>',
        '<tr><td rowspan="2">乡（镇）</td><td colspan="2">任务（座）</td></tr>',
        '<tr><td>大桥</td><td>小桥</td></tr>',
        '<tr><td>石桥镇</td><td>2</td><td>11</td></tr>',
        '</table>',
        '',
      ].join('\n'),
    )
  })

  it('writes out automatic numbering by the levels of official papers, and says so', async () => {
    const levels = [0, 1, 2].map((level) => ({ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.` }))
    const item = (text: string, level: number) =>
      new Paragraph({ text, numbering: { reference: 'list', level } })
    const bytes = await packed(
      [
        item('巡查范围', 0),
        item('大桥', 1),
        item('小桥', 1),
        item('先查后报', 2),
        item('巡查办法', 0),
        item('徒步', 1),
      ],
      { config: [{ reference: 'list', levels }] },
    )
    const { text, warnings } = await readDocx(bytes)
    expect(text.trim().split(/\n+/)).toEqual([
      '一、巡查范围',
      '（一）大桥',
      '（二）小桥',
      '1.先查后报',
      '二、巡查办法',
      '（一）徒步',
    ])
    expect(warnings).toHaveLength(1)
  })

  it('refuses a file that was cut off', async () => {
    const bytes = await packed([new Paragraph('正文')])
    await expect(readDocx(bytes.subarray(0, bytes.length >> 1))).rejects.toThrow(
      new InputRefusal('不是完整的 Word（.docx）文件，可能已损坏或没有传完'),
    )
  })

  it('refuses a document without text', async () => {
    await expect(readDocx(await packed([new Paragraph('')]))).rejects.toThrow(
      new InputRefusal('这份 Word 文件里没有文字'),
    )
  })
})
