import {
  type ActionDefinition,
  count,
  date,
  defineProcedure,
  fields,
  gap,
  type LimitDefinition,
  longText,
  personalText,
  text,
} from '@luoshi/kernel'
import { houseReaders, housing, township, village } from './access.ts'
import {
  acceptance,
  businessSurvey,
  certificate,
  conclusion,
  grade,
  hazardMark,
  houses,
  restriction,
  survey,
} from './house-register.ts'
import { notice, validity } from './notice.ts'
import { phases } from './phases.ts'
import { cause, remedy } from './rules.ts'
import { acceptorField, measureField, reopenedOn, struckOn } from './values.ts'

/** The states of a house, as far as actions that stand in several of them lead there. */
type Leads = 'appraised' | 'usable' | 'released' | 'surveyed' | 'accepted'

/** An institute's report is entered: the task that waits at every house that must be appraised. */
const appraise: ActionDefinition<Leads> = {
  title: '登记鉴定报告',
  to: 'appraised',
  by: [township, housing],
  basis: notice.lines(1476),
  input: fields({
    institute: text('鉴定机构'),
    qualification: text('鉴定机构资格'),
    report: text('鉴定报告编号'),
    appraisedOn: date('鉴定日期'),
    conclusion,
    demands: longText('整治要求').optional(),
    certificate,
  }),
  computes: { certificate: 'certified-by-appraisal' },
  gates: ['demands-given'],
}

/** Business may be carried on: refused with every reason that stands against it. */
const allowing = (to: Leads): ActionDefinition<Leads> => ({
  title: '准予用于经营',
  to,
  by: [housing],
  basis: notice.lines(1480, 1492),
  input: fields({ restriction }),
  computes: { restriction: 'released' },
  gates: ['is-business', 'certificate-held', 'remedy-accepted', 'lawful'],
})
const allow = allowing('usable')

/** What came up at a patrol begins anew: what was appraised and accepted before holds no more. */
const reopen: ActionDefinition<Leads> = {
  title: '巡查发现隐患，重新判定',
  to: 'surveyed',
  by: [township, housing],
  basis: notice.lines(1496),
  needsReason: true,
  input: fields({ conclusion, acceptance, certificate, reopenedOn: reopenedOn.gives }),
  computes: {
    conclusion: 'not-appraised',
    acceptance: 'not-accepted',
    certificate: 'not-certified',
    reopenedOn: 'reopened-on',
  },
}

const accept = (title: string, by: ActionDefinition['by'], gate: string): ActionDefinition<Leads> => ({
  title,
  to: 'accepted',
  by,
  basis: notice.lines(1486),
  input: fields({
    acceptedOn: date('验收日期'),
    acceptors: personalText('验收人员', 'name'),
    acceptor: acceptorField,
    acceptance,
  }),
  computes: { acceptor: 'acceptor', acceptance: 'accepted' },
  gates: [gate],
  notByWhoDid: ['fix'],
})

/** A limit that ends with a phase of the campaign, for houses of one use or for all. */
const ofPhase = (
  title: string,
  phase: keyof typeof phases,
  ends: readonly string[],
  of: 'business' | 'other',
): LimitDefinition => ({
  title,
  starts: 'opening',
  when: { field: 'use', is: [of] },
  ends,
  legal: { day: phases[phase].until, basis: phases[phase].basis },
  missed: { kind: 'flag' },
})

