import {
  dataOf,
  date,
  defineDayRule,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  defineTextPaper,
  defineValueRule,
  fields,
  gap,
  listOf,
  longText,
  TODAY,
  text,
  unit,
} from '@luoshi/kernel'
import { standardList as basis, countyOffice, publisher as publishers, validity } from './bases.ts'

const publisher = unit('公开主体')
const publishedOn = date('公开日期')
const item = {
  number: text('事项编号'),
  area: text('公开领域'),
  name: text('公开事项'),
  publisher,
  dueOn: date('应公开日期'),
  publishedOn: publishedOn.optional(),
  address: text('公开地址').optional(),
}

/** 政务公开事项标准目录 */
export const standardItems = defineRegister({
  id: 'standard-items',
  title: '政务公开标准目录事项台账',
  basis,
  fields: fields(item),
  key: ['number'],
  calledBy: ['name'],
  access: { read: [countyOffice, publishers], write: [countyOffice, publishers] },
})

/** An item of the list as far as it is asked whether it was published. */
interface Item {
  readonly number: string
  readonly name: string
  readonly dueOn: string
  readonly publishedOn?: string | undefined
}

/** What should have been published before a day and was not, or later than it should have been. */
export function missingOf<One extends Item>(items: readonly One[], on: string): readonly One[] {
  return items.filter(({ dueOn, publishedOn: published }) => dueOn < on && published === undefined)
}

const written = (items: readonly Item[]) =>
  items.length === 0
    ? '没有'
    : items.map(({ number, name, dueOn }) => `${name}（${number}，应于${dueOn}公开）`).join('；')

/** Each unit with what it has not published. */
export const publishedByUnit = defineStocktake({
  id: 'standard-items-published',
  title: '标准目录落实情况',
  basis,
  register: standardItems.id,
  count(records, { today, nameOf }) {
    const items = dataOf<Item & { readonly publisher: string }>(
      records.filter(({ state }) => state === 'current'),
    )
    const missing = missingOf(items, today)
    const byUnit = Map.groupBy(missing, (one) => one.publisher)
    return {
      says: `标准目录事项${items.length}项，已公开${items.filter((one) => one.publishedOn !== undefined).length}项，到期没有公开${missing.length}项，涉及${byUnit.size}个单位。`,
      isMet: items.length === 0 ? null : missing.length === 0,
      findings: [...byUnit].map(([unitId, own]) => ({
        name: nameOf(unitId),
        message: `没有按要求公开${own.length}项：${written(own)}。`,
      })),
    }
  },
})

const deadline = date('整改期限')
const missing = longText('没有公开的事项')

/** 通报和限期整改 */
export const rectifications = defineRegister({
  id: 'rectifications',
  title: '政务公开通报整改台账',
  basis,
  fields: fields({
    number: text('通报编号'),
    publisher,
    deadline,
    missing: missing.optional(),
  }),
  key: ['number'],
  access: { read: [countyOffice, publishers], write: [countyOffice] },
})

const itemsOfUnit = listOf(
  '该单位的标准目录事项',
  fields({ number: item.number, name: item.name, dueOn: item.dueOn, publishedOn: item.publishedOn }),
)
const today = date('今天')

/** The circular says itself what is missing: nobody writes it. */
export const missingRule = defineValueRule({
  id: 'missing-items',
  title: '没有公开的事项',
  basis,
  gives: missing,
  inputs: { itemsOfUnit, [TODAY]: today },
  parameters: {},
  decide: (input) => ({
    value: written(missingOf(input.itemsOfUnit, input.today)),
    because: '标准目录中该单位应公开日期已过、没有公开的事项',
  }),
})

export const hasMissing = defineRule({
  id: 'has-missing',
  title: '有到期没有公开的事项',
  basis,
  inputs: { itemsOfUnit, [TODAY]: today },
  parameters: {},
  decide: (input) => {
    const late = missingOf(input.itemsOfUnit, input.today)
    return {
      isMet: late.length > 0,
      wanted: '该单位有到期没有公开的事项',
      found: `${input.itemsOfUnit.length}项中${late.length}项`,
    }
  },
})

export const allPublished = defineRule({
  id: 'all-published',
  title: '都已公开',
  basis,
  inputs: { itemsOfUnit, [TODAY]: today },
  parameters: {},
  decide: (input) => {
    const late = missingOf(input.itemsOfUnit, input.today)
    return {
      isMet: late.length === 0,
      wanted: '到期的事项都已公开',
      found: late.length === 0 ? '都已公开' : `还没有公开：${written(late)}`,
    }
  },
})

export const deadlineAhead = defineDayRule({
  id: 'deadline-ahead',
  title: '整改期限',
  basis,
  day: 'deadline',
  is: 'after-today',
})

/** Who did not publish is told so before all, has a day by which to have done it, and is struck off by another. */
export const rectifying = defineProcedure({
  id: 'rectifying',
  title: '政务公开通报和限期整改',
  basis,
  ...validity,
  register: rectifications.id,
  subject: rectifications.fields,
  access: { read: rectifications.access.read },
  lookups: {
    itemsOfUnit: {
      title: '该单位的标准目录事项',
      register: standardItems.id,
      where: { publisher: 'publisher' },
      states: ['current'],
      gives: { kind: 'records', fields: ['number', 'name', 'dueOn', 'publishedOn'] },
    },
  },
  opening: {
    title: '起草通报',
    by: [countyOffice],
    basis,
    gates: ['has-missing', 'deadline-ahead'],
    computes: { missing: 'missing-items' },
  },
  initial: 'drafted',
  states: {
    drafted: {
      title: '待通报',
      on: {
        circulate: {
          title: '通报',
          to: 'circulated',
          by: [countyOffice],
          basis,
          needsReason: true,
          gates: ['deadline-ahead'],
          transfer: { to: 'named', field: 'publisher', basis },
          papers: ['circular'],
        },
        drop: { title: '作废', to: 'dropped', by: [countyOffice], basis, needsReason: true },
      },
    },
    circulated: {
      title: '整改中',
      on: {
        report: {
          title: '报告整改情况',
          to: 'reported',
          by: [publishers],
          basis,
          gates: ['all-published'],
          input: fields({ report: longText('整改情况') }),
        },
      },
    },
    reported: {
      title: '待核查',
      on: {
        confirm: {
          title: '核查属实，销号',
          to: 'rectified',
          by: [countyOffice],
          basis,
          gates: ['all-published'],
        },
        return: { title: '退回继续整改', to: 'circulated', by: [countyOffice], basis, needsReason: true },
      },
    },
    rectified: { title: '已整改', final: 'completed', on: {} },
    dropped: { title: '已作废', final: 'withdrawn', on: {} },
  },
  limits: {
    rectify: {
      title: '限期整改',
      starts: 'circulate',
      ends: ['report'],
      legal: { field: 'deadline', basis },
      reminderDays: 3,
      missed: { kind: 'escalate', role: 'county-office' },
    },
  },
})

export const circularPaper = defineTextPaper({
  id: 'circular',
  title: '关于政务公开标准目录落实情况的通报',
  basis,
  open: [gap('通报的样式没有印', basis)],
  register: rectifications.id,
  head: 'red',
  issuer: '{@county}人民政府办公室',
  number: { mark: '政务公开通报', basis: gap('文号方式没有写明，由县里定', basis) },
  addressee: '{publisher}',
  body: [
    { text: '经检查，你单位下列事项没有按标准目录的要求公开：{missing}。' },
    { text: '现予通报，请于{deadline}前整改完毕并报告整改情况。通报情况纳入当年目标责任考核。' },
  ],
  annexes: [],
  copies: [],
})
