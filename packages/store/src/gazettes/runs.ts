/** A character as the index counts it: 0 for those beyond the basic plane, as `gazette_runs` in the database. */
function unitOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code > 0xffff ? 0 : code
}

/** The runs of two characters that a text must have if a folded word stands in it; none for a single character. */
export function runsOf(word: string): number[] {
  const units = [...word].map(unitOf)
  return [...new Set(units.slice(1).map((unit, index) => ((units[index] ?? 0) << 16) | unit))]
}

/** Whether having its run means that the word stands there, with nothing left to be looked at. */
export function isToldByRuns(word: string): boolean {
  const units = [...word].map(unitOf)
  return units.length === 2 && !units.includes(0)
}
