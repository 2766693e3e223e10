import {
  campaignParts,
  choice,
  date,
  daysBetween,
  defineCampaign,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  defineTally,
  fields,
  gap,
  longText,
  money,
  personalText,
  phone,
  reference,
  text,
  unit,
  yesNo,
} from '@luoshi/kernel'
import {
  brigade,
  committee,
  government,
  headquarters,
  member,
  plan,
  readersBelow,
  scheme,
  township,
  validity,
} from './notices.ts'

/** What the scheme wants looked for, by class. */
const classes = {
  fire: '违规用火用电',
  materials: '违规使用易燃可燃材料',
  residents: '违规住人',
  facilities: '消防设施损坏',
  training: '人员培训不到位',
  standards: '违反国家工程建设消防技术标准',
  access: '占用、堵塞消防车通道和疏散通道',
  other: '其他',
} as const

const grades = { major: '重大火灾隐患', other: '其他火灾隐患' } as const

/** Hidden dangers: found in the grid, dispatched, mended, struck off in a closed loop. */
export const fireHazards = defineCampaign({
  id: 'hazards',
  title: '火灾隐患',
  basis: plan.lines(694),
  phases: [
    {
      id: 'factories',
      title: '“厂中厂”“租赁生产”重大火灾隐患整改',
      from: '2022-12-02',
      until: '2022-12-31',
      basis: plan.lines(684),
    },
    {
      id: 'lodgings',
      title: '出租房、员工集体宿舍和合用场所复查整治',
      from: '2022-12-02',
      until: '2022-12-31',
      basis: plan.lines(692),
    },
    {
      id: 'keeping',
      title: '“十四五”期间火灾隐患治理',
      from: null,
      until: null,
      basis: plan.lines(543),
      gap: gap('规划实施期限为2021年至2025年，起止日期没有写明', plan.lines(543)),
    },
  ],
  problem: fields({
    number: text('隐患编号'),
    hazardClass: choice('隐患分类', classes),
    grade: choice('隐患分级', grades),
    subject: text('单位或场所'),
    township: unit('属地乡（镇）、街道'),
    industry: unit('行业主管部门').optional(),
    grid: text('网格').optional(),
    description: longText('隐患描述'),
  }),
  key: ['number'],
  reads: readersBelow,
  finds: { by: [township, member, brigade], basis: plan.lines(694) },
  lists: { by: [headquarters], basis: plan.lines(694) },
  fixes: {
    by: [member, township],
    basis: plan.lines(694),
    evidence: [{ id: 'proof', title: '整改佐证', basis: plan.lines(694) }],
  },
  strikesOff: { by: [headquarters, brigade], basis: plan.lines(694) },
  looksAgain: { by: [brigade], basis: scheme.lines(1216) },
  handsOver: 'county',
  open: [
    gap('隐患除重大火灾隐患外怎样分级没有写明', scheme.lines(1220)),
    gap('派单后的整改期限没有写明，逐条填写', plan.lines(694)),
    gap('派单的是哪个指挥部没有写明', plan.lines(694)),
  ],
})

export const hazards = campaignParts(fireHazards, validity)

/** Which dispatched dangers have let their day go by. */
export const overdueHazards = defineStocktake({
  id: 'overdue-hazards',
  title: '派单逾期清单',
  basis: plan.lines(694),
  register: fireHazards.id,
  count(records, { today }) {
    const dispatched = records.filter(({ data }) => data['deadline'] !== undefined)
    if (dispatched.length === 0) return { says: '还没有派单。', isMet: null, findings: [] }
    const open = dispatched.filter(({ state }) => state === 'listed')
    const late = open.filter(({ data }) => String(data['deadline']) < today)
    const struck = dispatched.filter(({ state }) => state === 'struck' || state === 'held')
    return {
      says: `派单${dispatched.length}条，已销号${struck.length}条，整改中${open.length}条，逾期${late.length}条。`,
      isMet: late.length === 0,
      findings: late.map(({ data }) => ({
        name: `${data['number']} ${data['subject']}`,
        message: `整改期限${data['deadline']}，已逾期${daysBetween(String(data['deadline']), today)}天。`,
      })),
    }
  },
})

/** The database of dangers by class and grade. */
export const hazardsByClass = defineTally({
  id: 'hazards-by-class',
  title: '火灾隐患分类分级统计',
  basis: scheme.lines(1220),
  register: fireHazards.id,
  by: [
    { kind: 'field', field: 'hazardClass' },
    { kind: 'field', field: 'grade' },
  ],
  columns: [
    { id: 'found', title: '发现' },
    { id: 'open', title: '未销号', states: ['found', 'listed', 'fixed'] },
    { id: 'struck', title: '已销号', states: ['struck', 'held'] },
  ],
})

const tipShape = {
  number: text('举报编号'),
  receivedOn: date('收到日期'),
  from: choice('举报人', { public: '知情群众', employee: '单位员工' }),
  informant: personalText('举报人姓名', 'name').optional(),
  contact: phone('联系电话').optional(),
  subject: text('被举报单位或场所'),
  content: longText('举报内容'),
}

/** What people report of dangers. */
export const tips = defineRegister({
  id: 'tips',
  title: '火灾隐患举报台账',
  basis: scheme.lines(1296),
  fields: fields(tipShape),
  key: ['number'],
  access: { read: [brigade, committee], write: [brigade] },
})

const handled = {
  isTrue: yesNo('查证属实'),
  handling: longText('查处情况'),
  hazard: reference('列入的隐患', fireHazards.id).optional(),
}
const reward = { amount: money('奖励金额'), isWhistleBlower: yesNo('作为发挥重大作用的“吹哨人”奖励') }

