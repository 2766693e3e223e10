import type { Span } from '../issue.ts'
import type { Line } from '../reading.ts'
import { findingIn, type InstrumentCheck, linesWithin, quoteSome } from './finding-sources.ts'

/** A paper of a county or district. */
const countyIssuer = /[县旗区](?:人民)?政府|[县旗区]委/

/** A place named with a level: 甲市, 乙县. */
const titleWord = /《[^《》]*》|“[^“”]*”|（[^（）]*〔\d{4}〕[^（）]*）/g

/**
 * Words that only a paper of a province or a prefecture uses of its own: 各市政府, 我省, 全省…人口, 各县（市、区）.
 * What a superior is said to do (省政府要求, 全省统一) is none.
 */
const ofSuperior =
  /各市(?:人民)?政府|各(?:设区的?)?市[、，](?:各)?县|各县[（(]市[、，]?区[）)](?:人民)?政府|占全省|我省各|全省各市|我市各县|各市州|市政府办公室将/g

/** Text in a county's paper that was written for a province or a city. One finding an instrument. */
export const findForeignPlaces: InstrumentCheck = (sources, lines) => {
  const { issuer, title } = sources.instrument
  if (!countyIssuer.test(issuer ?? title) || /市[^县]*区/.test(issuer ?? '')) return []
  const sightings = linesWithin(lines, sources.instrument.lines).flatMap(sight)
  if (sightings.length === 0) return []
  const spans = sightings.map(({ line }): Span => [line, line])
  const quoted = quoteSome(sightings.map(({ context }) => context))
  const message = `县级公文中留有上级或外地的用语${sightings.length}处：${quoted}，疑为套用时未改，请改为本县情况。`
  return [findingIn(sources, 'foreign-place', message, spans)]
}

interface Sighting {
  readonly context: string
  readonly line: number
}

function sight({ raw, number }: Line): Sighting[] {
  if (!/[市省]/.test(raw)) return []
  const text = raw.replace(titleWord, '')
  return [...text.matchAll(ofSuperior)].map(({ 0: words, index }) => ({
    context: text.slice(index, index + words.length + 8),
    line: number,
  }))
}
