import {
  accessFilter,
  type Case,
  caseSchemaOf,
  clearFieldsOf,
  dateOf,
  documentNumberText,
  type Fields,
  findProcedure,
  isReached,
  nameOutside,
  type Paper,
  type PaperContent,
  type PaperFacts,
  type PaperInput,
  paperContent,
  personalFieldsOf,
  placeholdersIn,
  proceduresOf,
  textsOf,
} from '@luoshi/kernel'
import {
  findPaperMoment,
  isPaperUnchanged,
  type PaperMoment,
  type PaperVersion,
  recordsAt,
  reveal,
  type StoredCase,
} from '@luoshi/store'
import { apiIssue } from '../api/api-issues.ts'
import type { AnyIssue } from '../api/refusal.ts'
import { type Sight, unitName } from '../api/views/sight.ts'
import type { Services } from '../services.ts'
import { placesOf } from './places-of.ts'

/** Which paper of a case, and in which version. */
export interface PaperAsked {
  /** Number of the action that produced it. */
  readonly sequence: number
  readonly paper: string
  readonly version: PaperVersion
}

/** A paper filled in as it was when it was produced; or what stands against giving it out. */
export type PaperFilled =
  | {
      readonly kind: 'filled'
      readonly content: PaperContent
      readonly made: Date
      /** Whether it says what it said when it was first written out. */
      readonly isUnchanged: boolean
    }
  | { readonly kind: 'refused'; readonly issues: readonly AnyIssue[] }

/**
 * Fills in a paper of a case from the log as it was when the action produced it. Who gets the authorities' own version
 * reads personal data clear, and that is kept; the public's version is masked but for what a clause shows.
 */
export async function fillPaper(
  services: Services,
  sight: Sight,
  { case: current }: StoredCase,
  asked: PaperAsked,
): Promise<PaperFilled> {
  const { db, vault } = services
  const { programme, procedure } = sight
  const produced = { county: current.county, case: current.id, sequence: asked.sequence, paper: asked.paper }
  const paper = programme.papers.find(({ id }) => id === asked.paper)
  // The public's version is masked when it is filled in: sums and agreement of rows need what is masked.
  const moment = await findPaperMoment(db, { vault, isClear: true }, procedure, produced)
  if (paper === undefined || moment === null)
    return refused(apiIssue('paper-unknown', { paper: asked.paper }))
  const rows = await rowsOf(services, sight, paper, moment)
  if ('kind' in rows) return rows
  if (asked.version === 'own') {
    const kept = await keepReading(services, sight, paper, rows)
    if (kept !== null) return kept
  }
  const content = paperContent(paper, inputOf(sight, paper, moment, rows, asked.version))
  const now = sight.now
  const isUnchanged = await isPaperUnchanged(db, vault, produced, asked.version, content, now)
  return { kind: 'filled', content, made: new Date(moment.at), isUnchanged }
}

/** The cases that fill a paper in: the case itself, or records of another register, all of which one must be let read. */
async function rowsOf(
  { db, vault }: Services,
  sight: Sight,
  paper: Paper,
  moment: PaperMoment,
): Promise<readonly Case[] | Extract<PaperFilled, { kind: 'refused' }>> {
  const { programme, procedure, actor, state, now } = sight
  if (paper.register === procedure.register || paper.form === 'text') return [moment.case]
  const kept = proceduresOf(programme).find(({ register }) => register === paper.register)
  if (kept === undefined) return refused(apiIssue('paper-unknown', { paper: paper.id }))
  const where = Object.fromEntries(
    Object.entries(paper.rows ?? {}).map(([field, own]) => [field, moment.case.data[own] ?? null]),
  )
  const wanted = { county: moment.case.county, programme, at: moment.at, where }
  const rows = await recordsAt(db, { vault, isClear: true }, kept, wanted)
  const filter = accessFilter(actor, kept.access.read, state.units, dateOf(now))
  if (rows.every((row) => isReached(filter, row))) return rows
  return refused(apiIssue('paper-rows-hidden', { paper: paper.title, register: kept.title }))
}

/** Keeps that personal data that stand in a paper were read clear; null where that is kept or nothing personal stands in it. */
async function keepReading(
  services: Services,
  { programme, procedure, actor, state, now }: Sight,
  paper: Paper,
  rows: readonly Case[],
): Promise<Extract<PaperFilled, { kind: 'refused' }> | null> {
  const [first] = rows
  const own = first === undefined ? undefined : findProcedure(programme, first.procedure)
  if (first === undefined || own === undefined) return null
  const named = new Set(fieldsIn(paper))
  const personal = personalFieldsOf(caseSchemaOf(own)).map(({ path: [name] }) => name ?? '')
  const fields = [...new Set(personal)].filter((name) => named.has(name))
  if (fields.length === 0) return null
  const asked = {
    county: first.county,
    cases: rows.map(({ id }) => id),
    fields,
    by: actor,
    reason: `生成文书《${paper.title}》（${procedure.title}）`,
  }
  const revealed = await reveal(services.db, programme, asked, {
    now,
    units: state.units,
    vault: services.vault,
  })
  if (revealed.kind === 'revealed') return null
  return revealed.kind === 'refused' ? { kind: 'refused', issues: revealed.issues } : refused(revealed.issue)
}

/** Fields that stand in a paper. */
function fieldsIn(paper: Paper): readonly string[] {
  return paper.form === 'table'
    ? paper.columns.flatMap(({ field }) => (field === null ? [] : [field]))
    : textsOf(paper).flatMap((text) => placeholdersIn(text).map(({ name }) => name))
}

function inputOf(
  { programme, state }: Sight,
  paper: Paper,
  moment: PaperMoment,
  rows: readonly Case[],
  version: PaperVersion,
): PaperInput {
  const { case: then, at, reason, number } = moment
  const places = placesOf(then.county)
  const date = dateOf(at)
  const facts: PaperFacts = {
    unit: nameOutside(unitName(state, then.unit, date), places['县']),
    county: places['县'],
    case: then.id,
    number: number === null ? null : documentNumberText(number),
    date,
    reason,
  }
  return {
    schema: schemaOf(paper, programme),
    records: rows.map(({ data }) => data),
    facts,
    places,
    clear: version === 'own' ? null : clearFieldsOf(paper),
  }
}

/** The fields of a paper's register, and what its cases fill in besides. */
function schemaOf(paper: Paper, programme: Sight['programme']): Fields {
  const procedure = proceduresOf(programme).find(({ register }) => register === paper.register)
  if (procedure === undefined) throw new Error(`paper ${paper.id} has no register`)
  return caseSchemaOf(procedure)
}

function refused(issue: AnyIssue): Extract<PaperFilled, { kind: 'refused' }> {
  return { kind: 'refused', issues: [issue] }
}
