import { describe, expect, it } from 'vitest'
import { record } from '../record.test-support.ts'
import { readMonitoringExport } from './export-rows.ts'

const operator = {
  number: '合作社-3',
  name: '丰穗农机专业合作社',
  account: '6222000011112222',
  contact: '13800005678',
  terminal: 'T-7',
  shankSpacing: '62.5',
  certificate: 'promotion' as const,
}
const plot = {
  number: '三岔-17',
  township: '三岔镇',
  village: '上坪村',
  area: '13',
  farmer: '苗得雨',
  farmerContact: '13900001234',
}
const known = {
  season: '2022' as const,
  operators: new Map([['T-7', operator]]),
  plots: new Map([['三岔-17', plot]]),
}
const head = {
  line: 1,
  cells: [
    '序号',
    '终端编号',
    '地块编号',
    '作业日期',
    '达标面积（亩）',
    '平均深度(cm)',
    '机手',
    '机手电话',
    '油耗',
  ],
}
const row = (line: number, ...cells: string[]) => ({ line, cells })
const good = row(2, '118', 'T-7', '三岔-17', '2022/8/30 14:20', '12.5', '25', '田大有', '13800005678', '9')
const messages = (rows: readonly ReturnType<typeof row>[], headings = head) =>
  readMonitoringExport(headings, rows, known).problems.map(({ message }) => message)

describe('a monitoring platform’s export', () => {
  it('gives work records, completed from the registers of machines and plots', () => {
    expect(readMonitoringExport(head, [good, row(3, '', '')], known)).toEqual({
      problems: [],
      records: [
        {
          line: 2,
          record: { ...record, number: '监-T-7-118', place: '上坪村' },
        },
      ],
    })
  })

  it('tells every row that is no record with its line, and takes the others', () => {
    const rows = [
      good,
      row(3, '119', 'T-9', '三岔-18', '2022-08-30', '3', '25', '田大有', '13800005678'),
      row(4, '120', 'T-7', '三岔-17', '8月30日', '约3亩', '25', '', '1380000'),
      { ...good, line: 5 },
    ]
    const read = readMonitoringExport(head, rows, known)
    expect(read.records.map(({ line }) => line)).toEqual([2])
    expect(read.problems.map(({ column, message }) => [column, message])).toEqual([
      ['终端编号', '第3行“终端编号”填的是“T-9”，应填作业主体台账中已有的远程监测终端编号。'],
      ['地块编号', '第3行“地块编号”填的是“三岔-18”，应填地块台账中已有的地块编号。'],
      ['机手', '第4行“作业机手”未填写，应填文字。'],
      ['机手电话', '第4行“机手联系方式”填的是“1380000”，应填11位手机号，或带区号的电话，如0350-1234567。'],
      ['作业日期', '第4行“作业时间”填的是“8月30日”，应填日期，如2026-03-02。'],
      ['达标面积（亩）', '第4行“作业面积（亩）”填的是“约3亩”，应填不小于0.01的数，如12.5。'],
      [null, '第5行与第2行的终端编号和序号相同，一条作业只能导入一次。'],
    ])
  })

  it('in another unit, or without a column, is refused as a whole', () => {
    const cells = head.cells.map((heading) => heading.replace('（亩）', '（公顷）')).slice(0, 7)
    expect(messages([good], { line: 1, cells })).toEqual([
      '第1行“达标面积（公顷）”的单位应是亩，请换算后再导入。',
      '第1行没有“机手联系方式”列（也可以叫机手电话、联系方式），请从监控平台带表头导出。',
    ])
  })

  it('needs the spacing from a column or from the machine', () => {
    const operators = new Map([['T-7', { ...operator, shankSpacing: undefined }]])
    const read = readMonitoringExport(head, [good], { ...known, operators })
    expect(read.problems.map(({ message }) => message)).toEqual([
      '第2行“相邻两铲间距（厘米）”未填写，应填不小于0的数，如12.5。',
    ])
  })
})
