import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import { extract, pack } from 'tar-stream'

/** Name and version of the form of our archives: a tar in Zstandard, its first entry the head, its last the manifest. */
export const FORMAT = 'luoshi-backup-1'

/** What an archive begins with: all that is needed to make room for what follows. */
export interface Head {
  readonly format: string
  /** When the snapshot was taken. */
  readonly made: string
  readonly postgres: string
  /** Steps of the tables' history that the data stand on. */
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[]
  /** In an order in which each comes after those that it refers to. */
  readonly tables: readonly TableHead[]
}

/** A table in an archive. */
export interface TableHead {
  readonly name: string
  readonly columns: readonly string[]
  /** Columns that number themselves, with the last number that was given. */
  readonly counters: Readonly<Record<string, string>>
}

/** What an archive ends with: what everything in it must come to. */
export interface Manifest {
  readonly tables: Readonly<Record<string, { readonly rows: number; readonly sm3: string }>>
  readonly files: number
}

/** Bytes of a table that are put into one entry. */
const PART_BYTES = 4 * 1024 * 1024

/** Writes an archive. It bears its name only when it is whole and on disk. */
export class ArchiveWriter {
  readonly #tar = pack()
  readonly #written: Promise<void>
  readonly #half: string
  readonly #path: string

  constructor(path: string) {
    this.#path = path
    this.#half = `${path}.half`
    const file = createWriteStream(this.#half, { flush: true, mode: 0o600 })
    this.#written = pipeline(this.#tar, createZstdCompress(), file)
    // Whoever writes sees the failure when it next writes, or at the end.
    this.#written.catch(() => undefined)
  }

  async json(name: string, value: unknown): Promise<void> {
    await this.#entry(name, Buffer.from(JSON.stringify(value, null, 2)))
  }

  /** A table's rows as COPY gives them, in entries of a few megabytes. */
  async table(name: string, rows: AsyncIterable<Buffer>): Promise<{ rows: number; sm3: string }> {
    const digest = createHash('sm3')
    let [waiting, size, part, count]: [Buffer[], number, number, number] = [[], 0, 0, 0]
    const flush = async () => {
      await this.#entry(`tables/${name}/${String(part++).padStart(6, '0')}`, Buffer.concat(waiting))
      waiting = []
      size = 0
    }
    for await (const chunk of rows) {
      digest.update(chunk)
      for (const byte of chunk) if (byte === 10) count++
      waiting.push(chunk)
      size += chunk.length
      if (size >= PART_BYTES) await flush()
    }
    if (size > 0) await flush()
    return { rows: count, sm3: digest.digest('hex') }
  }

  /** A file of known length. */
  async file(name: string, size: number, source: AsyncIterable<Uint8Array>): Promise<void> {
    await pipeline(source, this.#tar.entry({ name, size }))
  }

  async finish(): Promise<void> {
    this.#tar.finalize()
    await this.#written
    await rename(this.#half, this.#path)
    const folder = await open(`${this.#path}/..`.replace(/[^/]+\/\.\.$/, '.'), 'r')
    await folder.sync()
    await folder.close()
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    this.#tar.destroy()
    await this.#written.catch(() => undefined)
    await rm(this.#half, { force: true })
  }

  #entry(name: string, content: Buffer): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#tar.entry({ name }, content, (error) => (error ? reject(error) : resolve()))
    this.#written.catch(reject)
    return promise
  }
}

/** An entry of an archive; it must be read to its end before the next comes. */
export interface ArchiveEntry {
  readonly name: string
  readonly content: AsyncIterable<Buffer>
}

/** Reads an archive entry by entry. */
export async function* readArchive(path: string): AsyncGenerator<ArchiveEntry> {
  const tar = extract()
  const reading = pipeline(createReadStream(path), createZstdDecompress(), tar)
  reading.catch((error) => tar.destroy(error))
  for await (const entry of tar) {
    yield { name: entry.header.name, content: entry as AsyncIterable<Buffer> }
    entry.resume()
  }
  await reading
}

/** A whole entry as text. */
export async function textOf({ content }: ArchiveEntry): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of content) parts.push(part)
  return Buffer.concat(parts).toString()
}
