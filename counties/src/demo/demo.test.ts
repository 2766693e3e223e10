import { readFileSync } from 'node:fs'
import { type Deadline, type Instrument, type Issue, read, rebuild } from '@luoshi/gazette'
import { foldWidth } from '@luoshi/testing'
import { describe, expect, it, test } from 'vitest'
import { counties } from '../index.ts'
import expected from './fixtures/expectations.json' with { type: 'json' }
import { demoGazettePath } from './index.ts'

const text = readFileSync(demoGazettePath, 'utf8')
const issue: Issue = read(text, { file: 'gazette.txt', counties })
const { instruments } = issue

test('the demo gazette is rebuilt byte for byte', () => {
  expect(rebuild(issue)).toBe(text)
})

test('the masthead says what, whose and when', () => {
  expect(issue).toMatchObject(expected.issue)
})

test('the contents give every entry with its number and page', () => {
  expect(issue.contents.map(({ lines, page, docNumber }) => ({ lines, page, docNumber }))).toEqual(
    expected.contents,
  )
})

describe('instruments', () => {
  it('are all found, in their order', () => {
    expect(instruments.map(({ docNumber }) => docNumber)).toEqual(
      expected.instruments.map(({ docNumber }) => docNumber),
    )
  })

  it.each(expected.instruments)('have every fact: $docNumber', (instrument) => {
    const found = instruments.find(({ docNumber }) => docNumber === instrument.docNumber)
    expect(found && headOf(found)).toEqual(headOf(instrument))
  })
})

test.each(expected.clauses)('$label on line $line stands in its place in the tree', (clause) => {
  const found = instruments
    .flatMap(({ clauses }) => clauses)
    .filter(({ lines, label }) => {
      return lines[0] === clause.line && foldWidth(label ?? '') === foldWidth(clause.label)
    })
  expect(found.map(({ level, heading }) => ({ level, heading }))).toEqual([
    { level: clause.level, heading: clause.heading },
  ])
})

test.each(expected.joins)('lines %i and %i are one', (upper = 0, lower = 0) => {
  const joins = issue.repairs.filter(({ before, after }) => before.includes('\n') && !after.includes('\n'))
  expect(joins.some(({ line }) => line >= upper && line < lower)).toBe(true)
})

test('duties bind their units by their canonical names', () => {
  const found = instruments.flatMap(({ duties }) => duties)
  expect(found.map(({ lines, units, deadline }) => [lines, unitsText(units), deadline])).toEqual(
    expected.duties.map(({ lines, units, deadline }) => [lines, units, deadline ?? null]),
  )
})

test.each(expected.deadlines)('line %i is due %s', (line, due) => {
  const found = instruments
    .flatMap(({ deadlines }) => deadlines)
    .filter(({ lines }) => covers(lines, Number(line)))
  expect(found.map(dueText)).toContain(due)
})

test.each(expected.targets)('line %i sets a target: %s %s %s', (line, operator, value, unit) => {
  const found = instruments
    .flatMap(({ targets }) => targets)
    .filter(({ lines }) => covers(lines, Number(line)))
  expect(found.map((target) => [target.operator, target.value, target.unit])).toContainEqual([
    operator,
    value,
    unit,
  ])
})

test('money is read in exact 元', () => {
  const found = instruments
    .flatMap(({ amounts }) => amounts)
    .filter(({ lines }) => !expected.tables.some((table) => covers(table.lines, lines[0])))
  expect(found.map(({ lines, yuan }) => [lines[0], yuan])).toEqual(expected.amounts)
})

test.each(expected.citations)('line %i cites 《%s》 %s', (line, title, docNumber) => {
  const found = instruments.flatMap(({ citations }) => citations).filter(({ lines }) => lines[0] === line)
  expect(found.map((citation) => [citation.title, citation.docNumber])).toContainEqual([title, docNumber])
})

test.each(expected.annexes)('$instrument names the annex $title', ({ instrument, title, isPrinted }) => {
  const annexes = instruments.find(({ docNumber }) => docNumber === instrument)?.annexes
  const found = annexes?.filter((annex) => annex.title === title)
  expect(found?.map(({ lines }) => lines !== null)).toEqual([isPrinted])
})

test.each(expected.bodies)(
  '$name has its members and its office',
  ({ instrument, name, members, office }) => {
    const bodies = instruments.find(({ docNumber }) => docNumber === instrument)?.bodies
    const found = bodies?.find((body) => body.name === name)
    expect(found?.office).toBe(office)
    const people = found?.members.filter(({ person }) => person !== null)
    expect(people?.map(({ lines, role, person, post }) => [lines[0], role, person, post])).toEqual(members)
  },
)

describe('tables', () => {
  it('are all found, and nothing else is taken for one', () => {
    const found = instruments.flatMap(({ tables }) => tables)
    expect(found.map(({ lines }) => lines)).toEqual(expected.tables.map(({ lines }) => lines))
  })

  it.each(expected.tables)('have every cell: lines $lines', ({ lines, columns, rows }) => {
    const found = instruments.flatMap(({ tables }) => tables).find((table) => covers(lines, table.lines[0]))
    expect(found?.columns).toEqual(columns)
    const read = found?.rows.map(({ line, kind, cells }, index) => {
      const judged = rows[index]?.[2]
      return [line, kind, Array.isArray(judged) ? cells.map((cell, at) => judged[at] && cell) : null]
    })
    expect(read).toEqual(rows.map(([line, kind, cells]) => [line, kind, cells]))
  })
})

test.each(expected.findings)('$kind is found: $about', ({ kind, lines, words }) => {
  const found = issue.findings.filter((finding) => {
    return finding.kind === kind && finding.lines.some((span) => lines.some((line) => covers(span, line)))
  })
  expect(found.some(({ message }) => words.every((word) => message.includes(word)))).toBe(true)
})

test('nothing is found that was not planted', () => {
  const isPlanted = ({ kind, lines }: Issue['findings'][number]) =>
    expected.findings.some((planted) => {
      return planted.kind === kind && lines.some((span) => planted.lines.some((line) => covers(span, line)))
    })
  const others = issue.findings.filter((finding) => !isPlanted(finding))
  expect(others.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([])
})

interface Head extends Omit<Pick<Instrument, keyof (typeof expected.instruments)[number]>, 'lines'> {
  readonly lines: readonly number[]
}

function headOf(head: Head) {
  const { docNumber, title, issuer, addressees, issuedOn, page, lines } = head
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

/** Units by role, as the expectations write them: `牵头:县水利局 配合:县公安局、县财政局`. */
function unitsText(units: Instrument['duties'][number]['units']): string {
  const names = Map.groupBy(units, (unit) => unit.as)
  return [...names].map(([role, bound]) => `${role}:${bound.map(({ name }) => name).join('、')}`).join(' ')
}

/** A date, `3 workday`, or `every` for what recurs. */
function dueText({ date, duration, recurrence }: Deadline): string | null {
  if (date) return date
  if (duration) return `${duration.amount} ${duration.unit}`
  return recurrence && 'every'
}

function covers(span: readonly number[], line: number): boolean {
  const [first = 0, last = 0] = span
  return first <= line && line <= last
}
