import { PAGE, points, SIZE } from '../papers/official-page.ts'
import type { Pen } from '../papers/pdf/pen.ts'
import type { Services } from '../services.ts'
import type { Dossier } from './collect.ts'

/** A picture that was handed in, as the file prints it. */
export interface Picture {
  readonly caption: string
  readonly bytes: Buffer
}

/** What a PDF takes as a picture. */
const TAKEN: readonly string[] = ['image/jpeg', 'image/png']

/** Larger ones stay in the archive only. Bytes. */
const MOST_BYTES = 12 * 1024 * 1024

/** What stands under a picture that cannot be read. */
export const UNREAD = '：图片读不出，原件在归档里'

/** Millimetres at the edges of a page of pictures, and between one and the next. */
const EDGE = 28
const GAP = 14

/** Photographs and signatures of a file, in the order in which they were handed in. */
export async function picturesOf(
  { files }: Pick<Services, 'files'>,
  county: string,
  { files: named }: Dossier,
): Promise<readonly Picture[]> {
  const pictures: Picture[] = []
  for (const { of, name, mediaType, digest, bytes } of named) {
    if (!TAKEN.includes(mediaType) || bytes > MOST_BYTES) continue
    const source = await files.open(county, digest)
    if (source === null) continue
    const parts: Uint8Array[] = []
    for await (const part of source) parts.push(part)
    pictures.push({ caption: `${of}：${name}（SM3 ${digest.slice(0, 16)}…）`, bytes: Buffer.concat(parts) })
  }
  return pictures
}

/** Draws pictures two to a page, each above its caption; one that cannot be read is told to be in the archive. */
export function drawPictures(pen: Pen, pictures: readonly Picture[]): void {
  const setting = { face: 'body', size: SIZE.four } as const
  const [width, height] = [points(PAGE.width - 2 * EDGE), points((PAGE.height - 3 * EDGE) / 2)]
  for (const [place, { caption, bytes }] of pictures.entries()) {
    if (place % 2 === 0) pen.addPage()
    const top = points(EDGE) + (place % 2) * (height + points(GAP))
    const isDrawn = drawn(pen, bytes, { top, width, height })
    const text = isDrawn ? caption : `${caption}${UNREAD}`
    pen.text(text, points(EDGE), top + height + points(GAP / 2), setting)
  }
}

function drawn(
  pen: Pen,
  bytes: Buffer,
  { top, width, height }: { readonly top: number; readonly width: number; readonly height: number },
): boolean {
  try {
    pen.document.image(bytes, points(EDGE), top, { fit: [width, height], align: 'center', valign: 'center' })
    return true
  } catch {
    return false
  }
}
