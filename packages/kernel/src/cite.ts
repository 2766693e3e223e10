/** Where something comes from: a clause of a county's instrument, or an article of a law. */
export type Cite = InstrumentCite | LawCite

/** Lines of an instrument. Its key is county and document number together: neighbours write the same numbers. */
export interface InstrumentCite {
  readonly kind: 'instrument'
  /** Region slug. */
  readonly county: string
  /** 清政办发〔2026〕7号 */
  readonly docNumber: string
  /** First and last line in the gazette's file, from 1. */
  readonly lines: readonly [number, number]
}

/** An article of a law, regulation or standard. */
export interface LawCite {
  readonly kind: 'law'
  /** Short title: 行政许可法 */
  readonly title: string
  /** As one would say it: 第四十二条 */
  readonly article: string
}

/** An instrument to cite lines of. */
export function instrument(
  county: string,
  docNumber: string,
): { lines(first: number, last?: number): InstrumentCite } {
  return {
    lines: (first, last = first) => ({ kind: 'instrument', county, docNumber, lines: [first, last] }),
  }
}

/** An article of a law: `law('行政许可法', '第四十二条')`. */
export function law(title: string, article: string): LawCite {
  return { kind: 'law', title, article }
}

/** The cite as a user reads it. */
export function citeText(cite: Cite): string {
  if (cite.kind === 'law') return `《${cite.title}》${cite.article}`
  const [first, last] = cite.lines
  return `${cite.docNumber}第${first === last ? first : `${first}—${last}`}行`
}
