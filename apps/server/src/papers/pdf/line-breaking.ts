/** Width of a text in points. */
export type Measure = (text: string) => number

/** One line of a paragraph. */
export interface Line {
  readonly text: string
  /** From the left edge of the paragraph, in points. */
  readonly indent: number
  /** Whether it is filled to the right edge: all lines but the last are. */
  readonly isFull: boolean
}

/** What may not begin a line, and what may not end one (避头尾). */
const NEVER_FIRST = new Set('，。、；：？！）】》〉」』”’〕］｝…—～·％℃,.;:?!)]}%')
const NEVER_LAST = new Set('（【《〈「『“‘〔［｛([{￥')

/** What stays together: figures and Latin words up to a hyphen or stroke, a file's ending, dashes, dots of two, a blank. */
const UNIT = /\.?[\p{Script=Latin}\d][\p{Script=Latin}\d.,:@+]*[-/]?|——|……|＿+|[\s\S]/gu

/** Breaks a paragraph into lines of a width, the first one indented. */
export function breakLines(text: string, width: number, measure: Measure, firstIndent = 0): readonly Line[] {
  const lines: Line[] = []
  let units = unitsOf(text, width, measure)
  for (let indent = firstIndent; units.length > 0; indent = 0) {
    const count = fittingUnits(units, width - indent, measure)
    lines.push({ text: units.slice(0, count).join(''), indent, isFull: count < units.length })
    units = units.slice(count)
  }
  return lines.length > 0 ? lines : [{ text: '', indent: firstIndent, isFull: false }]
}

function fittingUnits(units: readonly string[], width: number, measure: Measure): number {
  let [count, used] = [0, 0]
  for (; count < units.length; count++) {
    used += measure(units[count] ?? '')
    // A hair over is rounding: the grid's own characters must fit.
    if (used > width + 0.05) break
  }
  if (count >= units.length) return units.length
  let end = Math.max(1, count)
  while (end > 1 && (NEVER_FIRST.has(units[end]?.[0] ?? '') || NEVER_LAST.has(units[end - 1] ?? ''))) end--
  return end
}

/** A word longer than a line is cut into characters. */
function unitsOf(text: string, width: number, measure: Measure): string[] {
  return (text.match(UNIT) ?? []).flatMap((unit) =>
    unit.length > 1 && measure(unit) > width ? [...unit] : [unit],
  )
}
