import { defineProcedure, fields } from '@luoshi/kernel'
import type { LicenceNotice, Validity } from './licence-notice.ts'
import { department, type LicenceRegisters, specificationShape } from './registers.ts'

/** From a specification being drafted to its being published, with all thirteen fields. */
export function specificationProcedure(
  notice: LicenceNotice,
  { specifications: register }: LicenceRegisters,
  validity: Validity,
) {
  return defineProcedure({
    id: 'specification',
    title: '制定实施规范',
    basis: notice.specification,
    ...validity,
    register: register.id,
    subject: register.fields,
    access: { read: register.access.read },
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
}
