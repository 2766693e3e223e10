import {
  choice,
  date,
  defineDayRule,
  defineProcedure,
  defineRule,
  duration,
  fields,
  listOf,
  longText,
  reference,
  text,
} from '@luoshi/kernel'
import {
  applicant,
  answering as basis,
  countyOffice,
  disclosureHead,
  disclosureOffice,
  elements,
  regulation,
  sealing,
  validity,
} from './bases.ts'
import { asked, requests } from './requests.ts'
import { result } from './results.ts'
import { sealPurpose, sealPurposes, sealUses, usedOn } from './seal-uses.ts'

const content = longText('补正后的申请内容')
const opinion = choice('第三方意见', {
  agrees: '同意公开',
  objects: '不同意公开，有合理理由',
  unreasonable: '不同意公开，理由不合理',
  none: '逾期没有提出意见',
})

/** What an answer in writing says of the matter: each of it the notices ask for by name. */
export const replyFields = {
  title: text('答复书标题'),
  searchFacts: longText('查找、检索的过程和事实'),
  legalBasis: longText('处理决定的法律法规依据'),
  reply: longText('答复内容'),
}

const servedOn = date('送达日期')
const searches = { searchFacts: replyFields.searchFacts }

/** Words that say that nothing was done; a search that was made has a place and a way. */
const EMPTY = /^(?:无|没有|略|空|同上|-+|\/+)$/

/** 应尽到检索查找义务并做好记录 */
export const searchRecorded = defineRule({
  id: 'search-recorded',
  title: '检索查找有记录',
  basis: elements,
  inputs: searches,
  parameters: {},
  decide: ({ searchFacts }) => ({
    isMet: !EMPTY.test(searchFacts.trim()),
    wanted: '写明在哪里、怎样查找、检索，查到了什么',
    found: searchFacts,
  }),
})

/** An organ is asked by a person with an identity or an organisation with a code. */
export const identified = defineRule({
  id: 'identified',
  title: '申请人身份证明',
  basis: regulation.request,
  inputs: {
    applicantKind: asked.applicantKind,
    idNumber: asked.idNumber,
    creditCode: asked.creditCode,
  },
  parameters: {},
  decide: ({ applicantKind, idNumber, creditCode }) => {
    const isPerson = applicantKind === 'person'
    const given = isPerson ? idNumber : creditCode
    return {
      isMet: given !== undefined,
      wanted: isPerson ? '自然人填写公民身份号码' : '单位填写统一社会信用代码',
      found: given === undefined ? '没有填写' : '已填写',
    }
  },
})

export const receivedByToday = defineDayRule({
  id: 'received-by-today',
  title: '收到申请的日期',
  basis: regulation.received,
  day: 'receivedOn',
  is: 'until-today',
})

const sealEntries = listOf('用章登记', fields({ purpose: sealPurpose, usedOn }))

/** An answer bears the seal that is kept for answers. */
export const sealed = defineRule({
  id: 'sealed',
  title: '加盖政府信息公开专用章',
  basis: elements,
  inputs: { sealEntries },
  parameters: {},
  decide: ({ sealEntries: [use] }) => ({
    isMet: use?.purpose === 'reply',
    wanted: `用途为${sealPurposes.reply}的用章登记`,
    found: use === undefined ? '没有这样的登记' : sealPurposes[use.purpose],
  }),
})

export const servedByToday = defineDayRule({
  id: 'served-by-today',
  title: '送达日期',
  basis,
  day: 'servedOn',
  is: 'until-today',
})

