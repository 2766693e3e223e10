import {
  choice,
  date,
  defineImportSource,
  defineProcedure,
  defineRegister,
  fields,
  listOf,
  reference,
  text,
  unit,
  yesNo,
} from '@luoshi/kernel'
import { government, head, overseer, publicReaders } from './access.ts'
import { penalty, powerList, townships, validity } from './notices.ts'

/** The types of power that the lists have. */
export const powerKinds = {
  licence: '行政许可',
  compulsion: '行政强制',
  levy: '行政征收',
  payment: '行政给付',
  inspection: '行政检查',
  confirmation: '行政确认',
  adjudication: '行政裁决',
  other: '其他行政权力',
  penalty: '行政处罚',
} as const

/** What changed an entry of the catalogue. */
const changes = { rename: '更名', merge: '合并', split: '拆分', source: '依据修改' } as const

/** Powers with who holds them from when until when; an entry for each version, from a published list. */
export const powers = defineRegister({
  id: 'powers',
  title: '行政执法事项目录',
  basis: townships.lines(372, 382),
  fields: fields({
    code: text('事项编码'),
    list: text('所在清单', { help: '文号和序号，如五政发〔2022〕10号第15项' }),
    kind: choice('职权类型', powerKinds),
    name: text('职权名称'),
    source: text('职权依据'),
    holders: listOf('实施机关', unit('机构')),
    isTownship: yesNo('由乡（镇）在本行政区域内行使'),
    formerHolders: listOf('停止行使的部门', unit('机构')),
    isSimpleOnly: yesNo('仅限依法适用简易程序的'),
    excludesPoor: yesNo('低保家庭成员和特困供养人员除外'),
    isReportedUp: yesNo('审核转报、初审、报批的事项'),
    from: date('自何日起行使'),
    until: date('至何日停止', { help: '自该日起不再行使' }).optional(),
  }),
  key: ['code'],
  calledBy: ['name'],
  access: { read: publicReaders, write: [government, overseer] },
})

const by = [government, overseer]
const { shape } = powers.fields

/** An entry of the catalogue: each change names the change of law behind it, and stays readable. */
export const powerProcedure = defineProcedure({
  id: 'power',
  title: '行政执法事项',
  basis: townships.lines(372, 382),
  ...validity,
  register: powers.id,
  subject: powers.fields,
  access: { read: publicReaders },
  lookups: {},
  opening: { title: '列入目录', by, basis: townships.lines(372, 374) },
  initial: 'listed',
  states: {
    listed: {
      title: '在目录中',
      rests: true,
      on: {
        adjust: {
          title: '动态调整',
          to: 'listed',
          by,
          basis: townships.lines(382),
          input: fields({
            change: choice('调整方式', changes),
            changedBy: text('引起调整的法律、法规、规章修改'),
            changedOn: date('调整日期'),
            replaces: listOf('由哪些事项合并或者拆分而来', reference('事项', 'powers')).optional(),
            name: shape.name,
            source: shape.source,
            holders: shape.holders,
            until: shape.until,
          }),
          needsReason: true,
        },
        remove: {
          title: '移出目录',
          to: 'removed',
          by,
          basis: townships.lines(382),
          input: fields({ changedBy: text('引起调整的法律、法规、规章修改'), until: date('至何日停止') }),
          needsReason: true,
        },
      },
    },
    removed: { title: '已移出目录', final: 'completed', on: {} },
  },
  limits: {},
})

/** A list as it was published: its entries are taken into the catalogue as they stand there, none is typed anew. */
export const publishedList = defineImportSource({
  id: 'published-list',
  title: '已公布的清单',
  basis: townships.lines(372, 374),
  procedure: powerProcedure.id,
  help: '从公开页面下载的清单，XLSX或CSV，要有表头：序号、职权类型、职权名称、职权依据；有“主管部门”一列的，列内机构为停止行使的部门',
  accepts: ['table'],
  asks: fields({
    document: text('清单文号', { help: '如五政发〔2022〕10号' }),
    holders: shape.holders,
    isTownship: shape.isTownship,
    from: shape.from,
  }),
  needs: {},
})

/** Powers entrusted in writing, with the four things that the paper must say. */
export const entrustments = defineRegister({
  id: 'entrustments',
  title: '行政执法委托书台账',
  basis: townships.lines(378),
  fields: fields({
    number: text('委托书编号'),
    entrusted: unit('受委托机关'),
    legalBasis: text('法定依据'),
    power: reference('具体事项', powers.id),
    scope: text('权限'),
    from: date('期限起'),
    until: date('期限止', { help: '当日仍然有效' }),
  }),
  key: ['number'],
  access: { read: publicReaders, write: [head] },
})

/** From a paper that says all four things, through its publication, to its end. */
export const entrustment = defineProcedure({
  id: 'entrustment',
  title: '行政执法委托',
  basis: townships.lines(378),
  ...validity,
  register: entrustments.id,
  subject: entrustments.fields,
  access: { read: publicReaders },
  lookups: {},
  opening: { title: '登记委托书', by: [head], basis: townships.lines(378), gates: ['term-forward'] },
  initial: 'written',
  states: {
    written: {
      title: '未公布',
      on: {
        publish: {
          title: '向社会公布',
          to: 'published',
          by: [head],
          basis: townships.lines(378),
          input: fields({ publishedAt: text('公布在何处') }),
        },
        cancel: { title: '撤回委托', to: 'ended', by: [head], basis: penalty('第二十条'), needsReason: true },
      },
    },
    published: {
      title: '已公布',
      rests: true,
      on: {
        end: { title: '终止委托', to: 'ended', by: [head], basis: penalty('第二十条'), needsReason: true },
      },
    },
    ended: { title: '已终止', final: 'completed', on: {} },
  },
  limits: {
    expiry: {
      title: '委托期限',
      starts: 'publish',
      ends: ['end'],
      legal: { field: 'until', basis: townships.lines(378) },
      reminderDays: 30,
      missed: { kind: 'escalate', role: 'overseer' },
    },
  },
})

/** The list's own line for what is not in it. */
export const listLines = powerList.lines(1205, 1391)
