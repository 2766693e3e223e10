import type { PaperContent } from '@luoshi/kernel'
import { workbookMediaType } from '../exports/workbook.ts'
import type { PaperFormat } from './formats.ts'

/** A paper as a file. */
export interface PaperFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mediaType: string
  /** Characters for which there was no font; 〓 stands in their place. */
  readonly missing: readonly string[]
}

/** How a paper is written. */
export interface PaperWriting {
  /** Moment that it bears. */
  readonly made: Date
  /** Where the county's own fonts lie; null for none. */
  readonly fontFolder: string | null
}

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Each is loaded when it is first asked for: what writes papers is the heaviest of all that the server holds. */
const writers: Readonly<
  Record<PaperFormat, (content: PaperContent, writing: PaperWriting) => Promise<PaperFile | null>>
> = {
  docx: async (content, { made }) => {
    const { writeDocx } = await import('./docx/write-docx.ts')
    return { bytes: await writeDocx(content, made), mediaType: DOCX_TYPE, missing: [] }
  },
  pdf: async (content, { made, fontFolder }) => {
    const { writePdf } = await import('./pdf/write-pdf.ts')
    const { file, missing } = await writePdf(content, made, fontFolder)
    return { bytes: file, mediaType: 'application/pdf', missing }
  },
  // A text is no sheet of rows.
  xlsx: async (content) => {
    if (content.form === 'text') return null
    const { writePaperXlsx } = await import('./xlsx/write-paper-xlsx.ts')
    return { bytes: await writePaperXlsx(content), mediaType: workbookMediaType, missing: [] }
  },
}

/** A paper in a format; null for a text as a workbook. */
export function writePaper(
  content: PaperContent,
  format: PaperFormat,
  writing: PaperWriting,
): Promise<PaperFile | null> {
  return writers[format](content, writing)
}
