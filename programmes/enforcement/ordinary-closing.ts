import type { StateDefinition } from '@luoshi/kernel'
import { head, officer, overseer } from './access.ts'
import { compulsion, penalty, platform, threeSystems } from './notices.ts'
import { filledIn } from './ordinary-actions.ts'

type ClosingState = 'decided' | 'served' | 'urged' | 'atCourt' | 'executed' | 'exempted' | 'closed'

const publish = {
  title: '公开处罚决定',
  by: [officer],
  basis: threeSystems,
  input: filledIn.publication,
  links: [{ kind: 'publication', isRequired: true }],
} as const

const changeDecision = {
  title: '登记决定被变更、撤销、确认违法或者无效',
  by: [head, overseer],
  basis: penalty('第四十八条'),
  input: filledIn.change,
  needsReason: true,
} as const

const withdrawPublication = {
  title: '撤回公开信息',
  by: [officer, head],
  basis: penalty('第四十八条'),
  input: filledIn.withdrawal,
} as const

const remedy = {
  title: '登记复议、诉讼',
  by: [officer, head],
  basis: penalty('第七十三条'),
  input: filledIn.remedy,
} as const

const pay = {
  title: '缴清罚款',
  to: 'executed',
  by: [officer],
  basis: penalty('第六十七条'),
  input: filledIn.payment,
  computes: { lateFee: 'late-fee' },
  gates: ['paid-in-full'],
} as const

/** Actions that can be done beside the way of the case, leading back to where it stands. */
function beside<const State extends ClosingState>(to: State) {
  return {
    publish: { ...publish, to },
    changeDecision: { ...changeDecision, to },
    withdrawPublication: { ...withdrawPublication, to },
    remedy: { ...remedy, to },
  }
}

/** From the decision to the closed file. */
export const closingStates: Readonly<Record<ClosingState, StateDefinition<ClosingState>>> = {
  decided: {
    title: '待送达',
    on: {
      serve: {
        title: '送达决定书',
        to: 'served',
        by: [officer],
        basis: penalty('第六十一条'),
        input: filledIn.service,
        gates: ['served-properly'],
        papers: ['receipt'],
      },
      ...beside('decided'),
    },
  },
  served: {
    title: '执行中',
    on: {
      payPart: {
        title: '登记部分缴款',
        to: 'served',
        by: [officer],
        basis: penalty('第六十六条'),
        input: filledIn.part,
      },
      pay,
      askDeferral: {
        title: '申请延期、分期缴纳',
        to: 'served',
        by: [officer],
        basis: penalty('第六十六条'),
        input: filledIn.deferral,
      },
      grantDeferral: {
        title: '批准延期、分期缴纳',
        to: 'served',
        by: [head],
        basis: penalty('第六十六条'),
        input: filledIn.instalment,
        answers: 'askDeferral',
        notByWhoDid: ['askDeferral'],
        extends: { limit: 'pay', count: 30, times: 6, basis: penalty('第六十六条') },
        needsReason: true,
      },
      urge: {
        title: '催告',
        to: 'urged',
        by: [officer],
        basis: compulsion('第五十四条'),
        input: filledIn.urging,
        afterLimit: 'pay',
        papers: ['urging-letter'],
      },
      performed: {
        title: '其他处罚已履行，无罚款',
        to: 'executed',
        by: [officer],
        basis: penalty('第六十六条'),
        gates: ['no-fine'],
      },
      ...beside('served'),
    },
  },
  urged: {
    title: '催告履行中',
    on: {
      pay,
      applyCourt: {
        title: '申请法院强制执行',
        to: 'atCourt',
        by: [head],
        basis: compulsion('第五十三条'),
        input: filledIn.court,
        afterLimit: 'suit',
        withinLimit: 'court',
        gates: ['urged-long-enough'],
      },
      ...beside('urged'),
    },
  },
  atCourt: {
    title: '法院强制执行中',
    on: {
      courtDone: {
        title: '登记法院执行结果',
        to: 'executed',
        by: [officer, head],
        basis: compulsion('第五十三条'),
        input: filledIn.courtDone,
      },
      ...beside('atCourt'),
    },
  },
  executed: {
    title: '卷宗管理',
    on: {
      close: {
        title: '结案归档',
        to: 'closed',
        by: [head],
        basis: platform.lines(649),
        input: filledIn.closing,
        notByWhoDid: ['opening'],
        gates: ['published-where-due'],
        papers: ['closing-report'],
      },
      ...beside('executed'),
    },
  },
  exempted: {
    title: '不予处罚，待归档',
    on: {
      close: {
        title: '结案归档',
        to: 'closed',
        by: [head],
        basis: platform.lines(649),
        input: filledIn.closing,
        notByWhoDid: ['opening'],
        papers: ['closing-report'],
      },
    },
  },
  closed: {
    title: '已结案',
    final: 'completed',
    on: {
      changeDecision: { ...changeDecision, to: 'executed' },
    },
  },
}
