import type { CiteView } from './refusals.ts'

/** One indicator on the year's score card. */
export interface ScoreRowView {
  readonly id: string
  readonly title: string
  readonly unitName: string
  /** 不低于8.4%; what is open where none is set. */
  readonly target: string
  /** The latest figure of the year; null where none was reported. */
  readonly value: string | null
  readonly outcome: 'yes' | 'no' | 'unknown'
  readonly outcomeTitle: string
  readonly reasons: readonly string[]
  /** Points that can be had; null where the text gives it no weight. */
  readonly weight: string | null
  /** Null where it cannot be computed. */
  readonly score: string | null
  readonly clause: CiteView
}

/** What a unit answers for, and how it stands. */
export interface UnitScoreView {
  /** Null where nothing of it is scored. */
  readonly place: number | null
  readonly unitName: string
  readonly indicators: number
  readonly met: number
  readonly unmet: number
  readonly unknown: number
  readonly weight: string
  readonly score: string
  /** Score of the weight in per cent; null where nothing is scored. */
  readonly percent: string | null
}

/** Weights before and after a day on which they were changed. */
export interface WeightChangeView {
  readonly on: string
  readonly clause: CiteView | null
  readonly rows: readonly {
    readonly title: string
    /** Null where it had none. */
    readonly before: string | null
    readonly after: string | null
    readonly difference: string
  }[]
  readonly before: string
  readonly after: string
  readonly isTotalUnchanged: boolean
}

/** `GET …/programmes/{programme}/scores?year=`: the year's figures, scored by weight, and its units ranked. */
export interface ScoresView {
  readonly title: string
  readonly year: string
  readonly years: readonly string[]
  readonly date: string
  /** 按完成比例得分; null while nobody has set how points are counted: then nothing is scored. */
  readonly method: string | null
  readonly methodFrom: string | null
  /** What the text leaves open of it, and where. */
  readonly methodGap: { readonly says: string; readonly clause: CiteView } | null
  /** Screen on which the county sets it. */
  readonly methodHref: string
  readonly weight: string
  readonly score: string
  /** Weight of what has a weight and no score. */
  readonly unscored: string
  readonly rows: readonly ScoreRowView[]
  readonly units: readonly UnitScoreView[]
  readonly changes: readonly WeightChangeView[]
  /** Screen that lists the figures; null where one may not read them. */
  readonly href: string | null
}
