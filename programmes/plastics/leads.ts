import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  fields,
  longText,
  money,
  personalText,
  text,
  yesNo,
} from '@luoshi/kernel'
import { department, notice, office, readers, validity } from './notice.ts'

/** From where a lead comes. */
export const sources = { hotline: '12345', moved: '行业管理部门移交', check: '检查发现' } as const

/** Leads of pollution by plastics, and what became of each. */
export const leads = defineRegister({
  id: 'leads',
  title: '塑料污染问题线索台账',
  basis: notice.lines(864, 866),
  fields: fields({
    number: text('线索编号'),
    source: choice('来源', sources),
    hotlineNumber: text('12345工单号', { help: '来自12345的填写' }).optional(),
    content: longText('线索内容'),
    receivedOn: date('收到日期'),
  }),
  key: ['number'],
  access: { read: readers, write: [department, office] },
})

/** A lead of the hotline has its number, so that the caller can be answered. */
export const hotlineNumbered = defineRule({
  id: 'hotline-numbered',
  title: '12345线索有工单号',
  basis: notice.lines(866),
  inputs: { source: choice('来源', sources), hotlineNumber: text('12345工单号').optional() },
  parameters: {},
  decide: ({ source, hotlineNumber }) => ({
    isMet: source !== 'hotline' || hotlineNumber !== undefined,
    wanted: '来自12345的线索写明工单号',
    found: hotlineNumber === undefined ? `来源为${sources[source]}，没有工单号` : `工单号${hotlineNumber}`,
  }),
})

/** Only a major and typical case is put under supervision by name. */
export const majorTypical = defineRule({
  id: 'major-typical',
  title: '重大典型案件',
  basis: notice.lines(864, 866),
  inputs: { isMajor: yesNo('重大典型案件') },
  parameters: {},
  decide: ({ isMajor }) => ({
    isMet: isMajor,
    wanted: '重大典型案件才实行挂牌督办',
    found: isMajor ? '已认定为重大典型案件' : '没有认定为重大典型案件',
  }),
})

const basis = notice.lines(864, 866)

/** From a lead to a case, under supervision by name where it is grave, to its end. */
export const following = defineProcedure({
  id: 'following',
  title: '线索查办和挂牌督办',
  basis,
  ...validity,
  register: leads.id,
  subject: leads.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '登记线索', by: [department, office], basis, gates: ['hotline-numbered'] },
  initial: 'received',
  states: {
    received: {
      title: '待核查',
      on: {
        file: {
          title: '立案查处',
          to: 'filed',
          by: [department],
          basis,
          input: fields({ caseNumber: text('案号'), isMajor: yesNo('重大典型案件') }),
        },
        drop: { title: '不予立案', to: 'dropped', by: [department], basis, needsReason: true },
      },
    },
    filed: {
      title: '查处中',
      on: {
        list: { title: '挂牌督办', to: 'listed', by: [office], basis, gates: ['major-typical'] },
        close: {
          title: '结案',
          to: 'closed',
          by: [department],
          basis,
          input: fields({ result: longText('查处结果') }),
        },
      },
    },
    listed: {
      title: '挂牌督办中',
      on: {
        report: {
          title: '报告查处结果',
          to: 'reported',
          by: [department],
          basis,
          input: fields({ result: longText('查处结果') }),
        },
      },
    },
    reported: {
      title: '待摘牌',
      on: {
        strike: { title: '摘牌', to: 'closed', by: [office], basis, notByWhoDid: ['report'] },
        return: { title: '退回', to: 'listed', by: [office], basis, needsReason: true },
      },
    },
    closed: { title: '已结案', final: 'completed', on: {} },
    dropped: { title: '不予立案', final: 'refused', on: {} },
  },
  limits: {},
})

/** Illegal sales of thin bags in a market: the stall and who runs the market answer both. */
export const thinBagCases = defineRegister({
  id: 'thin-bag-cases',
  title: '违规销售超薄塑料购物袋案件台账',
  basis: notice.lines(826, 828),
  fields: fields({
    number: text('案号'),
    market: text('集贸市场'),
    opener: text('市场开办者'),
    stall: personalText('个体商户', 'name'),
    foundOn: date('发现日期'),
    weight: text('超薄塑料购物袋数量', { help: '如12千克' }),
  }),
  key: ['number'],
  access: { read: readers, write: [department] },
})

/** Both parties have their decision, or the case stays open. */
export const bothPunished = defineRule({
  id: 'both-punished',
  title: '个体商户和市场开办者双罚',
  basis: notice.lines(826, 828),
  inputs: {
    stallDecision: text('对个体商户的处罚决定书').optional(),
    openerDecision: text('对市场开办者的处罚决定书').optional(),
  },
  parameters: {},
  decide: ({ stallDecision, openerDecision }) => {
    const missing = [
      ...(stallDecision === undefined ? ['个体商户'] : []),
      ...(openerDecision === undefined ? ['市场开办者'] : []),
    ]
    return {
      isMet: missing.length === 0,
      wanted: '个体商户和市场开办者都已处罚',
      found: missing.length === 0 ? '都已处罚' : `还没有处罚${missing.join('、')}`,
    }
  },
})

const doubled = notice.lines(826, 828)

/** From found to closed, with a decision for each of the two. */
export const thinBagCase = defineProcedure({
  id: 'thin-bag-case',
  title: '违规销售超薄塑料购物袋双罚',
  basis: doubled,
  ...validity,
  register: thinBagCases.id,
  subject: thinBagCases.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '立案', by: [department], basis: doubled },
  initial: 'open',
  states: {
    open: {
      title: '查处中',
      on: {
        punishStall: {
          title: '处罚个体商户',
          to: 'open',
          by: [department],
          basis: doubled,
          input: fields({
            stallDecision: text('对个体商户的处罚决定书'),
            stallFine: money('对个体商户的罚款'),
          }),
        },
        punishOpener: {
          title: '处罚市场开办者',
          to: 'open',
          by: [department],
          basis: doubled,
          input: fields({
            openerDecision: text('对市场开办者的处罚决定书'),
            openerFine: money('对市场开办者的罚款'),
          }),
        },
        close: { title: '结案', to: 'closed', by: [department], basis: doubled, gates: ['both-punished'] },
        drop: { title: '撤案', to: 'dropped', by: [department], basis: doubled, needsReason: true },
      },
    },
    closed: { title: '已结案', final: 'completed', on: {} },
    dropped: { title: '已撤案', final: 'withdrawn', on: {} },
  },
  limits: {},
})
