import type { PaperContent } from '@luoshi/kernel'
import {
  AlignmentType,
  Document,
  Footer,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx'
import { PAGE, PUBLIC_NOTE, SIZE, twips } from '../official-page.ts'
import { font, halfPoints } from './runs.ts'
import { sameFile } from './same-file.ts'
import { isWide, tableBlocks } from './table-paper.ts'
import { textBlocks } from './text-paper.ts'

/** A paper as a Word document, by GB/T 9704-2012: to be signed, sealed or worked on. */
export async function writeDocx(content: PaperContent, made: Date): Promise<Uint8Array<ArrayBuffer>> {
  const isText = content.form === 'text'
  const document = new Document({
    title: content.title,
    creator: isText ? content.issuer : '落实',
    lastModifiedBy: '落实',
    evenAndOddHeaderAndFooters: isText,
    styles: { default: { document: { run: { font: font('body'), size: halfPoints(SIZE.three) } } } },
    sections: [isText ? textSection(content) : tableSection(content)],
  })
  const file = await Packer.toBuffer(document)
  return sameFile(new Uint8Array(file), made)
}

function textSection(content: PaperContent & { form: 'text' }): ISectionOptions {
  return { ...textSectionProperties(content.isPublic), children: textBlocks(content) }
}

/** The page of a text, with its number at the foot. */
export function textSectionProperties(
  isPublic: boolean,
): Required<Pick<ISectionOptions, 'properties' | 'footers'>> {
  return {
    properties: {
      page: {
        size: { width: twips(PAGE.width), height: twips(PAGE.height) },
        margin: {
          top: twips(PAGE.top),
          bottom: twips(PAGE.bottom),
          left: twips(PAGE.left),
          right: twips(PAGE.right),
          // The number's line ends 7 mm and its own height below the text.
          footer: twips(PAGE.bottom - PAGE.toPageNumber) - SIZE.four * 20,
        },
      },
    },
    footers: {
      default: pageNumber(AlignmentType.RIGHT, isPublic),
      even: pageNumber(AlignmentType.LEFT, isPublic),
    },
  }
}

function tableSection(content: PaperContent & { form: 'table' }): ISectionOptions {
  const [width, height] = [twips(PAGE.width), twips(PAGE.height)]
  return {
    properties: {
      page: {
        // Word's library turns the sides itself.
        size: isWide(content) ? { width, height, orientation: PageOrientation.LANDSCAPE } : { width, height },
        margin: { top: twips(24), bottom: twips(20), left: twips(20), right: twips(20), footer: twips(10) },
      },
    },
    footers: { default: pageNumber(AlignmentType.CENTER, content.isPublic) },
    children: tableBlocks(content),
  }
}

/** — 3 —, one character in from the edge; and what a version for the public says of itself. */
function pageNumber(
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  isPublic: boolean,
): Footer {
  const indent = alignment !== AlignmentType.CENTER ? SIZE.four * 20 : 0
  const note = isPublic
    ? [new TextRun({ text: `${PUBLIC_NOTE}　`, font: font('body'), size: halfPoints(SIZE.five) })]
    : []
  const number = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    font: font('body'),
    size: halfPoints(SIZE.four),
  })
  const line = new Paragraph({
    alignment,
    indent: { left: indent, right: indent },
    children: [...note, number],
  })
  return new Footer({ children: [line] })
}
