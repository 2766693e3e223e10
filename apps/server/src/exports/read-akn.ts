import type { Clause, Table } from '@luoshi/gazette'
import { create } from 'xmlbuilder2'
import { LUOSHI_NAMESPACE } from './akn.ts'

/** A clause as an Akoma Ntoso file has it: all but the lines of the file that was read. */
export type AknClause = Omit<Clause, 'lines' | 'level'>

/** An instrument as an Akoma Ntoso file has it. */
export interface AknInstrument {
  readonly title: string
  readonly docNumber: string | null
  readonly issuedOn: string | null
  readonly clauses: readonly AknClause[]
  readonly tables: readonly Pick<Table, 'title' | 'columns'>[]
}

/** What of the DOM is walked. */
interface Element {
  readonly nodeName: string
  readonly nodeType: number
  readonly textContent: string | null
  readonly childNodes: Iterable<Element>
  getAttribute(name: string): string | null
  getAttributeNS(namespace: string, name: string): string | null
}

const hierarchy = new Set(['chapter', 'section', 'article', 'level', 'hcontainer'])

/** The instruments of an official gazette in Akoma Ntoso, with their clauses in reading order. */
export function readAkn(xml: string): AknInstrument[] {
  const root = create(xml).root().node as unknown as Element
  const body = descendants(root, 'collectionBody')[0]
  return body === undefined
    ? []
    : children(body, 'component').flatMap((component) => children(component, 'doc').map(instrumentOf))
}

function instrumentOf(doc: Element): AknInstrument {
  const clauses: AknClause[] = []
  const main = children(doc, 'mainBody')[0]
  if (main !== undefined) collect(main, null, clauses)
  const date = descendants(doc, 'date')[0]
  return {
    title: textOf(descendants(doc, 'docTitle')[0]),
    docNumber: descendants(doc, 'docNumber')[0]?.textContent ?? null,
    issuedOn: date?.getAttribute('date') ?? null,
    clauses,
    tables: descendants(doc, 'table').map((table) => ({
      title: children(table, 'caption')[0]?.textContent ?? null,
      columns: descendants(children(table, 'tr')[0], 'th').map(textOf),
    })),
  }
}

/** Clauses in the order of the file: a clause before those within it. */
function collect(parent: Element, within: string | null, clauses: AknClause[]): void {
  for (const part of elements(parent)) {
    const id = part.getAttributeNS(LUOSHI_NAMESPACE, 'clause')
    if (!hierarchy.has(part.nodeName) || id === null) continue
    const holder = children(part, 'intro')[0] ?? children(part, 'content')[0]
    clauses.push({
      id,
      parent: within,
      label: children(part, 'num')[0]?.textContent ?? null,
      heading: children(part, 'heading')[0]?.textContent ?? null,
      text: holder === undefined ? '' : textOf(children(holder, 'p')[0]),
    })
    collect(part, id, clauses)
  }
}

function elements({ childNodes }: Element): Element[] {
  return [...childNodes].filter(({ nodeType }) => nodeType === 1)
}

function children(parent: Element, name: string): Element[] {
  return elements(parent).filter(({ nodeName }) => nodeName === name)
}

function descendants(parent: Element | undefined, name: string): Element[] {
  if (parent === undefined) return []
  return elements(parent).flatMap((child) => [
    ...(child.nodeName === name ? [child] : []),
    ...descendants(child, name),
  ])
}

function textOf(element: Element | undefined): string {
  return element?.textContent ?? ''
}
