/** Marks that two prints of one title may differ in. */
const unimportant = /[\s“”‘’"'〈〉<>《》「」、，,。．.：:；;·*#—–-]/g

const fullWidth = /[！-～]/g

/** A title without what two prints of it may differ in: spaces, quotes, commas, and width. */
export function foldText(text: string): string {
  return text
    .replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(unimportant, '')
}

/**
 * How much two texts have in common at their beginnings and ends, as a share of the longer one: 1 for the same
 * text, 0 for none. Linear in their length.
 */
export function likeness(first: string, second: string): number {
  const [short, long] = first.length <= second.length ? [first, second] : [second, first]
  if (long === '') return 1
  let head = 0
  while (head < short.length && short[head] === long[head]) head++
  let tail = 0
  while (tail < short.length - head && short.at(-1 - tail) === long.at(-1 - tail)) tail++
  return (head + tail) / long.length
}
