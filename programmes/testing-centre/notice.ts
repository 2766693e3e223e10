import { instrument, may } from '@luoshi/kernel'

export const notice = instrument('wuzhai', '五政办发〔2022〕35号')

/** From when on what is defined holds. */
export const validity = { version: 1, validFrom: '2022-09-07', validTo: null }

/** 综合检验检测中心, of which the county has one: whoever keeps its records. */
export const centre = may('centre', 'county')
/** 质量负责人、技术负责人 of the centre: who reviews and approves. */
export const manager = may('quality-manager', 'county')
/** The leading group’s members, who look on. */
export const member = may('member', 'county')
export const readers = [centre, manager, member]
