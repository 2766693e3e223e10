import {
  choice,
  date,
  defineProcedure,
  deviceTime,
  duration,
  fields,
  files,
  longText,
  money,
  signature,
  text,
  yesNo,
} from '@luoshi/kernel'
import { caseReaders, head, officer } from './access.ts'
import { cases, publicParty } from './case-register.ts'
import { sameActLookup, sameNumberLookup } from './case-rules.ts'
import { cashReasons } from './case-values.ts'
import { penalty, platform, threeSystems, validity } from './notices.ts'
import { officerLookups } from './officers.ts'
import { filledIn } from './ordinary-actions.ts'
import { handInDays, paymentDays, publicationDays, simpleFilingDays } from './parameters.ts'
import { powerLookups } from './power-rules.ts'
import { publicationOnShow } from './publication.ts'

const overseen = { kind: 'escalate', role: 'overseer' } as const

/** A case that is decided where the act is found: a warning or a small fine, and the form handed over at once. */
export const simple = defineProcedure({
  id: 'simple',
  title: '行政处罚简易程序',
  basis: platform.lines(647, 649),
  ...validity,
  register: cases.id,
  subject: cases.fields,
  access: { read: caseReaders },
  lookups: { ...officerLookups, ...powerLookups, ...sameActLookup, ...sameNumberLookup },
  opening: {
    title: '现场立案',
    by: [officer],
    basis: penalty('第五十一条'),
    computes: { age: 'age-at-act', powerName: 'power-named', officersNamed: 'officers-named' },
    gates: [
      'power-held',
      'is-penalty-power',
      'officers-qualified',
      'no-interest',
      'party-named',
      'dates-in-order',
      'within-limitation',
      'not-child',
      'not-punished-twice',
      'number-once',
    ],
  },
  initial: 'onSpot',
  states: {
    onSpot: {
      title: '现场处理',
      on: {
        decide: {
          title: '当场作出处罚决定',
          to: 'handedOver',
          by: [officer],
          basis: penalty('第五十二条'),
          input: fields({
            shownCards: yesNo('已出示执法证件'),
            toldFacts: yesNo('已告知拟处罚的内容及事实、理由、依据'),
            toldRights: yesNo('已告知陈述、申辩等权利'),
            defence: longText('陈述、申辩意见').optional(),
            simplePenalty: choice('当场处罚的种类', { warning: '警告', fine: '罚款' }),
            finalFine: money('决定的罚款数额'),
            decisionText: longText('处罚内容'),
            legalGround: longText('处罚依据', { help: '法律、法规、规章的名称和条款' }),
            decidedOn: date('决定日期'),
            differs: longText('与同日另案不是同一违法行为的理由').optional(),
            photos: files('现场照片', { mediaTypes: ['image/jpeg', 'image/png'] }).optional(),
            partySignature: signature('当事人签名').optional(),
            officerSignature: signature('主办执法人员签名').optional(),
            secondSignature: signature('协办执法人员签名').optional(),
            decidedAt: deviceTime('作出决定时的移动终端时间').optional(),
            publicParty: publicParty.optional(),
          }),
          computes: { publicParty: 'shown-party' },
          gates: [
            'officers-qualified',
            'told-on-spot',
            'simple-ceiling',
            'not-punished-twice',
            'decided-in-field',
          ],
          papers: ['simple-decision'],
        },
        escalate: {
          title: '转普通程序',
          to: 'escalated',
          by: [officer],
          basis: penalty('第五十四条'),
          links: [{ kind: 'ordinary', isRequired: true }],
          needsReason: true,
        },
        drop: {
          title: '不予处罚',
          to: 'dropped',
          by: [officer],
          basis: penalty('第三十三条'),
          needsReason: true,
        },
      },
    },
    handedOver: {
      title: '待备案',
      on: {
        file: {
          title: '报所属机关备案',
          to: 'filed',
          by: [officer],
          basis: penalty('第五十二条'),
          input: fields({ filedOn: date('备案日期') }),
        },
      },
    },
    filed: {
      title: '执行中',
      on: {
        collect: {
          title: '当场收缴罚款',
          to: 'collected',
          by: [officer],
          basis: penalty('第六十八条'),
          input: fields({
            ...cashReasons,
            paid: money('累计已缴数额'),
            receipt: text('专用票据号'),
            paidOn: date('缴清日期'),
          }),
          gates: ['cash-allowed'],
        },
        payAtBank: {
          title: '当事人自行缴款',
          to: 'executed',
          by: [officer],
          basis: penalty('第六十七条'),
          input: fields({
            paid: money('累计已缴数额'),
            paidOn: date('缴清日期'),
            receipt: text('票据号'),
            stayedDays: filledIn.payment.shape.stayedDays,
            lateFee: money('加处罚款').optional(),
          }),
          computes: { lateFee: 'late-fee' },
          gates: ['paid-on-spot-decision'],
        },
        warned: {
          title: '警告，无罚款',
          to: 'executed',
          by: [officer],
          basis: penalty('第六十六条'),
          gates: ['no-fine'],
        },
      },
    },
    collected: {
      title: '待交至机关',
      on: {
        handIn: {
          title: '罚款交至机关并缴付银行',
          to: 'executed',
          by: [officer, head],
          basis: penalty('第七十一条'),
          input: fields({ handedInOn: date('交至机关日期'), bankReceipt: text('缴付银行凭证号') }),
        },
      },
    },
    executed: {
      title: '卷宗管理',
      on: {
        publish: {
          title: '公开处罚决定',
          to: 'executed',
          by: [officer],
          basis: threeSystems,
          input: filledIn.publication,
          links: [{ kind: 'publication', isRequired: true }],
        },
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
      },
    },
    closed: { title: '已结案', final: 'completed', on: {} },
    escalated: { title: '已转普通程序', final: 'completed', on: {} },
    dropped: { title: '不予处罚', final: 'refused', on: {} },
  },
  limits: {
    filing: {
      title: '报所属机关备案的期限',
      starts: 'decide',
      ends: ['file'],
      legal: { ...duration(2, 'workday', penalty('第五十二条')), setBy: { count: simpleFilingDays } },
      missed: overseen,
    },
    handIn: {
      title: '罚款交至机关的期限',
      starts: 'collect',
      ends: ['handIn'],
      legal: { ...duration(2, 'workday', penalty('第七十一条')), setBy: { count: handInDays } },
      missed: overseen,
    },
    pay: {
      title: '缴纳罚款的期限',
      starts: 'decide',
      ends: ['collect', 'payAtBank', 'warned'],
      legal: { ...duration(15, 'day', penalty('第六十七条')), setBy: { count: paymentDays } },
      missed: { kind: 'flag' },
    },
    publication: {
      title: '公开处罚决定的期限',
      starts: 'decide',
      ends: ['publish'],
      legal: { ...duration(7, 'workday', threeSystems), setBy: { count: publicationDays } },
      missed: overseen,
    },
  },
  links: {
    ordinary: { title: '转普通程序的案件', procedure: 'ordinary', basis: penalty('第五十四条') },
    publication: {
      title: '公示',
      procedure: 'publication',
      basis: platform.lines(651),
      ...publicationOnShow,
    },
  },
})
