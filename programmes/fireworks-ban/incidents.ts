import {
  type ActionDefinition,
  type Counted,
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineStocktake,
  defineTally,
  defineValueTable,
  fields,
  files,
  longText,
  may,
  personalText,
  phone,
  place,
  text,
} from '@luoshi/kernel'
import { competent, competentRuleId, type Department, departments, dutyOf } from './departments.ts'
import { leader, notice, office, township, validity } from './notice.ts'
import { banFrom, banUntil } from './period.ts'

/** The five bans, and bonfires. */
export const kinds = {
  production: '非法生产',
  trade: '非法经营',
  storage: '非法储存',
  transport: '非法运输',
  'setting-off': '违规燃放',
  bonfire: '燃烧旺火',
} as const

/** In what place or way: what decides between departments. */
export const settings = {
  road: '道路运输、过境车辆',
  carrier: '运输企业承运',
  luggage: '站场码头旅客夹带',
  logistics: '物流仓储企业存放',
  post: '邮寄',
  stall: '市场、乡村集镇零散摊点',
  cooperative: '供销社系统',
  other: '其他',
} as const

const ids = Object.keys(departments) as Department[]
const ofDepartments = ids.map((department) => may(department, 'county'))
const others = ['cooperative', 'fire', 'publicity'].map((role) => may(role, 'county'))
const readers = [office, leader, ...ofDepartments, ...others, township]

const partners = text('配合部门')

