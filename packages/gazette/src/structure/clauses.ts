import type { Clause } from '../issue.ts'
import type { ReadClause } from '../reading.ts'
import { signsOf } from '../signs.ts'
import { concatTraced, spanOf, type TracedText } from '../traced-text.ts'
import { createAnnexList, findAnnexHeads } from './annex-list.ts'
import type { BodyLine } from './body-lines.ts'
import { joinParagraphs, type Paragraph } from './joining.ts'
import type { Label } from './labels.ts'
import { type ClausePlace, createNumbering, isDeeper, type Numbering } from './numbering.ts'
import type { PrintedLine } from './printed-lines.ts'
import { splitAtLabels } from './split-at-labels.ts'
import { type HeadingSplit, splitHeading } from './split-heading.ts'

/** A clause with the places in its whole text that its fields hold; what lies between them is left out. */
export interface StructuredClause extends ReadClause {
  readonly kept: readonly { readonly start: number; readonly end: number }[]
}

/**
 * The clauses of one instrument, in reading order. A title among its lines begins the text that a covering notice
 * sends, where numbers start again; `barrier` is what no sentence runs over.
 */
export function readClauses(lines: readonly BodyLine[]): StructuredClause[] {
  const numbering = createNumbering()
  const clauses: StructuredClause[] = []
  for (const { title, body } of splitTexts(lines)) {
    if (title.length > 0) {
      numbering.startText()
      clauses.push(asHeading(concatTraced(title.map(({ traced }) => traced)), numbering.placeParagraph()))
    }
    const paragraphs = splitAtLabels(withoutAnnexLabels(joinParagraphs(body)))
    const annexes = findAnnexHeads(paragraphs)
    for (const [index, paragraph] of paragraphs.entries()) {
      const annex = annexes.get(index)
      const isTitle = annexes.get(index - 1)?.title === null && isAnnexTitle(paragraph)
      if (annex !== undefined) clauses.push(asHeading(paragraph.traced, numbering.placeAnnex(annex.name)))
      else if (isTitle) clauses.push(asHeading(paragraph.traced, numbering.placeParagraph()))
      else clauses.push(readClause(paragraph, paragraphs[index + 1] ?? null, numbering))
    }
  }
  return clauses
}

interface InstrumentText {
  /** Lines of the title of the text that a covering notice sends; empty for the notice itself. */
  readonly title: PrintedLine[]
  /** Lines, and barriers as null. */
  readonly body: (PrintedLine | null)[]
}

/** The covering notice and the text that it sends. */
function splitTexts(lines: readonly BodyLine[]): InstrumentText[] {
  let text: InstrumentText = { title: [], body: [] }
  const texts = [text]
  for (const line of lines) {
    if (line === 'barrier') text.body.push(null)
    else if ('titleLines' in line) {
      text = { title: [...line.titleLines], body: [] }
      texts.push(text)
    } else text.body.push(line)
  }
  return texts
}

function withoutAnnexLabels(paragraphs: readonly Paragraph[]): Paragraph[] {
  const list = createAnnexList()
  return paragraphs.map((paragraph) =>
    list.isEntry(paragraph.traced.text, paragraph.label) ? { ...paragraph, label: null } : paragraph,
  )
}

const longestAnnexTitle = 60

/** A short line without any sign of a sentence, as it stands under 附件1. */
function isAnnexTitle({ traced: { text }, label }: Paragraph): boolean {
  return label === null && text.length <= longestAnnexTitle && !/[。；：！？，:;]/.test(text)
}

/** A clause that is nothing but a heading without number. */
function asHeading(traced: TracedText, place: ClausePlace): StructuredClause {
  const kept = [{ start: 0, end: traced.text.length }]
  return structured(traced, place, { label: null, heading: traced.text, text: '', kept })
}

function readClause(paragraph: Paragraph, next: Paragraph | null, numbering: Numbering): StructuredClause {
  const { traced, label } = paragraph
  if (label !== null) return readNumbered(traced, label, next, numbering)
  const { text } = traced
  const isLead = /[：:]/.test(text.charAt(text.length - 1))
  const place = numbering.placeParagraph(isLead ? (next?.label ?? null) : null)
  return structured(traced, place, {
    label: null,
    heading: null,
    text,
    kept: [{ start: 0, end: text.length }],
  })
}

function readNumbered(
  traced: TracedText,
  label: Label,
  next: Paragraph | null,
  numbering: Numbering,
): StructuredClause {
  const place = numbering.placeLabel(label)
  const isAlone = next === null || (next.label !== null && !isDeeper(next.label, label))
  const split = splitHeading(traced.text, label, !isAlone)
  const { heading, text } = split
  return structured(traced, place, {
    label: label.text,
    heading,
    text,
    kept: keptOf(traced.text, label, split),
  })
}

/** Most clauses are kept whole: then label, heading and text are one stretch. */
function keptOf(whole: string, label: Label, split: HeadingSplit): StructuredClause['kept'] {
  const { headingStart, headingEnd, textStart } = split
  const labelEnd = label.text.length
  if (labelEnd === headingStart && headingEnd === textStart) return [{ start: 0, end: whole.length }]
  return [
    { start: 0, end: labelEnd },
    { start: headingStart, end: headingEnd },
    { start: textStart, end: whole.length },
  ]
}

/** The fields of a clause with the places of its whole text that they hold. */
type ClauseFields = Pick<Clause, 'label' | 'heading' | 'text'> & Pick<StructuredClause, 'kept'>

function structured(
  whole: TracedText,
  { id, parent, level }: ClausePlace,
  { label, heading, text, kept }: ClauseFields,
): StructuredClause {
  const clause = { id, parent, level, label, heading, text, lines: spanOf(whole) }
  return { clause, whole, signs: signsOf(whole.text), kept }
}
