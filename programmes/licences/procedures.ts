import { choice, date, defineProcedure, fields, text, yesNo } from '@luoshi/kernel'
import type { LicenceNotice } from './licence-notice.ts'
import {
  department,
  government,
  guideShape,
  justice,
  type LicenceRegisters,
  remedies,
  reviewOffice,
  specificationShape,
} from './registers.ts'

/** How licences are specified, guided, adjusted, published, and what is put right. */
export function licenceProcedures(
  notice: LicenceNotice,
  registers: LicenceRegisters,
  validity: { readonly version: number; readonly validFrom: string; readonly validTo: string | null },
) {
  const specification = defineProcedure({
    id: 'specification',
    title: '制定实施规范',
    basis: notice.specification,
    ...validity,
    register: registers.specifications.id,
    subject: registers.specifications.fields,
    access: { read: registers.specifications.access.read },
    lookups: {},
    opening: { title: '起草规范', by: [department], basis: notice.specification },
    initial: 'drafted',
    states: {
      drafted: {
        title: '起草中',
        on: {
          fill: {
            title: '补充内容',
            to: 'drafted',
            by: [department],
            basis: notice.specification,
            input: fields(specificationShape),
          },
          publish: {
            title: '公布',
            to: 'published',
            by: [department],
            basis: notice.specification,
            gates: ['specification-complete'],
          },
        },
      },
      published: {
        title: '已公布',
        final: 'completed',
        on: {
          revise: {
            title: '修订',
            to: 'drafted',
            by: [department],
            basis: notice.specification,
            needsReason: true,
          },
        },
      },
    },
    limits: {},
  })

  const guide = defineProcedure({
    id: 'guide',
    title: '更新办事指南',
    basis: notice.guide,
    ...validity,
    register: registers.guides.id,
    subject: registers.guides.fields,
    access: { read: registers.guides.access.read },
    lookups: {
      guidesInForce: {
        title: '该事项现行的办事指南',
        register: registers.guides.id,
        where: { item: 'item' },
        states: ['inForce'],
        gives: { kind: 'records', fields: ['number', ...Object.keys(guideShape)] },
      },
    },
    opening: { title: '起草指南', by: [department], basis: notice.guide },
    initial: 'drafted',
    states: {
      drafted: {
        title: '起草中',
        on: {
          edit: {
            title: '修改',
            to: 'drafted',
            by: [department],
            basis: notice.guide,
            input: fields(guideShape),
          },
          publish: {
            title: '公布',
            to: 'inForce',
            by: [department],
            basis: notice.guide,
            gates: ['guide-not-heavier'],
          },
          discard: {
            title: '作废',
            to: 'discarded',
            by: [department],
            basis: notice.guide,
            needsReason: true,
          },
        },
      },
      inForce: {
        title: '现行',
        on: { replace: { title: '由新版替代', to: 'replaced', by: [department], basis: notice.guide } },
      },
      replaced: { title: '已被替代', final: 'completed', on: {} },
      discarded: { title: '已作废', final: 'withdrawn', on: {} },
    },
    limits: {},
  })

  const cleanUp = defineProcedure({
    id: 'clean-up',
    title: '清查整治变相许可',
    basis: notice.disguised,
    ...validity,
    register: registers.measures.id,
    subject: registers.measures.fields,
    access: { read: registers.measures.access.read },
    lookups: {},
    opening: { title: '登记管理措施', by: [department, reviewOffice], basis: notice.disguised },
    initial: 'found',
    states: {
      found: {
        title: '待认定',
        on: {
          recognise: {
            title: '认定为变相许可',
            to: 'recognised',
            by: [reviewOffice],
            basis: notice.disguised,
            input: fields({ remedy: choice('纠正方式', remedies) }),
            gates: ['disguised-licence'],
          },
          clear: {
            title: '认定不是变相许可',
            to: 'cleared',
            by: [reviewOffice],
            basis: notice.disguised,
            gates: ['no-disguised-licence'],
          },
        },
      },
      recognised: {
        title: '待纠正',
        on: {
          remedy: {
            title: '报告已纠正',
            to: 'remedied',
            by: [department],
            basis: notice.disguised,
            input: fields({ result: text('纠正情况') }),
          },
        },
      },
      remedied: {
        title: '待核实',
        on: {
          confirm: {
            title: '核实销号',
            to: 'closed',
            by: [reviewOffice],
            basis: notice.disguised,
            notByWhoDid: ['remedy'],
          },
          return: {
            title: '退回重改',
            to: 'recognised',
            by: [reviewOffice],
            basis: notice.disguised,
            needsReason: true,
          },
        },
      },
      closed: { title: '已纠正', final: 'completed', on: {} },
      cleared: { title: '不是变相许可', final: 'completed', on: {} },
    },
    limits: {},
  })

  const adjustment = defineProcedure({
    id: 'adjustment',
    title: '调整许可清单',
    basis: notice.adjustment,
    ...validity,
    register: registers.changes.id,
    subject: registers.changes.fields,
    access: { read: registers.changes.access.read },
    lookups: {},
    opening: { title: '提出调整', by: [department], basis: notice.adjustment },
    initial: 'proposed',
    states: {
      proposed: {
        title: '论证中',
        on: {
          argue: {
            title: '完成论证',
            to: 'argued',
            by: [department],
            basis: notice.adjustment,
            input: fields({ argument: text('研究论证情况'), draftingNote: text('起草说明中的专门说明') }),
          },
        },
      },
      argued: {
        title: '审查中',
        on: {
          review: {
            title: '审查草案',
            to: 'reviewed',
            by: [justice],
            basis: notice.adjustment,
            input: fields({
              opinionOfReviewOffice: text('审改办意见', { help: '审查草案应当征求审改办意见' }),
            }),
          },
          sendBack: {
            title: '退回论证',
            to: 'proposed',
            by: [justice],
            basis: notice.adjustment,
            needsReason: true,
          },
        },
      },
      reviewed: {
        title: '待申请',
        on: { apply: { title: '申请调整清单', to: 'applied', by: [department], basis: notice.adjustment } },
      },
      applied: {
        title: '待调整',
        on: {
          adjust: {
            title: '调整清单',
            to: 'adjusted',
            by: [reviewOffice],
            basis: notice.adjustment,
            input: fields({ newVersion: text('调整后的清单版本') }),
          },
          refuse: {
            title: '不予调整',
            to: 'refused',
            by: [reviewOffice],
            basis: notice.adjustment,
            needsReason: true,
          },
        },
      },
      adjusted: {
        title: '准备实施',
        on: {
          prepare: {
            title: '完成实施前准备',
            to: 'effective',
            by: [department],
            basis: notice.adjustment,
            input: fields({ effectiveFrom: date('实施日期') }),
          },
        },
      },
      effective: { title: '正式实施', final: 'completed', on: {} },
      refused: { title: '不予调整', final: 'refused', on: {} },
    },
    limits: {},
  })

  const publication = defineProcedure({
    id: 'publication',
    title: '审定公布许可清单',
    basis: notice.compiling,
    ...validity,
    register: registers.publications.id,
    subject: registers.publications.fields,
    access: { read: registers.publications.access.read },
    lookups: {},
    opening: { title: '编制清单', by: [reviewOffice], basis: notice.compiling },
    initial: 'compiled',
    states: {
      compiled: {
        title: '待审定',
        on: {
          align: {
            title: '更新版本',
            to: 'compiled',
            by: [reviewOffice],
            basis: notice.oneSource,
            input: fields({
              listVersion: text('清单版本'),
              specificationVersion: text('实施规范版本'),
              guideVersion: text('办事指南版本'),
            }),
          },
          approve: {
            title: '县人民政府审定',
            to: 'approved',
            by: [government],
            basis: notice.compiling,
            input: fields({ approvedOn: date('县人民政府审定日期') }),
          },
        },
      },
      approved: {
        title: '待公布',
        on: {
          publish: {
            title: '向社会公布',
            to: 'published',
            by: [reviewOffice],
            basis: notice.oneSource,
            input: fields({
              onPortal: yesNo('已在政府门户网站公布'),
              onPlatform: yesNo('已在一体化政务服务平台公布'),
            }),
            gates: ['one-version', 'both-channels'],
          },
          align: {
            title: '更新版本',
            to: 'approved',
            by: [reviewOffice],
            basis: notice.oneSource,
            input: fields({
              specificationVersion: text('实施规范版本'),
              guideVersion: text('办事指南版本'),
            }),
          },
        },
      },
      published: {
        title: '待抄送',
        on: {
          copy: {
            title: '抄送市审改办',
            to: 'copied',
            by: [reviewOffice],
            basis: notice.compiling,
            input: fields({ copiedOn: date('抄送日期') }),
          },
        },
      },
      copied: { title: '已公布并抄送', final: 'completed', on: {} },
    },
    limits: {},
  })

  const dispute = defineProcedure({
    id: 'supervision-dispute',
    title: '监管主体争议报县政府决定',
    basis: notice.dispute,
    ...validity,
    register: registers.disputes.id,
    subject: registers.disputes.fields,
    access: { read: registers.disputes.access.read },
    lookups: {},
    opening: { title: '上报争议', by: [department, reviewOffice], basis: notice.dispute },
    initial: 'reported',
    states: {
      reported: {
        title: '待县政府决定',
        on: {
          decide: {
            title: '决定监管主体',
            to: 'decided',
            by: [government],
            basis: notice.dispute,
            input: fields({ supervisor: text('监管主体') }),
          },
          settle: {
            title: '部门协商一致',
            to: 'settled',
            by: [reviewOffice],
            basis: notice.dispute,
            input: fields({ supervisor: text('监管主体') }),
          },
        },
      },
      decided: { title: '已决定', final: 'completed', on: {} },
      settled: { title: '已协商一致', final: 'completed', on: {} },
    },
    limits: {},
  })

  return [specification, guide, cleanUp, adjustment, publication, dispute]
}
