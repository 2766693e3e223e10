import { createHash } from 'node:crypto'
import type { ReadingDifferenceView, RereadingView } from '@luoshi/client'
import { findProcedure } from '@luoshi/kernel'
import {
  type KeptDuty,
  type ProposedDuty,
  type ReadDuty,
  readDuty,
  rereading,
} from '@luoshi/programmes/supervision'
import { type AsOpened, type Database, listAsOpened, listCases } from '@luoshi/store'
import type { Hono } from 'hono'
import { z } from 'zod'
import { type PublishedProposals, publishedProposals } from '../../duties/published-proposals.ts'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import { apiIssue } from '../api-issues.ts'
import { deskAddress } from '../day/day.ts'
import { refuse, refuseActed } from '../refusal.ts'
import { readBody } from '../requests.ts'
import { decideDifference } from './decide-difference.ts'
import { SUPERVISION, type Supervised, supervised, supervisionSight } from './supervised.ts'

/** Differences of one answer; it says how many there are. */
const LISTED = 200

const decisionBody = {
  schema: z.strictObject({
    number: z.string().max(300),
    decision: z.enum(['taken', 'refused']),
    reason: z.string().trim().min(1).max(500),
  }),
  wanted: '差异编号、采用或者不采用，并写明理由',
}

/** Something that a new reading has otherwise, with what is needed to take it over. */
export interface FoundDifference {
  readonly view: ReadingDifferenceView
  /** The proposal of the new reading; null where the duty is gone from it. */
  readonly proposed: ProposedDuty | null
  /** Id of the duty's case; null where there is none. */
  readonly case: string | null
}

/** What a gazette that was read again has otherwise than what was entered from it before. */
export function addRereadingRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const path = `/api/v1/:county/${SUPERVISION}/rereading`
  const { library, services } = context

  app.get(path, async (c) => {
    const seen = supervised(c, context)
    if (seen === null) return refuse(c, library, apiIssue('address-unknown'))
    const published = await publishedProposals(services.db, seen.sight.state.county)
    const found = await openDifferences(context, seen, published)
    const view: RereadingView = {
      all: found.length,
      rows: found.slice(0, LISTED).map((difference) => difference.view),
    }
    return c.json(view)
  })

  app.post(path, async (c) => {
    const body = await readBody(c, decisionBody)
    if (!body.isTold) return refuse(c, library, body.issue)
    const seen = supervised(c, context)
    const sight = supervisionSight(c, context, 'reading-decisions')
    if (seen === null || sight === null) return refuse(c, library, apiIssue('address-unknown'))
    const published = await publishedProposals(services.db, seen.sight.state.county)
    const found = await openDifferences(context, seen, published)
    const asked = found.find(({ view }) => view.number === body.value.number)
    if (asked === undefined) return refuse(c, library, apiIssue('address-unknown'))
    const acted = await decideDifference(context, seen.sight, sight, asked, body.value)
    if (acted.kind === 'done') return c.json({ isDecided: true })
    return refuseActed(c, library, acted)
  })
}

