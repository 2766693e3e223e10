import type { Instrument } from '@luoshi/gazette'
import {
  type Database,
  effectsOn,
  noticesByNumbers,
  noticesCarryingOut,
  numbersOfSeries,
  readingsInForce,
} from '@luoshi/store'
import { type DraftSurroundings, ordersOf } from './draft-check.ts'
import { normativeDocuments } from './normative.ts'
import { ruleMakersOf } from './rule-making.ts'
import { numberParts } from './titles.ts'
import { validityOn } from './validity.ts'

/** Looks up what a draft of a county is checked against. */
export async function draftSurroundings(
  db: Database,
  county: string,
  today: string,
  instrument: Instrument | null,
): Promise<DraftSurroundings> {
  const makers = await ruleMakersOf(db, county, today)
  if (instrument === null) return surroundingsOf({ county, today, makers })
  const { series, year } = numberParts(instrument.docNumber)
  const { superiors, matter } = ordersOf(instrument, county)
  const cited = [...new Set(instrument.citations.flatMap(({ docNumber }) => docNumber ?? []))]
  const [numbers, same, effects, readings, heads, register] = await Promise.all([
    series === null || year === null ? [] : numbersOfSeries(db, county, series, year),
    noticesCarryingOut(db, county, superiors, matter),
    Promise.all(cited.map(async (number) => [number, await effectsOn(db, county, number)] as const)),
    readingsInForce(db, county, today),
    noticesByNumbers(db, county, cited),
    normativeDocuments(db, county),
  ])
  const terms = new Map(register.map((term) => [term.docNumber, term]))
  const related = new Set([...cited, ...same.map(({ head }) => head.docNumber)])
  return {
    county,
    today,
    makers,
    numbers,
    effects: new Map(effects),
    sameOrder: same
      .filter(({ head }) => head.docNumber === null || head.docNumber !== instrument.docNumber)
      .map(({ head, superior }) => ({
        ...head,
        because: superior === null ? '事项相同' : `同样落实${superior}`,
      })),
    inForce: readings
      .filter(({ docNumber, instrument: { issuedOn } }) => {
        const { standing } = validityOn({ issuedOn }, [], today, terms.get(docNumber))
        return standing !== 'repealed' && standing !== 'ended'
      })
      .map((reading) => ({ ...reading, isRelated: related.has(reading.docNumber) })),
    terms,
    titles: new Map(
      [...Map.groupBy(heads, ({ docNumber }) => docNumber ?? '')].map(([number, bearing]) => [
        number,
        bearing.map(({ title }) => title),
      ]),
    ),
  }
}

/** What is known of a county without its published notices. */
export function surroundingsOf(
  known: Pick<DraftSurroundings, 'county' | 'today' | 'makers'>,
): DraftSurroundings {
  return {
    ...known,
    numbers: [],
    effects: new Map(),
    sameOrder: [],
    inForce: [],
    terms: new Map(),
    titles: new Map(),
  }
}
