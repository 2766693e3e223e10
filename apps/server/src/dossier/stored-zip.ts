/** Signatures of the parts of a ZIP (APPNOTE 4.3). */
const END = 0x06_05_4b_50
const ENTRY = 0x02_01_4b_50

/** The files of a ZIP whose files are stored, not compressed; or why it cannot be read. */
export function readStoredZip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === null) return '这不是一个ZIP文件，或者没有下载完整。'
  const files = new Map<string, Uint8Array>()
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let read = 0; read < count; read++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return 'ZIP文件的目录读不出。'
    const [method, size] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true)]
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) =>
      view.getUint16(at + place, true),
    ) as [number, number, number]
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    if (method !== 0) return `“${name}”是压缩的，卷宗归档里的文件都不压缩。`
    if (files.has(name)) return `“${name}”在归档里有两份。`
    const local = view.getUint32(at + 42, true)
    if (local + 30 > view.byteLength) return `“${name}”读不出。`
    const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (begin + size > view.byteLength) return `“${name}”没有下载完整。`
    files.set(name, bytes.subarray(begin, begin + size))
    at += 46 + nameLength + extraLength + commentLength
  }
  return files
}

/** Where the end of the directory stands: at most a comment of 65535 bytes before the end of the file. */
function endOf(view: DataView): number | null {
  const last = Math.max(0, view.byteLength - 22 - 65_535)
  for (let at = view.byteLength - 22; at >= last; at--) {
    if (view.getUint32(at, true) === END) return at
  }
  return null
}
