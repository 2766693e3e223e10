import type { Span } from '../issue.ts'
import type { Line } from '../reading.ts'
import { sign } from '../signs.ts'
import { findingIn, type InstrumentCheck, linesWithin, quoteSome } from './finding-sources.ts'

/** A paper of a county or district. */
const countyIssuer = /[县旗区](?:人民)?政府|[县旗区]委/

/** What names other places rightly: titles, quotations and numbers of papers. */
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
  const own = countyName.exec(issuer ?? title)?.[0] ?? ''
  const sightings = linesWithin(lines, sources.instrument.lines)
    .filter(({ raw, signs }) => (signs & sign.place) !== 0 && mayBeForeign.test(raw))
    .flatMap((line) => sight(line, own))
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

/** 北岭县人民政府: the government of a county, by its name. */
const governmentOf = /(?<=[报由向经送，。；、])(\p{Script=Han}{2}[县旗])人民政府/gu
const countyName = /\p{Script=Han}{2,3}[县旗]/u

/** 太原市针对轨道交通…: another place that is told what to do. */
const orderTo = /(?<=^|[。；])(\p{Script=Han}{2,3}市)(?:针对|要|应当|应|须|负责)(?=\p{Script=Han})/gu
const anyCity = /^(?:全|我|各|地|该|本|设区|县|城)/

/** What all of these have one of: most lines have none. */
const mayBeForeign =
  /各市|各设|各县[（(]|占全省|我省各|全省各|我市各|市政府办公室将|[县旗]人民政府|市(?:针对|要|应|须|负责)/

function sight({ raw, number }: Line, own: string): Sighting[] {
  const text = raw.replace(titleWord, '')
  const found = [...text.matchAll(ofSuperior)]
  for (const match of text.matchAll(governmentOf)) if (isOther(match[1] ?? '', own)) found.push(match)
  for (const match of text.matchAll(orderTo)) if (!anyCity.test(match[1] ?? '')) found.push(match)
  return found.map(({ 0: words, index }) => ({
    context: text.slice(index, index + words.length + 8),
    line: number,
  }))
}

/** Whether a name is another county's: 各县, 本县 and the like name none. */
function isOther(name: string, own: string): boolean {
  return (
    own !== '' &&
    !own.endsWith(name) &&
    !/[各全本我邻该由报向经和与及市省委属下两三几]|相关|有关|周边/.test(name)
  )
}
