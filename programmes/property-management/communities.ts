import {
  choice,
  count,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  defineTally,
  defineValueRule,
  fields,
  files,
  gap,
  listOf,
  longText,
  reference,
  TODAY,
  text,
  yesNo,
} from '@luoshi/kernel'
import { notice, office, readers, township, townshipName, townshipRule, validity } from './notice.ts'

/** Who decides for the owners. */
export const committees = {
  none: '还没有成立',
  elected: '业主委员会',
  acting: '物业管理委员会',
} as const

/** How a community is looked after. */
export const modes = {
  company: '物业服务企业管理',
  owners: '业主自管',
  manager: '聘用职业经理人',
  trust: '社区托管',
  lost: '失管',
} as const

const stage = choice('小区情况', { new: '新建', existing: '已交付使用' })
const committee = choice('业委会（物管会）', committees)
const hasParty = yesNo('已建立党组织')

const supply = {
  isWaterDirect: yesNo('供水直供到户'),
  isPowerDirect: yesNo('供电直供到户'),
  isGasDirect: yesNo('供气直供到户'),
  isHeatDirect: yesNo('供热直供到户'),
}

/** 住宅小区 */
export const communities = defineRegister({
  id: 'communities',
  title: '住宅小区台账',
  basis: notice.lines(2359),
  fields: fields({
    number: text('小区编号'),
    name: text('小区名称'),
    address: text('位置'),
    households: count('户数', '户'),
    stage,
    committee,
    mode: choice('管理模式', modes),
    company: reference('物业服务企业', 'companies').optional(),
    renewal: choice('老旧小区改造', {
      no: '不是老旧小区',
      planned: '已列入改造计划',
      unplanned: '近期未列入改造计划',
    }),
    township: townshipName.optional(),
  }),
  key: ['number'],
  calledBy: ['name'],
  access: { read: readers, write: [township] },
})

const completedOn = date('竣工验收日期')
const inspectedOn = date('承接查验日期')
const inspectionFiledOn = date('承接查验备案日期')
const tenderedOn = date('物业招标完成日期')

const handover = notice.lines(2429)

const isStage = (id: string, title: string, wanted: 'new' | 'existing', label: string) =>
  defineRule({
    id,
    title,
    basis: notice.lines(2429, 2431),
    inputs: { stage },
    parameters: {},
    decide: (input) => ({
      isMet: input.stage === wanted,
      wanted: label,
      found: input.stage === 'new' ? '新建小区' : '已交付使用的小区',
    }),
  })
export const isNew = isStage('is-new', '新建小区', 'new', '新建小区')
export const isExisting = isStage('is-existing', '已交付小区', 'existing', '已交付使用的小区')

/** Looked over after the building was accepted, and not on a day to come. */
export const inspectedInOrder = defineRule({
  id: 'inspected-in-order',
  title: '承接查验日期',
  basis: handover,
  inputs: { inspectedOn, completedOn: completedOn.optional(), [TODAY]: date('今天') },
  parameters: {},
  decide: (input) => ({
    isMet: input.inspectedOn >= (input.completedOn ?? '') && input.inspectedOn <= input.today,
    wanted: `在竣工验收${input.completedOn === undefined ? '' : `（${input.completedOn}）`}之后，不晚于今天（${input.today}）`,
    found: input.inspectedOn,
  }),
})

const parties = listOf(
  '参加查验的单位',
  choice('单位', {
    developer: '建设单位',
    company: '物业服务企业',
    township: '乡（镇）、社区',
    department: '有关部门',
  }),
)

/** Those who hand over and those who take over are both there. */
export const partiesThere = defineRule({
  id: 'parties-there',
  title: '参加承接查验的单位',
  basis: handover,
  inputs: { parties },
  parameters: {},
  decide: (input) => {
    const missing = [
      ...(input.parties.includes('developer') ? [] : ['建设单位']),
      ...(input.parties.includes('company') ? [] : ['物业服务企业']),
      ...(input.parties.includes('department') ? [] : ['有关部门']),
    ]
    return {
      isMet: missing.length === 0,
      wanted: '建设单位、物业服务企业和有关部门参加',
      found: missing.length === 0 ? '都参加' : `没有${missing.join('、')}`,
    }
  },
})

export const inspectionMade = defineRule({
  id: 'inspection-made',
  title: '承接查验报告',
  basis: handover,
  inputs: { inspectedOn: inspectedOn.optional() },
  parameters: {},
  decide: (input) => ({
    isMet: input.inspectedOn !== undefined,
    wanted: '已承接查验并形成报告',
    found: input.inspectedOn === undefined ? '没有承接查验' : `${input.inspectedOn}已查验`,
  }),
})

