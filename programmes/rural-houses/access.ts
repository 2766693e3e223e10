import { may, type Role } from '@luoshi/kernel'
import { buildingNotice, premisesNotice } from './notices.ts'

export const roles: Readonly<Record<string, Role>> = {
  'approval-bureau': { title: '县行政审批服务管理局', basis: premisesNotice.lines(998) },
  sector: { title: '行业主管部门', basis: premisesNotice.lines(1006) },
  township: { title: '乡（镇）人民政府', basis: premisesNotice.lines(1008) },
  village: { title: '村民委员会', basis: premisesNotice.lines(1010) },
  housing: { title: '县住房和城乡建设管理局', basis: buildingNotice.lines(1085, 1093) },
  enforcer: { title: '查处部门', basis: premisesNotice.lines(1026) },
}

/** The bureau that registers premises, tells the townships of them and makes them public. */
export const bureau = may('approval-bureau', 'county')
/** The department of the trade that is carried on. */
export const sector = may('sector', 'county')
/** The township in which the house stands. */
export const township = may('township', 'unit')
/** The township as it receives what its villages report. */
export const aboveVillages = may('township', 'below')
export const village = may('village', 'unit')
/** Whichever authority dealt with an offence. */
export const enforcer = may('enforcer', 'unit')

/** The housing bureau, which guides the building of small houses and supervises that of others. */
export const housing = may('housing', 'county')

/** Who reads what is kept of building. */
export const buildingReaders = [housing, aboveVillages, village]

/** Who reads what is kept of premises. */
export const premisesReaders = [bureau, sector, township, may('enforcer', 'county')]
