import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** A file that has come in whole and is not yet kept. */
export interface SpooledFile {
  readonly path: string
  readonly bytes: number
  /** SM3 (GB/T 32905), by which it is known. */
  readonly digest: string
  /** SHA-256, which object stores want. */
  readonly sha256: string
  /** Its first bytes, by which its kind is told. */
  readonly beginning: Uint8Array
}

/** Bytes from which a file's kind can be told. */
const BEGINNING = 8192

/** Writes a stream to disk and reckons its digests on the way; null where it has more bytes than it may. */
export async function spool(
  folder: string,
  source: AsyncIterable<Uint8Array>,
  mostBytes: number,
): Promise<SpooledFile | null> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, randomUUID())
  const file = await open(path, 'wx', 0o600)
  try {
    const written = await write(file, source, mostBytes)
    if (written !== null) {
      await file.sync()
      return { path, ...written }
    }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
  await rm(path, { force: true })
  return null
}

async function write(file: FileHandle, source: AsyncIterable<Uint8Array>, mostBytes: number) {
  const [sm3, sha256] = [createHash('sm3'), createHash('sha256')]
  const first: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of source) {
    if (bytes < BEGINNING) first.push(chunk)
    bytes += chunk.byteLength
    if (bytes > mostBytes) return null
    sm3.update(chunk)
    sha256.update(chunk)
    await file.writeFile(chunk)
  }
  const beginning = new Uint8Array(Buffer.concat(first).subarray(0, BEGINNING))
  return { bytes, digest: sm3.digest('hex'), sha256: sha256.digest('hex'), beginning }
}
