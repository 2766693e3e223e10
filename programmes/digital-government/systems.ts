import {
  choice,
  dataOf,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  defineTally,
  fields,
  gap,
  type IsoDate,
  longText,
  type StocktakeRecord,
  text,
  yesNo,
} from '@luoshi/kernel'
import { bureau, department, departmentName, departmentRule, notice, readers, validity } from './notice.ts'

/** Where a system runs. */
export const clouds = {
  'on-cloud': '已在县级政务云平台运行',
  'not-yet': '未上云',
  exempt: '法律法规另有规定或者有特殊保密要求，不上云',
} as const

const shape = {
  name: text('系统名称'),
  purpose: text('用途').optional(),
  cloud: choice('上云情况', clouds),
  exemption: text('不上云的依据', { help: '法律法规名称和条款，或者保密要求' }).optional(),
  isShared: yesNo('已按要求共享数据'),
  isNetwork: yesNo('使用业务专网'),
  networkBasis: text('建设业务专网的法律法规或国家规定').optional(),
  networkApproval: text('县人民政府同意建设业务专网的文号').optional(),
}
const inUseSince = date('投入使用日期')
const retiredOn = date('停用日期')

/** 本部门政务信息系统目录: every system of every department. */
export const systems = defineRegister({
  id: 'systems',
  title: '政务信息系统目录',
  basis: notice.lines(1717, 1719),
  fields: fields({
    number: text('系统编号'),
    ...shape,
    department: departmentName.optional(),
  }),
  key: ['number'],
  calledBy: ['name'],
  access: { read: readers, write: [department, bureau] },
})

/** What stays off the cloud says by which law or for which secret. */
export const exemptionStated = defineRule({
  id: 'exemption-stated',
  title: '不上云的依据',
  basis: notice.lines(1799),
  inputs: { cloud: shape.cloud, exemption: shape.exemption },
  parameters: {},
  decide: ({ cloud, exemption }) => ({
    isMet: (cloud === 'exempt') === (exemption !== undefined),
    wanted: '不上云的写明依据，其他的不写',
    found: `${clouds[cloud]}，${exemption === undefined ? '没有写明依据' : '写了依据'}`,
  }),
})

/** No network of one's own but where law or the state has it. */
export const networkAllowed = defineRule({
  id: 'network-allowed',
  title: '业务专网',
  basis: notice.lines(1731, 1732),
  inputs: { isNetwork: shape.isNetwork, networkBasis: shape.networkBasis },
  parameters: {},
  decide: ({ isNetwork, networkBasis }) => ({
    isMet: !isNetwork || networkBasis !== undefined,
    wanted: '不建业务专网，或者写明法律、法规、国家规定',
    found: !isNetwork ? '不使用业务专网' : networkBasis === undefined ? '没有写明规定' : networkBasis,
  }),
})

const list = notice.lines(1719)
const cloudBasis = notice.lines(1721)

/** A system is listed, in use, moved to the cloud and shared, filed, and given up. */
export const cataloguing = defineProcedure({
  id: 'cataloguing',
  title: '政务信息系统目录登记',
  basis: notice.lines(1717, 1721),
  ...validity,
  register: systems.id,
  subject: systems.fields,
  access: { read: readers },
  lookups: {},
  opening: {
    title: '列入目录',
    by: [department, bureau],
    basis: list,
    gates: [exemptionStated.id, networkAllowed.id],
    computes: { department: departmentRule.id },
  },
  initial: 'listed',
  states: {
    listed: {
      title: '拟建、在建',
      rests: true,
      on: {
        begin: {
          title: '投入使用',
          to: 'inUse',
          by: [department],
          basis: list,
          input: fields({ inUseSince }),
        },
        drop: { title: '撤出目录', to: 'dropped', by: [department], basis: list, needsReason: true },
      },
    },
    inUse: {
      title: '在用',
      rests: true,
      on: {
        migrate: {
          title: '迁移上云',
          to: 'inUse',
          by: [department],
          basis: cloudBasis,
          input: fields({ cloud: shape.cloud, exemption: shape.exemption, cloudOn: date('办理日期') }),
          gates: [exemptionStated.id],
        },
        share: {
          title: '登记数据共享',
          to: 'inUse',
          by: [department],
          basis: cloudBasis,
          input: fields({ isShared: shape.isShared, sharedOn: date('共享日期') }),
        },
        file: {
          title: '备案',
          to: 'inUse',
          by: [bureau],
          basis: notice.lines(1729),
          input: fields({ recordedOn: date('备案日期') }),
        },
        approveNetwork: {
          title: '登记专网批准',
          to: 'inUse',
          by: [bureau],
          basis: notice.lines(1731, 1732),
          input: fields({ networkApproval: text('县人民政府同意建设业务专网的文号') }),
        },
        change: {
          title: '变更',
          to: 'inUse',
          by: [department],
          basis: list,
          input: fields({ name: shape.name.optional(), purpose: shape.purpose }),
        },
        retire: {
          title: '停用或者并入其他系统',
          to: 'retired',
          by: [department],
          basis: notice.lines(1695),
          needsReason: true,
          input: fields({
            retiredOn,
            successor: text('并入的系统').optional(),
            account: longText('数据去向'),
          }),
        },
      },
    },
    retired: { title: '已停用', final: 'completed', on: {} },
    dropped: { title: '已撤出目录', final: 'withdrawn', on: {} },
  },
  limits: {},
  open: [
    gap('在用系统怎样备案没有写明，由县政务信息管理局登记备案日期', notice.lines(1729)),
    gap('哪些特殊保密要求可以不上云没有写明，由填报单位写明依据', notice.lines(1799)),
  ],
})

