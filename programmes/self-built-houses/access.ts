import { may, type Role } from '@luoshi/kernel'
import { notice } from './notice.ts'

export const roles: Readonly<Record<string, Role>> = {
  township: { title: '乡（镇）政府和社区', basis: notice.lines(1510, 1512) },
  village: { title: '村（居）民委员会', basis: notice.lines(1514) },
  housing: { title: '县住建局', basis: notice.lines(1486, 1639) },
  'approval-bureau': { title: '县行政审批局', basis: notice.lines(1653) },
  member: { title: '领导小组成员单位和乡（镇）', basis: notice.lines(1534, 1548) },
  'group-office': { title: '县领导小组办公室', basis: notice.lines(1534) },
  'county-leader': { title: '县领导小组', basis: notice.lines(1534) },
}

/** The township or community, for its own houses and those that its villages put on the list. */
export const township = may('township', 'below')
export const village = may('village', 'unit')
/** The housing bureau, which leads the campaign and accepts what business premises had mended. */
export const housing = may('housing', 'county')
/** The bureau that permits business. */
export const approval = may('approval-bureau', 'county')
/** The leading group's office at the housing bureau. */
export const office = may('group-office', 'county')

export const readers = [township, village, housing, office, may('county-leader', 'county')]
/** Who reads what is on file of a house: the bureau that permits business in it, too. */
export const houseReaders = [...readers, approval]
