import { conflict, gap } from '@luoshi/kernel'
import { buildingNotice as notice } from '../notices.ts'
import { building } from './building.ts'
import { buildingStocktakes, housesByTownship, violationsByKind } from './building-figures.ts'
import { buildingRules, buildingValues, filingDays } from './building-rules.ts'
import { blacklisted, contractors, inGoodStanding, keeping } from './contractors.ts'
import { classifying, houses, mostArea, spanBelow } from './house-register.ts'
import { appraisedFirst, changingUse, useChanges } from './use-change.ts'
import { consequenceTable, correcting, correctionOrder, violationRules, violations } from './violations.ts'

/** 五政办发〔2021〕50号: what it gives the programme of rural houses. */
export const buildingParts = {
  registers: [houses, contractors, useChanges, violations],
  procedures: [building, keeping, changingUse, correcting],
  rules: [...buildingRules, appraisedFirst, ...violationRules],
  valueRules: [classifying, ...buildingValues, inGoodStanding, blacklisted, consequenceTable],
  parameters: [mostArea, spanBelow, filingDays],
  papers: [correctionOrder],
  tallies: [housesByTownship, violationsByKind],
  stocktakes: buildingStocktakes,
  open: [
    conflict(
      '开工登记、验收存档的期限一处写30日，一处写一个月',
      notice.lines(1119, 1121),
      notice.lines(1155),
    ),
    conflict(
      '乡（镇）的办公室多处称规划建设办公室，一处称规划建设管理办公室',
      notice.lines(1101, 1119),
      notice.lines(1187),
    ),
    gap('有效期与省《办法》同步，省《办法》到何时没有写明', notice.lines(1245)),
  ],
}
