/** Code lists of GB/T 39046—2020, annex A: value → label. */
export const itemTypes = {
  '01': '行政许可',
  '02': '行政处罚',
  '03': '行政强制',
  '04': '行政征收',
  '05': '行政给付',
  '06': '行政检查',
  '07': '行政确认',
  '08': '行政奖励',
  '09': '行政裁决',
  '10': '其他类别事项',
  '20': '公共服务事项',
} as const

/** A.4 服务对象 */
export const serviceObjects = {
  '1': '自然人',
  '2': '企业法人',
  '3': '事业法人',
  '4': '社会组织法人',
  '5': '行政机关',
  '6': '其他组织',
} as const

/** A.5 办理形式 */
export const channels = {
  '1': '窗口办理',
  '2': '电脑端网上办理',
  '3': '移动端网上申请',
  '4': '快递申请',
  '9': '其他',
} as const

/** A.8 满意度: the code runs against the stars. The last two are bad. */
export const satisfactions = {
  '1': '非常满意',
  '2': '满意',
  '3': '基本满意',
  '4': '不满意',
  '5': '非常不满意',
} as const

export type Satisfaction = keyof typeof satisfactions

/** 差评: the two lowest levels. */
export const badLevels: readonly Satisfaction[] = ['4', '5']
