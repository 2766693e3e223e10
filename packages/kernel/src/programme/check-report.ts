import { type Issue, issueOf } from '../issue/issue.ts'
import type { DayOfMonth, Turn } from '../report/recurrence.ts'
import type { Report } from '../report/report.ts'
import { isDay } from '../time/instant.ts'
import { dangling } from './check-references.ts'
import type { Programme } from './programme.ts'

/** Whether a report is owed by and to roles that are there, on days that there are. */
export function checkReport({ roles }: Programme, report: Report): Issue[] {
  const known = Object.keys(roles)
  const { title, from, until, owedBy, owedTo, due } = report
  return [
    ...dangling('角色', ['owedBy'], [owedBy], known),
    ...dangling('角色', ['owedTo'], [owedTo], known),
    ...impossibleParts(due.turn).map(({ found, wanted }) =>
      issueOf('turn-impossible', ['due', 'turn'], { report: title, found, wanted }),
    ),
    ...(until !== null && until < from
      ? [issueOf('validity-backwards', ['until'], { from, to: until })]
      : []),
  ]
}

interface ImpossiblePart {
  readonly found: string
  readonly wanted: string
}

const monthsIn = { quarterly: 3, 'half-yearly': 6, yearly: 12 } as const

function impossibleParts(turn: Turn): ImpossiblePart[] {
  switch (turn.kind) {
    case 'once':
      return isDay(turn.date) ? [] : [{ found: turn.date, wanted: '2026-03-02这样的日期' }]
    case 'weekly':
      return outside(turn.weekday, 7, '周几')
    case 'monthly':
      return turn.days.length === 0
        ? [{ found: '没有日期', wanted: '至少一个日期' }]
        : turn.days.flatMap(impossibleDay)
    case 'quarterly':
    case 'half-yearly':
    case 'yearly':
      return [...outside(turn.month, monthsIn[turn.kind], '第几个月'), ...impossibleDay(turn.day)]
    case 'daily':
    case 'ten-days':
      return []
  }
}

function impossibleDay(day: DayOfMonth): ImpossiblePart[] {
  return day === 'last' ? [] : outside(day, 31, '几日')
}

function outside(number: number, most: number, what: string): ImpossiblePart[] {
  const isWithin = Number.isInteger(number) && number >= 1 && number <= most
  return isWithin ? [] : [{ found: `${what}：${number}`, wanted: `1至${most}` }]
}
