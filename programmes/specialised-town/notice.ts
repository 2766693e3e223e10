import { instrument } from '@luoshi/kernel'

/** 五台县促进专业镇高质量发展实施方案. */
export const notice = instrument('wutai', '五政办发〔2023〕19号')

export const validity = { version: 1, validFrom: '2023-06-20', validTo: null } as const
