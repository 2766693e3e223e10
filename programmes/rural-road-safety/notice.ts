import { instrument, may } from '@luoshi/kernel'

/** 关于进一步加强全县农村道路交通安全工作的通知. */
export const notice = instrument('wutai', '五政办发〔2023〕21号')

/** From when on what is defined holds. */
export const validity = { version: 1, validFrom: '2023-06-29', validTo: null } as const

/** The office of the leading group, at the traffic police. */
export const office = may('group-office', 'county')
/** Who answers for roads in its area first of all. */
export const township = may('township', 'unit')
/** Traffic police: plates, offences. */
export const police = may('traffic-police', 'county')
/** Transport and highway departments: what is dangerous about roads. */
export const roads = may('road-department', 'county')
/** One of them, with what it was given to mend. */
export const roadUnit = may('road-department', 'unit')
export const leader = may('county-leader', 'county')

export const readers = [office, police, roads, may('township', 'unit'), leader]
