import {
  type Counted,
  campaignParts,
  choice,
  date,
  defineCampaign,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  defineTally,
  fields,
  gap,
  listOf,
  longText,
  place,
  reference,
  type StocktakeRecord,
  text,
} from '@luoshi/kernel'
import { hazardKinds, keyPlaces } from './kinds.ts'
import {
  authority,
  enterprise,
  leader,
  member,
  notice,
  office,
  readers,
  township,
  validity,
} from './notice.ts'

/** Hidden dangers: found, put on the lists with who answers for them and by when, mended, struck off by another. */
export const gasHazards = defineCampaign({
  id: 'gas-hazards',
  title: '燃气安全隐患',
  basis: notice.lines(917, 919),
  phases: [
    {
      id: 'mending',
      title: '隐患排查整治',
      from: '2021-09-27',
      until: '2021-12-31',
      basis: notice.lines(865),
    },
    {
      id: 'keeping',
      title: '两年专项整治',
      from: null,
      until: null,
      basis: notice.lines(859),
      gap: gap('两年的起止日期没有写明', notice.lines(859)),
    },
  ],
  problem: fields({
    number: text('隐患编号'),
    kind: choice('隐患种类', hazardKinds),
    keyPlace: choice('重点部位', keyPlaces),
    enterprise: text('涉及单位'),
    township: text('乡（镇）'),
    address: text('地点'),
    description: longText('隐患描述'),
    where: place('位置').optional(),
  }),
  key: ['number'],
  reads: readers,
  finds: { by: [enterprise, township, member, authority], basis: notice.lines(865, 881) },
  lists: { by: [authority, office], basis: notice.lines(919) },
  fixes: {
    by: [enterprise, township, member],
    basis: notice.lines(885, 919),
    evidence: [{ id: 'proof', title: '整改佐证', basis: notice.lines(919) }],
  },
  strikesOff: { by: [authority, office], basis: notice.lines(919) },
  looksAgain: { by: [authority, office], basis: notice.lines(917) },
  handsOver: 'county',
  open: [
    gap('隐患的整改期限没有写明，逐条填写', notice.lines(919)),
    gap('限期整改的“煤改气”工程和企业没有写明期限', notice.lines(919)),
  ],
})

export const hazards = campaignParts(gasHazards, validity)

/** Hidden dangers by kind. */
export const hazardsByKind = defineTally({
  id: 'hazards-by-kind',
  title: '隐患分类统计',
  basis: notice.lines(899, 919),
  register: gasHazards.id,
  by: [{ kind: 'field', field: 'kind' }],
  columns: [
    { id: 'found', title: '发现' },
    { id: 'open', title: '未销号', states: ['found', 'listed', 'fixed'] },
    { id: 'struck', title: '已销号', states: ['struck', 'held'] },
  ],
})

const openStates: readonly string[] = ['found', 'listed', 'fixed']

const none: Counted = { says: '台账里还没有隐患。', isMet: null, findings: [] }
const textIn = ({ data }: StocktakeRecord, field: string) => String(data[field] ?? '')
const realOnes = (records: readonly StocktakeRecord[]) => records.filter(({ state }) => state !== 'dismissed')

/** 问题清单: every hidden danger that is one. */
const problems = defineStocktake({
  id: 'problem-list',
  title: '问题清单',
  basis: notice.lines(919),
  register: gasHazards.id,
  count(records) {
    const real = realOnes(records)
    if (real.length === 0) return none
    const open = real.filter(({ state }) => openStates.includes(state))
    return {
      says: `发现${real.length}条，已销号${real.length - open.length}条，未销号${open.length}条。`,
      isMet: open.length === 0,
      findings: open.map((one) => ({
        name: textIn(one, 'number'),
        message: `${textIn(one, 'enterprise')}，${textIn(one, 'description')}。`,
      })),
    }
  },
})

/** 责任清单: who answers for what is open; what nobody answers for yet is told. */
const responsible = defineStocktake({
  id: 'responsibility-list',
  title: '责任清单',
  basis: notice.lines(919),
  register: gasHazards.id,
  count(records, { nameOf }) {
    const open = realOnes(records).filter(({ state }) => openStates.includes(state))
    if (open.length === 0) return { ...none, says: '没有未销号的隐患。' }
    const without = open.filter(({ state }) => state === 'found')
    return {
      says: `未销号${open.length}条，已明确责任单位${open.length - without.length}条，还没有明确${without.length}条。`,
      isMet: without.length === 0,
      findings: open.map((one) => ({
        name: textIn(one, 'number'),
        message:
          one.state === 'found' ? '还没有明确责任单位。' : `由${nameOf(textIn(one, 'department'))}负责整改。`,
      })),
    }
  },
})

