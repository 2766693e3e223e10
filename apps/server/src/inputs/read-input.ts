import { readFile, stat } from 'node:fs/promises'
import { decodeText } from './decode-text.ts'
import { inputFormatOf } from './input-format.ts'
import { type FormatText, type Input, InputRefusal, largestInput } from './input-text.ts'
import { readConfined } from './read-confined.ts'

/** Reads one file of any known format; whatever is wrong with it comes back as a reason. */
export async function readInput(file: string): Promise<Input> {
  try {
    const { text, warnings } = await textOf(await bytesOf(file))
    return { isRead: true, file, text, warnings }
  } catch (error) {
    return { isRead: false, file, reason: reasonOf(error) }
  }
}

/** Reads what was handed in under a file's name. */
export async function readBytes(file: string, bytes: Uint8Array): Promise<Input> {
  try {
    const { text, warnings } = await textOf(bytes)
    return { isRead: true, file, text, warnings }
  } catch (error) {
    return { isRead: false, file, reason: reasonOf(error) }
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  // Looked at before it is opened, since opening a pipe waits for its other end.
  const status = await stat(file)
  if (status.isDirectory()) throw new InputRefusal('是一个文件夹，请给出文件')
  if (!status.isFile()) throw new InputRefusal('不是普通文件')
  if (status.size > largestInput) {
    const size = Math.ceil(status.size / 1024 / 1024)
    throw new InputRefusal(`有 ${size} MiB，超过 ${largestInput / 1024 / 1024} MiB 的上限，请分期提供`)
  }
  return readFile(file)
}

async function textOf(bytes: Uint8Array): Promise<FormatText> {
  switch (inputFormatOf(bytes)) {
    case 'empty':
      throw new InputRefusal('文件是空的')
    case 'pdf':
      return withinSize(await readConfined('pdf', bytes))
    case 'zip':
      return withinSize(await readConfined('docx', bytes))
    case 'ole':
      throw new InputRefusal('是旧式 .doc 或加了密码的 Office 文件，请另存为不加密的 .docx')
    case 'rtf':
      throw new InputRefusal('是 RTF 文件，请另存为 .docx')
    case 'text':
      return decodeText(bytes)
  }
}

/** A packed file may hold far more than its own size. */
function withinSize(read: FormatText): FormatText {
  if (read.text.length > largestInput) throw new InputRefusal('展开后的文字太多，请分期提供')
  return read
}

const systemReasons: Readonly<Record<string, string>> = {
  ENOENT: '找不到这个文件',
  ENOTDIR: '找不到这个文件',
  EACCES: '没有读取的权限',
  EPERM: '没有读取的权限',
  EISDIR: '是一个文件夹，请给出文件',
  ENAMETOOLONG: '文件名太长',
  EMFILE: '同时打开的文件太多',
  EIO: '磁盘读取出错',
}

/** Why reading failed, for whoever gave the file. */
export function reasonOf(error: unknown): string {
  if (error instanceof InputRefusal) return error.message
  const { code, message } = error as NodeJS.ErrnoException
  return systemReasons[code ?? ''] ?? `读取时出错（${code ?? message}）`
}
