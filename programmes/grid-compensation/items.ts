import {
  date,
  defineDayRule,
  defineProcedure,
  defineRegister,
  defineRule,
  fields,
  listOf,
  longText,
  money,
  reference,
  text,
} from '@luoshi/kernel'
import {
  amount,
  area,
  baseShape,
  cropShape,
  measuredOn,
  otherShape,
  pitShape,
  roadShape,
  siteShape,
  squareMetres,
  temporaryZone,
  treeShape,
} from './amounts.ts'
import { builder, department, notice, readers, township, validity } from './notice.ts'

/** What the province says a 亩 yields in a year, zone by zone: the notice only refers to it. */
export const outputValues = defineRegister({
  id: 'output-values',
  title: '统一年产值台账',
  basis: notice.lines(137, 139),
  fields: fields({
    zone: text('区片'),
    from: date('执行日期'),
    value: money('统一年产值', { help: '元/亩' }),
    document: text('依据文件', { help: '如晋政发〔2013〕122号' }),
  }),
  key: ['zone', 'from'],
  access: { read: readers, write: [department] },
})

/** What of a household's land, crops and trees is compensated, one by one. */
export const items = defineRegister({
  id: 'items',
  title: '补偿项目台账',
  basis: notice.lines(141, 153),
  fields: fields({
    number: text('项目编号'),
    agreement: reference('补偿协议', 'agreements'),
    place: text('地块、位置'),
    measuredOn,
  }),
  key: ['number'],
  access: { read: readers, write: [township] },
})

/** While its agreement is not signed: what was agreed is changed no more. */
export const agreementOpen = defineRule({
  id: 'agreement-open',
  title: '协议未签',
  basis: notice.lines(155),
  inputs: { openAgreements: listOf('没有签订的协议', fields({ number: text('协议编号') })) },
  parameters: {},
  decide: ({ openAgreements }) => ({
    isMet: openAgreements.length > 0,
    wanted: '所属协议在核算中，没有签订',
    found: openAgreements.length > 0 ? '在核算中' : '没有这样的协议，或者已经签订',
  }),
})

export const measuredBefore = defineDayRule({
  id: 'measured-before',
  title: '丈量日期',
  basis: notice.lines(149),
  day: 'measuredOn',
  is: 'until-today',
})

const done = { to: 'computed', by: [township], gates: ['agreement-open'] } as const
const onLand = { squareMetres, area, amount }
const landOf = (metres: string, money: string) => ({ squareMetres: metres, area: 'area', amount: money })

/** Each kind is worked out by its own measures and its own rule; nobody writes an amount. */
export const measuring = defineProcedure({
  id: 'measuring',
  title: '补偿项目核算',
  basis: notice.lines(141, 153),
  ...validity,
  register: items.id,
  subject: items.fields,
  access: { read: readers },
  lookups: {
    openAgreements: {
      title: '没有签订的协议',
      register: 'agreements',
      where: { number: 'agreement' },
      states: ['measuring'],
      gives: { kind: 'records', fields: ['number'] },
    },
    outputValues: {
      title: '区片的统一年产值',
      register: outputValues.id,
      where: { zone: 'zone' },
      gives: { kind: 'records', fields: ['zone', 'value', 'from'] },
    },
  },
  opening: {
    title: '登记补偿项目',
    by: [township],
    basis: notice.lines(149),
    gates: ['agreement-open', 'measured-before'],
  },
  initial: 'entered',
  states: {
    entered: {
      title: '待核算',
      on: {
        pits: {
          ...done,
          title: '核算杆坑、拉线坑',
          basis: notice.lines(143, 145),
          input: fields({ ...pitShape, amount }),
          computes: { amount: 'pit-amount' },
        },
        base: {
          ...done,
          title: '核算塔基占地',
          basis: notice.lines(141, 149),
          input: fields({ ...baseShape, ...onLand }),
          computes: landOf('base-metres', 'land-amount'),
        },
        road: {
          ...done,
          title: '核算施工便道',
          basis: notice.lines(147, 149),
          input: fields({ ...roadShape, zone: temporaryZone, ...onLand }),
          computes: landOf('road-metres', 'temporary-amount'),
        },
        site: {
          ...done,
          title: '核算堆放材料等临时占地',
          basis: notice.lines(147),
          input: fields({ ...siteShape, zone: temporaryZone, ...onLand }),
          computes: landOf('site-metres', 'temporary-amount'),
        },
        crops: {
          ...done,
          title: '核算青苗',
          basis: notice.lines(147),
          input: fields({ ...cropShape, amount }),
          computes: { amount: 'crop-amount' },
        },
        trees: {
          ...done,
          title: '核算树木',
          basis: notice.lines(147, 153),
          input: fields({ ...treeShape, amount }),
          computes: { amount: 'tree-amount' },
        },
        other: {
          ...done,
          title: '核算其他地上附着物',
          basis: notice.lines(147, 155),
          input: fields({ ...otherShape, amount }),
          computes: { amount: 'other-amount' },
        },
        drop: {
          title: '不计补偿',
          to: 'dropped',
          by: [township],
          basis: notice.lines(145),
          needsReason: true,
        },
      },
    },
    computed: {
      title: '已核算',
      rests: true,
      on: {
        question: {
          title: '施工方提出异议，协商',
          to: 'entered',
          by: [builder],
          basis: notice.lines(155),
          input: fields({ question: longText('异议') }),
          gates: ['agreement-open'],
        },
        remeasure: {
          title: '重新丈量',
          to: 'entered',
          by: [township],
          basis: notice.lines(149, 155),
          needsReason: true,
          gates: ['agreement-open'],
        },
        drop: {
          title: '不计补偿',
          to: 'dropped',
          by: [township],
          basis: notice.lines(145),
          needsReason: true,
          gates: ['agreement-open'],
        },
      },
    },
    dropped: { title: '不计补偿', final: 'withdrawn', on: {} },
  },
  limits: {},
})
