import type { Clause, Instrument, Issue, Table } from '@luoshi/gazette'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import { issueTitle } from '../chinese-words.ts'

const namespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'

/** The clause's own id (4.2) stands beside its `eId`, in a namespace of ours, as the standard allows. */
export const LUOSHI_NAMESPACE = 'urn:luoshi:gazette'

/** An issue as an Akoma Ntoso 1.0 `officialGazette`, each instrument a `doc` in a component of its own. */
export async function aknDocument(issue: Issue): Promise<string> {
  const { create } = await import('xmlbuilder2')
  const document = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\uFFFD' })
  const root = document.ele(namespace, 'akomaNtoso', { 'xmlns:luoshi': LUOSHI_NAMESPACE })
  const gazette = root.ele('officialGazette', { name: 'gazette' })
  const title = issueTitle(issue)
  const uri = workUri(issue)
  const date = issue.period?.to ?? yearDate(issue.year)
  writeMeta(gazette, { uri, prefix: '', date, author: issue.publisher })
  const preface = gazette.ele('preface')
  preface.ele('p').ele('docTitle').txt(title)
  const body = gazette.ele('collectionBody')
  issue.instruments.forEach((instrument, index) => {
    const eId = `cmp_${index + 1}`
    const identity = {
      uri: `${uri}/!${eId}`,
      prefix: `${eId}__`,
      date: instrument.issuedOn ?? date,
      author: instrument.issuer,
    }
    writeInstrument(body.ele('component', { eId }), instrument, eId, identity)
  })
  return `${document.end({ prettyPrint: true, indent: '  ' })}\n`
}

interface Identity {
  readonly uri: string
  /** Before the ids of what it refers to, which are unique in the whole file. */
  readonly prefix: string
  readonly date: string
  readonly author: string | null
}

function writeMeta(parent: XMLBuilder, identity: Identity): void {
  const luoshi = `#${identity.prefix}luoshi`
  const publisher = `#${identity.prefix}publisher`
  const meta = parent.ele('meta')
  const identification = meta.ele('identification', { source: luoshi })
  const levels = [
    ['FRBRWork', ''],
    ['FRBRExpression', '/zho@'],
    ['FRBRManifestation', '/zho@.akn'],
  ] as const
  for (const [level, ending] of levels) {
    const part = identification.ele(level)
    part.ele('FRBRthis', { value: `${identity.uri}${ending}` })
    part.ele('FRBRuri', { value: `${identity.uri}${ending}` })
    part.ele('FRBRdate', { date: identity.date, name: level === 'FRBRWork' ? 'issued' : 'published' })
    part.ele('FRBRauthor', { href: identity.author === null ? luoshi : publisher })
    if (level === 'FRBRWork') part.ele('FRBRcountry', { value: 'cn' })
    if (level === 'FRBRExpression') part.ele('FRBRlanguage', { language: 'zho' })
  }
  const references = meta.ele('references', { source: luoshi })
  if (identity.author !== null) {
    references.ele('TLCOrganization', {
      eId: publisher.slice(1),
      href: '/ontology/organization/publisher',
      showAs: identity.author,
    })
  }
  references.ele('TLCOrganization', {
    eId: luoshi.slice(1),
    href: '/ontology/organization/luoshi',
    showAs: '落实',
  })
}

function writeInstrument(parent: XMLBuilder, instrument: Instrument, eId: string, identity: Identity): void {
  const doc = parent.ele('doc', { name: 'instrument' })
  writeMeta(doc, identity)
  const preface = doc.ele('preface')
  preface.ele('p').ele('docTitle').txt(instrument.title)
  if (instrument.docNumber !== null) preface.ele('p').ele('docNumber').txt(instrument.docNumber)
  if (instrument.addressees !== null) preface.ele('p').txt(`${instrument.addressees}：`)
  const body = doc.ele('mainBody')
  const tables = Map.groupBy(instrument.tables, (table) => table.clause)
  const children = Map.groupBy(instrument.clauses, (clause) => clause.parent)
  const names = new EIds()
  const placed = { children, tables, names }
  for (const table of tables.get(null) ?? []) writeTablePart(body, table, names.of(eId, 'hcontainer', null))
  for (const clause of children.get(null) ?? []) writeClause(body, clause, eId, placed)
  if (instrument.clauses.length + instrument.tables.length === 0) body.ele('p')
  if (instrument.issuedOn !== null) {
    const signature = doc.ele('conclusions').ele('p')
    signature.ele('date', { date: instrument.issuedOn }).txt(instrument.issuedOn)
  }
}

