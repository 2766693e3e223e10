import { instrument } from '@luoshi/kernel'

/** 五寨县自建房安全专项整治实施方案. */
export const notice = instrument('wuzhai', '五政办发〔2022〕25号')

/** From when on what is defined holds. */
export const validity = { version: 1, validFrom: '2022-07-09', validTo: null } as const