/** 整改清单: by when what is listed is to be mended; what is past its day is named in the circular, or talked to. */
const mending = defineStocktake({
  id: 'mending-list',
  title: '整改清单和通报约谈名单',
  basis: notice.lines(917, 919),
  register: gasHazards.id,
  count(records, { today, nameOf }) {
    const listed = records.filter(({ state }) => state === 'listed' || state === 'fixed')
    if (listed.length === 0) return { ...none, says: '没有整改中的隐患。' }
    const isLate = (one: StocktakeRecord) => one.state === 'listed' && textIn(one, 'deadline') < today
    const late = listed.filter(isLate)
    return {
      says: `整改中和待销号${listed.length}条，逾期未整改${late.length}条。`,
      isMet: late.length === 0,
      findings: listed.map((one) => ({
        name: textIn(one, 'number'),
        message: `${nameOf(textIn(one, 'department'))}，期限${textIn(one, 'deadline')}，${mendingText(one, isLate(one))}。`,
      })),
    }
  },
})

function mendingText({ state }: StocktakeRecord, isLate: boolean): string {
  if (state === 'fixed') return '整改完成，待销号'
  return isLate ? '已经逾期，列入通报、约谈名单' : '整改中'
}

export const threeLists = [problems, responsible, mending]

const pressingShape = {
  number: text('督导编号'),
  hazard: reference('隐患', gasHazards.id),
  measure: choice('措施', { circular: '通报', talk: '约谈', warning: '警示', exposure: '曝光' }),
  subject: text('督导对象'),
  takenOn: date('日期'),
  content: longText('督导内容'),
}

/** Whoever is named or talked to has let a day go by. */
export const isOverdue = defineRule({
  id: 'is-overdue',
  title: '隐患逾期未整改',
  basis: notice.lines(917),
  inputs: {
    takenOn: pressingShape.takenOn,
    hazardsPressed: listOf('督导的隐患', fields({ number: text('隐患编号'), deadline: date('整改期限') })),
  },
  parameters: {},
  decide: ({ takenOn, hazardsPressed: [pressed] }) => ({
    isMet: pressed !== undefined && pressed.deadline < takenOn,
    wanted: '整改期限已过、仍在整改中的隐患才列入通报、约谈名单',
    found:
      pressed === undefined ? '这条隐患不在整改中' : `整改期限是${pressed.deadline}，督导日期是${takenOn}`,
  }),
})

/** What the team did about what is late: names, talks, warns, exposes. */
export const pressings = defineRegister({
  id: 'pressings',
  title: '通报约谈台账',
  basis: notice.lines(917),
  fields: fields(pressingShape),
  key: ['number'],
  access: { read: [...readers, enterprise], write: [office] },
})

/** Named, then answered with what was done. */
export const pressing = defineProcedure({
  id: 'pressing',
  title: '逾期隐患通报约谈',
  basis: notice.lines(917),
  ...validity,
  register: pressings.id,
  subject: pressings.fields,
  access: { read: [...readers, enterprise] },
  lookups: {
    hazardsPressed: {
      title: '督导的隐患',
      register: gasHazards.id,
      where: { number: 'hazard' },
      states: ['listed'],
      gives: { kind: 'records', fields: ['number', 'deadline'] },
    },
  },
  opening: { title: '列入通报约谈', by: [office], basis: notice.lines(917), gates: [isOverdue.id] },
  initial: 'pressed',
  states: {
    pressed: {
      title: '待反馈',
      on: {
        answer: {
          title: '登记反馈',
          to: 'answered',
          by: [office],
          basis: notice.lines(917),
          input: fields({ answer: longText('反馈和整改安排'), answeredOn: date('反馈日期') }),
        },
        account: {
          title: '提请追责问责',
          to: 'accounted',
          by: [office],
          basis: notice.lines(917),
          needsReason: true,
        },
      },
    },
    answered: { title: '已反馈', final: 'completed', on: {} },
    accounted: {
      title: '待研究追责',
      on: {
        decide: {
          title: '作出决定',
          to: 'answered',
          by: [leader],
          basis: notice.lines(917),
          input: fields({ decision: longText('追责决定') }),
        },
      },
    },
  },
  limits: {},
})
