import {
  type ActionDefinition,
  type Branch,
  branch,
  choice,
  date,
  defineProcedure,
  fields,
  listOf,
  longText,
  text,
} from '@luoshi/kernel'
import { applicant, decider, examiner, government, officers, timer, window } from './access.ts'
import { applicationLimits } from './application-limits.ts'
import { applications } from './applications.ts'
import { crossRegion, environment, licensing } from './bases.ts'
import { guides } from './guides.ts'
import { hearings, outsideStates, startsOutside } from './outside-clock.ts'

const { shape } = applications.fields.def

/** What an examiner may do while the case is with the department. */
const extensions = (to: 'examining' | 'deciding' | 'opposed') => {
  const ask: ActionDefinition<typeof to> = {
    title: '申请延长办理期限',
    to,
    by: [examiner],
    basis: licensing.limits,
    needsReason: true,
  }
  const granted = (
    by: ActionDefinition['by'],
    title: string,
    limit: 'decide' | 'decideJoint',
    count: 10 | 15,
  ) =>
    ({
      title,
      to,
      by,
      basis: licensing.limits,
      answers: 'askExtension',
      notByWhoDid: ['askExtension'],
      papers: ['extension-notice'],
      needsReason: true,
      extends: { limit, count, times: 1, basis: licensing.limits },
    }) satisfies ActionDefinition<typeof to>
  return {
    askExtension: ask,
    grantExtension: granted([decider], '批准延长十个工作日', 'decide', 10),
    grantJointExtension: granted([government], '批准延长十五个工作日', 'decideJoint', 15),
    refuseExtension: {
      title: '不批准延长',
      to,
      by: [decider, government],
      basis: licensing.limits,
      answers: 'askExtension',
      needsReason: true,
    } satisfies ActionDefinition<typeof to>,
  }
}

/** One department's opinion, beside those of the others. */
function opinion(id: string, title: string, field?: string): Branch {
  return branch({
    title,
    basis: licensing.oneWindow,
    ...(field === undefined ? {} : { unit: field }),
    initial: 'asked',
    states: {
      asked: {
        title: '待提出意见',
        on: {
          [`${id}Agrees`]: {
            title: `${title}：同意`,
            to: 'agreed',
            by: [examiner],
            basis: licensing.examination,
            input: fields({ [`${id}Opinion`]: text(`${title}意见`) }),
          },
          [`${id}Objects`]: {
            title: `${title}：不同意`,
            to: 'objected',
            by: [examiner],
            basis: licensing.examination,
            input: fields({ [`${id}Opinion`]: text(`${title}意见`) }),
            needsReason: true,
          },
        },
      },
      agreed: { title: '同意', ends: 'agreed', on: {} },
      objected: { title: '不同意', ends: 'refused', on: {} },
    },
  })
}

const accept: ActionDefinition<'examining'> = {
  title: '受理',
  to: 'examining',
  by: [window, examiner],
  basis: licensing.intake,
  gates: ['materials-complete'],
  papers: ['acceptance'],
}

const decline = {
  notAccept: {
    title: '不予受理',
    to: 'declined',
    by: [window, examiner],
    basis: licensing.intake,
    needsReason: true,
    papers: ['non-acceptance'],
  },
  notOurs: {
    title: '不属于本机关，告知向谁申请',
    to: 'declined',
    by: [window, examiner],
    basis: licensing.intake,
    needsReason: true,
    input: fields({ rightBody: text('应当申请的机关') }),
    papers: ['non-acceptance'],
  },
} satisfies Record<string, ActionDefinition<'declined'>>

const decisions = {
  grant: {
    title: '准予',
    to: 'granted',
    by: [decider],
    basis: licensing.decision,
    input: fields({
      licenceNumber: text('证照编号'),
      scope: text('许可内容'),
      validUntil: date('有效期至').optional(),
    }),
    gates: ['inspection-made', 'hearing-told'],
    papers: ['grant-decision', 'licence'],
  },
  refuse: {
    title: '不予',
    to: 'refusing',
    by: [decider],
    basis: licensing.decision,
    needsReason: true,
    papers: ['refusal-decision'],
  },
} satisfies Record<string, ActionDefinition<'granted' | 'refusing'>>

const handing = fields({
  handedBy: choice('送达方式', { window: '窗口领取', post: '邮寄', online: '网上送达' }),
  handedOn: date('送达日期'),
})

const revoke = {
  title: '撤销',
  to: 'revoked',
  by: [decider],
  basis: licensing.annulment,
  needsReason: true,
  links: [{ kind: 'creditEntry', isRequired: true }],
  papers: ['annulment'],
} satisfies ActionDefinition<'revoked'>

const corrected = fields({ materials: shape.materials, documents: shape.documents })

