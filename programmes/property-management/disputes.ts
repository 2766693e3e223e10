import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineTally,
  defineTextPaper,
  defineValueTable,
  fields,
  gap,
  longText,
  personalText,
  phone,
  reference,
  text,
  unit,
  unitNameInput,
} from '@luoshi/kernel'
import { communities } from './communities.ts'
import {
  department,
  government,
  leaders,
  notice,
  office,
  readers,
  township,
  townshipName,
  townshipRule,
  validity,
} from './notice.ts'

const basis = notice.lines(2415, 2417)

/** How grave a dispute is. */
export const levels = {
  general: '一般矛盾纠纷',
  prominent: '较为突出，或者涉及范围广、情况复杂，社会影响较大',
  major: '重大问题',
  sudden: '突发公共事件',
  violation: '典型侵权、违法案件',
  unmediated: '经行政调解难以解决',
} as const

/** Who handles it. */
export const handlers = {
  township: '乡（镇）',
  government: '县人民政府',
  office: '领导小组办公室，召开联席会议',
  emergency: '领导小组，启动应急处置',
  department: '相关部门调解和查处',
} as const
type Handler = keyof typeof handlers

/** What a complaint is about. */
export const matters = {
  fees: '物业收费',
  telecom: '通讯',
  quality: '房屋质量、前期物业、垃圾清运、绿地、供水供气供热',
  security: '公共安全秩序、安防监控、宠物、房屋租赁',
  building: '搭建、改建、外观结构、加装电梯、车位车库',
  pollution: '水、烟气、噪音等污染',
  shelter: '人防工程',
  fire: '易燃物品、消防通道、消防设施',
  market: '电梯等特种设备、住宅改经营、无照经营',
  health: '疫情防控和防疫接种',
  power: '供电',
} as const

/** The department of each. */
export const departments = {
  reform: '县发展和改革局',
  industry: '县工业和信息化局',
  housing: '县住房和城乡建设局',
  police: '县公安局',
  land: '县自然资源局',
  environment: '市生态环境局分局',
  shelter: '人防部门',
  fire: '县消防救援大队',
  market: '县市场监督管理局',
  health: '县卫生健康和体育局',
  energy: '能源部门',
} as const

const level = choice('纠纷等级', levels)
const matter = choice('事由', matters)
const handler = choice('调处责任', handlers)
const responsible = choice('责任部门', departments)

/** 三级调处: who handles what. */
export const handlerTable = defineValueTable({
  id: 'handler',
  title: '三级调处分工',
  basis,
  gives: handler,
  inputs: { level },
  hit: 'unique',
  rows: [
    { when: { level: { is: 'general' } }, value: 'township', basis },
    { when: { level: { is: 'prominent' } }, value: 'government', basis },
    { when: { level: { is: 'major' } }, value: 'office', basis },
    { when: { level: { is: 'sudden' } }, value: 'emergency', basis },
    { when: { level: { is: 'violation' } }, value: 'department', basis },
    { when: { level: { is: 'unmediated' } }, value: 'department', basis },
  ],
})

/** Which department a matter is for. */
export const departmentTable = defineValueTable({
  id: 'responsible',
  title: '部门职责分工',
  basis: notice.lines(2363, 2385),
  gives: responsible,
  inputs: { matter },
  hit: 'unique',
  rows: [
    { when: { matter: { is: 'fees' } }, value: 'reform', basis: notice.lines(2365) },
    { when: { matter: { is: 'telecom' } }, value: 'industry', basis: notice.lines(2367) },
    { when: { matter: { is: 'quality' } }, value: 'housing', basis: notice.lines(2369) },
    { when: { matter: { is: 'security' } }, value: 'police', basis: notice.lines(2371) },
    { when: { matter: { is: 'building' } }, value: 'land', basis: notice.lines(2373) },
    { when: { matter: { is: 'pollution' } }, value: 'environment', basis: notice.lines(2375) },
    { when: { matter: { is: 'shelter' } }, value: 'shelter', basis: notice.lines(2377) },
    { when: { matter: { is: 'fire' } }, value: 'fire', basis: notice.lines(2379) },
    { when: { matter: { is: 'market' } }, value: 'market', basis: notice.lines(2381) },
    { when: { matter: { is: 'health' } }, value: 'health', basis: notice.lines(2383) },
    { when: { matter: { is: 'power' } }, value: 'energy', basis: notice.lines(2385) },
  ],
})

