import reviewed from './fixtures/reviewed-findings.json' with { type: 'json' }

/** A finding of the reader over a real gazette, judged by hand against the gazette's text. */
export interface ReviewedFinding {
  /** Name of the gazette: `county-year-number`. */
  readonly gazette: string
  readonly kind: string
  readonly docNumber: string | null
  /** First line that the finding names. */
  readonly line: number
  /** Whether a careful clerk would mark it; false for a false alarm. */
  readonly verdict: boolean
  readonly reason: string
}

/** All findings over the five real gazettes that were judged. */
export function reviewedFindings(): readonly ReviewedFinding[] {
  return reviewed
}
