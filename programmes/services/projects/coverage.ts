import {
  choice,
  date,
  defineRegister,
  fields,
  type InstrumentCite,
  type RecordOf,
  text,
} from '@luoshi/kernel'
import { bureau, officers } from '../access.ts'
import { wutaiPackage, wuzhaiPackage } from '../bases.ts'
import { percent } from '../matters.ts'

/** What must be everywhere by the end of the year: windows in halls, centres in townships, points in villages. */
export const coverageKinds = {
  hall: '政务大厅分领域综合窗口',
  township: '乡（镇）综合便民服务中心',
  village: '村（社区）便民服务点',
} as const

/** Halls, townships and villages, and since when each is covered. */
export const coverage = defineRegister({
  id: 'coverage',
  title: '政务服务覆盖台账',
  basis: wutaiPackage.lines(845, 847),
  fields: fields({
    place: text('地点'),
    kind: choice('应设', coverageKinds),
    coveredOn: date('设立日期').optional(),
  }),
  key: ['kind', 'place'],
  access: { read: officers, write: [bureau] },
})

type Covered = RecordOf<typeof coverage.fields>

/** How far one kind has come, and whether it is overdue. */
export interface CoverageStanding {
  readonly kind: keyof typeof coverageKinds
  readonly covered: number
  readonly all: number
  readonly share: string | null
  readonly missing: readonly string[]
  readonly isOverdue: boolean
}

/** 年底前全覆盖: from the last day of the year on, whatever is not covered is overdue. */
export function coverageStanding(
  places: readonly Pick<Covered, 'place' | 'kind' | 'coveredOn'>[],
  on: string,
  year: number,
): readonly CoverageStanding[] {
  return (Object.keys(coverageKinds) as (keyof typeof coverageKinds)[]).map((kind) => {
    const own = places.filter((place) => place.kind === kind)
    const missing = own
      .filter(({ coveredOn }) => coveredOn === undefined || coveredOn > on)
      .map(({ place }) => place)
    return {
      kind,
      covered: own.length - missing.length,
      all: own.length,
      share: percent(own.length - missing.length, own.length),
      missing,
      isOverdue: on >= `${year}-12-31` && missing.length > 0,
    }
  })
}

/** A plan or method that a measure orders to be written. */
export interface PlanToIssue {
  readonly title: string
  readonly basis: InstrumentCite
}

/** The five documents of 五台’s plan. */
export const plansToIssue: readonly PlanToIssue[] = [
  { title: '五台县营商环境创新提升行动方案', basis: wutaiPackage.lines(775) },
  { title: '五台县2022年营商环境考核办法', basis: wutaiPackage.lines(781) },
  { title: '五台县试行核准类企业投资项目承诺制改革试点方案', basis: wutaiPackage.lines(801) },
  { title: '农村集体经营性建设用地入市落实办法', basis: wutaiPackage.lines(809) },
  { title: '“送政策上门，找企业服务”方案', basis: wutaiPackage.lines(863) },
]

/** Plans that were issued: by title, with number and day. */
export const issuedPlans = defineRegister({
  id: 'issued-plans',
  title: '配套文件制定台账',
  basis: wuzhaiPackage.lines(2683),
  fields: fields({
    title: text('文件名称'),
    owner: text('制定单位'),
    docNumber: text('文号').optional(),
    issuedOn: date('印发日期').optional(),
  }),
  key: ['title', 'owner'],
  access: { read: officers, write: [bureau] },
})

type IssuedPlan = RecordOf<typeof issuedPlans.fields>

/** Which of the plans are issued and which are not. */
export function planStanding(issued: readonly Pick<IssuedPlan, 'title' | 'issuedOn'>[], on: string) {
  return plansToIssue.map(({ title, basis }) => {
    const found = issued.find(
      (plan) => plan.title === title && plan.issuedOn !== undefined && plan.issuedOn <= on,
    )
    return { title, basis, issuedOn: found?.issuedOn ?? null }
  })
}

/** 各乡镇、各部门配套措施: for each unit its plan, or that there is none. */
export function matchingPlanStanding(
  units: readonly string[],
  issued: readonly Pick<IssuedPlan, 'owner' | 'docNumber' | 'issuedOn'>[],
): readonly { readonly unit: string; readonly isIssued: boolean; readonly docNumber: string | null }[] {
  return units.map((unit) => {
    const plan = issued.find(({ owner, issuedOn }) => owner === unit && issuedOn !== undefined)
    return { unit, isIssued: plan !== undefined, docNumber: plan?.docNumber ?? null }
  })
}
