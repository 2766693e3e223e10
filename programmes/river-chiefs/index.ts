export { type Assessment, quarterCircular, type YearResult, yearRanking } from './assessment.ts'
export { riverChiefs } from './programme.ts'
export { indicators } from './targets.ts'