/** A self-built house from its place in the queue to its strike-off, and again when a patrol finds something. */
export const houseSafety = defineProcedure({
  id: 'house-safety',
  title: '自建房安全排查、鉴定和整治',
  basis: notice.lines(1434, 1486),
  ...validity,
  register: houses.id,
  subject: houses.fields,
  access: { read: houseReaders },
  lookups: {},
  opening: {
    title: '列入排查',
    by: [township, village],
    basis: notice.lines(1440, 1460),
    gates: ['place-fits-use'],
    computes: {
      priority: 'prioritising',
      routePlace: 'routing',
      competentUnit: 'competence',
      conclusion: 'not-appraised',
      acceptance: 'not-accepted',
      certificate: 'not-certified',
      restriction: 'released',
      hazardMark: 'no-hazard',
    },
  },
  initial: 'queued',
  states: {
    queued: {
      title: '待排查',
      on: {
        survey: {
          title: '填写信息采集表',
          to: 'surveyed',
          by: [township],
          basis: notice.lines(1446, 1456),
          input: fields({ ...survey, ...businessSurvey }),
          gates: ['business-surveyed'],
        },
      },
    },
    surveyed: {
      title: '待初步判定',
      on: {
        judge: {
          title: '初步判定',
          to: 'judged',
          by: [township],
          basis: notice.lines(1470, 1474),
          input: fields({
            grade,
            judgedOn: date('判定日期'),
            technicians: personalText('参加判定的专业技术人员', 'name'),
            findings: longText('判定情况'),
            measure: measureField,
          }),
          computes: { measure: 'measure' },
        },
      },
    },
    judged: {
      title: '待落实判定',
      on: {
        seal: {
          title: '清人、停用、封房',
          to: 'sealed',
          by: [township],
          basis: notice.lines(1472),
          input: fields({
            sealedOn: date('封房日期'),
            cleared: longText('清人、停用、封房情况'),
            restriction,
            hazardMark,
          }),
          computes: { restriction: 'sealed', hazardMark: 'hazard-found' },
          gates: ['measure-is-seal'],
          papers: ['seal-notice'],
        },
        send: {
          title: '直接鉴定',
          to: 'awaiting',
          by: [township],
          basis: notice.lines(1472),
          gates: ['measure-is-appraise'],
        },
        file: {
          title: '建立房屋安全档案',
          to: 'safe',
          by: [township],
          basis: notice.lines(1474),
          input: fields({ fileNumber: text('房屋安全档案编号'), restriction }),
          computes: { restriction: 'released' },
          gates: ['measure-is-file'],
        },
        list: {
          title: '列入隐患清单',
          to: 'listed',
          by: [township],
          basis: notice.lines(1474),
          input: fields({ hazards: longText('隐患清单'), hazardMark }),
          computes: { hazardMark: 'hazard-found' },
          gates: ['measure-is-list'],
        },
        evacuate: {
          title: '停用、疏散，建议鉴定',
          to: 'stopped',
          by: [township],
          basis: notice.lines(1474),
          input: fields({
            hazards: longText('隐患清单'),
            evacuatedOn: date('疏散日期'),
            evacuated: count('疏散人数', '人'),
            evacuation: longText('房屋内和周边群众疏散情况'),
            proposal: longText('进一步鉴定的建议'),
            restriction,
            hazardMark,
          }),
          computes: { restriction: 'stopped', hazardMark: 'hazard-found' },
          gates: ['measure-is-evacuate'],
        },
      },
    },
    sealed: { title: '停用封房，待鉴定', on: { appraise, allow } },
    awaiting: { title: '待鉴定', on: { appraise, allow } },
    stopped: { title: '停用疏散，待鉴定', on: { appraise } },
    appraised: {
      title: '已鉴定',
      on: {
        allow,
        fileFit: {
          title: '鉴定合格，建立房屋安全档案',
          to: 'safe',
          by: [township],
          basis: notice.lines(1474, 1476),
          input: fields({ fileNumber: text('房屋安全档案编号'), restriction }),
          computes: { restriction: 'released' },
          gates: ['is-other', 'nothing-to-mend'],
        },
        listDemands: {
          title: '列入整治清单',
          to: 'listed',
          by: [township, housing],
          basis: notice.lines(1476),
          input: fields({ hazards: longText('隐患清单'), hazardMark }),
          computes: { hazardMark: 'hazard-found' },
        },
      },
    },
    listed: {
      title: '待定整治方案',
      on: {
        plan: {
          title: '制定整治方案，列入整治台账',
          to: 'fixing',
          by: [township],
          basis: notice.lines(1478, 1484),
          input: fields({
            cause,
            remedy,
            planText: longText('整治方案'),
            responsible: personalText('整治责任人', 'name'),
            deadline: date('整治时限'),
          }),
          gates: ['remedy-fits'],
          papers: ['remedy-order'],
        },
      },
    },
    fixing: {
      title: '整治中',
      on: {
        fix: {
          title: '整治完成，申请验收',
          to: 'fixed',
          by: [township],
          basis: notice.lines(1480, 1516),
          input: fields({ fixedOn: date('整治完成日期'), repair: longText('整治情况') }),
        },
      },
    },
    fixed: {
      title: '待验收',
      on: {
        acceptBusiness: accept('住建部门验收合格', [housing], 'accepted-by-housing'),
        acceptOther: accept('乡（镇）政府或者社区验收合格', [township], 'accepted-by-township'),
        reject: {
          title: '验收不合格，继续整治',
          to: 'fixing',
          by: [township, housing],
          basis: notice.lines(1486),
          needsReason: true,
        },
      },
    },
    accepted: {
      title: '待销号',
      on: {
        strikeOff: {
          title: '销号',
          to: 'struck',
          by: [township],
          basis: notice.lines(1478, 1486),
          input: fields({ struckOn: struckOn.gives }),
          computes: { struckOn: 'struck-on' },
        },
      },
    },
    struck: {
      title: '已销号',
      final: 'completed',
      on: {
        certify: {
          title: '登记鉴定合格证明',
          to: 'struck',
          by: [township, housing],
          basis: notice.lines(1492),
          input: fields({ certificateNumber: text('合格证明编号'), issuedOn: date('出具日期'), certificate }),
          computes: { certificate: 'certified' },
        },
        allow: allowing('released'),
        reopen,
      },
    },
    usable: { title: '可经营', final: 'completed', on: { reopen } },
    released: { title: '已销号，可经营', final: 'completed', on: { reopen } },
    safe: { title: '安全，已建档', final: 'completed', on: { reopen } },
    gone: { title: '已灭失', final: 'withdrawn', on: {} },
  },
  anywhere: {
    strike: {
      title: '房屋已拆除或者不是自建房，移出',
      to: 'gone',
      by: [township],
      basis: notice.lines(1484),
      needsReason: true,
    },
  },
  limits: {
    surveyBusiness: ofPhase('重点排查', 'business-survey', ['survey'], 'business'),
    surveyOther: ofPhase('全面排查', 'survey', ['survey'], 'other'),
    appraiseBusiness: ofPhase('重点鉴定', 'business-appraisal', ['appraise'], 'business'),
    mendBusiness: ofPhase('重点整治', 'business-remedy', ['strikeOff'], 'business'),
    mendOther: ofPhase('全面整治', 'remedy', ['strikeOff'], 'other'),
    fix: {
      title: '整治时限',
      starts: 'plan',
      ends: ['fix'],
      legal: { field: 'deadline', basis: notice.lines(1480) },
      reminderDays: 7,
      missed: { kind: 'flag' },
    },
  },
  open: [
    gap('初步判定依据的《山西省城乡房屋安全隐患排查技术导则（试行）》没有登载', notice.lines(1470)),
    gap('清人、停用、封房和疏散“立即”是几时没有写明，没有期限', notice.lines(1472, 1474)),
    gap('整治后是否须重新鉴定才算取得合格证明没有写明，由出具机构另行登记', notice.lines(1480, 1492)),
    gap('“结构形式复杂”“人员密集”没有写明标准，由排查人员判断', notice.lines(1466)),
  ],
})
