import type { ReadClause } from '../reading.ts'
import { spanOf } from '../traced-text.ts'
import { readAnnexHead } from './annex-head.ts'
import { createAnnexList } from './annex-list.ts'
import type { BodyLine } from './body-lines.ts'
import { joinParagraphs, type Paragraph } from './joining.ts'
import type { Label } from './labels.ts'
import { createNumbering, isDeeper, type Numbering } from './numbering.ts'
import type { PrintedLine } from './printed-lines.ts'
import { splitAtLabels } from './split-at-labels.ts'
import { splitHeading } from './split-heading.ts'

/** A clause with the places in its whole text that its fields hold; what lies between them is left out. */
export interface StructuredClause extends ReadClause {
  readonly kept: readonly { readonly start: number; readonly end: number }[]
}

/**
 * The clauses of one instrument, in reading order. `text-start` among its lines marks where the text that a
 * covering notice sends begins; `barrier` what no sentence runs over.
 */
export function readClauses(lines: readonly BodyLine[]): StructuredClause[] {
  const numbering = createNumbering()
  const clauses: StructuredClause[] = []
  for (const text of splitTexts(lines)) {
    const paragraphs = splitAtLabels(withoutAnnexLabels(joinParagraphs(text)))
    for (const [index, paragraph] of paragraphs.entries()) {
      clauses.push(readClause(paragraph, paragraphs[index + 1] ?? null, numbering))
    }
    numbering.startText()
  }
  return clauses
}

/** The covering notice and the text that it sends, each with its barriers as null. */
function splitTexts(lines: readonly BodyLine[]): (PrintedLine | null)[][] {
  const texts: (PrintedLine | null)[][] = [[]]
  for (const line of lines) {
    if (line === 'text-start') texts.push([])
    else texts.at(-1)?.push(line === 'barrier' ? null : line)
  }
  return texts
}

function withoutAnnexLabels(paragraphs: readonly Paragraph[]): Paragraph[] {
  const list = createAnnexList()
  return paragraphs.map((paragraph) =>
    list.isEntry(paragraph.traced.text, paragraph.label) ? { ...paragraph, label: null } : paragraph,
  )
}

function readClause(paragraph: Paragraph, next: Paragraph | null, numbering: Numbering): StructuredClause {
  const { traced, label } = paragraph
  if (label !== null) return readNumbered(traced, label, next, numbering)
  const lines = spanOf(traced)
  const { text } = traced
  const annex = readAnnexHead(text)
  const whole = { whole: traced, kept: [{ start: 0, end: text.length }] }
  if (annex !== null) {
    const place = numbering.placeAnnex(annex.name)
    return { clause: { ...place, label: null, heading: text, text: '', lines }, ...whole }
  }
  const place = numbering.placeParagraph(/[：:]$/.test(text) ? (next?.label ?? null) : null)
  return { clause: { ...place, label: null, heading: null, text, lines }, ...whole }
}

function readNumbered(
  traced: Paragraph['traced'],
  label: Label,
  next: Paragraph | null,
  numbering: Numbering,
): StructuredClause {
  const place = numbering.placeLabel(label)
  const isAlone = next === null || (next.label !== null && !isDeeper(next.label, label))
  const { heading, text, headingStart, headingEnd, textStart } = splitHeading(traced.text, label, !isAlone)
  return {
    clause: { ...place, label: label.text, heading, text, lines: spanOf(traced) },
    whole: traced,
    kept: [
      { start: 0, end: label.text.length },
      { start: headingStart, end: headingEnd },
      { start: textStart, end: traced.text.length },
    ],
  }
}
