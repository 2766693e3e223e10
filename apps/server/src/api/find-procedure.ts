import { findProcedure } from '@luoshi/kernel'
import { storeIssue } from '@luoshi/store'
import type { Context } from 'hono'
import type { ApiContext, ApiEnv } from './api-context.ts'
import { apiIssue } from './api-issues.ts'
import { programmesOf } from './county-programmes.ts'
import type { AnyIssue } from './refusal.ts'
import { type Sight, sightOf } from './views/sight.ts'

/** The procedure that an address names with all that its cases are seen by; or what of it is not known. */
export function findSight(c: Context<ApiEnv>, { services, library }: ApiContext): Sight | AnyIssue {
  const [programmeId = '', id = ''] = [c.req.param('programme'), c.req.param('procedure')]
  const programme = programmesOf(services, c.get('state').county).find((known) => known.id === programmeId)
  if (programme === undefined) return apiIssue('programme-unknown', { programme: programmeId })
  const procedure = findProcedure(programme, id)
  if (procedure === undefined) {
    return storeIssue('procedure-unknown', { procedure: id, programme: programme.title })
  }
  const [officer, state] = [c.get('officer'), c.get('state')]
  return sightOf({ programme, procedure, state, library, officer, now: services.clock() })
}

/** Whether it is what stands in the way. */
export function isIssue(found: object): found is AnyIssue {
  return 'code' in found && 'message' in found
}
