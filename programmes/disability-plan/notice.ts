import { instrument } from '@luoshi/kernel'

/** 五台县“十四五”残疾人保障和发展规划. */
export const plan = instrument('wutai', '五政发〔2023〕17号')

export const validity = { version: 1, validFrom: '2023-06-21', validTo: null } as const
