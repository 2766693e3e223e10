import type { ProposedDuty } from '@luoshi/programmes/supervision'
import { type Database, findingsOf, publishedInstruments, publishedVersions } from '@luoshi/store'
import { noticeAddress } from '../web/addresses.ts'
import { proposeDuties } from './propose-duties.ts'

/** Markers whose clause is lost that are looked for at most in a county. */
const MOST_LOST = 5000

/** A notice that is published, and where. */
export interface PublishedNotice {
  readonly title: string
  readonly href: string
  /** Which reading of its issue it is, from 1. */
  readonly version: number
}

/** What a county's published gazettes order. */
export interface PublishedProposals {
  readonly proposals: readonly ProposedDuty[]
  /** By document number. */
  readonly notices: ReadonlyMap<string, PublishedNotice>
}

interface Kept {
  readonly versions: string
  readonly proposals: Promise<PublishedProposals>
}

const kept = new WeakMap<Database, Map<string, Kept>>()

/** Reads what a county's published gazettes order; anew only where something else was published since. */
export async function publishedProposals(db: Database, county: string): Promise<PublishedProposals> {
  const versions = await publishedVersions(db, county)
  const byCounty = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, byCounty)
  const known = byCounty.get(county)
  if (known?.versions === versions) return known.proposals
  const proposals = readProposals(db, county)
  byCounty.set(county, { versions, proposals })
  proposals.catch(() => byCounty.delete(county))
  return proposals
}

async function readProposals(db: Database, county: string): Promise<PublishedProposals> {
  const [read, lost] = await Promise.all([
    publishedInstruments(db, county),
    findingsOf(db, { county, kind: 'orphan-marker', limit: MOST_LOST }),
  ])
  const proposals = read.flatMap(({ head, instrument }) =>
    proposeDuties({
      instruments: [instrument],
      findings: lost.filter(({ notice }) => notice?.address === head.address).map(({ finding }) => finding),
    }),
  )
  const notices = new Map(
    read.flatMap(({ head, instrument: { docNumber, title } }) =>
      docNumber === null
        ? []
        : [[docNumber, { title, href: noticeAddress(head), version: head.version }] as const],
    ),
  )
  return { proposals, notices }
}
