import { instrument, law } from '@luoshi/kernel'

/** Articles on which the handling of applications rests. */
export const licensing = {
  /** 申请的提出和代理 */
  application: law('行政许可法', '第二十九条'),
  /** 公示和说明 */
  publicity: law('行政许可法', '第三十条'),
  /** 申请人对材料的真实性负责 */
  truth: law('行政许可法', '第三十一条'),
  /** 对申请的处理：不需要、不属本机关、一次告知补正、受理 */
  intake: law('行政许可法', '第三十二条'),
  /** 审查申请材料 */
  examination: law('行政许可法', '第三十四条'),
  /** 一个窗口、联合办理 */
  oneWindow: law('行政许可法', '第二十六条'),
  /** 准予和不予的书面决定 */
  decision: law('行政许可法', '第三十八条'),
  /** 颁发许可证件 */
  certificate: law('行政许可法', '第三十九条'),
  /** 二十日、四十五日 */
  limits: law('行政许可法', '第四十二条'),
  /** 十日内颁发、送达 */
  handing: law('行政许可法', '第四十四条'),
  /** 涉及公共利益的，向社会公告并举行听证 */
  publicHearing: law('行政许可法', '第四十六条'),
  /** 直接涉及他人重大利益的，告知听证权利：五日内提出，二十日内组织 */
  hearing: law('行政许可法', '第四十七条'),
  /** 七日前通知，由审查人员以外的人主持，制作笔录 */
  hearingOrder: law('行政许可法', '第四十八条'),
  /** 受理之日起五日内指派两名以上工作人员检验、检测、检疫 */
  inspection: law('行政许可法', '第五十五条'),
  /** 不计入期限的听证、检验、检测、专家评审等 */
  outsideClock: law('行政许可法', '第四十五条'),
  /** 欺骗、贿赂取得的应当撤销 */
  annulment: law('行政许可法', '第六十九条'),
  /** 监督检查 */
  supervision: law('行政许可法', '第六十一条'),
  /** 期限以工作日计算 */
  workingDays: law('行政许可法', '第八十二条'),
} as const

/** The regulation that has guides published, promises taken and windows shared. */
export const environment = {
  /** 证照分离：实行告知承诺 */
  promise: law('优化营商环境条例', '第十九条'),
  /** 政务服务标准化，编制公开办事指南，不得增设条件和环节 */
  guide: law('优化营商环境条例', '第三十五条'),
  /** 集中办理、就近办理、网上办理、异地可办 */
  counter: law('优化营商环境条例', '第三十六条'),
} as const

/** 法人、自然人的个人信息处理 */
export const personalData = law('个人信息保护法', '第三十四条')

/** 五台县推进政务服务“跨省通办”“全省通办”工作方案 */
export const crossRegion = instrument('wutai', '五政办发〔2021〕63号')
/** 五台县落实“五有套餐”创优营商环境配套实施方案（暂行） */
export const wutaiPackage = instrument('wutai', '五政办发〔2022〕60号')
/** 五寨县落实“五有套餐”创优营商环境配套实施方案（暂行） */
export const wuzhaiPackage = instrument('wuzhai', '五政办发〔2022〕37号')
