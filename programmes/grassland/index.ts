import { defineProgramme, gap } from '@luoshi/kernel'
import { cover, coverBy2025, coverBy2035, coverGap, figures } from './cover.ts'
import { notice, validity } from './notice.ts'
import { findingRule, isLawful, isUnlawful, occupations, occupationsWrong, occupying } from './occupations.ts'
import { clues, meetings, pests, taskList } from './others.ts'
import {
  basicKept,
  keeping,
  newAreaRule,
  newCoverageRule,
  newUseRule,
  notBasic,
  parcels,
  parcelsByKind,
  plantingAllowed,
} from './parcels.ts'
import {
  breedingBase,
  deadlineSet,
  feeTable,
  leastSeedArea,
  leastVarieties,
  measuresTaken,
  mostSeedArea,
  mostVarieties,
  punishedToo,
  requirementTable,
  restorations,
  restoring,
  seedPlots,
} from './restoration.ts'

/** 五政办发〔2022〕48号: grassland on file, basic grassland kept, occupations followed, restoration by cause, native seed. */
export const grassland = defineProgramme({
  id: 'grassland',
  title: '五寨县草原生态保护修复',
  basis: notice.lines(3063, 3131),
  ...validity,
  roles: {
    forestry: { title: '县林业局', basis: notice.lines(3109) },
    department: { title: '县直有关部门', basis: notice.lines(3101, 3103) },
    township: { title: '乡（镇）人民政府', basis: notice.lines(3069) },
  },
  registers: [figures.register, parcels, occupations, restorations, seedPlots, clues, meetings, pests],
  procedures: [figures.procedure, keeping, occupying, restoring],
  rules: [
    ...figures.rules,
    basicKept,
    notBasic,
    plantingAllowed,
    isLawful,
    isUnlawful,
    deadlineSet,
    measuresTaken,
    punishedToo,
  ],
  valueRules: [newAreaRule, newUseRule, newCoverageRule, findingRule, requirementTable, feeTable],
  parameters: [coverBy2025, coverBy2035, leastVarieties, mostVarieties, leastSeedArea, mostSeedArea],
  papers: [],
  indicators: [cover],
  catalogues: [taskList],
  stocktakes: [coverGap, occupationsWrong, breedingBase],
  tallies: [parcelsByKind],
  open: [
    gap('（十二）没有写责任单位', notice.lines(3123)),
    gap('调查什么时候启动没有写明（适时）', notice.lines(3101)),
    gap('执法联席会议多久召开一次没有写明（定期）', notice.lines(3111)),
  ],
})
