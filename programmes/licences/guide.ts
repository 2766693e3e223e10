import { defineProcedure, fields } from '@luoshi/kernel'
import type { LicenceNotice, Validity } from './licence-notice.ts'
import { department, guideShape, type LicenceRegisters } from './registers.ts'

/** A guide is drafted, eased as one likes, and published where it asks no more than the one in force. */
export function guideProcedure(
  notice: LicenceNotice,
  { guides: register }: LicenceRegisters,
  validity: Validity,
) {
  return defineProcedure({
    id: 'guide',
    title: '更新办事指南',
    basis: notice.guide,
    ...validity,
    register: register.id,
    subject: register.fields,
    access: { read: register.access.read },
    lookups: {
      guidesInForce: {
        title: '该事项现行的办事指南',
        register: register.id,
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
        rests: true,
        on: { replace: { title: '由新版替代', to: 'replaced', by: [department], basis: notice.guide } },
      },
      replaced: { title: '已被替代', final: 'completed', on: {} },
      discarded: { title: '已作废', final: 'withdrawn', on: {} },
    },
    limits: {},
  })
}
