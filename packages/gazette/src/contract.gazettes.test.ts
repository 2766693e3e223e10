import { fileURLToPath } from 'node:url'
import { counties } from '@luoshi/counties'
import { requireRealGazettes } from '@luoshi/testing'
import { contractTypeErrors, contractValidator, requireReaderContract } from '@luoshi/testing/reader-contract'
import { describe, expect, it } from 'vitest'
import { read } from './read.ts'

const contract = requireReaderContract()
const issueFile = fileURLToPath(new URL('./issue.ts', import.meta.url))
const result = {
  issues: requireRealGazettes().map(({ path, text }) => read(text, { file: path, counties })),
}
/** As `luoshi read --format json` prints it. */
const printed: unknown = JSON.parse(JSON.stringify(result))

describe('the contract of the reader', () => {
  it('takes our result type as its own', () => {
    expect(contractTypeErrors(contract, { path: issueFile, type: 'ReadResult' })).toBe('')
  })

  it('refuses a type that is not its own, so that the check above means something', () => {
    expect(contractTypeErrors(contract, { path: issueFile, type: 'Issue' })).toContain('issues')
  })

  it('finds the JSON of the five gazettes valid', () => {
    expect(contractValidator(contract)(printed).slice(0, 20)).toEqual([])
  })

  it('finds JSON that lacks a field, or has a wrong one, not valid', () => {
    const validate = contractValidator(contract)
    expect(validate({ issues: [{}] })).not.toEqual([])
    expect(validate({ issues: [{ ...result.issues[0], year: '2021' }] })).toEqual([
      '/issues/0/year must be number,null',
    ])
  })

  it('writes every date as an ISO date that the calendar has', () => {
    const dates = valuesOf(printed, ['issuedOn', 'date', 'deadline', 'from', 'to'])
    expect(dates.length).toBeGreaterThan(100)
    expect(dates.filter((date) => !isCalendarDate(date))).toEqual([])
  })

  it('writes money and measures as exact decimals', () => {
    const numbers = valuesOf(printed, ['yuan', 'value'])
    expect(numbers.length).toBeGreaterThan(100)
    expect(numbers.filter((number) => !/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(number))).toEqual([])
  })
})

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** Texts under the given keys, anywhere in a JSON value. */
function valuesOf(value: unknown, keys: readonly string[]): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (keys.includes(key) ? [inner] : []) : valuesOf(inner, keys),
  )
}
