import {
  type Actor,
  actionsOf,
  allActions,
  type Case,
  type Context,
  caseFieldsOf,
  type Effect,
  type Facts,
  type Fields,
  fields,
  findFieldMeta,
  jsonSchemaOf,
  type Lookup,
  labelOf,
  type Outcome,
  officialCalendar,
  openCase,
  type Procedure,
  type Programme,
  proceduresOf,
  type Parameters as SetParameters,
  transition,
  type UnitTree,
  unitNamed,
  unitTree,
  type Verdict,
  withValue,
} from '@luoshi/kernel'

type Written = Readonly<Record<string, unknown>>
type AnyField = Parameters<typeof findFieldMeta>[0]

/** One step of a case as an official writes it. */
export interface WrittenStep {
  /** 2022-09-01 09:00, in the time of Shanghai. */
  readonly 时间: string
  /** Title of a role. */
  readonly 由: string
  /** Name of the unit in which they hold it; without it the one that handles the case, or the county government. */
  readonly 机构?: string
  /** Title of the opening or of an action. */
  readonly 办理: string
  readonly 填写?: Written
  readonly 理由?: string
  /** What the lookups give, by title. Until a step says otherwise the ones before hold. */
  readonly 查询?: Written
  /** Title of the state that it leads to; absent where it is refused. */
  readonly 环节?: string
  /** What a refusal says, sentence by sentence. */
  readonly 退回?: readonly string[]
  /** What is shown in public from this step on, by label. */
  readonly 公示?: Written
  /** Titles of the papers that it produces. */
  readonly 文书?: readonly string[]
  /** What it computes, by label: amounts, grades. */
  readonly 算出?: Written
}

/** A case that an official can read: what is given, what is done day by day, what is to come of it. */
export interface WrittenCase {
  readonly 名称: string
  /** Values that the county has set, by title of their parameter. */
  readonly 参数?: Readonly<Record<string, string>>
  readonly 经过: readonly WrittenStep[]
}

/** What came of a step, in the words in which the case is written. */
export type Played = Pick<WrittenStep, '时间' | '办理' | '环节' | '退回' | '公示' | '文书' | '算出'>

const COUNTY = '县人民政府'
const HANDLING = '承办机构'

/** The county's government, and below it the unit that handles cases and those that the steps name. */
function unitsOf({ 经过 }: WrittenCase): UnitTree {
  const named = 经过.flatMap(({ 机构 }) => (机构 === undefined || 机构 === COUNTY ? [] : [机构]))
  const below = [...new Set([HANDLING, ...named])]
  return unitTree([unitNamed(COUNTY, COUNTY, null), ...below.map((name) => unitNamed(name, name, COUNTY))])
}

/** Plays a written case and tells of each step what came of it. */
export function playCase(
  programme: Programme,
  procedure: Procedure,
  written: WrittenCase,
): readonly Played[] {
  const played: Played[] = []
  let current: Case | null = null
  const units = unitsOf(written)
  let facts: Facts = {}
  for (const step of written.经过) {
    facts = { ...facts, ...factsFrom(programme, procedure, step.查询 ?? {}) }
    const context = {
      ...contextOf(programme, step, facts, parametersOf(programme, written.参数 ?? {})),
      units,
    }
    const outcome = take(programme, procedure, current, step, context)
    if (outcome.kind === 'done') current = outcome.case
    played.push(cameOf(programme, procedure, step, outcome))
  }
  return played
}

/** What a step is expected to come to, to be compared with what it came to. */
export function expectedOf({ 时间, 办理, 环节, 退回, 公示, 文书, 算出 }: WrittenStep): Played {
  return withoutAbsent({ 时间, 办理, 环节, 退回, 公示, 文书, 算出 })
}

function take(
  programme: Programme,
  procedure: Procedure,
  current: Case | null,
  step: WrittenStep,
  context: Context,
): Outcome {
  const by = actorOf(programme, procedure, step)
  if (current === null) {
    const input = readFields(procedure.subject, step.填写 ?? {})
    const opened = { id: 'case', county: by.county, unit: HANDLING, owner: 'operator' }
    return openCase(procedure, opened, { by, input }, context)
  }
  const [name, action] =
    Object.entries(actionsOf(procedure, current)).find(([, { title }]) => title === step.办理) ?? []
  const input = action?.input === undefined ? {} : readFields(action.input, step.填写 ?? {})
  const reason = step.理由 === undefined ? {} : { reason: step.理由 }
  const materials = action?.materials?.map(({ id }) => id) ?? []
  return transition(procedure, current, { name: name ?? step.办理, by, input, materials, ...reason }, context)
}

function cameOf(programme: Programme, procedure: Procedure, step: WrittenStep, outcome: Outcome): Played {
  const { 时间, 办理 } = step
  if (outcome.kind === 'refused') return { 时间, 办理, 退回: outcome.issues.map(({ message }) => message) }
  return withoutAbsent({
    时间,
    办理,
    环节: procedure.states[outcome.case.state]?.title,
    公示: step.公示 === undefined ? undefined : shownBy(procedure, outcome.effects),
    文书: step.文书 === undefined ? undefined : papersOf(programme, outcome.effects),
    算出: step.算出 === undefined ? undefined : computedIn(outcome.verdicts, programme),
  })
}

function shownBy(procedure: Procedure, effects: readonly Effect[]): Written {
  const known = caseFieldsOf(procedure)
  const shown = effects.find((effect) => effect.kind === 'disclose')
  const pairs = Object.entries(shown?.record ?? {}).map(([field, value]) => {
    const schema = known[field]
    const meta = schema === undefined ? undefined : findFieldMeta(schema)
    return [meta === undefined ? field : labelOf(meta), value]
  })
  return Object.fromEntries(pairs)
}

