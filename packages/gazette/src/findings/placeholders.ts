import type { Span } from '../issue.ts'
import { sign } from '../signs.ts'
import { findingIn, type InstrumentCheck, linesWithin, quoteSome } from './finding-sources.ts'

/** ××, XX, xxx beside Chinese: what a template leaves for a name or a number. */
const placeholder =
  /(?<![A-Za-z0-9×])(?:×{2,6}|[Xx]{2,6}|[＊*]{3,6})(?![A-Za-z0-9×])(?=[\p{Script=Han}）)〉》号])/gu

/** Words of a text that shows a pattern on purpose. */
const showsPattern = /样式|格式|示例|模板|范本|式样|例如|样表|填写说明|专用章|落款/

/** Placeholders of a template that were not replaced. One finding an instrument. */
export const findPlaceholders: InstrumentCheck = (sources, lines) => {
  const spans: Span[] = []
  const quoted: string[] = []
  const firstAnnex = sources.instrument.annexes.reduce(
    (first, { lines: span }) => Math.min(first, span?.[0] ?? first),
    Number.POSITIVE_INFINITY,
  )
  for (const { raw, number, signs } of linesWithin(lines, sources.instrument.lines)) {
    // A form behind the text may be a pattern to be filled in: only what the text has too is left over.
    if (number >= firstAnnex && spans.length === 0) break
    if ((signs & sign.placeholder) === 0 || showsPattern.test(raw)) continue
    for (const match of raw.matchAll(placeholder)) {
      spans.push([number, number])
      quoted.push(raw.slice(match.index, match.index + match[0].length + 8).trim())
    }
  }
  if (spans.length === 0) return []
  const message = `套用模板的占位符没有替换，共${spans.length}处，如${quoteSome(quoted, 2)}，请填入实际名称。`
  return [findingIn(sources, 'placeholder-left', message, spans)]
}
