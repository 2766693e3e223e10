import { clausesBrokenOff } from '../structure/broken-off.ts'
import { findingIn, type InstrumentCheck } from './finding-sources.ts'

/** Sentences that stop in the middle where all around them are whole, and those whose rest was found elsewhere. */
export const findLostText: InstrumentCheck = (sources) => {
  const lost = clausesBrokenOff(sources.read.clauses).map(({ clause, whole: { text } }) => {
    const message = `“${text.slice(-12)}”句末没有标点，语句疑似中断，请对照原件核对是否漏印或错排。`
    return { clause, message }
  })
  const moved = sources.read.clauses.flatMap(({ clause, whole: { text }, restFrom }) => {
    if (restFrom === undefined) return []
    const { line, at } = restFrom
    const message = `“${text.slice(Math.max(0, at - 12), at)}”之后的文字印在第${line}行，已接回，请对照原件核对是否错排。`
    return [{ clause, message }]
  })
  return [...lost, ...moved].map(({ clause, message }) => {
    const [, last] = clause.lines
    return findingIn(sources, 'lost-text', message, [[last, last]], clause.id)
  })
}
