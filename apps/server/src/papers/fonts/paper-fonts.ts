import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import opentype from 'opentype.js'
import { type Face, type FaceDefinition, faces } from './faces.ts'
import { type OpenFont, openFont } from './open-font.ts'

/** A font to embed, with the characters that it is used for. */
export interface EmbeddedFont {
  readonly file: Uint8Array
  readonly characters: ReadonlySet<string>
}

/** The fonts of one face in one paper, the county's own first; and the characters that none of them has. */
export interface FaceFonts {
  readonly fonts: readonly EmbeddedFont[]
  readonly missing: readonly string[]
}

/** Characters by the face that draws them. */
export type CharactersByFace = Readonly<Partial<Record<Face, ReadonlySet<string>>>>

/** The fonts of a paper, or of all papers of a file, by face. */
export type FontsByFace = Readonly<Partial<Record<Face, FaceFonts>>>

/** The fonts for these characters: of several papers together they are made once for all. */
export async function fontsByFace(characters: CharactersByFace, folder: string | null): Promise<FontsByFace> {
  const faces: Partial<Record<Face, FaceFonts>> = {}
  for (const [face, wanted] of Object.entries(characters) as [Face, ReadonlySet<string>][]) {
    faces[face] = await fontsOf(face, wanted, folder)
  }
  return faces
}

/** Drawn for a character that no font has, as printers do. */
export const GETA = '〓'

/**
 * The fonts that draw these characters in a face.
 *
 * @param folder where the county's own licensed fonts lie; null for none
 */
export async function fontsOf(
  face: Face,
  characters: ReadonlySet<string>,
  folder: string | null,
): Promise<FaceFonts> {
  const own = folder === null ? null : await readOwnFont(folder, faces[face])
  const inOwn = new Set([...characters].filter((character) => own?.has(character)))
  const fonts: EmbeddedFont[] = own === null ? [] : [{ file: own.file, characters: inOwn }]
  const others = new Set([...characters].filter((character) => !inOwn.has(character)))
  if (others.size === 0) return { fonts, missing: [] }
  const drawn = await drawnFont(openFont(faces[face].instead), others.add(GETA))
  const missing = [...others].filter((character) => !drawn.characters.has(character))
  return { fonts: [...fonts, drawn], missing }
}

/** One font of just these characters: one file to embed, whatever slices they came from. */
async function drawnFont(source: OpenFont, characters: ReadonlySet<string>): Promise<EmbeddedFont> {
  const { unitsPerEm, ascender, descender } = source
  const found = await source.glyphsOf(characters)
  const glyphs = found.map(({ character, advanceWidth, path }) => {
    const unicode = character.codePointAt(0) ?? 0
    return new opentype.Glyph({ name: `u${unicode.toString(16)}`, unicode, advanceWidth, path })
  })
  const blank = new opentype.Glyph({
    name: '.notdef',
    unicode: 0,
    advanceWidth: unitsPerEm,
    path: new opentype.Path(),
  })
  const font = new opentype.Font({
    familyName: 'LuoshiPaper',
    styleName: 'Regular',
    unitsPerEm,
    ascender,
    descender,
    glyphs: [blank, ...glyphs],
  })
  return {
    file: new Uint8Array(font.toArrayBuffer()),
    characters: new Set(found.map(({ character }) => character)),
  }
}

interface OwnFont {
  readonly file: Uint8Array
  has(character: string): boolean
}

const ownFonts = new Map<string, Promise<OwnFont>>()

async function readOwnFont(folder: string, { files }: FaceDefinition): Promise<OwnFont | null> {
  const name = readdirSync(folder).find(
    (file) => /\.(?:ttf|otf)$/i.test(file) && files.some((begin) => file.startsWith(begin)),
  )
  if (name === undefined) return null
  const path = join(folder, name)
  const known = ownFonts.get(path)
  if (known !== undefined) return known
  const reading = readFile(path).then((file): OwnFont => {
    const font = opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength))
    return { file, has: (character) => font.hasChar(character) }
  })
  ownFonts.set(path, reading)
  return reading
}
