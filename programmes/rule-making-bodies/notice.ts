import { instrument, may } from '@luoshi/kernel'

export const notice = instrument('wutai', '五政办发〔2023〕23号')

/** From when on what is defined holds. */
export const validity = { version: 1, validFrom: '2023-06-29', validTo: null }

/** The county government's office, which keeps the list and the filings. */
export const office = may('office', 'county')
/** A body that issues normative documents. */
export const body = may('body', 'unit')
export const readers = [office, may('body', 'county')]
