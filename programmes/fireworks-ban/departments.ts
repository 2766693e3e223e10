import { choice, defineRule, type Rule } from '@luoshi/kernel'
import { notice } from './notice.ts'

/** Who looks into what, each with the line of its duty. */
export const departments = {
  police: '公安部门',
  environment: '生态环境部门',
  transport: '交通运输部门',
  emergency: '应急管理部门',
  market: '市场监管部门',
  housing: '住房和城乡建设管理部门',
} as const

export type Department = keyof typeof departments

/** Where the duty of each stands: that of the police, whose line breaks off, where it goes on. */
export const dutyOf: Readonly<Record<Department, ReturnType<typeof notice.lines>>> = {
  police: notice.lines(1170),
  environment: notice.lines(1190),
  transport: notice.lines(1192, 1194),
  emergency: notice.lines(1196),
  market: notice.lines(1198),
  housing: notice.lines(1200),
}

export const competent = choice('主管部门', departments)

const ids = Object.keys(departments) as Department[]

/** Id of the rule that an incident is this department's. */
export const competentRuleId = (department: Department) => `competent-${department}`

/** Only the department whose duty it is decides on an incident. */
export const competentRules: readonly Rule[] = ids.map((department) =>
  defineRule({
    id: competentRuleId(department),
    title: `由${departments[department]}查处`,
    basis: dutyOf[department],
    inputs: { competent },
    parameters: {},
    decide: ({ competent: given }) => ({
      isMet: given === department,
      wanted: `由${departments[department]}查处的事件`,
      found: `由${departments[given]}查处`,
    }),
  }),
)
