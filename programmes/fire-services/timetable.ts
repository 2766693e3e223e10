import { defineTimetable, may, type TimetableEntry, timetableParts } from '@luoshi/kernel'
import { committee, member, readersBelow, scheme, township, validity } from './notices.ts'

type Row = readonly [id: string, title: string, until: string, line: number]

// biome-ignore format: one line an entry.
const rows: readonly Row[] = [
  ['water-platform', '建成消防水源信息化管理平台', '2022-12-31', 1312],
  ['plans-main', '县、重点镇完成消防专项规划编修', '2022-12-31', 1260],
  ['township-brigades', '所有乡（镇）完成专职消防队和志愿消防队建设', '2022-12-31', 1336],
  ['zone-station', '现代农业产业示范区设置消防站', '2022-12-31', 1336],
  ['education-base', '建成并开放1处县级应急消防科普教育基地（专栏8）', '2022-12-31', 1388],
  ['plans-rest', '其余乡镇完成消防专项规划编修', '2023-12-31', 1260],
  ['first-station', '新建一级普通消防站1个', '2023-12-31', 1342],
  ['logistics-station', '新建物流园区小型消防站1个', '2023-12-31', 1342],
  ['sancha-station', '新建三岔镇乡镇消防站1个', '2023-12-31', 1342],
  ['firefighters', '政府专职消防员补充至45人', '2023-12-31', 1343],
  ['hydrants-2023', '新建市政消火栓20个、消防水鹤3个', '2023-12-31', 1322],
  ['vehicles-2023', '配备3.5t水罐消防车2辆、21t大吨位水罐车1辆', '2023-12-31', 1351],
  ['education-base-text', '建成1个县级应急消防科普教育基地（正文）', '2023-12-31', 1384],
  ['hanjialou-station', '新建韩家楼乡乡镇消防站1个', '2024-12-31', 1342],
  ['hydrants-2024', '新建市政消火栓20个、消防水鹤2个', '2024-12-31', 1322],
  ['vehicles-2024', '配备登高平台/云梯消防车1辆、消防宣传车1辆', '2024-12-31', 1351],
  ['depot', '完成应急装备物资储备库建设、运输车辆配备', '2024-12-31', 1356],
  ['water-remote', '建成消防水源远程实时监控系统', '2024-12-31', 1312],
  ['xiaohetou-station', '新建小河头乡镇消防站1个', '2025-12-31', 1342],
  ['hydrants-2025', '新建市政消火栓10个、消防水鹤2个', '2025-12-31', 1322],
  ['vehicles-2025', '配备8t水罐消防车1辆', '2025-12-31', 1351],
  ['equipment', '消防装备配备达标率达到100%', '2025-12-31', 1347],
  ['management', '学校、医院、养老院、高层民用建筑消防安全管理达标率达到100%', '2025-12-31', 1316],
  ['water', '县城和建制镇市政消防水源建设达到国家标准', '2025-12-31', 1312],
  ['stations-standard', '城市消防站、政府专职消防队达到建设标准', '2025-12-31', 1338],
]

const entries: readonly TimetableEntry[] = rows.map(([id, title, until, line]) => ({
  id,
  title,
  until,
  basis: scheme.lines(line),
}))

/** What the scheme delivers by the ends of its years. */
export const deliverables = defineTimetable({
  id: 'deliverables',
  title: '消防工作规划建设任务进度',
  basis: scheme.lines(1260, 1388),
  entries,
  // Given to the unit that answers for it, which alone reports on it.
  reports: [may('brigade', 'unit'), member, township],
  confirms: [committee],
  // Who reports on one entry sees the others too: the board is of all of them.
  reads: readersBelow,
})

export const timetable = timetableParts(deliverables, validity)
