import { describe, expect, it } from 'vitest'
import { expectedInstruments } from './expected-instruments.ts'
import { type MarkedNotice, markedSet } from './marked-set.ts'

const notices = markedSet().flatMap(({ gazette, notices }) => notices.map((notice) => ({ gazette, notice })))

describe('markedSet', () => {
  it('marks at least seven notices over all five gazettes', () => {
    expect(notices.length).toBeGreaterThanOrEqual(7)
    expect(new Set(notices.map(({ gazette }) => gazette)).size).toBe(5)
  })

  it.each(notices)('marks only lines inside $notice.docNumber', ({ gazette, notice }) => {
    const instrument = expectedInstruments().find(
      ({ file, docNumber }) => file === gazette && docNumber === notice.docNumber,
    )
    expect(notice.lines).toEqual(instrument?.lines)
    for (const [first, last] of spansOf(notice)) {
      expect(first).toBeLessThanOrEqual(last)
      expect(first).toBeGreaterThanOrEqual(notice.lines[0])
      expect(last).toBeLessThanOrEqual(notice.lines[1])
    }
  })

  it.each(notices)('gives each clause of $notice.docNumber an id of its own and a parent', ({ notice }) => {
    const ids = notice.clauses.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const parents = notice.clauses
      .map(({ id }) => id.split('.').slice(0, -1).join('.'))
      .filter((id) => id !== '')
    expect(parents.filter((id) => !ids.includes(id))).toEqual([])
  })

  it.each(notices)('gives each row of $notice.docNumber one cell a column', ({ notice }) => {
    for (const table of notice.tables) {
      for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length)
    }
  })
})

function spansOf(notice: MarkedNotice): (readonly [number, number])[] {
  const marks = [...notice.clauses, ...notice.deadlines, ...notice.amounts, ...notice.citations]
  return [...marks.map(({ lines }) => lines), ...notice.outside, ...notice.joins]
}
