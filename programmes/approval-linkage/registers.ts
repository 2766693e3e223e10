import { choice, count, date, defineRegister, fields, instrument, may, text, yesNo } from '@luoshi/kernel'

export const notice = instrument('wutai', '五政办发〔2021〕48号')

/** The county's bureau of administrative approval. */
export const bureau = may('approval-bureau', 'county')
/** A department that approved before and supervises now. */
export const department = may('department', 'unit')
/** Townships, which keep the village service points. */
export const township = may('township', 'below')
/** The county government's office, which urges. */
export const office = may('office', 'county')
const readers = [bureau, office, may('department', 'county')]

/** Levels at which a service has the same name under the same code. */
export const levels = { state: '国家', province: '省', city: '市', county: '县' } as const

/** Service items: four elements the same at all levels, five the same at each. */
export const services = defineRegister({
  id: 'services',
  title: '政务服务事项台账',
  basis: notice.lines(904),
  fields: fields({
    number: text('序号'),
    code: text('事项编码'),
    name: text('事项名称'),
    level: choice('层级', levels),
    basis: text('设定依据').optional(),
    kind: text('事项类型').optional(),
    procedure: text('办事流程').optional(),
    materials: text('申请材料').optional(),
    limit: text('办理时限').optional(),
    standard: text('办事标准').optional(),
    online: text('网办事项').optional(),
    isProvinceWide: yesNo('全省通办'),
  }),
  key: ['number'],
  access: { read: readers, write: [bureau, department] },
})

/** 一件事一次办: several items handled as one. */
export const packages = defineRegister({
  id: 'packages',
  title: '“一件事”套餐台账',
  basis: notice.lines(916, 918),
  fields: fields({
    number: text('套餐编号'),
    name: text('套餐名称'),
    items: text('包含事项'),
    publishedOn: date('政务服务网公布日期').optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [bureau] },
})

/** Villages and communities, and whether a service point of the network is there. */
export const villages = defineRegister({
  id: 'villages',
  title: '村（社区）网上服务站点台账',
  basis: notice.lines(908),
  fields: fields({
    village: text('村（社区）'),
    township: text('乡（镇）'),
    isCovered: yesNo('已设网上服务站点'),
  }),
  key: ['township', 'village'],
  access: { read: [...readers, township], write: [township, bureau] },
})

/** Three ways in which blank certificates are got. */
export const sources = {
  bought: '国家部委定点印刷企业购置',
  printed: '县自行印制',
  fetched: '由市行政审批服务管理局统一领取',
} as const

/** Blank certificates as they come in and go out. */
export const certificates = defineRegister({
  id: 'blank-certificates',
  title: '空白证照台账',
  basis: notice.lines(910, 912),
  fields: fields({
    number: text('批次编号'),
    certificate: text('证照名称'),
    source: choice('来源', sources),
    receivedOn: date('入库日期'),
    received: count('入库数量', '本'),
    used: count('已用数量', '本'),
  }),
  key: ['number'],
  access: { read: readers, write: [bureau] },
})

/** Results that were pushed to whoever supervises, and what came back. */
export const results = defineRegister({
  id: 'results',
  title: '审批结果推送台账',
  basis: notice.lines(934),
  fields: fields({
    number: text('审批文号'),
    item: text('审批事项'),
    applicant: text('申请单位'),
    supervisor: text('监管部门'),
    channel: choice('推送方式', {
      platform: '“互联网+监管”系统',
      dingtalk: '钉钉',
      office: 'OA系统',
      mail: '电子邮件',
      letter: '书面函件',
    }),
  }),
  key: ['number'],
  access: { read: readers, write: [bureau] },
})
