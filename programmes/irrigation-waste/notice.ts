import { instrument } from '@luoshi/kernel'

/** 五台县农田灌溉用水浪费现象专项整治工作方案. */
export const notice = instrument('wutai', '五政办发〔2021〕53号')

export const validity = { version: 1, validFrom: '2021-08-09', validTo: null } as const
