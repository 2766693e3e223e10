import { instrument, may } from '@luoshi/kernel'

/** 五寨县消防事业发展“十四五”规划（2021-2025）. */
export const plan = instrument('wuzhai', '五政发〔2022〕12号')

/** 五寨县贯彻落实“十四五”国家消防工作规划实施方案. */
export const scheme = instrument('wuzhai', '五政发〔2022〕13号')

/** From when on what is defined holds: the plan was issued on the 2nd of December, the scheme a day later. */
export const validity = { version: 1, validFrom: '2022-12-02', validTo: null } as const

/** The county's fire brigade: oversees, equips, answers for most tasks. */
export const brigade = may('brigade', 'county')
/** The office of the fire safety committee, which keeps the work together. */
export const committee = may('committee', 'county')
/** Who gives out hidden dangers that were found. */
export const headquarters = may('headquarters', 'county')
/** A department that answers for its line of business. */
export const member = may('member', 'unit')
export const ofMembers = may('member', 'county')
export const township = may('township', 'unit')
export const ofTownships = may('township', 'county')
/** A firm, school, hospital or other unit that answers for itself. */
export const premises = may('premises', 'unit')
/** Where people hand in what they ask the brigade for. */
export const counter = may('counter', 'county')
export const government = may('government', 'county')

/** Who sees what is kept. */
export const readers = [brigade, committee, ofMembers, government]
export const readersBelow = [...readers, ofTownships]
