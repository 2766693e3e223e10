/** A condition on the terms of a record, as PostgreSQL's `tsquery` has it. */
export type TermQuery = string

/** Term by which all records of a procedure are found. No text that is searched holds its first character. */
export function procedureTerm(county: string, programme: string, procedure: string): string {
  return `\u0001${county}/${programme}/${procedure}`
}

/** Term by which records of a unit are found. */
export function unitTerm(unit: string): string {
  return `\u0002${unit}`
}

/** Term by which someone's own records are found. */
export function ownerTerm(owner: string): string {
  return `\u0003${owner}`
}

/** Term by which records are found that have that value in a field. */
export function fieldTerm(procedureOf: string, field: string, key: string): string {
  return `\u0004${procedureOf.slice(1)}/${field}=${key}`
}

/** Every one of these. */
export function allOf(queries: readonly TermQuery[]): TermQuery {
  return queries.join(' & ')
}

/** At least one of these; there must be one. */
export function anyOf(queries: readonly TermQuery[]): TermQuery {
  return `(${queries.map((query) => `(${query})`).join(' | ')})`
}

/** A term that must be there. */
export function has(term: string): TermQuery {
  return `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

/**
 * What a record must hold in which a normalised word stands: pairs of its characters that cover it. Its text has yet to
 * be looked at, so that no pair more is asked for than that takes. Null for a single character, which is in no pair of
 * its own.
 */
export function holdsWord(word: string): TermQuery | null {
  const characters = [...word]
  if (characters.length === 1) return null
  const last = characters.length - 2
  const pairs = characters.slice(1).map((next, index) => has(`${characters[index]}${next}`))
  return allOf(pairs.filter((_pair, index) => index % 2 === 0 || index === last))
}
