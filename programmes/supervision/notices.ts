import { instrument } from '@luoshi/kernel'

/**
 * 五台县落实“五有套餐”创优营商环境配套实施方案（暂行）: it orders the working rule 13710 for all of the county's government.
 * 五寨县's notice of the same name does so in the same words.
 */
export const wutaiNotice = instrument('wutai', '五政办发〔2022〕60号')
export const wuzhaiNotice = instrument('wuzhai', '五政办发〔2022〕37号')

/** Measure 35: the rule, and 县政府办 answers for it. */
export const rule13710 = wutaiNotice.lines(867, 869)

/** The rule is the province's of 2016; no notice says from when it is new. */
export const RULE_BEGINS = '2016-09-01'
