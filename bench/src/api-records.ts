import { countyBySlug } from '@luoshi/counties'
import { seededUnitCode } from '../../apps/server/src/surroundings/seed-county.ts'

/** County of the benchmark. */
export const COUNTY = 'qingyuan'

/** Records, and units among which they are spread: whoever asks sees those of one unit. */
export const [RECORDS, UNITS] = [10_000, 20]

/** Records of a page. */
export const PAGE = 20

/** Who asks: an account with one post. */
export const [OFFICER, PASSWORD] = ['bench-clerk', 'Qing-Yuan-2026']

/** A register of three fields without personal data, and the role that writes to it. */
export const [PROGRAMME, PROCEDURE, ROLE] = ['approval-linkage', 'villages', 'township']

const county = countyBySlug.get(COUNTY)
if (county === undefined) throw new Error('the demo county is gone')

/** Codes of the units; the first is the officer's. */
export const units: readonly string[] = county.units
  .slice(1, UNITS + 1)
  .map(({ name }) => seededUnitCode(county, name))

/** Id of a record by its number. */
export function recordId(number: number): string {
  return `${PROCEDURE}-${number}`
}

/** What a record says; no two of one name. */
export function recordOf(name: string): Readonly<Record<string, unknown>> {
  return { village: `${name}村`, township: '麦田乡', isCovered: true }
}

/** Numbers of the records that the officer may read. */
export const readable: readonly number[] = Array.from(
  { length: RECORDS / UNITS },
  (_, index) => index * UNITS,
)
