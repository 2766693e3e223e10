import type { Amount, Body, Clause, Deadline, Duty, Instrument, Span, Table, Target } from '@luoshi/gazette'
import { clauseReference, deadlineWords, shortened, targetWords } from '../chinese-words.ts'
import type { DraftFinding } from './draft-check.ts'
import { effectsOf } from './effects.ts'
import { canonicalUnit } from './search-query.ts'

/** A published notice in force that a draft is held against. */
export interface NoticeInForce {
  readonly docNumber: string
  readonly instrument: Instrument
  /** It is about the same as the draft: the same matter, the same superior order, or the draft cites it. */
  readonly isRelated: boolean
}

/**
 * Where a draft says something else than a notice in force: of the same indicator and year, of the same leading group;
 * and, where both are about the same, in a sentence of the same words, under the same heading, of the same item of a list.
 * What the draft itself repeals or amends is left aside, and so is a notice that says both.
 */
export function contradictionsOf(draft: Instrument, inForce: readonly NoticeInForce[]): DraftFinding[] {
  const changed = changedBy(draft)
  const others = inForce.filter(({ docNumber }) => docNumber !== draft.docNumber && !changed.has(docNumber))
  const related = others.filter(({ isRelated }) => isRelated)
  return [
    ...targetFindings(draft, others),
    ...officeFindings(draft, others),
    ...sentenceFindings(draft, related),
    ...headingFindings(draft, related),
    ...itemFindings(draft, related),
  ]
}

/** Numbers of the documents that a draft says it repeals or amends. */
export function changedBy(draft: Instrument): ReadonlySet<string> {
  const repealed = effectsOf(draft).filter(({ kind }) => kind === 'repeals' || kind === 'amends')
  const texts = new Map(draft.clauses.map(({ id, text }) => [id, text]))
  const amended = draft.citations.filter(({ clause, title }) => {
    const sentence = (texts.get(clause) ?? '').split(/[。；]/).find((part) => part.includes(title)) ?? ''
    return /修改|修订|调整|更正|代替|取代/.test(sentence)
  })
  return new Set([...repealed, ...amended].flatMap(({ docNumber }) => docNumber ?? []))
}

function finding(said: string, where: string, says: string, lines: Span): DraftFinding {
  return {
    kind: '与现行文件不一致',
    severity: 'warning',
    message: `${said}，${where}写的是${says}，请核对以哪个为准；要改的，写明修改或废止它。`,
    lines: [lines],
  }
}

/** 清政办发〔2026〕8号二（一） */
function placeOf({ docNumber, instrument: { clauses } }: NoticeInForce, clause: string): string {
  return `${docNumber}${clauseReference(new Map(clauses.map((one) => [one.id, one])), clause)}`
}

/** The same indicator, unit and year with another value, where it is as much, at least or at most in both. */
function targetFindings({ targets }: Instrument, others: readonly NoticeInForce[]): DraftFinding[] {
  const nameOf = ({ indicator, operator, unit, year }: Target) =>
    `${bare(indicator)} ${operator} ${unit} ${year}`
  const known = others.map((notice) => ({
    notice,
    targets: Map.groupBy(notice.instrument.targets, nameOf),
  }))
  return targets.flatMap((target) =>
    known.flatMap(({ notice, targets }) => {
      const same = target.year === null ? [] : (targets.get(nameOf(target)) ?? [])
      const [other] = same
      if (other === undefined || same.some(({ value }) => value === target.value)) return []
      const said = `“${target.indicator}”${target.year}年写的是${targetWords(target)}`
      return [finding(said, placeOf(notice, other.clause), targetWords(other), target.lines)]
    }),
  )
}

