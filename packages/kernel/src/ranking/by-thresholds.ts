import { findValueOn, type Parameter } from '../rule/parameter.ts'
import type { Parameters } from '../rule/rule.ts'
import { type Decimal, isAtLeast } from '../schema/decimal.ts'
import type { IsoDate } from '../time/calendar.ts'

/** From where on something is praised, and below what it is blamed: set by the county, never by us. */
export interface Thresholds {
  readonly praisedFrom: Parameter<Decimal>
  readonly blamedBelow: Parameter<Decimal>
}

/** Who is praised and who is blamed; null while nobody has set from where on. */
export interface PraiseAndBlame<Item> {
  readonly praised: readonly Item[] | null
  readonly blamed: readonly Item[] | null
}

/** Sorts by thresholds in force on a day; those without a figure are neither praised nor blamed. */
export function byThresholds<Item>(
  items: readonly Item[],
  figureOf: (item: Item) => Decimal | null,
  { praisedFrom, blamedBelow }: Thresholds,
  on: IsoDate,
  set: Parameters = {},
): PraiseAndBlame<Item> {
  const inForce = (parameter: Parameter<Decimal>) =>
    findValueOn<Decimal>(set[parameter.id] ?? parameter, on)?.value ?? null
  const [praise, blame] = [inForce(praisedFrom), inForce(blamedBelow)]
  const withFigures = items.flatMap((item) => {
    const figure = figureOf(item)
    return figure === null ? [] : [{ item, figure }]
  })
  const those = (isSuch: (figure: Decimal) => boolean) =>
    withFigures.flatMap(({ item, figure }) => (isSuch(figure) ? [item] : []))
  return {
    praised: praise === null ? null : those((figure) => isAtLeast(figure, praise)),
    blamed: blame === null ? null : those((figure) => !isAtLeast(figure, blame)),
  }
}
