import { counties } from '@luoshi/counties'
import {
  countedFacts,
  expectedDuties,
  expectedInstruments,
  foldWidth,
  isDutyRight,
  requireRealGazettes,
} from '@luoshi/testing'
import { describe, expect, it } from 'vitest'
import type { Instrument, Issue, Span } from './issue.ts'
import { read } from './read.ts'
import { rebuild } from './rebuild.ts'

const readings = requireRealGazettes().map(({ name, path, text }) => ({
  name,
  path,
  text,
  issue: read(text, { file: path, counties }),
}))

describe('instruments of the five gazettes', () => {
  it.each(readings)('reads the $name instruments in their order', ({ name, issue }) => {
    const expected = expectedInstruments().filter(({ file }) => file === name)
    expect(issue.instruments.map(({ docNumber }) => docNumber)).toEqual(
      expected.map(({ docNumber }) => docNumber),
    )
  })

  it.each(expectedInstruments())('reads every fact of $file $docNumber', (expected) => {
    const issue = readings.find(({ name }) => name === expected.file)?.issue
    const found = issue?.instruments.find(({ docNumber }) => docNumber === expected.docNumber)
    expect(found && factsOf(found)).toEqual({
      title: foldWidth(expected.title),
      issuer: expected.issuer,
      addressees: foldWidth(expected.addressees),
      issuedOn: expected.issuedOn,
      page: expected.page,
      lines: expected.lines,
    })
  })

  it('reads 60 of them', () => {
    expect(readings.flatMap(({ issue }) => issue.instruments)).toHaveLength(60)
  })
})

describe('responsibility markers of the five gazettes', () => {
  it.each(countedFacts)('finds the $markers markers of $gazette', ({ gazette, markers }) => {
    const issue = readings.find(({ name }) => name === gazette)?.issue
    expect(issue?.instruments.flatMap(({ duties }) => duties)).toHaveLength(markers)
  })
})

describe('unit lists of the five gazettes', () => {
  it('reads at least 99 % of them with all units, roles and dates', () => {
    const expected = [...expectedDuties()].flatMap(([gazette, duties]) =>
      duties.map((duty) => ({ gazette, duty })),
    )
    const wrong = expected.filter(({ gazette, duty }) => {
      const issue = readings.find(({ name }) => name === gazette)?.issue
      return !issue?.instruments.some(({ duties }) => duties.some((read) => isDutyRight(duty, read)))
    })
    const lines = wrong.map(({ gazette, duty }) => `${gazette}:${duty.lines[0]}`)
    expect(lines.length, lines.join(' ')).toBeLessThanOrEqual(expected.length * 0.01)
  })
})

describe('every reading of a real gazette', () => {
  it.each(readings)('gives $name back byte for byte', ({ text, issue }) => {
    expect(rebuild(issue)).toBe(text)
  })

  it.each(readings)('reads $name the same twice', ({ path, text, issue }) => {
    expect(read(text, { file: path, counties })).toEqual(issue)
  })

  it.each(readings)('names only lines that $name has', ({ text, issue }) => {
    const count = text.split('\n').length
    for (const [first, last] of allSpans(issue)) {
      expect(first).toBeGreaterThanOrEqual(1)
      expect(first).toBeLessThanOrEqual(last)
      expect(last).toBeLessThanOrEqual(count)
    }
  })

  it.each(readings)(
    'gives each clause of $name an id of its own in its instrument, and a parent that stands',
    ({ issue }) => {
      for (const { docNumber, clauses } of issue.instruments) {
        const ids = new Set(clauses.map(({ id }) => id))
        expect([docNumber, ids.size]).toEqual([docNumber, clauses.length])
        const orphans = clauses.filter(({ parent }) => parent !== null && !ids.has(parent))
        expect([docNumber, orphans]).toEqual([docNumber, []])
      }
    },
  )

  it.each(readings)('names for what it finds in $name only clauses that stand', ({ issue }) => {
    for (const instrument of issue.instruments) {
      const ids = new Set(instrument.clauses.map(({ id }) => id))
      const named = mentionsOf(instrument).map(({ clause }) => clause)
      expect(named.filter((id) => !ids.has(id))).toEqual([])
    }
  })
})

function factsOf({ title, issuer, addressees, issuedOn, page, lines }: Instrument) {
  return { title: foldWidth(title), issuer, addressees: foldWidth(addressees ?? ''), issuedOn, page, lines }
}

function mentionsOf({
  duties,
  deadlines,
  targets,
  amounts,
  citations,
  bodies,
}: Instrument): { clause: string }[] {
  return [...duties, ...deadlines, ...targets, ...amounts, ...citations, ...bodies]
}

function allSpans({ contents, instruments, findings, repairs }: Issue): Span[] {
  const ofInstruments = instruments.flatMap((instrument) => [
    instrument.lines,
    ...instrument.clauses.map(({ lines }) => lines),
    ...instrument.duties.map(({ lines }) => lines),
    ...instrument.deadlines.map(({ lines }) => lines),
    ...instrument.targets.map(({ lines }) => lines),
    ...instrument.amounts.map(({ lines }) => lines),
    ...instrument.citations.map(({ lines }) => lines),
    ...instrument.annexes.flatMap(({ lines }) => (lines === null ? [] : [lines])),
    ...instrument.bodies.flatMap(({ members }) => members.map(({ lines }) => lines)),
    ...instrument.tables.flatMap(({ lines, rows }) => [lines, ...rows.map(({ line }): Span => [line, line])]),
  ])
  return [
    ...contents.map(({ lines }) => lines),
    ...ofInstruments,
    ...findings.flatMap(({ lines }) => lines),
    ...repairs.map(({ line }): Span => [line, line]),
  ]
}
