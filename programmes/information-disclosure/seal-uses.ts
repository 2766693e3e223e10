import { choice, count, date, defineRegister, defineTally, fields, text } from '@luoshi/kernel'
import { countyOffice, disclosureHead, disclosureOffice, sealing } from './bases.ts'

/** What the seal is for, and nothing else. */
export const sealPurposes = {
  attribute: '拟发公文公开属性的认定',
  review: '拟发布政府信息的审核',
  reply: '依申请公开的答复办理',
  inquiry: '函询',
} as const

export const sealPurpose = choice('用途', sealPurposes)
export const usedOn = date('用章日期')

/** 政府信息公开专用章用章登记 */
export const sealUses = defineRegister({
  id: 'seal-uses',
  title: '政府信息公开专用章用章登记',
  basis: sealing,
  fields: fields({
    number: text('用章编号'),
    usedOn,
    purpose: sealPurpose,
    document: text('文件', { help: '文号、答复书字号或者函件名称' }),
    copies: count('份数', '份'),
    asker: text('申请用章的机构'),
    approver: text('批准人'),
  }),
  key: ['number'],
  access: {
    read: [disclosureOffice, disclosureHead, countyOffice],
    write: [countyOffice, disclosureOffice],
  },
})

export const sealUsesByPurpose = defineTally({
  id: 'seal-uses-by-purpose',
  title: '用章统计',
  basis: sealing,
  register: sealUses.id,
  by: [
    { kind: 'period', field: 'usedOn', every: 'year' },
    { kind: 'field', field: 'purpose' },
  ],
  columns: [
    { id: 'uses', title: '次数', states: ['current'] },
    { id: 'copies', title: '份数', sums: 'copies', states: ['current'] },
  ],
})
