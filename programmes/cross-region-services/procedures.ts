import {
  date,
  defineProcedure,
  fields,
  listOf,
  type Procedure,
  type Register,
  text,
  yesNo,
} from '@luoshi/kernel'
import {
  applications,
  bureau,
  complaints,
  counter,
  creditEntries,
  department,
  elementsShape,
  findings,
  notice,
  partner,
  services,
  testers,
  unifiedShape,
} from './registers.ts'

const common = (
  register: Register,
): Pick<Procedure, 'version' | 'validFrom' | 'validTo' | 'register' | 'subject' | 'access'> => ({
  version: 1,
  validFrom: '2021-09-22',
  validTo: null,
  register: register.id,
  subject: register.fields,
  access: { read: register.access.read },
})

/** A service is completed, published, and changed only when the other place agrees. */
export const publishing = defineProcedure({
  id: 'publishing',
  title: '通办事项公布和调整',
  basis: notice.lines(739, 809),
  ...common(services),
  lookups: {},
  opening: { title: '登记通办事项', by: [bureau], basis: notice.lines(777, 781) },
  initial: 'drafted',
  states: {
    drafted: {
      title: '待完善',
      on: {
        complete: {
          title: '完善要素',
          to: 'drafted',
          by: [bureau],
          basis: notice.lines(789, 791),
          input: fields({ ...elementsShape, ...unifiedShape }),
        },
        publish: {
          title: '公布',
          to: 'published',
          by: [bureau],
          basis: notice.lines(757, 781),
          gates: ['ready-to-publish'],
        },
      },
    },
    published: {
      title: '已公布',
      rests: true,
      on: {
        adjust: {
          title: '动态调整',
          to: 'published',
          by: [bureau],
          basis: notice.lines(809),
          input: fields({ ...elementsShape, consent: text('外地部门同意文件').optional() }),
          gates: ['partner-agreed'],
        },
        withdraw: {
          title: '撤下',
          to: 'withdrawn',
          by: [bureau],
          basis: notice.lines(809),
          needsReason: true,
        },
      },
    },
    withdrawn: { title: '已撤下', final: 'withdrawn', on: {} },
  },
  limits: {},
})

/** Taken in elsewhere, decided at home, handed back; each step with its time in the log. */
export const intake = defineProcedure({
  id: 'intake',
  title: '异地受理',
  basis: notice.lines(747, 759),
  ...common(applications),
  lookups: {},
  opening: { title: '收件', by: [counter, partner], basis: notice.lines(759), gates: ['materials-there'] },
  initial: 'taken',
  states: {
    taken: {
      title: '待审核把关',
      on: {
        forward: {
          title: '审核把关并推送属地部门',
          to: 'forwarded',
          by: [counter, partner],
          basis: notice.lines(759),
          input: fields({ isByVideo: yesNo('远程视频协办') }),
        },
      },
    },
    forwarded: {
      title: '属地办理中',
      on: {
        grant: {
          title: '准予',
          to: 'decided',
          by: [department],
          basis: notice.lines(759),
          input: fields({ result: text('结果文号') }),
        },
        refuse: {
          title: '不予',
          to: 'decided',
          by: [department],
          basis: notice.lines(759),
          needsReason: true,
        },
        returnToCounter: {
          title: '退回收件地',
          to: 'taken',
          by: [department],
          basis: notice.lines(759),
          needsReason: true,
        },
      },
    },
    decided: {
      title: '待送达',
      on: {
        deliver: {
          title: '送达申请人',
          to: 'delivered',
          by: [counter, partner],
          basis: notice.lines(817),
          input: fields({ deliveredOn: date('送达日期') }),
        },
      },
    },
    delivered: {
      title: '已送达',
      final: 'completed',
      on: {
        revoke: {
          title: '因虚假材料撤销结果',
          to: 'revoked',
          by: [bureau],
          basis: notice.lines(823),
          needsReason: true,
          input: fields({ creditEntry: text('信用记录编号') }),
        },
      },
    },
    revoked: { title: '结果已撤销', final: 'withdrawn', on: {} },
  },
  limits: {},
})

