import {
  type ChangeParts,
  choice,
  count,
  date,
  defineRegister,
  fields,
  listOf,
  may,
  text,
  yesNo,
} from '@luoshi/kernel'
import type { LicenceNotice } from './licence-notice.ts'

/** The office that keeps the list. */
export const reviewOffice = may('review-office', 'county')
/** A department or township that carries licences out. */
export const department = may('department', 'unit')
/** The justice bureau, which reviews drafts. */
export const justice = may('justice', 'county')
/** The county government. */
export const government = may('government', 'county')

const readers = [reviewOffice, may('department', 'county'), justice, government]

/** What a guide says to an applicant; none of it may be made heavier. */
export const guideShape = {
  conditions: listOf('许可条件', text('条件')),
  materials: listOf('申请材料', text('材料')),
  agencies: listOf('中介服务', text('中介服务')),
  steps: listOf('审批环节', text('环节')),
  fees: listOf('收费项目', text('收费项目')),
  quotas: listOf('数量限制', text('限制')),
  limitDays: count('办理时限', '个工作日'),
}

/** The thirteen fields by which a licence is carried out. Any may be blank while it is being written. */
export const specificationShape = {
  level: text('审批层级').optional(),
  kind: text('事项类型').optional(),
  conditions: text('许可条件').optional(),
  materials: text('申请材料').optional(),
  agencies: text('中介服务', { help: '没有的写“无”' }).optional(),
  procedure: text('审批程序').optional(),
  limits: text('受理和审批时限').optional(),
  fees: text('收费', { help: '不收费的写“不收费”' }).optional(),
  certificate: text('许可证件').optional(),
  quota: text('数量限制', { help: '没有的写“无”' }).optional(),
  annualInspection: text('年检要求', { help: '没有的写“无”' }).optional(),
  annualReport: text('年报要求', { help: '没有的写“无”' }).optional(),
  supervisor: text('监管主体').optional(),
}

/** The forms in which a measure may hide a licence: fourteen that the notice names, and any other. */
export const measureForms = {
  filing: '备案',
  proof: '证明',
  directory: '目录',
  scheme: '计划',
  planning: '规划',
  recording: '登记',
  registration: '注册',
  designation: '指定',
  determination: '认定',
  certification: '认证',
  validation: '审定',
  'annual-inspection': '年检',
  'annual-report': '年报',
  'supervised-making': '监制',
  other: '其他',
} as const

/** The three ways in which a disguised licence is put right. */
export const remedies = {
  stop: '停止实施',
  'other-way': '调整实施方式',
  'legal-basis': '完善设定依据',
} as const

/** The six special lists that must be kept the same as the list of licences. */
export const specialLists = {
  'market-access': '市场准入负面清单',
  services: '政务服务事项基本目录',
  supervision: '“互联网+监管”事项清单',
  investment: '投资项目审批事项清单',
  construction: '工程建设项目审批事项清单',
  'one-seal': '“一枚印章管审批”改革行政审批事项划转基本目录',
} as const

/** What the notice sets a day for. */
const jobs = {
  list: '编制清单',
  'clean-up': '清查整治变相许可',
  specifications: '制定实施规范',
  guides: '更新办事指南',
} as const

/** The registers that the notice asks for. */
export function licenceRegisters(notice: LicenceNotice, changes: ChangeParts) {
  return {
    specifications: defineRegister({
      id: 'specifications',
      title: '行政许可实施规范',
      basis: notice.specification,
      fields: fields({
        number: text('规范编号'),
        item: text('行政许可事项'),
        situation: text('业务办理项或情形项', { help: '按最小颗粒度填写' }),
        ...specificationShape,
      }),
      key: ['number'],
      access: { read: readers, write: [department] },
    }),
    guides: defineRegister({
      id: 'guides',
      title: '行政许可办事指南',
      basis: notice.guide,
      fields: fields({
        number: text('指南编号'),
        item: text('行政许可事项'),
        ...guideShape,
      }),
      key: ['number'],
      access: { read: readers, write: [department] },
    }),
    measures: defineRegister({
      id: 'measures',
      title: '管理措施清查台账',
      basis: notice.disguised,
      fields: fields({
        number: text('措施编号'),
        name: text('管理措施'),
        form: choice('实施形式', measureForms),
        isListed: yesNo('已列入行政许可事项清单'),
        isDirect: yesNo('直接面向公民、法人和其他组织'),
        needsApproval: yesNo('经申请获批后方可从事特定活动'),
      }),
      key: ['number'],
      access: { read: readers, write: [department, reviewOffice] },
    }),
    changes: defineRegister({
      id: 'changes',
      title: '清单调整台账',
      basis: notice.adjustment,
      fields: fields({
        number: text('调整编号'),
        ...changes.shape,
      }),
      key: ['number'],
      access: { read: readers, write: [department, reviewOffice] },
    }),
    publications: defineRegister({
      id: 'publications',
      title: '清单发布台账',
      basis: notice.oneSource,
      fields: fields({
        number: text('发布编号'),
        listVersion: text('清单版本', { help: '如2022年版' }),
        specificationVersion: text('实施规范版本'),
        guideVersion: text('办事指南版本'),
        approvedOn: date('县人民政府审定日期').optional(),
      }),
      key: ['number'],
      access: { read: readers, write: [reviewOffice] },
    }),
    superiorItems: defineRegister({
      id: 'superior-items',
      title: '上级行政许可事项清单',
      basis: notice.sameAsSuperior,
      fields: fields({
        edition: text('清单版本', { help: '如2022年版；与本县清单比较的是版本名排在最后的一版' }),
        name: text('行政许可事项'),
        superior: text('主管部门'),
        holders: listOf('实施机关', text('机关')),
        source: text('设定和实施依据'),
      }),
      key: ['edition', 'name'],
      access: { read: readers, write: [reviewOffice] },
    }),
    specialItems: defineRegister({
      id: 'special-items',
      title: '专项清单中的许可事项',
      basis: notice.specialLists,
      fields: fields({
        list: choice('专项清单', specialLists),
        edition: text('清单版本'),
        name: text('行政许可事项'),
      }),
      key: ['list', 'edition', 'name'],
      access: { read: readers, write: [reviewOffice] },
    }),
    jobs: defineRegister({
      id: 'jobs',
      title: '限时任务台账',
      basis: notice.deadlines.work.basis,
      fields: fields({ department: text('部门'), job: choice('任务', jobs) }),
      key: ['department', 'job'],
      access: { read: readers, write: [reviewOffice, department] },
    }),
    disputes: defineRegister({
      id: 'disputes',
      title: '监管主体争议台账',
      basis: notice.dispute,
      fields: fields({
        number: text('争议编号'),
        item: text('行政许可事项'),
        units: listOf('有争议的部门', text('部门')),
        question: text('争议内容'),
      }),
      key: ['number'],
      access: { read: readers, write: [department, reviewOffice] },
    }),
  }
}

export type LicenceRegisters = ReturnType<typeof licenceRegisters>
