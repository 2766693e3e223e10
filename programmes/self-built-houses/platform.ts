import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  fields,
  gap,
  longText,
  reference,
  text,
  yesNo,
} from '@luoshi/kernel'
import { housing, readers, township } from './access.ts'
import { houses } from './house-register.ts'
import { notice, validity } from './notice.ts'

/** From where what is entered comes. */
export const sources = {
  database: '城市数字房产数据库（城市自建房）',
  survey: '本次排查',
  'earlier-survey': '前期排查已录入（农村自建房）',
} as const

const source = choice('信息来源', sources)
const isVerified = yesNo('已核实')

/** What is on, or is to come to, the state’s platforms of houses. */
export const platformEntries = defineRegister({
  id: 'platform-entries',
  title: '房屋综合管理信息平台录入台账',
  basis: notice.lines(1456, 1552),
  fields: fields({ number: text('录入编号'), house: reference('自建房', houses.id), source }),
  key: ['number'],
  access: { read: readers, write: [township, housing] },
})

/** What the town’s database had is verified before it goes on. */
export const verifiedFirst = defineRule({
  id: 'verified-first',
  title: '城市数字房产数据库的信息已核实',
  basis: notice.lines(1552),
  inputs: { source, isVerified: isVerified.optional() },
  parameters: {},
  decide: (entry) => ({
    isMet: entry.source !== 'database' || entry.isVerified === true,
    wanted: '城市数字房产数据库的信息核实后才录入国家平台',
    found:
      entry.isVerified === true
        ? '已核实'
        : `来自${sources[entry.source]}，${entry.source === 'database' ? '没有核实' : '不须核实'}`,
  }),
})

/** What was in the town’s database is verified, entered, and brought up to date when the house changes. */
export const entering = defineProcedure({
  id: 'platform-entry',
  title: '录入国家房屋综合管理信息平台',
  basis: notice.lines(1456, 1552),
  ...validity,
  register: platformEntries.id,
  subject: platformEntries.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '提出录入', by: [township, housing], basis: notice.lines(1456, 1552) },
  initial: 'drafted',
  states: {
    drafted: {
      title: '待录入',
      on: {
        verify: {
          title: '核实',
          to: 'drafted',
          by: [housing],
          basis: notice.lines(1552),
          input: fields({ isVerified, verifiedOn: date('核实日期'), verification: longText('核实情况') }),
        },
        enter: {
          title: '录入国家平台',
          to: 'entered',
          by: [township, housing],
          basis: notice.lines(1456, 1552),
          input: fields({ platformNumber: text('平台房屋编号'), enteredOn: date('录入日期') }),
          gates: ['verified-first'],
        },
        drop: {
          title: '核实不符，不录入',
          to: 'dropped',
          by: [housing],
          basis: notice.lines(1552),
          needsReason: true,
        },
      },
    },
    entered: {
      title: '已录入',
      rests: true,
      on: {
        change: {
          title: '信息有变化，需更新',
          to: 'outdated',
          by: [township],
          basis: notice.lines(1552),
          input: fields({ changes: longText('变化的信息') }),
        },
        remove: {
          title: '平台已注销',
          to: 'dropped',
          by: [housing],
          basis: notice.lines(1552),
          needsReason: true,
        },
      },
    },
    outdated: {
      title: '待更新平台',
      on: {
        update: {
          title: '已更新平台',
          to: 'entered',
          by: [township, housing],
          basis: notice.lines(1552),
          input: fields({ updatedOn: date('更新日期') }),
        },
      },
    },
    dropped: { title: '不在平台', final: 'withdrawn', on: {} },
  },
  limits: {},
  open: [gap('“及时”录入、更新是几日没有写明', notice.lines(1526, 1552))],
})
