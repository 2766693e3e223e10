import { instrument, may } from '@luoshi/kernel'

export const notice = instrument('wuzhai', '五政办发〔2022〕48号')

/** From when on what is defined holds. */
export const validity = { version: 1, validFrom: '2022-11-28', validTo: null }

/** 县林业局, which answers for most of it. */
export const forestry = may('forestry', 'county')
/** Other departments that have a part. */
export const department = may('department', 'county')
/** A township: who is on the land. */
export const township = may('township', 'unit')
export const readers = [forestry, department, township]
