import { findFieldMeta, type RecordOf } from '@luoshi/kernel'
import { certificates, sources, type villages } from './registers.ts'

type Batch = RecordOf<typeof certificates.fields>
type Village = RecordOf<typeof villages.fields>

/** What is left of one kind of blank certificate. */
export interface Stock {
  readonly certificate: string
  /** As a user reads it: 县自行印制 */
  readonly sources: readonly string[]
  readonly received: number
  readonly used: number
  readonly left: number
  /** Batches of which more was used than had come in: a slip to be looked into. */
  readonly overdrawn: readonly string[]
}

/** Blank certificates by kind, over all batches. */
export function stockOf(batches: readonly Batch[]): readonly Stock[] {
  return [...Map.groupBy(batches, ({ certificate }) => certificate)].map(([certificate, all]) => {
    const received = all.reduce((sum, batch) => sum + batch.received, 0)
    const used = all.reduce((sum, batch) => sum + batch.used, 0)
    return {
      certificate,
      sources: [...new Set(all.map(({ source }) => sources[source]))],
      received,
      used,
      left: received - used,
      overdrawn: all.filter((batch) => batch.used > batch.received).map(({ number }) => number),
    }
  })
}

/** The share of villages with a service point, in per cent to one place, rounded down; null where there are none. */
export function coverageOf(all: readonly Pick<Village, 'isCovered'>[]): string | null {
  if (all.length === 0) return null
  const covered = all.filter(({ isCovered }) => isCovered).length
  return (Math.floor((covered * 1000) / all.length) / 10).toFixed(1)
}

/** The three sources, in the order in which the notice names them. */
export const sourceLabels = Object.values(findFieldMeta(certificates.fields.def.shape.source)?.choices ?? {})
