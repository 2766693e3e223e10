import type { Clause } from '../issue.ts'
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
export function readClauses(lines: readonly BodyLine[]): ReadClause[] {
  const numbering = createNumbering()
  const clauses: ReadClause[] = []
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

function readClause(paragraph: Paragraph, numbering: Numbering): ReadClause {
  const { traced, label } = paragraph
  const annex = label === null ? readAnnexHead(traced.text) : null
  if (annex !== null) {
    const place = numbering.placeAnnex(annex.name)
    return withText(traced, {
      ...place,
      label: annex.name,
      heading: annex.title,
      text: '',
      lines: spanOf(traced),
    })
  }
  if (label === null) {
    const place = numbering.placeParagraph()
    return withText(traced, {
      ...place,
      label: null,
      heading: null,
      text: traced.text,
      lines: spanOf(traced),
    })
  }
  const place = numbering.placeLabel(label)
  const { heading, text } = splitHeading(traced.text, label)
  return withText(traced, { ...place, label: label.text, heading, text, lines: spanOf(traced) })
}

function withText(
  whole: Paragraph['traced'],
  { id, parent, label, level, heading, text, lines }: Clause,
): ReadClause {
  return { clause: { id, parent, label, level, heading, text, lines }, whole }
}
