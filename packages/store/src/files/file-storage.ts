import type { SpooledFile } from './spool.ts'

/** Where the bytes of files lie, by county and digest. */
export interface FileStorage {
  /** A folder of its own, on which files are gathered before they are kept. */
  readonly spoolFolder: string
  /** Keeps a spooled file; it is safe against a crash when this returns. The spooled one is gone afterwards. */
  keep(county: string, file: SpooledFile): Promise<void>
  /** The bytes of a file from its beginning, piece by piece; null where there is none. */
  open(county: string, digest: string): Promise<AsyncIterable<Uint8Array> | null>
  /** Removes a file; nothing happens where there is none. */
  remove(county: string, digest: string): Promise<void>
  /** Every digest that is kept for a county, in no order. */
  digests(county: string): AsyncIterable<string>
}
