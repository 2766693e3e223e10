import {
  choice,
  creditCode,
  date,
  defineRegister,
  fields,
  idNumber,
  longText,
  personalText,
  phone,
  text,
} from '@luoshi/kernel'
import { answering, applicant, countyOffice, disclosureHead, disclosureOffice } from './bases.ts'
import { remedy } from './remedy.ts'
import { reportRow } from './results.ts'

/** Who asks, as the yearly report tells them apart. */
export const applicantKinds = {
  person: '自然人',
  company: '商业企业',
  research: '科研机构',
  welfare: '社会公益组织',
  legalService: '法律服务机构',
  otherOrganisation: '其他',
} as const

/** What an applicant fills in (条例第二十九条). */
export const asked = {
  applicantKind: choice('申请人类型', applicantKinds),
  applicant: personalText('申请人姓名或者名称', 'name'),
  idNumber: idNumber('公民身份号码', { help: '自然人填写' }).optional(),
  creditCode: creditCode('统一社会信用代码', { help: '单位填写' }).optional(),
  contact: phone('联系电话'),
  address: personalText('通讯地址', 'address', { help: '需要邮寄答复时填写' }).optional(),
  content: longText('所需政府信息', { help: '写明名称、文号，或者便于查找的其他特征' }),
  form: choice('提供方式', { paper: '纸质', electronic: '电子邮件', onSite: '现场查阅、抄录' }),
}

/** 有申请必登记 */
export const requests = defineRegister({
  id: 'requests',
  title: '依申请公开登记台账',
  basis: answering,
  fields: fields({
    number: text('登记编号'),
    receivedOn: date('收到申请的日期', {
      help: '当面提交的当天，平常信函和网上提交的以双方确认之日为准',
    }),
    channel: choice('申请方式', {
      onSite: '当面提交',
      post: '邮寄',
      online: '互联网渠道',
      other: '传真或者其他',
    }),
    ...asked,
    reportRow: reportRow.optional(),
    remedy: remedy.optional(),
  }),
  key: ['number'],
  access: {
    read: [applicant, disclosureOffice, disclosureHead, countyOffice],
    write: [applicant, disclosureOffice],
  },
})