/** The same leading group with its office at another unit. */
function officeFindings({ bodies, clauses }: Instrument, others: readonly NoticeInForce[]): DraftFinding[] {
  const known = Map.groupBy(
    others.flatMap((notice) => notice.instrument.bodies.map((body) => ({ notice, body }))),
    ({ body }) => bare(body.name),
  )
  const lines = new Map(clauses.map((clause) => [clause.id, clause.lines]))
  return bodies.filter(isNamed).flatMap(({ name, office, clause }) => {
    const at = lines.get(clause)
    if (office === null || at === undefined) return []
    return (known.get(bare(name)) ?? []).flatMap(({ notice, body }) => {
      if (body.office === null || isSame(body.office, office)) return []
      const said = `“${name}”的办公室写的是设在${office}`
      return [finding(said, placeOf(notice, body.clause), `设在${body.office}`, at)]
    })
  })
}

/** 领导小组 alone is every group's name. */
function isNamed({ name }: Body): boolean {
  return bare(name).replace(/县|工作|项目|领导小组|领导组|指挥部|专班|联席会议|委员会/g, '').length >= 2
}

/** A time or a sum that a sentence names. */
type Named =
  | { readonly kind: 'time'; readonly value: Deadline }
  | { readonly kind: 'sum'; readonly value: Amount }

/** A sentence without its times, sums and units: equal ones order the same. */
interface Sentence {
  readonly clause: Clause
  /** Its first words. */
  readonly words: string
  readonly skeleton: string
  readonly named: readonly Named[]
}

/** So much of a sentence is quoted. */
const LONGEST_QUOTE = 20

/** Fewer letters than this are no sentence that tells of one thing only. */
const LEAST_LETTERS = 8

/** The same words with another time or sum. */
function sentenceFindings(draft: Instrument, related: readonly NoticeInForce[]): DraftFinding[] {
  const known = related.map((notice) => ({
    notice,
    sentences: Map.groupBy(sentencesOf(notice.instrument), ({ skeleton }) => skeleton),
  }))
  return sentencesOf(draft).flatMap((own) =>
    known.flatMap(({ notice, sentences }) => {
      const same = (sentences.get(own.skeleton) ?? []).map((other) => ({
        clause: other.clause.id,
        difference: differenceOf(own.named, other.named),
      }))
      const [first] = same
      // A notice that says the same in another place contradicts nothing.
      if (first?.difference == null || same.some(({ difference }) => difference === null)) return []
      const [mine, theirs] = first.difference
      const said = `“${own.words}”一句写的是“${mine.value.text}”`
      return [finding(said, placeOf(notice, first.clause), `“${theirs.value.text}”`, mine.value.lines)]
    }),
  )
}

/** The first value in which two sentences differ; null where they say the same, or nothing that can be compared. */
function differenceOf(own: readonly Named[], other: readonly Named[]): readonly [Named, Named] | null {
  for (const [index, one] of own.entries()) {
    const beside = other[index]
    if (beside !== undefined && differs(one, beside)) return [one, beside]
  }
  return null
}

/** Days of different years are two rounds of the same; a day and a number of days cannot be compared. */
function differs(one: Named, other: Named): boolean {
  if (one.kind === 'sum' || other.kind === 'sum') {
    return one.kind === 'sum' && other.kind === 'sum' && one.value.yuan !== other.value.yuan
  }
  const [first, second] = [one.value, other.value]
  if (first.date !== null && second.date !== null) {
    return first.date.slice(0, 4) === second.date.slice(0, 4) && first.date !== second.date
  }
  if (first.duration !== null && second.duration !== null)
    return deadlineWords(first) !== deadlineWords(second)
  return first.recurrence !== null && second.recurrence !== null && first.recurrence !== second.recurrence
}

/** Stands in a skeleton for a time and for a sum. */
const marks = { time: '\uE000', sum: '\uE001' } as const