interface Placed {
  readonly children: ReadonlyMap<string | null, readonly Clause[]>
  readonly tables: ReadonlyMap<string | null, readonly Table[]>
  readonly names: EIds
}

/** How the naming convention writes elements in an `eId`; every other goes by its own name. */
const SHORT_NAMES: Readonly<Record<string, string>> = { chapter: 'chp', section: 'sec', article: 'art' }

/**
 * Ids by the OASIS naming convention: that of the element around it, two underscores, the element's short name, its number or
 * else its place among those of its name. A number that stands twice is followed by its turn.
 */
class EIds {
  readonly #places = new Map<string, number>()
  readonly #taken = new Map<string, number>()

  of(parent: string, element: string, number: string | null): string {
    const name = `${parent}__${SHORT_NAMES[element] ?? element}`
    const place = (this.#places.get(name) ?? 0) + 1
    this.#places.set(name, place)
    const eId = `${name}_${number ?? place}`
    const turn = (this.#taken.get(eId) ?? 0) + 1
    this.#taken.set(eId, turn)
    return turn === 1 ? eId : this.of(parent, element, `${number ?? place}-${turn}`)
  }
}

/** A clause that has parts introduces them; one that has none holds its text. */
function writeClause(parent: XMLBuilder, clause: Clause, within: string, placed: Placed): void {
  const { element, attributes } = hierarchyElement(clause)
  const eId = placed.names.of(within, element, numberOf(clause))
  const part = parent.ele(element, { ...attributes, eId }).att(LUOSHI_NAMESPACE, 'luoshi:clause', clause.id)
  if (clause.label !== null) part.ele('num').txt(clause.label)
  if (clause.heading !== null) part.ele('heading').txt(clause.heading)
  const children = placed.children.get(clause.id) ?? []
  const tables = placed.tables.get(clause.id) ?? []
  const holder = children.length > 0 ? 'intro' : 'content'
  if (clause.text !== '' || holder === 'content') part.ele(holder).ele('p').txt(clause.text)
  const text = holder === 'content' ? part.last() : null
  for (const table of tables) {
    if (text !== null) writeTable(text, table)
    else writeTablePart(part, table, placed.names.of(eId, 'hcontainer', null))
  }
  for (const child of children) writeClause(part, child, eId, placed)
}

/** The number of a numbered clause, as the last part of its own id begins. */
function numberOf({ id, label }: Clause): string | null {
  const number = /^[A-Za-z0-9]+/.exec(id.slice(id.lastIndexOf('.') + 1))?.[0]
  return label === null || number === undefined ? null : number
}

function hierarchyElement({ label }: Clause): { element: string; attributes: Record<string, string> } {
  const ending = label?.at(-1)
  if (ending === '章') return { element: 'chapter', attributes: {} }
  if (ending === '节') return { element: 'section', attributes: {} }
  if (ending === '条') return { element: 'article', attributes: {} }
  if (label !== null) return { element: 'level', attributes: {} }
  return { element: 'hcontainer', attributes: { name: 'paragraph' } }
}

function writeTablePart(parent: XMLBuilder, table: Table, eId: string): void {
  writeTable(parent.ele('hcontainer', { name: 'table', eId }).ele('content'), table)
}

function writeTable(parent: XMLBuilder, table: Table): void {
  const element = parent.ele('table')
  if (table.title !== null) element.ele('caption').txt(table.title)
  const head = element.ele('tr')
  for (const column of table.columns) head.ele('th').ele('p').txt(column)
  for (const { cells } of table.rows) {
    const row = element.ele('tr')
    for (const cell of cells) row.ele('td').ele('p').txt(cell)
  }
}

/** /akn/cn/officialGazette/2026/2-上@wutai: country, kind, year, number. */
function workUri(issue: Issue): string {
  const number = issue.number === null ? 'nn' : `${issue.number}${issue.part ?? ''}`
  const path = `/akn/cn/officialGazette/${issue.county ?? 'unknown'}/${issue.year ?? '0001'}/${number}`
  return encodeURI(path)
}

function yearDate(year: number | null): string {
  return `${String(year ?? 1).padStart(4, '0')}-01-01`
}