/** A new community is not handed over without inspection, report, filing and a tender for its management. */
export const handoverReady = defineRule({
  id: 'handover-ready',
  title: '交付使用前的承接查验',
  basis: handover,
  inputs: { inspectedOn: inspectedOn.optional(), inspectionFiledOn: inspectionFiledOn.optional() },
  parameters: {},
  decide: (input) => {
    const missing = [
      ...(input.inspectedOn === undefined ? ['承接查验报告'] : []),
      ...(input.inspectionFiledOn === undefined ? ['承接查验备案'] : []),
    ]
    return {
      isMet: missing.length === 0,
      wanted: '已承接查验，形成报告并备案',
      found: missing.length === 0 ? '已备案' : `没有${missing.join('、')}`,
    }
  },
})

export const tendered = defineRule({
  id: 'tendered',
  title: '交付前物业招标',
  basis: notice.lines(2405, 2411),
  inputs: { tenderedOn: tenderedOn.optional() },
  parameters: {},
  decide: (input) => ({
    isMet: input.tenderedOn !== undefined,
    wanted: '房屋交付之前已按规定物业招标',
    found: input.tenderedOn === undefined ? '没有招标' : `${input.tenderedOn}完成`,
  }),
})

/** An acting committee has its party organisation at once. */
export const partyAtOnce = defineRule({
  id: 'party-at-once',
  title: '同步建立党组织',
  basis: notice.lines(2395),
  inputs: { hasParty },
  parameters: {},
  decide: (input) => ({
    isMet: input.hasParty,
    wanted: '成立物业管理委员会同步建立党组织',
    found: input.hasParty ? '已建立' : '没有建立',
  }),
})

const auditedOn = date('换届审计日期')

/** A new committee is elected after the old one was audited. */
export const auditedFirst = defineRule({
  id: 'audited-first',
  title: '换届审计',
  basis: notice.lines(2401),
  inputs: { auditedOn, [TODAY]: date('今天') },
  parameters: {},
  decide: (input) => ({
    isMet: input.auditedOn <= input.today,
    wanted: '换届前由业主大会组织审计',
    found: `审计日期${input.auditedOn}`,
  }),
})

const formed = notice.lines(2395)
const inspect = {
  title: '承接查验',
  by: [township],
  input: fields({
    inspectedOn,
    parties,
    inspectionReport: longText('查验情况'),
    inspectionFile: files('承接查验报告').optional(),
  }),
  gates: [inspectedInOrder.id, partiesThere.id],
} as const
const fileInspection = {
  title: '承接查验备案',
  by: [office],
  input: fields({ inspectionFiledOn }),
  gates: [inspectionMade.id],
} as const

/** A community from its registration to its hand-over, its committee and how it is looked after. */
export const community = defineProcedure({
  id: 'community',
  title: '住宅小区管理',
  basis: notice.lines(2359, 2441),
  ...validity,
  register: communities.id,
  subject: communities.fields,
  access: { read: readers },
  lookups: {},
  opening: {
    title: '登记小区',
    by: [township],
    basis: notice.lines(2359),
    computes: { township: townshipRule.id },
  },
  initial: 'registered',
  states: {
    registered: {
      title: '已登记',
      on: {
        complete: {
          title: '登记竣工验收',
          to: 'completed',
          by: [office],
          basis: handover,
          input: fields({ completedOn }),
          gates: [isNew.id],
        },
        takeIn: {
          title: '登记为已交付',
          to: 'delivered',
          by: [township],
          basis: notice.lines(2429, 2431),
          gates: [isExisting.id],
        },
      },
    },
    completed: {
      title: '待交付',
      on: {
        tender: {
          title: '登记物业招标',
          to: 'completed',
          by: [office],
          basis: notice.lines(2405, 2411),
          input: fields({ tenderedOn, company: reference('中标的物业服务企业', 'companies') }),
        },
        inspect: { ...inspect, to: 'completed', basis: handover },
        fileInspection: { ...fileInspection, to: 'completed', basis: handover },
        deliver: {
          title: '交付使用',
          to: 'delivered',
          by: [office],
          basis: handover,
          input: fields({ deliveredOn: date('交付日期') }),
          gates: [handoverReady.id, tendered.id],
        },
      },
    },
    delivered: {
      title: '已交付使用',
      rests: true,
      on: {
        inspectLate: { ...inspect, title: '补做承接查验', to: 'delivered', basis: notice.lines(2429, 2431) },
        fileInspectionLate: {
          ...fileInspection,
          title: '补做的承接查验备案',
          to: 'delivered',
          basis: notice.lines(2429, 2431),
        },
        elect: {
          title: '选举业主委员会',
          to: 'delivered',
          by: [township],
          basis: formed,
          input: fields({
            committee: choice('业委会（物管会）', { elected: committees.elected }),
            committeeOn: date('成立日期'),
            members: count('委员人数', '人'),
            partyMembers: count('其中党员', '人'),
            hasParty,
          }),
        },
        act: {
          title: '成立物业管理委员会',
          to: 'delivered',
          by: [township],
          basis: formed,
          input: fields({
            committee: choice('业委会（物管会）', { acting: committees.acting }),
            committeeOn: date('成立日期'),
            hasParty,
          }),
          gates: [partyAtOnce.id],
        },
        buildParty: {
          title: '建立党组织',
          to: 'delivered',
          by: [township],
          basis: notice.lines(2393),
          input: fields({
            hasParty,
            partyWay: choice('组建方式', { own: '单建', joint: '联建', area: '区域建设' }),
          }),
        },
        reelect: {
          title: '业主委员会换届或者重新选举',
          to: 'delivered',
          by: [township],
          basis: notice.lines(2399, 2401),
          needsReason: true,
          input: fields({ auditedOn, auditResult: longText('审计结果'), committeeOn: date('选举日期') }),
          gates: [auditedFirst.id],
        },
        setMode: {
          title: '确定管理模式',
          to: 'delivered',
          by: [township],
          basis: notice.lines(2411),
          input: fields({
            mode: choice('管理模式', modes),
            company: reference('物业服务企业', 'companies').optional(),
          }),
        },
        showPrices: {
          title: '登记服务公示',
          to: 'delivered',
          by: [township],
          basis: notice.lines(2361),
          input: fields({ shownOn: date('公示日期'), shownAt: text('公示位置') }),
        },
        supply: {
          title: '登记分户直供',
          to: 'delivered',
          by: [office],
          basis: notice.lines(2435),
          input: fields(supply),
        },
        merge: { title: '注销', to: 'struck', by: [township], basis: notice.lines(2359), needsReason: true },
      },
    },
    struck: { title: '已注销', final: 'withdrawn', on: {} },
  },
  limits: {},
  open: [
    gap('已交付的小区补做承接查验的期限没有写明', notice.lines(2429, 2431)),
    gap('老旧小区“规模较小”怎样算没有写明，由乡（镇）确定', notice.lines(2411)),
  ],
})

