/** What a file is by its first bytes, whatever its name says. */
export type InputFormat = 'empty' | 'pdf' | 'zip' | 'ole' | 'rtf' | 'text'

/** How far into a file `%PDF-` may stand (ISO 32000-1, annex H.3.4.1). */
const pdfHeaderWithin = 1024

/** Tells a file's format by its content. */
export function inputFormatOf(bytes: Uint8Array): InputFormat {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'ole'
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, pdfHeaderWithin))
  if (head.includes('%PDF-')) return 'pdf'
  if (head.subarray(0, 5).equals(Buffer.from('{\\rtf'))) return 'rtf'
  return 'text'
}

function startsWith(bytes: Uint8Array, ...head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte)
}
