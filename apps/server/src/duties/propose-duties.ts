import type { Clause, Duty, Finding, Instrument, Target } from '@luoshi/gazette'
import type { BoundUnit, OrderedDay, Part, ProposedDuty, Sign } from '@luoshi/programmes/supervision'
import { numberedTasks, type TaskClauses, taskClauses } from './task-clauses.ts'

/** Characters of a title made from a sentence. */
const LONGEST_TITLE = 60

const parts: Readonly<Record<Duty['units'][number]['as'], Part>> = {
  牵头: 'leads',
  配合: 'supports',
  参与: 'supports',
  责任: 'answers',
  负责: 'answers',
}

const operators: Readonly<Record<Target['operator'], string>> = {
  '>=': '≥',
  '<=': '≤',
  '>': '>',
  '<': '<',
  '=': '',
  '~': '约',
}

/** What of a reading tells what is ordered. */
export interface ReadOrders {
  readonly instruments: readonly Instrument[]
  readonly findings: readonly Lost[]
}

type Lost = Pick<Finding, 'docNumber' | 'clause'> & { readonly kind: string }

/**
 * What an issue orders: a duty for each task whose marker binds units, each numbered task without one, each day that is
 * set elsewhere, and what is left of a marker whose clause is lost. Pure: the same issue gives the same proposals, under the same
 * numbers.
 */
export function proposeDuties(issue: ReadOrders): readonly ProposedDuty[] {
  return issue.instruments.flatMap((instrument) => {
    if (instrument.docNumber === null) return []
    const findings = issue.findings.filter(({ docNumber }) => docNumber === instrument.docNumber)
    return proposalsOf(instrument, instrument.docNumber, findings)
  })
}

function proposalsOf(instrument: Instrument, document: string, findings: readonly Lost[]): ProposedDuty[] {
  const markers = Map.groupBy(instrument.duties, ({ clause }) => clause)
  const lost = new Set(
    findings.flatMap(({ kind, clause }) => (kind === 'orphan-marker' && clause !== null ? [clause] : [])),
  )
  const marked = new Set(markers.keys())
  const tasks = taskClauses(instrument, marked, lost)
  const covered = partsOf(tasks)
  const numbered = numberedTasks(instrument, covered)
  for (const id of partsOf(numbered)) covered.add(id)
  const dated = instrument.deadlines
    .filter(({ date, recurrence }) => date !== null || recurrence !== null)
    .filter(({ clause }) => !covered.has(clause) && !lost.has(clause))
    .map(({ clause }) => clause)
  const orders = taskClauses(instrument, new Set(dated))
  const duty = (task: TaskClauses, sign: Sign) => proposal(instrument, document, task, sign)
  const fragments = instrument.clauses.filter(({ id }) => lost.has(id))
  return [
    ...tasks.map((task) => duty(task, 'marked')),
    ...numbered.map((task) => duty(task, 'numbered')),
    ...orders.map((task) => duty(task, 'dated')),
    ...fragments.map((clause) => duty({ clause, parts: [clause] }, 'fragment')),
  ].toSorted((one, other) => one.lines[0] - other.lines[0])
}

function partsOf(tasks: readonly TaskClauses[]): Set<string> {
  return new Set(tasks.flatMap((task) => task.parts.map(({ id }) => id)))
}

function proposal(
  instrument: Instrument,
  document: string,
  { clause, parts: clauses }: TaskClauses,
  sign: Sign,
): ProposedDuty {
  const ids = new Set(clauses.map(({ id }) => id))
  const duties = instrument.duties.filter((one) => ids.has(one.clause))
  const text = clauses
    .map(({ text: part }) => part)
    .filter((part) => part !== '')
    .join('\n')
  return {
    number: `${document}/${clause.id}`,
    document,
    clause: clause.id,
    label: clause.label,
    within: headingsAbove(clause, instrument),
    lines: spanOf(clauses),
    sign,
    title: titleOf(clause, text, instrument),
    text: text === '' ? (clause.heading ?? instrument.title) : text,
    units: sign === 'fragment' ? fragmentUnits(text) : unitsOf(duties),
    markers: duties.map(({ raw }) => raw),
    days: daysOf(instrument, ids),
    targets: instrument.targets.filter((one) => ids.has(one.clause)).map(targetText),
  }
}

function headingsAbove({ parent }: Clause, instrument: Instrument): string[] {
  const above = instrument.clauses.find(({ id }) => id === parent)
  if (above === undefined) return []
  const heading = above.heading === null || above.heading === '' ? [] : [above.heading]
  return [...headingsAbove(above, instrument), ...heading]
}

/** The heading, else the first sentence; a marker standing alone is called by its clause. */
function titleOf({ heading, label }: Clause, text: string, { title }: Instrument): string {
  if (heading !== null && heading !== '') return shortened(heading)
  const sentence = text.split(/[。；\n]/, 1)[0] ?? ''
  return shortened(sentence === '' ? `${title}${label ?? ''}` : sentence)
}

function shortened(title: string): string {
  const characters = [...title]
  return characters.length > LONGEST_TITLE ? `${characters.slice(0, LONGEST_TITLE).join('')}……` : title
}

/** Each unit once; where it is bound twice, by the stronger part. */
function unitsOf(duties: readonly Duty[]): BoundUnit[] {
  const bound = new Map<string, Part>()
  const weight: Readonly<Record<Part, number>> = { leads: 2, answers: 1, supports: 0 }
  for (const { name, as } of duties.flatMap(({ units }) => units)) {
    const part = parts[as]
    const before = bound.get(name)
    if (before === undefined || weight[part] > weight[before]) bound.set(name, part)
  }
  return [...bound].map(([name, part]) => ({ name, part }))
}

/** The units of a marker of which only the end is printed, as they stand there. */
function fragmentUnits(text: string): BoundUnit[] {
  const listed = text.slice(text.search(/[：:]/) + 1).replace(/[）)。\s]+$/, '')
  return listed
    .split(/[、，,]/)
    .filter((name) => name !== '')
    .map((name) => ({ name, part: 'answers' }))
}

function daysOf({ deadlines, duties }: Instrument, ids: ReadonlySet<string>): OrderedDay[] {
  const inText = deadlines
    .filter(({ clause, date, recurrence }) => ids.has(clause) && (date !== null || recurrence !== null))
    .map(({ text, date, recurrence }) => ({ text, date, recurrence }))
  const inMarkers = duties
    .filter(({ clause, deadline }) => ids.has(clause) && deadline !== null)
    .map(({ deadline }) => ({ text: deadline ?? '', date: deadline, recurrence: null }))
  const all = [...inText, ...inMarkers]
  return [...new Map(all.map((day) => [`${day.date} ${day.recurrence}`, day])).values()]
}

function targetText({ indicator, operator, value, unit, year }: Target): string {
  return `${indicator}${operators[operator]}${value}${unit}${year === null ? '' : `（${year}年）`}`
}

function spanOf(clauses: readonly Clause[]): [number, number] {
  return [
    Math.min(...clauses.map(({ lines: [first] }) => first)),
    Math.max(...clauses.map(({ lines: [, last] }) => last)),
  ]
}
