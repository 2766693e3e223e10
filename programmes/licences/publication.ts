import { date, defineProcedure, fields, text, yesNo } from '@luoshi/kernel'
import type { LicenceNotice, Validity } from './licence-notice.ts'
import { government, type LicenceRegisters, reviewOffice } from './registers.ts'

/** The list is approved by the county government, published in both channels in one version, and copied to the city. */
export function publicationProcedure(
  notice: LicenceNotice,
  { publications: register }: LicenceRegisters,
  validity: Validity,
) {
  return defineProcedure({
    id: 'publication',
    title: '审定公布许可清单',
    basis: notice.compiling,
    ...validity,
    register: register.id,
    subject: register.fields,
    access: { read: register.access.read },
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
}
