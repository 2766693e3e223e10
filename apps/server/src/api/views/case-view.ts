import type { CaseView, DisclosureView, PaperView } from '@luoshi/client'
import {
  allowed,
  type Case,
  caseSchemaOf,
  correctableFields,
  dateOf,
  endOf,
  isBefore,
  type Procedure,
  personalFieldsOf,
} from '@luoshi/kernel'
import type { Disclosed, MovedLimit, OpenNotice, StoredPaper } from '@luoshi/store'
import { formatsOf } from '../../papers/formats.ts'
import { actionViews } from './action-view.ts'
import { caseSummary } from './case-summary.ts'
import { dueView } from './limit-view.ts'
import { inShanghai, noticeView } from './notice-view.ts'
import { contextOf, type Sight } from './sight.ts'

/** What is shown with a case besides itself. */
export interface CaseCompany {
  readonly papers: readonly StoredPaper[]
  readonly disclosures: readonly Disclosed[]
  readonly notices: readonly Omit<OpenNotice, 'case'>[]
  readonly moves: readonly MovedLimit[]
}

/** Of a case that has nothing besides itself yet. */
export const alone: CaseCompany = { papers: [], disclosures: [], notices: [], moves: [] }

/** A case with all that belongs to it; its data are masked already. Of an earlier moment nothing can be done. */
export function caseView(
  sight: Sight,
  current: Case,
  version: number,
  company: CaseCompany,
  isPresent = true,
): CaseView {
  return {
    ...caseSummary(sight, current, version, true),
    waitsSince: waitsSince(sight.procedure, current),
    maskedFields: maskedFields(sight.procedure, current),
    branches: branchViews(sight, current),
    links: linkViews(sight, current),
    actions: isPresent ? actionViews(sight, current) : [],
    papers: company.papers.map((paper) => paperView(sight, current, paper)),
    disclosures: company.disclosures.map((disclosed) => disclosureView(sight, disclosed)),
    notices: company.notices.map((notice) => noticeView(sight.programme, sight.procedure, notice)),
    moves: company.moves.map(({ limit, at, explanation }) => ({ limit, at: inShanghai(at), explanation })),
    correctable: isPresent ? correctable(sight, current) : [],
  }
}

/** Since when a case waits where it stands; null where it has ended or waits for nobody. */
function waitsSince({ states }: Procedure, { state, entered }: Case): string | null {
  const { final, rests } = states[state] ?? {}
  return final === undefined && rests !== true ? inShanghai(entered) : null
}

const personalPaths = new WeakMap<Procedure, readonly (readonly string[])[]>()

function maskedFields(procedure: Procedure, { data }: Case): string[] {
  const names =
    personalPaths.get(procedure) ?? personalFieldsOf(caseSchemaOf(procedure)).map(({ path }) => path)
  personalPaths.set(procedure, names)
  return names.filter(([name]) => Object.hasOwn(data, name ?? '')).map((path) => path.join('.'))
}

function branchViews({ procedure }: Sight, current: Case): CaseView['branches'] {
  const branches = procedure.states[current.state]?.branches ?? {}
  return Object.entries(current.branches?.[current.state] ?? {}).map(([name, { state, entered }]) => ({
    title: branches[name]?.title ?? name,
    stateTitle: branches[name]?.states[state]?.title ?? state,
    since: entered,
  }))
}

function linkViews({ programme, procedure }: Sight, { links = {} }: Case): CaseView['links'] {
  return Object.entries(links).flatMap(([kind, ids]) => {
    const link = procedure.links?.[kind]
    if (link === undefined) return []
    const { title, procedure: target, programme: other = programme.id } = link
    return ids.map((id) => ({ kind, title, id, programme: other, procedure: target }))
  })
}

function correctable(sight: Sight, current: Case): readonly string[] {
  const { programme, procedure, actor, state, now } = sight
  const register = programme.registers.find(({ id }) => id === procedure.register)
  const isWriter = allowed(actor, register?.access.write ?? [], current, state.units, dateOf(now))
  return isWriter ? correctableFields(procedure, current, actor, contextOf(sight)) : []
}

function paperView({ programme, procedure }: Sight, { county, id }: Case, paper: StoredPaper): PaperView {
  const folder = `/api/v1/${county}/programmes/${programme.id}/procedures/${procedure.id}/cases/${encodeURIComponent(id)}/papers/${paper.sequence}/${paper.paper}`
  const definition = programme.papers.find((known) => known.id === paper.paper)
  return {
    paper: paper.paper,
    title: definition?.title ?? paper.paper,
    sequence: paper.sequence,
    at: inShanghai(paper.at),
    downloads: Object.fromEntries(
      formatsOf(definition?.form ?? 'table').map((format) => [format, `${folder}.${format}`]),
    ),
  }
}

function disclosureView({ now }: Sight, disclosed: Disclosed): DisclosureView {
  const { title, places, record, from, until, endedBy } = disclosed
  const isRunning = until.kind !== 'due' || isBefore(now, endOf(until.due))
  return { title, places, record, from, until: dueView(until, false), isOver: endedBy !== null || !isRunning }
}
