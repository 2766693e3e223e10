import type { ReadClause } from '../reading.ts'
import { spanOf } from '../traced-text.ts'
import { readAnnexHead } from './annex-head.ts'
import type { BodyLine } from './body-lines.ts'
import { joinParagraphs, type Paragraph } from './joining.ts'
import { createNumbering, type Numbering } from './numbering.ts'
import type { PrintedLine } from './printed-lines.ts'
import { splitHeading } from './split-heading.ts'

/**
 * The clauses of one instrument, in reading order. `text-start` among its lines marks where the text that a
 * covering notice sends begins; `barrier` what no sentence runs over.
 */
export function readClauses(lines: readonly BodyLine[]): StructuredClause[] {
  const numbering = createNumbering()
  const clauses: StructuredClause[] = []
  let run: (PrintedLine | null)[] = []
  const flush = () => {
    for (const paragraph of joinParagraphs(run)) {
      clauses.push(readClause(paragraph, numbering))
    }
    run = []
  }
  for (const line of lines) {
    if (line === 'text-start') {
      flush()
      numbering.startText()
    } else run.push(line === 'barrier' ? null : line)
  }
  flush()
  return clauses
}

/** A clause with the places in its whole text that its fields hold; what lies between them is left out. */
export interface StructuredClause extends ReadClause {
  readonly kept: readonly { readonly start: number; readonly end: number }[]
}

function readClause({ traced, label }: Paragraph, numbering: Numbering): StructuredClause {
  const lines = spanOf(traced)
  const text = traced.text
  if (label !== null) {
    const place = numbering.placeLabel(label)
    const split = splitHeading(text, label)
    const { heading, headingStart, headingEnd, textStart } = split
    return {
      clause: { ...place, label: label.text, heading, text: split.text, lines },
      whole: traced,
      kept: [
        { start: 0, end: label.text.length },
        { start: headingStart, end: headingEnd },
        { start: textStart, end: text.length },
      ],
    }
  }
  const annex = readAnnexHead(text)
  if (annex === null) {
    const place = numbering.placeParagraph()
    const clause = { ...place, label: null, heading: null, text, lines }
    return { clause, whole: traced, kept: [{ start: 0, end: text.length }] }
  }
  const place = numbering.placeAnnex(annex.name)
  return {
    clause: { ...place, label: annex.name, heading: annex.title, text: '', lines },
    whole: traced,
    kept: [
      { start: 0, end: annex.name.length },
      { start: text.length - (annex.title?.length ?? 0), end: text.length },
    ],
  }
}
