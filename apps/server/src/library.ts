import { citedLinesAddress } from './web/addresses.ts'

/** The published gazettes, as far as a clause is linked to its lines in them. */
export interface Library {
  /** Address that leads to lines of a document, or says that it is not published. */
  linesAddress(county: string, docNumber: string, lines: readonly [number, number]): string
}

/** The gazettes that the portal shows. */
export const publishedGazettes: Library = { linesAddress: citedLinesAddress }
