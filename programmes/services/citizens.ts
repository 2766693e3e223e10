import {
  defineRegister,
  fields,
  files,
  idNumber,
  listOf,
  personalLongText,
  personalText,
  phone,
  reference,
  text,
  yesNo,
} from '@luoshi/kernel'
import { applicant } from './access.ts'
import { licensing, personalData } from './bases.ts'
import { guides } from './guides.ts'

/** 群众账号: one for a telephone number. Nobody but the person reads it. */
export const citizens = defineRegister({
  id: 'citizens',
  title: '群众账号',
  basis: personalData,
  fields: fields({
    number: text('账号编号'),
    phone: phone('手机号'),
    name: personalText('姓名', 'name').optional(),
    idNumber: idNumber('公民身份号码').optional(),
    isVerified: yesNo('已实名认证'),
  }),
  key: ['number'],
  access: { read: [applicant], write: [applicant] },
})

/** A form that was begun. */
export const drafts = defineRegister({
  id: 'drafts',
  title: '未提交的申请',
  basis: licensing.application,
  fields: fields({
    number: text('草稿编号'),
    guide: reference('办事指南', guides.id),
    filled: listOf('已填写的', fields({ field: text('项目'), value: personalLongText('内容') })),
    documents: files('附件').optional(),
  }),
  key: ['number'],
  access: { read: [applicant], write: [applicant] },
})
