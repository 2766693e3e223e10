import { dateOf, documentNumberText, type FileReference, type PaperContent } from '@luoshi/kernel'
import { type Entry, entriesOf, filesOf, historyOf, type StoredCase } from '@luoshi/store'
import { recordsReferringTo } from '../api/references.ts'
import type { AnyIssue } from '../api/refusal.ts'
import { historyView } from '../api/views/history-view.ts'
import type { Sight } from '../api/views/sight.ts'
import { fillPaper } from '../papers/fill-paper.ts'
import type { Services } from '../services.ts'

/** One document of a file, filled in. */
export interface DossierPaper {
  readonly title: string
  readonly number: string | null
  /** Day of the action that produced it. */
  readonly date: string
  readonly content: PaperContent
}

/** A file that was handed in with the case or with a record of it. */
export interface DossierFile extends FileReference {
  /** Title of the record that names it. */
  readonly of: string
  readonly case: string
}

/** One line of the trace: who did what, when, on which clause. */
export interface TraceLine {
  readonly at: string
  readonly procedure: string
  readonly action: string
  readonly actor: string
  readonly reason: string
  readonly clause: string
}

/** All that belongs to a case: its documents and those of its records, what was handed in, and its log. */
export interface Dossier {
  readonly title: string
  readonly papers: readonly DossierPaper[]
  readonly files: readonly DossierFile[]
  readonly trace: readonly TraceLine[]
  readonly logs: readonly { readonly case: string; readonly entries: readonly Entry[] }[]
}

/** A file as a whole, or what stands against giving it out. */
export type Collected =
  | { readonly kind: 'collected'; readonly dossier: Dossier }
  | { readonly kind: 'refused'; readonly issues: readonly AnyIssue[] }

/** Collects the file of a case as whoever asks may read it. Clear readings of personal data are kept, as for each paper. */
export async function collectDossier(
  services: Services,
  sight: Sight,
  stored: StoredCase,
): Promise<Collected> {
  const members = [{ sight, stored }, ...(await recordsOf(services, sight, stored))]
  const papers: DossierPaper[] = []
  const files: DossierFile[] = []
  const trace: TraceLine[] = []
  const logs: { case: string; entries: readonly Entry[] }[] = []
  for (const member of members) {
    const { county, id } = member.stored.case
    const entries = await entriesOf(services.db, county, id)
    logs.push({ case: id, entries })
    for (const entry of entries) {
      for (const effect of entry.payload.effects) {
        if (effect.kind !== 'paper') continue
        const asked = { sequence: entry.sequence, paper: effect.paper, version: 'own' } as const
        const filled = await fillPaper(services, member.sight, member.stored, asked)
        if (filled.kind === 'refused') return filled
        const number = effect.number === undefined ? null : documentNumberText(effect.number)
        const { content } = filled
        papers.push({ title: content.title, number, date: dateOf(entry.payload.event.at), content })
      }
      const of = member.sight.procedure.title
      const named = filesOf(member.sight.procedure, entry.payload.event)
      files.push(...named.map((reference) => ({ ...reference, of, case: id })))
    }
    trace.push(...(await traceOf(services, member.sight, id)))
  }
  papers.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  trace.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const dossier = { title: titleOf(sight, stored), papers, files: distinct(files), trace, logs }
  return { kind: 'collected', dossier }
}

function titleOf({ procedure }: Sight, { case: { data } }: StoredCase): string {
  const number = data['number']
  return `${procedure.title}卷宗${typeof number === 'string' ? `（${number}）` : ''}`
}

/** The same file named twice by the same name is in the dossier once. */
function distinct(files: readonly DossierFile[]): readonly DossierFile[] {
  return [...new Map(files.map((file) => [`${file.case} ${file.digest} ${file.name}`, file])).values()]
}

/** A record of the same programme that refers to the case by its key. */
interface Member {
  readonly sight: Sight
  readonly stored: StoredCase
}

/** Records of any register that name this case, as far as whoever asks may read them. */
async function recordsOf(services: Services, sight: Sight, { case: current }: StoredCase): Promise<Member[]> {
  const order = { isLatestFirst: false, limit: MOST_RECORDS }
  const referring = await recordsReferringTo(services.db, sight, current, order)
  const members = referring.flatMap(({ sight: seen, rows }) =>
    rows.map((stored) => ({ sight: seen, stored })),
  )
  return [...new Map(members.map((member) => [member.stored.case.id, member])).values()]
}

/** Records of one kind in one file. */
const MOST_RECORDS = 500

async function traceOf(services: Services, sight: Sight, id: string): Promise<TraceLine[]> {
  const entries = await historyOf(services.db, sight.procedure, sight.state.county, id)
  return historyView(sight, entries).map((line) => ({
    at: line.at,
    procedure: sight.procedure.title,
    action: line.actionTitle,
    actor: line.actor.name,
    reason: line.reason ?? '',
    clause: line.clause?.text ?? '',
  }))
}
