import type { PaperContent } from '@luoshi/kernel'
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
  const info = { title: content.title, author: content.form === 'text' ? content.issuer : '', made }
  const pen =
    content.form === 'text'
      ? await Pen.ready(info, charactersOfText(content), { folder: fontFolder })
      : await Pen.ready(info, charactersOfTable(content), {
          folder: fontFolder,
          isLandscape: isLandscape(content),
        })
  if (content.form === 'text') drawText(pen, content)
  else drawTable(pen, content)
  return { file: await pen.finish(), missing: pen.missing }
}
