import { AlignmentType, Bookmark, LineRuleType, Paragraph, TextRun } from 'docx'
import { type Face, faces } from '../fonts/faces.ts'
import { GRID, SIZE } from '../official-page.ts'

/** 28 characters of 三号 are 2 mm wider than the line that they must fill: each gives way, in twentieths of a point. */
const CLOSER = -5

/** The font of a face, for Chinese and Latin signs alike. */
export function font(face: Face) {
  const { name } = faces[face]
  return { ascii: name, eastAsia: name, hAnsi: name, cs: name }
}

/** Half points, in which Word writes sizes of type. */
export function halfPoints(size: number): number {
  return Math.round(size * 2)
}

/** How a line or paragraph is set. */
export interface LineSetting {
  readonly face: Face
  /** In points. */
  readonly size: number
  readonly color?: string
  readonly align?: 'left' | 'center' | 'right' | 'both'
  /** First line's indent, and that of the whole and its right side, in characters of the body. */
  readonly first?: number
  readonly left?: number
  readonly right?: number
  /** Height in lines of the grid; 1 without. */
  readonly height?: number
  /** Room above, in points. */
  readonly before?: number
  readonly keepNext?: boolean
  /** On a page of its own. */
  readonly onNewPage?: boolean
  /** Name by which it is referred to. */
  readonly bookmark?: string
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const

/** A paragraph of one text in one setting, on the page's grid. */
export function line(text: string, setting: LineSetting): Paragraph {
  const { face, size, color, align = 'both', height = 1, before = 0, keepNext = false } = setting
  const indent = (characters: number | undefined) => Math.round((characters ?? 0) * GRID.character * 20)
  const run = new TextRun({
    text,
    font: font(face),
    size: halfPoints(size),
    ...(size === SIZE.three ? { characterSpacing: CLOSER } : {}),
    ...(color === undefined ? {} : { color }),
  })
  return new Paragraph({
    alignment: alignments[align],
    keepNext,
    pageBreakBefore: setting.onNewPage ?? false,
    indent: {
      firstLine: indent(setting.first),
      left: indent(setting.left),
      right: indent(setting.right),
    },
    spacing: {
      before: Math.round(before * 20),
      after: 0,
      // Rounded down: 22 lines must fit the page.
      line: Math.floor(GRID.line * height * 20),
      lineRule: LineRuleType.EXACT,
    },
    children: [
      setting.bookmark === undefined ? run : new Bookmark({ id: setting.bookmark, children: [run] }),
    ],
  })
}
