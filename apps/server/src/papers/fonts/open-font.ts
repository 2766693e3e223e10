import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import opentype, { type Font } from 'opentype.js'
import subsetFont from 'subset-font'

/** Which open font at which weight. */
export interface OpenFontChoice {
  readonly family: 'noto-serif-sc' | 'noto-sans-sc'
  readonly weight: number
}

/** The glyphs of an open font at one weight, read slice by slice as characters call for them. */
export interface OpenFont {
  readonly ascender: number
  readonly descender: number
  readonly unitsPerEm: number
  /** The fonts that have these characters, each with its characters; what none has is left out. */
  glyphsOf(characters: ReadonlySet<string>): Promise<readonly OpenGlyph[]>
}

/** A character with its outline and advance. */
export interface OpenGlyph {
  readonly character: string
  readonly advanceWidth: number
  readonly path: ReturnType<Font['charToGlyph']>['path']
}

/** Slices kept in memory at once; a paper needs about forty of a hundred. */
const MOST_SLICES = 160

const fromHere = createRequire(import.meta.url)
const slices = new Map<string, Promise<Font>>()
const indexes = new Map<string, ReadonlyMap<number, string>>()

/**
 * An open font at a weight. The npm package has it in about a hundred slices for browsers, each a variable font; a
 * slice is fixed at the weight by HarfBuzz once and kept.
 */
export function openFont({ family, weight }: OpenFontChoice): OpenFont {
  const folder = dirname(fromHere.resolve(`@fontsource-variable/${family}/package.json`))
  const index = indexes.get(family) ?? readIndex(folder)
  indexes.set(family, index)
  return {
    ascender: 880,
    descender: -120,
    unitsPerEm: 1000,
    async glyphsOf(characters) {
      const bySlice = Map.groupBy(characters, (character) => index.get(character.codePointAt(0) ?? 0))
      const found: OpenGlyph[] = []
      for (const [slice, wanted] of bySlice) {
        if (slice === undefined) continue
        const font = await sliceAt(folder, family, slice, weight, index)
        for (const character of wanted) {
          const { advanceWidth, path, index: place } = font.charToGlyph(character)
          if (place !== 0) found.push({ character, advanceWidth: advanceWidth ?? 1000, path })
        }
      }
      return found
    },
  }
}

function sliceAt(
  folder: string,
  family: string,
  slice: string,
  weight: number,
  index: ReadonlyMap<number, string>,
): Promise<Font> {
  const key = `${family}/${slice}/${weight}`
  const kept = slices.get(key)
  const font = kept ?? readSlice(join(folder, 'files', `${family}-${slice}-wght-normal.woff2`))
  // Read again last: what was not used for longest goes first.
  slices.delete(key)
  slices.set(key, font)
  for (const oldest of slices.keys()) {
    if (slices.size <= MOST_SLICES) break
    slices.delete(oldest)
  }
  return font

  async function readSlice(file: string): Promise<Font> {
    const characters = [...index].filter(([, of]) => of === slice).map(([code]) => String.fromCodePoint(code))
    const fixed = await subsetFont(readFileSync(file), characters.join(''), {
      targetFormat: 'truetype',
      variationAxes: { wght: weight },
    })
    return opentype.parse(fixed.buffer.slice(fixed.byteOffset, fixed.byteOffset + fixed.byteLength))
  }
}

/** Code point → slice, from the package's list of ranges. */
function readIndex(folder: string): ReadonlyMap<number, string> {
  const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>
  const index = new Map<number, string>()
  for (const [name, list] of Object.entries(ranges)) {
    const slice = name.replaceAll(/[[\]]/g, '')
    for (const range of list.split(',')) {
      const [first = 0, last = first] = range
        .slice(2)
        .split('-')
        .map((code) => Number.parseInt(code, 16))
      for (let code = first; code <= last; code++) index.set(code, slice)
    }
  }
  return index
}
