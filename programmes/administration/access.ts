import { may } from '@luoshi/kernel'

/** Keeps units, officers and posts. */
export const administrator = may('administrator', 'county')

/** Keeps what the county decides: parameters and days off. */
export const clerk = may('clerk', 'county')

/** Publishes whole new versions of lists that someone else drew up. */
export const publisher = may('list-publisher', 'county')

/** Reads everything and changes nothing. */
export const auditor = may('auditor', 'county')

/** Who may read every register of the administration. */
export const readers = [administrator, clerk, auditor]
