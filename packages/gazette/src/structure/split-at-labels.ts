import { sliceTraced } from '../traced-text.ts'
import type { Paragraph } from './joining.ts'
import { type Label, readLabel } from './labels.ts'

/**
 * Splits paragraphs in which the next clause of the same level begins without a line of its own:
 * `（二）…。（三）…`, where no （三） stands at the head of a paragraph below.
 */
export function splitAtLabels(paragraphs: readonly Paragraph[]): Paragraph[] {
  const split: Paragraph[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    let rest: Paragraph | null = paragraph
    while (rest !== null) {
      const at = nextLabelAt(rest, paragraphs[index + 1]?.label ?? null)
      if (at === null) split.push(rest)
      else split.push({ traced: sliceTraced(rest.traced, 0, at), label: rest.label })
      const traced: Paragraph['traced'] | null = at === null ? null : sliceTraced(rest.traced, at)
      rest = traced === null ? null : { traced, label: readLabel(traced) }
    }
  }
  return split
}

const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

function nextLabelAt({ traced, label }: Paragraph, below: Label | null): number | null {
  const next = (label?.value ?? 0) + 1
  const numeral = numerals[next]
  if (label?.style !== 'han-bracket' || numeral === undefined) return null
  if (below?.style === 'han-bracket' && below.value === next) return null
  for (const printed of [`（${numeral}）`, `(${numeral})`]) {
    const at = traced.text.indexOf(printed, label.text.length)
    if (at > 0 && /[。；）)]/.test(traced.text.charAt(at - 1))) return at
  }
  return null
}
