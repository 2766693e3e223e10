import {
  type Decimal,
  defineParameter,
  findValueOn,
  gap,
  type IsoDate,
  isAtLeast,
  type Parameters,
  quotientOf,
  type Ranked,
  ranked,
} from '@luoshi/kernel'
import { plan2022 } from './notices.ts'

const open = (what: string) => gap(`方案没有写明完成多少${what}`, plan2022.lines(565))

export const praisedFrom = defineParameter<Decimal>({
  id: 'praised-from',
  title: '通报表扬的完成率',
  unit: '%',
  values: [],
  gap: open('予以通报表扬'),
})

export const summonedBelow = defineParameter<Decimal>({
  id: 'summoned-below',
  title: '约谈的完成率',
  unit: '%',
  values: [],
  gap: open('进行约谈'),
})

export const parameters = [praisedFrom, summonedBelow]

/** How much of its items a unit has done. */
export interface UnitRating {
  readonly unit: string
  readonly items: number
  readonly done: number
  /** Per cent to one place. */
  readonly percent: Decimal
}

/** The year's ratings; a list is null while the county has not set from where on. */
export interface Ratings {
  readonly ranking: readonly Ranked<UnitRating>[]
  readonly praised: readonly UnitRating[] | null
  readonly summoned: readonly UnitRating[] | null
}

/** Rates units by the share of their items that are done; an item of several units counts for each. */
export function unitRatings(
  items: readonly { readonly units: readonly string[]; readonly isDone: boolean }[],
  on: IsoDate,
  set: Parameters = {},
): Ratings {
  const bound = items.flatMap(({ units, isDone }) => units.map((unit) => ({ unit, isDone })))
  const ratings = [...Map.groupBy(bound, ({ unit }) => unit)].map(([unit, own]) => {
    const done = own.filter(({ isDone }) => isDone).length
    return { unit, items: own.length, done, percent: quotientOf(String(done * 100), String(own.length), 1) }
  })
  const inForce = (parameter: typeof praisedFrom) =>
    findValueOn<Decimal>(set[parameter.id] ?? parameter, on)?.value ?? null
  const [praise, summons] = [inForce(praisedFrom), inForce(summonedBelow)]
  return {
    ranking: ranked(ratings, ({ percent }) => percent).ranked,
    praised: praise === null ? null : ratings.filter(({ percent }) => isAtLeast(percent, praise)),
    summoned: summons === null ? null : ratings.filter(({ percent }) => !isAtLeast(percent, summons)),
  }
}
