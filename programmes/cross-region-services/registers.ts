import {
  choice,
  date,
  defineRegister,
  fields,
  instrument,
  listOf,
  may,
  personalText,
  phone,
  reference,
  text,
  yesNo,
} from '@luoshi/kernel'

export const notice = instrument('wutai', '五政办发〔2021〕63号')

/** The county's bureau of administrative approval, which leads. */
export const bureau = may('approval-bureau', 'county')
/** The counter that takes in what another place decides. */
export const counter = may('counter', 'unit')
/** A department that decides. */
export const department = may('department', 'unit')
/** A place with which the county has an agreement. */
export const partner = may('partner', 'county')
const readers = [bureau, may('counter', 'county'), may('department', 'county'), partner]

/** How far a service reaches: what can be done from another province can be done from anywhere in this one. */
export const scopes = {
  'cross-province': '跨省通办',
  'whole-province': '全省通办',
  regional: '区域通办',
} as const

export const modes = { online: '全程网办', proxy: '异地代收代办', joint: '多地联办' } as const

/** The seven elements of a service, and the five points at which all places must be alike. */
export const elementsShape = {
  conditions: text('申请条件').optional(),
  application: text('申报方式').optional(),
  intake: text('受理模式').optional(),
  review: text('审核程序').optional(),
  limit: text('办理时限').optional(),
  delivery: text('发证方式').optional(),
  fees: text('收费标准').optional(),
}
export const unifiedShape = {
  unifiedName: yesNo('事项名称统一').optional(),
  unifiedMaterials: yesNo('申请材料统一').optional(),
  unifiedPoints: yesNo('审查要点统一').optional(),
  unifiedFlow: yesNo('审批流程统一').optional(),
  unifiedLimit: yesNo('服务时限统一').optional(),
}

/** Services that can be asked for from elsewhere. */
export const services = defineRegister({
  id: 'services',
  title: '通办事项台账',
  basis: notice.lines(725, 757),
  fields: fields({
    number: text('事项编号'),
    name: text('事项名称'),
    scope: choice('通办范围', scopes),
    source: choice('来源', {
      state: '全国清单',
      province: '山西清单',
      city: '忻州市清单',
      county: '本县补充',
    }),
    mode: choice('通办模式', modes),
    isPartnered: yesNo('与外地合作办理'),
    ...elementsShape,
    ...unifiedShape,
  }),
  key: ['number'],
  access: { read: readers, write: [bureau] },
})

/** Agreements with other places. */
export const agreements = defineRegister({
  id: 'agreements',
  title: '通办合作协议台账',
  basis: notice.lines(785),
  fields: fields({
    number: text('协议编号'),
    region: text('合作地区'),
    duties: text('双方权利义务'),
    services: listOf('通办事项', reference('通办事项', services.id)),
    responsibilities: text('责任划分'),
    connection: text('系统对接安排'),
    recognition: text('证照互认安排'),
    signedOn: date('签订日期'),
  }),
  key: ['number'],
  access: { read: readers, write: [bureau] },
})

/** Applications taken in here for another place, or there for here. */
export const applications = defineRegister({
  id: 'applications',
  title: '异地收件台账',
  basis: notice.lines(759),
  fields: fields({
    number: text('收件编号'),
    service: reference('通办事项', services.id),
    applicant: personalText('申请人', 'name'),
    contact: phone('联系电话'),
    takenAt: text('收件地'),
    decidedBy: text('属地办理部门'),
    deliverTo: choice('递送范围', { inside: '省内', outside: '省外', none: '自取' }),
    required: listOf(
      '所需材料',
      fields({
        material: text('材料名称'),
        isShared: yesNo('政府部门核发，可共享核验'),
        hasLicence: yesNo('有电子证照'),
        isGiven: yesNo('申请人已提交'),
      }),
    ),
  }),
  key: ['number'],
  access: { read: readers, write: [counter, partner] },
})

/** Results that were got by false papers. */
export const creditEntries = defineRegister({
  id: 'credit-entries',
  title: '提交虚假材料信用记录',
  basis: notice.lines(823),
  fields: fields({
    number: text('记录编号'),
    application: reference('收件', applications.id),
    subject: personalText('提交虚假材料的个人或者企业', 'name'),
    fact: text('虚假情形'),
  }),
  key: ['number'],
  access: { read: readers, write: [bureau] },
})

/** Complaints from 12345 and bad ratings. */
export const complaints = defineRegister({
  id: 'complaints',
  title: '跨区域服务投诉台账',
  basis: notice.lines(815, 831),
  fields: fields({
    number: text('投诉编号'),
    origin: choice('来源', { hotline: '12345热线', rating: '差评', other: '其他' }),
    content: text('投诉内容'),
    unit: text('责任单位'),
    dueOn: date('办理期限', { help: '原文没有写明，由县里定' }),
  }),
  key: ['number'],
  access: { read: readers, write: [bureau] },
})

/** People who try the service unannounced. */
export const testers = defineRegister({
  id: 'testers',
  title: '模拟审批体验官台账',
  basis: notice.lines(819),
  fields: fields({
    number: text('聘任编号'),
    name: personalText('姓名', 'name'),
    appointedOn: date('聘任日期'),
  }),
  key: ['number'],
  access: { read: readers, write: [bureau] },
})

/** What they found. */
export const findings = defineRegister({
  id: 'findings',
  title: '模拟审批体验问题台账',
  basis: notice.lines(819),
  fields: fields({
    number: text('问题编号'),
    tester: reference('体验官', testers.id),
    problem: text('发现的问题'),
    unit: text('整改单位'),
  }),
  key: ['number'],
  access: { read: readers, write: [bureau] },
})

/** The thirteen steps, with the units that the notice names. */
export const steps = defineRegister({
  id: 'steps',
  title: '通办工作步骤台账',
  basis: notice.lines(771, 823),
  fields: fields({
    number: text('步骤'),
    phase: text('阶段'),
    task: text('任务'),
    units: listOf('责任单位', text('单位')),
    progress: text('进展').optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [bureau] },
})
