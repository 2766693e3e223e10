import { addMonths, instrument } from '@luoshi/kernel'

/** 农村自建房用作经营场所管理办法（试行）. */
export const premisesNotice = instrument('wutai', '五政办发〔2021〕49号')

const ISSUED = '2021-07-19'
const YEARS_IN_FORCE = 3

/** In force from the day of issue for three years; whether the last day is that day three years on is a gap. */
export const premisesValidity = {
  version: 1,
  validFrom: ISSUED,
  validTo: addMonths(ISSUED, YEARS_IN_FORCE * 12),
}
