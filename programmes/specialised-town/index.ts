export { type DepartmentScore, departmentAppraisal, type PlanGap, type PlanRow, yearPlan } from './plan.ts'
export { specialisedTown } from './programme.ts'
export { indicators, type TargetStanding, targetStandings } from './targets.ts'
