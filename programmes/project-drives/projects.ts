import {
  choice,
  compareDecimals,
  type Decimal,
  date,
  defineParameter,
  defineProcedure,
  defineRegister,
  defineTally,
  defineValueRule,
  fields,
  longText,
  measure,
  text,
} from '@luoshi/kernel'
import { bureau, notice, place, readers, validity } from './notice.ts'

/** The seven departments whose county projects are told of from time to time. */
export const departments = {
  industry: '县工业和信息化局',
  housing: '县住房和城乡建设管理局',
  transport: '县交通运输局',
  water: '县水利局',
  farming: '县农业农村局',
  'civil-affairs': '县民政局',
  culture: '县文化和旅游局',
  none: '无',
} as const

/** 三个一批, on the platform. */
export const batches = { signed: '签约一批', begun: '开工一批', producing: '投产一批' } as const

const stages = { landed: '落地', begun: '开工', building: '建设', producing: '投产' } as const

/** More than this in 亿元 needs a leader who answers for the project. */
export const bigFrom = defineParameter<Decimal>({
  id: 'big-from',
  title: '重大项目投资额',
  unit: '亿元',
  values: [{ from: '2021-07-13', value: '5', basis: notice.lines(495, 497) }],
})

const investment = measure('总投资', '亿元')
const leader = text('包联领导', { help: '写职务，如县委常委、副县长' }).optional()
const leadership = choice('包联', { named: '已明确', missing: '未明确', 'not-needed': '不需要' })

/** The ledger of projects. */
export const projects = defineRegister({
  id: 'projects',
  title: '项目台账',
  basis: notice.lines(453, 459),
  fields: fields({
    number: text('项目编号'),
    name: text('项目名称'),
    department: choice('牵头部门', departments),
    stage: choice('环节', stages),
    batch: choice('三个一批', batches).optional(),
    investment,
    leader,
    leadership: leadership.optional(),
    plan: longText('推进计划'),
  }),
  key: ['number'],
  calledBy: ['name'],
  access: { read: readers, write: [place, bureau] },
})

/** Whether a project needs a leader who answers for it, and has one. */
export const leadershipRule = defineValueRule({
  id: 'leadership',
  title: '重大项目领导包联',
  basis: notice.lines(495, 497),
  gives: leadership,
  inputs: { investment, leader },
  parameters: { bigFrom },
  decide: ({ investment: invested, leader: named }, { bigFrom: limit }) => {
    const isBig = compareDecimals(invested, limit) > 0
    const because = `总投资${invested}亿元，${isBig ? '超过' : '不超过'}${limit}亿元`
    if (!isBig) return { value: 'not-needed' as const, because }
    if (named === undefined) return { value: 'missing' as const, because: `${because}，没有填写包联领导` }
    return { value: 'named' as const, because: `${because}，包联领导${named}` }
  },
})

/** A project from being entered to producing. */
export const following = defineProcedure({
  id: 'following',
  title: '项目台账和领导包联',
  basis: notice.lines(453, 459),
  ...validity,
  register: projects.id,
  subject: projects.fields,
  access: { read: readers },
  lookups: {},
  opening: {
    title: '建立台账',
    by: [place, bureau],
    basis: notice.lines(459),
    computes: { leadership: 'leadership' },
  },
  initial: 'underway',
  states: {
    underway: {
      title: '推进中',
      rests: true,
      on: {
        move: {
          title: '更新进展',
          to: 'underway',
          by: [place, bureau],
          basis: notice.lines(459),
          input: fields({
            stage: choice('环节', stages).optional(),
            batch: choice('三个一批', batches).optional(),
            investment: investment.optional(),
            leader,
          }),
          computes: { leadership: 'leadership' },
        },
        finish: {
          title: '竣工投产',
          to: 'producing',
          by: [place, bureau],
          basis: notice.lines(459),
          input: fields({ finishedOn: date('投产日期') }),
        },
        stop: { title: '终止', to: 'stopped', by: [bureau], basis: notice.lines(459), needsReason: true },
      },
    },
    producing: { title: '已投产', final: 'completed', on: {} },
    stopped: { title: '已终止', final: 'withdrawn', on: {} },
  },
  limits: {},
})

/** How many of each batch each unit has: what it fills in on the platform. */
export const threeBatches = defineTally({
  id: 'three-batches',
  title: '“三个一批”统计',
  basis: notice.lines(473),
  register: projects.id,
  by: [{ kind: 'unit' }],
  columns: [
    { id: 'projects', title: '项目' },
    { id: 'signed', title: '签约', where: { batch: ['signed'] } },
    { id: 'begun', title: '开工', where: { batch: ['begun'] } },
    { id: 'producing', title: '投产', where: { batch: ['producing'] } },
    { id: 'investment', title: '总投资（亿元）', sums: 'investment' },
  ],
})

/** Big projects, and those without a leader who answers. */
export const bigProjects = defineTally({
  id: 'big-projects',
  title: '5亿元以上项目包联统计',
  basis: notice.lines(497),
  register: projects.id,
  by: [{ kind: 'unit' }, { kind: 'field', field: 'leadership' }],
  columns: [
    { id: 'big', title: '重大项目', where: { leadership: ['named', 'missing'] } },
    { id: 'missing', title: '未明确包联领导', where: { leadership: ['missing'] } },
  ],
})
