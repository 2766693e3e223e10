import { defineReport, fields, gap, longText, type Report, reportParts } from '@luoshi/kernel'
import { notice, readers, validity } from './notice.ts'

type Row = readonly [id: string, title: string, ends: string, line: number, units: number]

/** The six drives: until when each goes, and where its units are named. */
const rows: readonly Row[] = [
  ['stocktaking', '项目大起底', '2021-04-30', 463, 461],
  ['looking-again', '观摩项目“回头看”', '2021-05-31', 471, 469],
  ['three-batches', '“三个一批”', '2021-12-31', 479, 475],
  ['zone', '开发区项目“四比四看”', '2021-12-31', 485, 483],
  ['departments', '县直行业主管部门项目建设比学赶超', '2021-12-31', 493, 491],
  ['big-projects', '重大项目攻坚', '2021-12-31', 501, 499],
]

/** Roles: who answers for a drive. */
export const driveRoles = Object.fromEntries(
  rows.map(([id, title, , , units]) => [
    `drive-${id}`,
    { title: `${title}责任单位`, basis: notice.lines(units) },
  ]),
)

/** One report at the end of each drive: how it went, what came of it, what is advised. */
export const reports: readonly Report[] = rows.map(([id, title, ends]) =>
  defineReport({
    id: `report-${id}`,
    title: `${title}专项报告`,
    basis: notice.lines(513),
    owedBy: `drive-${id}`,
    owedTo: 'bureau',
    fields: fields({
      situation: longText('行动开展情况'),
      results: longText('取得实效'),
      advice: longText('工作建议'),
    }),
    due: {
      turn: { kind: 'once', date: ends },
      covers: 'this',
      isDayIncluded: true,
      movesToWorkday: false,
      basis: gap('行动结束后几日内报送没有写明，按结束之日', notice.lines(513)),
    },
    from: '2021-04-30',
    until: null,
  }),
)

/** Where the reports are kept, how they are sent and taken. */
export const parts = reports.map((report) => reportParts(report, validity, readers))
