import {
  type ActionDefinition,
  choice,
  type Disclosure,
  date,
  defineProcedure,
  duration,
  fields,
  gap,
  listOf,
  longText,
  text,
  unit,
} from '@luoshi/kernel'
import { bureau, premisesReaders, sector, township } from './access.ts'
import { houses } from './building/house-register.ts'
import { premisesNotice as notice, premisesValidity } from './notices.ts'
import { completion, declared, premises, shortcomings } from './premises.ts'
import { pushedOn, registeredOn } from './premises-rules.ts'

/** Whichever way the bureau tells the township, the case is the township's from then on. */
const told: Pick<ActionDefinition<'pushed'>, 'to' | 'by' | 'basis' | 'computes' | 'transfer'> = {
  to: 'pushed',
  by: [bureau],
  basis: notice.lines(1020),
  computes: { pushedOn: 'pushed-on' },
  transfer: { to: 'named', field: 'township', basis: notice.lines(1020) },
}

/** What everyone may read of premises for as long as they are registered. */
const publicly: Disclosure = {
  title: '农村自建房经营场所登记信息公示',
  basis: notice.lines(998),
  duration: gap('登记信息公示多久没有写明，登记有效期间一直公示', notice.lines(998)),
  places: ['登记机关的公示渠道'],
  shows: ['subject', 'business', 'place', 'zone', 'area'],
  clear: [],
  after: [],
}

/** From the promise to the township's check, and to another place of business where the check finds it wanting. */
export const registration = defineProcedure({
  id: 'registration',
  title: '农村自建房用作经营场所登记',
  basis: notice.lines(1014, 1024),
  ...premisesValidity,
  register: premises.id,
  subject: premises.fields,
  access: { read: premisesReaders },
  lookups: {
    acceptedHouses: {
      title: '验收合格的房屋',
      register: houses.id,
      where: { number: 'house' },
      states: ['accepted', 'unhanded', 'archived'],
      gives: { kind: 'records', fields: ['number'] },
    },
  },
  opening: {
    title: '收到申请',
    by: [bureau],
    basis: notice.lines(998, 1014),
    gates: ['township-named'],
  },
  initial: 'received',
  states: {
    received: {
      title: '待登记',
      on: {
        print: {
          title: '打印承诺书',
          to: 'received',
          by: [bureau],
          basis: notice.lines(998),
          papers: ['promise'],
        },
        register: {
          title: '核对承诺书和示意图，登记',
          to: 'registered',
          by: [bureau],
          basis: notice.lines(998, 1018),
          input: fields({
            ...declared,
            registeredOn: registeredOn.gives,
          }),
          computes: { registeredOn: 'registered-on' },
          gates: ['completion-passed', 'promise-complete'],
          materials: [
            { id: 'promise', title: '农村自建房用作经营场所承诺书', basis: notice.lines(1014) },
            { id: 'sketch', title: '标明经营区域和面积的方位示意图', basis: notice.lines(1014) },
          ],
        },
        supplement: {
          title: '更新竣工验收情况',
          to: 'received',
          by: [bureau],
          basis: notice.lines(1018),
          input: fields({ completion }),
        },
        refuse: {
          title: '不予登记',
          to: 'refused',
          by: [bureau],
          basis: notice.lines(1018),
          needsReason: true,
          papers: ['refusal'],
        },
      },
    },
    registered: {
      title: '待推送',
      disclosure: publicly,
      on: {
        push: { title: '通过信息共享平台推送乡（镇）', ...told, input: fields({ pushedOn: pushedOn.gives }) },
        write: {
          title: '函告乡（镇）',
          ...told,
          input: fields({ pushedOn: pushedOn.gives }),
          papers: ['letter'],
        },
        relocate: {
          title: '更正所在乡（镇）',
          to: 'registered',
          by: [bureau],
          basis: notice.lines(1020),
          needsReason: true,
          input: fields({ township: unit('所在乡（镇）') }),
          gates: ['township-named'],
        },
      },
    },
    pushed: {
      title: '待乡（镇）核查',
      disclosure: publicly,
      on: {
        pass: {
          title: '核查符合要求',
          to: 'compliant',
          by: [township],
          basis: notice.lines(1020),
          input: fields({ checkedOn: date('核查日期'), finding: longText('核查情况') }),
        },
        fail: {
          title: '核查不符合，制止经营并报告',
          to: 'reported',
          by: [township],
          basis: notice.lines(1020),
          input: fields({
            checkedOn: date('核查日期'),
            unmet: listOf('不符合的要求', choice('不符合的要求', shortcomings)),
            finding: longText('核查情况'),
            stopping: longText('制止经营情况'),
          }),
        },
        elsewhere: {
          title: '不在本乡（镇），退回',
          to: 'registered',
          by: [township],
          basis: notice.lines(1020),
          needsReason: true,
          transfer: { to: 'sender', basis: notice.lines(1020) },
        },
      },
    },
    compliant: {
      title: '核查符合要求',
      final: 'completed',
      disclosure: publicly,
      on: {
        recheck: {
          title: '再次核查',
          to: 'pushed',
          by: [township],
          basis: notice.lines(1008),
          needsReason: true,
        },
      },
    },
    reported: {
      title: '待通知变更',
      on: {
        notify: {
          title: '通知市场主体限期变更经营场所',
          to: 'ordered',
          by: [bureau, sector],
          basis: notice.lines(1022, 1024),
          input: fields({ changeBy: date('变更期限') }),
          gates: ['change-day-to-come'],
          papers: ['change-order'],
        },
      },
    },
    ordered: {
      title: '限期变更中',
      on: {
        change: {
          title: '已变更经营场所',
          to: 'changed',
          by: [bureau],
          basis: notice.lines(1024),
          input: fields({ changedOn: date('变更日期'), newPlace: text('变更后的经营场所') }),
        },
        handle: {
          title: '逾期未变更，依法处理',
          to: 'handled',
          by: [bureau, sector],
          basis: notice.lines(1024),
          afterLimit: 'change',
          input: fields({ handling: longText('处理情况') }),
        },
      },
    },
    changed: { title: '已变更经营场所', final: 'completed', on: {} },
    handled: { title: '已依法处理', final: 'completed', on: {} },
    refused: { title: '不予登记', final: 'refused', on: {} },
    withdrawn: { title: '已撤回', final: 'withdrawn', on: {} },
  },
  anywhere: {
    withdraw: {
      title: '申请人撤回或者不再经营',
      to: 'withdrawn',
      by: [bureau],
      basis: notice.lines(1014),
      needsReason: true,
    },
  },
  limits: {
    notify: {
      title: '通知市场主体',
      starts: 'fail',
      ends: ['notify'],
      legal: duration(3, 'workday', notice.lines(1022, 1024)),
      reminderDays: 1,
      missed: { kind: 'flag' },
    },
    change: {
      title: '变更经营场所',
      starts: 'notify',
      ends: ['change', 'handle'],
      legal: { field: 'changeBy', basis: notice.lines(1024) },
      reminderDays: 3,
      missed: { kind: 'flag' },
    },
  },
  open: [
    gap('登记信息推送给乡（镇）的期限没有写明，只计已用的天数', notice.lines(1020)),
    gap('乡（镇）核查的期限没有写明，只计已用的天数', notice.lines(1020)),
    gap('限期变更的期限多长没有写明，由通知机关填写', notice.lines(1024)),
    gap(
      '县行政审批服务管理局和行业主管部门一起通知还是各自通知没有写明，一家通知后停止计时',
      notice.lines(1022, 1024),
    ),
  ],
})
