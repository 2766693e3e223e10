import { createHash } from 'node:crypto'
import { type Catalogue, type CatalogueVersion, citeText } from '@luoshi/kernel'
import { stringify } from 'csv-stringify/sync'
import { handbookOf } from '../catalogues/handbook.ts'
import { cellText, listColumns } from '../catalogues/list-entries.ts'
import { countyName } from '../gazettes/prepare-issue.ts'
import { DOCX_TYPE } from '../papers/write-paper.ts'
import { paperFileOf } from './issue-paper-files.ts'
import type { TakenFile } from './table-files.ts'
import { tableWorkbook, workbookMediaType } from './workbook.ts'

/** A published list to be taken along. */
export interface ListToTake {
  /** Region slug. */
  readonly county: string
  readonly catalogue: Catalogue
  readonly version: CatalogueVersion
}

function rowsOf({ catalogue, version }: ListToTake): string[][] {
  const columns = listColumns(catalogue)
  return version.items.map((item) => columns.map(({ field }) => cellText(catalogue, item, field)))
}

const headOf = ({ catalogue }: ListToTake) => listColumns(catalogue).map(({ label }) => label)

/** How a list is written in each format, from the same version as its page. */
export const listWriters = {
  csv: (list: ListToTake): TakenFile => ({
    body: stringify([headOf(list), ...rowsOf(list)], {
      bom: true,
      escape_formulas: true,
      record_delimiter: 'windows',
    }),
    mediaType: 'text/csv; charset=utf-8',
  }),
  xlsx: async (list: ListToTake): Promise<TakenFile> => ({
    body: await tableWorkbook(list.catalogue.title, headOf(list), rowsOf(list)),
    mediaType: workbookMediaType,
  }),
  json: ({ catalogue, version }: ListToTake): TakenFile => ({
    body: JSON.stringify({
      title: catalogue.title,
      version: version.name ?? null,
      from: version.from,
      until: version.until,
      basis: citeText(version.basis),
      columns: listColumns(catalogue),
      entries: version.items.map(({ entry, basis }) => ({ ...entry, basis: citeText(basis) })),
    }),
    mediaType: 'application/json; charset=utf-8',
  }),
  docx: (list: ListToTake): Promise<TakenFile> => handbook(list, 'docx'),
  pdf: (list: ListToTake): Promise<TakenFile> => handbook(list, 'pdf'),
} as const

/** A list as a handbook, written in a thread of its own: a long one takes a second. */
async function handbook({ county, ...list }: ListToTake, format: 'docx' | 'pdf'): Promise<TakenFile> {
  const content = handbookOf({ county: countyName(county), ...list })
  const made = new Date(`${list.version.from}T00:00:00+08:00`)
  const key = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  const body = await paperFileOf(key, { content, made, format })
  return { body, mediaType: format === 'pdf' ? 'application/pdf' : DOCX_TYPE }
}

/** A format in which lists are taken along. */
export type ListFormat = keyof typeof listWriters
