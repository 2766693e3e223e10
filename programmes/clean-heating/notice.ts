import { instrument, may } from '@luoshi/kernel'

/** 五台县2021年冬季清洁取暖工作实施方案. */
export const notice = instrument('wutai', '五政办发〔2021〕51号')

/** From when on what is defined holds. */
export const validity = { version: 1, validFrom: '2021-07-22', validTo: null } as const

/** The office of the county's leading group, in the energy bureau. */
export const office = may('group-office', 'county')
/** The office of the headquarters for electric heating, and that for gas. */
export const electricOffice = may('electric-office', 'county')
export const gasOffice = may('gas-office', 'county')
export const headquarters = [electricOffice, gasOffice]
/** Townships answer for survey, installing and safety. */
export const township = may('township', 'unit')
export const ofTownships = may('township', 'county')
/** Who supplies the devices, installs them, watches over both. */
export const supplier = may('supplier', 'county')
export const installer = may('installer', 'county')
export const supervisor = may('supervisor', 'county')
export const finance = may('finance', 'county')
/** The power company, the gas company and the departments of the group. */
export const member = may('member', 'unit')
export const ofMembers = may('member', 'county')
export const leader = may('county-leader', 'county')

/** Who sees what is kept of all townships. */
export const readers = [office, electricOffice, gasOffice, ofTownships, finance, leader]
export const readersOfWorks = [...readers, supplier, installer, supervisor]
