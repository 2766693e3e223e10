import type { ReadClause } from '../reading.ts'
import { findingIn, type InstrumentCheck, type InstrumentSources } from './finding-sources.ts'

/** Ends of a sentence or of a list's item. */
const ends = '。；！？：:;.!?”》）)…'
const brokenOff = /[\u4e00-\u9fff，、]/

/** Paragraphs beside a broken one that must be whole, so that the list is known to be one of sentences. */
const fewestWhole = 3

/** Shortest paragraph without a label that is prose for sure. */
const shortestParagraph = 50

/** Sentences that stop in the middle where all around them are whole. */
export const findLostText: InstrumentCheck = (sources) => {
  const groups = new Map<string, ReadClause[]>()
  for (const clause of sources.read.clauses) {
    const { label, parent, heading, id } = clause.clause
    if (heading !== null || id.startsWith('附')) continue
    const key = `${parent ?? ''}|${label === null ? '' : '#'}`
    const group = groups.get(key)
    if (group) group.push(clause)
    else groups.set(key, [clause])
  }
  return [...groups.values()].flatMap((group) => brokenAmong(sources, group))
}

function brokenAmong(sources: InstrumentSources, group: readonly ReadClause[]) {
  const broken = group.filter(isBrokenOff)
  if (broken.length === 0) return []
  const whole = group.filter(
    ({ whole: { text } }) => text !== '' && ends.includes(text.charAt(text.length - 1)),
  ).length
  if (whole < fewestWhole || broken.length > whole / 3) return []
  return broken.map(({ clause, whole: { text } }) => {
    const [, last] = clause.lines
    const message = `“${text.slice(-12)}”句末没有标点，语句疑似中断，请对照原件核对是否漏印或错排。`
    return findingIn(sources, 'lost-text', message, [[last, last]], clause.id)
  })
}

function isBrokenOff({ clause, whole: { text } }: ReadClause): boolean {
  if (!brokenOff.test(text.charAt(text.length - 1)) || !/[，：:]/.test(text)) return false
  return clause.label === null
    ? text.length >= shortestParagraph && text.includes('，')
    : /[：:]/.test(text) || text.length >= shortestParagraph
}
