import {
  type Answer,
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineValueRule,
  fields,
  gap,
  type InstrumentCite,
  listOf,
  text,
} from '@luoshi/kernel'
import { committee, readersBelow, scheme, validity } from './notices.ts'

const bodies = {
  committee: '县消防安全专业委员会',
  'three-years': '县消防安全专项整治三年行动领导小组',
  industries: '行业主管部门',
} as const

type Body = keyof typeof bodies

const body = choice('议事协调机构', bodies)

/** Who belongs to a group on which tasks fall; the scheme prints no list. */
export const groupMembers = defineRegister({
  id: 'group-members',
  title: '消防议事协调机构成员单位名册',
  basis: scheme.lines(1194, 1218),
  fields: fields({ body, member: text('成员单位'), since: date('列入日期').optional() }),
  key: ['body', 'member'],
  access: { read: readersBelow, write: [committee] },
  open: [gap('成员单位名单没有刊印，由消安委办登记', scheme.lines(1196, 1218))],
})

interface GroupTask {
  readonly title: string
  /** Units that the marker names before and behind the group. */
  readonly named: readonly string[]
  readonly body: Body
  readonly basis: InstrumentCite
}

/** The tasks whose marker names a group, or goes on with 等 behind units. */
export const groupTasks: Readonly<Record<string, GroupTask>> = {
  t2: {
    title: '2. 依法落实部门监管责任',
    named: [
      '县发改局',
      '县教科局',
      '县公安局',
      '县民政局',
      '县自然资源局',
      '县住建局',
      '县交运局',
      '县工信局',
      '县文旅局',
      '县卫健体局',
      '县应急局',
      '县市场局',
      '县行政审批局',
      '县消防救援大队',
    ],
    body: 'committee',
    basis: scheme.lines(1196),
  },
  t3: { title: '3. 指导单位落实主体责任', named: [], body: 'committee', basis: scheme.lines(1198, 1200) },
  t10: {
    title: '10. 深入推进高风险领域整治',
    named: [],
    body: 'three-years',
    basis: scheme.lines(1216, 1218),
  },
  t34: {
    title: '34. 提升公众消防素质：消防安全培训',
    named: [],
    body: 'committee',
    basis: scheme.lines(1306),
  },
  p1: {
    title: '（一）社会消防安全能力提升工程',
    named: ['县教科局', '县卫健体局', '县民政局', '县文旅局', '县工信局', '县住建局', '县消防救援大队'],
    body: 'industries',
    basis: scheme.lines(1312),
  },
}

const task = choice(
  '任务',
  Object.fromEntries(Object.entries(groupTasks).map(([id, { title }]) => [id, title])) as Record<
    string,
    string
  >,
)
const responsible = listOf('责任单位', text('单位'))
const members = listOf('成员单位名册', fields({ body, member: text('成员单位') }))

/** What units a task of a group falls on, one by one. */
export const divisions = defineRegister({
  id: 'divisions',
  title: '成员单位任务分解台账',
  basis: scheme.lines(1196, 1312),
  fields: fields({ task, responsible: responsible.optional() }),
  key: ['task'],
  access: { read: readersBelow, write: [committee] },
})

/** Units that are named, and all members of the group, each once. */
export const responsibleRule = defineValueRule({
  id: 'group-responsible',
  title: '任务的责任单位',
  basis: scheme.lines(1196, 1312),
  gives: responsible,
  inputs: { task, members },
  parameters: {},
  decide: (input): Answer<string[]> => {
    const found = groupTasks[input.task]
    if (found === undefined) return { missing: '任务' }
    const own = input.members.filter((one) => one.body === found.body).map(({ member }) => member)
    if (own.length === 0) return { missing: `名册中${bodies[found.body]}的成员单位` }
    return {
      value: [...new Set([...found.named, ...own])],
      because: `写明${found.named.length}个，名册中${bodies[found.body]}${own.length}个，重复的只列一次`,
      basis: found.basis,
    }
  },
})

const basis = scheme.lines(1398)
const computes = { responsible: responsibleRule.id }

export const dividing = defineProcedure({
  id: 'dividing',
  title: '成员单位任务分解',
  basis,
  ...validity,
  register: divisions.id,
  subject: divisions.fields,
  access: { read: readersBelow },
  lookups: {
    members: {
      title: '成员单位名册',
      register: groupMembers.id,
      where: {},
      states: ['current'],
      gives: { kind: 'records', fields: ['body', 'member'] },
    },
  },
  opening: { title: '分解任务', by: [committee], basis, computes },
  initial: 'divided',
  states: {
    divided: {
      title: '待下达',
      on: {
        again: { title: '按名册重新分解', to: 'divided', by: [committee], basis, computes },
        issue: {
          title: '下达各责任单位',
          to: 'issued',
          by: [committee],
          basis,
          input: fields({ issuedOn: date('下达日期') }),
        },
      },
    },
    issued: {
      title: '已下达',
      final: 'completed',
      on: {
        renew: { title: '名册变动，重新分解', to: 'divided', by: [committee], basis, needsReason: true },
      },
    },
  },
  limits: {},
})
