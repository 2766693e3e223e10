import { choice, defineProcedure, fields, text } from '@luoshi/kernel'
import type { LicenceNotice, Validity } from './licence-notice.ts'
import { department, type LicenceRegisters, remedies, reviewOffice } from './registers.ts'

/** A measure is looked at; one that hides a licence is put right in one of three ways and struck off by another person. */
export function cleanUpProcedure(
  notice: LicenceNotice,
  { measures: register }: LicenceRegisters,
  validity: Validity,
) {
  return defineProcedure({
    id: 'clean-up',
    title: '清查整治变相许可',
    basis: notice.disguised,
    ...validity,
    register: register.id,
    subject: register.fields,
    access: { read: register.access.read },
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
}
