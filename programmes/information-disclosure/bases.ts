import { instrument, law, may } from '@luoshi/kernel'

/** 五台县2021年政务公开工作实施方案 */
export const wutai = instrument('wutai', '五政办发〔2021〕42号')
/** 五寨县2022年政务公开工作实施方案 */
export const wuzhai = instrument('wuzhai', '五政办发〔2022〕31号')

/** 有申请必登记、有申请必答复；受理、补正、征求意见、作出决定、报批、送达 */
export const answering = wutai.lines(284)
/** 答复书的形式要件 */
export const elements = wuzhai.lines(2319)
/** 政府信息公开专用章 */
export const sealing = wutai.lines(278)
/** 便民答复 */
export const convenience = wutai.lines(199, 201)
/** 标准目录的执行、通报、限期整改 */
export const standardList = wutai.lines(195)
/** 重大建设项目的8类信息 */
export const projectsShown = wuzhai.lines(2299)

/** What the regulation of 2019 says of requests. */
export const regulation = {
  /** 申请应当包括的内容 */
  request: law('政府信息公开条例', '第二十九条'),
  /** 一次性补正，七个工作日 */
  correction: law('政府信息公开条例', '第三十条'),
  /** 收到申请的时间 */
  received: law('政府信息公开条例', '第三十一条'),
  /** 征求第三方意见，十五个工作日 */
  thirdParty: law('政府信息公开条例', '第三十二条'),
  /** 二十个工作日，延长不超过二十个工作日，征求意见的时间不计算在内 */
  limits: law('政府信息公开条例', '第三十三条'),
  /** 各种情形的答复 */
  answers: law('政府信息公开条例', '第三十六条'),
  /** 年度报告 */
  report: law('政府信息公开条例', '第五十条'),
} as const

/** From when on what is defined holds. */
export const validity = { version: 1, validFrom: '2021-07-07', validTo: null } as const

/** Who asks. */
export const applicant = may('applicant', 'own')
/** 政务公开工作机构: the office that answers requests of its organ. */
export const disclosureOffice = may('disclosure-office', 'unit')
/** Who heads it, in the organ or above it: approves answers and longer limits. */
export const disclosureHead = may('disclosure-head', 'below')
/** 县政府办公室: keeps the seal and the lists, circulates. */
export const countyOffice = may('county-office', 'county')
/** A department or township, for what it publishes itself. */
export const publisher = may('publisher', 'unit')
export const hotline = may('hotline', 'county')
