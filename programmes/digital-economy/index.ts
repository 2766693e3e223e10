export { digitalEconomy, type PlanStanding, planStandings, type YearPlan } from './year-plans.ts'
