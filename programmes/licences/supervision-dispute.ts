import { defineProcedure, fields, text } from '@luoshi/kernel'
import type { LicenceNotice, Validity } from './licence-notice.ts'
import { department, government, type LicenceRegisters, reviewOffice } from './registers.ts'

/** Departments that do not agree who supervises ask the county government. */
export function disputeProcedure(
  notice: LicenceNotice,
  { disputes: register }: LicenceRegisters,
  validity: Validity,
) {
  return defineProcedure({
    id: 'supervision-dispute',
    title: '监管主体争议报县政府决定',
    basis: notice.dispute,
    ...validity,
    register: register.id,
    subject: register.fields,
    access: { read: register.access.read },
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
}