/** The sentences of an instrument that name a time or a sum. */
function sentencesOf({ clauses, duties, deadlines, amounts }: Instrument): Sentence[] {
  const times = Map.groupBy(deadlines, ({ clause }) => clause)
  const sums = Map.groupBy(amounts, ({ clause }) => clause)
  const markers = Map.groupBy(duties, ({ clause }) => clause)
  return clauses.flatMap((clause) => {
    const found: Named[] = [
      ...(times.get(clause.id) ?? []).map((value) => ({ kind: 'time', value }) as const),
      ...(sums.get(clause.id) ?? []).map((value) => ({ kind: 'sum', value }) as const),
    ]
    if (found.length === 0) return []
    const text = (markers.get(clause.id) ?? []).reduce(
      (rest, { raw }) => rest.replace(raw, () => timesWithin(raw, found)),
      clause.text,
    )
    return sentencesIn(text, found).map((sentence) => ({ clause, ...sentence }))
  })
}

/** Who is bound is compared for itself: of a responsibility marker only its times belong to the sentence. */
function timesWithin(marker: string, found: readonly Named[]): string {
  return found.flatMap(({ value: { text } }) => (marker.includes(text) ? [text] : [])).join('')
}

function sentencesIn(text: string, found: readonly Named[]): Omit<Sentence, 'clause'>[] {
  const placed = placesOf(text, found)
  return rangesIn(text, placed).flatMap(([first, end]) => {
    const own = placed.filter(({ at }) => at >= first && at < end)
    let skeleton = ''
    let kept = first
    for (const { at, named } of own) {
      skeleton += text.slice(kept, at) + marks[named.kind]
      kept = at + named.value.text.length
    }
    skeleton = (skeleton + text.slice(kept, end)).replace(/[^\p{L}\p{N}\uE000\uE001]/gu, '')
    const letters = skeleton.replace(/[\uE000\uE001]/g, '').length
    if (own.length === 0 || letters < LEAST_LETTERS) return []
    const [sentence = ''] = text.slice(first, end).split(/(?<=[。；\n])/)
    const words = shortened(sentence.trim(), LONGEST_QUOTE)
    return [{ words, skeleton, named: own.map(({ named }) => named) }]
  })
}

/** Where each sentence begins and ends; what is nothing but times belongs to the sentence before it. */
function rangesIn(text: string, placed: readonly PlacedName[]): (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = []
  let first = 0
  for (const part of text.split(/(?<=[。；\n])/)) {
    const end = first + part.length
    const [before, start] = [ranges.at(-1), first]
    const words = placed
      .filter(({ at }) => at >= start && at < end)
      .reduce((rest, { named }) => rest.replace(named.value.text, ''), part)
    if (before !== undefined && bare(words) === '') ranges.splice(-1, 1, [before[0], end])
    else ranges.push([start, end])
    first = end
  }
  return ranges
}

/** A time or a sum with where it stands. */
interface PlacedName {
  readonly at: number
  readonly named: Named
}

/** Where times and sums stand in a text, in its order, without overlaps: one of the same words after another. */
function placesOf(text: string, found: readonly Named[]): PlacedName[] {
  const next = new Map<string, number>()
  const placed = found.flatMap((named) => {
    const words = named.value.text
    const at = text.indexOf(words, next.get(words) ?? 0)
    if (at === -1) return []
    next.set(words, at + words.length)
    return [{ at, named }]
  })
  let end = 0
  return placed
    .sort((a, b) => a.at - b.at || b.named.value.text.length - a.named.value.text.length)
    .filter(({ at, named }) => {
      if (at < end) return false
      end = at + named.value.text.length
      return true
    })
}

/** Who answers for a clause under a heading, and until when. */
function headingFindings(draft: Instrument, related: readonly NoticeInForce[]): DraftFinding[] {
  const known = related.map((notice) => ({ notice, headed: headedOf(notice.instrument) }))
  return [...headedOf(draft)].flatMap(([heading, own]) =>
    known.flatMap(({ notice, headed }) => {
      const other = headed.get(heading)
      if (other === undefined || isShared(own.leads, other.leads)) return []
      const said = `“${own.clause.heading}”写的是由${own.leads.join('、')}${own.role}`
      const says = `由${other.leads.join('、')}${other.role}`
      return [finding(said, placeOf(notice, other.clause.id), says, own.clause.lines)]
    }),
  )
}

