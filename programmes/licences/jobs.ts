import { defineProcedure, fields, text } from '@luoshi/kernel'
import type { LicenceNotice, Validity } from './licence-notice.ts'
import { department, type LicenceRegisters, reviewOffice } from './registers.ts'

/** What each department owes by the notice's own days: its part of the list, clean-up, specifications, guides. */
export function jobsProcedure(
  notice: LicenceNotice,
  { jobs: register }: LicenceRegisters,
  validity: Validity,
) {
  const { list, work } = notice.deadlines
  return defineProcedure({
    id: 'jobs',
    title: '限时任务',
    basis: work.basis,
    ...validity,
    register: register.id,
    subject: register.fields,
    access: { read: register.access.read },
    lookups: {},
    opening: { title: '下达任务', by: [reviewOffice, department], basis: work.basis },
    initial: 'given',
    states: {
      given: {
        title: '待完成',
        on: {
          finish: {
            title: '报告完成',
            to: 'finished',
            by: [department, reviewOffice],
            basis: work.basis,
            input: fields({ result: text('完成情况') }),
          },
        },
      },
      finished: { title: '已完成', final: 'completed', on: {} },
    },
    limits: {
      list: {
        title: '清单编制期限',
        starts: 'opening',
        when: { field: 'job', is: ['list'] },
        ends: ['finish'],
        legal: list,
        reminderDays: 3,
        missed: { kind: 'flag' },
      },
      work: {
        title: '清查、规范、指南期限',
        starts: 'opening',
        when: { field: 'job', is: ['clean-up', 'specifications', 'guides'] },
        ends: ['finish'],
        legal: work,
        reminderDays: 7,
        missed: { kind: 'flag' },
      },
    },
  })
}
