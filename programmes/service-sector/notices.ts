import { instrument } from '@luoshi/kernel'

/** 五台县推进服务业提质增效行动计划, one for each year. Lines are those of each gazette's file. */
export const plan2021 = instrument('wutai', '五政办发〔2021〕45号')
export const plan2022 = instrument('wutai', '五政办发〔2022〕52号')
export const plan2023 = instrument('wutai', '五政办发〔2023〕28号')

export const validity = { version: 1, validFrom: '2021-07-13', validTo: null } as const
