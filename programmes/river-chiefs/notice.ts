import { instrument } from '@luoshi/kernel'

/** 2021年五台县河湖长制工作要点. */
export const notice = instrument('wutai', '五政办发〔2021〕60号')

export const validity = { version: 1, validFrom: '2021-09-14', validTo: null } as const