/** Communities in use whose facilities were never looked over at the hand-over. */
export const handoversOpen = defineStocktake({
  id: 'handovers-open',
  title: '已交付没有承接查验的小区',
  basis: notice.lines(2429, 2431),
  register: communities.id,
  count(records) {
    const used = records.filter(({ state }) => state === 'delivered')
    if (used.length === 0) return { says: '还没有已交付的小区。', isMet: null, findings: [] }
    const open = used.filter(({ data }) => data['inspectionFiledOn'] === undefined)
    return {
      says: `已交付小区${used.length}个，没有承接查验备案的${open.length}个。`,
      isMet: open.length === 0,
      findings: open.map(({ data }) => ({
        name: String(data['name']),
        message: `${String(data['township'] ?? '')}，${data['inspectedOn'] === undefined ? '没有承接查验' : '已查验，没有备案'}。`,
      })),
    }
  },
})

/** Communities by township: committees, management, direct supply. */
export const communitiesByTownship = defineTally({
  id: 'communities-by-township',
  title: '住宅小区统计',
  basis: notice.lines(2395, 2411),
  register: communities.id,
  by: [{ kind: 'field', field: 'township' }],
  columns: [
    { id: 'communities', title: '已交付小区', states: ['delivered'] },
    { id: 'households', title: '户数', sums: 'households', states: ['delivered'] },
    { id: 'elected', title: '业委会', states: ['delivered'], where: { committee: ['elected'] } },
    { id: 'acting', title: '物管会', states: ['delivered'], where: { committee: ['acting'] } },
    { id: 'none', title: '还没有成立', states: ['delivered'], where: { committee: ['none'] } },
    { id: 'company', title: '物业服务企业管理', states: ['delivered'], where: { mode: ['company'] } },
    { id: 'lost', title: '失管', states: ['delivered'], where: { mode: ['lost'] } },
    { id: 'new', title: '待交付', states: ['registered', 'completed'] },
  ],
})

export const communityName = text('小区名称')

/** What a community is called: what everyone reads names it, not its number. */
export const communityNameRule = defineValueRule({
  id: 'community-name',
  title: '小区名称',
  basis: notice.lines(2359),
  gives: communityName,
  inputs: { communityNames: listOf('登记的小区', fields({ name: communityName })) },
  parameters: {},
  decide: ({ communityNames: [one] }) =>
    one === undefined ? { missing: '小区台账中没有这个小区' } : { value: one.name, because: '小区台账' },
})

/** Looks for the name of the community whose number a case has. */
export const communityNames = {
  title: '登记的小区',
  register: communities.id,
  where: { number: 'community' },
  gives: { kind: 'records', fields: ['name'] },
} as const
