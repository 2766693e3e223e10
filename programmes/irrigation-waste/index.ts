export { irrigationWaste, kinds, townshipSummary } from './campaign.ts'
export { irrigationWasteProgramme } from './programme.ts'
export { type SummaryFigures, summaryFigures } from './summary.ts'