/** Registered, accepted, made clear, others asked, decided, approved, served: none can be left out. */
export const answeringProcedure = defineProcedure({
  id: 'answering',
  title: '依申请公开办理',
  basis,
  ...validity,
  register: requests.id,
  subject: requests.fields,
  access: { read: [applicant, disclosureOffice, disclosureHead, countyOffice] },
  lookups: {
    sealEntries: {
      title: '用章登记',
      register: sealUses.id,
      where: { number: 'sealUse' },
      states: ['current'],
      gives: { kind: 'records', fields: ['purpose', 'usedOn'] },
    },
  },
  opening: {
    title: '登记申请',
    by: [applicant, disclosureOffice],
    basis,
    gates: ['identified', 'received-by-today'],
  },
  initial: 'registered',
  states: {
    registered: {
      title: '待受理',
      on: { accept: { title: '受理', to: 'accepted', by: [disclosureOffice], basis } },
    },
    accepted: {
      title: '待核对申请内容',
      on: {
        clear: { title: '内容明确，不需要补正', to: 'clear', by: [disclosureOffice], basis },
        askCorrection: {
          title: '一次性告知补正',
          to: 'correcting',
          by: [disclosureOffice],
          basis: regulation.correction,
          input: fields({ corrections: longText('需要补正的事项和期限') }),
          papers: ['correction-notice'],
        },
      },
    },
    correcting: {
      title: '待申请人补正',
      stopsClock: { reason: '答复期限自收到补正的申请之日起计算', basis: regulation.correction },
      on: {
        correct: {
          title: '收到补正',
          to: 'clear',
          by: [applicant, disclosureOffice],
          basis: regulation.correction,
          input: fields({ corrected: content }),
        },
        lapse: {
          title: '无正当理由逾期不补正，视为放弃',
          to: 'lapsed',
          by: [disclosureOffice],
          basis: regulation.correction,
          needsReason: true,
          computes: { reportRow: 'lapsed-row' },
        },
      },
    },
    clear: {
      title: '待征求意见',
      on: {
        consult: {
          title: '征求第三方意见',
          to: 'consulting',
          by: [disclosureOffice],
          basis: regulation.thirdParty,
          input: fields({ third: text('第三方或者共同制作的机关') }),
        },
        skip: { title: '不涉及他人，不需要征求意见', to: 'consulted', by: [disclosureOffice], basis },
      },
    },
    consulting: {
      title: '征求意见中',
      stopsClock: {
        reason: '征求第三方和其他机关意见所需时间不计算在答复期限内',
        basis: regulation.limits,
        butNot: ['third'],
      },
      on: {
        answerOfThird: {
          title: '收到意见',
          to: 'consulted',
          by: [disclosureOffice],
          basis: regulation.thirdParty,
          input: fields({ opinion }),
        },
        silence: {
          title: '逾期没有意见，由本机关决定',
          to: 'consulted',
          by: [disclosureOffice],
          basis: regulation.thirdParty,
          afterLimit: 'third',
        },
      },
    },
    consulted: {
      title: '待作出决定',
      on: {
        decide: {
          title: '作出决定，拟写答复书',
          to: 'decided',
          by: [disclosureOffice],
          basis,
          input: fields({ result, ...replyFields }),
          gates: ['search-recorded'],
          computes: { reportRow: 'report-row', remedy: 'remedy' },
        },
        askTime: {
          title: '申请延长答复期限',
          to: 'consulted',
          by: [disclosureOffice],
          basis: regulation.limits,
          needsReason: true,
        },
        grantTime: {
          title: '同意延长二十个工作日',
          to: 'consulted',
          by: [disclosureHead],
          basis: regulation.limits,
          answers: 'askTime',
          notByWhoDid: ['askTime'],
          papers: ['extension-notice'],
          extends: { limit: 'reply', count: 20, times: 1, basis: regulation.limits },
        },
        grantTimeAfterCorrection: {
          title: '同意延长二十个工作日（补正后）',
          to: 'consulted',
          by: [disclosureHead],
          basis: regulation.limits,
          answers: 'askTime',
          notByWhoDid: ['askTime'],
          papers: ['extension-notice'],
          extends: { limit: 'replyAfterCorrection', count: 20, times: 1, basis: regulation.limits },
        },
        refuseTime: {
          title: '不同意延长',
          to: 'consulted',
          by: [disclosureHead],
          basis: regulation.limits,
          answers: 'askTime',
          needsReason: true,
        },
      },
    },
    decided: {
      title: '待报批',
      on: {
        approve: {
          title: '批准答复',
          to: 'approved',
          by: [disclosureHead],
          basis,
          notByWhoDid: ['decide'],
        },
        return: {
          title: '退回重新拟写',
          to: 'consulted',
          by: [disclosureHead],
          basis,
          needsReason: true,
        },
      },
    },
    approved: {
      title: '待送达',
      on: {
        serve: {
          title: '用章、送达答复书',
          to: 'answered',
          by: [disclosureOffice],
          basis,
          input: fields({
            sealUse: reference('用章登记', sealUses.id),
            servedOn,
            way: choice('送达方式', { post: '邮寄', onSite: '当面', electronic: '电子邮件或者平台' }),
          }),
          gates: ['sealed', 'served-by-today'],
          papers: ['reply'],
        },
      },
    },
    answered: { title: '已答复', final: 'completed', on: {} },
    lapsed: { title: '视为放弃申请', final: 'withdrawn', on: {} },
    withdrawn: { title: '申请人已撤回', final: 'withdrawn', on: {} },
  },
  anywhere: {
    withdraw: {
      title: '撤回申请',
      to: 'withdrawn',
      by: [applicant, disclosureOffice],
      basis: regulation.request,
      needsReason: true,
      except: ['approved'],
    },
  },
  limits: {
    correction: {
      title: '告知补正期限',
      starts: 'opening',
      ends: ['askCorrection', 'clear'],
      legal: duration(7, 'workday', regulation.correction),
      reminderDays: 2,
      missed: { kind: 'flag' },
    },
    reply: {
      title: '答复期限',
      starts: 'opening',
      ends: ['serve', 'askCorrection'],
      legal: duration(20, 'workday', regulation.limits),
      reminderDays: 3,
      missed: { kind: 'escalate', role: 'disclosure-head' },
    },
    replyAfterCorrection: {
      title: '答复期限（自收到补正起）',
      starts: 'correct',
      ends: ['serve'],
      legal: duration(20, 'workday', regulation.limits),
      reminderDays: 3,
      missed: { kind: 'escalate', role: 'disclosure-head' },
    },
    third: {
      title: '第三方提出意见期限',
      starts: 'consult',
      ends: ['answerOfThird'],
      legal: duration(15, 'workday', regulation.thirdParty),
      missed: { kind: 'flag' },
    },
  },
  links: {
    convenience: {
      title: '转便民答复',
      procedure: 'convenience',
      basis: sealing,
      fills: { content: 'content' },
    },
  },
})
