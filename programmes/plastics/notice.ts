import { instrument, may } from '@luoshi/kernel'

export const notice = instrument('wutai', '五政办发〔2021〕47号')

/** From when on what is defined holds. */
export const validity = { version: 1, validFrom: '2021-07-13', validTo: null }

/** The leading group's office, at the development and reform bureau. */
export const office = may('office', 'county')
/** A department that takes leads, enforces the bans or moves leads on. */
export const department = may('department', 'unit')
/** A business that reports, or a township that keeps the ledger of farm film. */
export const reporter = may('reporter', 'unit')
export const readers = [office, may('department', 'county')]