/** 物业矛盾纠纷 */
export const disputes = defineRegister({
  id: 'disputes',
  title: '物业投诉和矛盾纠纷台账',
  basis: notice.lines(2359, 2417),
  fields: fields({
    number: text('纠纷编号'),
    community: reference('小区', communities.id),
    complainant: personalText('投诉人', 'name').optional(),
    contact: phone('联系电话').optional(),
    matter,
    level,
    content: longText('投诉内容'),
    receivedOn: date('受理日期'),
    handler: handler.optional(),
    responsible: responsible.optional(),
    township: townshipName.optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [township, office] },
})

const handledBy = (id: string, wanted: Handler) =>
  defineRule({
    id,
    title: `由${handlers[wanted]}调处`,
    basis,
    inputs: { handler },
    parameters: {},
    decide: (input) => ({
      isMet: input.handler === wanted,
      wanted: `由${handlers[wanted]}调处的纠纷`,
      found: `应由${handlers[input.handler]}调处`,
    }),
  })
export const byTownship = handledBy('by-township', 'township')
export const byGovernment = handledBy('by-government', 'government')
export const byOffice = handledBy('by-office', 'office')
export const byEmergency = handledBy('by-emergency', 'emergency')
export const byDepartment = handledBy('by-department', 'department')

const receiver = unit('承办部门')

/** It goes to the department whose matter it is, where that is one of the county’s units by name. */
export const rightDepartment = defineRule({
  id: 'right-department',
  title: '责任部门',
  basis: notice.lines(2363, 2385),
  inputs: { responsible, receiver, [unitNameInput('receiver')]: text('承办部门名称') },
  parameters: {},
  decide: (input: Readonly<Record<string, unknown>>) => {
    const found = String(input[unitNameInput('receiver')])
    const wanted = departments[input['responsible'] as keyof typeof departments]
    // What the county calls these is not said: the notice has no full names.
    const isOpen = ['shelter', 'energy', 'environment'].includes(String(input['responsible']))
    return { isMet: isOpen || found === wanted, wanted: `由${wanted}承办`, found }
  },
})

const settle = {
  title: '调处结案',
  to: 'settled',
  input: fields({ result: longText('调处结果'), settledOn: date('结案日期') }),
  papers: ['settlement'],
} as const

const escalate = {
  title: '升级调处',
  to: 'registered',
  basis,
  needsReason: true,
  input: fields({ level, handler }),
  computes: { handler: handlerTable.id },
} as const

export const handling = defineProcedure({
  id: 'handling',
  title: '物业矛盾纠纷三级调处',
  basis: notice.lines(2359, 2417),
  ...validity,
  register: disputes.id,
  subject: disputes.fields,
  access: { read: readers },
  lookups: {},
  opening: {
    title: '受理投诉',
    by: [township, office],
    basis: notice.lines(2359),
    computes: { handler: handlerTable.id, responsible: departmentTable.id, township: townshipRule.id },
  },
  initial: 'registered',
  states: {
    registered: {
      title: '待分流',
      on: {
        mediate: { title: '乡（镇）调解', to: 'mediating', by: [township], basis, gates: [byTownship.id] },
        reportGovernment: {
          title: '报县人民政府',
          to: 'withGovernment',
          by: [township, office],
          basis,
          gates: [byGovernment.id],
        },
        reportOffice: {
          title: '报领导小组办公室',
          to: 'withOffice',
          by: [township, office],
          basis,
          gates: [byOffice.id],
        },
        respond: {
          title: '启动应急处置',
          to: 'responding',
          by: [leaders],
          basis,
          gates: [byEmergency.id],
        },
        refer: {
          title: '交责任部门',
          to: 'withDepartment',
          by: [office],
          basis,
          needsReason: true,
          input: fields({ receiver }),
          transfer: { to: 'chosen', field: 'receiver', among: 'county', basis: notice.lines(2363, 2385) },
          gates: [byDepartment.id, rightDepartment.id],
        },
      },
    },
    mediating: {
      title: '乡（镇）调解中',
      on: {
        settleTownship: { ...settle, by: [township], basis },
        escalateTownship: { ...escalate, by: [township] },
      },
    },
    withGovernment: {
      title: '县人民政府研究中',
      on: {
        settleGovernment: { ...settle, by: [government], basis },
        escalateGovernment: { ...escalate, by: [government] },
      },
    },
    withOffice: {
      title: '联席会议处置中',
      on: {
        meet: {
          title: '召开联席会议',
          to: 'withOffice',
          by: [office],
          basis,
          input: fields({ metOn: date('会议日期'), decision: longText('会议议定事项') }),
        },
        settleOffice: { ...settle, by: [office], basis },
        escalateOffice: { ...escalate, by: [office] },
      },
    },
    responding: {
      title: '应急处置中',
      on: {
        settleLeaders: { ...settle, by: [leaders], basis },
        escalateLeaders: { ...escalate, title: '转入调处', by: [leaders] },
      },
    },
    withDepartment: {
      title: '部门调解和查处中',
      on: {
        settleDepartment: { ...settle, by: [department], basis },
        returnOffice: {
          ...escalate,
          title: '退回领导小组办公室',
          by: [department],
          transfer: { to: 'sender', basis },
        },
      },
    },
    settled: {
      title: '已结案',
      final: 'completed',
      on: {
        reopen: { ...escalate, title: '再次投诉', by: [office] },
      },
    },
  },
  limits: {},
  open: [
    gap('调处各级的期限没有写明', basis),
    gap('怎样算一般、较为突出、重大没有写明，由受理人认定', basis),
  ],
})

export const settlementPaper = defineTextPaper({
  id: 'settlement',
  title: '物业矛盾纠纷调处结果告知书',
  basis,
  open: [gap('通知没有印告知书的样式', basis)],
  register: disputes.id,
  head: 'plain',
  issuer: '{@unit}',
  addressee: '投诉人',
  body: [
    { text: '你于{receivedOn}反映的问题（纠纷编号{number}，{matter}）收悉。' },
    { text: '{content}' },
    { text: '经调处，结果如下：{result}' },
  ],
  annexes: [],
  copies: [],
})

export const disputesByTownship = defineTally({
  id: 'disputes-by-township',
  title: '物业矛盾纠纷统计',
  basis,
  register: disputes.id,
  by: [
    { kind: 'field', field: 'township' },
    { kind: 'field', field: 'matter' },
  ],
  columns: [
    { id: 'received', title: '受理' },
    { id: 'general', title: '一般', where: { level: ['general'] } },
    { id: 'prominent', title: '较为突出', where: { level: ['prominent'] } },
    { id: 'major', title: '重大', where: { level: ['major'] } },
    { id: 'settled', title: '已结案', states: ['settled'] },
  ],
})
