export { type EvaluatedIndicator, evaluatedPlan, evaluationDraft } from './evaluation.ts'
export { disabilityPlan } from './programme.ts'
export { indicators } from './targets.ts'