function papersOf(programme: Programme, effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) =>
    effect.kind === 'paper'
      ? [programme.papers.find(({ id }) => id === effect.paper)?.title ?? effect.paper]
      : [],
  )
}

/** Values that were computed, as they read: 修复补助: 600元 */
function computedIn(verdicts: readonly Verdict[], { valueRules = [] }: Programme): Written {
  const computed = verdicts.flatMap((verdict) => {
    const rule = valueRules.find(({ id }) => id === verdict.reasons[0]?.rule)
    const label = rule === undefined ? undefined : findFieldMeta(rule.gives)?.label
    return 'text' in verdict && label !== undefined ? [[label, verdict.text]] : []
  })
  return Object.fromEntries(computed)
}

function contextOf(
  programme: Programme,
  { 时间 }: WrittenStep,
  facts: Facts,
  parameters: SetParameters,
): Omit<Context, 'units'> {
  const now = `${时间.replace(' ', 'T')}:00+08:00`
  return { now, calendar: officialCalendar(), programme, parameters, facts }
}

/** Whoever has a right in their own unit sits in the one that handles the case; others sit above it. */
function actorOf(programme: Programme, procedure: Procedure, { 由: title, 机构 }: WrittenStep): Actor {
  const role = Object.entries(programme.roles).find(([, known]) => known.title === title)?.[0] ?? title
  const grants = [...procedure.opening.by, ...allActions(procedure).flatMap(({ action }) => action.by)]
  const isWithin = grants.some((grant) => grant.role === role && grant.reach === 'unit')
  const unit = 机构 ?? (isWithin ? HANDLING : COUNTY)
  return { id: role, county: 'county', posts: [{ role, unit, from: null, until: null }] }
}

function parametersOf(programme: Programme, set: Readonly<Record<string, string>>): SetParameters {
  const named = programme.parameters.filter(({ title }) => title in set)
  return Object.fromEntries(
    named.map((parameter) => {
      const value = { from: programme.validFrom, value: set[parameter.title], basis: null }
      return [parameter.id, withValue(parameter, value)]
    }),
  )
}

function factsFrom(programme: Programme, procedure: Procedure, looked: Written): Facts {
  const pairs = Object.entries(looked).map(([title, given]) => {
    const found = Object.entries(procedure.lookups).find(([, lookup]) => lookup.title === title)
    if (found === undefined) throw new Error(`没有名为“${title}”的查询`)
    const [name, lookup] = found
    return [name, Array.isArray(given) ? recordsFrom(programme, lookup, given) : String(given)]
  })
  return Object.fromEntries(pairs)
}

function recordsFrom(programme: Programme, lookup: Lookup, given: readonly Written[]): Written[] {
  const known =
    'catalogue' in lookup
      ? programme.catalogues?.find(({ id }) => id === lookup.catalogue)?.fields
      : recordFieldsOf(programme, lookup.register)
  return known === undefined ? [] : given.map((record) => readFields(known, record))
}

/** What a record of a register can hold: what it is entered with, and what is filled in with it later. */
function recordFieldsOf(programme: Programme, register: string): Fields {
  const carrying = proceduresOf(programme).filter((procedure) => procedure.register === register)
  return fields(Object.assign({}, ...carrying.map(caseFieldsOf)))
}

/** Values under the labels of their fields, as the schema has them: choices by label, 是 and 否, figures as text. */
function readFields(schema: Fields, written: Written): Written {
  const byLabel = new Map(
    Object.entries(schema.def.shape).map(
      ([name, field]) => [findFieldMeta(field)?.label, [name, field]] as const,
    ),
  )
  const pairs = Object.entries(written).map(([label, value]) => {
    const [name, field] = byLabel.get(label) ?? []
    return name === undefined || field === undefined ? [label, value] : [name, readValue(field, value)]
  })
  return Object.fromEntries(pairs)
}

function readValue(field: AnyField, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => readItem(field, item))
  const choices = findFieldMeta(field)?.choices
  if (choices !== undefined) {
    return Object.entries(choices).find(([, label]) => label === String(value))?.[0] ?? value
  }
  const { type } = jsonSchemaOf(field)
  if (type === 'boolean') return value === '是' ? true : value === '否' ? false : value
  return type === 'integer' ? value : String(value)
}

/** An item of a list: a text, one of a few by its label, or a row under the labels of its fields. */
function readItem(field: AnyField, item: unknown): unknown {
  const { items } = jsonSchemaOf(field) as { items?: ItemField }
  if (typeof item !== 'object' || item === null) {
    return choiceIn(items, item) ?? String(item)
  }
  const named = Object.entries(items?.properties ?? {})
  return Object.fromEntries(
    Object.entries(item).map(([label, value]) => {
      const [name, known] = named.find(([, { label: found }]) => found === label) ?? [label, undefined]
      if (known?.type === 'boolean') return [name, value === '是']
      return [name, choiceIn(known, value) ?? value]
    }),
  )
}

/** The value of a choice that is written by its label; undefined for what is none. */
function choiceIn({ choices = {} }: Choosable = {}, written: unknown): string | undefined {
  return Object.entries(choices).find(([, label]) => label === String(written))?.[0]
}

interface Choosable {
  readonly choices?: Readonly<Record<string, string>>
}

/** What the JSON Schema of a list says of its items: one of a few, or a row. */
interface ItemField extends Choosable {
  readonly properties?: Readonly<Record<string, RowField>>
}

interface RowField extends Choosable {
  readonly label?: string
  readonly type?: string
}

function withoutAbsent(step: { readonly [Key in keyof Played]: Played[Key] | undefined }): Played {
  return Object.fromEntries(
    Object.entries(step).filter(([, value]) => value !== undefined),
  ) as unknown as Played
}
