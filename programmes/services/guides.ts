import {
  choice,
  count,
  defineProcedure,
  defineRegister,
  fields,
  listOf,
  type RecordOf,
  text,
  unit,
  yesNo,
} from '@luoshi/kernel'
import { bureau, examiner, hotline, officers } from './access.ts'
import { environment, licensing, wutaiPackage } from './bases.ts'
import { itemTypes, serviceObjects } from './code-lists.ts'

/** From whom a material comes: what government has itself, or what an e-licence shows, is not asked for. */
export const materialSources = {
  applicant: '申请人提供',
  held: '政府部门已有，可以查询核验',
  licence: '有电子证照',
} as const

/** How a question of a form is answered. */
export const questionKinds = {
  text: '一行文字',
  long: '一段文字',
  number: '整数',
  measure: '可带小数的数',
  date: '日期',
  choice: '选一项',
  yesNo: '是或否',
} as const

/** What stops the clock, as the guide announces it. */
export const specialKinds = {
  hearing: '听证',
  expert: '专家评审',
  inspection: '检验、检测、检疫',
  appraisal: '鉴定',
  auction: '招标、拍卖',
} as const

/** One thing that a form asks. */
export const questionFields = fields({
  label: text('问题'),
  kind: choice('怎样填', questionKinds),
  choices: listOf('可选的', text('选项')).optional(),
  measuredIn: text('计量单位').optional(),
  help: text('说明').optional(),
  isRequired: yesNo('必填'),
  isPersonal: yesNo('涉及个人'),
})

/** One material of an application. */
export const materialFields = fields({
  name: text('材料名称'),
  source: choice('来源', materialSources),
  issuer: text('出具机构').optional(),
  isRequired: yesNo('必备'),
  canBePromised: yesNo('可以用承诺代替'),
  note: text('要求').optional(),
})

const guideShape = {
  item: text('事项名称'),
  situation: text('办理情形', { help: '写到不能再分：小餐饮店新办' }),
  kind: choice('事项类型', itemTypes),
  listed: text('清单中的位置', { help: '行政许可事项清单第77项' }).optional(),
  objects: listOf('服务对象', choice('服务对象', serviceObjects)),
  decidedBy: unit('审批部门'),
  jointFirst: unit('第一会办部门').optional(),
  jointSecond: unit('第二会办部门').optional(),
  jointThird: unit('第三会办部门').optional(),
  source: listOf('设定依据', text('依据')),
  conditions: listOf('办理条件', text('条件')),
  materials: listOf('申请材料', materialFields),
  questions: listOf('申请表', questionFields),
  steps: listOf('办理环节', text('环节')),
  special: listOf('不计入期限的程序', choice('程序', specialKinds)),
  legalDays: count('法定办结时限', '个工作日'),
  promisedDays: count('承诺办结时限', '个工作日'),
  fee: text('收费', { help: '不收费的写“不收费”' }),
  result: text('办理结果', { help: '证件名称' }),
  validity: text('结果有效期').optional(),
  canPromise: yesNo('可以告知承诺办理'),
  isOnline: yesNo('可以网上办理'),
  place: text('办理地点'),
  hours: text('办理时间'),
  enquiries: text('咨询方式'),
  complaints: text('监督投诉方式'),
  answers: listOf('常见问题', text('问题和回答')).optional(),
  isRatable: yesNo('可以评价'),
  isTransferred: yesNo('已划转行政审批局'),
}

/** 办事指南: one for each item and situation; portal, counter and paper read the same record. */
export const guides = defineRegister({
  id: 'guides',
  title: '办事指南',
  basis: licensing.publicity,
  fields: fields({ number: text('指南编号'), ...guideShape }),
  key: ['number'],
  calledBy: ['item', 'situation'],
  access: { read: [...officers, hotline], write: [bureau, examiner] },
})

/** A guide as it is published. */
export type Guide = RecordOf<typeof guides.fields>
export type GuideMaterial = RecordOf<typeof materialFields>
export type Question = RecordOf<typeof questionFields>

/** Draft, published, changed, withdrawn: what applies is the published one. */
export const guiding = defineProcedure({
  id: 'guiding',
  title: '办事指南编制和公布',
  basis: environment.guide,
  version: 1,
  validFrom: '2020-01-01',
  validTo: null,
  register: guides.id,
  subject: guides.fields,
  access: { read: guides.access.read },
  lookups: {},
  opening: { title: '起草指南', by: [bureau, examiner], basis: environment.guide },
  initial: 'drafted',
  states: {
    drafted: {
      title: '起草中',
      on: {
        edit: {
          title: '修改草稿',
          to: 'drafted',
          by: [bureau, examiner],
          basis: environment.guide,
          input: changeable(),
        },
        publish: {
          title: '公布',
          to: 'published',
          by: [bureau],
          basis: licensing.publicity,
          gates: ['guide-within-law', 'guide-ratable'],
        },
      },
    },
    published: {
      title: '已公布',
      rests: true,
      on: {
        revise: {
          title: '修订',
          to: 'published',
          by: [bureau],
          basis: environment.guide,
          input: changeable(),
          gates: ['guide-within-law', 'guide-ratable'],
        },
        withdraw: {
          title: '撤下',
          to: 'withdrawn',
          by: [bureau],
          basis: environment.guide,
          needsReason: true,
        },
      },
    },
    withdrawn: {
      title: '已撤下',
      final: 'withdrawn',
      on: {
        restore: {
          title: '恢复',
          to: 'drafted',
          by: [bureau],
          basis: wutaiPackage.lines(821, 823),
          needsReason: true,
        },
      },
    },
  },
  limits: {},
})

function changeable() {
  return fields(
    Object.fromEntries(Object.entries(guideShape).map(([name, field]) => [name, field.optional()])),
  )
}
