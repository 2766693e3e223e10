/** The kinds of files that are taken, by media type, with what people call them. */
export const fileKinds: Readonly<Record<string, string>> = {
  'image/jpeg': 'JPEG图片',
  'image/png': 'PNG图片',
  'image/webp': 'WebP图片',
  'image/heic': 'HEIC图片',
  'image/tiff': 'TIFF图片',
  'application/pdf': 'PDF',
  'application/ofd': 'OFD',
  'application/msword': 'Word（.doc）',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word（.docx）',
  'application/vnd.ms-excel': 'Excel（.xls）',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel（.xlsx）',
  'video/mp4': 'MP4视频',
  'audio/mpeg': 'MP3录音',
  'audio/x-m4a': 'M4A录音',
  'text/plain': '纯文本',
  'text/csv': 'CSV',
}

/** What a name's ending says, for files whose bytes do not tell more than their family. */
const byEnding: Readonly<Record<string, { readonly found: string; readonly mediaType: string }>> = {
  doc: { found: 'application/x-cfb', mediaType: 'application/msword' },
  wps: { found: 'application/x-cfb', mediaType: 'application/msword' },
  xls: { found: 'application/x-cfb', mediaType: 'application/vnd.ms-excel' },
  et: { found: 'application/x-cfb', mediaType: 'application/vnd.ms-excel' },
  ofd: { found: 'application/zip', mediaType: 'application/ofd' },
  csv: { found: 'text', mediaType: 'text/csv' },
  txt: { found: 'text', mediaType: 'text/plain' },
}

/** The media type of a file by its bytes, its name only deciding within a family; null for what is not taken. */
export async function kindOf(beginning: Uint8Array, name: string): Promise<string | null> {
  // Loaded with the first file that is handed in.
  const { fileTypeFromBuffer } = await import('file-type')
  const found = (await fileTypeFromBuffer(beginning))?.mime ?? (isText(beginning) ? 'text' : null)
  if (found !== null && Object.hasOwn(fileKinds, found)) return found
  const ending = byEnding[name.split('.').at(-1)?.toLowerCase() ?? '']
  return ending !== undefined && ending.found === found ? ending.mediaType : null
}

/** Whether bytes are text in UTF-8 or GB18030, and no web page: that could run in a browser. */
function isText(beginning: Uint8Array): boolean {
  if (beginning.includes(0)) return false
  // The last character may be cut in two.
  const whole = beginning.subarray(0, Math.max(0, beginning.length - 4))
  const decoded = ['utf-8', 'gb18030'].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(whole, { stream: true })
      return true
    } catch {
      return false
    }
  })
  return decoded && !/^\s*</.test(new TextDecoder().decode(beginning.subarray(0, 200)))
}
