import { instrument, law } from '@luoshi/kernel'

/** 五政办发〔2021〕61号: 五台县's enforcement platform, mobile handling, publicity and supervision. */
export const platform = instrument('wutai', '五政办发〔2021〕61号')

/** 五政发〔2022〕10号: powers that 五寨县 gave to its townships, and how they use them. */
export const townships = instrument('wuzhai', '五政发〔2022〕10号')

/** 五政办发〔2023〕25号: powers and duties of the townships of 五台县. */
export const powerList = instrument('wutai', '五政办发〔2023〕25号')

/** 五政办发〔2022〕31号: random checks by a published plan. */
export const openness = instrument('wuzhai', '五政办发〔2022〕31号')

/** 五政办发〔2021〕60号: checks of projects at rivers, and what goes to the police. */
export const rivers = instrument('wutai', '五政办发〔2021〕60号')

/** 《行政处罚法》 */
export const penalty = (article: string) => law('行政处罚法', article)

/** 《行政强制法》 */
export const compulsion = (article: string) => law('行政强制法', article)

/** 国办发〔2018〕118号: publicity, record of the whole process, legal review. */
export const threeSystems = law('国办发〔2018〕118号', '行政执法公示制度')

/** The version and validity that all procedures of the programme share. */
export const validity = { version: 1, validFrom: '2021-09-22', validTo: null } as const