/** The differences on which nobody has decided yet, in the order of the notices. */
async function openDifferences(
  { services }: ApiContext,
  seen: Supervised,
  { proposals, notices }: PublishedProposals,
): Promise<readonly FoundDifference[]> {
  const documents = [...new Set(proposals.map(({ document }) => document))]
  const opened = await listAsOpened(services.db, seen.scope, documents)
  const kept = opened.flatMap((one) => (isSplit(one) ? [] : [{ one, duty: keptDuty(one) }]))
  // Who has entered nothing of a notice is not told that all of it is new.
  const entered = new Set(kept.map(({ duty }) => duty.document))
  const byNumber = new Map(kept.map(({ one, duty }) => [duty.number, one]))
  const read = rereading(
    proposals.filter(({ document }) => entered.has(document)),
    kept.map(({ duty }) => duty),
  )
  const isFollowed = ({ number }: KeptDuty) => byNumber.get(number)?.isDropped === false
  // What nobody has entered of a first reading stands with the notice; it is no difference.
  const isReadAgain = ({ document }: ProposedDuty) => (notices.get(document)?.version ?? 1) > 1
  const titleOf = (document: string) => notices.get(document)?.title ?? document
  const found: FoundDifference[] = [
    ...read.changed.flatMap(({ kept: duty, proposed, differences }) =>
      isFollowed(duty)
        ? [foundOf(seen, titleOf, 'changed', duty, byNumber.get(duty.number), proposed, differences)]
        : [],
    ),
    ...read.gone.flatMap((duty) =>
      isFollowed(duty) ? [foundOf(seen, titleOf, 'gone', duty, byNumber.get(duty.number), null, [])] : [],
    ),
    ...read.added.filter(isReadAgain).map((proposed) => {
      const now = readDuty(proposed)
      const differences = [
        { label: '任务内容', before: '', after: now.content },
        { label: '原文责任单位', before: '', after: now.printedUnits.join('、') },
        { label: '原文期限', before: '', after: now.textDay ?? '' },
      ].filter(({ after }) => after !== '')
      return foundOf(seen, titleOf, 'added', proposed, undefined, proposed, differences)
    }),
  ]
  const decided = await decidedNumbers(
    services.db,
    seen,
    found.map(({ view }) => view.document),
  )
  return found.filter(({ view }) => !decided.has(view.number))
}

function foundOf(
  { sight }: Supervised,
  titleOf: (document: string) => string,
  kind: ReadingDifferenceView['kind'],
  { number, document, title }: Pick<KeptDuty, 'number' | 'document' | 'title'>,
  kept: AsOpened | undefined,
  proposed: ProposedDuty | null,
  differences: readonly { readonly label: string; readonly before: string; readonly after: string }[],
): FoundDifference {
  const state = kept?.stored.case.state
  const told = JSON.stringify([kind, number, differences.map(({ label, after }) => [label, after])])
  const digest = createHash('sha256').update(told).digest('hex').slice(0, 16)
  return {
    view: {
      number: digest,
      kind,
      document,
      noticeTitle: titleOf(document),
      title,
      stateTitle: state === undefined ? null : (sight.procedure.states[state]?.title ?? null),
      href: kept === undefined ? null : deskAddress(sight, kept.stored.case.id),
      differences: differences.map(({ label, before, after }) => ({ label, before, after })),
    },
    proposed,
    case: kept?.stored.case.id ?? null,
  }
}

/** Numbers of differences on which someone has decided. */
async function decidedNumbers(
  db: Database,
  { sight, scope }: Supervised,
  documents: readonly string[],
): Promise<ReadonlySet<string>> {
  const decided = new Set<string>()
  const { programme } = sight
  const procedure = findProcedure(programme, 'reading-decisions')
  if (procedure === undefined) return decided
  for (const document of new Set(documents)) {
    for (let after: string | undefined; ; ) {
      const query = { county: scope.county, programme, procedure, filter: scope.filter, limit: 500 }
      const listed = await listCases(db, { ...query, where: { document }, ...(after ? { after } : {}) })
      if (listed.kind === 'refused') break
      for (const { case: one } of listed.rows) decided.add(String(one.data['number']))
      if (listed.next === null) break
      after = listed.next
    }
  }
  return decided
}

function isSplit({ stored }: AsOpened): boolean {
  return stored.case.data['splitFrom'] !== undefined
}

function keptDuty({ stored, openedWith }: AsOpened): KeptDuty {
  const { data } = stored.case
  return {
    number: String(data['number'] ?? ''),
    document: String(data['document'] ?? ''),
    ...readIn(data),
    first: readIn(openedWith),
  }
}

function readIn(data: Readonly<Record<string, unknown>>): ReadDuty {
  const units = data['printedUnits']
  const day = data['textDay']
  return {
    title: String(data['title'] ?? ''),
    content: String(data['content'] ?? ''),
    printedUnits: Array.isArray(units) ? units.map(String) : [],
    textDay: typeof day === 'string' ? day : null,
    lines: String(data['lines'] ?? ''),
  }
}
