import {
  campaignParts,
  choice,
  count,
  date,
  defineCampaign,
  defineParameter,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  defineTally,
  fields,
  files,
  gap,
  longText,
  money,
  personalText,
  phone,
  type StocktakeRecord,
  text,
  yesNo,
} from '@luoshi/kernel'
import {
  type Method,
  method,
  methodFits,
  methods,
  reach,
  suggestionField,
  suggestionRule,
} from './methods.ts'
import {
  finance,
  headquarters,
  installer,
  leader,
  notice,
  office,
  readersOfWorks,
  supervisor,
  supplier,
  township,
  validity,
} from './notice.ts'

const devices = {
  'gas-boiler': '燃气采暖热水炉',
  'heat-pump': '空气源热泵',
  'other-electric': '其他电采暖设备',
  none: '不需要设备（集中供热等）',
} as const

const shape = {
  number: text('编号'),
  township: text('乡（镇）'),
  village: text('村、小区'),
  userKind: choice('类别', { household: '居民', estate: '小区', unit: '单位' }),
  holder: personalText('户主、负责人', 'name'),
  contact: phone('联系电话').optional(),
  address: personalText('住址', 'address'),
  households: count('户数', '户', { help: '居民填1；小区、单位填改造的户数' }),
  consents: yesNo('已征得同意'),
  ...reach,
  method,
  device: choice('设备', devices),
  model: text('设备型号').optional(),
  deviceCount: count('设备数量', '台'),
  otherReason: text('不选用空气源热泵的理由').optional(),
}

const basis = notice.lines(1329)

/** 逐村逐户: who is changed over, how, with what. */
export const households = defineRegister({
  id: 'households',
  title: '清洁取暖改造台账',
  basis: notice.lines(1329, 1353),
  fields: fields({ ...shape, suggestion: suggestionField.optional() }),
  key: ['number'],
  access: { read: readersOfWorks, write: [township] },
})

/** Nobody is changed over who does not want it. */
export const hasConsented = defineRule({
  id: 'has-consented',
  title: '征得群众同意',
  basis,
  inputs: { consents: shape.consents },
  parameters: {},
  decide: ({ consents }) => ({
    isMet: consents,
    wanted: '征得群众同意后列入',
    found: consents ? '已同意' : '没有同意',
  }),
})

/** Gas heats by boilers; electricity by heat pumps before anything else, for which there is a reason. */
export const deviceFits = defineRule({
  id: 'device-fits',
  title: '设备与改造方式相符',
  basis: notice.lines(1277, 1279),
  inputs: { method: shape.method, device: shape.device, otherReason: shape.otherReason },
  parameters: {},
  decide: ({ method: chosen, device, otherReason }) => {
    const found = devices[device]
    if (chosen === 'gas') {
      return {
        isMet: device === 'gas-boiler',
        wanted: '统一选用燃气采暖热水炉类',
        found,
        basis: notice.lines(1277),
      }
    }
    if (chosen !== 'electric') return { isMet: device === 'none', wanted: devices.none, found }
    const isReasoned = device === 'other-electric' && otherReason !== undefined
    return {
      isMet: device === 'heat-pump' || isReasoned,
      wanted: '优先选用空气源热泵，选用其他电采暖设备的写明理由',
      found: device === 'other-electric' ? `${found}，没有写明理由` : found,
      basis: notice.lines(1279),
    }
  },
})

const payment = {
  subsidyDocument: text('补贴办法文号'),
  subsidy: money('补贴金额'),
  paidOn: date('发放日期'),
}

