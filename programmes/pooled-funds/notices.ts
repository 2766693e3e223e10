import { instrument, may } from '@luoshi/kernel'

/** The adjustment in the middle of 2021. */
export const adjustment = instrument('wutai', '五政发〔2021〕26号')
/** The second plan of 2023, with its 73 projects. */
export const secondPlan = instrument('wutai', '五政发〔2023〕24号')

/** From when on what is defined holds. */
export const validity = { version: 1, validFrom: '2021-08-29', validTo: null }

/** Who draws up plans and pays; neither notice names it. */
export const office = may('pool-office', 'county')
/** The county's government, which approves a plan. */
export const government = may('government', 'county')
/** A township, for the projects in it. */
export const township = may('township', 'unit')
/** A department, for the projects that it carries out. */
export const department = may('department', 'unit')
/** Whoever carries out projects. */
export const carriers = [township, department]
export const readers = [office, government, ...carriers]
