import {
  byThresholds,
  type Decimal,
  defineParameter,
  gap,
  type IsoDate,
  type Parameters,
  type PraiseAndBlame,
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
  form: 'decimal',
  values: [],
  gap: open('予以通报表扬'),
})

export const summonedBelow = defineParameter<Decimal>({
  id: 'summoned-below',
  title: '约谈的完成率',
  unit: '%',
  form: 'decimal',
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

/** The year's ratings: who is praised and who is called in for a talk. */
export interface Ratings extends PraiseAndBlame<UnitRating> {
  readonly ranking: readonly Ranked<UnitRating>[]
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
  const percentOf = ({ percent }: UnitRating) => percent
  const thresholds = { praisedFrom, blamedBelow: summonedBelow }
  return {
    ranking: ranked(ratings, percentOf).ranked,
    ...byThresholds(ratings, percentOf, thresholds, on, set),
  }
}
