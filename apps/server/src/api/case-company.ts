import { allActions, type Case, type IsoInstant, type Procedure } from '@luoshi/kernel'
import { type Database, disclosuresOf, movesOf, noticesOf, papersOf } from '@luoshi/store'
import { alone, type CaseCompany } from './views/case-view.ts'

/** What cases of a procedure can have besides themselves: what they cannot have is not asked for. */
interface Possible {
  readonly papers: boolean
  readonly disclosures: boolean
  readonly alarms: boolean
}

const possibleOf = new WeakMap<Procedure, Possible>()

/** Disclosures of one case that are shown with it. */
const MOST_DISCLOSURES = 500

/** The papers of a case, what is shown of it in public, what its alarms told, and which of its limits moved. */
export async function companyOf(
  db: Database,
  procedure: Procedure,
  { county, id }: Case,
): Promise<CaseCompany> {
  const { papers, disclosures, alarms } = possible(procedure)
  if (!papers && !disclosures && !alarms) return alone
  const [produced, shown, told, moved] = await Promise.all([
    papers ? papersOf(db, county, id) : [],
    disclosures ? disclosuresOf(db, county, { case: id, limit: MOST_DISCLOSURES }) : [],
    alarms ? noticesOf(db, county, id) : [],
    alarms ? movesOf(db, county, id) : [],
  ])
  return { papers: produced, disclosures: shown, notices: told, moves: moved }
}

/** The same as it was when the case had so many entries, at a moment. */
export function companyAt(company: CaseCompany, version: number, at: IsoInstant): CaseCompany {
  const isBy = (moment: IsoInstant) => Date.parse(moment) <= Date.parse(at)
  return {
    papers: company.papers.filter(({ sequence }) => sequence <= version),
    disclosures: company.disclosures
      .filter(({ sequence }) => sequence <= version)
      .map((shown) => ({
        ...shown,
        endedBy: (shown.endedBy ?? version + 1) <= version ? shown.endedBy : null,
      })),
    notices: company.notices.filter(({ raised }) => isBy(raised)),
    moves: company.moves.filter((move) => isBy(move.at)),
  }
}

function possible(procedure: Procedure): Possible {
  const known = possibleOf.get(procedure)
  if (known !== undefined) return known
  const disclosures = Object.values(procedure.states).some(({ disclosure }) => disclosure !== undefined)
  const found = {
    papers: allActions(procedure).some(({ action }) => (action.papers ?? []).length > 0),
    disclosures,
    alarms: disclosures || Object.keys(procedure.limits).length > 0,
  }
  possibleOf.set(procedure, found)
  return found
}
