import { instrument, may } from '@luoshi/kernel'

export const notice = instrument('wutai', '五政办发〔2021〕44号')

/** From when on what is defined holds. */
export const validity = { version: 1, validFrom: '2021-07-13', validTo: null }

/** The development and reform bureau, which dispatches and collects. */
export const bureau = may('bureau', 'county')
/** Townships, the zone and the scenic area: their projects are theirs. */
export const place = may('place', 'unit')
export const readers = [bureau, may('place', 'county'), may('department', 'county')]
