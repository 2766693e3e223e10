import { counties, countyBySlug } from '@luoshi/counties'
import { type Instrument, type Issue, read } from '@luoshi/gazette'
import type { FindingToStore, InstrumentToStore, IssueToStore } from '@luoshi/store'
import { issueTitle } from '../chinese-words.ts'
import { lastAtOrBefore } from '../halving.ts'
import { deadlineRows, dutyRows, unitsOf } from './clause-rows.ts'
import { effectsOf } from './effects.ts'
import { passagesOf } from './passages.ts'
import { personalColumns } from './personal-columns.ts'
import { isSuperiorIn } from './superiors.ts'
import { documentKind, matterOf, numberParts } from './titles.ts'

/** Slug that stands in addresses for a county which is not known. */
export const unknownCounty = 'other'

/** Name of a county by its slug. */
export function countyName(slug: string): string {
  return countyBySlug.get(slug)?.name ?? '其他县'
}

/** A text as it is read and kept: without what no database keeps. */
export function sourceOf(text: string): string {
  return text.replaceAll('\0', '\uFFFD')
}

/** Reads a text as an issue and makes ready all that is kept of it. */
export function prepareText(text: string, file: string): IssueToStore {
  const source = sourceOf(text)
  return prepareIssue(read(source, { file, counties }), source)
}

/** Makes ready all that is kept of an issue that was read. */
export function prepareIssue(issue: Issue, source: string): IssueToStore {
  const county = issue.county ?? unknownCounty
  const key = issueKey(issue)
  return {
    county,
    key,
    title: issueTitle(issue),
    issue,
    source,
    instruments: issue.instruments.map((instrument) => instrumentToStore(issue, key, instrument)),
    findings: placedFindings(issue),
  }
}

/** 2021-3-下: year, number, part; a loose notice is known by its number, else by its file's name. */
function issueKey(issue: Issue): string {
  if (issue.year !== null && issue.number !== null) {
    return [issue.year, issue.number, issue.part].filter((part) => part !== null).join('-')
  }
  const [only, ...others] = issue.instruments
  if (only?.docNumber != null && others.length === 0) return only.docNumber
  const file = issue.file.split(/[\\/]/).at(-1) ?? ''
  return file.replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N}]+/gu, '-') || 'notice'
}

function instrumentToStore(issue: Issue, key: string, instrument: Instrument): InstrumentToStore {
  const { docNumber, title, clauses, duties, deadlines, tables, lines } = instrument
  const isSuperior = isSuperiorIn(instrument, countyName(issue.county ?? ''))
  const findings = issue.findings.filter(({ lines: [first] }) => isWithin(first, lines)).length
  return {
    place: `${key}-L${lines[0]}`,
    ...numberParts(docNumber),
    kind: documentKind(title),
    matter: matterOf(instrument, issue.county === null ? null : countyName(issue.county)),
    body: instrument,
    units: unitsOf(instrument),
    counts: {
      clauses: clauses.length,
      duties: duties.length,
      deadlines: deadlines.length,
      tables: tables.length,
      findings,
    },
    passages: passagesOf(instrument),
    tables: tables.map((table, index) => ({
      clause: table.clause,
      title: table.title ?? `表 ${index + 1}`,
      columns: table.columns,
      rows: table.rows.filter(({ kind }) => kind === 'row').length,
      lines: table.lines,
      personal: personalColumns(table),
    })),
    citations: instrument.citations.map((citation) => ({ ...citation, isSuperior: isSuperior(citation) })),
    effects: effectsOf(instrument),
    duties: dutyRows(instrument),
    deadlines: deadlineRows(instrument),
  }
}

function isWithin(
  span: readonly [number, number] | undefined,
  [first, last]: readonly [number, number],
): boolean {
  return span !== undefined && span[0] >= first && span[0] <= last
}

/** The findings, each with the instrument in which its first line stands. */
function placedFindings(issue: Issue): FindingToStore[] {
  const starts = issue.instruments.map(({ lines }) => lines[0])
  return issue.findings.map((finding) => {
    const line = finding.lines[0]?.[0]
    const index = line === undefined ? -1 : lastAtOrBefore(starts, line)
    const last = issue.instruments[index]?.lines[1]
    return { instrument: line !== undefined && last !== undefined && line <= last ? index : null, finding }
  })
}
