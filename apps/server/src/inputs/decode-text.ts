import { type FormatText, InputRefusal } from './input-text.ts'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** Share of control characters above which bytes are no text. */
const mostControls = 0.002
/** Share of characters that may be beyond repair before a file counts as another thing than text. */
const mostDamage = 0.001
/** How much of a file tells its encoding where it has no byte order mark. */
const sampled = 256 * 1024

/**
 * Text of a file in UTF-8, UTF-16 (with or without a byte order mark) or GB18030. Strict decoders are tried one
 * after the other; a UTF-8 file with a few broken bytes is read with a warning.
 */
export function decodeText(bytes: Uint8Array): FormatText {
  const marked = markedEncoding(bytes)
  if (marked !== null) return whole(decode(bytes, marked))
  const wide = unmarkedUtf16(bytes)
  if (wide !== null) return whole(decode(bytes, wide))
  if (bytes.subarray(0, sampled).includes(0)) throw notText()
  return whole(decodeNarrow(bytes))
}

function decodeNarrow(bytes: Uint8Array): FormatText {
  const utf8 = decodeStrictly(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, warnings: [] }
  const damaged = decode(bytes, 'utf-8')
  if (countOf(damaged.text, '\uFFFD') <= damaged.text.length * mostDamage) return damaged
  const gb18030 = decodeStrictly(bytes, 'gb18030')
  if (gb18030 !== null) return { text: gb18030, warnings: [] }
  const loose = decode(bytes, 'gb18030')
  if (countOf(loose.text, '\uFFFD') <= loose.text.length * mostDamage) return loose
  throw notText()
}

/** Refuses what decodes to no text a person could read. */
function whole(read: FormatText): FormatText {
  if (read.text.trim() === '') throw new InputRefusal('文件里没有文字')
  if (controlsIn(read.text) > Math.max(2, read.text.length * mostControls)) throw notText()
  return read
}

function markedEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark shows by its line ends and figures, one byte of which is zero, always on one side. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, Math.min(bytes.length, sampled) & ~1)
  let even = 0
  let odd = 0
  for (let index = 0; index < sample.length; index++) {
    if (sample[index] !== 0) continue
    if (index & 1) odd++
    else even++
  }
  if (even + odd < sample.length / 2000 || even + odd === 0) return null
  const encoding = odd > even * 20 ? 'utf-16le' : even > odd * 20 ? 'utf-16be' : null
  if (encoding === null) return null
  const text = decodeStrictly(sample, encoding)
  return text !== null && controlsIn(text) === 0 ? encoding : null
}

/** The text, byte order mark and all, or null where a byte does not fit the encoding. */
function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function decode(bytes: Uint8Array, encoding: Encoding): FormatText {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  const broken = countOf(text, '\uFFFD')
  return { text, warnings: broken === 0 ? [] : [`有 ${broken} 处字符已损坏，以 \uFFFD 代替`] }
}

function countOf(text: string, character: string): number {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++
  return count
}

/** Control characters other than those that lay out text. */
function controlsIn(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if ((code < 0x20 && (code < 0x09 || code > 0x0d)) || code === 0x7f) count++
  }
  return count
}

function notText(): InputRefusal {
  return new InputRefusal('不是文本、Word（.docx）或 PDF 文件')
}