interface Headed {
  readonly clause: Clause
  readonly leads: readonly string[]
  readonly role: string
}

/** Clauses by their heading, where only one bears it, with those who lead. */
function headedOf({ clauses, duties }: Instrument): ReadonlyMap<string, Headed> {
  const byClause = Map.groupBy(duties, ({ clause }) => clause)
  const byHeading = Map.groupBy(clauses, ({ heading }) => bare(heading ?? ''))
  return new Map(
    [...byHeading].flatMap(([heading, [clause, ...more]]) => {
      if (heading.length < LEAST_OF_HEADING || clause === undefined || more.length > 0) return []
      const { leads, role } = leadsOf(byClause.get(clause.id) ?? [])
      return leads.length === 0 ? [] : [[heading, { clause, leads, role }] as const]
    }),
  )
}

/** Shorter headings are too common to tell anything. */
const LEAST_OF_HEADING = 4

/** Who leads: those who do by name (牵头), else all who answer for it. */
function leadsOf(duties: readonly Duty[]): { leads: string[]; role: string } {
  const units = duties.flatMap(({ units }) => units)
  const leading = units.filter(({ as }) => as === '牵头')
  const chosen = leading.length > 0 ? leading : units.filter(({ as }) => as === '责任' || as === '负责')
  return { leads: [...new Set(chosen.map(({ name }) => name))], role: leading.length > 0 ? '牵头' : '负责' }
}

function isShared(leads: readonly string[], others: readonly string[]): boolean {
  return leads.some((lead) => others.includes(lead))
}

/** Columns of a list that say who does an item and how long it may take. */
const told = /部门|单位|机关|主体|时限|期限/

/** More would be no finding but another list. */
const MOST_ITEMS = 20

/** The same item of a list with another body or another limit. */
function itemFindings(draft: Instrument, related: readonly NoticeInForce[]): DraftFinding[] {
  const items = draft.tables.flatMap(itemsOf)
  return related
    .flatMap(({ docNumber, instrument }) => {
      const known = Map.groupBy(instrument.tables.flatMap(itemsOf), ({ name }) => bare(name))
      return items.flatMap(({ name, line, values }) => {
        const same = known.get(bare(name)) ?? []
        return [...values].flatMap(([column, value]) => {
          const others = same.flatMap((beside) => beside.values.get(column) ?? [])
          const [other] = others
          if (other === undefined || others.some((one) => isSame(one, value))) return []
          return [finding(`“${name}”的${column}写的是${value}`, `${docNumber}的清单`, other, [line, line])]
        })
      })
    })
    .slice(0, MOST_ITEMS)
}

/** An item of a list. */
interface Item {
  readonly name: string
  readonly line: number
  /** By column. */
  readonly values: ReadonlyMap<string, string>
}

/** Rows of a table of which one column names items and another tells who does them, or how long it may take. */
function itemsOf({ columns, rows }: Table): Item[] {
  const naming = columns.findIndex((column) => /(?:事项|职权|许可|服务|主项|子项).*名称$|^事项$/.test(column))
  const telling = columns.flatMap((column, index) => (index !== naming && told.test(column) ? [index] : []))
  if (naming === -1 || telling.length === 0) return []
  return rows.flatMap(({ kind, cells, line }) => {
    const name = cells[naming] ?? ''
    if (kind !== 'row' || bare(name) === '') return []
    const values = telling.flatMap((index) => {
      const value = cells[index] ?? ''
      return value === '' ? [] : [[columns[index] ?? '', value] as const]
    })
    return [{ name, line, values: new Map(values) }]
  })
}

/** Units by any of their names; anything else as it is written, but for spaces and signs. */
function isSame(one: string, other: string): boolean {
  return bare(canonicalUnit(one)) === bare(canonicalUnit(other))
}

function bare(words: string): string {
  return words.replace(/[^\p{L}\p{N}]/gu, '')
}
