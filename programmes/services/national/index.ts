export {
  type HandledApplication,
  type HandledSpecial,
  type HandledStep,
  handledFromNational,
  handledToNational,
  type NationalRecords,
} from './applications.ts'
export { codeLists, isCode } from './code-lists.ts'
export { complaintFromNational, complaintToNational, type HandledComplaint } from './complaints.ts'
export {
  type CaseRecords,
  caseNumberOf,
  foreignFromNational,
  foreignToNational,
  mergedRecords,
  type SatisfactionOrder,
  satisfactionFrom,
} from './foreign.ts'
export { guideFromNational, guideToNational, type NationalCounty } from './guides.ts'
export {
  type NationalFinding,
  type NationalRecord,
  nationalTable,
  nationalTables,
  readRecord,
  writeRecord,
} from './records.ts'
