import type { Programme } from '@luoshi/kernel'
import { administrationOf, withPublishing } from './administration/index.ts'
import { appraisal } from './appraisal/index.ts'
import { approvalLinkage } from './approval-linkage/index.ts'
import { arrears } from './arrears/index.ts'
import { cleanHeating } from './clean-heating/index.ts'
import { crimeTransfer } from './crime-transfer/index.ts'
import { crossRegionServices } from './cross-region-services/index.ts'
import { deepTillage } from './deep-tillage/index.ts'
import { delegatedPenalties } from './delegated-penalties/index.ts'
import { digitalEconomy } from './digital-economy/index.ts'
import { digitalGovernment } from './digital-government/index.ts'
import { disabilityPlan } from './disability-plan/index.ts'
import { enforcement } from './enforcement/index.ts'
import { fireServices } from './fire-services/index.ts'
import { fireworksBan } from './fireworks-ban/index.ts'
import { forestFires } from './forest-fires/index.ts'
import { gasSafety } from './gas-safety/index.ts'
import { grassland } from './grassland/index.ts'
import { gridCompensation } from './grid-compensation/index.ts'
import { informationDisclosure } from './information-disclosure/index.ts'
import { irrigationWasteProgramme } from './irrigation-waste/index.ts'
import { livingStandards } from './living-standards/index.ts'
import { matchingPlansProgramme } from './matching-plans/index.ts'
import { medicalInsurance } from './medical-insurance/index.ts'
import { plastics } from './plastics/index.ts'
import { pooledFunds } from './pooled-funds/index.ts'
import { projectDrives } from './project-drives/index.ts'
import { promiseProjects } from './promise-projects/index.ts'
import { propertyManagement } from './property-management/index.ts'
import { relicsStruckOff } from './relics/index.ts'
import { reservoirCare } from './reservoirs/index.ts'
import { riverChiefs } from './river-chiefs/index.ts'
import { ruleMakingBodies } from './rule-making-bodies/index.ts'
import { ruralHouses } from './rural-houses/index.ts'
import { ruralRoadSafety } from './rural-road-safety/index.ts'
import { selfBuiltHouses } from './self-built-houses/index.ts'
import { serviceSector } from './service-sector/index.ts'
import { services } from './services/index.ts'
import { specialisedTown } from './specialised-town/index.ts'
import { supervision } from './supervision/index.ts'
import { testingCentre } from './testing-centre/index.ts'
import { townshipPowers } from './township-powers/index.ts'
import { wutaiLicences } from './wutai-licences/index.ts'
import { wuzhaiLicences } from './wuzhai-licences/index.ts'

export { administrationOf, signInParameters } from './administration/index.ts'
export { replacedLaws } from './replaced-laws.ts'

/** Every programme that a notice orders, in the order in which it was written. */
export const programmes: readonly Programme[] = withPublishing([
  deepTillage,
  appraisal,
  supervision,
  irrigationWasteProgramme,
  serviceSector,
  riverChiefs,
  disabilityPlan,
  specialisedTown,
  digitalEconomy,
  matchingPlansProgramme,
  wuzhaiLicences,
  wutaiLicences,
  townshipPowers,
  delegatedPenalties,
  ruleMakingBodies,
  crimeTransfer,
  enforcement,
  relicsStruckOff,
  approvalLinkage,
  promiseProjects,
  crossRegionServices,
  services,
  medicalInsurance,
  plastics,
  reservoirCare,
  livingStandards,
  projectDrives,
  gasSafety,
  ruralHouses,
  selfBuiltHouses,
  ruralRoadSafety,
  arrears,
  fireServices,
  cleanHeating,
  fireworksBan,
  forestFires,
  gridCompensation,
  digitalGovernment,
  pooledFunds,
  informationDisclosure,
  propertyManagement,
  grassland,
  testingCentre,
])

/** Units, officers, posts, parameters and days off of a county. */
export const administration = administrationOf(programmes)

/** All that a server carries: the administration first, on which the others rest. */
export const everyProgramme: readonly Programme[] = [administration, ...programmes]
