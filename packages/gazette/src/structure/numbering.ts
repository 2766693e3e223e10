import type { Label, LabelStyle } from './labels.ts'

/** Where a clause stands in its instrument. */
export interface ClausePlace {
  readonly id: string
  readonly parent: string | null
  readonly level: number
}

/**
 * Puts clauses into a tree by the order of their numbers alone. A number goes on from the last one of its own
 * style, wherever that stands; a new style opens a level below what conventionally stands above it (编、章、节、
 * 条、一、（一）、1.、（1）、①).
 */
export interface Numbering {
  placeLabel(label: Label): ClausePlace
  /** `leadsTo` is the number that follows a paragraph which announces it: both stand under the same clause. */
  placeParagraph(leadsTo?: Label | null): ClausePlace
  /** An annex: what follows stands under it. */
  placeAnnex(name: string): ClausePlace
  /** A new text begins (the plan behind its covering notice): numbers start again. */
  startText(): void
}

interface OpenLevel extends ClausePlace {
  readonly style: string
  readonly rank: number
  readonly value: number
  readonly path: readonly number[]
}

const rankOf: Readonly<Record<LabelStyle, number>> = {
  part: 1,
  chapter: 2,
  section: 3,
  article: 4,
  decimal: 5,
  han: 5,
  'han-bracket': 6,
  digit: 7,
  'digit-bracket': 8,
  circled: 9,
}

/** Numbering of one instrument. */
export function createNumbering(): Numbering {
  const used = new Map<string, number>()
  const paragraphs = new Map<string, number>()
  let stack: OpenLevel[] = []
  let base: OpenLevel[] = []

  const uniqueId = (id: string): string => {
    const times = (used.get(id) ?? 0) + 1
    used.set(id, times)
    if (times === 1) return id
    return uniqueId(`${id}~${times}`)
  }
  const under = (parent: OpenLevel | undefined, last: string): ClausePlace => ({
    id: uniqueId(parent === undefined ? last : `${parent.id}.${last}`),
    parent: parent?.id ?? null,
    level: (parent?.level ?? 0) + 1,
  })

  return {
    placeLabel(label) {
      stack.length = depthFor(stack, base.length, label)
      const place = under(stack.at(-1), String(label.value))
      stack.push({
        ...place,
        style: styleOf(label),
        rank: rankOf[label.style],
        value: label.value,
        path: label.path,
      })
      return place
    },
    placeParagraph(leadsTo = null) {
      const open = leadsTo?.value === 1 ? stack.findIndex(({ style }) => style === styleOf(leadsTo)) : -1
      if (open >= 0) stack.length = open
      const parent = stack.at(-1)
      const key = parent?.id ?? ''
      const count = (paragraphs.get(key) ?? 0) + 1
      paragraphs.set(key, count)
      return under(parent, `p${count}`)
    },
    placeAnnex(name) {
      const place = under(undefined, name)
      base = [{ ...place, style: 'annex', rank: 0, value: 0, path: [] }]
      stack = [...base]
      return place
    },
    startText() {
      stack = [...base]
    },
  }
}

/** Decimal labels of each depth are a style of their own. */
function styleOf(label: Label): string {
  return label.style === 'decimal' ? `decimal ${label.path.length}` : label.style
}

/** How many of the open levels stay open above a label. */
function depthFor(stack: readonly OpenLevel[], floor: number, label: Label): number {
  if (label.style === 'decimal' && label.path.length > 1) return decimalDepth(stack, floor, label)
  const style = styleOf(label)
  const same = stack.findLastIndex((level) => level.style === style)
  if (same >= 0) return same
  let depth = stack.length
  while (depth > floor && (stack[depth - 1] as OpenLevel).rank > rankOf[label.style]) depth--
  return depth
}

/** 4.2.1 stands under 4.2, or where there is none, under 4; where that is missing too, beside its like. */
function decimalDepth(stack: readonly OpenLevel[], floor: number, label: Label): number {
  for (let length = label.path.length - 1; length > 0; length--) {
    const parent = stack.findLastIndex((level) => isSamePath(level.path, label.path, length))
    if (parent >= 0) return parent + 1
  }
  const style = styleOf(label)
  const same = stack.findLastIndex((level) => level.style === style)
  if (same >= 0) return same
  const decimal = stack.findIndex((level) => level.style.startsWith('decimal'))
  return Math.max(floor, decimal >= 0 ? decimal : stack.length)
}

function isSamePath(path: readonly number[], of: readonly number[], length: number): boolean {
  return path.length === length && path.every((value, index) => value === of[index])
}

/** Whether a label conventionally stands below another. */
export function isDeeper(label: Label, above: Label): boolean {
  if (label.style === 'decimal' && above.style === 'decimal') return label.path.length > above.path.length
  return rankOf[label.style] > rankOf[above.style]
}
