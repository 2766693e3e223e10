export {
  type CircularFigures,
  circularDraft,
  circularFigures,
  type LateDuty,
  type UnitDue,
  type UnitResult,
} from './circular-draft.ts'
export { dayText, dutyRecord, NO_DAY } from './duty-record.ts'
export { type FollowedDuty, followedDuty, type Light, lightLabels } from './followed-duty.ts'
export { carriedOrders, type OrderedDuty, type OrderToDone, orderToDone } from './order-to-done.ts'
export { warningDays } from './parameters.ts'
export {
  type MatrixCell,
  type MatrixRow,
  type PartsFigures,
  unitMatrix,
  type Whole,
  wholeFrom,
  wholeOf,
} from './parts.ts'
export { supervision } from './programme.ts'
export {
  type BoundUnit,
  dutiesByUnit,
  firstDay,
  leadingUnits,
  type OrderedDay,
  type Part,
  type ProposedDuty,
  partLabels,
  type Sign,
  type UnitDuty,
} from './proposed-duty.ts'
export { type OwedOrder, ordersDue, type RecurringOrder, recurringOrders } from './recurring-orders.ts'
export {
  type Difference,
  type KeptDuty,
  printedUnits,
  type ReadDuty,
  type Rereading,
  readDuty,
  readFields,
  rereading,
} from './rereading.ts'
