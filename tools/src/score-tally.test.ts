import { describe, expect, it } from 'vitest'
import { sumTallies, tally } from './score-tally.ts'

interface Found {
  lines: [number, number]
  text: string
  optional?: boolean
}

const comparison = {
  place: { measure: 'amounts', gazette: 'qingyuan-2024-01', docNumber: null },
  isRight: (mark: Found, reading: Found) => mark.lines[0] === reading.lines[0] && mark.text === reading.text,
  markText: ({ text }: Found) => text,
  readingText: ({ text }: Found) => text,
} as const

const found = (line: number, text: string, optional = false): Found => ({
  lines: [line, line],
  text,
  optional,
})

describe('tally', () => {
  it('counts what is right, and lists what was missed and what was read in vain', () => {
    const { marked, read, right, differences } = tally(
      [found(3, 'a'), found(5, 'b')],
      [found(3, 'a'), found(7, 'c')],
      comparison,
    )
    expect({ marked, read, right }).toEqual({ marked: 2, read: 2, right: 1 })
    expect(differences.map(({ kind, line, what }) => [kind, line, what])).toEqual([
      ['missed', 5, 'b'],
      ['false', 7, 'c'],
    ])
  })

  it('pairs each mark with a reading of its own', () => {
    const { marked, read, right } = tally([found(3, 'a'), found(3, 'a')], [found(3, 'a')], comparison)
    expect({ marked, read, right }).toEqual({ marked: 2, read: 1, right: 1 })
  })

  it('counts an optional mark neither as a miss nor as a false find', () => {
    const marks = [found(3, 'a'), found(4, 'b', true), found(5, 'c', true)]
    const { marked, read, right, differences } = tally(marks, [found(3, 'a'), found(4, 'b')], comparison)
    expect({ marked, read, right, differences }).toEqual({ marked: 1, read: 1, right: 1, differences: [] })
  })

  it('adds up', () => {
    const one = tally([found(3, 'a')], [], comparison)
    const other = tally([], [found(3, 'a')], comparison)
    const { marked, read, right, differences } = sumTallies([one, other])
    expect({ marked, read, right, count: differences.length }).toEqual({
      marked: 1,
      read: 1,
      right: 0,
      count: 2,
    })
  })
})
