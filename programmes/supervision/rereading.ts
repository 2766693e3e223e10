import { firstDay, type ProposedDuty } from './proposed-duty.ts'

/** What a reading gives of a duty, as it is kept. */
export interface ReadDuty {
  readonly title: string
  readonly content: string
  readonly printedUnits: readonly string[]
  readonly textDay: string | null
  readonly lines: string
}

/** A duty of a gazette as it is kept, and as it was read when it was entered. */
export interface KeptDuty extends ReadDuty {
  readonly number: string
  readonly document: string
  readonly first: ReadDuty
}

/** Something that a new reading has otherwise than it is kept. */
export interface Difference {
  readonly field: (typeof readFields)[number]
  /** As a user reads the field's name. */
  readonly label: string
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

/** The fields of a duty that a reading gives, in the order in which they are shown. */
export const readFields = ['title', 'content', 'printedUnits', 'textDay', 'lines'] as const

const labels: Readonly<Record<(typeof readFields)[number], string>> = {
  title: '任务名称',
  content: '任务内容',
  printedUnits: '原文责任单位',
  textDay: '原文期限',
  lines: '公报行',
}

/** A proposal as what a duty's register keeps of it. */
export function readDuty(proposed: ProposedDuty): ReadDuty {
  const { title, text, lines } = proposed
  return {
    ...{ title, content: text, printedUnits: printedUnits(proposed) },
    ...{ textDay: firstDay(proposed), lines: lines.join('-') },
  }
}

/** Only what the new reading has otherwise than the first: what a clerk has put right since is no difference. */
function differencesOf(kept: KeptDuty, proposed: ProposedDuty): Difference[] {
  const now = readDuty(proposed)
  return readFields.flatMap((field) => {
    const [before, first, after] = [kept, kept.first, now].map((read) => wordsOf(read[field]))
    if (before === undefined || after === undefined || after === before || after === first) return []
    return [{ field, label: labels[field], before, after }]
  })
}

function wordsOf(value: ReadDuty[(typeof readFields)[number]]): string {
  return typeof value === 'string' ? value : (value?.join('、') ?? '')
}

function titleKey({ document, title }: { readonly document: string; readonly title: string }): string {
  return `${document} ${title}`
}
