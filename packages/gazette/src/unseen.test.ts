import { foldWidth, type UnseenInstrument, unseenNotices } from '@luoshi/testing'
import { describe, expect, it } from 'vitest'
import type { Deadline, Instrument } from './issue.ts'
import { read } from './read.ts'
import { rebuild } from './rebuild.ts'

const readings = unseenNotices().map((notice) => ({
  ...notice,
  issue: read(notice.text, { file: notice.file, counties: [] }),
}))

describe('notices of places and forms never seen before', () => {
  it.each(readings)('reads what $name is and whose it is', ({ issue, expected }) => {
    expect(issue).toMatchObject(expected.issue)
    expect(issue.instruments.map(headOf)).toMatchObject(expected.instruments.map(expectedHeadOf))
  })

  it.each(readings)('reads the numbering of $name', ({ issue, expected }) => {
    expect(judged(issue.instruments, expected.instruments, clausesOf)).toEqual(
      wanted(expected.instruments, ({ clauses }) =>
        clauses?.map(([label, ...rest]) => [foldWidth(label), ...rest]),
      ),
    )
  })

  it.each(readings)('reads who must do what in $name', ({ issue, expected }) => {
    expect(judged(issue.instruments, expected.instruments, dutiesOf)).toEqual(
      wanted(expected.instruments, ({ duties }) =>
        duties?.map(([line, units, deadline]) => [line, foldWidth(units.replaceAll(' ', '，')), deadline]),
      ),
    )
  })

  it.each(readings)('reads what is due when in $name', ({ issue, expected }) => {
    for (const [index, { deadlines }] of expected.instruments.entries()) {
      const found =
        issue.instruments[index]?.deadlines.map((deadline) => [deadline.lines[1], dueOf(deadline)]) ?? []
      expect(found).toEqual(expect.arrayContaining([...(deadlines ?? [])]))
    }
  })

  it.each(readings)('reads what $name cites', ({ issue, expected }) => {
    expect(judged(issue.instruments, expected.instruments, citationsOf)).toEqual(
      wanted(expected.instruments, ({ citations }) =>
        citations?.map(([line, title, docNumber]) => [line, foldWidth(title), docNumber]),
      ),
    )
  })

  it.each(readings)('reads the money in $name', ({ issue, expected }) => {
    expect(judged(issue.instruments, expected.instruments, amountsOf)).toEqual(
      wanted(expected.instruments, ({ amounts }) => amounts),
    )
  })

  it.each(readings)('reads annexes, tables and rosters of $name', ({ issue, expected }) => {
    expect(judged(issue.instruments, expected.instruments, partsOf)).toEqual(
      wanted(expected.instruments, ({ annexes, tables, bodies }) => ({ annexes, tables, bodies })),
    )
  })

  it.each(readings)('gives $name back byte for byte', ({ issue, text }) => {
    expect(rebuild(issue)).toBe(text)
  })
})

/** What each expected instrument's reading gives, or undefined where nothing is expected of it. */
function judged<Part>(
  read: readonly Instrument[],
  expected: readonly UnseenInstrument[],
  partOf: (instrument: Instrument, expected: UnseenInstrument) => Part,
) {
  return expected.map((one, index) => {
    const instrument = read[index]
    return instrument && partOf(instrument, one)
  })
}

function wanted<Part>(
  expected: readonly UnseenInstrument[],
  partOf: (expected: UnseenInstrument) => Part,
): Part[] {
  return expected.map(partOf)
}

function headOf({ docNumber, title, issuer, addressees, issuedOn, page, lines }: Instrument) {
  return {
    docNumber,
    title: foldWidth(title),
    issuer,
    addressees: addressees === null ? null : foldWidth(addressees),
    issuedOn,
    page,
    lines,
  }
}

function expectedHeadOf(expected: UnseenInstrument) {
  const { docNumber, title, issuer, addressees, issuedOn, page, lines } = expected
  const head = {
    docNumber,
    title: title === undefined ? undefined : foldWidth(title),
    issuer,
    addressees: typeof addressees === 'string' ? foldWidth(addressees) : addressees,
    issuedOn,
    page,
    lines,
  }
  return Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined))
}

function clausesOf({ clauses }: Instrument, expected: UnseenInstrument) {
  if (expected.clauses === undefined) return undefined
  const { clausesFrom = 0, clausesUntil = Number.POSITIVE_INFINITY } = expected
  return clauses
    .filter(({ label, lines }) => label !== null && lines[0] >= clausesFrom && lines[0] <= clausesUntil)
    .map(({ label, level, lines, heading }) => {
      const clause = [foldWidth(label ?? ''), level, lines[0]]
      const isHeadingJudged = expected.clauses?.find(([, , line]) => line === lines[0])?.[3] !== undefined
      return isHeadingJudged ? [...clause, foldWidth(heading ?? '')] : clause
    })
}

function dutiesOf({ duties }: Instrument, expected: UnseenInstrument) {
  if (expected.duties === undefined) return undefined
  return duties.map(({ lines, units, deadline }) => [
    lines[0],
    foldWidth(units.map(({ printed, as }) => `${as}:${printed}`).join('，')),
    deadline,
  ])
}

function dueOf({ date, duration, recurrence }: Deadline): string | null {
  return date ?? recurrence ?? (duration === null ? null : `${duration.amount} ${duration.unit}`)
}

function citationsOf({ citations }: Instrument, expected: UnseenInstrument) {
  if (expected.citations === undefined) return undefined
  return citations.map(({ lines, title, docNumber }) => [lines[0], foldWidth(title), docNumber])
}

function amountsOf({ amounts, tables }: Instrument, expected: UnseenInstrument) {
  if (expected.amounts === undefined) return undefined
  const inTable = (line: number) => tables.some(({ lines }) => line >= lines[0] && line <= lines[1])
  return amounts.filter(({ lines }) => !inTable(lines[0])).map(({ lines, yuan }) => [lines[0], yuan])
}

function partsOf({ annexes, tables, bodies }: Instrument, expected: UnseenInstrument) {
  return {
    annexes: expected.annexes && annexes.map(({ title, lines }) => [title, lines !== null]),
    tables:
      expected.tables &&
      tables.map(({ columns, rows }) => ({
        columns,
        rows: rows.map(({ line, kind, cells }) => [line, kind, cells]),
      })),
    bodies:
      expected.bodies &&
      bodies.map(({ name, office, members }) => ({
        name,
        office,
        members: members.map(({ role, person }) => `${role} ${person}`),
      })),
  }
}
