import { type ActionDefinition, defineProcedure } from '@luoshi/kernel'
import { caseReaders, head, officer, reviewer } from './access.ts'
import { cases } from './case-register.ts'
import { sameActLookup, sameNumberLookup } from './case-rules.ts'
import { bandLookup } from './discretion.ts'
import { compulsion, penalty, platform, rivers, townships, validity } from './notices.ts'
import { officerLookups } from './officers.ts'
import { filledIn } from './ordinary-actions.ts'
import { closingStates } from './ordinary-closing.ts'
import { ordinaryLimits } from './ordinary-limits.ts'
import { powerLookups } from './power-rules.ts'
import { publicationOnShow } from './publication.ts'
import { recordLookups } from './records.ts'

const drop = {
  title: '撤销案件',
  to: 'dropped',
  by: [head],
  basis: penalty('第五十七条'),
  needsReason: true,
} as const satisfies ActionDefinition

const replace = {
  title: '回避、更换执法人员',
  by: [head],
  basis: penalty('第四十三条'),
  input: filledIn.replace,
  computes: { officersNamed: 'officers-named' },
  gates: ['replacement-qualified', 'no-interest'],
  needsReason: true,
} as const

/** A case by the ordinary procedure: the seven functions of the platform in their order, none skipped. */
export const ordinary = defineProcedure({
  id: 'ordinary',
  title: '行政处罚普通程序',
  basis: platform.lines(647, 649),
  ...validity,
  register: cases.id,
  subject: cases.fields,
  access: { read: caseReaders },
  lookups: {
    ...officerLookups,
    ...powerLookups,
    ...sameActLookup,
    ...sameNumberLookup,
    ...bandLookup,
    ...recordLookups,
  },
  opening: {
    title: '立案受理',
    by: [officer],
    basis: penalty('第五十四条'),
    computes: { age: 'age-at-act', powerName: 'power-named', officersNamed: 'officers-named' },
    gates: [
      'power-held',
      'is-penalty-power',
      'not-simple-only',
      'officers-qualified',
      'no-interest',
      'party-named',
      'dates-in-order',
      'within-limitation',
      'not-punished-twice',
      'number-once',
    ],
  },
  initial: 'applied',
  states: {
    applied: {
      title: '待立案审批',
      on: {
        approve: {
          title: '批准立案',
          to: 'investigating',
          by: [head],
          basis: penalty('第五十四条'),
          notByWhoDid: ['opening'],
          papers: ['opening-approval'],
        },
        decline: {
          title: '不予立案',
          to: 'declined',
          by: [head],
          basis: penalty('第五十四条'),
          needsReason: true,
        },
        replace: { ...replace, to: 'applied' },
      },
    },
    investigating: {
      title: '调查取证',
      on: {
        conclude: {
          title: '调查终结',
          to: 'concluded',
          by: [officer],
          basis: penalty('第五十七条'),
          gates: ['officers-qualified', 'recorded-throughout'],
          papers: ['evidence-list'],
        },
        toPolice: {
          title: '涉嫌犯罪，移送公安机关',
          to: 'withPolice',
          by: [officer, head],
          basis: rivers.lines(505),
          input: filledIn.crime,
          links: [{ kind: 'crime', isRequired: true }],
          papers: ['police-letter'],
        },
        replace: { ...replace, to: 'investigating' },
        drop,
      },
    },
    withPolice: {
      title: '公安机关审查中',
      stopsClock: { reason: '移送公安机关审查', basis: penalty('第二十七条') },
      on: {
        policeTook: {
          title: '公安机关立案',
          to: 'taken',
          by: [officer, head],
          basis: penalty('第二十七条'),
          input: filledIn.police,
        },
        policeReturned: {
          title: '公安机关退回',
          to: 'investigating',
          by: [officer, head],
          basis: penalty('第二十七条'),
          input: filledIn.police,
          needsReason: true,
        },
      },
    },
    concluded: {
      title: '待提出处理意见',
      on: {
        propose: {
          title: '提出处罚意见',
          to: 'proposed',
          by: [officer],
          basis: penalty('第五十七条'),
          input: filledIn.proposal,
          computes: { grade: 'gravity', mustHear: 'hearing-due', mustReview: 'review-due' },
          gates: ['officers-qualified', 'fine-in-band'],
        },
        reopen: {
          title: '补充调查',
          to: 'investigating',
          by: [officer, head],
          basis: penalty('第五十四条'),
          needsReason: true,
        },
        drop,
      },
    },
    proposed: {
      title: '待告知',
      on: {
        approveDeparture: {
          title: '批准突破裁量基准',
          to: 'proposed',
          by: [head],
          basis: penalty('第三十四条'),
          input: filledIn.departure,
          computes: { departureOf: 'proposal-in-words' },
          notByWhoDid: ['propose'],
        },
        tell: {
          title: '告知拟处罚内容和权利',
          to: 'told',
          by: [officer],
          basis: penalty('第四十四条'),
          input: filledIn.telling,
          gates: ['officers-qualified', 'rights-told', 'departure-approved', 'may-be-punished', 'told-today'],
          papers: ['prior-notice'],
        },
        decideNone: {
          title: '决定不予处罚',
          to: 'exempted',
          by: [head],
          basis: penalty('第五十七条'),
          input: filledIn.none,
          gates: ['is-exempt', 'decided-today'],
          notByWhoDid: ['propose'],
          papers: ['no-penalty-decision'],
        },
        rethink: {
          title: '重新提出处罚意见',
          to: 'concluded',
          by: [officer, head],
          basis: penalty('第五十七条'),
          needsReason: true,
        },
      },
    },
    told: {
      title: '听取陈述、申辩',
      on: {
        defend: {
          title: '记录陈述、申辩并复核',
          to: 'told',
          by: [officer],
          basis: penalty('第四十五条'),
          input: filledIn.defence,
        },
        askHearing: {
          title: '申请听证',
          to: 'hearing',
          by: [officer],
          basis: penalty('第六十四条'),
          withinLimit: 'hearing',
        },
        waive: {
          title: '当事人放弃权利',
          to: 'heardOut',
          by: [officer],
          basis: penalty('第六十四条'),
          input: filledIn.waiver,
        },
        lapse: {
          title: '期满未申请听证',
          to: 'heardOut',
          by: [officer],
          basis: penalty('第六十四条'),
          afterLimit: 'hearing',
        },
        rethink: {
          title: '采纳意见，重新提出处罚意见',
          to: 'concluded',
          by: [officer, head],
          basis: penalty('第四十五条'),
          needsReason: true,
        },
      },
    },
    hearing: {
      title: '听证',
      announces: {
        title: '听证公告',
        basis: penalty('第六十四条'),
        shows: ['powerName', 'hearingOn', 'hearingPlace'],
        until: 'hearingOn',
        unless: 'hearingClosed',
      },
      on: {
        tellHearing: {
          title: '通知听证',
          to: 'hearing',
          by: [officer, reviewer],
          basis: penalty('第六十四条'),
          input: filledIn.hearingNotice,
          gates: ['chair-apart'],
          papers: ['hearing-notice'],
        },
        hear: {
          title: '举行听证',
          to: 'heardOut',
          by: [reviewer, head],
          basis: penalty('第六十五条'),
          input: filledIn.hearing,
          gates: ['hearing-held', 'chair-apart'],
          afterLimit: 'hearingNotice',
        },
        withdrawHearing: {
          title: '当事人撤回听证申请',
          to: 'heardOut',
          by: [officer],
          basis: penalty('第六十四条'),
          needsReason: true,
        },
      },
    },
    heardOut: {
      title: '审核决定',
      on: {
        review: {
          title: '法制审核',
          to: 'heardOut',
          by: [reviewer],
          basis: penalty('第五十八条'),
          input: filledIn.review,
          computes: { reviewOf: 'proposal-in-words' },
          notByWhoDid: ['opening', 'propose'],
          papers: ['legal-opinion'],
        },
        discuss: {
          title: '集体讨论',
          to: 'heardOut',
          by: [head],
          basis: penalty('第五十七条第二款'),
          input: filledIn.discussion,
          computes: { discussionOf: 'proposal-in-words' },
        },
        decide: {
          title: '作出处罚决定',
          to: 'decided',
          by: [head],
          basis: penalty('第五十七条'),
          input: filledIn.decision,
          computes: { publicParty: 'shown-party' },
          gates: [
            'rights-told',
            'not-heavier',
            'final-fine-in-band',
            'reviewed-where-due',
            'discussed-where-due',
            'departure-approved',
            'may-be-punished',
            'not-punished-twice',
            'decided-today',
          ],
          notByWhoDid: ['opening', 'propose', 'review'],
          papers: ['decision'],
        },
        rethink: {
          title: '重新提出处罚意见',
          to: 'concluded',
          by: [head],
          basis: penalty('第五十七条'),
          needsReason: true,
        },
        reopen: {
          title: '补充调查',
          to: 'investigating',
          by: [head],
          basis: penalty('第五十四条'),
          needsReason: true,
        },
        drop,
      },
    },
    ...closingStates,
    declined: { title: '不予立案', final: 'refused', on: {} },
    dropped: { title: '已撤销', final: 'withdrawn', on: {} },
    taken: { title: '公安机关已立案', final: 'completed', on: {} },
  },
  limits: ordinaryLimits,
  links: {
    crime: {
      title: '移送公安机关的案件',
      programme: 'crime-transfer',
      procedure: 'transfer',
      basis: rivers.lines(505),
      // Nothing is handed over before it was approved.
      states: ['approved', 'transferred'],
    },
    publication: {
      title: '公示',
      procedure: 'publication',
      basis: platform.lines(651),
      ...publicationOnShow,
    },
    measure: { title: '查封、扣押', procedure: 'measure', basis: compulsion('第十八条') },
    lead: { title: '来源线索', procedure: 'whistle', basis: townships.lines(400) },
  },
})
