/**
 * Widths of a table's columns within a width: each as wide as it wants where all fit, and the rest shared out; else all
 * narrowed in proportion, but none below what it cannot do without.
 *
 * @param wanted natural width of each column
 * @param least width below which a column's text would be cut inside a word
 */
export function columnWidths(
  wanted: readonly number[],
  least: readonly number[],
  width: number,
): readonly number[] {
  const total = wanted.reduce((sum, each) => sum + each, 0)
  if (total <= width) return wanted.map((each) => each + ((width - total) * each) / total)
  const floor = least.reduce((sum, each) => sum + each, 0)
  if (floor >= width) return least.map((each) => (each * width) / floor)
  const share = (width - floor) / (total - floor)
  return wanted.map((each, place) => {
    const bottom = least[place] ?? 0
    return bottom + (each - bottom) * share
  })
}
