import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  fields,
  gap,
  longText,
  money,
  TODAY,
  text,
  yesNo,
} from '@luoshi/kernel'
import { centre, manager, notice, readers, validity } from './notice.ts'

const basis = notice.lines(2499)

/** The six parts of a device’s file. */
export const parts = {
  hasManual: '说明书',
  hasAcceptance: '验收报告',
  hasCertificate: '检定证书',
  hasChecks: '期间核查记录',
  hasRuns: '运行记录',
  hasUsage: '使用和维护记录',
} as const
type Part = keyof typeof parts

const files = {
  hasManual: yesNo('有说明书'),
  hasAcceptance: yesNo('有验收报告'),
  hasCertificate: yesNo('有检定证书'),
  hasChecks: yesNo('有期间核查记录'),
  hasRuns: yesNo('有运行记录'),
  hasUsage: yesNo('有使用和维护记录'),
}
const verifiedUntil = date('检定有效期至')
const checkBy = date('下次期间核查日期')

/** 仪器设备档案, which are fixed assets too. */
export const devices = defineRegister({
  id: 'devices',
  title: '仪器设备档案',
  basis: notice.lines(2491, 2523),
  fields: fields({
    number: text('唯一性标识'),
    name: text('设备名称'),
    model: text('型号规格'),
    room: text('所在实验室'),
    keeper: text('管理人编号'),
    value: money('资产原值'),
    asset: text('固定资产编号'),
    isKey: yesNo('重要设备'),
    ...files,
    verifiedUntil: verifiedUntil.optional(),
    checkBy: checkBy.optional(),
  }),
  key: ['number'],
  calledBy: ['name'],
  access: { read: readers, write: [centre] },
})

/** What a file lacks, in the order in which the plan names the parts. */
export function missingParts(data: Readonly<Record<string, unknown>>): readonly string[] {
  return (Object.keys(parts) as Part[]).flatMap((part) => (data[part] === true ? [] : [parts[part]]))
}

export const filesComplete = defineRule({
  id: 'files-complete',
  title: '设备档案六项',
  basis,
  inputs: files,
  parameters: {},
  decide: (input) => {
    const missing = missingParts(input)
    return {
      isMet: missing.length === 0,
      wanted: Object.values(parts).join('、'),
      found: missing.length === 0 ? '齐全' : `缺${missing.join('、')}`,
    }
  },
})

/** Nothing is measured with a device whose verification or interim check has lapsed. */
export const fitForUse = defineRule({
  id: 'fit-for-use',
  title: '检定和期间核查在有效期内',
  basis: notice.lines(2491, 2499),
  inputs: { verifiedUntil: verifiedUntil.optional(), checkBy: checkBy.optional(), [TODAY]: date('今天') },
  parameters: {},
  decide: (input) => {
    const wrong = [
      ...(input.verifiedUntil === undefined
        ? ['没有检定']
        : input.verifiedUntil < input.today
          ? [`检定${input.verifiedUntil}到期`]
          : []),
      ...(input.checkBy !== undefined && input.checkBy < input.today
        ? [`期间核查应在${input.checkBy}前`]
        : []),
    ]
    return {
      isMet: wrong.length === 0,
      wanted: '检定、期间核查都没有过期',
      found: wrong.length === 0 ? '都有效' : wrong.join('、'),
    }
  },
})

const verify = {
  title: '登记检定',
  by: [centre],
  basis: notice.lines(2491, 2499),
  input: fields({
    verifiedOn: date('检定日期'),
    verifiedUntil,
    verifier: text('检定机构'),
    result: choice('检定结果', { passed: '合格', limited: '限用' }),
  }),
} as const
const check = {
  title: '登记期间核查',
  by: [centre],
  basis,
  input: fields({ checkedOn: date('核查日期'), checkBy, checkResult: longText('核查结果') }),
} as const
const complete = {
  title: '补充档案',
  by: [centre],
  basis,
  input: fields({
    hasManual: files.hasManual.optional(),
    hasAcceptance: files.hasAcceptance.optional(),
    hasCertificate: files.hasCertificate.optional(),
    hasChecks: files.hasChecks.optional(),
    hasRuns: files.hasRuns.optional(),
    hasUsage: files.hasUsage.optional(),
  }),
} as const

