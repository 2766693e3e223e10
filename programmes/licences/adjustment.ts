import { type ChangeParts, defineProcedure, fields, text } from '@luoshi/kernel'
import type { LicenceNotice, Validity } from './licence-notice.ts'
import { department, justice, type LicenceRegisters, reviewOffice } from './registers.ts'

/**
 * A licence is newly set, changed, renamed, merged, split or taken back: argued, reviewed with the review office asked,
 * applied for, adjusted in the list, prepared; only then does it take effect.
 */
export function adjustmentProcedure(
  notice: LicenceNotice,
  { changes: register }: LicenceRegisters,
  parts: ChangeParts,
  validity: Validity,
) {
  return defineProcedure({
    id: 'adjustment',
    title: '调整许可清单',
    basis: notice.adjustment,
    ...validity,
    register: register.id,
    subject: register.fields,
    access: { read: register.access.read },
    lookups: parts.lookups,
    opening: {
      title: '提出调整',
      by: [department, reviewOffice],
      basis: notice.adjustment,
      gates: [parts.rule.id],
    },
    initial: 'proposed',
    states: {
      proposed: {
        title: '论证中',
        on: {
          argue: {
            title: '完成论证',
            to: 'argued',
            by: [department, reviewOffice],
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
        on: {
          apply: {
            title: '申请调整清单',
            to: 'applied',
            by: [department, reviewOffice],
            basis: notice.adjustment,
          },
        },
      },
      applied: {
        title: '待调整',
        on: {
          adjust: {
            title: '调整清单',
            to: 'adjusted',
            by: [reviewOffice],
            basis: notice.adjustment,
            input: fields(parts.from),
            gates: [parts.rule.id],
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
            by: [department, reviewOffice],
            basis: notice.adjustment,
            input: fields({ preparation: text('实施前准备情况') }),
          },
        },
      },
      effective: { title: '正式实施', final: 'completed', on: {} },
      refused: { title: '不予调整', final: 'refused', on: {} },
    },
    limits: {},
  })
}
