import { firstDay, type ProposedDuty } from './proposed-duty.ts'

/** A duty of a gazette as it is kept. */
export interface KeptDuty {
  readonly number: string
  readonly document: string
  readonly title: string
  readonly content: string
  readonly printedUnits: readonly string[]
  readonly textDay: string | null
  readonly lines: string
}

/** Something that a new reading has otherwise than it is kept. */
export interface Difference {
  readonly field: string
  readonly before: string
  readonly after: string
}

/** What a new reading of the same notices differs in. Nothing that is kept is changed by it. */
export interface Rereading {
  readonly added: readonly ProposedDuty[]
  readonly changed: readonly {
    readonly kept: KeptDuty
    readonly proposed: ProposedDuty
    readonly differences: readonly Difference[]
  }[]
  /** Kept, and not in the new reading. */
  readonly gone: readonly KeptDuty[]
  readonly unchanged: number
}

/** Holds a reading against what is kept of the same notices: by number, else by notice and title. */
export function rereading(proposed: readonly ProposedDuty[], kept: readonly KeptDuty[]): Rereading {
  const documents = new Set(proposed.map(({ document }) => document))
  const ofThese = kept.filter(({ document }) => documents.has(document))
  const byNumber = new Map(ofThese.map((duty) => [duty.number, duty]))
  const numbered = new Set(proposed.map(({ number }) => number))
  const byTitle = new Map(
    ofThese.filter(({ number }) => !numbered.has(number)).map((duty) => [titleKey(duty), duty]),
  )
  const found = new Set<string>()
  const added: ProposedDuty[] = []
  const changed: Rereading['changed'][number][] = []
  let unchanged = 0
  for (const duty of proposed) {
    const same = byNumber.get(duty.number) ?? byTitle.get(titleKey(duty))
    if (same === undefined || found.has(same.number)) {
      added.push(duty)
      continue
    }
    found.add(same.number)
    const differences = differencesOf(same, duty)
    if (differences.length === 0) unchanged++
    else changed.push({ kept: same, proposed: duty, differences })
  }
  return { added, changed, gone: ofThese.filter(({ number }) => !found.has(number)), unchanged }
}

/** The printed form of what a duty's register keeps of a proposal. */
export function printedUnits({ units }: Pick<ProposedDuty, 'units'>): readonly string[] {
  const words = { leads: '（牵头）', supports: '（配合）', answers: '' } as const
  return units.map(({ name, part }) => `${name}${words[part]}`)
}

function differencesOf(kept: KeptDuty, proposed: ProposedDuty): Difference[] {
  const pairs: readonly (readonly [string, string, string])[] = [
    ['任务名称', kept.title, proposed.title],
    ['任务内容', kept.content, proposed.text],
    ['原文责任单位', kept.printedUnits.join('、'), printedUnits(proposed).join('、')],
    ['原文期限', kept.textDay ?? '', firstDay(proposed) ?? ''],
    ['公报行', kept.lines, proposed.lines.join('-')],
  ]
  return pairs
    .filter(([, before, after]) => before !== after)
    .map(([field, before, after]) => ({ field, before, after }))
}

function titleKey({ document, title }: { readonly document: string; readonly title: string }): string {
  return `${document} ${title}`
}