/** Surveyed, put on the list, supplied, installed, accepted by whoever watches over it, paid. */
export const converting = defineProcedure({
  id: 'converting',
  title: '清洁取暖改造',
  basis,
  ...validity,
  register: households.id,
  subject: households.fields,
  access: { read: readersOfWorks },
  lookups: {},
  opening: {
    title: '摸底登记',
    by: [township],
    basis,
    gates: [hasConsented.id, methodFits.id, deviceFits.id],
    computes: { suggestion: suggestionRule.id },
  },
  initial: 'surveyed',
  states: {
    surveyed: {
      title: '待列入计划',
      on: {
        list: { title: '列入改造计划', to: 'listed', by: headquarters, basis },
        return: { title: '不列入', to: 'dropped', by: headquarters, basis, needsReason: true },
      },
    },
    listed: {
      title: '待供货',
      on: {
        supply: {
          title: '设备到货',
          to: 'supplied',
          by: [supplier, township],
          basis: notice.lines(1299, 1319),
          input: fields({ suppliedOn: date('到货日期'), storedAt: text('存放保管地点') }),
        },
        withdraw: { title: '群众退出', to: 'dropped', by: [township], basis, needsReason: true },
      },
    },
    supplied: {
      title: '待安装',
      on: {
        install: {
          title: '安装调试完成',
          to: 'installed',
          by: [installer],
          basis: notice.lines(1339),
          input: fields({
            installedOn: date('安装日期'),
            tested: longText('调试情况'),
            photos: files('照片').optional(),
          }),
        },
      },
    },
    installed: {
      title: '待验收',
      on: {
        accept: {
          title: '验收合格',
          to: 'accepted',
          by: [supervisor],
          basis: notice.lines(1323),
          notByWhoDid: ['install'],
          input: fields({
            acceptedOn: date('验收日期'),
            isSafe: yesNo('安全检查合格'),
            acceptance: longText('验收情况'),
          }),
          gates: ['is-safe'],
        },
        reject: {
          title: '验收不合格，返工',
          to: 'supplied',
          by: [supervisor],
          basis: notice.lines(1323),
          needsReason: true,
        },
      },
    },
    accepted: {
      title: '已验收，待补贴',
      on: {
        pay: {
          title: '发放补贴',
          to: 'paid',
          by: [finance],
          basis: notice.lines(1283, 1309),
          input: fields(payment),
        },
        none: {
          title: '按补贴办法不补贴',
          to: 'finished',
          by: [finance],
          basis: notice.lines(1283),
          needsReason: true,
        },
      },
    },
    paid: { title: '已补贴', final: 'completed', on: {} },
    finished: { title: '已完成', final: 'completed', on: {} },
    dropped: { title: '未列入、已退出', final: 'withdrawn', on: {} },
  },
  limits: {
    finish: {
      title: '安装和竣工验收期限',
      starts: 'list',
      ends: ['accept', 'withdraw'],
      legal: { day: '2021-10-15', basis: notice.lines(1339) },
      missed: { kind: 'flag' },
    },
  },
  open: [gap('补贴办法另行印发，对象和标准没有写明', notice.lines(1283))],
})

/** What is not safe is not accepted. */
export const isSafe = defineRule({
  id: 'is-safe',
  title: '安全检查合格',
  basis: notice.lines(1293, 1323),
  inputs: { isSafe: yesNo('安全检查合格') },
  parameters: {},
  decide: (input) => ({
    isMet: input.isSafe,
    wanted: '安全检查合格后验收',
    found: input.isSafe ? '合格' : '不合格',
  }),
})

/** States in which a household has been accepted. */
export const done = ['accepted', 'paid', 'finished']

const columns = [
  { id: 'records', title: '登记' },
  { id: 'households', title: '户数', sums: 'households' },
  { id: 'devices', title: '设备数量', sums: 'deviceCount' },
  { id: 'installed', title: '已安装', states: ['installed', ...done] },
  { id: 'accepted', title: '已验收', states: done },
] as const

/** By village and method: what the survey sums up. */
export const byVillage = defineTally({
  id: 'by-village',
  title: '分村摸底统计',
  basis,
  register: households.id,
  by: [
    { kind: 'field', field: 'township' },
    { kind: 'field', field: 'village' },
    { kind: 'field', field: 'method' },
  ],
  columns,
})

/** By device: quantities to be supplied. */
export const byDevice = defineTally({
  id: 'by-device',
  title: '分设备统计',
  basis,
  register: households.id,
  by: [
    { kind: 'field', field: 'device' },
    { kind: 'field', field: 'township' },
  ],
  columns,
})