/** What was found or told: every breach of the ban. */
export const incidents = defineRegister({
  id: 'incidents',
  title: '“五禁”事件台账',
  basis: notice.lines(1184, 1208),
  fields: fields({
    number: text('事件编号'),
    kind: choice('事件种类', kinds),
    setting: choice('情形', settings),
    foundOn: date('发现日期'),
    township: text('乡（镇）'),
    address: text('地点'),
    subject: personalText('单位或者个人', 'name', { help: '还不知道的写“不明”' }),
    source: choice('来源', {
      patrol: '巡查',
      visit: '入户',
      tip: '群众检举',
      check: '检查站',
      other: '其他',
    }),
    informant: personalText('检举人', 'name').optional(),
    informantContact: phone('检举人电话').optional(),
    description: longText('情况'),
    where: place('位置').optional(),
    competent: competent.optional(),
    partners: partners.optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [office, township, ...ofDepartments, ...others] },
})

const inputs = { kind: choice('事件种类', kinds), setting: choice('情形', settings) }

/** Who looks into it: told by the way where that names a department, else by what it is. */
export const competentRule = defineValueTable({
  id: 'competent',
  title: '“五禁”事件主管部门',
  basis: notice.lines(1188, 1202),
  gives: competent,
  inputs,
  hit: 'first',
  rows: [
    { when: { kind: { is: 'bonfire' } }, value: 'environment', basis: dutyOf.environment },
    { when: { kind: { is: 'setting-off' } }, value: 'police', basis: dutyOf.police },
    {
      when: { setting: { oneOf: ['carrier', 'luggage', 'logistics'] } },
      value: 'transport',
      basis: dutyOf.transport,
    },
    { when: { setting: { is: 'road' } }, value: 'police', basis: dutyOf.police },
    { when: { setting: { is: 'post' } }, value: 'market', basis: dutyOf.market },
    { when: { setting: { is: 'stall' } }, value: 'housing', basis: dutyOf.housing },
    { when: { kind: { is: 'transport' } }, value: 'police', basis: dutyOf.police },
    { when: { kind: { is: 'trade' } }, value: 'market', basis: dutyOf.market },
    { when: { kind: { oneOf: ['production', 'storage'] } }, value: 'emergency', basis: dutyOf.emergency },
  ],
})

/** Who helps, as the duties of several departments meet. */
export const partnersRule = defineValueTable({
  id: 'partners',
  title: '“五禁”事件配合部门',
  basis: notice.lines(1188, 1208),
  gives: partners,
  inputs,
  hit: 'first',
  rows: [
    {
      when: { setting: { is: 'cooperative' } },
      value: '公安、应急管理、交通运输部门，供销社',
      basis: notice.lines(1202),
    },
    { when: { kind: { is: 'bonfire' } }, value: '公安部门、乡（镇）政府', basis: notice.lines(1190, 1208) },
    {
      when: { kind: { is: 'setting-off' } },
      value: '生态环境部门、消防救援部门、乡（镇）政府',
      basis: notice.lines(1190, 1208),
    },
    {
      when: { setting: { oneOf: ['carrier', 'luggage', 'logistics'] } },
      value: '公安部门',
      basis: notice.lines(1192),
    },
    { when: { kind: { is: 'transport' } }, value: '交通运输部门', basis: notice.lines(1192) },
    {
      when: { setting: { is: 'stall' } },
      value: '市场监管部门、乡（镇）政府',
      basis: notice.lines(1198, 1208),
    },
    {
      when: { kind: { is: 'production' } },
      value: '市场监管部门、公安部门',
      basis: notice.lines(1170, 1198),
    },
    { when: { kind: { is: 'trade' } }, value: '应急管理部门、公安部门', basis: notice.lines(1170, 1196) },
    {
      when: { kind: { is: 'storage' } },
      value: '市场监管部门、消防救援部门',
      basis: notice.lines(1198, 1204),
    },
  ],
})

const handled = {
  handledOn: date('查处日期'),
  outcome: choice('处理', {
    stopped: '劝阻、教育',
    seized: '收缴',
    closed: '取缔摊点',
    fined: '行政处罚',
    unfounded: '查无此事',
  }),
  account: longText('查处情况'),
  evidence: files('照片').optional(),
}

const opening = notice.lines(1184, 1208)

/** One action for each department: only the one whose duty it is may take it. */
function actionsOf<Name extends string, To extends string>(
  name: Name,
  action: Omit<ActionDefinition<To>, 'by' | 'basis' | 'gates'>,
  among: readonly Department[],
): Readonly<Record<string, ActionDefinition<To>>> {
  return Object.fromEntries(
    among.map((department) => [
      `${name}-${department}`,
      {
        ...action,
        title: `${action.title}（${departments[department]}）`,
        by: [may(department, 'county')],
        basis: dutyOf[department],
        gates: [competentRuleId(department)],
      },
    ]),
  )
}

/** Told, sent to whom it concerns, looked into; what asks for detention or is a crime goes to the police. */
export const handling = defineProcedure({
  id: 'handling',
  title: '“五禁”事件查处',
  basis: notice.lines(1170, 1208),
  ...validity,
  register: incidents.id,
  subject: incidents.fields,
  access: { read: readers },
  lookups: {},
  opening: {
    title: '登记事件',
    by: [office, township, ...ofDepartments, ...others],
    basis: opening,
    gates: ['in-period'],
    computes: { competent: competentRule.id, partners: partnersRule.id },
  },
  initial: 'routed',
  states: {
    routed: {
      title: '待查处',
      on: {
        ...actionsOf('handle', { title: '查处', to: 'handled', input: fields(handled) }, ids),
        ...actionsOf(
          'handOver',
          { title: '移交公安机关', to: 'withPolice', needsReason: true },
          ids.filter((department) => department !== 'police'),
        ),
        reroute: {
          title: '改派',
          to: 'routed',
          by: [office],
          basis: notice.lines(1184),
          needsReason: true,
          input: fields({ competent }),
        },
      },
    },
    withPolice: {
      title: '公安机关办理',
      on: {
        decide: {
          title: '公安机关处理',
          to: 'handled',
          by: [may('police', 'county')],
          basis: notice.lines(1170, 1190),
          input: fields({
            handledOn: handled.handledOn,
            policeOutcome: choice('公安机关的处理', {
              warned: '治安管理处罚',
              detained: '行政拘留',
              crime: '刑事立案',
              none: '不予处罚',
            }),
            account: handled.account,
          }),
        },
      },
    },
    handled: {
      title: '已处理',
      final: 'completed',
      on: {
        reopen: {
          title: '退回重新查处',
          to: 'routed',
          by: [office],
          basis: notice.lines(1184),
          needsReason: true,
        },
      },
    },
  },
  limits: {},
})

const columns = [
  { id: 'all', title: '事件' },
  ...Object.entries(kinds).map(([id, title]) => ({ id, title, where: { kind: [id] } })),
  { id: 'open', title: '没有处理', states: ['routed', 'withPolice'] },
  { id: 'handled', title: '已处理', states: ['handled'] },
]

/** What the office counts every day. */
export const incidentsByDay = defineTally({
  id: 'incidents-by-day',
  title: '“五禁”每日统计',
  basis: notice.lines(1184),
  register: incidents.id,
  by: [{ kind: 'period', field: 'foundOn', every: 'day' }],
  columns,
})

export const incidentsByTownship = defineTally({
  id: 'incidents-by-township',
  title: '“五禁”分乡（镇）统计',
  basis: notice.lines(1184, 1208),
  register: incidents.id,
  by: [{ kind: 'field', field: 'township' }],
  columns,
})

/** A reminder to the clerk: the text gives no days, and without them nothing can be entered. */
export const periodStated = defineStocktake({
  id: 'period-stated',
  title: '“五禁”起止日期',
  basis: notice.lines(1156),
  register: incidents.id,
  count(_records, { settingOf, today: on }): Counted {
    const [from, until] = [settingOf(banFrom), settingOf(banUntil)]
    const missing = [banFrom, banUntil].filter((one) => settingOf(one) === undefined)
    if (from === undefined || until === undefined) {
      return {
        says: '通知没有写明起止日期，请先在参数里设定，设定以前事件登记不了。',
        isMet: false,
        findings: missing.map(({ title }) => ({ name: title, message: '还没有设定。' })),
      }
    }
    const where = on < from ? '还没有开始' : on > until ? '已经结束' : '正在进行'
    return { says: `${from}至${until}，${where}。`, isMet: from <= until, findings: [] }
  },
})

/** The day at a glance, with what waits. */
export const today = defineStocktake({
  id: 'today',
  title: '今日“五禁”调度',
  basis: notice.lines(1184),
  register: incidents.id,
  count(records, { today: on }) {
    const ofDay = records.filter(({ data }) => data['foundOn'] === on)
    const waiting = records.filter(({ state }) => state !== 'handled')
    const counts = Object.entries(kinds).map(
      ([kind, title]) => `${title}${ofDay.filter(({ data }) => data['kind'] === kind).length}起`,
    )
    return {
      says: `${on}发现${ofDay.length}起：${counts.join('，')}。没有处理的共${waiting.length}起。`,
      isMet: waiting.length === 0,
      findings: waiting.map(({ data, state }) => ({
        name: String(data['number']),
        message: `${String(data['township'])}${String(data['address'])}，${state === 'withPolice' ? '公安机关办理中' : `待${departments[data['competent'] as Department]}查处`}。`,
      })),
    }
  },
})
