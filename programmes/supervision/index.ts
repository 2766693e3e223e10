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