/** Nobody is rewarded for what turned out not to be so. */
export const isTrue = defineRule({
  id: 'tip-is-true',
  title: '举报查证属实',
  basis: scheme.lines(1296),
  inputs: { isTrue: handled.isTrue },
  parameters: {},
  decide: (input) => ({
    isMet: input.isTrue,
    wanted: '举报查证属实的才奖励',
    found: input.isTrue ? '属实' : '不属实',
  }),
})

/** 受理、查处、反馈、奖励. */
export const answeringTips = defineProcedure({
  id: 'answering-tips',
  title: '火灾隐患举报查处',
  basis: scheme.lines(1296),
  ...validity,
  register: tips.id,
  subject: tips.fields,
  access: { read: [brigade, committee] },
  lookups: {},
  opening: { title: '收到举报', by: [brigade], basis: scheme.lines(1296) },
  initial: 'received',
  states: {
    received: {
      title: '待受理',
      on: {
        accept: { title: '受理', to: 'accepted', by: [brigade], basis: scheme.lines(1296) },
        decline: {
          title: '不予受理',
          to: 'declined',
          by: [brigade],
          basis: scheme.lines(1296),
          needsReason: true,
        },
      },
    },
    accepted: {
      title: '查处中',
      on: {
        handle: {
          title: '登记查处结果',
          to: 'handled',
          by: [brigade],
          basis: scheme.lines(1296),
          input: fields(handled),
        },
      },
    },
    handled: {
      title: '待反馈',
      on: {
        tell: {
          title: '反馈举报人',
          to: 'told',
          by: [brigade],
          basis: scheme.lines(1296),
          input: fields({ toldOn: date('反馈日期'), told: longText('反馈内容') }),
        },
      },
    },
    told: {
      title: '待定奖励',
      on: {
        reward: {
          title: '给予奖励',
          to: 'rewarded',
          by: [committee],
          basis: scheme.lines(1296),
          input: fields(reward),
          gates: [isTrue.id],
        },
        close: {
          title: '不奖励，办结',
          to: 'closed',
          by: [committee],
          basis: scheme.lines(1296),
          needsReason: true,
        },
      },
    },
    rewarded: { title: '已奖励', final: 'completed', on: {} },
    closed: { title: '已办结', final: 'completed', on: {} },
    declined: { title: '不予受理', final: 'refused', on: {} },
  },
  limits: {},
  open: [
    gap('举报几日内受理、查处、反馈没有写明', scheme.lines(1296)),
    gap('举报奖励和“吹哨人”奖励的金额没有写明', scheme.lines(1296)),
  ],
})

const listedShape = {
  number: text('督办编号'),
  hazard: reference('重大火灾隐患', fireHazards.id).optional(),
  subject: text('挂牌的单位或地区'),
  problem: longText('存在的问题'),
}

/** What the government puts its sign on. */
export const listings = defineRegister({
  id: 'listings',
  title: '重大火灾隐患挂牌督办台账',
  basis: plan.lines(666),
  fields: fields(listedShape),
  key: ['number'],
  access: { read: readersBelow, write: [brigade] },
})

/** Asked for by the brigade, listed by the government with who supervises and which township answers, taken down when mended. */
export const listing = defineProcedure({
  id: 'listing',
  title: '重大火灾隐患挂牌督办',
  basis: plan.lines(666),
  ...validity,
  register: listings.id,
  subject: listings.fields,
  access: { read: readersBelow },
  lookups: {},
  opening: { title: '提请挂牌督办', by: [brigade], basis: plan.lines(666) },
  initial: 'proposed',
  states: {
    proposed: {
      title: '待政府决定',
      on: {
        list: {
          title: '挂牌督办',
          to: 'listed',
          by: [government],
          basis: plan.lines(666),
          input: fields({
            supervisor: unit('督办单位'),
            local: unit('属地政府责任'),
            deadline: date('整改期限'),
            listedOn: date('挂牌日期'),
          }),
        },
        decline: {
          title: '不予挂牌',
          to: 'declined',
          by: [government],
          basis: plan.lines(666),
          needsReason: true,
        },
      },
    },
    listed: {
      title: '挂牌督办中',
      on: {
        report: {
          title: '报告整改情况',
          to: 'reported',
          by: [member, township],
          basis: plan.lines(666),
          input: fields({ repair: longText('整改情况'), repairedOn: date('整改完成日期') }),
        },
        press: {
          title: '约谈、曝光警示',
          to: 'listed',
          by: [brigade, committee],
          basis: scheme.lines(1216),
          input: fields({ pressing: longText('约谈、曝光情况'), pressedOn: date('日期') }),
        },
      },
    },
    reported: {
      title: '待摘牌',
      on: {
        takeDown: {
          title: '摘牌',
          to: 'takenDown',
          by: [government],
          basis: plan.lines(666),
          notByWhoDid: ['report'],
        },
        return: {
          title: '退回整改',
          to: 'listed',
          by: [government],
          basis: plan.lines(666),
          needsReason: true,
        },
      },
    },
    takenDown: { title: '已摘牌', final: 'completed', on: {} },
    declined: { title: '未挂牌', final: 'refused', on: {} },
  },
  limits: {
    mend: {
      title: '挂牌整改期限',
      starts: 'list',
      ends: ['report'],
      legal: { field: 'deadline', basis: plan.lines(666) },
      missed: { kind: 'flag' },
    },
  },
  open: [gap('挂牌督办的整改期限没有写明，逐件填写', plan.lines(666))],
})
