export { type MatchingPlan, matchingPlansProgramme, planRegister } from './matching-plans.ts'