/** From an application to its result: taken in at any window, decided by the departments, handed out at one window. */
export const application = defineProcedure({
  id: 'application',
  title: '政务服务办件',
  basis: licensing.intake,
  version: 1,
  validFrom: '2020-01-01',
  validTo: null,
  register: applications.id,
  subject: applications.fields,
  access: { read: [...officers, applicant] },
  lookups: {
    guideInForce: {
      title: '现行的办事指南',
      register: guides.id,
      where: { number: 'guide' },
      states: ['published'],
      gives: {
        kind: 'records',
        fields: [
          'item',
          'situation',
          'legalDays',
          'promisedDays',
          'canPromise',
          'materials',
          'jointFirst',
          'special',
        ],
      },
    },
  },
  links: {
    creditEntry: { title: '虚假材料信用记录', procedure: 'crediting', basis: crossRegion.lines(821, 823) },
  },
  opening: {
    title: '收件',
    by: [applicant, window],
    basis: licensing.application,
    gates: ['as-the-guide-says'],
  },
  initial: 'received',
  states: {
    received: {
      title: '待核对',
      on: {
        accept,
        askCorrection: {
          title: '一次告知补正',
          to: 'correcting',
          by: [window, examiner],
          basis: licensing.intake,
          input: fields({ corrections: listOf('需要补正的全部内容', text('内容')) }),
          papers: ['correction-notice'],
        },
        ...decline,
        deemAccepted: {
          title: '逾期未告知，视为受理',
          to: 'examining',
          by: [timer],
          basis: licensing.intake,
        },
      },
    },
    correcting: {
      title: '待申请人补正',
      stopsClock: { reason: '等待申请人补正', basis: licensing.intake },
      on: {
        supply: {
          title: '补正材料',
          to: 'supplied',
          by: [applicant, window],
          basis: licensing.intake,
          input: corrected,
        },
      },
    },
    supplied: { title: '已补正，待核对', on: { accept, ...decline } },
    examining: {
      title: '审查中',
      branches: {
        lead: opinion('lead', '主办部门审查'),
        first: opinion('first', '第一会办部门', 'jointFirst'),
        second: opinion('second', '第二会办部门', 'jointSecond'),
        third: opinion('third', '第三会办部门', 'jointThird'),
      },
      join: { waitsFor: 'all', to: 'deciding', otherwise: 'opposed', basis: licensing.oneWindow },
      on: {
        checkSite: {
          title: '现场核查',
          to: 'examining',
          by: [examiner],
          basis: licensing.examination,
          input: fields({
            checkers: listOf('核查人员', text('姓名')),
            siteFinding: longText('核查情况'),
          }),
          gates: ['two-checkers'],
        },
        ...startsOutside,
        ...extensions('examining'),
      },
    },
    ...outsideStates,
    deciding: {
      title: '待决定',
      on: {
        ...decisions,
        ...startsOutside,
        ...hearings,
        sendBack: {
          title: '退回重新审查',
          to: 'examining',
          by: [decider],
          basis: licensing.examination,
          needsReason: true,
        },
        ...extensions('deciding'),
      },
    },
    opposed: {
      title: '有部门不同意，待决定',
      on: {
        refuse: decisions.refuse,
        sendBack: {
          title: '退回重新审查',
          to: 'examining',
          by: [decider],
          basis: licensing.examination,
          needsReason: true,
        },
        ...extensions('opposed'),
      },
    },
    granted: {
      title: '待送达',
      on: {
        handOut: {
          title: '送达',
          to: 'handedOut',
          by: [window],
          basis: licensing.handing,
          input: handing,
          gates: ['not-on-promise'],
        },
        handOutPromised: {
          title: '送达，转入承诺核查',
          to: 'checking',
          by: [window],
          basis: environment.promise,
          input: handing,
          gates: ['on-promise'],
        },
      },
    },
    checking: {
      title: '承诺待核查',
      on: {
        confirmPromise: {
          title: '核查属实',
          to: 'handedOut',
          by: [examiner],
          basis: licensing.supervision,
          input: fields({ promiseFinding: longText('承诺核查情况') }),
        },
        breakPromise: {
          title: '与承诺不符，限期整改',
          to: 'mending',
          by: [examiner],
          basis: licensing.supervision,
          needsReason: true,
          input: fields({ mendBy: date('整改期限') }),
        },
        revoke,
      },
    },
    mending: {
      title: '承诺整改中',
      on: {
        confirmPromise: {
          title: '整改后核查属实',
          to: 'handedOut',
          by: [examiner],
          basis: licensing.supervision,
          input: fields({ promiseFinding: longText('承诺核查情况') }),
        },
        revoke,
      },
    },
    refusing: {
      title: '待送达不予许可决定',
      on: {
        handOutRefusal: {
          title: '送达不予许可决定',
          to: 'refused',
          by: [window],
          basis: licensing.decision,
          input: handing,
        },
      },
    },
    handedOut: { title: '已办结', final: 'completed', on: { revoke } },
    refused: { title: '不予许可', final: 'refused', on: {} },
    declined: { title: '不予受理', final: 'refused', on: {} },
    revoked: { title: '已撤销', final: 'withdrawn', on: {} },
    withdrawn: { title: '已撤回', final: 'withdrawn', on: {} },
  },
  anywhere: {
    withdraw: {
      title: '撤回申请',
      to: 'withdrawn',
      by: [applicant, window],
      basis: licensing.application,
      except: ['granted', 'refusing', 'checking', 'mending'],
    },
  },
  limits: applicationLimits,
})
