import type { PaperContent } from '@luoshi/kernel'
import { workbookMediaType } from '../exports/workbook.ts'
import { writeDocx } from './docx/write-docx.ts'
import type { PaperFormat } from './formats.ts'
import { writePdf } from './pdf/write-pdf.ts'
import { writePaperXlsx } from './xlsx/write-paper-xlsx.ts'

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

const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const writers: Readonly<
  Record<PaperFormat, (content: PaperContent, writing: PaperWriting) => Promise<PaperFile | null>>
> = {
  docx: async (content, { made }) => ({
    bytes: await writeDocx(content, made),
    mediaType: DOCX_TYPE,
    missing: [],
  }),
  pdf: async (content, { made, fontFolder }) => {
    const { file, missing } = await writePdf(content, made, fontFolder)
    return { bytes: file, mediaType: 'application/pdf', missing }
  },
  // A text is no sheet of rows.
  xlsx: async (content) =>
    content.form === 'text'
      ? null
      : { bytes: await writePaperXlsx(content), mediaType: workbookMediaType, missing: [] },
}

/** A paper in a format; null for a text as a workbook. */
export function writePaper(
  content: PaperContent,
  format: PaperFormat,
  writing: PaperWriting,
): Promise<PaperFile | null> {
  return writers[format](content, writing)
}
