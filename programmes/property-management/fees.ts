import {
  date,
  defineProcedure,
  defineRegister,
  defineTextPaper,
  fields,
  gap,
  longText,
  money,
  personalText,
  phone,
  reference,
  text,
} from '@luoshi/kernel'
import { communities } from './communities.ts'
import { notice, owners, township, validity } from './notice.ts'

const basis = notice.lines(2397, 2399)
const material = (id: string, title: string) => ({ id, title, basis })

/** 恶意拖欠物业费 */
export const defaults = defineRegister({
  id: 'fee-defaults',
  title: '恶意拖欠物业费台账',
  basis,
  fields: fields({
    number: text('欠费编号'),
    community: reference('小区', communities.id),
    owner: personalText('业主', 'name'),
    contact: phone('联系电话').optional(),
    home: personalText('房号', 'address'),
    amount: money('拖欠金额'),
    since: date('拖欠起始日期'),
    why: longText('认定恶意拖欠的情况'),
  }),
  key: ['number'],
  access: { read: [township, owners], write: [owners, township] },
})

const paid = {
  title: '已缴清',
  to: 'paid',
  by: [owners, township],
  basis,
  input: fields({ paidOn: date('缴清日期') }),
} as const

/** 催缴、起诉、判决、执行、列入: no step without the one before it, each with its document. */
export const pursuing = defineProcedure({
  id: 'pursuing',
  title: '拖欠物业费催缴和追缴',
  basis,
  ...validity,
  register: defaults.id,
  subject: defaults.fields,
  access: { read: [township, owners] },
  lookups: {},
  opening: { title: '登记拖欠', by: [owners, township], basis },
  initial: 'noted',
  states: {
    noted: {
      title: '待催缴',
      on: {
        remind: {
          title: '按管理规约催缴',
          to: 'reminded',
          by: [owners, township],
          basis,
          input: fields({ remindedOn: date('催缴日期'), measures: longText('采取的措施').optional() }),
          papers: ['fee-reminder'],
        },
        pay: paid,
      },
    },
    reminded: {
      title: '催缴中',
      on: {
        remindAgain: {
          title: '再次催缴',
          to: 'reminded',
          by: [owners, township],
          basis,
          input: fields({ remindedOn: date('催缴日期') }),
          papers: ['fee-reminder'],
        },
        sue: {
          title: '催缴无果，提起诉讼',
          to: 'sued',
          by: [owners, township],
          basis,
          input: fields({ court: text('受理法院'), suedOn: date('起诉日期') }),
          materials: [material('complaint', '起诉状')],
        },
        pay: paid,
      },
    },
    sued: {
      title: '诉讼中',
      on: {
        judge: {
          title: '登记生效判决',
          to: 'judged',
          by: [owners, township],
          basis,
          input: fields({ judgment: text('判决书文号'), effectiveOn: date('生效日期') }),
          materials: [material('judgment', '生效的法院判决')],
        },
        pay: paid,
      },
    },
    judged: {
      title: '待申请执行',
      on: {
        execute: {
          title: '申请强制执行',
          to: 'executing',
          by: [owners, township],
          basis,
          input: fields({ executedOn: date('申请日期') }),
          materials: [material('application', '强制执行申请书')],
        },
        pay: paid,
      },
    },
    executing: {
      title: '强制执行中',
      on: {
        fail: {
          title: '执行未果',
          to: 'unexecuted',
          by: [owners, township],
          basis,
          input: fields({ failedOn: date('终结本次执行日期') }),
          materials: [material('ruling', '终结本次执行程序裁定书')],
        },
        pay: paid,
      },
    },
    unexecuted: {
      title: '待列入失信被执行人',
      on: {
        list: {
          title: '登记列入失信被执行人',
          to: 'listed',
          by: [owners, township],
          basis,
          input: fields({ listedOn: date('列入日期') }),
          materials: [material('decision', '纳入失信被执行人名单决定书')],
        },
        pay: paid,
      },
    },
    listed: {
      title: '已列入失信被执行人',
      final: 'completed',
      on: { payLater: { ...paid, needsReason: true } },
    },
    paid: { title: '已缴清', final: 'completed', on: {} },
  },
  limits: {},
  open: [
    gap('怎样算恶意拖欠、催缴几次算无果没有写明，登记时写明情况', basis),
    gap('由谁列入失信被执行人没有写明，由法院决定，这里登记', basis),
  ],
})

export const reminderPaper = defineTextPaper({
  id: 'fee-reminder',
  title: '物业费催缴通知书',
  basis,
  open: [gap('通知没有印催缴通知书的样式', basis)],
  register: defaults.id,
  head: 'plain',
  issuer: '业主委员会（物业管理委员会）',
  addressee: '{owner}',
  body: [
    { text: '你户（{home}）自{since}起拖欠物业费{amount}元（欠费编号{number}）。' },
    { text: '请按管理规约及时缴纳。催缴无果的，将依法提起诉讼。' },
  ],
  annexes: [],
  copies: [],
})
