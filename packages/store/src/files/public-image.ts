/** What a version of an image for the public is made of; null where the kind has none. */
type Strip = (image: Uint8Array) => Uint8Array<ArrayBuffer> | null

/** How what an image tells of its place and camera is taken out, by media type. */
const strips: Readonly<Record<string, Strip>> = {
  'image/jpeg': withoutJpegNotes,
  'image/png': withoutPngNotes,
}

/**
 * An image as the public may see it: without where and with what it was taken. Its pixels are not touched, and it stays
 * upright. Null for what is no image of a kind that can be cleaned, or is damaged.
 */
export function publicImage(image: Uint8Array, mediaType: string): Uint8Array<ArrayBuffer> | null {
  return strips[mediaType]?.(image) ?? null
}

/** Whether a segment of a JPEG tells how to draw it: tables, frames, JFIF, colours; the others are notes. */
function isNeededInJpeg(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xe2) return beginsWith(segment.subarray(4), ICC)
  return marker !== 0xfe && (marker < 0xe1 || marker > 0xef || marker === 0xee)
}

const ICC = [...'ICC_PROFILE'].map((sign) => sign.charCodeAt(0))

function beginsWith(bytes: Uint8Array, begin: readonly number[]): boolean {
  return begin.every((byte, index) => bytes[index] === byte)
}

function withoutJpegNotes(image: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength)
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null
  const kept: Uint8Array[] = [image.subarray(0, 2)]
  let orientation = 1
  for (let at = 2; at + 4 <= view.byteLength; ) {
    const marker = view.getUint8(at + 1)
    if (view.getUint8(at) !== 0xff) return null
    // From the scan on there are only pixels, up to the end: phones put further images with notes behind it.
    if (marker === 0xda) {
      const end = Buffer.from(image.buffer, image.byteOffset, image.byteLength).indexOf('ffd9', at, 'hex')
      if (end < 0) return null
      const turned = orientation === 1 ? [] : [orientationSegment(orientation)]
      return joined([...kept.slice(0, 1), ...turned, ...kept.slice(1), image.subarray(at, end + 2)])
    }
    const length = view.getUint16(at + 2) + 2
    const segment = image.subarray(at, at + length)
    if (marker === 0xe1) orientation = findOrientation(segment) ?? orientation
    if (isNeededInJpeg(marker, segment)) kept.push(segment)
    at += length
  }
  return null
}

const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0]

/** How an image is to be turned, from the first directory of its Exif. */
function findOrientation(segment: Uint8Array): number | null {
  const begin = 4 + EXIF.length
  if (!beginsWith(segment.subarray(4), EXIF) || segment.length < begin + 8) return null
  const view = new DataView(segment.buffer, segment.byteOffset + begin, segment.length - begin)
  const isLittle = view.getUint16(0) === 0x4949
  const directory = view.getUint32(4, isLittle)
  if (directory + 2 > view.byteLength) return null
  const entries = view.getUint16(directory, isLittle)
  for (let index = 0; index < entries; index++) {
    const at = directory + 2 + index * 12
    if (at + 12 > view.byteLength) return null
    if (view.getUint16(at, isLittle) === 0x0112) {
      const orientation = view.getUint16(at + 8, isLittle)
      return orientation >= 1 && orientation <= 8 ? orientation : null
    }
  }
  return null
}

/** An Exif segment that says nothing but how to turn the image. */
function orientationSegment(orientation: number): Uint8Array {
  const tiff = [
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ]
  const length = 2 + EXIF.length + tiff.length
  return Uint8Array.from([0xff, 0xe1, length >> 8, length & 0xff, ...EXIF, ...tiff])
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const PNG_NOTES = new Set(['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME'])

function withoutPngNotes(image: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (!beginsWith(image, PNG)) return null
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength)
  const kept: Uint8Array[] = [image.subarray(0, PNG.length)]
  for (let at = PNG.length; at + 12 <= view.byteLength; ) {
    const length = view.getUint32(at) + 12
    const kind = String.fromCharCode(...image.subarray(at + 4, at + 8))
    if (!PNG_NOTES.has(kind)) kept.push(image.subarray(at, at + length))
    if (kind === 'IEND') return joined(kept)
    at += length
  }
  return null
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts))
}
