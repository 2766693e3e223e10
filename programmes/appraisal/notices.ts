import { instrument } from '@luoshi/kernel'

/** 五台县2021年高质量发展综合绩效考核指标目标. Lines are those of the gazette's file. */
export const assessment = instrument('wutai', '五政办发〔2021〕46号')

/** 关于调整2021年度高质量发展综合绩效考核指标的通知. */
export const adjustment = instrument('wutai', '五政办发〔2021〕57号')

/** 五台县交通基础设施项目承诺制改革实施方案: it speaks of the assessment. */
export const commitmentReform = instrument('wutai', '五政办发〔2021〕43号')

/** Both notices are for the year 2021: what they set is for all its periods. */
export const YEAR = '2021'
export const YEAR_BEGINS = '2021-01-01'
