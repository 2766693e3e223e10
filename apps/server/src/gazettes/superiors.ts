import type { Citation, Instrument } from '@luoshi/gazette'

/** Laws stand behind every notice: sharing one makes no two notices the same. */
const law = /(?:法|条例|规定|办法|纲要|细则)$/

/**
 * Tells which citations name what the notice carries out: those before its first numbered clause that are neither the
 * county's own nor a law.
 */
export function isSuperiorIn(
  { clauses, docNumber, title, issuer }: Instrument,
  county: string,
): (citation: Citation) => boolean {
  const first = clauses.findIndex(({ label }) => label !== null)
  const preamble = new Set(clauses.slice(0, first === -1 ? clauses.length : first).map(({ id }) => id))
  const own = docNumber?.slice(0, 2) ?? ''
  return (citation) => {
    if (!preamble.has(citation.clause)) return false
    const isOwn = own !== '' && citation.docNumber?.startsWith(own) === true
    if (isOwn || citation.title === title || (county !== '' && citation.title.includes(county))) return false
    if (issuer !== null && citation.title.startsWith(issuer)) return false
    return citation.docNumber !== null || !law.test(citation.title)
  }
}
