import type { CiteView } from './refusals.ts'

/** A figure of an indicator for a period. */
export interface FigureView {
  readonly period: string
  readonly periodTitle: string
  /** Null where none was reported. */
  readonly value: string | null
  /** 达到, 未达到, 不能判定; with what was wanted and found. */
  readonly outcome: 'yes' | 'no' | 'unknown'
  readonly outcomeTitle: string
  readonly reasons: readonly string[]
}

/** An indicator over a year. */
export interface IndicatorView {
  readonly id: string
  readonly title: string
  readonly category: string
  readonly unit: string
  readonly units: readonly string[]
  readonly clause: CiteView
  /** 约束性 or 预期性; null where the text does not say. */
  readonly attribute: string | null
  /** What it was before, as the text prints it: “十三五”时期基础值0.44; null where nothing is printed. */
  readonly baseline: string | null
  /** What the text leaves open about it, or says differently elsewhere. */
  readonly open: readonly string[]
  /** 不低于8.4%; what is open where none is set. */
  readonly target: string
  readonly weight: string | null
  readonly figures: readonly FigureView[]
  /** The latest figure that was reported; null where there is none. */
  readonly latest: FigureView | null
  /** Per cent of the target that the latest figure comes to; null where no share tells that. */
  readonly progress: string | null
}

/** `GET …/programmes/{programme}/indicators?year=`: its indicators with their figures of a year. */
export interface IndicatorsView {
  readonly title: string
  readonly year: string
  /** Years for which something is set. */
  readonly years: readonly string[]
  readonly date: string
  readonly indicators: readonly IndicatorView[]
  /** Whether any of them has a weight: then the year is scored. */
  readonly isWeighed: boolean
  /** Screen that lists the figures. */
  readonly href: string | null
}
