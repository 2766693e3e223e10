import { type Case, campaignStanding, type IsoDate } from '@luoshi/kernel'
import { irrigationWaste } from './campaign.ts'

/** The figures of a township's summary as its problems stand on a day; it writes the text itself. */
export interface SummaryFigures {
  readonly found: number
  readonly struck: number
  readonly remaining: number
}

/** What a township's summary is filled in with. */
export function summaryFigures(problems: readonly Case[], township: string, on: IsoDate): SummaryFigures {
  const standing = campaignStanding(irrigationWaste, problems, on).find(({ unit }) => unit === township)
  return {
    found: standing?.found ?? 0,
    struck: standing?.struck ?? 0,
    remaining: standing?.open ?? 0,
  }
}
