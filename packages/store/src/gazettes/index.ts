export * from './entries.ts'
export * from './fold-text.ts'
export type {
  EffectKind,
  EntryKind,
  NoticeCounts,
  PersonalColumns,
} from './gazette-tables.ts'
export { findImported, type Imported, type ImportOptions, importIssue, lockGazettes } from './import-issue.ts'
export type * from './issue-to-store.ts'
export {
  type HeadQuery,
  latestNotices,
  type NoticeHead,
  noticesByNumbers,
  noticesOfIssue,
} from './notice-heads.ts'
export * from './notice-surroundings.ts'
export * from './publish-issue.ts'
export * from './published-tables.ts'
export * from './read-deadlines.ts'
export * from './read-duties.ts'
export * from './read-findings.ts'
export * from './read-instruments.ts'
export * from './read-issues.ts'
export * from './read-notice.ts'
export * from './read-orders.ts'
export * from './read-tables.ts'
export * from './search-notices.ts'
