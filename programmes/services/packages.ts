import { defineRegister, fields, listOf, type RecordOf, reference, text, yesNo } from '@luoshi/kernel'
import { bureau, officers } from './access.ts'
import { wutaiPackage } from './bases.ts'
import { type Guide, type GuideMaterial, guides, type Question } from './guides.ts'

/** 一件事一次办: several items asked for at once. */
export const packages = defineRegister({
  id: 'packages',
  title: '“一件事”套餐',
  basis: wutaiPackage.lines(831),
  fields: fields({
    number: text('套餐编号'),
    name: text('套餐名称'),
    guides: listOf('包含的事项', reference('办事指南', guides.id)),
    isPublished: yesNo('已公布'),
  }),
  key: ['number'],
  calledBy: ['name'],
  access: { read: officers, write: [bureau] },
})

export type Package = RecordOf<typeof packages.fields>

/** One form and one set of materials for several items: what several ask is asked once. */
export interface Merged {
  readonly questions: readonly Question[]
  readonly materials: readonly GuideMaterial[]
  /** How many questions and materials fewer than asking for each alone. */
  readonly spared: { readonly questions: number; readonly materials: number }
}

/** The form of a package. A question or material that one item needs is needed; only what all let promise may be promised. */
export function mergedForm(all: readonly Pick<Guide, 'questions' | 'materials'>[]): Merged {
  const questions = mergedBy(
    all.flatMap((guide) => guide.questions),
    ({ label }) => label,
    (one, other) => ({
      ...one,
      isRequired: one.isRequired || other.isRequired,
      isPersonal: one.isPersonal || other.isPersonal,
    }),
  )
  const materials = mergedBy(
    all.flatMap((guide) => guide.materials),
    ({ name }) => name,
    (one, other) => ({
      ...one,
      // What one of them has from elsewhere is not asked for.
      ...(one.source === 'applicant' ? { source: other.source, issuer: other.issuer } : {}),
      isRequired: one.isRequired || other.isRequired,
      canBePromised: one.canBePromised && other.canBePromised,
    }),
  )
  const before = { questions: sum(all, 'questions'), materials: sum(all, 'materials') }
  return {
    questions,
    materials,
    spared: {
      questions: before.questions - questions.length,
      materials: before.materials - materials.length,
    },
  }
}

function mergedBy<Item>(
  all: readonly Item[],
  keyOf: (item: Item) => string,
  both: (a: Item, b: Item) => Item,
): Item[] {
  const merged = new Map<string, Item>()
  for (const item of all) {
    const before = merged.get(keyOf(item))
    merged.set(keyOf(item), before === undefined ? item : both(before, item))
  }
  return [...merged.values()]
}

function sum(
  all: readonly Pick<Guide, 'questions' | 'materials'>[],
  part: 'questions' | 'materials',
): number {
  return all.reduce((total, guide) => total + guide[part].length, 0)
}
