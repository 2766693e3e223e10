import { deflateSync } from 'node:zlib'
import { fileTypeFromBuffer } from 'file-type'
import { describe, expect, it } from 'vitest'
import { publicImage } from './public-image.ts'

/** The smallest grey JPEG: one pixel. */
const pixel = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
  'base64',
)

/** The pixel with an Exif that tells of orientation and place, a remark, and a second image behind its end. */
function photo(orientation: number, isLittle = false): Uint8Array {
  const order = isLittle ? 'II' : 'MM'
  const number = (value: number, bytes: number) => {
    const buffer = Buffer.alloc(bytes)
    if (isLittle) buffer.writeUIntLE(value, 0, bytes)
    else buffer.writeUIntBE(value, 0, bytes)
    return buffer
  }
  const tiff = Buffer.concat([
    Buffer.from(order),
    number(42, 2),
    number(8, 4),
    number(1, 2),
    ...[number(0x0112, 2), number(3, 2), number(1, 4), number(orientation, 2), number(0, 2)],
    number(0, 4),
    Buffer.from('GPS 38.7284N 113.2551E'),
  ])
  const segment = (marker: number, body: Buffer) => {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(body.length + 2)
    return Buffer.concat([Buffer.from([0xff, marker]), length, body])
  }
  return Buffer.concat([
    pixel.subarray(0, 2),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff])),
    segment(0xe2, Buffer.from('MPF\0GPS')),
    segment(0xfe, Buffer.from('拍摄人王满仓')),
    pixel.subarray(2),
    Buffer.from('a second image with GPS'),
  ])
}

describe('an image for the public', () => {
  it('tells nothing of place, camera and person, and stays a whole image that is upright', async () => {
    for (const isLittle of [false, true]) {
      const cleaned = publicImage(photo(6, isLittle), 'image/jpeg') ?? new Uint8Array()
      const text = Buffer.from(cleaned).toString('latin1')
      expect(text).not.toContain('GPS')
      expect(Buffer.from(cleaned).includes('王满仓')).toBe(false)
      expect((await fileTypeFromBuffer(cleaned))?.mime).toBe('image/jpeg')
      expect(text).toMatch(/Exif\0\0MM\0\*/)
      expect(cleaned.slice(-2)).toEqual(Uint8Array.of(0xff, 0xd9))
      // Cleaning again changes nothing: the turn is still there.
      expect(publicImage(cleaned, 'image/jpeg')).toEqual(cleaned)
    }
  })

  it('has no Exif at all where it is upright as it is', () => {
    expect(Buffer.from(publicImage(photo(1), 'image/jpeg') ?? []).equals(pixel)).toBe(true)
  })

  it('loses the notes of a PNG and nothing else', () => {
    const chunk = (kind: string, body: Buffer) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(body.length)
      return Buffer.concat([length, Buffer.from(kind), body, Buffer.alloc(4)])
    }
    const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    const needed = [chunk('IHDR', Buffer.alloc(13)), chunk('IDAT', deflateSync(Buffer.alloc(2)))]
    const end = chunk('IEND', Buffer.alloc(0))
    const noted = Buffer.concat([
      head,
      needed[0] ?? end,
      chunk('tEXt', Buffer.from('Author\0王满仓')),
      needed[1] ?? end,
      end,
    ])
    const cleaned = publicImage(noted, 'image/png')
    expect(Buffer.from(cleaned ?? []).equals(Buffer.concat([head, ...needed, end]))).toBe(true)
  })

  it('is not made of what is damaged or of another kind', () => {
    expect(publicImage(pixel.subarray(0, 40), 'image/jpeg')).toBeNull()
    expect(publicImage(Buffer.from('no image'), 'image/png')).toBeNull()
    expect(publicImage(pixel, 'image/heic')).toBeNull()
  })
})
