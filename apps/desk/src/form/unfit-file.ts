import { sizeText } from '../words/file-size.ts'

/** Largest file that the server takes. */
export const MOST_BYTES = 50 * 1024 * 1024

/** What kinds of files are called; others by their media type. */
const kindNames: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPG图片',
  'image/png': 'PNG图片',
  'image/webp': 'WebP图片',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word文件（docx）',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel文件（xlsx）',
  'video/mp4': 'MP4视频',
}

/** Why a file cannot be handed in, told before it is sent; null for one that can. The server has the last word. */
export function unfitFile(
  { name, type, size }: { readonly name: string; readonly type: string; readonly size: number },
  mediaTypes: readonly string[] | undefined,
): string | null {
  if (size === 0) return `“${name}”是空的，请重新选择。`
  if (size > MOST_BYTES) {
    return `“${name}”有 ${sizeText(size)}，最大收 ${sizeText(MOST_BYTES)}，请压缩或分成几个文件。`
  }
  if (mediaTypes === undefined || type === '' || mediaTypes.includes(type)) return null
  return `“${name}”不能收：这里收${mediaTypes.map((one) => kindNames[one] ?? one).join('、')}。`
}
