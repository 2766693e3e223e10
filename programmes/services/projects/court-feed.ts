import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  fields,
  longText,
  may,
  money,
  text,
} from '@luoshi/kernel'
import { wuzhaiPackage } from '../bases.ts'

const basis = wuzhaiPackage.lines(2671)

/** The court, which pushes what it has. */
export const court = may('court', 'county')
/** The unit that leads government integrity. */
export const integrityLead = may('integrity-lead', 'county')

/** 政务失信: departments and institutions that are 失信被执行人. */
export const failedDebtors = defineRegister({
  id: 'failed-debtors',
  title: '政府机构失信被执行人信息',
  basis,
  fields: fields({
    number: text('执行案号'),
    body: text('被执行机构'),
    kind: choice('机构类别', { department: '政府部门', institution: '事业单位' }),
    owed: money('未履行金额'),
    listedOn: date('列入日期'),
  }),
  key: ['number'],
  calledBy: ['body', 'number'],
  access: { read: [court, integrityLead], write: [court] },
})

/** Pushed by the court; it waits for the lead unit until that has taken it up. */
export const courtFeed = defineProcedure({
  id: 'court-feed',
  title: '政务失信信息推送',
  basis,
  version: 1,
  validFrom: '2022-09-21',
  validTo: null,
  register: failedDebtors.id,
  subject: failedDebtors.fields,
  access: { read: failedDebtors.access.read },
  lookups: {},
  opening: { title: '法院推送', by: [court], basis },
  initial: 'pushed',
  states: {
    pushed: {
      title: '待政务诚信牵头部门接收',
      on: { receive: { title: '接收', to: 'received', by: [integrityLead], basis } },
    },
    received: {
      title: '治理中',
      on: {
        follow: {
          title: '记录督促情况',
          to: 'received',
          by: [integrityLead],
          basis,
          input: fields({ followed: longText('督促情况') }),
        },
        clear: {
          title: '法院告知已履行',
          to: 'cleared',
          by: [court],
          basis,
          input: fields({ clearedOn: date('履行完毕日期') }),
        },
      },
    },
    cleared: { title: '已履行', final: 'completed', on: {} },
  },
  limits: {},
})

export const feedRoles = {
  court: { title: '县人民法院', basis },
  'integrity-lead': { title: '政务诚信牵头部门', basis },
} as const