type Held = Readonly<{
  department?: string
  name: string
  cloud: keyof typeof clouds
  isShared: boolean
  inUseSince?: IsoDate
  retiredOn?: IsoDate
}>
type HeldRecord = Pick<StocktakeRecord, 'state' | 'data'>

/** A department's systems in use on a day, by where they run. */
export interface CloudStanding {
  readonly department: string
  readonly total: number
  readonly onCloud: number
  readonly notYet: number
  readonly exempt: number
  /** How many were in use at the end of the year before. */
  readonly before: number
}

const wasInUse = ({ inUseSince: since, retiredOn: until }: Held, day: IsoDate) =>
  since !== undefined && since <= day && (until === undefined || until > day)

/** Each department's systems on a day and at the end of the year before it, in the order of their names. */
export function cloudStandings(records: readonly HeldRecord[], on: IsoDate): readonly CloudStanding[] {
  const yearEnd = `${Number(on.slice(0, 4)) - 1}-12-31`
  const all = dataOf<Held>(records)
  return [...Map.groupBy(all, ({ department: name }) => name ?? '')]
    .map(([name, own]) => {
      const now = own.filter((one) => wasInUse(one, on))
      const count = (cloud: keyof typeof clouds) => now.filter((one) => one.cloud === cloud).length
      return {
        department: name,
        total: now.length,
        onCloud: count('on-cloud'),
        notYet: count('not-yet'),
        exempt: count('exempt'),
        before: own.filter((one) => wasInUse(one, yearEnd)).length,
      }
    })
    .sort((a, b) => (a.department < b.department ? -1 : 1))
}

const changeText = (now: number, before: number) => {
  if (now === before) return '与上年末相同'
  return now > before ? `比上年末增加${now - before}个` : `比上年末减少${before - now}个`
}

/** 只减不增、上云为常态 */
export const cloudStanding = defineStocktake({
  id: 'cloud-standing',
  title: '系统总量和上云',
  basis: notice.lines(1695),
  register: systems.id,
  count(records, { today }) {
    const rows = cloudStandings(records, today)
    const sum = (field: 'total' | 'onCloud' | 'notYet' | 'exempt' | 'before') =>
      rows.reduce((total, row) => total + row[field], 0)
    const [total, before] = [sum('total'), sum('before')]
    if (total === 0 && before === 0) return { says: '还没有在用的系统。', isMet: null, findings: [] }
    const says = `在用系统${total}个，${changeText(total, before)}（${before}个）；已上云${sum('onCloud')}个，未上云${sum('notYet')}个，依法或因保密不上云${sum('exempt')}个。`
    return {
      says,
      isMet: total <= before && sum('notYet') === 0,
      findings: rows.map((row) => ({
        name: row.department,
        message: `在用${row.total}个，${changeText(row.total, row.before)}；已上云${row.onCloud}个，未上云${row.notYet}个，不上云${row.exempt}个。`,
      })),
    }
  },
})

/** Systems by department. */
export const systemsByDepartment = defineTally({
  id: 'systems-by-department',
  title: '政务信息系统统计',
  basis: notice.lines(1717, 1721),
  register: systems.id,
  by: [{ kind: 'field', field: 'department' }],
  columns: [
    { id: 'planned', title: '拟建、在建', states: ['listed'] },
    { id: 'in-use', title: '在用', states: ['inUse'] },
    { id: 'on-cloud', title: '已上云', states: ['inUse'], where: { cloud: ['on-cloud'] } },
    { id: 'not-yet', title: '未上云', states: ['inUse'], where: { cloud: ['not-yet'] } },
    { id: 'exempt', title: '不上云', states: ['inUse'], where: { cloud: ['exempt'] } },
    { id: 'shared', title: '已共享数据', states: ['inUse'], where: { isShared: ['true'] } },
    { id: 'network', title: '使用业务专网', states: ['inUse'], where: { isNetwork: ['true'] } },
    { id: 'retired', title: '已停用', states: ['retired'] },
  ],
})
