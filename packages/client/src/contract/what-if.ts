import type { CiteView } from './refusals.ts'
import type { OfferedView } from './tally.ts'

/** `GET …/procedures/{procedure}/what-if`: what can be asked. */
export interface WhatIfOptionsView {
  readonly on: string
  /** Rules that are judged by the case alone, each with the parameters that it uses. */
  readonly rules: readonly {
    readonly id: string
    readonly title: string
    readonly clause: CiteView
    readonly parameters: readonly string[]
  }[]
  readonly parameters: readonly {
    readonly id: string
    readonly title: string
    readonly unit: string
    /** Whether money is reckoned by it: 元/亩. */
    readonly isRate: boolean
    /** As it is today; null where the county has to set it. */
    readonly value: string | null
    readonly from: string | null
  }[]
  /** Figures of a case: what money can be reckoned from. */
  readonly figures: readonly (OfferedView & { readonly isMoney: boolean })[]
  readonly dates: readonly OfferedView[]
  readonly states: readonly OfferedView[]
}

/**
 * `POST …/procedures/{procedure}/what-if`: a rule over the cases that one may read, with other values of parameters. It
 * changes nothing.
 */
export interface WhatIfBody {
  /** Id of a rule whose inputs are all fields of the cases. */
  readonly rule: string
  readonly values: readonly {
    readonly parameter: string
    /** From which day on. */
    readonly from: string
    /** As a county sets it: 26, or several parted by 、 */
    readonly value: string
  }[]
  /** The money that hangs on a yes: a field that holds it, or a quantity at a rate that is a parameter. */
  readonly worth:
    | { readonly amount: string }
    | { readonly quantity: string; readonly rate: string; readonly datedBy?: string }
  /** Only cases in these states. */
  readonly states?: readonly string[]
  /** Day on which it is judged; today where nothing is said. */
  readonly on?: string
}

/** How many get a yes, and for how much money, in 元. */
export interface CountedVerdictsView {
  readonly yes: number
  readonly no: number
  readonly unknown: number
  readonly money: string
  readonly withoutMoney: number
}

/** A case as it is judged. */
export interface JudgedView {
  /** 符合、不符合、不能判定 */
  readonly outcome: string
  /** Null where it cannot be told. */
  readonly money: string | null
  readonly reasons: readonly string[]
}

/** What other values would change, in cases and in money. */
export interface WhatIfView {
  readonly ruleTitle: string
  readonly on: string
  readonly cases: number
  readonly before: CountedVerdictsView
  readonly after: CountedVerdictsView
  readonly difference: string
  /** How many are judged otherwise or get other money; `changed` has the first two hundred. */
  readonly changedCount: number
  readonly changed: readonly {
    readonly id: string
    readonly title: string
    readonly before: JudgedView
    readonly after: JudgedView
  }[]
}
