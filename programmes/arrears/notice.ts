import { instrument, may } from '@luoshi/kernel'

export const notice = instrument('wutai', '五政办发〔2023〕20号')

/** From when on what is defined holds. */
export const validity = { version: 1, validFrom: '2023-06-27', validTo: null }

/** 五清欠办: the work group's office, at the bureau of industry. */
export const office = may('group-office', 'county')
/** Who leads the work group and signs its circulars. */
export const chief = may('chief', 'county')
/** A township, the scenic area or the demonstration zone, for what is owed in its place. */
export const township = may('township', 'unit')
/** A department: the finance bureau or the bureau of industry for what they settle, any other for what it owes itself. */
export const department = may('department', 'unit')
/** Whoever settles debts. */
export const settlers = [township, department]
export const readers = [office, chief, ...settlers]
