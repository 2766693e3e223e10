import { type Campaign, findPhase, type Phase } from '../campaign/campaign.ts'
import { type Issue, issueOf } from '../issue/issue.ts'
import { isDay } from '../time/instant.ts'
import { checkGrants, dangling } from './check-references.ts'
import type { Programme } from './programme.ts'

/** Whether a campaign's phases have their days or say that the text gives none, and its procedure is in the programme. */
export function checkCampaign(programme: Programme, campaign: Campaign): Issue[] {
  const { id, phases, endsWith, lookedAgainFrom, reads } = campaign
  const named = [endsWith, lookedAgainFrom].filter((phase) => phase !== undefined)
  const known = phases.map((phase) => phase.id)
  return [
    ...phases.flatMap((phase, index) => checkPhase(['phases', index], campaign, phase)),
    ...dangling('阶段', ['endsWith'], named, known),
    ...undatedEnds(campaign),
    ...dangling(
      '流程',
      ['id'],
      [id],
      programme.procedures.map((procedure) => procedure.id),
    ),
    ...checkCounted(programme, campaign),
    ...checkGrants(programme, ['reads'], reads),
  ]
}

/** The states that it counts are those of its procedure. */
function checkCounted({ procedures }: Programme, { id, counts }: Campaign): Issue[] {
  const procedure = procedures.find((one) => one.id === id)
  if (counts === undefined || procedure === undefined) return []
  const known = Object.keys(procedure.states)
  return [
    ...dangling('环节', ['counts', 'open'], counts.open, known),
    ...dangling('环节', ['counts', 'struck'], counts.struck, known),
  ]
}

function checkPhase(
  path: readonly (string | number)[],
  { title: campaign }: Campaign,
  { title, from, until, gap }: Phase,
): Issue[] {
  const data = { campaign, phase: title }
  const wrong = [from, until].filter((day) => day !== null && !isDay(day))
  return [
    ...wrong.map((found) => issueOf('phase-day', path, { ...data, found: String(found) })),
    ...(from !== null && until !== null && until < from
      ? [issueOf('validity-backwards', path, { from, to: until })]
      : []),
    ...((from === null || until === null) && gap === undefined ? [issueOf('phase-open', path, data)] : []),
  ]
}

/** What a campaign is held to must have a day. */
function undatedEnds(campaign: Campaign): Issue[] {
  const ends = [
    { key: 'endsWith', phase: findPhase(campaign, campaign.endsWith), day: 'until' as const },
    { key: 'lookedAgainFrom', phase: findPhase(campaign, campaign.lookedAgainFrom), day: 'from' as const },
  ]
  return ends.flatMap(({ key, phase, day }) =>
    phase !== undefined && phase[day] === null
      ? [issueOf('phase-undated', [key], { campaign: campaign.title, phase: phase.title })]
      : [],
  )
}