export const keeping = defineProcedure({
  id: 'keeping',
  title: '仪器设备管理',
  basis: notice.lines(2489, 2499),
  ...validity,
  register: devices.id,
  subject: devices.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '建立设备档案', by: [centre], basis },
  initial: 'filed',
  states: {
    filed: {
      title: '未投入使用',
      rests: true,
      on: {
        repair: {
          title: '维修维护、安装调试',
          to: 'filed',
          by: [centre],
          basis: notice.lines(2489, 2491),
          input: fields({
            repairedOn: date('维修日期'),
            repairer: text('有资质的单位'),
            repair: longText('维修调试情况'),
          }),
        },
        verifyFirst: { ...verify, to: 'filed' },
        checkFirst: { ...check, to: 'filed' },
        completeFile: { ...complete, to: 'filed' },
        commission: {
          title: '投入使用',
          to: 'inUse',
          by: [manager],
          basis: notice.lines(2491),
          gates: [fitForUse.id, filesComplete.id],
        },
        scrap: { title: '报废', to: 'scrapped', by: [manager], basis: notice.lines(2523), needsReason: true },
      },
    },
    inUse: {
      title: '在用',
      rests: true,
      on: {
        run: {
          title: '登记使用',
          to: 'inUse',
          by: [centre],
          basis,
          input: fields({ ranOn: date('使用日期'), sample: text('样品或者用途') }),
          gates: [fitForUse.id],
        },
        verify: { ...verify, to: 'inUse' },
        check: { ...check, to: 'inUse' },
        completeLater: { ...complete, to: 'inUse' },
        stop: { title: '停用', to: 'filed', by: [manager], basis, needsReason: true },
      },
    },
    scrapped: { title: '已报废', final: 'withdrawn', on: {} },
  },
  limits: {
    verification: {
      title: '周期检定',
      starts: 'opening',
      ends: ['scrap'],
      legal: { field: 'verifiedUntil', basis: notice.lines(2491, 2499) },
      reminderDays: 30,
      missed: { kind: 'flag' },
    },
    check: {
      title: '期间核查',
      starts: 'opening',
      ends: ['scrap'],
      legal: { field: 'checkBy', basis },
      reminderDays: 15,
      missed: { kind: 'flag' },
    },
  },
  open: [gap('检定和期间核查多长时间一次没有写明，按检定证书和核查计划填写', basis)],
})

/** What is due, what has lapsed, and whose file is not complete. */
export const deviceStanding = defineStocktake({
  id: 'device-standing',
  title: '周期检定和期间核查计划',
  basis: notice.lines(2491, 2499),
  register: devices.id,
  count(records, { today }) {
    if (records.length === 0) return { says: '还没有设备档案。', isMet: null, findings: [] }
    const sayDay = (day: unknown, title: string) =>
      day === undefined
        ? `没有${title}日期`
        : String(day) < today
          ? `${title}${day}已过期`
          : `${title}至${day}`
    const rows = records
      .map(({ data }) => ({
        data,
        next:
          [data['verifiedUntil'], data['checkBy']]
            .filter((one) => one !== undefined)
            .map(String)
            .sort()[0] ?? '',
      }))
      .sort((a, b) => (a.next < b.next ? -1 : 1))
    const lapsed = rows.filter(({ next }) => next < today)
    return {
      says: `设备${rows.length}台，检定或者期间核查已过期、没有日期的${lapsed.length}台。`,
      isMet: lapsed.length === 0,
      findings: rows.map(({ data }) => ({
        name: `${String(data['number'])} ${String(data['name'])}`,
        message: `${sayDay(data['verifiedUntil'], '检定')}，${sayDay(data['checkBy'], '期间核查')}。`,
      })),
    }
  },
})

export const fileStanding = defineStocktake({
  id: 'file-standing',
  title: '设备档案六项',
  basis,
  register: devices.id,
  count(records) {
    if (records.length === 0) return { says: '还没有设备档案。', isMet: null, findings: [] }
    const lacking = records.filter(({ data }) => missingParts(data).length > 0)
    return {
      says: `设备${records.length}台，档案齐全${records.length - lacking.length}台。`,
      isMet: lacking.length === 0,
      findings: lacking.map(({ data }) => ({
        name: `${String(data['number'])} ${String(data['name'])}`,
        message: `缺${missingParts(data).join('、')}。`,
      })),
    }
  },
})
