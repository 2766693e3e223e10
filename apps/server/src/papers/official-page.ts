/** The page of official papers, by GB/T 9704-2012, in millimetres. */
export const PAGE = {
  width: 210,
  height: 297,
  top: 37,
  bottom: 35,
  left: 28,
  right: 26,
  /** Lines of a page, and characters of a line. */
  lines: 22,
  characters: 28,
  /** From the foot of the text to the page number. */
  toPageNumber: 7,
} as const

/** Sizes of type by their numbers, in points: 二号, 三号, 四号, 小四, 五号. */
export const SIZE = { two: 22, three: 16, four: 14, smallFour: 12, five: 10.5 } as const

/** Red of heads and lines. */
export const RED = 'C00000'

/** Points of so many millimetres. */
export function points(millimetres: number): number {
  return (millimetres * 72) / 25.4
}

/** Twentieths of a point, in which Word measures. */
export function twips(millimetres: number): number {
  return Math.round(points(millimetres) * 20)
}

/** Height of a line and width of a character on the page's grid, in points. */
export const GRID = {
  line: points(PAGE.height - PAGE.top - PAGE.bottom) / PAGE.lines,
  character: points(PAGE.width - PAGE.left - PAGE.right) / PAGE.characters,
} as const

/** Page number as it is printed: — 3 — */
export function pageNumberText(page: number): string {
  return `— ${page} —`
}

/** Who keeps a copy of a form. */
export function copiesText(copies: readonly string[]): string {
  return `留存：${copies.join('；')}`
}

/** What a version for the public says of itself at its foot. */
export const PUBLIC_NOTE = '公开版：个人信息已遮盖。'

/** Name of an annex where it is announced: `附件：机井位置图`, or numbered where there are several. */
export function annexLines(
  annexes: readonly string[],
): readonly { readonly label: string; readonly text: string }[] {
  return annexes.map((text, index) => ({
    label: (index === 0 ? '附件：' : '') + (annexes.length > 1 ? `${index + 1}.` : ''),
    text,
  }))
}
