export { owedFigures, yearScores } from './assessed.ts'
export { ADJUSTED_ON, indicators } from './indicators.ts'
export { type PairedChange, type PairedChanges, pairedChanges } from './paired-changes.ts'
export { appraisal } from './programme.ts'
