import { instrument, may } from '@luoshi/kernel'

/** 关于做好2023年春节期间禁止燃烧旺火和烟花爆竹“五禁”工作的通知. */
export const notice = instrument('wutai', '五政办发〔2022〕64号')

/** From when on what is defined holds. */
export const validity = { version: 1, validFrom: '2022-12-29', validTo: null } as const

/** The office of the leading group: daily dispatch, supervision, release, statistics. */
export const office = may('group-office', 'county')
export const township = may('township', 'unit')
export const leader = may('county-leader', 'county')
