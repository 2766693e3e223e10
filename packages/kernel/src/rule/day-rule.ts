import type { Cite } from '../cite.ts'
import { date } from '../schema/fields.ts'
import { defineRule, type Rule } from './rule.ts'

/** The name under which rules see the day on which something is done; who acts cannot fill it in. */
export const TODAY = 'today'

/** Where a day may lie, seen from the day on which something is done; `from-today` and `until-today` include that day. */
export type DayAsked = 'until-today' | 'from-today' | 'after-today'

/** What a programme's author writes. */
export interface DayRuleDefinition {
  readonly id: string
  /** What the day is called: 送达日期 */
  readonly title: string
  readonly basis: Cite
  /** The field with the day. */
  readonly day: string
  readonly is: DayAsked
}

const ASKED: Readonly<
  Record<DayAsked, { readonly wanted: string; readonly holds: (day: string, today: string) => boolean }>
> = {
  'until-today': { wanted: '不晚于今天', holds: (day, today) => day <= today },
  'from-today': { wanted: '不早于今天', holds: (day, today) => day >= today },
  'after-today': { wanted: '晚于今天', holds: (day, today) => day > today },
}

/** A rule that a day has come, or is still to come. */
export function defineDayRule({ id, title, basis, day, is }: DayRuleDefinition): Rule {
  const { wanted, holds } = ASKED[is]
  return defineRule({
    id,
    title,
    basis,
    inputs: { [day]: date(title), [TODAY]: date('今天') },
    parameters: {},
    decide(input) {
      const found = String(input[day])
      const today = String(input[TODAY])
      return { isMet: holds(found, today), wanted: `${wanted}（${today}）`, found }
    },
  })
}
