import { type Catalogue, type CatalogueVersion, citeText } from '@luoshi/kernel'
import { stringify } from 'csv-stringify/sync'
import { cellText, listColumns } from '../catalogues/list-entries.ts'
import type { TakenFile } from './table-files.ts'
import { tableWorkbook, workbookMediaType } from './workbook.ts'

/** A published list to be taken along. */
export interface ListToTake {
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
} as const

/** A format in which lists are taken along. */
export type ListFormat = keyof typeof listWriters
