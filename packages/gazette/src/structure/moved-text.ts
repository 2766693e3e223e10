import { signsOf } from '../signs.ts'
import { concatTraced, sliceTraced, spanOf } from '../traced-text.ts'
import { clausesBrokenOff } from './broken-off.ts'
import type { StructuredClause } from './clauses.ts'

/** The rest of a sentence that stands on a line where it does not belong: behind a space, to the line's end. */
interface Stray {
  /** Index of the clause in which it stands. */
  readonly clause: number
  /** Where it begins in that clause's whole text. */
  readonly at: number
  readonly text: string
  readonly line: number
}

/** Longest piece of a roster or a table cell before a stray one. */
const longestCell = 24

/** Shortest stray text behind such cells, which a post is not. */
const shortestProse = 20

const sentenceEnd = /[。！？]$/
const sentenceSign = /[，。；：:、]/
const startsLikeText = /^[\u4e00-\u9fff]/

/**
 * Where columns or pages were run together, the rest of a sentence can stand lines away. A clause that stops in the
 * middle of a word gets it back where just one such rest goes on with a word that the instrument has elsewhere: 负责加 +
 * 大对…, since 加大 is one. All else stays as it is.
 */
export function joinMovedText(clauses: readonly StructuredClause[]): StructuredClause[] {
  const broken = new Set(clausesBrokenOff(clauses))
  if (broken.size === 0) return [...clauses]
  const strays = clauses.flatMap(straysIn)
  if (strays.length === 0) return [...clauses]
  const words = clauses.map(({ whole: { text } }) => text).join('\n')
  const joined = [...clauses]
  const taken = new Set<number>()
  for (const [index, clause] of clauses.entries()) {
    if (!broken.has(clause)) continue
    const last = clause.whole.text.slice(-1)
    const fitting = strays.filter(
      (stray) =>
        stray.clause !== index && !taken.has(stray.clause) && words.includes(last + stray.text.charAt(0)),
    )
    const [only, ...others] = fitting
    if (only === undefined || others.length > 0) continue
    taken.add(only.clause)
    const donor = joined[only.clause] as StructuredClause
    joined[index] = withRest(joined[index] as StructuredClause, donor, only)
    joined[only.clause] = cutAt(donor, only)
  }
  return joined
}

/** Texts that begin behind a space of a clause's line and may belong elsewhere. */
function straysIn({ whole, clause: { label } }: StructuredClause, clause: number): Stray[] {
  const { text, pieces } = whole
  if (!sentenceEnd.test(text)) return []
  return pieces.flatMap((piece, index) => {
    const before = pieces[index - 1]
    if (before === undefined || before.line !== piece.line) return []
    if (piece.column <= before.column + before.width) return []
    const [head, rest] = [text.slice(0, piece.at), text.slice(piece.at)]
    if (!startsLikeText.test(rest) || pieces.slice(index).some(({ line }) => line !== piece.line)) return []
    const isBehindSentence = sentenceEnd.test(head)
    const isBehindCells =
      label === null &&
      head.length <= longestCell &&
      !sentenceSign.test(head) &&
      rest.length >= shortestProse &&
      sentenceSign.test(rest)
    return isBehindSentence || isBehindCells ? [{ clause, at: piece.at, text: rest, line: piece.line }] : []
  })
}

/** The clause with what was its rest. It still stands on its own lines. */
function withRest(
  broken: StructuredClause,
  donor: StructuredClause,
  { at, text, line }: Stray,
): StructuredClause {
  const { clause, whole, kept } = broken
  const all = concatTraced([whole, sliceTraced(donor.whole, at)])
  const ending = kept.at(-1)
  const longer = ending === undefined ? [] : [{ ...ending, end: all.text.length }]
  return {
    clause: { ...clause, text: clause.text + text },
    whole: all,
    signs: signsOf(all.text),
    kept: [...kept.slice(0, -1), ...longer],
    restFrom: { line, at: whole.text.length },
  }
}

/** The clause without what is another's. */
function cutAt({ clause, whole, kept, ...others }: StructuredClause, { at, text }: Stray): StructuredClause {
  const left = sliceTraced(whole, 0, at)
  return {
    ...others,
    clause: { ...clause, text: clause.text.slice(0, -text.length), lines: spanOf(left) },
    whole: left,
    signs: signsOf(left.text),
    kept: kept.flatMap(({ start, end }) => (start < at ? [{ start, end: Math.min(end, at) }] : [])),
  }
}
