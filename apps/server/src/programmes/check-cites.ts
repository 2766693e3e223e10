import type { Issue } from '@luoshi/gazette'
import { citesIn, type InstrumentCite, type PlacedCite, type Programme } from '@luoshi/kernel'
import { chineseLines, chineseSpans } from '../chinese-words.ts'
import { countyName } from './words.ts'

/** A gazette that was read, with the text it was read from. */
export interface ReadGazette {
  readonly issue: Issue
  readonly text: string
}

/** A cite that the gazettes do not bear out. */
export interface CiteProblem {
  readonly path: PlacedCite['path']
  readonly message: string
}

/** What was looked at, and what is wrong with it. */
export interface CiteCheck {
  readonly checked: number
  readonly problems: readonly CiteProblem[]
}

interface PlacedInstrumentCite extends PlacedCite {
  readonly cite: InstrumentCite
}

/** Opens the gazettes at every line that a programme cites. Laws are not in gazettes and are left aside. */
export function checkCitesAgainst(programme: Programme, gazettes: readonly ReadGazette[]): CiteCheck {
  const cites = citesIn(programme).filter(isOfInstrument)
  const byInstrument = Map.groupBy(cites, ({ cite }) => `${cite.county} ${cite.docNumber}`)
  return {
    checked: cites.length,
    problems: [...byInstrument.values()].flatMap((ofOne) => problemsOf(ofOne, gazettes)),
  }
}

function isOfInstrument(placed: PlacedCite): placed is PlacedInstrumentCite {
  return placed.cite.kind === 'instrument'
}

function problemsOf(
  cites: readonly PlacedInstrumentCite[],
  gazettes: readonly ReadGazette[],
): readonly CiteProblem[] {
  const [first] = cites
  if (first === undefined) return []
  const { county, docNumber } = first.cite
  const printings = gazettes
    .filter(({ issue }) => issue.county === county)
    .flatMap(({ issue, text }) =>
      issue.instruments
        .filter((instrument) => instrument.docNumber === docNumber)
        .map(({ lines }) => ({ span: lines, lines: text.split('\n') })),
    )
  if (printings.length === 0) {
    const message = `给出的公报里没有${countyName(county)}的${docNumber}，以它为依据的有 ${cites.length} 处。`
    return [{ path: first.path, message }]
  }
  return cites.flatMap(({ cite: { lines }, path }) => {
    const printing = printings.find(({ span }) => span[0] <= lines[0] && lines[1] <= span[1])
    const cited = `依据写的是${chineseLines(lines)}`
    if (printing === undefined) {
      const spans = chineseSpans(printings.map(({ span }) => span))
      return [{ path, message: `${docNumber}在公报的${spans}，${cited}。` }]
    }
    const isBlank = printing.lines.slice(lines[0] - 1, lines[1]).every((line) => line.trim() === '')
    return isBlank ? [{ path, message: `${cited}，公报的那里没有文字。` }] : []
  })
}
