import expected from './fixtures/expected-instruments.json' with { type: 'json' }

/** What a real gazette's text says of one of its instruments, looked up by hand. */
export interface ExpectedInstrument {
  /** Name of the gazette: `county-year-number`. */
  readonly file: string
  readonly docNumber: string
  /** As the body prints it, misprints included, without layout spaces. */
  readonly title: string
  readonly issuer: string
  readonly addressees: string
  readonly issuedOn: string
  /** Page that the table of contents prints, right or wrong. */
  readonly page: number
  /** From the title's first line to the instrument's last line that is not blank. */
  readonly lines: readonly [number, number]
}

/** The 60 instruments of the five real gazettes, in the order in which they stand. */
export function expectedInstruments(): readonly ExpectedInstrument[] {
  return expected as unknown as ExpectedInstrument[]
}

/**
 * Text with the differences that no reader is judged by taken out: spaces, and full or half width of brackets and
 * punctuation.
 */
export function foldWidth(text: string): string {
  return text
    .replace(/\s+/gu, '')
    .replace(/[！-～]/gu, (full) => String.fromCharCode(full.charCodeAt(0) - 0xfee0))
}
