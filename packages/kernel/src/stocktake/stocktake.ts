import type { Cite } from '../cite.ts'
import type { Case } from '../procedure/case.ts'
import type { Parameter } from '../rule/parameter.ts'
import type { IsoDate } from '../time/calendar.ts'

/** What a clause asks of a register as a whole: a share, a count, a standing of all its records. */
export interface Stocktake {
  readonly kind: 'stocktake'
  /** ASCII, unique in its programme: `ratable` */
  readonly id: string
  readonly title: string
  readonly basis: Cite
  /** Id of the register that is counted. */
  readonly register: string
  /** Ids of registers that are looked at with it: what was paid of each debt. */
  readonly beside?: readonly string[]
  /** Of all records that were not withdrawn, as they stand. Pure: the same records on the same day give the same. */
  readonly count: (
    records: readonly StocktakeRecord[],
    around: StocktakeContext,
    beside?: RecordsBeside,
  ) => Counted
}

/** The records of the registers that a stocktake looks at with its own, by register. */
export type RecordsBeside = Readonly<Record<string, readonly StocktakeRecord[]>>

/** A record or case as far as a stocktake needs it; personal fields are masked. */
export type StocktakeRecord = Pick<Case, 'id' | 'state' | 'data' | 'opened' | 'latest'>

/** All that a stocktake depends on besides the records. */
export interface StocktakeContext {
  readonly today: IsoDate
  /** Region slug. */
  readonly county: string
  /** Names of the county’s units that stand today. */
  readonly units: readonly string[]
  /** What the unit with that id is called today; the id itself for none. */
  readonly nameOf: (unit: string) => string
  /** What a parameter is today, by the county’s own value where it has one; undefined where it is not set. */
  readonly settingOf: <Value>(parameter: Parameter<Value>) => Value | undefined
}

/** What was counted. */
export interface Counted {
  /** One or more whole sentences. */
  readonly says: string
  /** Whether it is as the clause wants it; null where the clause wants nothing, or nothing can be said yet. */
  readonly isMet: boolean | null
  /** What is told one by one: what keeps it from being met, or each one’s standing. */
  readonly findings: readonly { readonly name: string; readonly message: string }[]
}

/** What records hold, as a stocktake knows it from the register that it names. */
export function dataOf<Data>(records: readonly Pick<StocktakeRecord, 'data'>[]): readonly Data[] {
  return records.map(({ data }) => data as unknown as Data)
}

/** A stocktake. */
export function defineStocktake(definition: Omit<Stocktake, 'kind'>): Stocktake {
  return Object.freeze({ kind: 'stocktake', ...definition })
}
