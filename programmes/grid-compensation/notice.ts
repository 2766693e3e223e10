import { instrument, may } from '@luoshi/kernel'

export const notice = instrument('wutai', '五政办发〔2022〕50号')

/** From when on what is defined holds. */
export const validity = { version: 1, validFrom: '2022-08-26', validTo: null }

/** A township, or the scenic area, in which land is taken. */
export const township = may('township', 'unit')
/** Who builds, and settles questions together with the township. */
export const builder = may('builder', 'county')
/** Who pays; the notice does not name it. */
export const department = may('department', 'county')
export const readers = [township, builder, department]
