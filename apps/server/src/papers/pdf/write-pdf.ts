import type { PaperContent } from '@luoshi/kernel'
import { type CharactersByFace, type FontsByFace, fontsByFace } from '../fonts/paper-fonts.ts'
import { Pen } from './pen.ts'
import { charactersOfTable, drawTable, isLandscape } from './table-paper.ts'
import { charactersOfText, drawText } from './text-paper.ts'

/** A paper as PDF, and the characters for which there was no font: 〓 stands in their place. */
export interface PaperPdf {
  readonly file: Uint8Array<ArrayBuffer>
  readonly missing: readonly string[]
}

/**
 * A paper as PDF: real text that can be searched and copied, fonts embedded. The same paper gives the same file.
 *
 * @param made moment that the paper bears
 * @param fontFolder where the county's own fonts lie; null for none
 */
export async function writePdf(
  content: PaperContent,
  made: Date,
  fontFolder: string | null = null,
): Promise<PaperPdf> {
  const fonts = await fontsByFace(charactersOf(content), fontFolder)
  const missing = new Set(Object.values(fonts).flatMap((face) => face.missing))
  return { file: await writePdfWith(fonts, content, made), missing: [...missing] }
}

/** The same with fonts that are at hand and have all of its characters. */
export function writePdfWith(
  fonts: FontsByFace,
  content: PaperContent,
  made: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const isText = content.form === 'text'
  const info = { title: content.title, author: isText ? content.issuer : '', made }
  const pen = new Pen(info, fonts, !isText && isLandscape(content))
  if (isText) drawText(pen, content)
  else drawTable(pen, content)
  return pen.finish()
}

/** What each face has to draw in a paper. */
export function charactersOf(content: PaperContent): CharactersByFace {
  return content.form === 'text' ? charactersOfText(content) : charactersOfTable(content)
}
