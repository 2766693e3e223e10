import type { Instrument } from '@luoshi/gazette'
import { type Database, effectsOn, noticesCarryingOut, numbersOfSeries, targetsInForce } from '@luoshi/store'
import { targetWords } from '../chinese-words.ts'
import { type DraftSurroundings, ordersOf } from './draft-check.ts'
import { ruleMakersOf } from './rule-making.ts'
import { numberParts } from './titles.ts'

/** Looks up what a draft of a county is checked against. */
export async function draftSurroundings(
  db: Database,
  county: string,
  today: string,
  instrument: Instrument | null,
): Promise<DraftSurroundings> {
  const empty = { numbers: [], effects: new Map(), sameOrder: [], targets: [] }
  const makers = await ruleMakersOf(db, county, today)
  if (instrument === null) return { county, today, makers, ...empty }
  const { series, year } = numberParts(instrument.docNumber)
  const { superiors, matter } = ordersOf(instrument, county)
  const cited = [...new Set(instrument.citations.flatMap(({ docNumber }) => docNumber ?? []))]
  const [numbers, same, effects, targets] = await Promise.all([
    series === null || year === null ? [] : numbersOfSeries(db, county, series, year),
    noticesCarryingOut(db, county, superiors, matter),
    Promise.all(cited.map(async (number) => [number, await effectsOn(db, county, number)] as const)),
    targetsInForce(db, county, today),
  ])
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
    targets: targets.map(({ docNumber, target }) => ({
      docNumber,
      indicator: target.indicator,
      words: targetWords(target),
      value: target.value,
      unit: target.unit,
      year: target.year,
    })),
  }
}
