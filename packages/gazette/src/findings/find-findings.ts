import type { Finding } from '../issue.ts'
import { findAnnexProblems } from './annexes.ts'
import { findBodyNameVariants, findMembership, findPostConflicts } from './bodies.ts'
import { findCitationConflicts, findUndefinedShortTitles } from './citations.ts'
import { findContentsMismatch, findDoubtfulPages } from './contents.ts'
import { findCountMismatches, findTitleCount } from './counts.ts'
import { findDamagedText } from './damaged-text.ts'
import { findDeadlinesBeforeIssue, findImpossibleDates, findStartsBeforeIssue } from './dates.ts'
import { findNumberForm } from './document-number-form.ts'
import { findDoubledText, findDoubledTowns } from './doubled-text.ts'
import { findOrphans, findScrambledRosters } from './duties.ts'
import {
  type FindingSources,
  type InstrumentCheck,
  type IssueCheck,
  orderedSpans,
} from './finding-sources.ts'
import { findForeignPlaces } from './foreign-places.ts'
import { findForeignWords } from './foreign-words.ts'
import { findOtherInsurance } from './insurances.ts'
import { findLostText } from './lost-text.ts'
import { findNumberingGaps } from './numbering.ts'
import { findUnpairedMarks } from './paired-marks.ts'
import { findMissingPeriods } from './periods.ts'
import { findPersonalData } from './personal-data.ts'
import { findPhaseProblems } from './phases.ts'
import { findPlaceholders } from './placeholders.ts'
import { findSentenceSums } from './sums.ts'
import { findTableProblems } from './tables.ts'
import { findTargetConflicts } from './target-conflicts.ts'
import { findAnnexTitleMismatch, findHeadMismatch, findIssuerMismatch, findTitleMismatch } from './titles.ts'
import { findMissingDuties, findNameVariants, findRepeatedUnits } from './units.ts'
import { findDoubtfulYears } from './years.ts'

const issueChecks: readonly IssueCheck[] = [
  findContentsMismatch,
  findDoubtfulPages,
  findCitationConflicts,
  findPostConflicts,
  findPersonalData,
  findDoubledText,
]

const instrumentChecks: readonly InstrumentCheck[] = [
  findTitleMismatch,
  findIssuerMismatch,
  findHeadMismatch,
  findAnnexTitleMismatch,
  findNumberingGaps,
  findUnpairedMarks,
  findPlaceholders,
  findForeignWords,
  findDoubledTowns,
  findDamagedText,
  findAnnexProblems,
  findUndefinedShortTitles,
  findDeadlinesBeforeIssue,
  findStartsBeforeIssue,
  findImpossibleDates,
  findPhaseProblems,
  findTableProblems,
  findNameVariants,
  findRepeatedUnits,
  findMissingDuties,
  findOrphans,
  findScrambledRosters,
  findForeignPlaces,
  findSentenceSums,
  findCountMismatches,
  findTitleCount,
  findLostText,
  findMissingPeriods,
  findDoubtfulYears,
  findOtherInsurance,
  findNumberForm,
  findTargetConflicts,
  findBodyNameVariants,
  findMembership,
]

/** What a careful clerk would mark in red before printing, from the first line to the last. */
export function findFindings(sources: FindingSources): Finding[] {
  const { lines } = sources
  const findings: Finding[] = []
  for (const check of issueChecks) for (const finding of check(sources, lines)) findings.push(finding)
  for (const instrument of sources.instruments)
    for (const check of instrumentChecks)
      for (const finding of check(instrument, lines)) findings.push(finding)
  return groupMany(withoutConsequences(findings)).sort(byLine)
}

/** More findings of a kind in an instrument than this have one cause, and are told as one. */
const mostOfOneKind = 8

function groupMany(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = `${finding.docNumber ?? ''}|${finding.kind}`
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  return [...groups.values()].flatMap((group) => (group.length > mostOfOneKind ? [asOne(group)] : group))
}

function asOne(group: readonly Finding[]): Finding {
  const first = group[0] as Finding
  const message = first.message.replace(/。$/, `（此类问题共${group.length}处）。`)
  return { ...first, message, lines: orderedSpans(group.flatMap(({ lines }) => lines)) }
}

/** Kinds that a marker without its beginning brings about on its lines, and that say nothing new beside it. */
const consequences = new Set(['unclosed-mark', 'duty-missing'])

/** How many lines above a marker's tail the clause may stand that has lost its marker. */
const linesAboveTail = 4

function withoutConsequences(findings: readonly Finding[]): Finding[] {
  const tails = findings.filter(({ kind }) => kind === 'orphan-marker').flatMap(({ lines }) => lines)
  const near = new Set<number>()
  for (const [first, last] of tails)
    for (let line = first - linesAboveTail; line <= last; line++) near.add(line)
  return findings.filter(({ kind, lines }) => !(consequences.has(kind) && near.has(lines[0]?.[0] ?? 0)))
}

function byLine(a: Finding, b: Finding): number {
  return (a.lines[0]?.[0] ?? 0) - (b.lines[0]?.[0] ?? 0)
}
