import { instrument } from '@luoshi/kernel'

/** 关于做好城乡居民基本医疗保险征收工作的通知 of 2021, which collects for 2022. */
export const levy2021 = instrument('wutai', '五政办发〔2021〕59号')

/** The same of 2022, which collects for 2023. */
export const levy2022 = instrument('wutai', '五政办发〔2022〕53号')
