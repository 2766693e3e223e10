import type { IsoInstant } from '../time/instant.ts'
import type { Case } from './case.ts'
import type { Procedure } from './procedure.ts'

/** Where a case is on its way, in few words: not taken up yet, going on, done, or no more. */
export type Stage = 'proposed' | 'open' | 'done' | 'dropped'

/** What is kept beside each case of a procedure, so that boards count cases without a look into them. */
export interface StandingDefinition {
  /** Fields of the case by which it is put together with others; none of them personal. */
  readonly fields: {
    /** Tells the case from all others; a part names it as its parent. */
    readonly number: string
    /** Number of the case of which it is a part. */
    readonly parent: string
    /** Document from which it comes, and the clause in it. */
    readonly source: string
    readonly place: string
    /** Per cent. */
    readonly progress: string
  }
  /** States by stage; a case in any other state is dropped. */
  readonly stages: Readonly<Record<Exclude<Stage, 'dropped'>, readonly string[]>>
  /** Limits in which the whole is to be done; the last of them that runs or ran counts. */
  readonly settling: readonly string[]
  /** Open states in which a limit that has been met still says when the whole was to be done: handed back, say. */
  readonly again: readonly string[]
}

/** How a case stands, without its limits' ends, which the calendar gives. */
export interface Standing {
  readonly stage: Stage
  readonly number: string | null
  readonly parent: string | null
  readonly source: string | null
  readonly place: string | null
  /** Per cent: as last reported; 100 once it is done. */
  readonly progress: string
  /** The limit in which the whole is, or was, to be done; null where none has begun. */
  readonly settling: string | null
  /** When it was done; null while it is not. */
  readonly settled: IsoInstant | null
}

/** How a case stands; null where its procedure keeps no standing. */
export function standingOf({ standing }: Procedure, current: Case): Standing | null {
  if (standing === undefined) return null
  const { fields, settling, again } = standing
  const { data, state, clocks } = current
  const stage = stageOf(standing, state)
  const own = settling.flatMap((id) => {
    const clock = clocks[id]
    return clock === undefined ? [] : [{ id, ended: clock.ended }]
  })
  const running = own.filter(({ ended }) => ended === null)
  const met = stage === 'done' || again.includes(state) ? own : []
  const last = (running.length > 0 ? running : met)
    .toSorted((one, other) => ((one.ended ?? '') < (other.ended ?? '') ? -1 : 1))
    .at(-1)
  const textOf = (field: string) => {
    const value = data[field]
    return typeof value === 'string' ? value : null
  }
  return {
    stage,
    number: textOf(fields.number),
    parent: textOf(fields.parent),
    source: textOf(fields.source),
    place: textOf(fields.place),
    progress: stage === 'done' ? '100' : (textOf(fields.progress) ?? '0'),
    settling: last?.id ?? null,
    settled: stage === 'done' ? (last?.ended ?? null) : null,
  }
}

function stageOf({ stages }: StandingDefinition, state: string): Stage {
  const known = (['proposed', 'open', 'done'] as const).find((stage) => stages[stage].includes(state))
  return known ?? 'dropped'
}
