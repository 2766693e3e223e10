import characters from 'opencc-js/dict/TSCharacters'

/** 丟 → 丢: traditional characters that have one simplified form of the same length. */
function simplifiedForms(): [string, string][] {
  return characters.split('|').flatMap((pair): [string, string][] => {
    const [traditional = '', ...simplified] = pair.split(' ')
    const [first = ''] = simplified
    return traditional.length === 1 && first.length === 1 ? [[traditional, first]] : []
  })
}

const brackets: readonly (readonly [string, string])[] = [
  ['〔', '['],
  ['〕', ']'],
  ['【', '['],
  ['】', ']'],
  ['〈', '('],
  ['〉', ')'],
  ['《', '('],
  ['》', ')'],
  ['「', '"'],
  ['」', '"'],
  ['“', '"'],
  ['”', '"'],
  ['‘', "'"],
  ['’', "'"],
  ['—', '-'],
  ['–', '-'],
  ['－', '-'],
  ['○', '〇'],
]

function widths(): [string, string][] {
  const pairs: [string, string][] = []
  for (let code = 0xff01; code <= 0xff5e; code++) {
    pairs.push([String.fromCharCode(code), String.fromCharCode(code - 0xfee0).toLowerCase()])
  }
  for (let code = 0x41; code <= 0x5a; code++) {
    pairs.push([String.fromCharCode(code), String.fromCharCode(code + 0x20)])
  }
  return pairs
}

const BLANKS =
  ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\u00ad\0'

let known: Uint16Array | null = null

/** What each code unit becomes: another one, or 0 where it falls away. Every other stays as it is. Made once, when it is first needed. */
function foldsOfUnits(): Uint16Array {
  if (known !== null) return known
  const folds = new Uint16Array(0x10000)
  for (let unit = 0; unit < folds.length; unit++) folds[unit] = unit
  for (const [from, to] of [...simplifiedForms(), ...brackets, ...widths()]) {
    folds[from.charCodeAt(0)] = to.charCodeAt(0)
  }
  for (const blank of BLANKS) folds[blank.charCodeAt(0)] = 0
  known = folds
  return folds
}

/**
 * Text as it is searched: without spaces; widths, letter case, kinds of brackets and dashes, traditional and
 * simplified characters no longer differ. Each character folds by itself, so that a part of a text folds to a part
 * of its folded text: whatever stands in a text is found.
 */
export function foldText(text: string): string {
  const folds = foldsOfUnits()
  let folded = ''
  let kept = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const to = folds[unit]
    if (to === unit && unit !== 0) continue
    folded += text.slice(kept, at) + (to === 0 || to === undefined ? '' : String.fromCharCode(to))
    kept = at + 1
  }
  return kept === 0 ? text : folded + text.slice(kept)
}

/** Where each character of the folded text stands in the text. */
export function foldedPlaces(text: string): number[] {
  const folds = foldsOfUnits()
  const places: number[] = []
  for (let at = 0; at < text.length; at++) {
    if (folds[text.charCodeAt(at)] !== 0) places.push(at)
  }
  return places
}

/** Text that PostgreSQL can keep: no null character and no half of a pair. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed()
}