/** A false paper goes on the credit file of who gave it. */
export const crediting = defineProcedure({
  id: 'crediting',
  title: '记入信用档案',
  basis: notice.lines(823),
  ...common(creditEntries),
  lookups: {},
  opening: { title: '登记虚假材料', by: [bureau], basis: notice.lines(823) },
  initial: 'found',
  states: {
    found: {
      title: '待记入',
      on: {
        enter: {
          title: '记入信用档案',
          to: 'entered',
          by: [bureau],
          basis: notice.lines(823),
          input: fields({ enteredOn: date('记入日期') }),
        },
        drop: { title: '查无此事', to: 'dropped', by: [bureau], basis: notice.lines(823), needsReason: true },
      },
    },
    entered: { title: '已记入', final: 'completed', on: {} },
    dropped: { title: '已撤回', final: 'withdrawn', on: {} },
  },
  limits: {},
})

/** A complaint goes to the unit that answers for it, and into a circular where it is not settled. */
export const complaining = defineProcedure({
  id: 'complaining',
  title: '跨区域服务投诉办理',
  basis: notice.lines(815, 831),
  ...common(complaints),
  lookups: {},
  opening: { title: '登记投诉', by: [bureau], basis: notice.lines(815) },
  initial: 'open',
  states: {
    open: {
      title: '待办理',
      on: {
        answer: {
          title: '答复',
          to: 'answered',
          by: [department],
          basis: notice.lines(815),
          input: fields({ answer: text('答复内容') }),
        },
        circulate: { title: '通报', to: 'open', by: [bureau], basis: notice.lines(831), needsReason: true },
      },
    },
    answered: {
      title: '待核实',
      on: {
        close: {
          title: '核实办结',
          to: 'closed',
          by: [bureau],
          basis: notice.lines(815),
          notByWhoDid: ['answer'],
        },
        reopen: { title: '退回重办', to: 'open', by: [bureau], basis: notice.lines(815), needsReason: true },
      },
    },
    closed: { title: '已办结', final: 'completed', on: {} },
  },
  limits: {},
})

/** Ten people at most try the service unannounced. */
export const appointing = defineProcedure({
  id: 'appointing',
  title: '选聘模拟审批体验官',
  basis: notice.lines(819),
  ...common(testers),
  lookups: {
    testersNow: {
      title: '在聘的体验官',
      register: testers.id,
      where: {},
      states: ['appointed'],
      gives: { kind: 'records', fields: ['number'] },
    },
  },
  opening: { title: '选聘', by: [bureau], basis: notice.lines(819), gates: ['place-for-tester'] },
  initial: 'appointed',
  states: {
    appointed: {
      title: '在聘',
      rests: true,
      on: {
        dismiss: {
          title: '解聘',
          to: 'dismissed',
          by: [bureau],
          basis: notice.lines(819),
          needsReason: true,
        },
      },
    },
    dismissed: { title: '已解聘', final: 'withdrawn', on: {} },
  },
  limits: {},
})

/** What a tester found becomes a task of the unit that mends it. */
export const mending = defineProcedure({
  id: 'mending',
  title: '体验问题整改',
  basis: notice.lines(819),
  ...common(findings),
  lookups: {},
  opening: { title: '登记体验问题', by: [bureau], basis: notice.lines(819) },
  initial: 'assigned',
  states: {
    assigned: {
      title: '整改中',
      on: {
        mend: {
          title: '报告整改结果',
          to: 'mended',
          by: [department],
          basis: notice.lines(819),
          input: fields({ measures: listOf('整改措施', text('措施')) }),
        },
      },
    },
    mended: {
      title: '待核实',
      on: {
        close: {
          title: '核实销号',
          to: 'closed',
          by: [bureau],
          basis: notice.lines(819),
          notByWhoDid: ['mend'],
        },
        reopen: {
          title: '退回重改',
          to: 'assigned',
          by: [bureau],
          basis: notice.lines(819),
          needsReason: true,
        },
      },
    },
    closed: { title: '已销号', final: 'completed', on: {} },
  },
  limits: {},
})
