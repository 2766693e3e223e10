import { courtFeed, failedDebtors, feedRoles } from './court-feed.ts'
import { coverage, issuedPlans } from './coverage.ts'
import { reviewExempt } from './exemption.ts'
import { buildings, plots } from './land.ts'
import { projectParameters, projectQuestions } from './parameters.ts'
import { mainReady, pitReady, projects, startAtOnce, surveysDone } from './start-at-once.ts'
import { projectStocktakes } from './stocktakes.ts'

/** What the business-environment plans order of projects, as parts of the programme of services. */
export const projectParts = {
  roles: feedRoles,
  registers: [projects, plots, buildings, coverage, issuedPlans, failedDebtors],
  procedures: [startAtOnce, courtFeed],
  rules: [surveysDone, pitReady, mainReady, reviewExempt],
  stocktakes: projectStocktakes,
  parameters: projectParameters,
  open: projectQuestions,
}
