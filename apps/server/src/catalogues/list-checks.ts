import {
  type Catalogue,
  type CatalogueVersion,
  type Cite,
  type Completeness,
  catalogueFindings,
  compareLists,
  findFieldMeta,
  type Item,
  incompleteEntries,
  type ListComparison,
  type ListDifference,
  latestEdition,
  lawNameOf,
  listDifferenceLabels,
  listFindings,
  type OtherEntry,
  type Programme,
  replacementOf,
  replacementText,
  sourcesOf,
  textOf,
} from '@luoshi/kernel'
import { replacedLaws } from '@luoshi/programmes'

/** What a clause asks of a list, what it was held against, and what was found. */
export interface CheckGroup {
  readonly id: string
  readonly title: string
  readonly basis: Cite
  readonly against: string
  /** Whether there was something to hold it against. */
  readonly isDone: boolean
  readonly findings: readonly CheckFinding[]
}

/** One thing that the keeper of the list should look at. */
export interface CheckFinding {
  /** The entry; null for what the list has not. */
  readonly entry: Item | null
  /** Its name, here or in the other list. */
  readonly name: string
  readonly kind: string
  /** A whole sentence: what was found and what would pass. */
  readonly message: string
}

/** The records of a register; null where who asks may not read them. */
export type RecordsOf = (register: string) => Promise<readonly OtherEntry[] | null>

/** Everything that the notices ask of a list: itself, equality with other lists, what must be filled in for each entry. */
export async function listChecks(
  programme: Programme,
  catalogue: Catalogue,
  version: CatalogueVersion,
  recordsOf: RecordsOf,
  on: string,
): Promise<readonly CheckGroup[]> {
  const { heldTo = [], completeness = [] } = catalogue
  const groups = [ownGroup(catalogue, version), ...replacedGroup(catalogue, version, on)]
  for (const comparison of heldTo) {
    groups.push(comparisonGroup(catalogue, version, comparison, await recordsOf(comparison.register)))
  }
  for (const wanted of completeness) {
    const records = await recordsOf(wanted.register)
    groups.push(completenessGroup(programme, catalogue, version, wanted, records))
  }
  return groups
}

function ownGroup(catalogue: Catalogue, version: CatalogueVersion): CheckGroup {
  const nameOf = (item: Item | undefined) =>
    item === undefined ? '' : textOf(item.entry, catalogue.parts.name)
  const numbering = catalogueFindings(catalogue, version).map(({ message, path }): CheckFinding => {
    const item = version.items[Number(path[1])]
    return { entry: item ?? null, name: nameOf(item), kind: '序号和名称', message }
  })
  const bases = listFindings(catalogue, version).map(({ items, message }): CheckFinding => {
    const item = items.at(-1)
    return { entry: item ?? null, name: nameOf(item), kind: '依据和名称', message }
  })
  return {
    id: 'own',
    title: '序号连续、名称不重复、依据不照抄',
    basis: catalogue.basis,
    against: `${version.name ?? version.from}，${version.items.length}项`,
    isDone: true,
    findings: [...numbering, ...bases],
  }
}

/** Items that rest on what another law took the place of; no group for a list without bases. */
function replacedGroup(catalogue: Catalogue, version: CatalogueVersion, on: string): CheckGroup[] {
  if (catalogue.parts.source === undefined) return []
  const findings = version.items.flatMap((item) => {
    const laws = [...new Set(sourcesOf(catalogue, item).map(({ title }) => lawNameOf(title)))]
    return laws.flatMap((law): CheckFinding[] => {
      const replacement = replacementOf(replacedLaws, law, on)
      if (replacement === undefined) return []
      const name = textOf(item.entry, catalogue.parts.name)
      return [{ entry: item, name, kind: '依据已被取代', message: replacementText(replacement) }]
    })
  })
  return [
    {
      id: 'replaced',
      title: '依据的法律法规没有被取代',
      basis: catalogue.basis,
      against: `已知被取代的${replacedLaws.length}部法律法规`,
      isDone: true,
      findings,
    },
  ]
}

function comparisonGroup(
  catalogue: Catalogue,
  version: CatalogueVersion,
  comparison: ListComparison,
  records: readonly OtherEntry[] | null,
): CheckGroup {
  const { id, title, basis, where } = comparison
  const group = { id, title: `与${title}一致`, basis }
  if (records === null)
    return { ...group, against: '您无权查看这份清单的台账。', isDone: false, findings: [] }
  const own = records.filter((record) =>
    Object.entries(where).every(([field, value]) => String(record[field]) === value),
  )
  const { name, entries } = latestEdition(own, comparison)
  if (entries.length === 0) return { ...group, against: `${title}还没有导入。`, isDone: false, findings: [] }
  const differences = compareLists(catalogue, version, entries, comparison)
  return {
    ...group,
    against: `${name}，${entries.length}项`,
    isDone: true,
    findings: differences.map((difference) => differenceFinding(catalogue, comparison, difference)),
  }
}

function differenceFinding(
  catalogue: Catalogue,
  { title, equals }: ListComparison,
  difference: ListDifference,
): CheckFinding {
  const nameField = Object.entries(equals).find(([, own]) => own === catalogue.parts.name)?.[0]
  const entry = 'item' in difference ? difference.item : null
  const theirs = 'other' in difference ? textOf(difference.other, nameField) : ''
  const name = entry === null ? theirs : textOf(entry.entry, catalogue.parts.name)
  return { entry, name, kind: listDifferenceLabels[difference.kind], message: sentenceOf(difference) }

  function sentenceOf(found: ListDifference): string {
    if (found.kind === 'missing') return `${title}有“${theirs}”，本清单没有，请核对是否应当列入。`
    if (found.kind === 'extra')
      return `本清单有“${name}”，${title}没有，请核对是否应当取消，或者调整${title}。`
    if (found.kind === 'renamed') return `本清单作“${name}”，${title}作“${theirs}”，名称应当一致。`
    const label = labelOfField(catalogue, found.field)
    return `“${name}”的${label}，本清单为“${found.ours || '空'}”，${title}为“${found.theirs || '空'}”，应当一致。`
  }
}

function labelOfField({ fields }: Catalogue, field: string): string {
  const schema = fields.def.shape[field]
  return (schema === undefined ? undefined : findFieldMeta(schema)?.label) ?? field
}

function completenessGroup(
  { registers }: Programme,
  catalogue: Catalogue,
  version: CatalogueVersion,
  wanted: Completeness,
  records: readonly OtherEntry[] | null,
): CheckGroup {
  const { id, title, basis, fields } = wanted
  const group = { id, title: `逐项有${title}，${fields.length}项内容齐全`, basis }
  const register = registers.find((one) => one.id === wanted.register)
  if (records === null || register === undefined) {
    return { ...group, against: '您无权查看这份台账。', isDone: false, findings: [] }
  }
  const found = incompleteEntries(catalogue, version, records, wanted, register.fields)
  return {
    ...group,
    against: `${title}${records.length}份`,
    isDone: true,
    findings: found.map(({ item, record, blank }) => {
      const name = textOf(item.entry, catalogue.parts.name)
      const message =
        record === null ? `“${name}”还没有${title}。` : `“${name}”的${title}缺${blank.join('、')}。`
      return { entry: item, name, kind: record === null ? '没有制定' : '内容不全', message }
    }),
  }
}
