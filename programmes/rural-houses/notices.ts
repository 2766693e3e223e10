import { addMonths, instrument } from '@luoshi/kernel'

/** 农村集体建设用地房屋建筑设计施工监理管理服务办法实施细则（试行）. */
export const buildingNotice = instrument('wutai', '五政办发〔2021〕50号')

/** In force from the day of issue, for as long as the province’s own measures; until when those are is not said. */
export const buildingValidity = { version: 1, validFrom: '2021-07-29', validTo: null }

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
