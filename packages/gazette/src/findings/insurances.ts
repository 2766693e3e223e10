import { lineAt } from '../traced-text.ts'
import { findingIn, type InstrumentCheck } from './finding-sources.ts'

/** 居民基本医疗保险 */
const insurance = /(医疗|养老|失业|工伤|生育)保险/g

/** So often a notice must name its own insurance in the text for another one to be a slip. */
const LEAST_OWN = 2

/** A notice about one insurance, by its title, names another in a single place: one word for another. */
export const findOtherInsurance: InstrumentCheck = (sources) => {
  const titled = new Set([...sources.instrument.title.matchAll(insurance)].map(([, kind = '']) => kind))
  const [own, ...more] = titled
  if (own === undefined || more.length > 0) return []
  const named = sources.read.clauses.flatMap(({ clause, whole }) =>
    [...whole.text.matchAll(insurance)].map((match) => ({
      kind: match[1] ?? '',
      line: lineAt(whole, match.index),
      clause: clause.id,
    })),
  )
  const byKind = Map.groupBy(named, ({ kind }) => kind)
  if ((byKind.get(own)?.length ?? 0) < LEAST_OWN) return []
  return [...byKind].flatMap(([kind, [first, ...others]]) => {
    if (kind === own || first === undefined || others.length > 0) return []
    const message = `标题和正文别处写的都是${own}保险，此处写作${kind}保险，疑为笔误，请核对。`
    return [findingIn(sources, 'insurance-differs', message, [[first.line, first.line]], first.clause)]
  })
}
