import { describe, expect, it } from 'vitest'
import { readSpacedColumns, readTabColumns } from './columns.ts'
import { splitLines } from './lines.ts'

const linesOf = (...lines: string[]) => splitLines(lines.join('\n')).lines
const texts = (columns: ReturnType<typeof readTabColumns> | null) =>
  columns?.map((parts) => parts.map(({ line, start, end }) => line.raw.slice(start, end)).join(' ')) ?? null

describe('readTabColumns', () => {
  it('reads the left column before the right one', () => {
    expect(
      texts(
        readTabColumns(
          linesOf(
            '林一鸣\t县水利局局长\t高听泉\t林场场长',
            '方舟\t县财政局\t办公室设在县水利局，负',
            '局长\t\t责日常工作。\t',
          ),
        ),
      ),
    ).toEqual([
      '林一鸣 县水利局局长',
      '方舟 县财政局',
      '局长',
      '高听泉 林场场长',
      '办公室设在县水利局，负',
      '责日常工作。',
    ])
  })

  it('leaves names and posts side by side', () => {
    expect(texts(readTabColumns(linesOf('林一鸣\t局长', '方舟\t主任')))).toEqual(['林一鸣 局长', '方舟 主任'])
  })
})

describe('readSpacedColumns', () => {
  it('parts narrow columns that stand side by side with a space between', () => {
    expect(
      texts(
        readSpacedColumns(
          linesOf(
            '第一条 为了加强农田 管护力度，依据有关法',
            '水利工程建设和管护，保 律、法规和有关规定，结',
            '障工程安全，加大工程的 合本县实际，制定本办法',
          ),
          0,
        ),
      ),
    ).toEqual([
      '第一条 为了加强农田',
      '水利工程建设和管护，保',
      '障工程安全，加大工程的',
      '管护力度，依据有关法',
      '律、法规和有关规定，结',
      '合本县实际，制定本办法',
    ])
  })

  it.each([
    [['清源县人民政府办公室 关于做好春耕生产的通知', '清政办发〔2021〕7号']],
    [['林一鸣 县水利局局长', '高听泉 县财政局局长', '方舟 县林业局局长']],
    [['各单位要高度重视农田水利工程管护，明确责任人。', '工程管护责任人要定期巡查。', '其他事项另行通知。']],
  ])('sees no columns in %j', (lines) => {
    expect(readSpacedColumns(linesOf(...lines), 0)).toBeNull()
  })
})
