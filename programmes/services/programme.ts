import { defineProgramme, gap } from '@luoshi/kernel'
import { roles } from './access.ts'
import { application } from './application.ts'
import { applications } from './applications.ts'
import { crossRegion, environment, licensing, wutaiPackage } from './bases.ts'
import { citizens, drafts } from './citizens.ts'
import { creditEntries, crediting } from './credit.ts'
import { foreignCases } from './foreign-cases.ts'
import { guides, guiding } from './guides.ts'
import { knowledge } from './knowledge.ts'
import { matters, settling } from './matters.ts'
import { outsideGaps } from './outside-clock.ts'
import { packages } from './packages.ts'
import { papers } from './papers.ts'
import { parameters } from './parameters.ts'
import { projectParts } from './projects/index.ts'
import { ratings } from './ratings.ts'
import {
  asTheGuideSays,
  guideRatable,
  guideWithinLaw,
  hearingDayCame,
  hearingTold,
  inspectionMade,
  materialsComplete,
  notOnPromise,
  onPromise,
  specialEndsLater,
  twoCheckers,
  twoInspectors,
} from './rules.ts'
import { serviceStocktakes } from './stocktakes.ts'

/** Services: whatever is on a list can be asked for, anywhere, once, with nothing asked that government already has. */
export const services = defineProgramme({
  id: 'services',
  title: '政务服务',
  basis: licensing.application,
  version: 1,
  validFrom: '2020-01-01',
  validTo: null,
  roles: { ...roles, ...projectParts.roles },
  registers: [
    guides,
    packages,
    applications,
    ratings,
    matters,
    creditEntries,
    foreignCases,
    knowledge,
    citizens,
    drafts,
    ...projectParts.registers,
  ],
  procedures: [guiding, application, settling, crediting, ...projectParts.procedures],
  rules: [
    asTheGuideSays,
    materialsComplete,
    onPromise,
    notOnPromise,
    twoCheckers,
    twoInspectors,
    specialEndsLater,
    inspectionMade,
    hearingTold,
    hearingDayCame,
    guideWithinLaw,
    guideRatable,
    ...projectParts.rules,
  ],
  parameters: [...parameters, ...projectParts.parameters],
  papers,
  stocktakes: [...serviceStocktakes, ...projectParts.stocktakes],
  open: [
    gap('申请人补正的期限和不补正的后果没有写明', licensing.intake),
    gap('补正后几日内受理没有写明', licensing.intake),
    gap('承诺核查的期限由县里定', environment.promise),
    gap('差评和投诉的办理期限由县里定', crossRegion.lines(815, 831)),
    gap('话务人员“按比例”配备，比例没有写明', wutaiPackage.lines(783)),
    ...outsideGaps,
    ...projectParts.open,
  ],
})
