import type { Finding } from '../issue.ts'
import { findDamagedText } from './damaged-text.ts'
import { findDoubledText } from './doubled-text.ts'
import type { FindingSources, InstrumentCheck, IssueCheck } from './finding-sources.ts'
import { findForeignWords } from './foreign-words.ts'
import { findNumberingGaps } from './numbering.ts'
import { findUnpairedMarks } from './paired-marks.ts'
import { findPersonalData } from './personal-data.ts'
import { findPlaceholders } from './placeholders.ts'
import { findTitleMismatch } from './titles.ts'

const issueChecks: readonly IssueCheck[] = [findPersonalData]

const instrumentChecks: readonly InstrumentCheck[] = [
  findTitleMismatch,
  findNumberingGaps,
  findUnpairedMarks,
  findPlaceholders,
  findForeignWords,
  findDoubledText,
  findDamagedText,
]

/** What a careful clerk would mark in red before printing, from the first line to the last. */
export function findFindings(sources: FindingSources): Finding[] {
  const findings = [
    ...issueChecks.flatMap((check) => check(sources)),
    ...sources.instruments.flatMap((instrument) =>
      instrumentChecks.flatMap((check) => check(instrument, sources.lines)),
    ),
  ]
  return findings.sort(byLine)
}

function byLine(a: Finding, b: Finding): number {
  return (a.lines[0]?.[0] ?? 0) - (b.lines[0]?.[0] ?? 0)
}