const target = (id: string, title: string, value: number, lines: readonly [number, number]) =>
  defineParameter<number>({
    id,
    title,
    unit: '户',
    values: [{ from: '2021-07-22', value, basis: notice.lines(...lines) }],
  })

export const electricTarget = target('electric-target', '2021年“煤改电”任务', 2940, [1265, 1267])
export const gasTarget = target('gas-target', '2021年“煤改气”任务', 5898, [1265, 1267])

/** How many households there are of a method, in some states or in all but those that left. */
export function householdsOf(
  records: readonly Pick<StocktakeRecord, 'state' | 'data'>[],
  chosen: Method,
  states?: readonly string[],
): number {
  return records
    .filter(
      ({ state, data }) =>
        data['method'] === chosen && state !== 'dropped' && (states === undefined || states.includes(state)),
    )
    .reduce((sum, { data }) => sum + Number(data['households'] ?? 0), 0)
}

const FINISHED_BY = '2021-10-15'

/** What was surveyed, and what is done, against what the county is to do. */
export const againstTargets = defineStocktake({
  id: 'against-targets',
  title: '目标任务完成情况',
  basis: notice.lines(1265, 1267),
  register: households.id,
  count(records, { today, settingOf }) {
    const rows = (
      [
        ['electric', electricTarget],
        ['gas', gasTarget],
      ] as const
    ).map(([chosen, parameter]) => {
      const wanted = settingOf(parameter) ?? 0
      return {
        title: methods[chosen],
        wanted,
        surveyed: householdsOf(records, chosen),
        accepted: householdsOf(records, chosen, done),
      }
    })
    const isMet = rows.every(({ wanted, accepted }) => accepted >= wanted)
    return {
      says: `${rows.map(({ title, wanted, surveyed, accepted }) => `${title}任务${wanted}户，摸底${surveyed}户，已验收${accepted}户`).join('；')}。应于${FINISHED_BY}前完成。`,
      isMet: isMet ? true : FINISHED_BY < today ? false : null,
      findings: rows.flatMap(({ title, wanted, surveyed, accepted }) => [
        ...(surveyed === wanted
          ? []
          : [
              {
                name: title,
                message: `摸底${surveyed}户，比任务${surveyed < wanted ? '少' : '多'}${Math.abs(wanted - surveyed)}户。`,
              },
            ]),
        ...(accepted >= wanted
          ? []
          : [{ name: title, message: `已验收${accepted}户，还差${wanted - accepted}户。` }]),
      ]),
    }
  },
})

/** What whoever watches over the works finds wrong, mended and struck off. */
export const workProblems = defineCampaign({
  id: 'work-problems',
  title: '清洁取暖工程质量安全问题',
  basis: notice.lines(1293, 1323),
  phases: [
    {
      id: 'works',
      title: '组织实施',
      from: '2021-07-30',
      until: '2021-10-15',
      basis: notice.lines(1331),
    },
  ],
  problem: fields({
    number: text('问题编号'),
    kind: choice('种类', {
      device: '设备质量',
      installing: '安装质量',
      gas: '燃气安全',
      power: '用电安全',
      other: '其他',
    }),
    township: text('乡（镇）'),
    place: text('村、小区'),
    description: longText('问题描述'),
  }),
  key: ['number'],
  reads: [...readersOfWorks, leader],
  finds: { by: [supervisor, township, ...headquarters], basis: notice.lines(1323) },
  lists: { by: headquarters, basis: notice.lines(1293, 1297) },
  fixes: {
    by: [supplier, installer],
    basis: notice.lines(1319, 1323),
    evidence: [{ id: 'proof', title: '整改佐证', basis: notice.lines(1323) }],
  },
  strikesOff: { by: [supervisor, ...headquarters], basis: notice.lines(1323) },
  looksAgain: { by: [office], basis: notice.lines(1323) },
  open: [gap('问题的整改期限没有写明，逐条填写', notice.lines(1323))],
})

export const problems = campaignParts(workProblems, validity)
