import {
  type Catalogue,
  type CatalogueVersion,
  citeText,
  findFieldMeta,
  type Item,
  levelLabel,
  type TextContent,
  textOf,
} from '@luoshi/kernel'
import { chineseDate } from '../chinese-words.ts'
import { cellText, listColumns } from './list-entries.ts'

/** A list in one version, and whose it is. */
export interface ListToPrint {
  /** 五台县 */
  readonly county: string
  readonly catalogue: Catalogue
  readonly version: CatalogueVersion
}

/**
 * A list as a handbook for those who work by it: its entries by kind, each with its number, name, what else its columns
 * say, and the line from which it was taken. Everything in it comes from the version that is printed.
 */
export function handbookOf({ county, catalogue, version }: ListToPrint): TextContent {
  const kind = kindField(catalogue)
  const groups = Map.groupBy(version.items, (item) => (kind === null ? '' : cellText(catalogue, item, kind)))
  const body = [...groups].flatMap(([group, items], place) => [
    ...(group === ''
      ? []
      : [{ level: 1, label: levelLabel(1, place + 1), text: `${group}（${items.length}项）` }]),
    ...items.flatMap((item) => entryParagraphs(catalogue, item, kind)),
  ])
  return {
    form: 'text',
    head: 'plain',
    issuer: `${county}人民政府`,
    number: null,
    title: `${catalogue.title}${version.name === undefined ? '' : `（${version.name}）`}`,
    // A list names no person: there is nothing in it to mask.
    isPublic: false,
    addressee: null,
    body: [{ level: 0, label: '', text: introduction(catalogue, version) }, ...body],
    annexes: [],
    date: chineseDate(version.from),
    note: null,
    copies: [],
  }
}

function introduction({ exercisedBy }: Catalogue, { items, from, basis }: CatalogueVersion): string {
  const who = exercisedBy === undefined ? '' : `由${exercisedBy.who}行使（${citeText(exercisedBy.basis)}）。`
  return `共${items.length}项，自${chineseDate(from)}起施行，据${citeText(basis)}编印。${who}`
}

/** The field by which entries stand together: a choice, or the heading under which they were printed. */
function kindField({ fields, prints = [] }: Catalogue): string | null {
  const group = prints.find((print) => print.group !== undefined)?.group
  if (group !== undefined) return group
  const choice = Object.entries(fields.def.shape).find(
    ([, field]) => findFieldMeta(field)?.choices !== undefined,
  )
  return choice?.[0] ?? null
}

function entryParagraphs(catalogue: Catalogue, item: Item, kind: string | null): TextContent['body'] {
  const { parts } = catalogue
  const number = textOf(item.entry, parts.number)
  const others = listColumns(catalogue).filter(
    ({ field }) => field !== parts.name && field !== parts.number && field !== kind,
  )
  return [
    { level: 3, label: number === '' ? '' : `${number}.`, text: textOf(item.entry, parts.name) },
    ...others.flatMap(({ field, label }) => {
      const text = cellText(catalogue, item, field)
      return text === '' ? [] : [{ level: 0, label: '', text: `${label}：${text}` }]
    }),
    { level: 0, label: '', text: `出处：${citeText(item.basis)}` },
  ]
}
