import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { SheetDamaged } from './sheet-row.ts'

/** Bytes that one part of a workbook may have when it is unpacked. */
const MOST_PART_BYTES = 1024 ** 3

/** Bytes of parts that are read whole: styles, names of sheets. */
const MOST_SMALL_BYTES = 32 * 1024 ** 2

/** A workbook as the archive that it is. */
export class XlsxFile {
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip
    this.#entries = entries
  }

  /** Opens an archive; null for what is none. */
  static async open(path: string): Promise<XlsxFile | null> {
    try {
      const zip = await openPromise(path, { autoClose: false, lazyEntries: true })
      const entries = new Map<string, Entry>()
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
      return new XlsxFile(zip, entries)
    } catch {
      return null
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** A part as text, piece by piece. */
  async *text(name: string): AsyncGenerator<string> {
    const entry = this.#entries.get(name)
    if (entry === undefined) return
    if (entry.uncompressedSize > MOST_PART_BYTES) throw new SheetDamaged('解压后超过1 GB')
    const stream = await this.#zip.openReadStreamPromise(entry)
    const decoder = new TextDecoder()
    for await (const chunk of stream as Readable) yield decoder.decode(chunk as Uint8Array, { stream: true })
    yield decoder.decode()
  }

  /** A small part whole; empty where there is none. */
  async whole(name: string): Promise<string> {
    let text = ''
    for await (const part of this.text(name)) {
      text += part
      if (text.length > MOST_SMALL_BYTES) throw new SheetDamaged(`${name}太大`)
    }
    return text
  }

  close(): void {
    this.#zip.close()
  }
}
