/**
 * What the API says and hears, as types: the server answers by them, the desk and other programs read by them. Its
 * OpenAPI document has them as JSON Schemas: `npx vitest run tools/src/contract-schemas -u` makes those anew.
 */

export type * from './contract/acting.ts'
export type * from './contract/campaigns.ts'
export type * from './contract/cases.ts'
export type * from './contract/catalogues.ts'
export type * from './contract/comparisons.ts'
export type * from './contract/disclosures.ts'
export type * from './contract/enforcement.ts'
export type * from './contract/indicators.ts'
export type * from './contract/limits.ts'
export type * from './contract/my-day.ts'
export type * from './contract/programmes.ts'
export type * from './contract/refusals.ts'
export type * from './contract/reports.ts'
export type * from './contract/scores.ts'
export type * from './contract/session.ts'
export type * from './contract/stocktakes.ts'
export type * from './contract/supervision.ts'
export type * from './contract/tally.ts'
export type * from './contract/transfer.ts'
export type * from './contract/what-if.ts'
