export { type CountedFacts, countedFacts } from './counted-facts.ts'
export {
  type ComparableDuty,
  type ExpectedDuty,
  type ExpectedUnit,
  expectedDuties,
  isDutyRight,
} from './expected-duties.ts'
export { type ExpectedInstrument, expectedInstruments, foldWidth } from './expected-instruments.ts'
export {
  type MarkedAmount,
  type MarkedCitation,
  type MarkedClause,
  type MarkedDeadline,
  type MarkedGazette,
  type MarkedNotice,
  type MarkedRow,
  type MarkedSpan,
  type MarkedTable,
  markedSet,
} from './marked-set.ts'
export { findGazettesFolder, type RealGazette, realGazettes, requireRealGazettes } from './real-gazettes.ts'
export { type ReviewedFinding, reviewedFindings } from './reviewed-findings.ts'
export { type SearchQueries, searchQueries } from './search-queries.ts'
export {
  type UnseenExpectation,
  type UnseenInstrument,
  type UnseenNotice,
  unseenNotices,
} from './unseen-notices.ts'
