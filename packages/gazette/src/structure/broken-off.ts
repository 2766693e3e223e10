import type { ReadClause } from '../reading.ts'

/** Ends of a sentence or of a list's item. */
const ends = '。；！？：:;.!?”》）)…'
const brokenOff = /[\u4e00-\u9fff，、]/

/** Paragraphs beside a broken one that must be whole, so that the list is known to be one of sentences. */
const fewestWhole = 3

/** Shortest paragraph without a label that is prose for sure. */
const shortestParagraph = 50

/** Clauses whose sentence stops in the middle where all around them are whole. */
export function clausesBrokenOff<Read extends ReadClause>(clauses: readonly Read[]): Read[] {
  const groups = new Map<string, Read[]>()
  for (const clause of clauses) {
    const { label, parent, heading, id } = clause.clause
    if (heading !== null || id.startsWith('附')) continue
    const key = `${parent ?? ''}|${label === null ? '' : '#'}`
    const group = groups.get(key)
    if (group) group.push(clause)
    else groups.set(key, [clause])
  }
  return [...groups.values()].flatMap(brokenAmong)
}

function brokenAmong<Read extends ReadClause>(group: readonly Read[]): readonly Read[] {
  const broken = group.filter(isBrokenOff)
  if (broken.length === 0) return []
  const whole = group.filter(
    ({ whole: { text } }) => text !== '' && ends.includes(text.charAt(text.length - 1)),
  ).length
  return whole < fewestWhole || broken.length > whole / 3 ? [] : broken
}

function isBrokenOff({ clause, whole: { text } }: ReadClause): boolean {
  if (!brokenOff.test(text.charAt(text.length - 1)) || !/[，：:]/.test(text)) return false
  return clause.label === null
    ? text.length >= shortestParagraph && text.includes('，')
    : /[：:]/.test(text) || text.length >= shortestParagraph
}
