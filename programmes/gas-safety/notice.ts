import { instrument, may } from '@luoshi/kernel'

/** 五台县燃气行业安全专项整治工作方案. */
export const notice = instrument('wutai', '五政办发〔2021〕64号')

/** From when on what is defined holds. */
export const validity = { version: 1, validFrom: '2021-09-27', validTo: null } as const

/** The office of the county's special team, which keeps the whole together. */
export const office = may('group-office', 'county')
/** The department in charge of gas, which surveys, guides and accepts. */
export const authority = may('gas-authority', 'county')
/** Any unit of the team: it checks, names who mends, reports. */
export const member = may('member', 'unit')
export const ofMembers = may('member', 'county')
export const township = may('township', 'unit')
/** Who sells gas: answers for its pipes, sites and users. */
export const enterprise = may('enterprise', 'unit')
/** Who decides on licences and construction. */
export const approval = may('approval-bureau', 'county')
/** Who answers the gas alarm telephone of the county. */
export const hotline = may('hotline', 'county')
export const leader = may('county-leader', 'county')

/** Who sees what the campaign keeps. */
export const readers = [office, authority, ofMembers, leader]
