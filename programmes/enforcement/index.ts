export { ages, cases, circumstances, grades, partyKinds } from './case-register.ts'
export { isPaid, owedOf, yearsBetween } from './case-values.ts'
export {
  type AlarmKind,
  alarmKinds,
  alarmPhases,
  alarmsAt,
  alarmsOfRecord,
  type CaseOutlook,
  countedBy,
  type EnforcementAlarm,
  mobileCoverage,
  type OnRecord,
  outlookOf,
  owesRecord,
} from './cockpit.ts'
export { correction, corrections } from './corrections.ts'
export { bandOn, bands } from './discretion.ts'
export { officers } from './officers.ts'
export { ordinary } from './ordinary.ts'
export { type PatrolSchedule, patrolsOf } from './patrols.ts'
export { nearestNames } from './power-rules.ts'
export { powers } from './powers.ts'
export { enforcement } from './programme.ts'
export { publication, publications } from './publication.ts'
export { type RecorderCount, recorderCount, recorders, recordersArrived } from './recorders.ts'
export { evidence, records } from './records.ts'
export { simple } from './simple.ts'
