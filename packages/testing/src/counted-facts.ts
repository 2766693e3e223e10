/** What was counted by hand over a whole gazette. */
export interface CountedFacts {
  /** Name of the gazette: `county-year-number`. */
  readonly gazette: string
  /** Responsibility markers, inline and on lines of their own. */
  readonly markers: number
  /** Breaks inside a sentence, tables and rosters left out. */
  readonly breaks: number
}

/** Counts over the five real gazettes: 539 responsibility markers, 648 breaks inside a sentence. */
export const countedFacts: readonly CountedFacts[] = [
  { gazette: 'wutai-2021-03b', markers: 98, breaks: 150 },
  { gazette: 'wutai-2021-04', markers: 53, breaks: 82 },
  { gazette: 'wutai-2022-04b', markers: 137, breaks: 201 },
  { gazette: 'wutai-2023-02', markers: 100, breaks: 128 },
  { gazette: 'wuzhai-2022-02', markers: 151, breaks: 87 },
]
