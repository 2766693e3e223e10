/** Longest run of characters that is a key of its own; longer words are looked up by all their runs of this length. */
export const LONGEST_GRAM = 4

/** A run of two to four code units as one number of 64 bits, without loss: no two runs share one. */
function gramAt(text: string, at: number, length: number): bigint {
  let gram = 0n
  for (let index = at; index < at + length; index++) gram = (gram << 16n) | BigInt(text.charCodeAt(index))
  return BigInt.asIntN(64, gram)
}

/** All runs of two, three and four characters that stand in one of some folded texts, each once, in order. */
export function gramsOf(texts: readonly string[]): bigint[] {
  const runs = new Set<string>()
  for (const text of texts) {
    for (let length = 2; length <= LONGEST_GRAM; length++) {
      for (let at = 0; at + length <= text.length; at++) runs.add(text.slice(at, at + length))
    }
  }
  return [...runs].map((run) => gramAt(run, 0, run.length)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}

/** The keys that a text must have if a folded word stands in it; none for a single character. */
export function gramsOfWord(word: string): bigint[] {
  if (word.length < 2) return []
  const length = Math.min(word.length, LONGEST_GRAM)
  const grams = new Set<bigint>()
  for (let at = 0; at + length <= word.length; at++) grams.add(gramAt(word, at, length))
  return [...grams]
}

/** Whether having its keys means that the word stands there, with nothing left to be looked at. */
export function isToldByGrams(word: string): boolean {
  return word.length >= 2 && word.length <= LONGEST_GRAM
}
