import type { Finding } from '../issue.ts'
import { rosterProblems } from '../mentions/bodies.ts'
import { findOrphanMarkers, type OrphanMarker } from '../mentions/duties.ts'
import type { ReadClause } from '../reading.ts'
import { sign } from '../signs.ts'
import { findingIn, type InstrumentCheck, linesOf } from './finding-sources.ts'

/** 单位：, which every such tail has. */
const unitLabel = /[位门][:：]/

/** Tails of responsibility markers that have lost their beginning, alone or joined to the text before them. */
export const findOrphans: InstrumentCheck = (sources) => {
  const clauses = sources.read.clauses.filter(
    ({ whole, signs }) => (signs & sign.colon) !== 0 && unitLabel.test(whole.text),
  )
  if (clauses.length === 0) return []
  const orphans = findOrphanMarkers({ ...sources.read, clauses })
  const known = new Set(orphans.map(({ clause }) => clause))
  const joined = clauses.filter(({ clause }) => !known.has(clause.id)).flatMap(joinedOrphans)
  return [...orphans, ...joined].map(({ clause, raw, lines }): Finding => {
    const message = `责任单位括注只剩后半截“${raw.slice(0, 30)}”，前面可能漏印一段任务，请对照原件补齐。`
    return findingIn(sources, 'orphan-marker', message, [lines], clause)
  })
}

/** 智能水表单位：县水利局、县供电公司）: a label outside of all brackets, and the bracket that closes its list. */
const labelledTail = /(?:责任|牵头|配合)?(?:单位|部门)[:：][^。；（()）]{4,200}[)）]/

function joinedOrphans(clause: ReadClause): OrphanMarker[] {
  const { text } = clause.whole
  const match = labelledTail.exec(text)
  if (match === null) return []
  const before = text.slice(0, match.index)
  const isOpen = before.split(/[（(]/).length > before.split(/[）)]/).length
  if (isOpen) return []
  const lines = linesOf(clause, { start: match.index, end: match.index + match[0].length })
  return [{ clause: clause.clause.id, raw: match[0], lines }]
}

/** Rosters whose columns run into each other. */
export const findScrambledRosters: InstrumentCheck = (sources) => {
  const tables = sources.tables.map(({ table }) => table)
  return rosterProblems(sources.read, tables).map(({ clause, body, lines }): Finding => {
    const message = `${body}人员名单排版错乱，姓名与职务对不上，请对照原件核对。`
    return findingIn(sources, 'roster-scrambled', message, [lines], clause)
  })
}
