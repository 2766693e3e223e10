import type { Clause, Deadline, Duty, Instrument } from '@luoshi/gazette'
import type { DeadlineToStore, DutyToStore } from '@luoshi/store'
import { deadlineWords } from '../chinese-words.ts'

/** Names of all units that an instrument binds, each once. */
export function unitsOf({ duties }: Instrument): string[] {
  return [...new Set(duties.flatMap(({ units }) => units.map(({ name }) => name)))]
}

/** Names of the units that a clause binds. */
export function unitsBoundBy({ duties }: Instrument, clause: string): string[] {
  const bound = duties.filter((duty) => duty.clause === clause).flatMap(({ units }) => units)
  return [...new Set(bound.map(({ name }) => name))]
}

/** What an instrument binds each unit to, in the order of its text. */
export function dutyRows(instrument: Instrument): DutyToStore[] {
  const days = daysByClause(instrument)
  return instrument.duties.flatMap((duty, index) => {
    const due = duty.deadline === null ? (days.get(duty.clause) ?? []) : [duty.deadline]
    return duty.units.map(({ name, as, printed }) => ({
      duty: index + 1,
      clause: duty.clause,
      unit: name,
      role: as,
      printed,
      days: due,
      others: partners(duty, name),
      lines: duty.lines,
    }))
  })
}

const mostPartners = 3

/** Who else is bound by the duty, role by role, the first few by name. */
function partners(duty: Duty, name: string): string {
  const others = duty.units.filter((unit) => unit.name !== name)
  const named = Map.groupBy(others.slice(0, mostPartners), ({ as }) => as)
  const groups = [...named].map(([role, units]) => `${role} ${units.map((unit) => unit.name).join('、')}`)
  return `${groups.join('；')}${others.length > mostPartners ? ` 等 ${others.length} 个单位` : ''}`
}

function daysByClause({ deadlines }: Instrument): Map<string, string[]> {
  const days = new Map<string, Set<string>>()
  for (const { clause, date } of deadlines) {
    if (date === null) continue
    const known = days.get(clause) ?? new Set()
    days.set(clause, known.add(date))
  }
  return new Map([...days].map(([clause, dates]) => [clause, [...dates].sort()]))
}

/** The deadlines with their meaning, who is bound, and whether they ask something of the public. */
export function deadlineRows({ clauses, duties, deadlines }: Instrument): DeadlineToStore[] {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]))
  const byClause = Map.groupBy(duties, ({ clause }) => clause)
  return deadlines.map((deadline) => {
    const { clause, text, date, recurrence, lines } = deadline
    const bound = (byClause.get(clause) ?? []).flatMap(({ units }) => units.map(({ name }) => name))
    return {
      clause,
      text,
      meaning: deadlineWords(deadline),
      day: date,
      recurrence,
      timesAYear: recurrence === null ? null : timesAYear(recurrence),
      units: [...new Set(bound)],
      isPublic: isAskedOfPublic(deadline, wordsOf(byId.get(clause))),
      lines,
    }
  })
}

function wordsOf(clause: Clause | undefined): string {
  return clause === undefined ? '' : `${clause.heading ?? ''}${clause.text}`
}

const people =
  /群众|居民|村民|农户|农民|公民|个人|企业|市场主体|个体工商户|经营者|学生|家长|参保|残疾人|业主|申请人|培训机构/
const doings = /申报|申请|报名|缴纳|缴费|征收|参保|登记|办理|领取|投保|公示|公开征求|停止使用|禁止|不得/

/** Whether a deadline concerns people or firms and not offices alone: told by its clause's words, a help and no rule. */
function isAskedOfPublic({ text }: Deadline, clause: string): boolean {
  const words = `${text}${clause}`
  return people.test(words) && doings.test(words)
}

const periodsAYear: Readonly<Record<string, number>> = { DAILY: 365, WEEKLY: 52, MONTHLY: 12, YEARLY: 1 }

function timesAYear(recurrence: string): number {
  const frequency = /FREQ=([A-Z]+)/.exec(recurrence)?.[1] ?? ''
  const interval = Number(/INTERVAL=(\d+)/.exec(recurrence)?.[1] ?? 1)
  return (periodsAYear[frequency] ?? 0) / interval
}
