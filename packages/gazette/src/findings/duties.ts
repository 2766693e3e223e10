import type { Finding } from '../issue.ts'
import { rosterProblems } from '../mentions/bodies.ts'
import { findOrphanMarkers } from '../mentions/duties.ts'
import { findingIn, type InstrumentCheck } from './finding-sources.ts'

/** Tails of responsibility markers that have lost their beginning. */
export const findOrphans: InstrumentCheck = (sources) =>
  findOrphanMarkers(sources.read).map(({ clause, raw, lines }): Finding => {
    const message = `责任单位括注只剩后半截“${raw.slice(0, 30)}”，前面可能漏印一段任务，请对照原件补齐。`
    return findingIn(sources, 'orphan-marker', message, [lines], clause)
  })

/** Rosters whose columns run into each other. */
export const findScrambledRosters: InstrumentCheck = (sources) => {
  const tables = sources.tables.map(({ table }) => table)
  return rosterProblems(sources.read, tables).map(({ clause, body, lines }): Finding => {
    const message = `${body}人员名单排版错乱，姓名与职务对不上，请对照原件核对。`
    return findingIn(sources, 'roster-scrambled', message, [lines], clause)
  })
}
