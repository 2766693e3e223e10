import { type Decimal, dataOf, defineStocktake, isSameAmount, type Stocktake, sumOf } from '@luoshi/kernel'
import { type CheckedProject, type Doubt, measureDoubts, unspecified, villageDoubts } from './checks.ts'
import {
  classes,
  classIds,
  type Shares,
  type SourceRow,
  sourceIds,
  sources,
  sumOfSource,
  type UseClass,
  type UseRow,
} from './funds.ts'
import { goalFrom, goalText } from './goals.ts'
import { adjustment, secondPlan } from './notices.ts'
import { payments } from './payments.ts'
import { plans } from './plans.ts'
import { notPosted, projects } from './projects.ts'

type Plan = {
  readonly number: string
  readonly sources: readonly SourceRow[]
  readonly uses: readonly UseRow[]
}

type Project = CheckedProject &
  Shares & {
    readonly plan: string
    readonly useClass: UseClass
    readonly isHousehold: boolean
    readonly completeBy?: string
    readonly householdsBy?: string
    readonly householdsPaidOn?: string
    readonly completedOn?: string
  }

type Payment = Shares & { readonly project: string; readonly total: Decimal }

const named = (doubts: readonly Doubt[]) =>
  doubts.map(({ number, name, message }) => ({ name: `${number} ${name}`, message }))

/** What of a plan its projects do not come to: amounts by source and class, and how many there are. */
export function planAgainstProjects(plan: Plan, all: readonly Project[]): readonly string[] {
  const own = all.filter((project) => project.plan === plan.number)
  const bySource = sourceIds.flatMap((source) => {
    const planned = sumOf(plan.sources.filter((row) => row.source === source).map(({ amount }) => amount))
    const taken = sumOfSource(own, source)
    return isSameAmount(planned, taken) ? [] : [`${sources[source]}方案${planned}万元，项目${taken}万元`]
  })
  const byClass = classIds.flatMap((useClass) => {
    const row = plan.uses.find((one) => one.useClass === useClass)
    const taken = own.filter((project) => project.useClass === useClass)
    const [planned, total] = [row?.amount ?? '0', sumOf(taken.map((project) => project.total))]
    const isCounted = row?.projects !== undefined && row.projects !== taken.length
    return [
      ...(isSameAmount(planned, total) ? [] : [`${classes[useClass]}方案${planned}万元，项目${total}万元`]),
      ...(isCounted ? [`${classes[useClass]}方案${row?.projects}个项目，项目库${taken.length}个`] : []),
    ]
  })
  return [...bySource, ...byClass]
}

const plansMet = defineStocktake({
  id: 'plans-met',
  title: '方案与项目库核对',
  basis: secondPlan.lines(450, 462),
  register: plans.id,
  beside: [projects.id],
  count(records, _around, beside = {}) {
    const current = records.filter(({ state }) => state === 'approved' || state === 'published')
    const all = dataOf<Project>(beside[projects.id] ?? [])
    const off = dataOf<Plan>(current).map((plan) => ({ plan, differences: planAgainstProjects(plan, all) }))
    const unequal = off.filter(({ differences }) => differences.length > 0)
    return {
      says: `执行的方案${current.length}个，与项目库的来源、类别金额和项目数不一致的${unequal.length}个。`,
      isMet: current.length === 0 ? null : unequal.length === 0,
      findings: unequal.map(({ plan, differences }) => ({
        name: plan.number,
        message: `${differences.join('；')}。`,
      })),
    }
  },
})

const posted = defineStocktake({
  id: 'posted',
  title: '“两个一律”公开清单',
  basis: adjustment.lines(94),
  register: projects.id,
  beside: [plans.id],
  count(records, _around, beside = {}) {
    const hidden = (beside[plans.id] ?? [])
      .filter(({ state }) => state === 'approved')
      .map(({ data }) => ({
        name: String(data['number']),
        message: '资金分配方案没有在县政府门户网站公开。',
      }))
    const left = records.flatMap(({ data }) => {
      const missing = notPosted(data)
      if (missing.length === 0) return []
      return [{ name: `${data['number']} ${data['name']}`, message: `没有${missing.join('、')}。` }]
    })
    const open = [...hidden, ...left]
    return {
      says: `方案没有公开的${hidden.length}个，项目${records.length}个中公示不全的${left.length}个。`,
      isMet: records.length === 0 ? null : open.length === 0,
      findings: open,
    }
  },
})

const inTime = defineStocktake({
  id: 'in-time',
  title: '按期完成和发放',
  basis: secondPlan.lines(466),
  register: projects.id,
  beside: [payments.id],
  count(records, { today }, beside = {}) {
    const paidBy = Map.groupBy(dataOf<Payment>(beside[payments.id] ?? []), ({ project }) => project)
    const late = records.flatMap(({ data }) => {
      const project = data as unknown as Project
      const { completeBy, completedOn, householdsBy, householdsPaidOn } = project
      const paid = sumOf((paidBy.get(project.number) ?? []).map(({ total }) => total))
      const why = [
        ...(completeBy !== undefined && completedOn === undefined && completeBy < today
          ? [`应于${completeBy}完成，没有完成`]
          : []),
        ...(project.isHousehold &&
        householdsBy !== undefined &&
        householdsPaidOn === undefined &&
        householdsBy < today
          ? [`应于${householdsBy}发放到户，没有发放完毕`]
          : []),
      ]
      if (why.length === 0) return []
      return [
        {
          name: `${project.number} ${project.name}`,
          message: `${why.join('；')}，已拨付${paid}万元，共${project.total}万元。`,
        },
      ]
    })
    return {
      says: `项目${records.length}个，超过期限没有完成或者没有发放到户的${late.length}个。`,
      isMet: records.length === 0 ? null : late.length === 0,
      findings: late,
    }
  },
})

const quantified = defineStocktake({
  id: 'quantified',
  title: '绩效目标中的数',
  basis: adjustment.lines(98, 102),
  register: projects.id,
  count(records) {
    const all = dataOf<Project>(records).map((project) => ({
      project,
      says: goalText(goalFrom(project.goal ?? '')),
    }))
    const inFigures = all.filter(({ says }) => says !== '')
    return {
      says: `项目${all.length}个，绩效目标写了户数、人数或者收入的${inFigures.length}个。`,
      isMet: null,
      findings: inFigures.map(({ project, says }) => ({
        name: `${project.number} ${project.name}`,
        message: `${says}。`,
      })),
    }
  },
})

const doubts = (
  id: string,
  title: string,
  what: string,
  basis: Stocktake['basis'],
  find: (all: readonly CheckedProject[]) => readonly Doubt[],
): Stocktake =>
  defineStocktake({
    id,
    title,
    basis,
    register: projects.id,
    count(records) {
      const found = find(dataOf<Project>(records))
      return {
        says: `项目${records.length}个，${what}${found.length}处。`,
        isMet: records.length === 0 ? null : found.length === 0,
        findings: named(found),
      }
    },
  })

/** What the notices ask of plans and projects as a whole, and what a careful reader marks in them. */
export const stocktakes: readonly Stocktake[] = [
  plansMet,
  posted,
  inTime,
  quantified,
  doubts('measures', '建设内容中的量', '量不相合的', secondPlan.lines(493, 541), measureDoubts),
  doubts('villages', '村名', '写法不一或者同名的', secondPlan.lines(479, 550), villageDoubts),
  doubts('unspecified', '建设内容写明', '没有写明建设内容的', secondPlan.lines(555, 575), unspecified),
]
