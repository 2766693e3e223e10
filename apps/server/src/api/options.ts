/** How much anyone may ask of the API. */
export interface ApiOptions {
  /** Requests of one officer in a minute. */
  readonly perOfficer: number
  /** Requests from one address in a minute, signed in or not. */
  readonly perAddress: number
  /** Bytes of a JSON body. */
  readonly largestBody: number
}

/** What is more than anyone does by hand, with room for an office behind one address. */
export const usualOptions: ApiOptions = { perOfficer: 1200, perAddress: 6000, largestBody: 1024 * 1024 }
