import { conflict, defineTimetable, may, type TimetableEntry, timetableParts } from '@luoshi/kernel'
import {
  electricOffice,
  gasOffice,
  leader,
  member,
  notice,
  office,
  ofMembers,
  ofTownships,
  township,
  validity,
} from './notice.ts'

type Row = readonly [id: string, title: string, until: string, line: number]

// biome-ignore format: one line an entry.
const rows: readonly Row[] = [
  ['survey', '各乡（镇）摸底、制定工作方案，上报指挥部办公室', '2021-07-29', 1329],
  ['collected', '指挥部办公室上报领导小组办公室', '2021-07-30', 1329],
  ['supplier', '与设备中标企业对接，确定设备数量，做出安装费用预算，开始安装招标', '2021-08-05', 1333],
  ['preliminaries', '完成设备安装招标的前期手续', '2021-08-06', 1337],
  ['tender', '完成设备安装招标', '2021-08-26', 1337],
  ['coordination', '安装队伍与供电公司、燃气企业对接', '2021-08-31', 1337],
  ['begin', '开始设备安装', '2021-09-01', 1339],
  ['grid', '完成涉及区域电网改造', '2021-09-30', 1359],
  ['finish', '完成设备安装和竣工验收', '2021-10-15', 1339],
  ['appraisal', '对各乡（镇）考核、评比、奖励', '2021-10-31', 1341],
]

const entries: readonly TimetableEntry[] = rows.map(([id, title, until, line]) => ({
  id,
  title,
  until,
  basis: notice.lines(line),
}))

/** The ten dated steps from the survey to the appraisal. */
export const steps = defineTimetable({
  id: 'steps',
  title: '清洁取暖工作进度',
  basis: notice.lines(1327, 1359),
  entries,
  reports: [township, member, may('electric-office', 'unit'), may('gas-office', 'unit')],
  confirms: [office],
  // Who reports on one step sees the others too: the board is of all of them.
  reads: [leader, ofTownships, ofMembers, electricOffice, gasOffice],
})

export const schedule = timetableParts(steps, validity)

export const scheduleConflicts = [
  conflict('制定方案阶段写7月30日前，乡（镇）上报写7月29日前', notice.lines(1327), notice.lines(1329)),
  conflict('安装招标8月5日前开始，前期手续8月6日前才完成', notice.lines(1333, 1335), notice.lines(1337)),
]
