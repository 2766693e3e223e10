import {
  type Catalogue,
  type CatalogueChange,
  type CatalogueVersion,
  catalogueChangeLabels,
  catalogueDiff,
  findFieldMeta,
  type Item,
  labelOf,
  textOf,
} from '@luoshi/kernel'
import { cellText } from './list-entries.ts'

/** What became of entries, as a reader sees it. */
export interface ChangeLine {
  /** 更名 */
  readonly kind: string
  /** Names before, and after; empty where there are none. */
  readonly before: string
  readonly after: string
  /** What else differs: 实施机关：县水利局 → 县行政审批局 */
  readonly details: readonly string[]
}

/** What changed from one version of a list to a later one, line by line. */
export function changeLines(
  catalogue: Catalogue,
  before: CatalogueVersion,
  after: CatalogueVersion,
): readonly ChangeLine[] {
  const named = (items: readonly Item[]) =>
    items.map(({ entry }) => textOf(entry, catalogue.parts.name)).join('、')
  return catalogueDiff(catalogue, before, after).map((change) => ({
    kind: catalogueChangeLabels[change.kind],
    before: named('before' in change ? ([change.before].flat() as readonly Item[]) : []),
    after: named('after' in change ? ([change.after].flat() as readonly Item[]) : []),
    details: detailsOf(catalogue, change),
  }))
}

function detailsOf(catalogue: Catalogue, change: CatalogueChange): readonly string[] {
  if (!('fields' in change)) return []
  const { fields, parts } = catalogue
  return change.fields
    .filter(({ field }) => field !== parts.name)
    .map(({ field }) => {
      const schema = fields.def.shape[field]
      const meta = schema === undefined ? undefined : findFieldMeta(schema)
      const [was, is] = [change.before, change.after].map((item) => cellText(catalogue, item, field) || '无')
      return `${meta === undefined ? field : labelOf(meta)}：${was} → ${is}`
    })
}
