import { traditionalForms } from '../damaged-characters.ts'
import type { Span } from '../issue.ts'
import { sign } from '../signs.ts'
import { findingIn, type InstrumentCheck, linesWithin, quoteSome } from './finding-sources.ts'

/** Replacement characters, characters of the private use area, and what GB18030 read as UTF-8 leaves. */
const unreadable = /[\uFFFD\uE000-\uF8FF]|锟斤拷|烫烫烫/g

/** A box or question marks in the middle of a sentence; a box before a choice (□是 □否) is no damage. */
const lostCharacter = /(?<=\p{Script=Han})(?:[□■▯]{1,4}|\?{2,4})(?=\p{Script=Han})/gu

/** Simplified papers have none of these. */
const traditional = new RegExp(`[${traditionalForms}]`, 'g')

/** More of them than this in an instrument: it is printed in traditional characters. */
const mostTraditional = 10

/** Characters that nobody wrote: unreadable ones, and traditional ones that scanning put among simplified ones. */
export const findDamagedText: InstrumentCheck = (sources, lines) => {
  const damaged: Sighting[] = []
  const strange: Sighting[] = []
  for (const { raw, number, signs } of linesWithin(lines, sources.instrument.lines)) {
    if ((signs & sign.damage) === 0) continue
    for (const match of raw.matchAll(unreadable)) damaged.push(sight(raw, number, match.index))
    for (const match of hasChoices(raw) ? [] : raw.matchAll(lostCharacter))
      damaged.push(sight(raw, number, match.index))
    for (const match of raw.matchAll(traditional)) strange.push(sight(raw, number, match.index))
  }
  const findings = []
  if (damaged.length > 0) {
    const message = `文中有无法识别的字符${damaged.length}处，如${quote(damaged)}，请对照原件补正。`
    findings.push(findingIn(sources, 'damaged-text', message, spansOf(damaged)))
  }
  if (strange.length > 0 && strange.length <= mostTraditional) {
    const message = `简体文字中混有繁体字${strange.length}处，如${quote(strange)}，请改为规范字。`
    findings.push(findingIn(sources, 'damaged-text', message, spansOf(strange)))
  }
  return findings
}

/** □是□否: boxes to be ticked. */
function hasChoices(raw: string): boolean {
  return (raw.match(/[□■]+/g)?.length ?? 0) > 1
}

interface Sighting {
  readonly context: string
  readonly line: number
}

function sight(raw: string, line: number, at: number): Sighting {
  return { context: raw.slice(Math.max(0, at - 4), at + 5).trim(), line }
}

function quote(sightings: readonly Sighting[]): string {
  return quoteSome(
    sightings.map(({ context }) => context),
    2,
  )
}

function spansOf(sightings: readonly Sighting[]): Span[] {
  return sightings.map(({ line }) => [line, line])
}
