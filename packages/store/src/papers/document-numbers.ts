import { type DocumentNumber, dateOf, type Effect, type NumberSeries, type Programme } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import type { Decided } from '../log/perform.ts'
import { together } from '../log/together.ts'

/**
 * Stores what was decided with the numbers of its papers, taken in the same transaction: a number that is taken is used,
 * and one that is not used is not taken.
 *
 * @param sequence of the entry in its case's log
 * @param store gives null where another action came first
 */
export async function withDocumentNumbers<Stored>(
  db: Database,
  programme: Programme,
  decided: Decided,
  sequence: number,
  store: (inside: Database, decided: Decided) => Promise<Stored | null>,
): Promise<Stored | null> {
  const { effects } = decided.payload
  if (!effects.some((effect) => seriesOf(programme, effect) !== undefined)) return store(db, decided)
  return together(db, async (inside) => {
    const numbered: Effect[] = []
    for (const effect of effects) {
      const series = seriesOf(programme, effect)
      numbered.push(
        series === undefined || effect.kind !== 'paper'
          ? effect
          : { ...effect, number: await take(inside, decided, sequence, effect.paper, series) },
      )
    }
    return store(inside, { ...decided, payload: { ...decided.payload, effects: numbered } })
  })
}

function seriesOf({ papers }: Programme, effect: Effect): NumberSeries | undefined {
  if (effect.kind !== 'paper') return undefined
  const paper = papers.find(({ id }) => id === effect.paper)
  return paper?.form === 'text' ? paper.number : undefined
}

async function take(
  db: Database,
  { payload, after }: Decided,
  sequence: number,
  paper: string,
  { mark }: NumberSeries,
): Promise<DocumentNumber> {
  const { county, id } = after
  const year = Number(dateOf(payload.event.at).slice(0, 4))
  const { rows } = await sql<{ count: number }>`
    select take_document_number(${county}, ${mark}, ${year}::integer, ${id}, ${sequence}::integer, ${paper}) as count`.execute(
    db,
  )
  return { mark, year, count: rows[0]?.count ?? 0 }
}
