import { defineProgramme, gap } from '@luoshi/kernel'
import { roles } from './access.ts'
import { buildingParts } from './building/index.ts'
import { crediting, credits } from './credit.ts'
import { hazards, reporting } from './hazards.ts'
import { premisesNotice, premisesValidity } from './notices.ts'
import { papers } from './papers.ts'
import { premises } from './premises.ts'
import { premisesByTownship, premisesStocktakes } from './premises-figures.ts'
import {
  changeDayToCome,
  completionPassed,
  promiseComplete,
  pushedOn,
  registeredOn,
  townshipNamed,
} from './premises-rules.ts'
import { registration } from './registration.ts'

/** Rural houses of 五台县: built, accepted and archived; business is carried on in them on a promise, and checked. */
export const ruralHouses = defineProgramme({
  id: 'rural-houses',
  title: '五台县农村自建房管理',
  basis: premisesNotice.lines(960, 1034),
  ...premisesValidity,
  // Some of its procedures end with their notice; those of building go on.
  validTo: null,
  roles,
  registers: [premises, hazards, credits, ...buildingParts.registers],
  procedures: [registration, reporting, crediting, ...buildingParts.procedures],
  rules: [completionPassed, townshipNamed, promiseComplete, changeDayToCome, ...buildingParts.rules],
  valueRules: [registeredOn, pushedOn, ...buildingParts.valueRules],
  parameters: buildingParts.parameters,
  papers: [...papers, ...buildingParts.papers],
  stocktakes: [...premisesStocktakes, ...buildingParts.stocktakes],
  tallies: [premisesByTownship, ...buildingParts.tallies],
  open: [
    gap('有效期3年的最后一日是2024-07-18还是2024-07-19没有写明，按2024-07-19', premisesNotice.lines(1034)),
    gap('经营场所“不符合相关要求”指哪些要求没有逐项写明', premisesNotice.lines(1018, 1020)),
    ...buildingParts.open,
    gap('对经营场所另有规定的行业法律法规没有列出，从其规定', premisesNotice.lines(988)),
  ],
})
