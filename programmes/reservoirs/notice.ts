import { instrument, may } from '@luoshi/kernel'

export const notice = instrument('wutai', '五政办发〔2022〕62号')

/** From when on what is defined holds. */
export const validity = { version: 1, validFrom: '2022-12-13', validTo: null }

/** The water bureau, which leads the reform and checks. */
export const bureau = may('water-bureau', 'county')
/** The water centre, which manages all reservoirs after it. */
export const centre = may('water-centre', 'unit')
/** Who had a reservoir before, and hands it over. */
export const holder = may('holder', 'unit')
export const readers = [
  bureau,
  may('water-centre', 'county'),
  may('holder', 'county'),
  may('government', 'county'),
]
